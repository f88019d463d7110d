"""The Exam place while an exam runs: its answers, its grid, its clock, and its end."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from textual import on, work

from studyapp.core.exams.attempt import Refusal
from studyapp.core.ports import StoreError
from studyapp.core.questions.accuracy import CONFIDENCES
from studyapp.ui.screens.exam_choosing import ExamChoosing
from studyapp.ui.screens.exam_dialogs import leave_dialog, submit_dialog
from studyapp.ui.widgets.grid_view import GridView
from studyapp.ui.widgets.paper_view import PaperView
from studyapp.words import exam as words
from studyapp.words import exam_place as said

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from studyapp.core.exams.attempt import Attempt

_PATIENCE: Final = 1.0
"""Seconds that the end of the program waits for the disk."""


class ExamRunning(ExamChoosing):
    """The place with what can be done in an exam."""

    def on_mount(self) -> None:
        """Let the time pass, whatever place is shown."""
        self.set_interval(1, self.tick)

    async def on_unmount(self) -> None:
        """Let go of the exam as the program ends, so that it can be gone on with anywhere."""
        if self.sitting is not None:
            with suppress(StoreError, TimeoutError):  # else it is resumed as after a crash
                async with asyncio.timeout(_PATIENCE):
                    await self.sitting.leave()

    def keep_place(self) -> None:
        """Let the exam know where the cursor is."""
        # While something is done, what is on the screen may not be what is asked any more.
        if self.sitting is not None and self.asked() is not None and not self.is_acting:
            self.sitting.here = self.paper.here

    def do(self, act: Callable[[], Awaitable[None]]) -> None:
        """Do something in its turn, after which the cursor may be elsewhere."""
        self.keep_place()
        super().do(act)

    # --- time

    def tick(self) -> None:
        """Let a second pass."""
        self.keep_place()
        if self.sitting is not None and not self.is_beating:
            self.is_beating = True
            self._beat()
        self.show_time()

    @work(group="beat")
    async def _beat(self) -> None:
        sitting = self.sitting
        try:
            was_taken = sitting is None or sitting.is_taken_over
            if sitting is not None:
                await sitting.beat()
            if sitting is None or sitting is not self.sitting:
                return
            if sitting.attempt.is_over:
                self.end()
            elif sitting.is_taken_over and not was_taken:
                self.be_taken_over()
        except StoreError:
            return  # what cannot be kept is told at the next act; the time is not lost
        finally:
            self.is_beating = False

    def end(self) -> None:
        """Show the result at once, whatever dialog is open; elsewhere say that there is one."""
        if self.sitting is None:
            return
        attempt = self.sitting.attempt
        if self.app.screen_stack[0] is self:
            while self.app.screen is not self:
                self.app.pop_screen()
        else:
            self.study_app.tell(said.ENDED_WHILE_AWAY, severity="warning")
        self.show_result(attempt)

    def be_taken_over(self) -> None:
        """Let the exam only be looked at from now on."""
        attempt = self.attempt
        self.looked = None if attempt is None else attempt.place
        self.show()

    # --- acts

    async def act(self, doing: Coroutine[object, object, Refusal | None]) -> bool:
        """Do something in the exam; returns whether it is done, and says why it is not."""
        refused: list[Refusal] = []

        async def done() -> None:
            refusal = await doing
            if refusal is not None:
                refused.append(refusal)

        is_kept = await self.keep(done())
        sitting = self.sitting
        if sitting is not None and sitting.attempt.is_over:
            self.end()
            return False
        for refusal in refused:
            self.news = words.REFUSALS[refusal.value]
            if refusal is Refusal.TAKEN_OVER and self.looked is None:
                self.be_taken_over()
        return is_kept and not refused

    async def pick(self, option: str) -> None:
        """Pick an option, or take it back, and show it once it is kept."""
        if self.sitting is not None and option:
            await self.act(self.sitting.pick(option))
            self.show_answer_if_any()

    async def feel(self, by: int) -> None:
        """Be surer (above 0) or less sure."""
        attempt = self.asked()
        if self.sitting is None or attempt is None:
            return
        felt = attempt.draft.confidence
        at = CONFIDENCES.index(felt) + by if felt else len(CONFIDENCES) // 2
        if attempt.draft.is_complete and 0 <= at < len(CONFIDENCES):
            await self.act(self.sitting.feel(CONFIDENCES[at]))
        self.show_answer_if_any()

    def show_answer_if_any(self) -> None:
        """Show the answer as it stands, unless the exam is over by now."""
        if self.asked() is not None:
            self.show_answer()

    async def jump(self, place: int) -> None:
        """Show another question; from the last one, all at a glance."""
        attempt, sitting = self.attempt, self.sitting
        if attempt is None or sitting is None or place < 0:
            return
        if place >= len(attempt.cells):
            self.show_grid(len(attempt.cells))
        elif sitting.is_taken_over:
            self.looked = place
            self.turn_to("question")
        elif await self.act(sitting.jump(place)):
            self.turn_to("question")
        elif self.sitting is not None:
            self.show()

    def show_grid(self, place: int) -> None:
        """Show all questions at a glance, with the cursor on a place."""
        self.turn_to("grid")
        self.grid.go_to(place)
        self.show_row()

    def step_to_open(self, attempt: Attempt, by: int) -> None:
        """Move the cursor of the grid to the next question that is open or flagged."""
        wanted = sorted({*attempt.blanks, *attempt.flagged}, reverse=by < 0)
        if not wanted:
            self.tell(said.NONE_OPEN)
            return
        here = self.grid.here
        beyond = [place for place in wanted if (place - here) * by > 0]
        self.grid.go_to((beyond or wanted)[0])
        self.show_row()

    async def unpause(self) -> None:
        """Go on after a pause."""
        if self.sitting is not None and await self.act(self.sitting.resume()):
            self.turn_to("question")

    # --- dialogs

    async def ask_to_submit(self) -> None:
        """Ask once whether to submit, saying what is still open."""
        sitting = self.sitting
        if sitting is None or sitting.attempt.is_over:
            return
        if sitting.is_taken_over:
            self.tell(words.REFUSALS[Refusal.TAKEN_OVER.value])
            return
        attempt = sitting.attempt.charged(self.examining.now)

        def take(answer: str | None) -> None:
            if answer == "submit":
                self.do(self._submit)
            elif answer == "open":
                self.do(self._go_to_open)

        self.app.push_screen(submit_dialog(attempt), take)

    async def _submit(self) -> None:
        if self.sitting is not None:
            await self.act(self.sitting.submit())

    async def _go_to_open(self) -> None:
        attempt = self.attempt
        if attempt is not None and attempt.is_paused:
            await self.unpause()
        if attempt is not None and attempt.blanks:
            await self.jump(attempt.blanks[0])

    def ask_to_leave(self) -> None:
        """Say what the clock does meanwhile, and ask whether to leave."""
        attempt = self.attempt
        if attempt is None:
            return

        def take(answer: str | None) -> None:
            if answer == "go":
                self.app.switch_mode("home")
            elif answer == "pause":
                self.do(self._pause_and_leave)

        self.app.push_screen(leave_dialog(attempt), take)

    async def _pause_and_leave(self) -> None:
        if self.sitting is not None and await self.act(self.sitting.pause()):
            self.show()
            self.app.switch_mode("home")

    # --- the mouse

    @on(PaperView.Clicked)
    def _take_clicked(self, event: PaperView.Clicked) -> None:
        self.paper.go_to(event.place)
        if self.asked() is not None:
            self.do(lambda: self.pick(event.place))

    @on(GridView.Chosen)
    def _take_chosen(self, event: GridView.Chosen) -> None:
        self.do(lambda: self.choose_in_grid(event.place))

    async def choose_in_grid(self, place: int) -> None:
        """Go to a question of the grid; its end submits."""
        attempt = self.attempt
        if attempt is not None and place >= len(attempt.cells):
            await self.ask_to_submit()
        else:
            await self.jump(place)
