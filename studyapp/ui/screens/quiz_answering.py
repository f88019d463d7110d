"""The Quiz place while an answer is being made: picking, ordering, matching, and how sure it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from studyapp.core.questions.accuracy import CONFIDENCES
from studyapp.core.questions.form import ChoiceQuestion, MatchingQuestion, OrderingQuestion
from studyapp.core.questions.grading import needed, pairs
from studyapp.ui.screens.quiz_choosing import QuizChoosing
from studyapp.ui.widgets.answer_row import AnswerRow
from studyapp.ui.widgets.paper_view import PaperView
from studyapp.words import quiz as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.core.history.events import Confidence
    from studyapp.study.practising import Practice


class QuizAnswering(QuizChoosing):
    """The place with the keys that make an answer; those on an explanation go elsewhere."""

    def unanswered(self) -> Practice | None:
        """The sitting, while its question is not answered yet."""
        practice = self.asked()
        return None if practice is None or practice.given is not None else practice

    def answer(self, change: Callable[[Practice], None]) -> None:
        """Change the answer in the making, in its turn, and show it."""
        self.do(partial(self._answer, change))

    async def _answer(self, change: Callable[[Practice], None]) -> None:
        if (practice := self.unanswered()) is not None:
            change(practice)
            self.show_answer()

    def show_answer(self) -> None:
        """Show the answers and the line under them; nothing else has changed."""
        with self.app.batch_update():
            self.paper.show(self._set_paper)
            self.show_row()
            self.show_title()
        self.refresh_bindings()
        self.look_ahead()

    # --- picking

    def pick_here(self, practice: Practice) -> None:
        """Pick or lift what the cursor is on."""
        here = self.paper.here
        if isinstance(practice.draft.shown.question, OrderingQuestion):
            self.seen.lifted = None if self.seen.lifted is not None else here
        elif isinstance(practice.draft.shown.question, MatchingQuestion):
            self.step_match(1, practice)
        else:
            self.pick(here, practice)

    def pick_numbered(self, at: int, practice: Practice) -> None:
        """Pick an answer by its place; of a matching question, go to a prompt."""
        lines = practice.draft.shown.lines
        if at < len(lines) and self.seen.lifted is None:
            self.paper.go_to(lines[at].id)
            if not isinstance(practice.draft.shown.question, MatchingQuestion):
                self.pick(lines[at].id, practice)

    def pick_lettered(self, at: int, practice: Practice) -> None:
        """Pick an answer by its letter; of a matching question, give it to the prompt."""
        shown = practice.draft.shown
        if not isinstance(shown.question, MatchingQuestion):
            self.pick_numbered(at, practice)
        elif at < len(shown.answers):
            prompt = self.paper.here
            practice.match(prompt, shown.answers[at].id)
            given = pairs(practice.draft.chosen)
            rest = (line.id for line in shown.lines if line.id not in given)
            self.paper.go_to(next(rest, prompt))

    def pick(self, id_: str, practice: Practice) -> None:
        """Pick an option or take it back; of an ordering question, put an entry next."""
        before = practice.draft
        practice.pick(id_)
        self.seen.is_asking = self.seen.is_asking and practice.draft.is_complete
        if practice.draft == before and before.is_complete:
            self.news = words.TOO_MANY
        left = [each for each in practice.draft.arranged if each not in practice.draft.chosen]
        if isinstance(before.shown.question, OrderingQuestion) and len(left) == 1:
            practice.pick(left[0])

    def step_match(self, by: int, practice: Practice) -> None:
        """Give the prompt under the cursor the next answer, or the one before; none is one."""
        shown, prompt = practice.draft.shown, self.paper.here
        offered = [None, *(line.id for line in shown.answers)]
        letters = ["", *(line.letter for line in shown.answers)]
        given = pairs(practice.draft.chosen).get(prompt, "")
        at = letters.index(shown.answer_letter(given))
        practice.match(prompt, offered[(at + by) % len(offered)])

    def strike_here(self, practice: Practice) -> None:
        """Strike out the option under the cursor, or bring it back."""
        practice.strike(self.paper.here)
        self.seen.is_asking = self.seen.is_asking and practice.draft.is_complete

    @on(PaperView.Carried)
    def _move_lifted(self, event: PaperView.Carried) -> None:
        self.answer(partial(self._move, event.by))

    def _move(self, by: int, practice: Practice) -> None:
        if self.seen.lifted is not None:
            practice.move(self.seen.lifted, by)
            self.paper.show(self._set_paper)
            self.paper.go_to(self.seen.lifted)

    @on(PaperView.Clicked)
    def _take_clicked(self, event: PaperView.Clicked) -> None:
        self.paper.go_to(event.place)
        self.answer(self.pick_here)

    # --- submitting

    async def ask_how_sure(self, practice: Practice) -> None:
        """Ask how sure the answer is, if there is one; nothing picked means what is under it."""
        draft, seen = practice.draft, self.seen
        is_open = not draft.chosen and isinstance(draft.shown.question, ChoiceQuestion)
        if is_open and needed(draft.shown.question) == 1 and self.paper.here not in draft.struck:
            practice.pick(self.paper.here)
            seen.was_picked = True
        draft = practice.draft
        if draft.is_complete:
            seen.is_asking = True
        else:
            all_ = needed(draft.shown.question)
            self.news = words.TOO_FEW.format(count=len(draft.chosen), all=all_)
        self.show_answer()

    def stop_asking(self) -> None:
        """Go back to the answer; what the key that asked had picked is taken back."""
        practice, seen = self.unanswered(), self.seen
        if practice is not None and seen.was_picked:
            for each in practice.draft.chosen:
                practice.pick(each)
        seen.is_asking = seen.was_picked = False
        self.show_answer()

    @on(AnswerRow.Chosen)
    def _take_confidence(self, event: AnswerRow.Chosen) -> None:
        self.do(partial(self.submit, event.confidence))

    async def submit_numbered(self, number: int) -> None:
        """Submit with the confidence of a number, counted from 1."""
        if number <= len(CONFIDENCES):
            await self.submit(CONFIDENCES[number - 1])

    async def submit(self, confidence: Confidence) -> None:
        """Submit the answer, and show what there is to say of it once it is kept."""
        practice = self.unanswered()
        if practice is None or not self.seen.is_asking:
            return
        practice.feel(confidence)
        if await self.keep(practice.submit()):
            self.seen.is_asking = False
            self.paper.begin(at_places=True)
        self.show()
