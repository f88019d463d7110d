"""Whether a diagram fits its place and has the same shape in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.library.check.texts import Passage
    from studyapp.library.findings import Finding

_WIDEST: Final = 50
"""Cells: what is left of the narrowest terminal beside the margins."""


def misdrawn(passage: Passage) -> Iterator[Finding]:
    """P0415: a diagram is too wide, holds tabs, or has more lines in one language."""
    if not passage.is_drawing:
        return
    for lang in (Lang.EN,) if passage.is_shared else Lang:
        lines = passage.text[lang].split("\n")
        for number, line in enumerate(lines, 1):
            if "\t" in line:
                message = f"line {number} of this diagram has a tab, which has no width of its own"
                yield passage.finding("P0415", message, lang, label="use spaces")
            elif (width := cell_len(line)) > _WIDEST:
                message = f"line {number} of this diagram is {width} cells wide, {_WIDEST} fit"
                yield passage.finding("P0415", message, lang)
    en, vi = (len(passage.text[lang].rstrip().split("\n")) for lang in Lang)
    if en != vi:
        message = f"this diagram has {en} lines in English, {vi} in Vietnamese"
        yield passage.finding("P0415", message, Lang.VI)
