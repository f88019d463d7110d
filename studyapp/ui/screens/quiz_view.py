"""The Quiz place: what it shows: what can be practised, a question, or the end of a sitting."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from textual import getters
from textual.containers import Horizontal, Vertical

from studyapp.core.text import Text
from studyapp.typeset.explained import verdict
from studyapp.typeset.questioning import Paper
from studyapp.ui.screens.acting import Acting
from studyapp.ui.screens.quiz_end import end_rows
from studyapp.ui.screens.quiz_face import Faces, Seen
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

    from studyapp.core.text import Lang
    from studyapp.study.practising import Practice
    from studyapp.study.quizzing import Rescored
    from studyapp.typeset.wrap import Lines


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

    @cached_property
    def faces(self) -> Faces:
        """What is typeset of questions."""
        return Faces(self.study_app.study)

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
        if self.asked() is None:  # else all that is shown has spoken
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
        if (given := practice.given) is not None:
            lang = self.study_app.lang
            told = self.faces.told(practice, self.seen, lang, given.confidence)
            self.row.say(*verdict(told))
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
        if (practice := self.asked()) is None or not self.has_class("-wide"):
            return []
        return self.faces.beside(self.faces.face(practice, self.seen, lang), lang, width)

    def _set_paper(self, lang: Lang, width: int, height: int) -> Paper:
        if (practice := self.asked()) is None:
            return Paper([])
        face, is_wide = self.faces.face(practice, self.seen, lang), self.has_class("-wide")
        return self.faces.paper(face, lang, width, height, is_wide=is_wide)
