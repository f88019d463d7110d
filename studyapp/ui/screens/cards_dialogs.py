"""The dialogs of the Cards place: which part, found cards, a reason, a report, what is aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.binding import Binding
from textual.widgets import Input

from studyapp.core.text import Text
from studyapp.study.reviewing import REASONS
from studyapp.study.sessions import found
from studyapp.typeset.clean import clean
from studyapp.ui.screens.base import Dialog
from studyapp.ui.screens.cards_start import count, front_of
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row
from studyapp.ui.widgets.search_input import SearchInput
from studyapp.words import cards as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from textual.app import ComposeResult

    from studyapp.core.cards.deck import Item

_BLANK = Row(Text.once(" "))
_MOST = 40
"""Cards that are listed; the others are only counted."""


class ChoiceDialog(Dialog):
    """A list to choose one row of; answers with its id."""

    def __init__(self, heading: Text, rows: Sequence[Row]) -> None:
        super().__init__()
        self.heading = heading
        self._rows = rows

    def compose_dialog(self) -> ComposeResult:
        """One list."""
        yield Menu(id="choices", numbered=True)

    def on_mount(self) -> None:
        """Show the list."""
        menu = self.query_one(Menu)
        menu.show(self._rows)
        menu.focus()

    @on(Menu.Chosen)
    def _choose(self, event: Menu.Chosen) -> None:
        event.stop()
        self.dismiss(event.row)


def digit(at: int) -> str:
    """The digit of a row of a list, counted from 0; none after the ninth."""
    return str(at + 1) if at < 9 else ""


def reason_dialog() -> ChoiceDialog:
    """Why a card is suspended; answers with one of `REASONS`."""
    rows = [Row(words.REASONS[why], why, digit(at)) for at, why in enumerate(REASONS)]
    return ChoiceDialog(words.SUSPEND, (Row(words.SUSPEND_HINT, role="muted"), *rows))


def amount_dialog(name: Text, today: int, items: int) -> ChoiceDialog:
    """Which cards of a part; answers with ``today`` or ``all``."""
    rows = (
        Row(words.WHICH_CARDS, role="muted"),
        Row(words.PART_TODAY.format(count=today), "today", "1"),
        Row(words.PART_ALL.format(count=items), "all", "2", words.CRAM_MEANS),
    )
    return ChoiceDialog(name, rows)


def items_dialog(heading: Text, hint: Text, items: Sequence[Item]) -> ChoiceDialog:
    """Cards to choose one of; answers with its key."""
    rows = [Row(front_of(item.front), item.key, digit(at)) for at, item in enumerate(items)]
    return ChoiceDialog(heading, (Row(hint, role="muted"), *rows))


def keys_dialog(heading: Text, hint: Text, keys: Sequence[str]) -> ChoiceDialog:
    """Keys to read."""
    rows = [Row(Text.once(key)) for key in keys]
    return ChoiceDialog(heading, (Row(hint, role="muted"), _BLANK, *rows))


class _TypingDialog(Dialog):
    """A line to type in, over a list that follows it."""

    BINDINGS = [  # noqa: RUF012 -- as Textual declares it
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]
    prompt: Text

    line = getters.query_one(SearchInput)
    menu = getters.query_one(Menu)

    def compose_dialog(self) -> ComposeResult:
        """The line and the list."""
        yield SearchInput(id="typed-words")
        yield Menu(id="told")

    def on_mount(self) -> None:
        """Give the line the keys."""
        self.line.focus()

    def speak(self) -> None:
        """Ask in the present language."""
        self.line.placeholder = self.prompt[self.study_app.lang]
        self.show()
        super().speak()

    @on(Input.Changed)
    def show(self) -> None:
        """Show what belongs to the words typed so far."""
        self.menu.show(tuple(self.rows(self.line.value)))
        self.menu.refresh(layout=True)

    def rows(self, typed: str) -> Iterator[Row]:
        """What the list says of the words typed so far."""
        raise NotImplementedError

    def action_move(self, by: int) -> None:
        """Scroll the list while typing goes on."""
        self.menu.scroll_to_line(self.menu.top + by)


class FindDialog(_TypingDialog):
    """Words on cards; answers with the cards that hold them all."""

    heading = words.FOUND
    prompt = words.FIND_PROMPT

    def rows(self, typed: str) -> Iterator[Row]:
        """The cards, as far as there is room for them."""
        items = self._found(typed)
        yield Row(words.FIND_HINT, role="muted")
        if typed.strip():
            yield Row(count(len(items)) if items else words.NOTHING_HERE, role="strong")
        for item in items[:_MOST]:
            yield Row(front_of(item.front))

    @on(Input.Submitted)
    def _take(self) -> None:
        if items := self._found(self.line.value):
            self.dismiss(items)

    def _found(self, typed: str) -> tuple[Item, ...]:
        return found(self.study_app.study.learning, typed)


class ReportDialog(_TypingDialog):
    """What is wrong with a card; answers with the remark."""

    heading = words.REPORT
    prompt = words.REPORT_PROMPT

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def rows(self, _typed: str) -> Iterator[Row]:
        """Where the report goes."""
        yield Row(words.REPORT_HINT.format(path=clean(str(self._path))), role="muted")

    @on(Input.Submitted)
    def _answer(self) -> None:
        self.dismiss(self.line.value.strip())
