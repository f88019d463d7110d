"""A section of notes as lines of text, and where on the page each block stands."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.typeset.framed import beside, under
from studyapp.typeset.ink import Inked
from studyapp.typeset.pieces import MEASURE, Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.text import Text as RichText

    from studyapp.core.notes import Section
    from studyapp.core.pack import Skill, Source
    from studyapp.core.text import Lang, Text
    from studyapp.typeset.wrap import Lines

_NARROWEST_COLUMN: Final = 40  # below this two columns are harder to read than stacked text
_BETWEEN: Final = 3  # cells of the rule between two columns
_PEEK: Final = 5  # cells of the label and rule beside the other language


class Placed(NamedTuple):
    """Where a block stands on its page."""

    id: str
    top: int
    """The number of its first line, from 0."""
    height: int
    """How many lines it takes, at least 1."""


class Page(NamedTuple):
    """A typeset section."""

    lines: tuple[RichText, ...]
    """Spans are named by `studyapp.typeset.roles`; no line ends in blanks."""
    places: tuple[Placed, ...]
    """In the order of the page; blank lines between blocks belong to none."""


class Manner(Enum):
    """How the two languages share a page."""

    ONE = "one"
    """One language; the other only where the reader peeks."""
    BESIDE = "beside"
    """Both, in two columns; where these would be too narrow, as `STACKED`."""
    STACKED = "stacked"
    """Both, one under the other, block by block."""


def typeset(
    section: Section,
    sources: Mapping[str, Source],
    skill: Skill,
    *,
    lang: Lang,
    width: int,
    manner: Manner = Manner.ONE,
    peeked: frozenset[str] = frozenset(),
    related: tuple[Text, ...] = (),
) -> Page:
    """Set a section for ``width`` cells, at least 30.

    The head has the section's id, the takeaway ``<id>:takeaway``, the titles of related sections
    ``<id>:related`` and the list of sources ``<id>:sources``; ``peeked`` names the blocks under
    which the other language stands as well.
    What says the same in both languages is set once.
    """
    column = min((width - _BETWEEN) // 2, MEASURE)
    if manner is Manner.BESIDE and column < _NARROWEST_COLUMN:
        manner = Manner.STACKED
    lines: Lines = []
    places: list[Placed] = []
    ruled = False
    for piece in pieces(section, sources, skill, related):
        was_ruled, ruled = ruled, manner is Manner.BESIDE and not piece.neutral
        if places:
            blank = [Inked("")] * piece.above
            lines += beside(blank, blank, column) if was_ruled and ruled else blank
        if ruled:
            block = beside(piece.set(lang, column), piece.set(lang.other, column), column)
        else:
            both = manner is Manner.STACKED or piece.id in peeked
            block = _down(piece, lang, width, both=both and not piece.neutral)
        places.append(Placed(piece.id, len(lines), len(block)))
        lines += block
    return Page(tuple(line.text() for line in lines), tuple(places))


def _down(piece: Piece, lang: Lang, width: int, *, both: bool) -> Lines:
    room = min(width, piece.widest)
    own = piece.set(lang, room)
    return under(own, piece.set(lang.other, room - _PEEK), lang.other) if both else own
