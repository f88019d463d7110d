"""A typeset paper that is read and scrolled, with a cursor on its parts that have an id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.message import Message

from studyapp.typeset.questioning import Paper
from studyapp.ui.widgets.lines import CURSOR
from studyapp.ui.widgets.typeset_lines import TypesetLines

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events

    from studyapp.core.text import Lang
    from studyapp.typeset.page import Placed
    from studyapp.typeset.wrap import Lines as Typeset

    Set = Callable[[Lang, int, int], Paper]

_STEP: Final = 3
"""Lines that one key press moves where no further place can be reached."""


class PaperView(TypesetLines):
    """Shows what a typesetter makes of the present language, width and height."""

    INDENT = len(CURSOR)

    @dataclass
    class Clicked(Message):
        """A place was clicked."""

        place: str

    @dataclass
    class Carried(Message):
        """What the cursor carries shall be moved up (below 0) or down."""

        by: int

    def __init__(self, *, id: str) -> None:  # noqa: A002 -- as Textual calls it
        super().__init__(id=id)
        self._set: Set | None = None
        self._paper = Paper([])
        self._manner: tuple[object, ...] = ()
        """What the lines on the screen were painted for."""
        self.here = ""
        """The id of the place under the cursor; empty where there is none."""
        self._awaited = ""
        """The place that the cursor goes to once there is room to show it."""
        self._starts_at_places = False
        self._start = 0
        """The top as it was when a paper was begun; who has not left it yet, is kept there."""
        self.is_carrying = False
        """Whether the cursor carries what it is on, instead of leaving it."""

    @property
    def typeset(self) -> Typeset:
        """The lines as they were typeset last."""
        return self._paper.lines

    def show(self, set_: Set) -> None:
        """Show what ``set_`` makes of a language, a width and a height in cells."""
        self._set = set_
        self.lay_out()

    def begin(self, *, at_places: bool = False) -> None:
        """Go to the top, with the cursor on the first place; or so far down that this is seen."""
        self.here, self._awaited, self.top = "", "", 0
        self._starts_at_places, self._start = at_places, 0

    def go_to(self, place: str) -> None:
        """Put the cursor on a place, and scroll until it is seen."""
        self._awaited = "" if self.size.width else place
        for each in self._paper.places:
            if each.id == place:
                self._move(each)
                if each.top < self.top or each.top + each.height > self.top + self.size.height:
                    bottom = each.top + each.height - self.size.height
                    self.scroll_to_line(each.top if each.top < self.top else min(each.top, bottom))

    def is_here(self, at: int) -> bool:
        """Whether a line belongs to the place under the cursor."""
        place = self._place
        return place is not None and place.top <= at < place.top + place.height

    def lay_out(self) -> None:
        """Typeset at the present size, and repaint the lines that have changed.

        Below the top of the paper, the place under the cursor stays where it is on the screen.
        """
        before, cursor, top, (width, height) = self._paper.lines, self._place, self.top, self.size
        if self._set is not None and width:
            self._paper = self._set(self.lang, self.room, height)
        places = self._paper.places
        if self.here not in (each.id for each in places):
            self.here = places[0].id if places else ""
        place, lines = self._place, self._paper.lines
        if top == self._start:
            self.top = self._start = self._first_top()
        elif cursor is not None and place is not None and cursor.id == place.id:
            self.top = max(0, top + place.top - cursor.top)
        self.scroll_to_line(self.top)
        manner = (width, height, self.theme, self.has_focus, self.top)
        if manner == self._manner and len(before) == len(lines) and place == cursor:
            pairs = enumerate(zip(before, lines, strict=True))
            self.refresh_lines(at for at, (old, new) in pairs if old != new)
        else:
            self.redraw()
        self._manner = manner
        if width and self._awaited:
            self.go_to(self._awaited)

    def action_down(self) -> None:
        """Go to the next place, or further down one that goes on below."""
        if self.is_carrying:
            self.post_message(self.Carried(1))
            return
        at, places = self._at, self._paper.places
        is_last = at + 1 >= len(places)
        end = self.line_count if is_last else places[at].top + places[at].height
        below = end - self.top - self.size.height
        if below > 0:
            self.scroll_to_line(self.top + min(_STEP, below))
        elif not is_last:
            self._focus(places[at + 1])

    def action_up(self) -> None:
        """Go to the place before, or further up to where this one begins."""
        if self.is_carrying:
            self.post_message(self.Carried(-1))
            return
        at, places = self._at, self._paper.places
        above = self.top - (places[at].top if at > 0 else 0)
        if above > 0:
            self.scroll_to_line(self.top - min(_STEP, above))
        elif at > 0:
            self._focus(places[at - 1])

    def action_page_down(self) -> None:
        """Turn one screen on."""
        super().action_page_down()
        self._follow()

    def action_page_up(self) -> None:
        """Turn one screen back."""
        super().action_page_up()
        self._follow()

    def action_first(self) -> None:
        """Go to the top."""
        super().action_first()
        self._follow()

    def action_last(self) -> None:
        """Go to the end."""
        super().action_last()
        self._follow()

    def read_on(self) -> None:
        """Turn one screen on; from the end, go to the top."""
        if self.top + self.size.height >= self.line_count:
            self.action_first()
        else:
            self.action_page_down()

    def on_click(self, event: events.Click) -> None:
        """Tell which place was clicked."""
        for place in self._paper.places:
            if place.top <= self.top + event.y < place.top + place.height:
                self.post_message(self.Clicked(place.id))

    @property
    def _at(self) -> int:
        """Which place is under the cursor, counted from the top."""
        return next((n for n, each in enumerate(self._paper.places) if each.id == self.here), 0)

    @property
    def _place(self) -> Placed | None:
        return self._paper.places[self._at] if self._paper.places else None

    def _first_top(self) -> int:
        """The top at which a paper begins: the first place is seen below it."""
        if not self._starts_at_places or not self._paper.places:
            return 0
        wanted = self._paper.places[0].top - self.size.height * 2 // 3
        return max(0, min(wanted, self.line_count - self.size.height))

    def _focus(self, place: Placed) -> None:
        """Move to a neighbour, and show as much of it as fits, from its nearer end."""
        is_back = place.top < self._paper.places[self._at].top
        self._move(place)
        end, height = place.top + place.height, self.size.height
        if place.top < self.top:
            self.scroll_to_line(max(place.top, end - height) if is_back else place.top)
        elif end > self.top + height:
            self.scroll_to_line(min(place.top, end - height))

    def _move(self, place: Placed) -> None:
        for each in (self._place, place):
            if each is not None:
                self.redraw_lines(each.top, each.top + each.height)
        self.here = place.id

    def _follow(self) -> None:
        """Let the cursor follow to the first place that begins in view, if its own left it."""
        place, bottom = self._place, self.top + self.size.height
        if place is None or (place.top + place.height > self.top and place.top < bottom):
            return
        seen = [p for p in self._paper.places if p.top < bottom and p.top + p.height > self.top]
        begun = [p for p in seen if p.top >= self.top]
        if seen:
            self._move((begun or seen)[0])
