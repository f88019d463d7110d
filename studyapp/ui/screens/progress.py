"""Progress: what was done, what is remembered, and what the days to come ask for."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import getters, work

from studyapp.core.ports import StoreError
from studyapp.study.outlook import look, look_ahead
from studyapp.study.quiz_outlook import look_at_quizzes
from studyapp.typeset.ink import ink
from studyapp.typeset.wrap import wrap
from studyapp.ui.exam_overview import exam_lines
from studyapp.ui.keeping import keep, wake
from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.reading import PROGRESS
from studyapp.ui.overview import overview_lines
from studyapp.ui.quiz_overview import quiz_lines
from studyapp.ui.screens.base import Place
from studyapp.ui.widgets.bars import TitleBar
from studyapp.ui.widgets.sheet import Sheet
from studyapp.words import planning
from studyapp.words import progress as words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.core.exams.log import Sat
    from studyapp.core.history.events import Set
    from studyapp.core.scheduling.plan import Plan
    from studyapp.core.text import Lang
    from studyapp.study.outlook import Outlook
    from studyapp.study.quiz_outlook import QuizOutlook
    from studyapp.typeset.wrap import Lines as Typeset


class ProgressScreen(Place):
    """One long page; the days to come are counted in a thread, and take their place in it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(PROGRESS)

    sheet = getters.query_one("#progress", Sheet)

    def __init__(self) -> None:
        super().__init__()
        self._outlook: Outlook | None = None
        self._quizzes: QuizOutlook | None = None
        self._exams: tuple[Sat, ...] = ()
        self._plan: Plan | None = None
        self._is_known = True
        """Whether the history can be read."""

    def compose_place(self) -> ComposeResult:
        """The page."""
        yield Sheet(id="progress")

    def on_mount(self) -> None:
        """Give the page the keys."""
        self.query_one(TitleBar).show(words.PROGRESS)
        self.sheet.focus()
        self.sheet.show(self._set)

    def on_screen_resume(self) -> None:
        """Look anew: something may have been done elsewhere."""
        self.look()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Find out how things stand now, and show it."""
        before, self._is_known = self._outlook, await wake(self.study_app)
        try:
            if self._is_known:
                self.study_app.study.learning.catch_up()
                self._outlook = look(self.study_app.study)
                self._quizzes = look_at_quizzes(self.study_app.study)
                self._exams = self.study_app.study.examining.attempts()
        except StoreError:
            self._is_known = False
        outlook = self._outlook if self._is_known else None
        if outlook is None:
            self.sheet.show(self._set)
            return
        if self._plan is None or before is None or _asked(before) != _asked(outlook):
            self._plan = None
            self._show(outlook)
            self._plan = await asyncio.to_thread(look_ahead, outlook)
        self._show(outlook)

    def _show(self, outlook: Outlook) -> None:
        as_of = words.AS_OF.format(day=outlook.today.isoformat())
        with self.app.batch_update():
            self.query_one(TitleBar).show(words.PROGRESS, as_of)
            self.sheet.show(self._set)

    def _set(self, lang: Lang, width: int, _height: int) -> Typeset:
        if not self._is_known:
            return wrap(ink(words.BEST_UNKNOWN_WHY[lang]), width)
        if self._outlook is None:
            return wrap(ink(words.BEST_WAIT_WHY[lang], "muted"), width)
        lines = overview_lines(self._outlook, self._plan, lang, width)
        if self._quizzes is not None and self._quizzes.counts.questions:
            lines += quiz_lines(self._quizzes, lang, width)
        if self._exams:
            lines += exam_lines(self.study_app.study, self._exams, lang, width)
        return lines

    def action_plan(self) -> None:
        """Ask for another date or other limits."""
        if self._outlook is not None and self._is_known:
            from studyapp.ui.screens.plan import PlanDialog

            self.app.push_screen(PlanDialog(self._outlook, self._plan), self._change)

    def action_progress_down(self) -> None:
        """Read on; from the end, begin again."""
        sheet = self.sheet
        if sheet.top + sheet.size.height >= sheet.line_count:
            sheet.action_first()
        else:
            sheet.action_page_down()

    def _change(self, acts: tuple[Set, ...] | None) -> None:
        if acts:
            self._keep(acts)

    @work
    async def _keep(self, acts: tuple[Set, ...]) -> None:
        if await keep(self.study_app, *acts):
            self.study_app.tell(planning.TAKEN)
            self.look()


def _asked(outlook: Outlook) -> tuple[object, ...]:
    """What a plan depends on."""
    return outlook.today, outlook.exam, outlook.limits, outlook.states
