"""A list to choose from: rows that speak both languages, a cursor, digits for the first nine."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text as RichText
from textual.message import Message

from studyapp.core.text import Lang
from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.reading import MENU
from studyapp.ui.widgets.lines import CURSOR, Lines
from studyapp.ui.widgets.rows import Row, room_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size


class Menu(Lines):
    """Rows of which one is under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(MENU)
    INDENT = len(CURSOR)

    @dataclass
    class Chosen(Message):
        """The learner chose a row."""

        menu: Menu
        row: str
        """The id of the row."""

        @property
        def control(self) -> Menu:
            """The menu it was chosen from."""
            return self.menu

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002
        numbered: bool = False,
        marked: bool = False,
    ) -> None:
        """``numbered`` shows the digits of rows; ``marked`` shows which row is open."""
        super().__init__(id=id)
        self._numbered = numbered
        self._marked = marked
        self._here: str | None = None
        self.rows: Sequence[Row] = ()
        self.cursor = 0
        self._digits: set[str] = set()
        self._peeked: int | None = None
        self._width = 0
        """Cells for words in a line, as when the rows were laid out."""
        self._tops: list[int] = [0]
        self._drawn: dict[tuple[int, Lang], list[RichText]] = {}

    @property
    def line_count(self) -> int:
        """How many lines all rows take."""
        return self._tops[-1]

    @property
    def chosen_id(self) -> str | None:
        """The id under the cursor."""
        return self.rows[self.cursor].id if self.rows else None

    def show(self, rows: Sequence[Row], cursor: str | None = None) -> None:
        """Replace the rows; the cursor goes to the row with this id, else to the first with any."""
        self.rows = rows
        self._digits = {row.digit for row in rows}
        self._peeked = None
        self._drawn.clear()
        ids = [row.id for row in rows]
        named = [at for at, id_ in enumerate(ids) if id_ is not None]
        self.cursor = ids.index(cursor) if cursor in ids and cursor else next(iter(named), 0)
        self.lay_out()

    def move_to(self, row_id: str) -> None:
        """Put the cursor on the row with this id."""
        for at, row in enumerate(self.rows):
            if row.id == row_id:
                self._move(at)

    def mark(self, row_id: str) -> None:
        """Show the row with this id as the one that is open, and put the cursor there."""
        before, self._here = self._here, row_id
        for at, row in enumerate(self.rows):
            if row.id in {before, row_id} and row.id is not None:
                self._redraw_row(at)
        self.move_to(row_id)

    def lay_out(self) -> None:
        """Find how many lines each row takes at the present width."""
        if self._width != (width := room_in(self.line_width)):
            self._width = width
            self._drawn.clear()
        heights = self._heights() if self.size.width else repeat(1, len(self.rows))
        self._tops = [0, *accumulate(heights)]
        self._show_cursor()
        super().lay_out()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines needed at a width, where the height follows the rows."""
        room = room_in(width - 1)
        return sum(len(row.draw(self.lang, room, self._lead(row))) for row in self.rows)

    def draw_line(self, at: int) -> RichText:
        """Draw one line of the row it belongs to; set off while keys go to it."""
        index = bisect_right(self._tops, at) - 1
        line = self._draw_row(index)[at - self._tops[index]]
        if self.has_focus and self.is_here(at):
            line = line.copy()
            line.stylize("chosen")
        return line

    def is_here(self, at: int) -> bool:
        """Whether a line belongs to the row under the cursor, and that can be chosen."""
        mine = self._tops[self.cursor] <= at < self._tops[self.cursor + 1]
        return mine and self.chosen_id is not None

    def _heights(self) -> Iterator[int]:
        for at, row in enumerate(self.rows):
            # Most rows are short: telling so without drawing keeps an outline of thousands quick.
            short = at != self._peeked and row.is_one_line(self.lang, self._width, self._lead(row))
            yield 1 if short else len(self._draw_row(at))

    def _lead(self, row: Row) -> str:
        """What stands before the words of a row: its digit or whether it is open."""
        if row.id is None:
            return ""
        if self._marked:
            return "● " if row.id == self._here else "✓ " if row.is_done else "· "
        return f"{row.digit:>1} " if self._numbered else ""

    def _draw_row(self, at: int) -> list[RichText]:
        if (lines := self._drawn.get((at, self.lang))) is None:
            row, peeked = self.rows[at], at == self._peeked
            lines = row.draw(self.lang, self._width, self._lead(row), peeked=peeked)
            self._drawn[at, self.lang] = lines
        return lines

    def _redraw_row(self, at: int) -> None:
        for lang in Lang:
            self._drawn.pop((at, lang), None)
        self.redraw_lines(self._tops[at], self._tops[at + 1])

    def _move(self, at: int) -> None:
        before, self.cursor = self.cursor, at
        for row in (before, at):
            self._redraw_row(row)
        self._show_cursor()

    def _show_cursor(self) -> None:
        if not self.rows:
            return
        first, end = self._tops[self.cursor], self._tops[self.cursor + 1]
        # Words above the first entry belong with it.
        if not any(row.id for row in self.rows[: self.cursor]):
            first = 0
        if first < self.top:
            self.scroll_to_line(first)
        elif end > self.top + self.size.height:
            self.scroll_to_line(end - self.size.height)

    def _step(self, by: int) -> None:
        at = self.cursor + by
        while 0 <= at < len(self.rows):
            if self.rows[at].id is not None:
                self._move(at)
                return
            at += by
        self.scroll_to_line(self.top + by)

    def action_down(self) -> None:
        """Move the cursor to the next entry."""
        self._step(1)

    def action_up(self) -> None:
        """Move the cursor to the entry before."""
        self._step(-1)

    def action_page_down(self) -> None:
        """Move the cursor one screen down."""
        self._move_near(self._tops[self.cursor] + self.size.height - 1, -1)

    def action_page_up(self) -> None:
        """Move the cursor one screen up."""
        self._move_near(self._tops[self.cursor] - self.size.height + 1, 1)

    def action_first(self) -> None:
        """Move the cursor to the first entry."""
        self._move_near(0, 1)

    def action_last(self) -> None:
        """Move the cursor to the last entry."""
        self._move_near(self.line_count - 1, -1)

    def _move_near(self, line: int, toward: int) -> None:
        """Move to the entry at a line, or the nearest from there in a direction."""
        at = bisect_right(self._tops, max(0, min(line, self.line_count - 1))) - 1
        while 0 <= at < len(self.rows) and self.rows[at].id is None:
            at += toward
        if 0 <= at < len(self.rows):
            self._move(at)

    def action_choose(self) -> None:
        """Choose the entry under the cursor."""
        if (chosen := self.chosen_id) is not None:
            self.post_message(self.Chosen(self, chosen))

    def action_choose_digit(self, digit: int) -> None:
        """Choose the entry that carries a digit."""
        for at, row in enumerate(self.rows):
            if row.digit == str(digit) and row.id is not None:
                self._move(at)
                self.action_choose()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Digits do something only where a row carries them."""
        if action == "choose_digit":
            return str(parameters[0]) in self._digits
        return action != "choose" or self.chosen_id is not None

    def action_peek(self) -> None:
        """Show or hide the entry's words in the other language under it."""
        self._peeked = None if self._peeked == self.cursor else self.cursor
        self._drawn.clear()
        self.lay_out()

    def on_click(self, event: events.Click) -> None:
        """Choose the entry that is clicked."""
        at = bisect_right(self._tops, self.top + event.y) - 1
        if at < len(self.rows) and self.rows[at].id is not None:
            self._move(at)
            self.action_choose()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Repaint the cursor, which is bold only with the focus."""
        super().watch_has_focus(_has_focus)
        if self.rows:
            self._redraw_row(self.cursor)
