"""One value for a calculator: typed, or taken from what is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.binding import Binding
from textual.widgets import Input as Line

from studyapp.core.fold import fold
from studyapp.core.text import Lang, Text
from studyapp.study.calculating.inputs import InputError, choices, read
from studyapp.study.calculating.stepping import said
from studyapp.ui.figures import describe
from studyapp.ui.screens.base import Dialog
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row
from studyapp.ui.widgets.search_input import SearchInput
from studyapp.words import calculator_screen as screen_words
from studyapp.words import calculators as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from studyapp.study.calculating.inputs import Choice, Input


class ValueDialog(Dialog):
    """A line to type in and a list of what is offered; answers what is written, "" for default."""

    BINDINGS = [  # noqa: RUF012 -- as Textual declares it
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    offered = getters.query_one("#offered", Menu)
    line = getters.query_one(SearchInput)

    def __init__(self, asked: Input, written: str) -> None:
        super().__init__()
        self.heading = asked.name
        self._asked = asked
        self._written = written
        self._refused: Text | None = None
        self._picking = False
        """Whether the learner went to the list, so that Enter means its cursor."""

    def compose_dialog(self) -> ComposeResult:
        """The line and the list."""
        yield SearchInput(id="typed")
        yield Menu(id="offered")

    def on_mount(self) -> None:
        """Give the line the keys, and put the cursor of the list on the present value."""
        self.line.focus()
        self.offered.move_to(f"={self._written}")

    def speak(self) -> None:
        """Ask in the present language."""
        self.line.placeholder = screen_words.TYPE_VALUE[self.study_app.lang]
        self._show()
        super().speak()

    def action_move(self, by: int) -> None:
        """Move the cursor of the list while the line keeps the keys."""
        self._picking = True
        if by > 0:
            self.offered.action_down()
        else:
            self.offered.action_up()

    @on(Line.Changed)
    def _narrow(self) -> None:
        self._refused, self._picking = None, False
        self._show()

    @on(Line.Submitted)
    def _answer(self) -> None:
        typed = self.line.value.strip()
        if self._picking or not typed:
            self.offered.action_choose()
            return
        try:
            read(self._asked, typed, self.study_app.study.figures)
        except InputError as refused:
            found = [choice for choice in self._choices() if _matches(choice, typed)]
            if found:
                self.dismiss(found[0].written)
                return
            self._refused = refused.said
            self._show()
        else:
            self.dismiss(typed)

    @on(Menu.Chosen)
    def _take(self, event: Menu.Chosen) -> None:
        event.stop()
        self.dismiss(event.row.removeprefix("="))

    def _choices(self) -> tuple[Choice, ...]:
        return choices(self._asked, self.study_app.study.figures)

    def _show(self) -> None:
        self.offered.show(tuple(self._rows()), self.offered.chosen_id)
        self.offered.refresh(layout=True)

    def _rows(self) -> Iterator[Row]:
        yield Row(self._asked.means, role="muted")
        if self._refused is not None:
            yield Row(screen_words.REFUSED.format(why=self._refused), role="notice.trap")
        typed = self.line.value.strip()
        if not typed:
            yield Row(self._default(), "=")
        found = [each for each in self._choices() if not typed or _matches(each, typed)]
        if not found and self._refused is None and self._asked.unit is not None:
            yield Row(screen_words.NOTHING_LIKE_IT, role="muted")
        for choice in found:
            about = describe(choice.figure) if choice.figure else None
            yield Row(choice.name, f"={choice.written}", note=about)

    def _default(self) -> Text:
        value = said(self._asked, None, self.study_app.study.figures)
        return words.BY_DEFAULT.format(value=value) if value else screen_words.LEFT_OPEN


def _matches(choice: Choice, typed: str) -> bool:
    wanted = fold(typed)
    told = [Text.once(choice.written), choice.name]
    if choice.figure is not None:
        told.append(describe(choice.figure))
    return any(wanted in fold(text[lang]) for text in told for lang in Lang)
