"""The dialogs of the Exam place: a number, whether to submit, and whether to leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.widgets import Input

from studyapp.core.text import Text
from studyapp.ui.screens.base import Dialog
from studyapp.ui.screens.cards_dialogs import ChoiceDialog
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row
from studyapp.ui.widgets.search_input import SearchInput
from studyapp.words import exam as words
from studyapp.words import exam_place as said
from studyapp.words import exam_result

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from studyapp.core.exams.attempt import Attempt

_BLANK = Row(Text.once(" "))
_LISTED = 12
"""Numbers of questions that are listed."""


def submit_dialog(attempt: Attempt) -> ChoiceDialog:
    """Whether to submit; answers with ``submit``, ``open`` for the first blank, or ``back``."""
    blanks, flagged = attempt.blanks, attempt.flagged
    time = exam_result.clock(attempt.remaining)
    rows = [Row(said.SUBMIT_FINAL.format(time=time))]
    if blanks:
        rows.append(Row(words.BLANKS.format(count=len(blanks)), role="notice.trap"))
        rows.append(Row(said.SUBMIT_PLACES.format(places=_listed(blanks))))
    else:
        rows.append(Row(words.NO_BLANKS))
    if flagged:
        rows.append(Row(said.SUBMIT_FLAGGED.format(places=_listed(flagged))))
    rows.append(_BLANK)
    offered = [(said.SUBMIT_OPEN, "open")] if blanks else []
    offered += [(said.SUBMIT_BACK, "back"), (said.SUBMIT_YES, "submit")]
    rows += [Row(called, name, str(at)) for at, (called, name) in enumerate(offered, start=1)]
    return ChoiceDialog(said.SUBMIT_ASKED, rows)


def leave_dialog(attempt: Attempt) -> ChoiceDialog:
    """Whether to leave a running exam; answers with ``stay``, ``pause`` or ``go``."""
    is_strict = attempt.sheet.terms.mode == "strict"
    offered = [(said.LEAVE_STAY, "stay")]
    if not is_strict:
        offered.append((said.LEAVE_PAUSE, "pause"))
    offered.append((said.LEAVE_GO, "go"))
    return ChoiceDialog(
        said.LEAVE_ASKED,
        (
            Row(said.LEAVE_STRICT if is_strict else said.LEAVE_RELAXED),
            _BLANK,
            *(Row(called, name, str(at)) for at, (called, name) in enumerate(offered, start=1)),
        ),
    )


class NumberDialog(Dialog):
    """A number to type; answers with it, or with 0 where nothing was typed."""

    line = getters.query_one(SearchInput)
    menu = getters.query_one(Menu)

    def __init__(self, heading: Text, hint: Text, most: int) -> None:
        super().__init__()
        self.heading = heading
        self._told = hint
        self._most = most
        self._is_refused = False

    def compose_dialog(self) -> ComposeResult:
        """The line and what is said of it."""
        yield SearchInput(id="typed-number")
        yield Menu(id="told")

    def on_mount(self) -> None:
        """Give the line the keys."""
        self.line.focus()

    def speak(self) -> None:
        """Ask in the present language."""
        self.line.placeholder = said.NUMBER[self.study_app.lang]
        self._show()
        super().speak()

    @on(Input.Changed)
    def _type(self) -> None:
        self._is_refused = False
        self._show()

    @on(Input.Submitted)
    def _take(self) -> None:
        typed = self.line.value.strip()
        number = int(typed) if typed.isdecimal() and len(typed) < 6 else -1
        if not typed:
            self.dismiss(0)
        elif 1 <= number <= self._most:
            self.dismiss(number)
        else:
            self._is_refused = True
            self._show()

    def _show(self) -> None:
        self.menu.show(tuple(self._rows()))
        self.menu.refresh(layout=True)

    def _rows(self) -> Iterator[Row]:
        yield Row(self._told, role="muted")
        if self._is_refused:
            yield Row(said.NOT_A_NUMBER, role="notice.trap")


def _listed(places: Sequence[int]) -> Text:
    numbers = ", ".join(str(place + 1) for place in places[:_LISTED])
    listed = Text.once(numbers)
    if (more := len(places) - _LISTED) > 0:
        return said.TOLD.format(one=listed, other=said.AND_MORE.format(count=more))
    return listed
