"""The Exam place: what its keys do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.practising import EXAM
from studyapp.ui.screens.exam_review import ExamReview
from studyapp.words import exam as words
from studyapp.words import exam_place as said

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.binding import BindingType

    from studyapp.core.exams.attempt import Attempt


class ExamScreen(ExamReview):
    """The place.

    Every act waits its turn, so it looks at the exam only when that has come.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(EXAM)

    def go_back(self) -> None:
        """From an explanation, the result and the rules to what was before; then home, if asked."""
        match self.stage:
            case "review":
                self.back_to_result(f"question:{self.reviewed}")
            case "result":
                self.show_start()
            case "rules":
                self.show_start(f"preset:{self.preset}")
            case "grid":
                self.turn_to("question")
            case "question" if self._is_running:
                self.ask_to_leave()
            case _:
                super().go_back()

    @property
    def _is_running(self) -> bool:
        attempt, sitting = self.attempt, self.sitting
        is_mine = sitting is not None and not sitting.is_taken_over
        return is_mine and attempt is not None and not attempt.is_paused

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of a question work where one is shown, those of an explanation after it."""
        is_asked, is_told = self.asked() is not None, self.marked() is not None
        is_grid = self.stage == "grid" and self.attempt is not None
        is_taken = self.sitting is not None and self.sitting.is_taken_over
        match action:
            case "take_back":
                return is_taken
            case "pick" | "strike" | "letter" | "flag" | "submit" | "pause" if is_taken:
                return False
            case "pick" | "strike" | "letter":
                return is_asked or (is_told and action == "letter")
            case "read_on" | "note" | "advise" | "card":
                return is_told
            case "practise":
                return is_told or self.stage == "result"
            case "refuse_help":
                return is_asked
            case "number" | "flag" | "show_all":
                return is_asked or is_grid or (is_told and action == "number")
            case "go" | "turn" | "step_question":
                return is_asked or is_grid or is_told
            case "peek":
                return is_asked or is_told
            case "submit":
                return is_asked or is_grid
            case "pause":
                attempt = self.attempt
                return is_asked and attempt is not None and attempt.sheet.terms.mode == "relaxed"
            case _:
                return super().check_action(action, parameters)

    def in_exam(self, act: Callable[[Attempt], Awaitable[None]]) -> None:
        """Do something with the question that is shown, in its turn."""
        self.do(partial(self._in_exam, act))

    async def _in_exam(self, act: Callable[[Attempt], Awaitable[None]]) -> None:
        if (attempt := self.asked()) is not None:
            await act(attempt)

    # --- the answer

    def action_go(self) -> None:
        """Choose what the cursor is on; with an answer, go on."""
        self.do(self._go)

    async def _go(self) -> None:
        if self.stage == "grid":
            await self.choose_in_grid(self.grid.here)
        elif self.marked() is not None:
            self.turn_page(1)
        elif self.sitting is not None and self.sitting.is_taken_over:
            await self.resume()
        elif (attempt := self.asked()) is not None:
            if attempt.draft.is_complete:
                await self.jump(attempt.place + 1)
            else:
                await self.pick(self.paper.here)

    def action_pick(self) -> None:
        """Choose what the cursor is on, or take it back."""
        self.in_exam(lambda _: self.pick(self.paper.here))

    def action_letter(self, at: int) -> None:
        """Choose by letter; in an explanation, tell more of that answer."""
        self.do(partial(self._number, at))

    def action_number(self, number: int) -> None:
        """Choose by number; among all questions, type where to go."""
        self.do(partial(self._number_or_place, number))

    async def _number_or_place(self, number: int) -> None:
        if self.stage == "grid":
            self.grid.type(number)
            self.show_row()
        else:
            await self._number(number - 1)

    async def _number(self, at: int) -> None:
        if (marked := self.marked()) is not None:
            lines = marked.placed.shown.lines
            if 0 <= at < len(lines):
                id_ = lines[at].id
                await self.tell_of(id_, more=id_ not in self.seen.opened)
        elif (attempt := self.asked()) is not None:
            lines = attempt.placed.shown.lines
            if 0 <= at < len(lines):
                self.paper.go_to(lines[at].id)
                await self.pick(lines[at].id)

    def action_turn(self, by: int) -> None:
        """Say how sure; move among all questions; in an explanation, tell more or less."""
        self.do(partial(self._turn, by))

    async def _turn(self, by: int) -> None:
        if self.stage == "grid":
            self.grid.step(by)
            self.show_row()
        elif self.marked() is not None:
            await self.tell_of(self.paper.here, more=by > 0)
        else:
            await self.feel(by)

    def action_strike(self) -> None:
        """Strike an option out, or bring it back."""
        self.in_exam(self._strike)

    async def _strike(self, _attempt: Attempt) -> None:
        if self.sitting is not None and self.paper.here:
            await self.act(self.sitting.strike(self.paper.here))
            self.show_answer_if_any()

    def action_flag(self) -> None:
        """Mark the question to come back to, or unmark it; among all questions, the one there."""
        self.do(self._flag)

    async def _flag(self) -> None:
        attempt, sitting = self.attempt, self.sitting
        if attempt is None or sitting is None:
            return
        if self.stage == "grid":
            here = self.grid.here
            if here < len(attempt.cells) and await self.act(sitting.jump(here)):
                await self.act(sitting.flag())
            if self.stage == "grid":
                self.show()
        elif self.asked() is not None:
            await self.act(sitting.flag())
            self.show_answer_if_any()

    # --- to and fro

    def action_step_question(self, by: int) -> None:
        """Go to the next question or the one before; among all, to the next that is open."""
        self.do(partial(self._step, by))

    async def _step(self, by: int) -> None:
        attempt = self.attempt
        if self.marked() is not None:
            self.turn_page(by)
        elif attempt is not None and self.stage == "grid":
            self.step_to_open(attempt, by)
        elif attempt is not None and self.asked() is not None:
            await self.jump(attempt.place + by)

    def action_show_all(self) -> None:
        """Show all questions at a glance, or the question again."""
        self.do(self._show_all)

    async def _show_all(self) -> None:
        attempt = self.attempt
        if self.stage == "grid":
            self.turn_to("question")
        elif attempt is not None and self.asked() is not None:
            self.show_grid(attempt.place)

    # --- the exam

    def action_submit(self) -> None:
        """Submit the exam, once that is confirmed."""
        self.do(self.ask_to_submit)

    def action_pause(self) -> None:
        """Stop the clock, and hide the question."""
        self.in_exam(self._pause)

    async def _pause(self, _attempt: Attempt) -> None:
        if self.sitting is not None:
            await self.act(self.sitting.pause())
            if self.sitting is not None:
                self.show()

    def action_take_back(self) -> None:
        """Go on here with an exam that another window took."""
        self.do(self.resume)

    def action_peek(self) -> None:
        """Show or hide the other language; in an exam that is counted, or refused."""
        self.do(self._peek)

    async def _peek(self) -> None:
        if self.marked() is not None or self.seen.is_peeked:
            self.seen.is_peeked = not self.seen.is_peeked
            self.show()
        elif self.sitting is not None and self.asked() is not None:
            self.seen.is_peeked = await self.act(self.sitting.gloss())
            self.show_answer_if_any()

    # --- an explanation

    def action_read_on(self) -> None:
        """Read on in an explanation."""
        self.paper.read_on()

    def action_refuse_help(self) -> None:
        """Say why notes and advisor do not open during an exam."""
        refusal = None if self.sitting is None else self.sitting.refuses_help
        self.tell(said.AFTER if refusal is None else words.REFUSALS[refusal.value])
