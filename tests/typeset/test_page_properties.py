"""Whatever the words, the width and the manner: a page fits, tiles and loses nothing."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import count
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from studyapp.core.notes import (
    Block,
    Diagram,
    Heading,
    Item,
    Links,
    Listing,
    Notice,
    Nuance,
    Paragraph,
    Row,
    Section,
    Table,
)
from studyapp.core.text import Lang, Text
from studyapp.typeset.page import Manner, Page, typeset
from tests.typeset.sample import SKILL, SOURCES

# Vietnamese composed and decomposed, wide and joined characters, flags, controls, bidi, Markdown.
ODD = (
    "aế ề\u0302\u0301ộ漢字カ👩\u200d💻⚠\ufe0f🇻🇳\x1b\x07\t\n\u2028\u202e\u200b\u00a0\u00ad"
    "*_`[](https://x.vn/)…·—"
)
WORDS = (
    st.text(st.sampled_from(ODD), min_size=1, max_size=60)
    | st.text(st.sampled_from("ab漢/-.ộ"), min_size=90, max_size=150)
    | st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)
)
TEXTS = st.builds(Text, WORDS, WORDS)
CITED = st.lists(st.sampled_from([*SOURCES, "dropped"]), min_size=1, max_size=4).map(tuple)
WIDTHS = st.integers(30, 130)


def blocks(
    texts: st.SearchStrategy[Text], about: tuple[str, ...]
) -> st.SearchStrategy[tuple[Block, ...]]:
    """A block of every type, in any order."""
    name = st.just
    rested = {"sources": CITED, "volatile": st.booleans()}
    maybe = st.none() | texts
    items = st.lists(st.builds(Item, id=name("item"), text=texts), min_size=1, max_size=11)
    cells = st.integers(1, 5).flatmap(
        lambda columns: st.lists(
            st.lists(texts, min_size=columns, max_size=columns).map(tuple), min_size=2, max_size=4
        )
    )
    rows = cells.map(lambda found: [Row(id="row", cells=row) for row in found])
    return st.tuples(
        st.builds(Heading, type=name("heading"), id=name("heading"), text=texts),
        st.builds(Paragraph, type=name("paragraph"), id=name("paragraph"), text=texts, **rested),
        st.builds(
            Listing,
            type=name("list"),
            id=name("list"),
            items=items.map(tuple),
            intro=maybe,
            ordered=st.booleans(),
            **rested,
        ),
        st.tuples(rows, maybe).map(
            lambda drawn: Table(
                type="table",
                id="table",
                columns=drawn[0][0].cells,
                rows=tuple(drawn[0][1:]),
                caption=drawn[1],
            )
        ),
        st.builds(
            Diagram, type=name("diagram"), id=name("diagram"), art=texts, caption=texts, **rested
        ),
        st.builds(
            Notice,
            type=name("notice"),
            id=name("notice"),
            title=maybe,
            text=texts,
            tone=st.sampled_from(["info", "trap", "exam"]),
            **rested,
        ),
        st.builds(
            Nuance,
            type=name("nuance"),
            id=name("nuance"),
            about=name(about),
            title=texts,
            weight=st.sampled_from(["corrects", "qualifies", "detail"]),
            text=texts,
            newer=st.booleans(),
            **rested,
        ),
        st.builds(Links, type=name("links"), id=name("links"), sources=CITED, intro=maybe),
    ).flatmap(lambda drawn: st.permutations(drawn).map(tuple))


def sections(texts: st.SearchStrategy[Text], *about: str) -> st.SearchStrategy[Section]:
    """Sections of any words, whose nuance is about these blocks, rows or entries."""
    return st.builds(
        Section,
        id=st.just("section"),
        skill=st.just(SKILL.id),
        title=texts,
        takeaway=texts,
        sources=CITED,
        blocks=blocks(texts, about),
    )


class Drawn(NamedTuple):
    section: Section
    width: int
    page: Page


@st.composite
def pages(draw: st.DrawFn) -> Drawn:
    """A section and its page, in any manner."""
    section = draw(sections(TEXTS, "item", "row", "paragraph"))
    width = draw(WIDTHS)
    ids = ["section", "section:takeaway", "section:sources", *(b.id for b in section.blocks)]
    page = typeset(
        section,
        SOURCES,
        SKILL,
        lang=draw(st.sampled_from(Lang)),
        width=width,
        manner=draw(st.sampled_from(Manner)),
        peeked=draw(st.frozensets(st.sampled_from(ids))),
    )
    return Drawn(section, width, page)


@given(pages())
@settings(deadline=None, max_examples=30)
def test_no_line_is_wider_than_the_page_or_ends_in_blanks(drawn: Drawn) -> None:
    lines = [line.plain for line in drawn.page.lines]

    assert all(cell_len(line) <= drawn.width for line in lines)
    assert all(line == line.rstrip(" ") for line in lines)


@given(pages())
@settings(deadline=None, max_examples=30)
def test_nothing_reaches_the_terminal_but_printable_characters(drawn: Drawn) -> None:
    for line in drawn.page.lines:
        assert line.plain.replace("\u00a0", " ").isprintable()


@given(pages())
@settings(deadline=None, max_examples=30)
def test_blocks_tile_the_page_with_blank_lines_between(drawn: Drawn) -> None:
    section, _, page = drawn
    end = 0
    for number, place in enumerate(page.places):
        between = [line.plain.strip() for line in page.lines[end : place.top]]
        assert set(between) <= {"", "│"}
        assert len(between) <= (2 if number else 0)
        assert place.height >= 1
        end = place.top + place.height
    assert end == len(page.lines)
    assert [place.id for place in page.places[2:10]] == [block.id for block in section.blocks]


def numbered_texts() -> st.SearchStrategy[Text]:
    """Texts whose words occur nowhere else, so that a lost or moved one is seen."""
    numbers = count()
    lengths = st.lists(st.integers(0, 5), min_size=1, max_size=30)
    spoken = lengths.map(lambda longer: " ".join(f"{next(numbers)}" + "ệ" * n for n in longer))
    return st.builds(Text, spoken, spoken)


def said(part: object) -> Iterator[Text]:
    """Every text of a section but its drawing, which may be cropped."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from said(one)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name != "art":
                yield from said(getattr(part, field.name))


@given(sections(numbered_texts(), "paragraph"), WIDTHS, st.sampled_from(Lang))
@settings(deadline=None, max_examples=30)
def test_every_word_is_shown_and_those_of_a_text_in_order(
    section: Section, width: int, lang: Lang
) -> None:
    page = typeset(section, SOURCES, SKILL, lang=lang, width=width)

    shown = [word.rstrip(":") for line in page.lines for word in line.plain.split()]
    for text in said(section):
        order = [shown.index(word) for word in text[lang].split()]
        assert order == sorted(order)
