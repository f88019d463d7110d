"""The Exam place: what it shows: what can be sat, a question, all at a glance, or the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from studyapp.core.text import Text
from studyapp.typeset.explained import verdict
from studyapp.ui.exam_overview import title_of
from studyapp.ui.screens.exam_end import result_rows
from studyapp.ui.screens.exam_row import counted, entries, hint, time_left
from studyapp.ui.screens.exam_start import paused_rows, rules_rows, start_rows
from studyapp.ui.screens.exam_state import ExamState
from studyapp.ui.widgets.answer_row import AnswerRow
from studyapp.ui.widgets.bars import TitleBar
from studyapp.ui.widgets.grid_view import GridView
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.paper_view import PaperView
from studyapp.ui.widgets.rows import Row
from studyapp.ui.widgets.sheet import Sheet
from studyapp.words import cards as common
from studyapp.words import exam as words
from studyapp.words import exam_place as said
from studyapp.words import quiz
from studyapp.words.exam_result import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult


class ExamView(ExamState):
    """The place without what its keys do."""

    def compose_place(self) -> ComposeResult:
        """The list, the question with its answers, and the grid, of which one is shown."""
        with Vertical(id="exam"):
            yield Menu(id="exams", numbered=True)
            yield GridView(id="grid")
            with Horizontal(id="papers"):
                yield Sheet(id="posed")
                yield PaperView(id="paper")
            yield AnswerRow(id="answer-row")

    def on_mount(self) -> None:
        """Show that the history is being opened."""
        self.asked_sheet.show(self.set_asked)
        self.paper.show(self.set_paper)
        self.menu.focus()

    def speak(self) -> None:
        """Say everything in the present language."""
        super().speak()
        self.show()

    # --- showing it

    def show(self) -> None:
        """Show the stage as it is now."""
        with self.app.batch_update():
            is_question = self.asked() is not None or self.marked() is not None
            is_grid = self.stage == "grid" and self.attempt is not None
            self.set_class(is_question, "-question")
            self.set_class(is_grid, "-grid")
            if is_question:
                self._show_question()
            elif is_grid:
                self._show_grid()
            else:
                self.menu.show(tuple(self._rows()), self.menu.chosen_id)
                self.menu.focus()
            self.show_title()
        self.refresh_bindings()

    def show_answer(self) -> None:
        """Show the answers and the lines under them; nothing else has changed."""
        with self.app.batch_update():
            self.asked_sheet.show(self.set_asked)
            self.paper.show(self.set_paper)
            self.show_row()
            self.show_title()
        self.refresh_bindings()

    def _rows(self) -> Iterator[Row]:
        study = self.study_app.study
        exam, attempt = study.cover.exam, self.attempt
        if not self.is_known:
            yield Row(quiz.UNKNOWN, role="notice.trap")
        elif not self.learning.is_awake:
            yield Row(common.OPENING, role="muted")
        elif self.stage == "question" and attempt is not None:
            yield from paused_rows(attempt, clock(attempt.remaining))
        elif self.stage == "result" and self.report is not None:
            yield from result_rows(study, self.report, self.saved)
        elif self.stage == "rules" and exam is not None:
            yield from rules_rows(study, exam, self.preset, self.seed)
        else:
            yield from start_rows(study, self.examining.running)

    def show_title(self) -> None:
        """Show which exam it is, the news, and where in it one is."""
        title, right = words.EXAM, self.news
        study, attempt, marked = self.study_app.study, self.attempt, self.marked()
        place: Text | None = None
        if marked is not None and self.report is not None:
            title = common.PLACE.format(place=words.EXAM, what=said.RESULT)
            place = said.AT.format(at=self.reviewed + 1, all=len(self.report.questions))
        elif attempt is not None and self.stage in ("question", "grid"):
            terms = attempt.sheet.terms
            named = title_of(study, terms.preset)
            mode = words.MODES[terms.mode]
            title = common.PLACE.format(place=named, what=mode)
            place = said.AT.format(at=attempt.place + 1, all=len(attempt.cells))
        if right is None:
            right = place
        self.query_one(TitleBar).show(title, right)

    def show_row(self) -> None:
        """Say under a question what to do, and how much time is left."""
        marked, attempt = self.marked(), self.attempt
        if marked is not None:
            self.row.say(*verdict(self.told(marked, self.study_app.lang)))
            self.row.say_below(said.REVIEW_HINT)
        elif attempt is not None and self.sitting is not None:
            if self.sitting.is_taken_over:
                self.row.say(said.TAKEN, "notice.trap")
            elif self.stage == "grid":
                typed = said.GRID_TYPED.format(typed=self.grid.typed)
                self.row.say(typed if self.grid.typed else said.GRID_HINT)
            else:
                self.row.say(hint(attempt.cell))
            self.show_time()

    def show_time(self) -> None:
        """Say how much time is left, in one line; nothing else is painted anew."""
        sitting = self.sitting
        if sitting is not None and self.stage in ("question", "grid"):
            now = self.examining.now
            self.row.say_below(time_left(sitting.attempt.charged(now)))

    def _show_question(self) -> None:
        if not self.paper.has_focus and not self.asked_sheet.has_focus:
            self.paper.focus()
        self.asked_sheet.show(self.set_asked)
        self.paper.show(self.set_paper)
        self.show_row()

    def _show_grid(self) -> None:
        attempt = self.attempt
        if attempt is not None:
            self.grid.show(entries(attempt), counted(attempt), said.SUBMIT)
            self.grid.focus()
            self.show_row()
