"""The Cards place: what its keys do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.widgets import Input

from studyapp.study.reports import report
from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.practising import CARDS
from studyapp.ui.screens.cards_choosing import CardsChoosing
from studyapp.ui.screens.cards_dialogs import ReportDialog, reason_dialog
from studyapp.ui.widgets.ratings import RatingRow
from studyapp.words import cards as words

if TYPE_CHECKING:
    from textual.binding import BindingType

    from studyapp.core.history.events import Rating


class CardsScreen(CardsChoosing):
    """The place.

    Every act waits its turn, so it looks at the session only when that has come.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(CARDS)

    def go_back(self) -> None:
        """From a card or the end to what can be studied, with the session kept; from there home."""
        if self.stage == "start":
            super().go_back()
        else:
            self.stage = "start"
            self.tell(None)
            self.show()
            self.menu.move_to("continue")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of a card work where one is shown."""
        if self.is_acting:  # what follows from the keys before this one is not known yet
            return True
        review = self.review
        match action:
            case "undo":
                can_undo = review is not None and review.can_undo
                return self.learning.is_awake if self.stage == "start" else can_undo
            case "guessed":
                return self.stage != "start" and review is not None and review.can_be_guess
            case "restart":
                return review is not None and review is self.asked() and review.has_changed
            case "note":
                return review is not None and self.stage == "card" and review.sight.is_revealed
            case "answer" | "rate" | "rating" | "peek" | "flag" | "bury" | "suspend" | "report":
                return self.stage == "card"
            case _:
                return super().check_action(action, parameters)

    # --- the answer

    def action_answer(self) -> None:
        """Show the back; then take the rating under the cursor."""
        self.do(self._answer)

    async def _answer(self) -> None:
        if (review := self.asked()) is None:
            return
        if not review.sight.is_revealed:
            review.reveal()
            self.show()
        elif (rating := self.ratings.rating) is not None:
            await self._rate(rating)

    @on(Input.Submitted, "#answer-line")
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self.do(partial(self._check, event.value))

    async def _check(self, typed: str) -> None:
        review = self.asked()
        if review is None or review.sight.is_revealed:
            return
        if typed.strip():
            review.answer(typed, self.study_app.lang)
        else:
            review.reveal()
        self.show()

    def action_rating(self, by: int) -> None:
        """Move the cursor of the ratings."""
        self.do(partial(self._move, by))

    async def _move(self, by: int) -> None:
        self.ratings.move(by)

    def action_rate(self, number: int) -> None:
        """Take the rating with a number."""
        self.do(partial(self._rate_numbered, number))

    async def _rate_numbered(self, number: int) -> None:
        if (rating := self.ratings.numbered(number)) is not None:
            await self._rate(rating)

    @on(RatingRow.Chosen)
    def _take_clicked(self, event: RatingRow.Chosen) -> None:
        self.do(partial(self._rate, event.rating))

    async def _rate(self, rating: Rating) -> None:
        review = self.asked()
        if review is not None and review.sight.is_revealed:
            await self.keep(review.rate(rating))
            self._show_next()

    def _show_next(self) -> None:
        self.is_peeked = False
        self.go_on()

    # --- the other acts

    def action_undo(self) -> None:
        """Take the last act back."""
        self.do(self._undo if self.stage == "start" else self._undo_in_session)

    async def _undo_in_session(self) -> None:
        if self.review is None or not self.review.can_undo:
            self.tell(words.NOTHING_TO_UNDO)
        elif await self.keep(self.review.undo()):
            self._show_next()

    async def _undo(self) -> None:
        """Take back what this computer did last, in a session or not."""
        last = self.learning.last_act()
        if last is None:
            self.tell(words.NOTHING_TO_UNDO)
        elif self.review is not None and self.review.last_event == last:
            await self._undo_in_session()
        elif await self.keep(self.learning.undo()):
            self.tell(words.UNDONE.get(last.kind, words.UNDONE_OTHER))
            self.show()

    def action_guessed(self) -> None:
        """Say that the last answer was a guess."""
        self.do(self._guessed)

    async def _guessed(self) -> None:
        if self.review is None or not self.review.can_be_guess:
            self.tell(words.NO_GUESS)
        elif await self.keep(self.review.guessed()):
            self.tell(words.GUESSED)
            self.go_on()

    def action_peek(self) -> None:
        """Show or hide the other language."""
        self.do(self._peek)

    async def _peek(self) -> None:
        if (review := self.asked()) is not None:
            self.is_peeked = not self.is_peeked
            review.peek()
            self.show()

    def action_flag(self) -> None:
        """Mark the card, or unmark it."""
        self.do(self._flag)

    async def _flag(self) -> None:
        if (review := self.asked()) is not None:
            await self.keep(review.flag())
            self.show()

    def action_bury(self) -> None:
        """Put the card off until tomorrow."""
        self.do(self._bury)

    async def _bury(self) -> None:
        if (review := self.asked()) is not None:
            if await self.keep(review.bury()):
                self.tell(words.BURIED)
            self._show_next()

    def action_restart(self) -> None:
        """Let a card begin anew whose meaning has changed."""
        self.do(self._restart)

    async def _restart(self) -> None:
        review = self.asked()
        if review is not None and review.has_changed:
            if await self.keep(review.restart()):
                self.tell(words.BEGUN_ANEW)
            self.show()

    def action_suspend(self) -> None:
        """Ask why the card shall not be asked any more."""
        self.do(self._ask_reason)

    async def _ask_reason(self) -> None:
        if self.asked() is not None:
            self.app.push_screen(reason_dialog(), self._take_reason)

    def _take_reason(self, why: str | None) -> None:
        if why is not None:
            self.do(partial(self._suspend, why))

    async def _suspend(self, why: str) -> None:
        if (review := self.asked()) is not None:
            await self.keep(review.suspend(why))
            self._show_next()

    def action_report(self) -> None:
        """Ask what is wrong with the card."""
        self.do(self._ask_remark)

    async def _ask_remark(self) -> None:
        if self.asked() is not None:
            path = self.study_app.reports_path
            self.app.push_screen(ReportDialog(path), self._report)

    def _report(self, remark: str | None) -> None:
        review = self.asked()
        if remark is None or review is None or review.current is None:
            return
        app, now = self.study_app, self.learning.clock.now()
        path = app.reports_path
        try:
            report(path, review.current, review.languages(app.lang), remark, now)
        except OSError as error:
            said = words.NOT_REPORTED.format(path=path, why=error.strerror or error)
            app.tell(said, severity="error")
        else:
            app.tell(words.REPORTED.format(path=path))

    def action_note(self) -> None:
        """Go to the note behind the card, once its back is shown."""
        self.do(self._note)

    async def _note(self) -> None:
        review = self.asked()
        if review is not None and review.sight.is_revealed and review.current is not None:
            self.open_note(review.current)
