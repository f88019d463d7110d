"""Rows that hang under a sign, drawn once for each width however often they come and go."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.text import Text as RichText

from studyapp.typeset.ink import ink, join, read
from studyapp.typeset.wrap import hang
from studyapp.ui.widgets.rows import Row

if TYPE_CHECKING:
    from studyapp.core.text import Lang, Text
    from studyapp.typeset.roles import Role

_KEPT = 4096
"""Drawn rows that are kept: a few hundred for each decision, width and language."""


@dataclass(frozen=True, slots=True)
class Entry(Row):
    """A row with a sign before its words, and perhaps a value and a tag after them."""

    sign: str = ""
    sign_role: Role = "bullet"
    depth: int = 0
    """How far it is indented."""
    manner: Role | None = None
    """The role of the words."""
    value: Text | None = None
    """What is said of the words."""
    value_role: Role = "strong"
    tag: Text | None = None
    """How it comes to be so."""

    def draw(self, lang: Lang, width: int, lead: str, *, peeked: bool = False) -> list[RichText]:
        """The row in a language; peeked at, in both languages."""
        lines = list(_drawn(self, lang, width))
        if peeked:
            tag = f"{lang.other.value.upper()} ┆ "
            other = _drawn(self, lang.other, width - len(tag))
            lines += [RichText().append(tag, "peek").append_text(line) for line in other]
        return lines

    def is_one_line(self, lang: Lang, width: int, lead: str) -> bool:
        """Tell nothing: drawing it costs no more than finding out."""
        return False


@lru_cache(maxsize=_KEPT)
def _drawn(entry: Entry, lang: Lang, width: int) -> tuple[RichText, ...]:
    said = read(entry.text[lang], entry.manner)
    if entry.value is not None:
        said = join((said, read(entry.value[lang], entry.value_role)), "  ")
    if entry.tag is not None:
        said = join((said, ink(entry.tag[lang], "muted")), " · ")
    first = join((ink("  " * entry.depth), ink(entry.sign, entry.sign_role)))
    blank = ink(" " * first.cells)
    lines = hang(said, width, first)
    if entry.note is not None:
        lines += hang(read(entry.note[lang], "muted"), width, blank)
    return tuple(line.text() for line in lines)
