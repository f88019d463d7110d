"""The plan's dialog: a change is counted and shown, and holds only when it is agreed to."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.binding import Binding
from textual.widgets import Input as Line

from studyapp.core.scheduling.plan import compare, plan
from studyapp.core.text import Text
from studyapp.study.outlook import look_ahead
from studyapp.study.planning import FIELDS, RefusedError, Wish, rows
from studyapp.ui.screens.base import Dialog
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row
from studyapp.ui.widgets.search_input import SearchInput
from studyapp.words import planning as words
from studyapp.words.progress import short_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.core.scheduling.plan import Plan
    from studyapp.study.outlook import Outlook
    from studyapp.study.planning import Field

_BLANK = Row(Text.once(" "))


class PlanDialog(Dialog):
    """What can be chosen and what it changes; answers with the acts that make it so."""

    heading = words.PLAN

    def __init__(self, outlook: Outlook, before: Plan | None) -> None:
        super().__init__()
        self._outlook = outlook
        self._holds = self._wish = Wish.of(outlook.exam, outlook.limits)
        self._before = before
        self._after: Plan | None = None

    def compose_dialog(self) -> ComposeResult:
        """One list."""
        yield Menu(id="plan", numbered=True)

    def on_mount(self) -> None:
        """Give the list the keys."""
        self.query_one(Menu).focus()

    def speak(self) -> None:
        """Show the wish and what is known of its effect."""
        menu = self.query_one(Menu)
        menu.show(tuple(self._rows()), menu.chosen_id)
        super().speak()

    def _rows(self) -> Iterator[Row]:
        for digit, (id_, said) in enumerate(rows(self._wish, self._outlook.today), start=1):
            yield Row(said, id_, str(digit))
        yield _BLANK
        if self._wish == self._holds:
            yield Row(words.ASKS_FIRST, role="muted")
            return
        yield Row(words.WOULD_CHANGE, role="heading")
        if self._before is None or self._after is None:
            yield Row(words.COUNTING, role="muted")
            return
        for said in changes(self._before, self._after):
            yield Row(said)
        yield _BLANK
        yield Row(words.TAKE, "take", "5")
        yield Row(words.KEEP, "keep", "6")

    @on(Menu.Chosen)
    def _choose(self, event: Menu.Chosen) -> None:
        event.stop()
        match event.row:
            case "take":
                self.dismiss(self._wish.acts(self._holds))
            case "keep":
                self.dismiss(())
            case id_:
                field = FIELDS[id_]
                today = self._outlook.today
                dialog = WishDialog(field, field.value(self._wish), today)
                self.app.push_screen(dialog, lambda answer: self._take(field, answer))

    def _take(self, field: Field, answer: tuple[object] | None) -> None:
        if answer is None:
            return
        self._wish, self._after = field.put(self._wish, answer[0]), None
        self.speak()
        if self._wish != self._holds:
            self._count(self._wish)

    @work(exclusive=True)
    async def _count(self, wish: Wish) -> None:
        """Count both plans in a thread, for either may take a second or two."""
        outlook = self._outlook
        if self._before is None:
            self._before = await asyncio.to_thread(look_ahead, outlook)
        limits = wish.limits(outlook.limits)
        after = await asyncio.to_thread(plan, outlook.states, outlook.today, wish.exam, limits)
        if wish == self._wish:
            self._after = after
            self.speak()


class WishDialog(Dialog):
    """A line to type in and a list of what is offered; answers with the value in a tuple."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]

    offered = getters.query_one("#wishes", Menu)
    line = getters.query_one(SearchInput)

    def __init__(self, field: Field, value: object, today: date) -> None:
        super().__init__()
        self.heading = field.name
        self._field = field
        self._today = today
        offers = field.offers(today)
        self._offers = offers if value in offers else (value, *offers)
        self._at = self._offers.index(value)
        self._refused: Text | None = None

    def compose_dialog(self) -> ComposeResult:
        """The line and the list."""
        yield SearchInput(id="typed")
        yield Menu(id="wishes")

    def on_mount(self) -> None:
        """Give the line the keys, and put the cursor of the list on the present value."""
        self.line.focus()
        self.offered.move_to(str(self._at))

    def speak(self) -> None:
        """Ask in the present language."""
        self.line.placeholder = words.TYPE_OR_CHOOSE[self.study_app.lang]
        self._show()
        super().speak()

    def action_move(self, by: int) -> None:
        """Move the cursor of the list while the line keeps the keys."""
        if by > 0:
            self.offered.action_down()
        else:
            self.offered.action_up()

    @on(Line.Submitted)
    def _answer(self) -> None:
        typed = self.line.value.strip()
        if not typed:
            self.offered.action_choose()
            return
        try:
            self.dismiss((self._field.read(typed, self._today),))
        except RefusedError as refused:
            self._refused = refused.said
            self._show()

    @on(Line.Changed)
    def _forgive(self) -> None:
        if self._refused is not None:
            self._refused = None
            self._show()

    @on(Menu.Chosen)
    def _take(self, event: Menu.Chosen) -> None:
        event.stop()
        self.dismiss((self._offers[int(event.row)],))

    def _show(self) -> None:
        self.offered.show(tuple(self._rows()), self.offered.chosen_id)
        self.offered.refresh(layout=True)

    def _rows(self) -> Iterator[Row]:
        yield Row(self._field.means, role="muted")
        if self._refused is not None:
            yield Row(words.REFUSED.format(why=self._refused), role="notice.trap")
        for at, value in enumerate(self._offers):
            yield Row(self._field.show(value, self._today), str(at))


def changes(before: Plan, after: Plan) -> Iterator[Text]:
    """What another plan changes, in words."""
    found = compare(before, after)
    busiest = max(load.cards for load in before.forecast)
    cards = sum(load.cards for load in before.forecast)
    for name, was, more in (
        (words.CARDS_TODAY, before.quota.cards, found.today),
        (words.CARDS_BUSIEST, busiest, found.busiest),
        (words.CARDS_ALL, cards, found.cards),
    ):
        yield words.CHANGE.format(name=name, before=was, after=was + more)
    yield words.CHANGE.format(name=words.RECALL, before=_recall(before), after=_recall(after))
    yield words.MOVED.format(sooner=len(found.sooner), later=len(found.later))


def _recall(plan: Plan) -> Text:
    return words.RECALL_ON.format(percent=round(100 * plan.overall), day=short_day(plan.until))
