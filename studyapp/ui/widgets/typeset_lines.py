"""A column of typeset lines: each is painted once, wherever and however often it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.geometry import Region
from textual.strip import Strip

from studyapp.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.segment import Segment
    from rich.text import Text as RichText

    from studyapp.typeset.ink import Inked
    from studyapp.typeset.wrap import Lines as Typeset

_KEPT: Final = 600
"""Painted lines before all are forgotten; some screens in both languages take half as many."""
_AT_ONCE: Final = 8
"""Lines painted ahead without a look at the keyboard."""


class TypesetLines(Lines):
    """Lines whose look depends on nothing but what was typeset and how wide it is painted."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 -- as Textual calls it
        super().__init__(id=id)
        self._kept: dict[Inked, list[Segment]] = {}
        self._rows: dict[tuple[Inked, bool, bool | None], Strip] = {}
        """By the line, whether the cursor is there, and which scroll mark."""
        self._kept_for: tuple[object, ...] = ()

    @property
    def typeset(self) -> Typeset:
        """The lines as they were typeset last."""
        raise NotImplementedError

    @property
    def line_count(self) -> int:
        """As many as were typeset."""
        return len(self.typeset)

    @property
    def room(self) -> int:
        """Cells for words; a blank keeps them off the scroll mark."""
        return max(1, self.line_width - self.INDENT - 1)

    def draw_line(self, at: int) -> RichText:
        """One typeset line."""
        return self.typeset[at].text()

    def prepare(self, lines: Typeset) -> Iterator[None]:
        """Paint lines that may be shown next, a few at a time."""
        self.take_brush()
        is_thumb = None if len(lines) <= self.size.height else False
        new = [line for line in dict.fromkeys(lines) if (line, False, is_thumb) not in self._rows]
        for at in range(0, len(new), _AT_ONCE):
            yield
            self.take_brush()
            rows = [self._row_of(line, False, is_thumb) for line in new[at : at + _AT_ONCE]]
            for row in self._filtered(rows):
                row.render(self.app.console)  # which it keeps

    def refresh_lines(self, stale: Iterable[int]) -> None:
        """Show lines that have changed."""
        if rows := [Region(0, at - self.top, self.size.width, 1) for at in stale]:
            self.refresh(*rows)

    def take_brush(self) -> None:
        """Forget what was painted with another brush, or of too many lines."""
        super().take_brush()
        manner = (self.theme, self._brush.width, self._brush.base, self.styles.gutter)
        if manner != self._kept_for or max(len(self._kept), len(self._rows)) > _KEPT:
            self._kept_for = manner
            self._kept.clear()
            self._rows.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint some rows; without a frame or air above they are shown as they are kept."""
        around = self.styles.gutter
        if around.top or around.right or around.bottom or self.opacity != 1:
            return super().render_lines(crop)
        self.take_brush()
        rows = self._filtered([self._row(y) for y in crop.line_range])
        if crop.column_span != (0, self.outer_size.width):
            rows = [row.crop(*crop.column_span) for row in rows]
        return rows

    def _row(self, y: int) -> Strip:
        at, thumb = self.top + y, self._brush.thumb
        if at >= self.line_count:
            return Strip.blank(self.outer_size.width, self._brush.base)
        is_thumb = None if thumb is None else y in thumb
        return self._row_of(self.typeset[at], self.is_here(at), is_thumb)

    def _row_of(self, line: Inked, is_here: bool, is_thumb: bool | None) -> Strip:
        """How a line is painted or was painted before, with the air on its left."""
        key = line, is_here, is_thumb
        if (row := self._rows.get(key)) is None:
            row = self.strip_of(self._painted_of(line), is_here=is_here, is_thumb=is_thumb)
            if left := self.styles.gutter.left:
                row = Strip.join([Strip.blank(left, self._brush.base), row])
            self._rows[key] = row
        return row

    def _filtered(self, rows: list[Strip]) -> list[Strip]:
        background = self.background_colors[1]
        for each in self.get_line_filters():
            rows = [row.apply_filter(each, background) for row in rows]
        return rows

    def _segments_at(self, at: int) -> list[Segment]:
        return self._painted_of(self.typeset[at])

    def _painted_of(self, line: Inked) -> list[Segment]:
        if (painted := self._kept.get(line)) is None:
            painted = self._kept[line] = self.paint(line.text())
        return painted
