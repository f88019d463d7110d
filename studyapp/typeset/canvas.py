"""A grid of characters on which curves are drawn in half blocks, marks and lines."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.typeset.ink import Inked, ink, join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.typeset.roles import Role

_UPPER, _LOWER, _BOTH = "▀▄█"
_JOINED: Final = frozenset({_UPPER + _LOWER, _LOWER + _UPPER})


class Span(NamedTuple):
    """The least and the greatest value of an axis."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """How far a value is from the least to the greatest, from 0 to 1."""
        return (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)


class Canvas:
    """Cells by row and column; a curve in half blocks has two heights in each."""

    def __init__(self, columns: int, rows: int, across: Span, up: Span) -> None:
        self.columns, self.rows = columns, rows
        self._across, self._up = across, up
        self._cells: list[list[tuple[str, Role | None]]] = [
            [(" ", None)] * columns for _ in range(rows)
        ]

    def column(self, across: float) -> int:
        """The column in which a value of the horizontal axis lies."""
        return round(self._across.share(across) * (self.columns - 1))

    def row(self, up: float) -> int:
        """The row in which a value of the vertical axis lies; the topmost is 0."""
        return self._half(up) // 2

    def put(self, column: int, row: int, glyph: str, role: Role) -> None:
        """Write a glyph over what is there."""
        self._cells[row][column] = (glyph, role)

    def lines(self) -> list[Inked]:
        """The rows from the top."""
        return [
            join(
                ink("".join(glyph for glyph, _ in run), role)
                for role, run in groupby(row, key=lambda cell: cell[1])
            )
            for row in self._cells
        ]

    def level(self, up: float, role: Role) -> None:
        """Dot a horizontal line."""
        for column in range(1, self.columns, 2):
            self.put(column, self.row(up), "·", role)

    def drop(self, column: int, row: int, role: Role) -> None:
        """Dot a line from below a cell down to the horizontal axis, behind everything."""
        for below in range(row + 1, self.rows):
            if self._cells[below][column][0] in " ·":
                self.put(column, below, ":", role)

    def curve(self, height: Callable[[float], float], role: Role) -> None:
        """Draw a line in half blocks; ``height`` gives it for a value of the horizontal axis."""
        for column, halves in self._runs(height):
            for half in halves:
                row, lower = divmod(half, 2)
                glyph = _LOWER if lower else _UPPER
                if self._cells[row][column][0] + glyph in _JOINED:
                    glyph = _BOTH
                self.put(column, row, glyph, role)

    def marks(self, height: Callable[[float], float], glyph: str, role: Role) -> None:
        """Draw a line in marks, every other column."""
        for column, halves in self._runs(height):
            if column % 2 == 0:
                self.put(column, halves[-1] // 2, glyph, role)

    def _runs(self, height: Callable[[float], float]) -> Iterator[tuple[int, range]]:
        """The halves that a line takes in each column, without gaps; the last is its height."""
        low, high = self._across
        before: int | None = None
        for column in range(self.columns):
            here = self._half(height(low + (high - low) * column / max(1, self.columns - 1)))
            if before is None or before == here:
                yield column, range(here, here + 1)
            else:
                step = 1 if here > before else -1
                yield column, range(before + step, here + step, step)
            before = here

    def _half(self, up: float) -> int:
        """The half row from the top in which a value of the vertical axis lies."""
        return round((1 - self._up.share(up)) * (2 * self.rows - 1))
