"""A list whose rows change under the eye: it repaints only what looks otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.geometry import Region
from textual.message import Message

from studyapp.ui.widgets.entries import Entry
from studyapp.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.segment import Segment
    from rich.text import Text as RichText
    from textual.strip import Strip

    from studyapp.core.text import Lang
    from studyapp.ui.widgets.rows import Row

_KEPT: Final = 2048
"""Painted lines that are kept before all are forgotten."""
_AT_A_TIME: Final = 12
"""Lines painted ahead without a pause."""

_Look = tuple["RichText", bool, bool]
"""What a painted row shows: its line, the cursor, the scroll mark."""


class Pane(Menu):
    """A menu beside others, which tells them when its cursor moves."""

    @dataclass
    class Moved(Message):
        """The cursor went to another row."""

        pane: Pane

        @property
        def control(self) -> Pane:
            """The list in which it moved."""
            return self.pane

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._looks: dict[int, _Look | None] = {}
        self._kept: dict[int, tuple[RichText, list[Segment]]] = {}
        self._kept_for: tuple[object, ...] = ()
        self._is_replacing = False

    def show(self, rows: Sequence[Row], cursor: str | None = None) -> None:
        """Replace the rows; the one under the cursor stays peeked at."""
        peeked = None if self._peeked is None else self.rows[self._peeked].id
        self._is_replacing = True
        super().show(rows, cursor)
        if peeked is not None and peeked == self.chosen_id:
            self.action_peek()
        self._is_replacing = False

    def action_choose_digit(self, digit: int) -> None:
        """Choose the entry that carries a digit; who shows what follows moves the cursor, too.

        To move it here first would paint it once before, and beside what no longer holds.
        """
        for row in self.rows:
            if row.digit == str(digit) and row.id is not None:
                self.post_message(self.Chosen(self, row.id))

    def draw_ahead(self, rows: Sequence[Row], lang: Lang) -> Iterator[None]:
        """Paint rows that may be shown next, a few at a time; shown, they are only looked up."""
        before = len(self._kept)
        for row in rows:
            for line in row.draw(lang, self._width, self._lead(row)):
                self.paint(line)
            if abs(len(self._kept) - before) >= _AT_A_TIME:
                before = len(self._kept)
                yield

    def redraw(self) -> None:
        """Draw anew; where rows are replaced, only what looks otherwise than before."""
        width, height = self.size
        if not self._is_replacing or not self._looks:
            super().redraw()
            return
        self._painted.clear()
        thumb = self._thumb(height)
        stale = [y for y in range(height) if not self._looks_like(y, thumb)]
        if stale:
            self.refresh(*(Region(0, y, width, 1) for y in stale))

    def render_line(self, y: int) -> Strip:
        """Paint one visible row, and note how it looks."""
        self._looks[y] = self._look(y, self._brush.thumb)
        return super().render_line(y)

    def paint(self, drawn: RichText) -> list[Segment]:
        """Paint a line that was drawn before as it was then."""
        width, base, *_ = self._brush
        manner = (width, base, self.theme)
        if manner != self._kept_for or len(self._kept) > _KEPT:
            self._kept_for = manner
            self._kept.clear()
        known = self._kept.get(id(drawn))
        if known is None or known[0] is not drawn:
            known = self._kept[id(drawn)] = (drawn, super().paint(drawn))
        return known[1]

    def reveal(self) -> None:
        """Scroll so far that the row under the cursor stands with its heading and its inside."""
        depths = [row.depth if isinstance(row, Entry) else 0 for row in self.rows]
        depth, height = depths[self.cursor], self.size.height
        before = (at for at in range(self.cursor, -1, -1) if depths[at] < depth)
        after = (at for at in range(self.cursor + 1, len(depths)) if depths[at] <= depth)
        first, heading = self._tops[self.cursor], self._tops[next(before, self.cursor)]
        end = self._tops[next(after, len(depths))]
        if end > self.top + height:
            self.scroll_to_line(min(first, end - height))
        if heading < self.top and end - heading <= height:
            self.scroll_to_line(heading)

    def _heights(self) -> Iterator[int]:
        """Draw every row: most are entries, which are drawn only once anyway."""
        return (len(self._draw_row(at)) for at in range(len(self.rows)))

    def _look(self, y: int, thumb: range | None) -> _Look | None:
        at = self.top + y
        if at >= self.line_count:
            return None
        return self.draw_line(at), self.is_here(at), thumb is not None and y in thumb

    def _looks_like(self, y: int, thumb: range | None) -> bool:
        """Whether a row would be painted as it is; one under the cursor is drawn each time."""
        before, now = self._looks.get(y), self._look(y, thumb)
        if before is None or now is None:
            return before is now and y in self._looks
        return before[0] is now[0] and before[1:] == now[1:]

    def _move(self, at: int) -> None:
        super()._move(at)
        self.post_message(self.Moved(self))
