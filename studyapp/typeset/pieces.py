"""What a page of notes consists of, from head to sources, and how far apart the pieces stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from studyapp.core.notes import Heading, Nuance, Table
from studyapp.core.text import Lang, Text
from studyapp.typeset.blocks import Surroundings, names, set_block, set_head, texts
from studyapp.typeset.framed import set_takeaway
from studyapp.typeset.references import References, set_related, set_sources
from studyapp.typeset.tables import WIDEST
from studyapp.typeset.wrap import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from studyapp.core.notes import Block, Section
    from studyapp.core.pack import Skill, Source

MEASURE: Final = 84
"""Cells of running text; longer lines tire the eye."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, or a part of the page that stands for no block."""

    id: str
    set: Callable[[Lang, int], Lines]
    """Sets it in a language, no line wider than a number of cells."""
    neutral: bool
    """Whether it says the same in both languages."""
    above: int = 1
    """Blank lines between it and what comes before."""
    widest: int = MEASURE
    """Cells it may use when there are more."""


def pieces(
    section: Section, sources: Mapping[str, Source], skill: Skill, related: tuple[Text, ...]
) -> Iterator[Piece]:
    """Head, takeaway, blocks, related sections and sources, in the order of the page."""
    references = References.of(section, sources)
    around = Surroundings(
        references, {id_: name for block in section.blocks for id_, name in names(block).items()}
    )
    head = partial(set_head, section, skill)
    yield Piece(section.id, head, _neutral((skill.title, section.title)))
    takeaway = partial(set_takeaway, section.takeaway)
    yield Piece(f"{section.id}:takeaway", takeaway, _neutral((section.takeaway,)))
    before: Block | None = None
    for block in section.blocks:
        yield Piece(
            block.id,
            partial(set_block, block, around),
            _neutral(texts(block, references)),
            _above(before, block),
            WIDEST if isinstance(block, Table) else MEASURE,
        )
        before = block
    if related:
        listed = partial(set_related, related)
        yield Piece(f"{section.id}:related", listed, _neutral(related), 2)
    if titles := references.titles():
        listed = partial(set_sources, references)
        yield Piece(f"{section.id}:sources", listed, _neutral(titles), 2)


def _above(before: Block | None, block: Block) -> int:
    match block:
        case Heading():
            return 2
        case Nuance() if before and not {before.id, *names(before)}.isdisjoint(block.about):
            return 0  # it hangs from what it qualifies
        case _:
            return 1


def _neutral(shown: Iterable[Text]) -> bool:
    return all(text.en == text.vi for text in shown)
