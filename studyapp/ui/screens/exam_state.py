"""The Exam place: what it holds, and the question of it that is on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual import getters

from studyapp.core.text import Text
from studyapp.study.choices import languages_of, read_in_of
from studyapp.typeset.explained import Told
from studyapp.typeset.questioning import Look, Paper
from studyapp.ui.behind import Behind, behind
from studyapp.ui.question_face import Face, beside_lines, face_paper
from studyapp.ui.screens.acting import Acting
from studyapp.ui.screens.exam_end import told
from studyapp.ui.screens.exam_row import about
from studyapp.ui.widgets.answer_row import AnswerRow
from studyapp.ui.widgets.grid_view import GridView
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.paper_view import PaperView
from studyapp.ui.widgets.sheet import Sheet
from studyapp.words import cards as common
from studyapp.words import exam_place as said
from studyapp.words import exam_result

if TYPE_CHECKING:
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


class ExamState(Acting):
    """The place without what shows it."""

    menu = getters.query_one("#exams", Menu)
    asked_sheet = getters.query_one("#posed", Sheet)
    paper = getters.query_one("#paper", PaperView)
    grid = getters.query_one("#grid", GridView)
    row = getters.query_one("#answer-row", AnswerRow)

    def __init__(self) -> None:
        super().__init__()
        self.stage: Stage = "start"
        self.preset = ""
        """The exam whose rules are shown."""
        self.seed: int | None = None
        """Gives the paper of the next exam; None for a new one."""
        self.sitting: ExamSitting | None = None
        """The exam that is sat in this window, until its result is shown."""
        self.is_beating = False
        """Whether the passing of a second is being seen to."""
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

    # --- a question

    def set_asked(self, lang: Lang, width: int, _height: int) -> Lines:
        """What stands beside the answers, where there is room."""
        face = self._face(lang)
        if face is None or not self.has_class("-wide"):
            return []
        return beside_lines(face, lang, width)

    def set_paper(self, lang: Lang, width: int, height: int) -> Paper:
        """The question with its answers, or the answers alone."""
        if (face := self._face(lang)) is None:
            return Paper([])
        return face_paper(face, lang, width, height, is_wide=self.has_class("-wide"))

    def _face(self, lang: Lang) -> Face | None:
        if (marked := self.marked()) is not None:
            told_of = self.told(marked, lang)
            place = said.QUESTION.format(at=marked.place + 1, all=self._length)
            whole = common.PLACE.format(place=place, what=told(marked))
            return Face(
                draft=marked.cell.draft,
                about=whole,
                remark=self._remark,
                look=told_of.look,
                told=told_of,
            )
        if (attempt := self.asked()) is None:
            return None
        look = Look(attempt.sheet.terms.lang, self.seen.is_peeked)
        return Face(draft=attempt.draft, about=about(attempt), look=look)

    @property
    def _remark(self) -> Text | None:
        """That the rules by which the advisor explains may not be those of the exam."""
        report = self.report
        is_old = report is not None and not self.examining.is_as_it_was(report.attempt)
        return exam_result.PACK_CHANGED if is_old else None

    @property
    def _length(self) -> int:
        return 0 if self.report is None else len(self.report.questions)

    def told(self, marked: Marked, lang: Lang) -> Told:
        """A question after the exam, and what there is to say of it."""
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
