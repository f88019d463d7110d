"""How text breaks into lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from studyapp.typeset.ink import Inked, join

if TYPE_CHECKING:
    from collections.abc import Iterator

Lines = list[Inked]
"""Lines of a page, none wider than was asked for."""

_WORD: Final = re.compile(r"[^ ]+(?: [·—–](?= |$))?")  # a dot or dash starts no line
_WIDEST: Final = 2  # cells of the widest character: no line can be narrower
_JOINTS: Final = frozenset("/-_?&=")


def wrap(inked: Inked, width: int) -> Lines:
    """Break between words; a word that fits no line is folded, if possible where its parts join."""
    if inked.cells <= width:
        return [inked.bare()]
    return [
        inked.cut(start, end).bare() for start, end in _breaks(inked.words, max(width, _WIDEST))
    ]


def hang(inked: Inked, width: int, first: Inked, rest: Inked | None = None) -> Lines:
    """Wrap, and lead the first line with one thing and the others with another."""
    lead = max(first.cells, rest.cells if rest else 0)
    return led(wrap(inked, width - lead), first, rest)


def led(lines: Lines, first: Inked, rest: Inked | None = None) -> Lines:
    """Lead the first line with one thing and the others with another, by default with blanks."""
    lead = Inked(" " * first.cells) if rest is None else rest
    return [join((lead if number else first, line)).bare() for number, line in enumerate(lines)]


def _breaks(words: str, width: int) -> Iterator[tuple[int, int]]:
    start = end = cells = 0
    for word in _WORD.finditer(words):
        size = cell_len(word[0])
        if cells and cells + word.start() - end + size > width:
            yield start, end
            start = end = word.start()
            cells = 0
        cells += word.start() - end + size
        end = word.end()
        while cells > width:
            fold = _fold(words, start, end, width)
            yield start, fold
            start = fold + (words[fold] == " ")
            cells = cell_len(words[start:end])
    yield start, end


def _fold(words: str, start: int, end: int, width: int) -> int:
    """Find where to break a stretch wider than a line: after a joint, if that fills half a line."""
    cells = 0
    fold = joint = start
    while fold < end and (cells := cells + cell_len(words[fold])) <= width:
        fold += 1
        if words[fold - 1] in _JOINTS:
            joint = fold
    return joint if joint - start > width // 2 else fold
