"""The ratings of a card beside each other, each with its digit and the next interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text as RichText
from textual.message import Message

from studyapp.ui.widgets.lines import CURSOR, Lines
from studyapp.words import cards as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from studyapp.core.history.events import Rating
    from studyapp.core.text import Text

_BLANK = " " * len(CURSOR)


class RatingRow(Lines, can_focus=False):
    """Two lines: names over intervals, one numbered column for each; or words in their place."""

    @dataclass
    class Chosen(Message):
        """A rating was clicked."""

        rating: Rating

    def __init__(self, *, id: str) -> None:  # noqa: A002 -- as Textual calls it
        super().__init__(id=id)
        self._columns: Sequence[tuple[Rating, Text]] = ()
        self._said: Text | None = None
        self.at = 0
        """Which column the cursor is on."""

    @property
    def line_count(self) -> int:
        """Two."""
        return 2

    @property
    def rating(self) -> Rating | None:
        """The rating under the cursor; None while there are only words."""
        return self._columns[self.at][0] if self._columns and self._said is None else None

    def say(self, said: Text) -> None:
        """Show words in the place of ratings."""
        self._said = said
        self.redraw()

    def offer(self, columns: Sequence[tuple[Rating, Text]], chosen: Rating) -> None:
        """Show ratings with what is said of each, and put the cursor on one of them."""
        self._columns, self._said = columns, None
        self.at = next((at for at, (rating, _) in enumerate(columns) if rating == chosen), 0)
        self.redraw()

    def numbered(self, number: int) -> Rating | None:
        """The rating with a number, counted from 1; None while it cannot be chosen."""
        is_there = self.rating is not None and number <= len(self._columns)
        return self._columns[number - 1][0] if is_there else None

    def move(self, by: int) -> None:
        """Move the cursor, if there are ratings."""
        if self.rating is not None:
            self.at = (self.at + by) % len(self._columns)
            self.redraw()

    def draw_line(self, at: int) -> RichText:
        """Names, then intervals."""
        if self._said is not None:
            return RichText(f"{_BLANK}{self._said[self.lang]}" if at == 0 else "", "muted", end="")
        line = RichText(end="")
        for column, (rating, interval) in enumerate(self._columns):
            here = column == self.at
            cell = RichText(CURSOR if here else _BLANK, "cursor", end="")
            if at == 0:
                name = words.RATINGS[rating][self.lang]
                cell.append(f"{column + 1} ", "digit").append(name, "chosen" if here else "strong")
            else:
                cell.append(f"  {interval[self.lang]}", "muted")
            cell.truncate(self._room, pad=True)
            line.append_text(cell)
        return line

    @property
    def _room(self) -> int:
        return min(20, self.line_width // max(1, len(self._columns)))

    def on_click(self, event: events.Click) -> None:
        """Choose the rating that is clicked."""
        column = event.x // self._room
        if self.rating is not None and column < len(self._columns):
            self.post_message(self.Chosen(self._columns[column][0]))
