"""What stands apart from running text: the takeaway, notices, nuances, the other language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp import words
from studyapp.core import prose
from studyapp.typeset.ink import Inked, ink, join, read, rule
from studyapp.typeset.wrap import Lines, led, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.core.notes import Notice, Nuance
    from studyapp.core.text import Lang, Text
    from studyapp.typeset.roles import Role

_TONES: Final[dict[str, tuple[str, Text, Role]]] = {
    "info": ("ℹ", words.NOTICE_INFO, "notice.info"),
    "trap": ("⚠", words.NOTICE_TRAP, "notice.trap"),
    "exam": ("★", words.NOTICE_EXAM, "notice.exam"),
}
_WEIGHTS: Final = {
    "corrects": ("≠", words.CORRECTS),
    "qualifies": ("≈", words.QUALIFIES),
    "detail": ("+", words.DETAIL),
}
_NAME: Final = 36  # letters; more of a list entry is not needed to find it again


def set_takeaway(takeaway: Text, lang: Lang, width: int) -> Lines:
    """Frame the line to remember; the frame carries the label."""
    label = ink(f" {words.TAKEAWAY[lang]} ", "takeaway.label")
    right = width - 3 - label.cells
    side = ink("│", "takeaway")
    inside = wrap(read(takeaway[lang]), width - 4)
    return [
        join((ink("╭─", "takeaway"), label, ink("─" * right + "╮", "takeaway"))),
        *(join((side, line.padded(width - 4), side), " ") for line in inside),
        join((ink("╰", "takeaway"), rule(width - 2, "takeaway"), ink("╯", "takeaway"))),
    ]


def set_notice(notice: Notice, lang: Lang, width: int, foot: Lines) -> Lines:
    """Set a remark behind a bar, under its tone's glyph and word."""
    glyph, word, role = _TONES[notice.tone]
    label = [ink(f"{glyph} {word[lang]}", role)]
    if notice.title:
        label.append(read(notice.title[lang], "strong"))
    lines = [*wrap(join(label, " · "), width - 2), *wrap(read(notice.text[lang]), width - 2), *foot]
    bar = ink("┃ ", role)
    return led(lines, bar, bar)


def set_nuance(nuance: Nuance, about: Sequence[Text], lang: Lang, width: int, foot: Lines) -> Lines:
    """Set a nuance in a bracket under its statement, naming the rows or entries it is ``about``."""
    glyph, word = _WEIGHTS[nuance.weight]
    label = [ink(f"{glyph} {word[lang]}", "nuance.label")]
    if about:
        label.append(ink("; ".join(_shortened(name[lang]) for name in about), "muted"))
    if nuance.newer:
        label.append(ink(words.NEWER[lang], "newer"))
    inner = width - 4
    lines = [
        *wrap(join(label, " · "), inner),
        *wrap(read(nuance.title[lang], "strong"), inner),
        *wrap(read(nuance.text[lang]), inner),
        *foot,
    ]
    first, middle, last = (ink(f"  {glyph} ", "nuance") for glyph in "╭│╰")
    return [*led(lines[:-1], first, middle), *led(lines[-1:], last)]


def _shortened(markdown: str) -> str:
    name = prose.plain(markdown)
    if len(name) <= _NAME:
        return name
    return (name[:_NAME].rpartition(" ")[0].rstrip(" ,;:—–") or name[:_NAME]) + "…"


def under(own: Lines, other: Lines, lang: Lang) -> Lines:
    """Set a translation, in ``lang``, right under its block; it takes 5 cells more."""
    label, rest = ink(f"{lang.upper()} ╎ ", "peek"), ink("   ╎ ", "peek")
    return [*own, *led(other, label, rest)]


def beside(left: Lines, right: Lines, column: int) -> Lines:
    """Set two columns with a thin rule between; the shorter one is filled up."""
    missing = len(left) - len(right)
    left = left + [Inked("")] * -missing
    right = right + [Inked("")] * missing
    return [
        join((one.padded(column), ink("│", "rule"), other), " ").bare()
        for one, other in zip(left, right, strict=True)
    ]
