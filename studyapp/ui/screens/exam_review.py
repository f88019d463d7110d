"""The Exam place afterwards: the result, every question with its explanation, and what follows."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from studyapp.core.questions.choosing import Wanted
from studyapp.core.text import Text
from studyapp.study.exam_files import export
from studyapp.typeset.clean import clean
from studyapp.ui import behind
from studyapp.ui.screens.exam_running import ExamRunning
from studyapp.words import exam_place as said

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.study.practising import Practice
    from studyapp.study.study import Study


class ExamReview(ExamRunning):
    """The place with what can be done once an exam is over."""

    def choose_after(self, kind: str, name: str) -> None:
        """Do what was chosen in the result of an exam."""
        if self.report is None:
            return
        match kind:
            case "review":
                self._review(0)
            case "question":
                self._review(int(name))
            case "practise":
                missed = self.report.missed
                self._practise(lambda study: study.examining.practise(missed))
            case "sisters":
                self.action_practise()
            case "skill":
                self._practise(lambda study: study.quizzing.begin(Wanted(skills=(name,))))
            case "decision":
                self._practise(lambda study: study.quizzing.begin(Wanted(decisions=(name,))))
            case "cards":
                self.do(self._make_cards)
            case "export":
                self._export()
            case _:
                self.show_start()

    def _review(self, at: int) -> None:
        self.reviewed = at
        self.turn_to("review")

    def _practise(self, begin: Callable[[Study], Practice]) -> None:
        self.study_app.wanted_practice = begin
        self.study_app.action_quiz()

    def action_practise(self) -> None:
        """Practise sisters of what was missed; what has none comes as itself."""
        self.do(self._practise_sisters)

    async def _practise_sisters(self) -> None:
        report = self.report
        if report is None:
            return
        if not report.missed:
            self.tell(said.NONE_MISSED)
            return
        self.tell(said.MAKING)
        practice = await self.examining.practise_sisters(report.missed)
        self.tell(None)
        if report is self.report:  # else the learner has gone on to something else
            self._practise(lambda _: practice)

    async def _make_cards(self) -> None:
        if self.report is None:
            return
        made = await self.result_of(self.examining.make_cards(self.report.missed))
        if made is not None:
            self.tell(said.CARDS_MADE.format(count=made) if made else said.CARDS_THERE)

    def _export(self) -> None:
        if self.report is None:
            return
        app = self.study_app
        try:
            paths = export(app.exports_path, app.study, self.report, app.lang)
        except OSError as error:
            app.tell(said.NOT_EXPORTED.format(why=error.strerror or error), severity="error")
        else:
            names = ", ".join(path.name for path in paths)
            told = said.EXPORTED.format(folder=app.exports_path, names=names)
            self.saved = Text(clean(told.en), clean(told.vi))
            self.show()

    # --- an explanation

    def turn_page(self, by: int) -> None:
        """Show the next explanation or the one before; after the last, the result."""
        report = self.report
        if report is None:
            return
        at = self.reviewed + by
        if at >= len(report.in_review):
            self.back_to_result("review")
        elif at >= 0:
            self.reviewed = at
            self.turn_to("review")

    async def tell_of(self, id_: str, *, more: bool) -> None:
        """Tell everything of an answer, or only what matters most."""
        marked, seen = self.marked(), self.seen
        if marked is None or not id_:
            return
        seen.opened = seen.opened | {id_} if more else seen.opened - {id_}
        self._show_at(id_)
        explanation = self.explanation(marked)
        if more and id_ not in seen.sought:
            if not explanation.ways(id_):
                await asyncio.to_thread(explanation.pairs, id_)
            seen.sought |= {id_}
            self._show_at(id_)

    def _show_at(self, id_: str) -> None:
        self.show()
        self.paper.go_to(id_)

    def action_note(self) -> None:
        """Go to the notes behind a question, once the exam is over."""
        if (marked := self.marked()) is not None:
            behind.open_notes(self.study_app, self.explanation(marked))

    def action_advise(self) -> None:
        """Open the advisor with the facts of a question, once the exam is over."""
        if (marked := self.marked()) is not None:
            behind.open_advisor(self.study_app, marked.question)

    def action_card(self) -> None:
        """Make the question a flashcard."""
        self.do(self._card)

    async def _card(self) -> None:
        if (marked := self.marked()) is not None:
            made = await self.result_of(self.examining.make_cards((marked,)))
            if made is not None:
                self.tell(said.CARD_MADE if made else said.CARDS_THERE)
