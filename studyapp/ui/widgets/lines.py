"""A widget that draws prepared lines one by one and scrolls them, with no layout of its own.

Drawing by line keeps a change of language or section to one repaint of what is visible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from studyapp.core.text import Lang
from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.reading import LINES
from studyapp.ui.themes import role_console

if TYPE_CHECKING:
    from rich.text import Text as RichText
    from textual import events
    from textual.binding import BindingType

CURSOR = "▌ "
"""Stands before the lines that the next key is about, and blanks before the others."""
_WHEEL = 3
"""Lines per turn of the mouse wheel."""


class _Brush(NamedTuple):
    """What all rows of one paint have in common."""

    width: int = 1
    """Cells of a line."""
    base: Style = Style.null()
    mark: Style = Style.null()
    """The style of the scroll mark."""
    thumb: range | None = None
    """The rows on which the scroll mark is thick; None where there is nothing to scroll."""


class Lines(Widget, can_focus=True):
    """A column of lines, taller than the widget if need be.

    A subclass says how many lines there are (`line_count`) and draws each (`draw_line`).
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(LINES)
    INDENT: ClassVar[int] = 0
    """Blanks before each line, of which a cursor may take the place."""
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.lang = Lang.EN
        self.theme = "dark"
        self.top = 0
        """The line at the top of the widget."""
        self._brush = _Brush()
        self._painted: dict[tuple[int, int], list[Segment]] = {}
        """By line and width, as a line may be painted before a change of width is told."""

    @property
    def line_count(self) -> int:
        """How many lines there are now."""
        return 0

    @property
    def line_width(self) -> int:
        """Cells that a line may fill; one column is kept for the scroll mark."""
        return max(1, self.size.width - 1)

    def draw_line(self, at: int) -> RichText:
        """Draw line ``at``, no wider than `line_width`."""
        raise NotImplementedError

    def speak(self, lang: Lang, theme: str) -> None:
        """Draw everything anew in a language and a theme."""
        if (lang, theme) != (self.lang, self.theme):
            self.lang, self.theme = lang, theme
            self.lay_out()

    def lay_out(self) -> None:
        """Prepare lines for the present width; repaints."""
        self.scroll_to_line(self.top)
        self.redraw()

    def on_resize(self) -> None:
        """Lay out anew: widths decide where lines break."""
        self.lay_out()

    def notify_style_update(self) -> None:
        """Forget what was painted in other colours."""
        super().notify_style_update()
        self._painted.clear()

    def redraw(self) -> None:
        """Draw every line anew."""
        self._painted.clear()
        self.refresh()

    def redraw_lines(self, first: int, end: int) -> None:
        """Draw the lines from ``first`` to before ``end`` anew, and no others."""
        for at in range(first, end):
            self._painted.pop((at, self._brush.width), None)
        self.refresh(Region(0, first - self.top, self.size.width, end - first))

    def scroll_to_line(self, top: int) -> None:
        """Bring a line to the top, as far as there are lines below it."""
        wanted = max(0, min(top, self.line_count - self.size.height))
        if wanted != self.top:
            self.top = wanted
            self.refresh()

    def is_here(self, _at: int) -> bool:
        """Whether the cursor stands before line ``at``."""
        return False

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint some rows; what they have in common is found once for all of them."""
        self.take_brush()
        return super().render_lines(crop)

    def take_brush(self) -> None:
        """Find what all rows have in common, before any of them is painted."""
        width, height = self.size
        base = self.visual_style.rich_style
        mark = base + role_console(self.theme).get_style("muted")
        self._brush = _Brush(max(1, width - 1), base, mark, self._thumb(height))

    def render_line(self, y: int) -> Strip:
        """Paint one visible row: the line there, then the scroll mark."""
        at, (width, base, _, thumb) = self.top + y, self._brush
        if at >= self.line_count:
            return Strip([Segment(" " * (width + 1), base)], width + 1)
        is_thumb = None if thumb is None else y in thumb
        return self.strip_of(self._segments_at(at), is_here=self.is_here(at), is_thumb=is_thumb)

    def strip_of(self, painted: list[Segment], *, is_here: bool, is_thumb: bool | None) -> Strip:
        """A line with the cursor, if it stands there, and the scroll mark, if there is one."""
        first, *rest = painted
        width, base, mark, _ = self._brush
        if is_here:
            cursor = base + role_console(self.theme).get_style("cursor")
            if blanks := first.text[len(CURSOR) :]:
                rest = [Segment(blanks, first.style), *rest]
            first = Segment(CURSOR, cursor)
        scroll_mark = " " if is_thumb is None else "┃" if is_thumb else "│"
        return Strip([first, *rest, Segment(scroll_mark, mark)], width + 1)

    def _segments_at(self, at: int) -> list[Segment]:
        """The painted form of a line without cursor and scroll mark; kept until redrawn."""
        key = at, self._brush.width
        if (painted := self._painted.get(key)) is None:
            painted = self._painted[key] = self.paint(self.draw_line(at))
        return painted

    def paint(self, drawn: RichText) -> list[Segment]:
        """Give a line the present colours and width."""
        width, base, *_ = self._brush
        words = Segment.apply_style(drawn.render(role_console(self.theme)), base)
        line = [Segment(" " * self.INDENT, base), *words]
        return list(Segment.simplify(Segment.adjust_line_length(line, width, base)))

    def _thumb(self, height: int) -> range | None:
        count = self.line_count
        if count <= height:
            return None
        length = max(1, height * height // count)
        start = round(self.top / (count - height) * (height - length))
        return range(start, start + length)

    def action_down(self) -> None:
        """Move one line down."""
        self.scroll_to_line(self.top + 1)

    def action_up(self) -> None:
        """Move one line up."""
        self.scroll_to_line(self.top - 1)

    def action_page_down(self) -> None:
        """Move one screen down, keeping two lines."""
        self.scroll_to_line(self.top + max(1, self.size.height - 2))

    def action_page_up(self) -> None:
        """Move one screen up, keeping two lines."""
        self.scroll_to_line(self.top - max(1, self.size.height - 2))

    def action_first(self) -> None:
        """Move to the first line."""
        self.scroll_to_line(0)

    def action_last(self) -> None:
        """Move to the last line."""
        self.scroll_to_line(self.line_count)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Turn the wheel down."""
        event.stop()
        self.scroll_to_line(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Turn the wheel up."""
        event.stop()
        self.scroll_to_line(self.top - _WHEEL)
