"""The Exam place before and after an exam: what is chosen there, and how one goes back into it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from textual import on

from studyapp.core.history.events import Set
from studyapp.study import exam_choices
from studyapp.ui.invigilating import REFUSED
from studyapp.ui.screens.exam_dialogs import NumberDialog
from studyapp.ui.screens.exam_state import Seen, Stage
from studyapp.ui.screens.exam_view import ExamView
from studyapp.ui.widgets.menu import Menu
from studyapp.words import exam_place as said
from studyapp.words.progress import SAVING

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from studyapp.core.exams.attempt import Attempt

T = TypeVar("T")


class ExamChoosing(ExamView):
    """The place without the keys of a question."""

    async def look(self) -> None:
        """Go back into the exam that runs, or into its result if it is over by now."""
        if self.sitting is not None:
            if not self.is_acting and not self.is_beating:  # else it may be ending right here
                self.see_if_over()
        elif self.examining.running is not None and not self.examining.is_elsewhere:
            await self.resume()
        wanted, self.study_app.wanted_exam = self.study_app.wanted_exam, None
        if wanted is not None and self.examining.running is None:
            self.seed = wanted.seed
            if wanted.preset is not None:
                self.show_rules(wanted.preset)

    def only_refuses(self, action: str) -> bool:
        """In a strict exam nothing shows the other language, either."""
        if self.sitting is None:
            return super().only_refuses(action)
        return self.sitting.refuses_help is not None and action in {"peek", *REFUSED}

    def say_saving(self) -> None:
        """Say it under the question, while there is one; a passing message would hide the time."""
        if self.attempt is not None and self.stage in ("question", "grid"):
            self.row.say(SAVING)
        else:
            self.tell(SAVING)

    async def keep(self, act: Coroutine[Any, Any, object]) -> bool:
        """Wait until an act is kept, saying so when it takes long; returns whether it is."""
        is_kept = await super().keep(act)
        if self.news is SAVING:
            self.news = None
        return is_kept

    async def result_of(self, act: Coroutine[object, object, T]) -> T | None:
        """Wait until an act is kept; returns what it gave, or None when nothing could be kept."""
        found: list[T] = []

        async def done() -> None:
            found.append(await act)

        await self.keep(done())
        return found[0] if found else None

    # --- into an exam and out of it

    async def resume(self) -> None:
        """Go on with the exam that runs, taking it over from any other window."""
        self.sitting = await self.result_of(self.examining.resume()) or self.sitting
        if self.sitting is None or self.sitting.is_taken_over:
            self.see_if_over()
        elif self.sitting.attempt.is_over:
            self.show_result(self.sitting.attempt)
        else:
            self.looked = None
            self.turn_to("question")

    def see_if_over(self) -> None:
        """Show the result of the exam that was sat here, if another window submitted it."""
        if self.sitting is None:
            return
        sat = self.examining.attempt(self.sitting.attempt.sheet.id)
        if sat is not None and sat.is_over:
            self.news = said.OVER_ELSEWHERE
            self.show_result(sat)

    def turn_to(self, stage: Stage) -> None:
        """Show a stage from its beginning.

        Of a question the cursor is where it was left, or on what was picked.
        """
        self.stage = stage
        self.begin_paper()
        self.show()
        attempt, sitting = self.asked(), self.sitting
        if attempt is None or sitting is None:
            return
        left = sitting.here if self.looked is None else ""
        if here := left or next(iter(attempt.draft.chosen), ""):
            self.paper.go_to(here)

    def begin_paper(self) -> None:
        """Show the next question from its top."""
        self.seen = Seen()
        self.paper.begin(at_places=self.stage == "review")
        self.asked_sheet.top = 0

    def show_result(self, attempt: Attempt) -> None:
        """Show what an exam came to."""
        self.report = self.examining.report(attempt)
        self.sitting, self.looked, self.saved = None, None, None
        self.back_to_result("review")

    def back_to_result(self, row: str) -> None:
        """Show the result with the cursor on a row."""
        self.stage = "result"
        self.menu.show(())
        self.show()
        self.menu.move_to(row)

    def show_rules(self, preset: str) -> None:
        """Show what is agreed before an exam begins."""
        self.stage, self.preset = "rules", preset
        self.menu.show(())
        self.show()

    def show_start(self, row: str = "") -> None:
        """Show what can be sat."""
        self.stage, self.report = "start", None
        self.menu.show(())
        self.show()
        if row:
            self.menu.move_to(row)

    # --- what is chosen

    @on(Menu.Chosen, "#exams")
    def _choose(self, event: Menu.Chosen) -> None:
        self.news = None
        kind, _, name = event.row.partition(":")
        match kind:
            case "preset":
                self.show_rules(name)
            case "sat":
                self._show_sat(name)
            case "set":
                self.do(partial(self._set_choice, name))
            case "number":
                self._ask_number(name)
            case "begin":
                self.do(self._begin)
            case "resume":
                self.do(self.resume)
            case "unpause":
                self.do(self.unpause)
            case "submit":
                self.do(self.ask_to_submit)
            case _:
                self.choose_after(kind, name)

    def _show_sat(self, name: str) -> None:
        attempt = self.examining.attempt(name)
        if attempt is None:
            self.tell(said.UNREADABLE)
        else:
            self.show_result(attempt)

    async def _set_choice(self, name: str) -> None:
        value = exam_choices.changed(self.learning.progress.settings, name)
        await self.keep(self.learning.keep(Set(name=name, value=value)))
        self.show()

    def _ask_number(self, name: str) -> None:
        is_count = name == exam_choices.COUNT
        most = exam_choices.COUNT_MOST if is_count else exam_choices.MINUTES_MOST
        called, hint = (
            (said.COUNT, said.COUNT_HINT) if is_count else (said.MINUTES, said.MINUTES_HINT)
        )

        def take(number: int | None) -> None:
            if number is not None:
                self.do(partial(self._set_number, name, number or None))

        self.app.push_screen(NumberDialog(called, hint.format(most=most), most), take)

    async def _set_number(self, name: str, number: int | None) -> None:
        await self.keep(self.learning.keep(Set(name=name, value=number)))
        self.show()

    async def _begin(self) -> None:
        exam = self.study_app.study.cover.exam
        if exam is None:
            return
        terms = exam_choices.terms_of(exam, self.preset, self.learning.progress.settings)
        sitting = await self.result_of(self.examining.start(terms, self.seed))
        if sitting is None:
            self.show_start()
        else:
            self.sitting, self.report, self.seed = sitting, None, None
            self.turn_to("question")

    # --- done elsewhere in this place

    def choose_after(self, kind: str, name: str) -> None:
        """Do what was chosen in the result of an exam."""
        raise NotImplementedError

    async def unpause(self) -> None:
        """Go on after a pause."""
        raise NotImplementedError

    async def ask_to_submit(self) -> None:
        """Ask once whether to submit."""
        raise NotImplementedError
