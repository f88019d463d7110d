"""The deck: cards, terms and rows as items, each asked without its answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.deck import Item, blanks, deck
from studyapp.core.cards.form import BasicCard, Card, ClozeCard, ListCard
from studyapp.core.glossary import Term
from studyapp.core.notes import Row, Section, Table
from studyapp.core.text import Text

T = Text.once
FRONT, BACK = T("front"), T("back")
TABLE = Table(
    type="table",
    id="t",
    columns=(Text("Aspect", "Tiêu chí"), T("Flex"), T("Batch")),
    rows=(
        Row(id="t-how", cells=(Text("How", "Cách"), Text("a call", "lần gọi"), T("files"))),
        Row(id="t-cost", cells=(T("Cost"), T("half"), T("half"))),
    ),
)


def section(kind: str = "pair", table: Table = TABLE) -> Section:
    return Section(
        id="pair-x",
        skill="skill-1",
        title=T("Flex or batch?"),
        takeaway=T("who waits"),
        sources=("src",),
        blocks=(table,),
        kind=kind,  # type: ignore[arg-type]
    )


def of(*cards: Card) -> tuple[Item, ...]:
    return deck("pack", cards, (), (), str)


def basic(type_: str = "basic", front: Text = FRONT, back: Text = BACK) -> BasicCard:
    return BasicCard(
        type=type_,  # type: ignore[arg-type]
        id="c",
        skill="s",
        front=front,
        back=back,
        aliases=("old",),
        tags=("cost",),
        rev=3,
    )


def cloze(en: str, vi: str) -> ClozeCard:
    return ClozeCard(type="cloze", id="c", skill="s", text=Text(en, vi), aliases=("old",))


def test_a_basic_card_is_one_item() -> None:
    (item,) = of(basic())
    assert (item.key, item.kind, item.front, item.back) == (
        "pack/c",
        "basic",
        T("front"),
        T("back"),
    )
    assert (item.aliases, item.tags, item.rev) == (("pack/old",), ("cost",), 3)


def test_a_reversible_card_asks_both_ways_and_its_sides_are_siblings() -> None:
    there, back = of(basic("reversible"))
    assert (there.key, back.key) == ("pack/c", "pack/c/back")
    assert (back.front, back.back) == (there.back, there.front)
    assert there.group == back.group == "pack/c"
    assert back.aliases == ("pack/old/back",)


def test_a_cloze_asks_for_each_number_with_the_others_filled() -> None:
    one, two = of(
        cloze(
            "Up to [[2: 6 GB]] and [[1:4 MB]], never [[2: more]].",
            "Tối đa [[1: 4 MB]], [[2: 6 GB]] và không [[2: hơn]].",
        )
    )
    assert (one.key, two.key) == ("pack/c/1", "pack/c/2")
    assert one.front == Text("Up to 6 GB and […], never more.", "Tối đa […], 6 GB và không hơn.")
    assert one.back == T("4 MB")
    assert two.front == Text("Up to […] and 4 MB, never […].", "Tối đa 4 MB, […] và không […].")
    assert two.back == Text("6 GB … more", "6 GB … hơn")
    assert two.aliases == ("pack/old/2",)


words = st.text("abc đê", min_size=1).filter(str.strip)


@given(st.lists(words, min_size=1, max_size=5))
def test_no_blank_shows_what_it_asks_for(hidden: list[str]) -> None:
    text = " ".join(f"<[[{number}: {said}]]>" for number, said in enumerate(hidden))
    items = of(cloze(text, text))
    assert [item.back.en for item in items] == [said.strip() for said in hidden]
    for at, item in enumerate(items):
        assert item.front.en.count("[…]") == 1
        assert item.front.en.split("> <").pop(at).strip("<>") == "[…]"


def test_a_blank_of_one_language_only_is_not_asked_for() -> None:
    assert [item.key for item in of(cloze("[[1: a]] [[2: b]]", "[[2: b]] [[3: c]]"))] == [
        "pack/c/2"
    ]


def test_blanks_are_read_by_number() -> None:
    assert blanks("[[1: a]] x [[12: b c ]] [[1: d]] [[no]]") == {1: ("a", "d"), 12: ("b c",)}


def test_a_list_keeps_its_entries_and_says_them_on_its_back() -> None:
    card = ListCard(type="sequence", id="c", skill="s", front=T("?"), entries=(T("1st"), T("2nd")))
    (item,) = of(card)
    assert item.entries == (T("1st"), T("2nd"))
    assert item.back == T("1st\n2nd")


def term(en: str, vi: str, see: tuple[str, ...] = ()) -> Term:
    return Term(id="t", en=en, vi=vi, writing="keep", definition=T("what it means"), see=see)


def test_a_term_is_asked_in_both_directions_and_explained() -> None:
    quota = term("quota", "hạn mức", ("elsewhere", "t-how"))
    to_vi, to_en = deck("pack", (), [quota], (), {"elsewhere": "", "t-how": "skill-1"}.__getitem__)
    assert (to_vi.front, to_vi.back, to_vi.reason) == (
        T("quota"),
        T("hạn mức"),
        T("what it means"),
    )
    assert (to_en.key, to_en.front, to_en.back) == ("pack/t/back", T("hạn mức"), T("quota"))
    assert (to_vi.skill, to_vi.group) == ("skill-1", to_en.group)


def test_a_term_that_both_languages_write_alike_is_asked_by_its_meaning() -> None:
    meaning, name = deck("pack", (), [term("LoRA", "LoRA")], (), str)
    assert (meaning.front, meaning.back, meaning.reason) == (T("LoRA"), T("what it means"), None)
    assert (name.front, name.back) == (T("what it means"), T("LoRA"))


def test_a_row_asks_what_each_side_has() -> None:
    items = deck("pack", (), (), [section()], str)
    assert [(item.key, item.front.vi, item.back.vi, item.side) for item in items[:2]] == [
        ("pack/t-how/1", "Trong “Flex or batch?”\nFlex · Cách: […]", "lần gọi", 1),
        ("pack/t-how/2", "Trong “Flex or batch?”\nBatch · Cách: […]", "files", 2),
    ]
    assert items[0].group == items[1].group != items[2].group
    assert {item.pair for item in items} == {"pair-x"}
    assert items[0].sources == ("src",)


def test_what_is_too_new_for_the_exam_is_not_asked_row_by_row() -> None:
    newer = Table(type="table", id="n", columns=TABLE.columns, rows=TABLE.rows, newer=True)
    assert deck("pack", (), (), [section(table=newer)], str) == ()


@pytest.mark.parametrize("changed", [{"front": T("other")}, {"back": Text("back", "khác")}])
def test_the_digest_changes_with_the_words_of_either_language(changed: dict[str, Any]) -> None:
    (item,), (same,), (other,) = of(basic()), of(basic()), of(basic(**changed))
    assert item.digest == same.digest != other.digest
    assert len(item.digest) == 16


def test_the_cards_of_the_skills_are_mixed_evenly() -> None:
    cards = [
        replace(basic(), id=f"{skill}{number}", skill=skill)
        for skill, many in (("a", 4), ("b", 2))
        for number in range(many)
    ]
    keys = [item.key for item in of(*cards)]
    assert keys == [f"pack/{name}" for name in ("a0", "b0", "a1", "a2", "b1", "a3")]
