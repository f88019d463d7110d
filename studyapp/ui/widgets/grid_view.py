"""All questions of an exam at a glance, to go to any of them or to submit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.text import Text as RichText
from textual.message import Message

from studyapp.core.text import Text
from studyapp.ui.widgets.lines import CURSOR, Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

_MARK: Final = CURSOR[0]


class Entry(NamedTuple):
    """One question in the grid."""

    said: str
    """A glyph for how it stands, the letters picked, and a flag."""
    role: str = ""


class GridView(Lines):
    """Numbered entries in columns under a few lines of words, and one more entry at the end."""

    @dataclass
    class Chosen(Message):
        """A question was chosen, by its place from 0; or, with the place after them, the end."""

        place: int

    def __init__(self, *, id: str) -> None:  # noqa: A002 -- as Textual calls it
        super().__init__(id=id)
        self._entries: Sequence[Entry] = ()
        self._head: Text = Text.once("")
        self._end: Text = Text.once("")
        self.here = 0
        """The place of the cursor, from 0; the one after the entries is the end."""
        self.typed = ""
        """The digits of a question's number that were typed so far."""
        self._heads: list[RichText] = []

    def show(self, entries: Sequence[Entry], head: Text, end: Text) -> None:
        """Show the entries under a head, and the words of the end."""
        self._entries, self._head, self._end = entries, head, end
        self.here = min(self.here, len(entries))
        self.lay_out()

    @property
    def line_count(self) -> int:
        """Head, a blank, the rows, a blank, and the end."""
        return self._first + self._rows + 2

    def draw_line(self, at: int) -> RichText:
        """A line of the head, a row, or the end."""
        if at < len(self._heads):
            return self._heads[at]
        row = at - self._first
        if 0 <= row < self._rows:
            return self._draw_row(row)
        if at != self.line_count - 1:
            return RichText("")
        is_here = self.here == len(self._entries)
        line = RichText(f"{_MARK if is_here else ' '} ", "cursor", end="")
        return line.append(self._end[self.lang], "chosen" if is_here else "strong")

    def lay_out(self) -> None:
        """Break the head at the present width."""
        if self.size.width:
            from studyapp.typeset.ink import ink
            from studyapp.typeset.wrap import wrap

            room = max(1, self.line_width - 1)
            self._heads = [line.text() for line in wrap(ink(self._head[self.lang]), room)]
        self._show_cursor()
        super().lay_out()

    # --- the cursor

    def go_to(self, place: int) -> None:
        """Put the cursor on an entry, or on the end."""
        self.here, self.typed = max(0, min(place, len(self._entries))), ""
        self._show_cursor()
        self.redraw()

    def type(self, digit: int) -> None:
        """Type a digit of the number of a question; one that leads nowhere begins anew."""
        for typed in (f"{self.typed}{digit}", str(digit)):
            if 1 <= int(typed) <= len(self._entries):
                self.go_to(int(typed) - 1)
                self.typed = typed
                return

    def step(self, by: int) -> None:
        """Move the cursor along the row, and on to the next or the one before."""
        self.go_to(self.here + by)

    def action_down(self) -> None:
        """Move the cursor one row down; from the last row, to the end."""
        last = len(self._entries)
        is_last_row = self.here // self._columns == (last - 1) // self._columns
        self.go_to(last if is_last_row else min(self.here + self._columns, last - 1))

    def action_up(self) -> None:
        """Move the cursor one row up."""
        if self.here == len(self._entries):
            self.go_to(self.here - 1)
        elif self.here >= self._columns:
            self.go_to(self.here - self._columns)

    def action_first(self) -> None:
        """Move the cursor to the first question."""
        self.go_to(0)

    def action_last(self) -> None:
        """Move the cursor to the end."""
        self.go_to(len(self._entries))

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked."""
        at = self.top + event.y
        row, column = at - self._first, event.x // self._cell
        place = row * self._columns + column
        if at == self.line_count - 1:
            self.post_message(self.Chosen(len(self._entries)))
        elif 0 <= row < self._rows and column < self._columns and place < len(self._entries):
            self.post_message(self.Chosen(place))

    # --- how it is laid out

    @property
    def _cell(self) -> int:
        """Cells of an entry, with the mark of the cursor before it and a blank behind."""
        widest = max((len(each.said) for each in self._entries), default=0)
        return 3 + len(str(len(self._entries))) + max(widest, 5)

    @property
    def _columns(self) -> int:
        return max(1, min(10, self.line_width // self._cell))

    @property
    def _rows(self) -> int:
        return -(-len(self._entries) // self._columns)

    @property
    def _first(self) -> int:
        """The line of the first row."""
        return len(self._heads) + 1

    def _draw_row(self, row: int) -> RichText:
        line = RichText(end="")
        first = row * self._columns
        number = len(str(len(self._entries)))
        for place in range(first, min(first + self._columns, len(self._entries))):
            entry, is_here = self._entries[place], place == self.here
            line.append(_MARK if is_here else " ", "cursor")
            line.append(f"{place + 1:>{number}} ", "chosen" if is_here else "table.key")
            room = self._cell - number - 2
            line.append(f"{entry.said:<{room}}", "chosen" if is_here else entry.role)
        return line

    def _show_cursor(self) -> None:
        if not self.size.height:
            return
        row = self.here // self._columns if self.here < len(self._entries) else self._rows + 1
        line = self._first + row
        if not row:
            line = 0
        if line < self.top:
            self.scroll_to_line(line)
        elif line >= self.top + self.size.height:
            self.scroll_to_line(line - self.size.height + 1)
