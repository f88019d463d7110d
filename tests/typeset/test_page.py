"""Where blocks stand on a page, what is said in which language, and in which roles."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Literal

import pytest

from studyapp.core.notes import Block, Heading, Item, Listing, Nuance, Paragraph
from studyapp.core.pack import Source
from studyapp.core.text import Lang, Text
from studyapp.typeset.page import Manner, Page, typeset
from studyapp.typeset.roles import ROLES, Role
from tests.typeset.sample import SECTION, SKILL, SOURCES

EN, VI = Lang
Weight = Literal["corrects", "qualifies", "detail"]


def page(
    *blocks: Block,
    lang: Lang = EN,
    width: int = 88,
    sources: Mapping[str, Source] = SOURCES,
    manner: Manner = Manner.ONE,
    peeked: frozenset[str] = frozenset(),
) -> Page:
    section = replace(SECTION, blocks=blocks) if blocks else SECTION
    return typeset(section, sources, SKILL, lang=lang, width=width, manner=manner, peeked=peeked)


def lines(page: Page, block_id: str) -> list[str]:
    (place,) = (place for place in page.places if place.id == block_id)
    return [line.plain for line in page.lines[place.top : place.top + place.height]]


def inked(page: Page, role: Role) -> list[str]:
    """The words in a role, line by line."""
    return [
        line.plain[span.start : span.end]
        for line in page.lines
        for span in line.spans
        if span.style == role
    ]


def paragraph(
    block_id: str,
    en: str = "Pay per token.",
    vi: str = "Trả tiền theo token.",
    sources: tuple[str, ...] = (),
) -> Paragraph:
    return Paragraph(type="paragraph", id=block_id, text=Text(en, vi), sources=sources)


def nuance(
    block_id: str,
    *about: str,
    weight: Weight = "detail",
    newer: bool = False,
) -> Nuance:
    return Nuance(
        type="nuance",
        id=block_id,
        about=about,
        weight=weight,
        newer=newer,
        sources=("pt",),
        title=Text("Per hour", "Theo giờ"),
        text=Text("Also at night.", "Cả ban đêm."),
    )


def test_places_name_the_head_the_takeaway_each_block_and_the_sources_in_order() -> None:
    assert [place.id for place in page().places] == [
        SECTION.id,
        f"{SECTION.id}:takeaway",
        *(block.id for block in SECTION.blocks),
        f"{SECTION.id}:sources",
    ]


def test_a_nuance_hangs_from_what_it_qualifies() -> None:
    qualified = page(paragraph("price"), nuance("nights", "price"))
    elsewhere = page(paragraph("price"), nuance("nights", "something-else"))

    price, nights = qualified.places[2:4]
    assert nights.top == price.top + price.height
    price, nights = elsewhere.places[2:4]
    assert nights.top == price.top + price.height + 1


def test_a_nuance_names_the_row_it_is_about() -> None:
    label = lines(page(), "options-provisioned-nuance")[0]

    assert label == "  ╭ ≈ More exactly · Bedrock Provisioned"


def test_a_nuance_about_a_long_entry_names_its_first_words() -> None:
    entry = Item(
        id="large", text=Text.once("The workload is large, so that a price per hour is cheaper")
    )
    listing = Listing(type="list", id="fits", items=(entry,))

    label = lines(page(listing, nuance("large-nuance", "large")), "large-nuance")[0]

    assert label == "  ╭ + Detail · The workload is large, so that a…"


@pytest.mark.parametrize(
    ("weight", "en", "vi"),
    [
        ("corrects", "≠ Corrects", "≠ Đính chính"),
        ("qualifies", "≈ More exactly", "≈ Nói chính xác hơn"),
        ("detail", "+ Detail", "+ Chi tiết"),
    ],
)
def test_a_nuance_says_how_it_bears_on_its_statement(
    weight: Literal["corrects", "qualifies", "detail"], en: str, vi: str
) -> None:
    block = nuance("nights", "price", weight=weight)

    assert lines(page(block), "nights")[0].endswith(en)
    assert lines(page(block, lang=VI), "nights")[0].endswith(vi)


def test_what_is_newer_than_the_exam_is_tagged() -> None:
    block = nuance("nights", "price", newer=True)

    assert inked(page(block), "newer") == ["newer than the exam"]
    assert inked(page(block, lang=VI), "newer") == ["mới hơn đề thi"]


def test_a_claim_that_may_change_shows_the_day_it_was_checked() -> None:
    fixed = paragraph("price", sources=("sla",))
    volatile = replace(fixed, volatile=True)

    assert lines(page(fixed), "price")[-1] == "[3] aws.amazon.com · checked 2026-11-20, read live"
    assert lines(page(volatile), "price")[-1] == "[3] aws.amazon.com · as of 2026-11-20, read live"
    assert inked(page(volatile), "volatile") == ["as of 2026-11-20"]


def test_pages_of_one_host_checked_alike_are_cited_together() -> None:
    block = paragraph("price", sources=("quotas", "blog", "pt", "quotas"))

    assert lines(page(block), "price")[1:] == [
        "[1, 2] docs.aws.amazon.com · checked 2026-11-22, stored copy",
        "[3] aws.amazon.com · not verified",
    ]


def test_the_sources_of_blocks_are_listed_after_those_of_the_section() -> None:
    listed = lines(page(paragraph("price", sources=("sla", "pt"))), f"{SECTION.id}:sources")

    assert [line[:5] for line in listed if line[:1].isdigit()] == ["1. Am", "2. Qu", "3. Am"]


def test_how_most_sources_were_checked_is_said_once_and_exceptions_each() -> None:
    shown = page(paragraph("price", sources=("sla", "blog")))

    assert inked(shown, "source")[-3:] == [
        "checked 2026-11-22 against a stored copy",
        "read live 2026-11-20",
        "address from the source notes, not verified",
    ]


def test_a_source_that_is_missing_is_left_out() -> None:
    without = {id_: source for id_, source in SOURCES.items() if id_ != "pt"}

    shown = page(paragraph("price", sources=("pt", "quotas")), sources=without)

    assert lines(shown, "price")[1:] == [
        "[1] docs.aws.amazon.com · checked 2026-11-22, stored copy"
    ]


def test_an_address_behind_words_is_written_out() -> None:
    link = "[the agreement](https://aws.amazon.com/bedrock/sla)"
    block = paragraph("price", f"See {link}.", f"Xem {link}.")

    assert lines(page(block), "price") == [
        "See the agreement.",
        "→ https://aws.amazon.com/bedrock/sla",
    ]


def test_a_drawing_is_cropped_but_never_broken() -> None:
    whole, cropped = (lines(page(width=width), "cascade") for width in (52, 40))

    assert whole[2] == "  [Router] ─ simple ──► Small model ──► Answer ✓"
    assert cropped[2] == "[Router] ─ simple ──► Small model ──► A…"
    assert whole[5].startswith("  Diagram · A router sends")


def test_text_keeps_to_the_measure_and_tables_may_be_wider() -> None:
    for place in (shown := page(width=200)).places:
        widest = max(len(line) for line in lines(shown, place.id))
        assert widest <= (108 if place.id == "options" else 84)


def test_a_peek_shows_the_other_language_right_under_the_block() -> None:
    block = paragraph("price")

    assert lines(page(block, peeked=frozenset({"price"})), "price") == [
        "Pay per token.",
        "VI ╎ Trả tiền theo token.",
    ]
    assert lines(page(block, lang=VI, peeked=frozenset({"price"})), "price") == [
        "Trả tiền theo token.",
        "EN ╎ Pay per token.",
    ]


def test_side_by_side_the_shorter_language_is_filled_up_and_the_rule_runs_on() -> None:
    first = paragraph("first", "Pay per token. " * 5, "Trả tiền.")
    shown = page(first, paragraph("second"), width=88, manner=Manner.BESIDE)
    top = shown.places[2].top

    assert [line.plain for line in shown.lines[top : shown.places[3].top + 1]] == [
        "Pay per token. Pay per token. Pay per      │ Trả tiền.",
        "token. Pay per token. Pay per token.       │",
        "                                           │",
        "Pay per token.                             │ Trả tiền theo token.",
    ]


@pytest.mark.parametrize("manner", Manner)
def test_what_is_the_same_in_both_languages_is_set_once(manner: Manner) -> None:
    name = paragraph("name", "Amazon Bedrock", "Amazon Bedrock")

    shown = page(name, manner=manner, peeked=frozenset({"name"}))

    assert lines(shown, "name") == ["Amazon Bedrock"]


def test_a_heading_has_two_blank_lines_above() -> None:
    shown = page(paragraph("before"), Heading(type="heading", id="next", text=Text.once("Bedrock")))
    before, heading = shown.places[2:4]

    assert heading.top == before.top + before.height + 2
    assert lines(shown, "next") == ["▌ Bedrock"]


def test_words_are_in_their_roles() -> None:
    shown = page(width=116)

    assert inked(shown, "title") == ["On-demand or Provisioned Throughput"]
    assert inked(shown, "code") == ["modelId", "max_tokens"]
    assert inked(shown, "emphasis") == ["model units"]
    assert inked(shown, "table.head")[:4] == ["Option", "Use case", "Pros", "Cons"]
    assert inked(shown, "table.key")[-3:] == ["8B", "70B", "405B"]
    assert inked(shown, "notice.trap")[1:] == ["⚠ Trap", "┃ ", "┃ "]
    assert inked(shown, "bullet")[4] == "   1. "


def test_every_span_is_in_a_known_role() -> None:
    for manner in Manner:
        styles = {
            span.style for line in page(width=116, manner=manner).lines for span in line.spans
        }
        assert styles <= set(ROLES)


def test_a_source_checked_another_day_shows_its_own_day() -> None:
    later = {**SOURCES, "quotas": replace(SOURCES["quotas"], checked_at=date(2026, 12, 1))}

    cited = lines(page(paragraph("price", sources=("pt", "quotas")), sources=later), "price")[1:]

    assert [line[-35:] for line in cited] == [
        "m · checked 2026-11-22, stored copy",
        "m · checked 2026-12-01, stored copy",
    ]


def test_importing_the_typesetter_loads_nothing_heavy() -> None:
    heavy = "{'textual', 'yaml', 'pydantic', 'markdown_it', 'rich.console'}"
    program = f"import sys, studyapp.typeset.page; print({heavy} & set(sys.modules))"

    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert loaded.stdout.strip() == "set()"
