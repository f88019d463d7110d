"""Tables: a grid where it fits decently, else one row after the other."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from studyapp import words
from studyapp.typeset.ink import Inked, ink, join, read, rule
from studyapp.typeset.wrap import Lines, hang, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.core.notes import Table
    from studyapp.core.text import Lang

WIDEST: Final = 108
"""Cells a table may use; more would tear its rows apart."""

_GAP: Final = 3
_NARROWEST: Final = 12  # a column of prose below this is a column of syllables
_TALLEST: Final = 7  # lines; a taller row is read better as lines of its own

Row = list[Inked]


def set_table(table: Table, lang: Lang, width: int) -> Lines:
    """Set the caption, the names of columns, a rule and the rows."""
    head = [read(column[lang], "table.head") for column in table.columns]
    rows = [
        [read(cell[lang], None if number else "table.key") for number, cell in enumerate(row.cells)]
        for row in table.rows
    ]
    body = set_rows(head, rows, width)
    if table.caption is None:
        return body
    label = ink(f"{words.TABLE[lang]} · ", "caption")
    return [*wrap(join((label, read(table.caption[lang], "caption"))), width), *body]


def set_rows(head: Row, rows: Sequence[Row], width: int) -> Lines:
    """Set the names of columns, a rule and rows; the first cell of a row names it."""
    return _grid(head, rows, width) or _stacked(head, rows, width)


def column_widths(rows: Sequence[Row], width: int) -> list[int] | None:
    """Share out cells, no column narrower than its words; None when they do not fit.

    The first of the rows holds the names of the columns.
    """
    columns = list(zip(*rows, strict=True))
    whole = [max(cell.cells for cell in column) for column in columns]
    body = [max(cell.cells for cell in column[1:]) for column in columns]
    widths = [
        max(1, min(want, max(_NARROWEST, *(_longest_word(cell) for cell in column))))
        for want, column in zip(whole, columns, strict=True)
    ]
    spare = width - _GAP * (len(columns) - 1) - sum(widths)
    if spare < 0:
        return None
    # Names of rows are best left whole; a broken name of a column costs one line, a cell many.
    names = [body[0] if body[0] <= width // 4 else 0, *(0 for _ in body[1:])]
    for wanted in (names, body, whole):
        spare = _grow(widths, wanted, spare)
    return widths


def _grow(widths: list[int], wanted: Sequence[int], spare: int) -> int:
    """Widen the column that stands tallest until none breaks or nothing is left; say what is."""
    while spare and any(want > width for want, width in zip(wanted, widths, strict=True)):
        tallest = max(range(len(widths)), key=lambda column: wanted[column] / widths[column])
        widths[tallest] += 1
        spare -= 1
    return spare


def _longest_word(cell: Inked) -> int:
    return max((cell_len(word) for word in cell.words.split(" ")), default=0)


def _grid(head: Row, rows: Sequence[Row], width: int) -> Lines | None:
    widths = column_widths([head, *rows], width)
    if widths is None:
        return None
    set_rows = [_across(row, widths) for row in rows]
    tallest = max(len(row) for row in set_rows)
    if tallest > _TALLEST:
        return None
    line = rule(sum(widths) + _GAP * (len(widths) - 1))
    lines = [line, *_across(head, widths), line]
    for number, row in enumerate(set_rows):
        if number and tallest > 1:
            lines.append(Inked(""))
        lines.extend(row)
    return [*lines, line]


def _across(row: Row, widths: Sequence[int]) -> Lines:
    cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    return [
        join(
            (part.padded(width) for part, width in zip(parts, widths, strict=True)), " " * _GAP
        ).bare()
        for parts in zip_longest(*cells, fillvalue=Inked(""))
    ]


def _stacked(head: Row, rows: Sequence[Row], width: int) -> Lines:
    lines = [rule(width), *wrap(head[0], width), rule(width)]
    for number, row in enumerate(rows):
        if number:
            lines.append(Inked(""))
        lines.extend(wrap(row[0], width))
        for name, cell in zip(head[1:], row[1:], strict=True):
            entry = join((name, ink(": ", "table.head"), cell))
            lines.extend(hang(entry, width, ink("  "), ink("    ")))
    return [*lines, rule(width)]
