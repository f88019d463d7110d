"""The Exam place: what it shows: what can be sat, a question, all at a glance, or the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual import getters
from textual.containers import Horizontal, Vertical

from studyapp.core.text import Text
from studyapp.study.choices import languages_of, read_in_of
from studyapp.typeset.explained import Told, verdict
from studyapp.typeset.questioning import Look, Paper
from studyapp.ui.behind import Behind, behind
from studyapp.ui.question_face import Face, beside_lines, face_paper
from studyapp.ui.screens.acting import Acting
from studyapp.ui.screens.exam_end import result_rows, told
from studyapp.ui.screens.exam_row import about, counted, entries, hint, time_left
from studyapp.ui.screens.exam_start import paused_rows, rules_rows, start_rows, title_of
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

    from studyapp.core.exams.attempt import Attempt
    from studyapp.core.exams.report import Marked, Report
    from studyapp.core.questions.explaining import Explanation
    from studyapp.core.text import Lang
    from studyapp.study.examining import Examining
    from studyapp.study.sitting_exams import ExamSitting
    from studyapp.typeset.wrap import Lines

Stage = Literal["start", "rules", "question", "grid", "result", "review"]


@dataclass
class Seen:
    """How the question on the screen is seen; it goes with the question."""

    is_peeked: bool = False
    opened: frozenset[str] = frozenset()
    """The options of which everything is told."""
    sought: frozenset[str] = frozenset()
    """Those for which pairs of changes were looked for."""


class ExamView(Acting):
    """The place without what its keys do."""

    menu = getters.query_one("#exams", Menu)
    asked_sheet = getters.query_one("#asked", Sheet)
    paper = getters.query_one("#paper", PaperView)
    grid = getters.query_one("#grid", GridView)
    row = getters.query_one("#answer-row", AnswerRow)

    def __init__(self) -> None:
        super().__init__()
        self.stage: Stage = "start"
        self.preset = ""
        """The exam whose rules are shown."""
        self.sitting: ExamSitting | None = None
        """The exam that is sat in this window, until its result is shown."""
        self.looked: int | None = None
        """The place that is looked at while another window sits the exam."""
        self.report: Report | None = None
        self.saved: Text | None = None
        """Where the result was written to."""
        self.reviewed = 0
        """Which question of the review is shown."""
        self.seen = Seen()
        self._explained: tuple[Marked, Explanation, Behind] | None = None

    @property
    def examining(self) -> Examining:
        """The exams of the pack."""
        return self.study_app.study.examining

    def compose_place(self) -> ComposeResult:
        """The list, the question with its answers, and the grid, of which one is shown."""
        with Vertical(id="exam"):
            yield Menu(id="exams", numbered=True)
            yield GridView(id="grid")
            with Horizontal(id="papers"):
                yield Sheet(id="asked")
                yield PaperView(id="paper")
            yield AnswerRow(id="answer-row")

    def on_mount(self) -> None:
        """Show that the history is being opened."""
        self.asked_sheet.show(self._set_asked)
        self.paper.show(self._set_paper)
        self.menu.focus()

    def speak(self) -> None:
        """Say everything in the present language."""
        super().speak()
        self.show()

    # --- what is there

    @property
    def attempt(self) -> Attempt | None:
        """The exam that is sat here, at the question that is looked at."""
        if self.sitting is None:
            return None
        attempt = self.sitting.attempt
        if self.sitting.is_taken_over and self.looked is not None:
            return attempt.shown_at(self.looked)
        return attempt

    def asked(self) -> Attempt | None:
        """The exam, while a question of it is on the screen."""
        attempt = self.attempt
        is_there = self.stage == "question" and attempt is not None and not attempt.is_paused
        return attempt if is_there else None

    def marked(self) -> Marked | None:
        """The question whose explanation is on the screen."""
        if self.stage != "review" or self.report is None:
            return None
        return self.report.in_review[self.reviewed]

    def explanation(self, marked: Marked) -> Explanation:
        """What there is to say of a question after the exam."""
        return self._about_answers(marked)[0]

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
            self.asked_sheet.show(self._set_asked)
            self.paper.show(self._set_paper)
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
            yield from rules_rows(study, exam, self.preset)
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
            self.row.say(*verdict(self._told(marked, self.study_app.lang)))
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
        self.asked_sheet.show(self._set_asked)
        self.paper.show(self._set_paper)
        self.show_row()

    def _show_grid(self) -> None:
        attempt = self.attempt
        if attempt is not None:
            self.grid.show(entries(attempt), counted(attempt), said.SUBMIT)
            self.grid.focus()
            self.show_row()

    # --- a question

    def _set_asked(self, lang: Lang, width: int, _height: int) -> Lines:
        face = self._face(lang)
        if face is None or not self.has_class("-wide"):
            return []
        return beside_lines(face, lang, width)

    def _set_paper(self, lang: Lang, width: int, height: int) -> Paper:
        if (face := self._face(lang)) is None:
            return Paper([])
        return face_paper(face, lang, width, height, is_wide=self.has_class("-wide"))

    def _face(self, lang: Lang) -> Face | None:
        if (marked := self.marked()) is not None:
            told_of = self._told(marked, lang)
            place = said.QUESTION.format(at=marked.place + 1, all=self._length)
            whole = common.PLACE.format(place=place, what=told(marked))
            return Face(draft=marked.cell.draft, about=whole, look=told_of.look, told=told_of)
        if (attempt := self.asked()) is None:
            return None
        look = Look(attempt.sheet.terms.lang, self.seen.is_peeked)
        return Face(draft=attempt.draft, about=about(attempt), look=look)

    @property
    def _length(self) -> int:
        return 0 if self.report is None else len(self.report.questions)

    def _told(self, marked: Marked, lang: Lang) -> Told:
        explanation, found = self._about_answers(marked)
        asked, explained = languages_of(read_in_of(self.learning.progress.settings), lang)
        return Told(
            draft=marked.cell.draft,
            confidence=marked.confidence,
            explanation=explanation,
            look=Look(asked, self.seen.is_peeked, is_answered=True),
            lang=explained,
            sources=found.sources,
            notes=found.notes,
            opened=self.seen.opened,
            sought=self.seen.sought,
        )

    def _about_answers(self, marked: Marked) -> tuple[Explanation, Behind]:
        """What there is to say of a question, found once."""
        known = self._explained
        if known is None or known[0] is not marked:
            assert self.report is not None  # noqa: S101 -- tells the type checker what callers know
            explanation = self.examining.explanation(self.report.attempt, marked)
            found = behind(self.study_app.study, explanation)
            known = self._explained = (marked, explanation, found)
        return known[1:]
