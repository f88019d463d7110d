"""The Quiz place: what it shows: what can be practised, a question, or the end of a sitting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual import getters
from textual.containers import Horizontal, Vertical

from studyapp.core.questions.choosing import is_kept_back
from studyapp.core.text import Lang, Text
from studyapp.typeset.explained import Told, verdict
from studyapp.typeset.questioning import Look, Paper
from studyapp.ui.behind import Behind, behind
from studyapp.ui.question_face import Face, beside_lines, face_paper
from studyapp.ui.screens.acting import Acting
from studyapp.ui.screens.quiz_end import end_rows
from studyapp.ui.screens.quiz_row import below, hint
from studyapp.ui.screens.quiz_start import start_rows
from studyapp.ui.widgets.answer_row import AnswerRow
from studyapp.ui.widgets.bars import TitleBar
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.paper_view import PaperView
from studyapp.ui.widgets.rows import Row
from studyapp.ui.widgets.sheet import Sheet
from studyapp.words import cards as common
from studyapp.words import quiz as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from studyapp.core.questions.explaining import Explanation
    from studyapp.study.practising import Practice
    from studyapp.study.quizzing import Rescored
    from studyapp.typeset.wrap import Lines


@dataclass
class Seen:
    """How the question on the screen is seen; it goes with the question."""

    is_asking: bool = False
    """Whether it is being asked how sure the answer is."""
    was_picked: bool = False
    """Whether the key that asked this had picked the answer, too."""
    is_peeked: bool = False
    lifted: str | None = None
    """The entry that is being moved."""
    lang: Lang | None = None
    """The language in which it was first asked."""
    opened: frozenset[str] = frozenset()
    """The options of which everything is told."""
    sought: frozenset[str] = frozenset()
    """Those for which pairs of changes were looked for."""


class QuizView(Acting):
    """The place without what its keys do."""

    menu = getters.query_one("#quizzes", Menu)
    asked_sheet = getters.query_one("#posed", Sheet)
    paper = getters.query_one("#paper", PaperView)
    row = getters.query_one("#answer-row", AnswerRow)

    def __init__(self) -> None:
        super().__init__()
        self.stage: Literal["start", "question", "end"] = "start"
        self.practice: Practice | None = None
        self.what = words.MIX
        """What is practised in this sitting."""
        self.seen = Seen()
        self.rescored: tuple[Rescored, ...] = ()
        """The questions whose keys were corrected, as far as that was found in this run."""
        self._behind: tuple[Explanation, Behind] | None = None
        """What lies behind the last explanation."""

    def compose_place(self) -> ComposeResult:
        """The list, and the question with its answers, of which one is shown."""
        with Vertical(id="quiz"):
            yield Menu(id="quizzes", numbered=True)
            with Horizontal(id="papers"):
                yield Sheet(id="posed")
                yield PaperView(id="paper")
            yield AnswerRow(id="answer-row")

    def on_mount(self) -> None:
        """Show that the history is being opened, and let the time tick."""
        self.asked_sheet.show(self._set_asked)
        self.paper.show(self._set_paper)
        self.menu.focus()
        super().on_mount()
        self.set_interval(1, self.tick)

    def speak(self) -> None:
        """Say everything in the present language."""
        self._note_language()
        super().speak()
        self.show()

    def show(self) -> None:
        """Show the stage as it is now."""
        with self.app.batch_update():
            self.set_class(self.stage == "question", "-question")
            if self.asked() is not None:
                self._show_question()
            else:
                self.menu.show(tuple(self._rows()), self.menu.chosen_id)
                self.menu.focus()
            self.show_title()
        self.refresh_bindings()

    def asked(self) -> Practice | None:
        """The sitting, while a question of it is on the screen."""
        is_there = self.stage == "question" and self.practice and self.practice.current
        return self.practice if is_there else None

    def _rows(self) -> Iterator[Row]:
        study = self.study_app.study
        if not self.is_known:
            yield Row(words.UNKNOWN, role="notice.trap")
        elif not self.learning.is_awake:
            yield Row(common.OPENING, role="muted")
        elif self.stage == "end" and self.practice is not None:
            yield from end_rows(study, self.what, self.practice.summary())
        elif not self.learning.questions:
            yield Row(words.NO_QUESTIONS)
        else:
            yield from start_rows(study, self.practice, len(self.rescored))

    def show_title(self) -> None:
        """Show what is practised, the news, and where in it one is."""
        title, right = words.QUIZ, self.news
        if (practice := self.asked()) is not None:
            title = common.PLACE.format(place=words.QUIZ, what=self.what)
            sitting = practice.sitting
            place = words.AT.format(at=sitting.position, all=sitting.length)
            if practice.is_endless:
                place = Text.once(str(sitting.position))
            right = place if right is None else words.TOLD.format(one=right, other=place)
        self.query_one(TitleBar).show(title, right)

    # --- a question

    def show_row(self) -> None:
        """Say under the question what to do, and how much time is left."""
        self.paper.is_carrying = self.seen.lifted is not None
        if (practice := self.asked()) is None:
            return
        if practice.given is not None:
            self.row.say(*verdict(self._told(practice, self.study_app.lang)))
        elif self.seen.is_asking:
            self.row.ask()
        else:
            self.row.say(hint(practice, self.seen.lifted))
        self.tick()

    def tick(self) -> None:
        """Say how much time is left, and what the next key does."""
        if (practice := self.asked()) is not None:
            self.row.say_below(below(practice, is_asking=self.seen.is_asking))

    def _show_question(self) -> None:
        if not self.paper.has_focus and not self.asked_sheet.has_focus:
            self.paper.focus()
        self._note_language()
        self.asked_sheet.show(self._set_asked)
        self.paper.show(self._set_paper)
        self.show_row()

    def _note_language(self) -> None:
        """Take note when the question is read in a second language, as when it is peeked at."""
        if (practice := self.asked()) is not None and practice.given is None:
            lang, _ = practice.languages(self.study_app.lang)
            self.seen.lang = self.seen.lang or lang
            if lang is not self.seen.lang:
                practice.peek()

    def _set_asked(self, lang: Lang, width: int, _height: int) -> Lines:
        practice = self.asked()
        if practice is None or not self.has_class("-wide"):
            return []
        return beside_lines(self._face(practice, lang), lang, width)

    def _set_paper(self, lang: Lang, width: int, height: int) -> Paper:
        if (practice := self.asked()) is None:
            return Paper([])
        is_wide = self.has_class("-wide")
        return face_paper(self._face(practice, lang), lang, width, height, is_wide=is_wide)

    def _face(self, practice: Practice, lang: Lang) -> Face:
        is_given = practice.given is not None
        return Face(
            draft=practice.draft,
            about=self._about(practice),
            look=Look(practice.languages(lang)[0], self.seen.is_peeked, is_answered=is_given),
            told=self._told(practice, lang) if is_given else None,
            lifted=self.seen.lifted,
        )

    def _about(self, practice: Practice) -> Text:
        """Where a question belongs, and how it stands."""
        question, standing = practice.draft.shown.question, practice.standing
        said = Text.once(self.study_app.study.skill(question.skill).code)
        for is_so, called in (
            (practice.sitting.is_return, words.SECOND_TRY),
            (is_kept_back(question), words.KEPT_BACK),
            (standing.is_flagged, common.MARKED),
            (standing.is_carded, words.IS_CARD),
        ):
            if is_so:
                said = common.PLACE.format(place=said, what=called)
        return said

    def _told(self, practice: Practice, lang: Lang) -> Told:
        given, explanation = practice.given, practice.explanation
        assert given is not None  # noqa: S101 -- tells the type checker what the caller knows
        assert explanation is not None  # noqa: S101 -- as above
        asked, told = practice.languages(lang)
        if self._behind is None or self._behind[0] is not explanation:
            self._behind = explanation, behind(self.study_app.study, explanation)
        sources, notes = self._behind[1]
        return Told(
            draft=practice.draft,
            confidence=given.confidence,
            explanation=explanation,
            look=Look(asked, self.seen.is_peeked, is_answered=True),
            lang=told,
            sources=sources,
            notes=notes,
            opened=self.seen.opened,
            sought=self.seen.sought,
        )
