"""The text of a section with one block in focus: scrolls, peeks, speaks both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.message import Message

from studyapp.typeset.page import Manner, Page
from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.reading import PAGE
from studyapp.ui.widgets.lines import CURSOR, Lines
from studyapp.ui.widgets.pages import Opened, Pages, Setting

if TYPE_CHECKING:
    from rich.text import Text as RichText
    from textual import events
    from textual.binding import BindingType

    from studyapp.core.text import Lang

BESIDE_FROM: Final = 84
"""Cells of text from which two languages stand side by side instead of stacked."""
_GUTTER: Final = 3
"""Cells beside the text: the mark of the block in focus, and air before the scroll mark."""
_STEP: Final = 3
"""Lines that one key press moves inside a block taller than the view."""


class PageView(Lines):
    """Shows one section."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(PAGE)
    INDENT = len(CURSOR)

    @dataclass
    class Passed(Message):
        """The learner paged on past the end of the section."""

        view: PageView

        @property
        def control(self) -> PageView:
            """The view that was paged."""
            return self.view

    @dataclass
    class LinksWanted(Message):
        """The learner asked where a block leads."""

        view: PageView
        block: str
        """The id of the block in focus."""

        @property
        def control(self) -> PageView:
            """The view that holds the block."""
            return self.view

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.opened: Opened | None = None
        self.bilingual = False
        self.at = 0
        """Which block is in focus, counted from the top."""
        self._peeked: frozenset[str] = frozenset()
        self._page = Page((), ())
        self._pages = Pages()

    @property
    def line_count(self) -> int:
        """Lines of the section in the present manner."""
        return len(self._page.lines)

    @property
    def block(self) -> str:
        """The id of the block in focus."""
        return self._page.places[self.at].id if self._page.places else ""

    @property
    def row(self) -> int:
        """The screen row of the top of the block in focus; negative when scrolled out above."""
        return self._page.places[self.at].top - self.top if self._page.places else 0

    def show(self, opened: Opened, block: str | None = None, row: int = 0) -> None:
        """Show a section from its top, or with the top of one of its blocks on a screen row."""
        self.opened = opened
        self._peeked = frozenset()
        self.at = self.top = 0
        self._set_page()
        if block is not None:
            self._go_to(block, row)
        self.refresh()

    def prepare(self, opened: Opened, lang: Lang) -> None:
        """Typeset a section ahead of time, so that opening it costs one repaint."""
        if self.size.width:
            self._pages.get(opened, self._setting(lang))

    def lay_out(self) -> None:
        """Set the page anew; the block in focus stays where it is on the screen."""
        if self.opened is None:
            return
        block, row = self.block, self.row
        self._set_page()
        self._go_to(block, row)
        self.refresh()

    def draw_line(self, at: int) -> RichText:
        """One line of the page."""
        return self._page.lines[at]

    def is_here(self, at: int) -> bool:
        """Whether a line belongs to the block in focus."""
        place = self._page.places[self.at]
        return place.top <= at < place.top + place.height

    def _setting(self, lang: Lang, peeked: frozenset[str] = frozenset()) -> Setting:
        width = max(20, self.line_width - _GUTTER)
        both = Manner.BESIDE if width >= BESIDE_FROM else Manner.STACKED
        manner = both if self.bilingual else Manner.ONE
        return Setting(lang, self.theme, width, manner, peeked)

    def _set_page(self) -> None:
        if self.opened is not None:
            setting = self._setting(self.lang, self._peeked)
            self._page, self._painted = self._pages.get(self.opened, setting)

    def _go_to(self, block: str, row: int) -> None:
        """Focus a block and put its top on a screen row, as far as the page allows."""
        for at, place in enumerate(self._page.places):
            if place.id == block:
                self.at = at
                self.scroll_to_line(place.top - max(row, 1 - place.height))
                return
        self.scroll_to_line(self.top)

    def action_down(self) -> None:
        """Read on: to the next block, or further down a block that goes on below."""
        if not self._page.places:
            return
        below = self._end(self.at) - self.top - self.size.height
        if below > 0:
            self.scroll_to_line(self.top + min(_STEP, below))
        elif self.at + 1 < len(self._page.places):
            self._focus(self.at + 1)

    def action_up(self) -> None:
        """Read back: to the block before, or further up a block that begins above."""
        if not self._page.places:
            return
        above = self.top - self._page.places[self.at].top
        if above > 0:
            self.scroll_to_line(self.top - min(_STEP, above))
        elif self.at > 0:
            self._focus(self.at - 1)

    def _end(self, at: int) -> int:
        """The line below a block; the last block takes what is left of the page."""
        place = self._page.places[at]
        return place.top + place.height if at + 1 < len(self._page.places) else self.line_count

    def _focus(self, at: int) -> None:
        """Focus a block and show as much of it as fits, from its nearer end."""
        back = at < self.at
        self._mark(at)
        top, end, height = self._page.places[at].top, self._end(at), self.size.height
        if top < self.top:
            self.scroll_to_line(max(top, end - height) if back else top)
        elif end > self.top + height:
            self.scroll_to_line(min(top, end - height))

    def _mark(self, at: int) -> None:
        """Move the focus to a block that need not be in view."""
        for place in (self._page.places[self.at], self._page.places[at]):
            self.redraw_lines(place.top, place.top + place.height)
        self.at = at

    def action_page_down(self) -> None:
        """Turn one screen on; from the end, on to the next section."""
        if self.top + self.size.height >= self.line_count:
            self.post_message(self.Passed(self))
            return
        super().action_page_down()
        self._focus_in_view()

    def action_page_up(self) -> None:
        """Turn one screen back."""
        super().action_page_up()
        self._focus_in_view()

    def action_first(self) -> None:
        """Go to the top of the section."""
        self.at = 0
        super().action_first()
        self.refresh()

    def action_last(self) -> None:
        """Go to the end of the section."""
        self.at = max(0, len(self._page.places) - 1)
        super().action_last()
        self.refresh()

    def _focus_in_view(self) -> None:
        """Let the focus follow to the first block that begins in view, if its own left it."""
        bottom = self.top + self.size.height
        place = self._page.places[self.at]
        if place.top + place.height > self.top and place.top < bottom:
            return
        for at, place in enumerate(self._page.places):
            if place.top + place.height > self.top:
                begins_in_view = place.top >= self.top or at + 1 == len(self._page.places)
                self.at = (
                    at if begins_in_view or self._page.places[at + 1].top >= bottom else at + 1
                )
                break
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll; the focus follows into view."""
        super().on_mouse_scroll_down(event)
        self._focus_in_view()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll; the focus follows into view."""
        super().on_mouse_scroll_up(event)
        self._focus_in_view()

    def on_click(self, event: events.Click) -> None:
        """Focus the block that is clicked."""
        line = self.top + event.y
        for at, place in enumerate(self._page.places):
            if place.top <= line < place.top + place.height:
                self._mark(at)

    def action_links(self) -> None:
        """Ask for the links and sources of the block in focus."""
        if self.block:
            self.post_message(self.LinksWanted(self, self.block))

    def toggle_peek(self) -> None:
        """Show or hide the block in focus in the other language, under it."""
        self._peeked ^= {self.block}
        self.lay_out()

    def toggle_bilingual(self) -> None:
        """Show both languages, or one again."""
        self.bilingual = not self.bilingual
        self._peeked = frozenset()
        self.lay_out()
