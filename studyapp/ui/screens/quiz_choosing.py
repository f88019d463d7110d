"""The Quiz place before a question is shown, and at the end: what is chosen there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on

from studyapp.core.history.events import Set
from studyapp.core.questions.choosing import Wanted
from studyapp.study import quiz_choices
from studyapp.ui.following import follow
from studyapp.ui.screens.cards_dialogs import ChoiceDialog, digit
from studyapp.ui.screens.help import TextDialog
from studyapp.ui.screens.quiz_ahead import QuizAhead
from studyapp.ui.screens.quiz_face import Seen
from studyapp.ui.screens.quiz_start import part_name, part_row, rescored_rows
from studyapp.ui.widgets.menu import Menu
from studyapp.words import quiz as words
from studyapp.words.progress import SAVING

if TYPE_CHECKING:
    from studyapp.core.questions.choosing import By, Order
    from studyapp.core.text import Text
    from studyapp.study.practising import Practice


class QuizChoosing(QuizAhead):
    """The place without the keys of a question."""

    def __init__(self) -> None:
        super().__init__()
        self._has_rescored = False

    async def look(self) -> None:
        """Score earlier answers by the present keys once, and go where the program was sent."""
        study = self.study_app.study
        if not self._has_rescored:
            self._has_rescored = True
            await self.keep(self._rescore())
        wanted, self.study_app.wanted_practice = self.study_app.wanted_practice, None
        if wanted is not None:
            self.sit(wanted(study), words.YOUR_CHOICE)

    async def _rescore(self) -> None:
        self.rescored = await self.study_app.study.quizzing.rescore()
        if self.rescored:
            told = words.RESCORED_TOLD.format(count=len(self.rescored))
            self.study_app.tell(told, severity="warning")

    def say_saving(self) -> None:
        """Say it under the question, while there is one."""
        if self.asked() is None:
            super().say_saving()
        else:
            self.row.say(SAVING)

    @on(Menu.Chosen, "#quizzes")
    def _choose(self, event: Menu.Chosen) -> None:
        self.news = None
        kind, _, name = event.row.partition(":")
        match kind:
            case "continue":
                self.go_on()
            case "finish":
                self.finish()
            case "start":
                self.begin(Wanted(), words.MIX)
            case "due":
                self.begin(Wanted(due=True), words.DUE)
            case "missed":
                self.begin(Wanted(missed=True), words.MISSED)
            case "unseen":
                self.begin(Wanted(unseen=True), words.UNSEEN)
            case "weakest":
                self.begin(Wanted(), words.WEAKEST, "weakest")
            case "endless":
                self._begin_endless()
            case "flagged":
                self.begin(Wanted(flagged=True), words.FLAGGED)
            case "by":
                self._choose_part(cast("By", name))
            case "set":
                self.do(partial(self._set_choice, name))
            case "rescored":
                rows = tuple(rescored_rows(self.rescored))
                said = words.RESCORED.format(count=len(self.rescored))
                self.app.push_screen(TextDialog(said, rows))
            case _:
                self._choose_next(kind)

    def _choose_next(self, row: str) -> None:
        """Do what was chosen at the end of a sitting."""
        if self.practice is None:
            return
        summary, study = self.practice.summary(), self.study_app.study
        self.leave()
        if row == "best":
            self.run_worker(follow(self.study_app, summary.best), group="follow")
        elif row == "again":
            timing = quiz_choices.timing_of(
                self.learning.progress.settings, study.quizzing.exam_pace
            )
            self.sit(study.quizzing.sit(summary.missed, timing=timing), words.MISSED)

    def leave(self) -> None:
        """Go from the end of a sitting back to what can be practised."""
        self.stage, self.practice = "start", None
        self.show()

    def go_on(self) -> None:
        """Show the question that the sitting has come to, or its end."""
        if self.practice is not None:
            self.stage = "end" if self.practice.current is None else "question"
            self.show()

    def finish(self) -> None:
        """Ask nothing more, and show what the sitting came to."""
        if self.practice is not None:
            self.practice.end()
            self.go_on()

    def begin(self, wanted: Wanted, name: Text, order: Order = "mix") -> None:
        """Begin a sitting of a part of the bank, as long and timed as was chosen."""
        study = self.study_app.study
        settings = self.learning.progress.settings
        opened = wanted.exam_only or quiz_choices.is_opened(settings)
        practice = study.quizzing.begin(
            replace(wanted, exam_only=opened),
            order=order,
            count=quiz_choices.size_of(settings),
            timing=quiz_choices.timing_of(settings, study.quizzing.exam_pace),
        )
        self.sit(practice, name)

    def _begin_endless(self) -> None:
        study = self.study_app.study
        settings = self.learning.progress.settings
        timing = quiz_choices.timing_of(settings, study.quizzing.exam_pace)
        wanted = Wanted(exam_only=quiz_choices.is_opened(settings))
        self.sit(study.quizzing.endless(wanted, timing=timing), words.ENDLESS)

    def sit(self, practice: Practice, name: Text) -> None:
        """Show a sitting from its first question, if there is any in it."""
        if practice.current is None:
            self.tell(words.NOTHING_HERE)
            return
        self.practice, self.what = practice, name
        self.show_next()

    def show_next(self) -> None:
        """Show another question from its top, or the end."""
        self.seen = Seen()
        self.paper.begin()
        self.asked_sheet.top = 0
        self.go_on()
        self.foresee()

    def _choose_part(self, by: By) -> None:
        study = self.study_app.study
        opened = quiz_choices.is_opened(self.learning.progress.settings)
        found = study.quizzing.parts(by, exam_only=opened)
        rows = [part_row(study, by, part, digit(at)) for at, part in enumerate(found)]
        wanted = {part.name: part.wanted for part in found}

        def take(name: str | None) -> None:
            if name is not None:
                self.begin(wanted[name], part_name(study, by, name))

        self.app.push_screen(ChoiceDialog(words.BY[by], rows), take)

    async def _set_choice(self, name: str) -> None:
        pace = self.study_app.study.quizzing.exam_pace
        value = quiz_choices.changed(self.learning.progress.settings, name, pace)
        await self.keep(self.learning.keep(Set(name=name, value=value)))
        self.show()
