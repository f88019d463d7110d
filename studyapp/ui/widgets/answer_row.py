"""Two lines under a question: what to do or how sure one is, and the time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rich.text import Text as RichText
from textual.message import Message

from studyapp.core.questions.accuracy import CONFIDENCES
from studyapp.core.text import Text
from studyapp.ui.widgets.lines import CURSOR, Lines
from studyapp.words import quiz as words

if TYPE_CHECKING:
    from textual import events

    from studyapp.core.history.events import Confidence

_BLANK: Final = " " * len(CURSOR)
_USUAL: Final = 1
"""The confidence that is offered first: the learner thinks so."""


class AnswerRow(Lines, can_focus=False):
    """Words, or the three confidences to choose from; below them a line that may tick."""

    @dataclass
    class Chosen(Message):
        """A confidence was clicked."""

        confidence: Confidence

    def __init__(self, *, id: str) -> None:  # noqa: A002 -- as Textual calls it
        super().__init__(id=id)
        self._said: tuple[Text, str] | None = (Text.once(""), "muted")
        self._below: Text | None = None
        self._at = _USUAL

    @property
    def line_count(self) -> int:
        """Two."""
        return 2

    @property
    def confidence(self) -> Confidence | None:
        """The confidence under the cursor; None while there are only words."""
        return CONFIDENCES[self._at] if self._said is None else None

    def say(self, said: Text, role: str = "muted") -> None:
        """Show words in the first line."""
        if self._said != (said, role):
            self._said = (said, role)
            self.redraw_lines(0, 1)

    def ask(self) -> None:
        """Ask how sure the learner is."""
        if self._said is not None:
            self._said, self._at = None, _USUAL
            self.redraw_lines(0, 1)

    def say_below(self, said: Text | None) -> None:
        """Show words in the second line, and repaint nothing else."""
        if self._below != said:
            self._below = said
            self.redraw_lines(1, 2)

    def move(self, by: int) -> None:
        """Move the cursor, if there is one."""
        if self.confidence is not None:
            self._at = (self._at + by) % len(CONFIDENCES)
            self.redraw_lines(0, 1)

    def draw_line(self, at: int) -> RichText:
        """What is asked or said, then the time."""
        if at == 1:
            below = "" if self._below is None else self._below[self.lang]
            return self._fitted(RichText(f"{_BLANK}{below}", "muted", end=""))
        if self._said is not None:
            said, role = self._said
            return self._fitted(RichText(_BLANK, end="").append(said[self.lang], role))
        line = RichText(f"{_BLANK}{words.HOW_SURE[self.lang]}", "strong", end="")
        for number, confidence in enumerate(CONFIDENCES):
            here = number == self._at
            line.append(f"  {CURSOR if here else _BLANK}", "cursor").append(
                f"{number + 1} ", "digit"
            )
            name = words.CONFIDENCES[confidence][self.lang]
            line.append(name, "chosen" if here else "")
        return self._fitted(line)

    def on_click(self, event: events.Click) -> None:
        """Choose the confidence that is clicked."""
        if self.confidence is None or event.y:
            return
        line = self.draw_line(0).plain
        starts = [line.index(f"{number + 1} ") for number in range(len(CONFIDENCES))]
        clicked = [number for number, start in enumerate(starts) if start <= event.x]
        if clicked:
            self.post_message(self.Chosen(CONFIDENCES[clicked[-1]]))

    def _fitted(self, line: RichText) -> RichText:
        line.truncate(self.line_width, overflow="ellipsis")
        return line
