"""Charts of shares and of days to come, as lines of text with what they show in words.

No meaning rests on colour: parts differ in their glyphs, and every number that matters is written.
"""

from __future__ import annotations

from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.typeset.ink import Inked, ink, join
from studyapp.typeset.wrap import Lines, hang, wrap
from studyapp.words import progress as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from studyapp.core.text import Lang, Text
    from studyapp.typeset.roles import Role

_LONGEST: Final = 40
"""Cells of a bar."""
_ROWS: Final = 6
"""Height of a chart of days."""
_GLYPHS: Final = "█▒░"
_ROLES: Final[tuple[Role, ...]] = ("diagram", "nuance", "notice.info")


class Bar(NamedTuple):
    """A share of a whole."""

    name: Text
    share: float | None
    """From 0 to 1; None when it is not known."""
    said: Text
    """What it amounts to."""
    aim: float | None = None
    """A share to mark, 0 to 1."""


class Column(NamedTuple):
    """What a day asks for."""

    day: date
    parts: tuple[int, int, int]
    """Due, once more before the exam, new."""

    @property
    def total(self) -> int:
        """All of it."""
        return sum(self.parts)


def set_bars(bars: Sequence[Bar], lang: Lang, width: int) -> Lines:
    """Draw each share as a bar between its name and what it amounts to."""
    names = min(max((len(bar.name[lang]) for bar in bars), default=0), width // 3)
    said = max((len(bar.said[lang]) for bar in bars), default=0)
    room = max(5, min(_LONGEST, width - names - said - 4))
    lines: Lines = []
    for bar in bars:
        drawn = join((ink(bar.name[lang].ljust(names)), _bar(bar, room)), "  ")
        lines += hang(ink(bar.said[lang], "strong"), width, join((drawn, Inked("  "))))
    return lines


def _bar(bar: Bar, room: int) -> Inked:
    filled = 0 if bar.share is None else round(bar.share * room)
    cells: list[tuple[str, Role]] = [("█", "diagram")] * filled
    cells += [("░", "muted")] * (room - filled)
    if bar.aim is not None:
        cells[min(room - 1, round(bar.aim * room))] = ("│", "strong")
    return _inked(cells)


def set_forecast(columns: Sequence[Column], lang: Lang, width: int) -> Lines:
    """Draw what the days ask for as columns; many days are drawn by the week, or by four."""
    most = max((column.total for column in columns), default=0)
    if not most:
        return []
    margin = len(str(sum(column.total for column in columns))) + 1
    span, grouped = _grouped(columns, max(8, width - margin - 1))
    most = max(column.total for column in grouped)
    cell = 2 if 2 * len(grouped) <= width - margin - 1 else 1
    heights = [_heights(column, most) for column in grouped]
    lines = wrap(ink(words.A_SPAN[span][lang], "caption"), width)
    for row in range(_ROWS, 0, -1):
        label = str(most) if row == _ROWS else ""
        drawn = _inked([cell_ for up in heights for cell_ in [_part(up, row)] * cell])
        axis = ink("┤" if label else "│", "rule")
        lines.append(join((ink(f"{label:>{margin - 1}} ", "muted"), axis, drawn)).bare())
    lines.append(ink(" " * margin + "└" + "─" * (cell * len(grouped)), "rule"))
    lines.append(ink(" " * (margin + 1) + _day_names(grouped, cell, lang), "muted"))
    return [*lines, *_forecast_legend(columns, lang, width, margin + 1)]


def forecast_in_words(columns: Sequence[Column]) -> Text:
    """Say what the days ask for."""
    if not any(column.total for column in columns):
        return words.FORECAST_NONE
    busiest = max(columns, key=lambda column: column.total)
    return words.FORECAST_SAID.format(
        start=words.short_day(columns[0].day),
        end=words.short_day(columns[-1].day),
        cards=sum(column.total for column in columns),
        day=words.short_day(busiest.day),
        most=busiest.total,
    )


def _grouped(columns: Sequence[Column], room: int) -> tuple[int, list[Column]]:
    """The days by ones, sevens or twenty-eights, whichever fits; only the latest may not fit."""
    spans = tuple(words.A_SPAN)
    span = next((span for span in spans if ceil(len(columns) / span) <= room), spans[-1])
    groups = [columns[at : at + span] for at in range(0, len(columns), span)]
    summed = [Column(group[0].day, _summed(group)) for group in groups]
    return span, summed[:room]


def _summed(group: Iterable[Column]) -> tuple[int, int, int]:
    due, final, new = zip(*(column.parts for column in group), strict=True)
    return sum(due), sum(final), sum(new)


def _heights(column: Column, most: int) -> list[int]:
    """Rows at which the parts end, one upon the other; what there is at all is seen."""
    ends, before, end = [], 0, 0
    for part in column.parts:
        before += part
        end = min(_ROWS, max(round(_ROWS * before / most), end + (part > 0)))
        ends.append(end)
    return ends


def _part(ends: Sequence[int], row: int) -> tuple[str, Role]:
    for end, glyph, role in zip(ends, _GLYPHS, _ROLES, strict=True):
        if row <= end:
            return glyph, role
    return " ", "muted"


def _day_names(columns: Sequence[Column], cell: int, lang: Lang) -> str:
    line = ""
    for at, column in enumerate(columns):
        name = words.short_day(column.day)[lang]
        fits = cell * at + len(name) <= max(len(name), cell * len(columns))
        if fits and (not line or (at % 7 == 0 and len(line) < cell * at)):
            line = line.ljust(cell * at) + name
    return line


def _forecast_legend(columns: Sequence[Column], lang: Lang, width: int, margin: int) -> Lines:
    names = (words.DUE, words.FINAL, words.NEW)
    sums = _summed(columns)
    parts = [
        join((ink(glyph * 2, role), ink(f" {name[lang]} {count}")))
        for glyph, role, name, count in zip(_GLYPHS, _ROLES, names, sums, strict=True)
        if count
    ]
    beside = join(parts, "   ")
    lines = [beside] if margin + beside.cells <= width else parts
    return [line for each in lines for line in hang(each, width, Inked(" " * margin))]


def _inked(cells: Iterable[tuple[str, Role]]) -> Inked:
    """Cells beside each other, those of one role in one stroke."""
    strokes = groupby(cells, key=lambda cell: cell[1])
    return join(ink("".join(glyph for glyph, _ in stroke), role) for role, stroke in strokes)
