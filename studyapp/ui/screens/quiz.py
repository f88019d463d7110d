"""The Quiz place: what its keys do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from studyapp.core.questions.form import ChoiceQuestion, MatchingQuestion
from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.practising import QUIZ
from studyapp.ui.screens.quiz_explaining import QuizExplaining, can_advise
from studyapp.words import cards as common
from studyapp.words import quiz as words

if TYPE_CHECKING:
    from textual.binding import BindingType

    from studyapp.study.practising import Practice


class QuizScreen(QuizExplaining):
    """The place.

    Every act waits its turn, so it looks at the sitting only when that has come.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(QUIZ)

    def go_back(self) -> None:
        """From how sure, a lifted entry, a question and the end to what was before; then home."""
        if self.seen.is_asking and self.unanswered() is not None:
            self.stop_asking()
        elif self.seen.lifted is not None:
            self.seen.lifted = None
            self.show()
        elif self.stage == "end":
            self.leave()
        elif self.stage == "question":
            self.stage = "start"
            self.tell(None)
            self.show()
            self.menu.move_to("continue")
        else:
            super().go_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of a question work where one is shown, those of an explanation after it."""
        if self.is_acting:  # what follows from the keys before this one is not known yet
            return True
        practice = self.asked()
        match action:
            case "undo":
                can_undo = self.practice is not None and self.practice.can_undo
                return self.learning.is_awake if self.stage == "start" else can_undo
            case "strike":
                is_open = practice is not None and practice.given is None
                question = practice.draft.shown.question if practice and is_open else None
                return isinstance(question, ChoiceQuestion)
            case "note" | "card" | "next_question" | "read_on":
                return practice is not None and practice.given is not None
            case "pick":
                return practice is not None and practice.given is None
            case "advise":
                return practice is not None and can_advise(practice)
            case "go" | "letter" | "number" | "turn" | "flag" | "peek":
                return practice is not None
            case _:
                return super().check_action(action, parameters)

    # --- the answer

    def action_go(self) -> None:
        """Submit, say how sure the answer is, or go on to the next question."""
        self.do(self._go)

    async def _go(self) -> None:
        practice = self.unanswered()
        if practice is None:
            await self._next()
        elif self.seen.lifted is not None:
            self.seen.lifted = None
            self.show_answer()
        elif not self.seen.is_asking:
            await self.ask_how_sure(practice)
        elif (confidence := self.row.confidence) is not None:
            await self.submit(confidence)

    def action_next_question(self) -> None:
        """Go on to the next question."""
        self.do(self._next)

    async def _next(self) -> None:
        practice = self.asked()
        if practice is not None and practice.given is not None:
            practice.next()
            self.show_next()

    def action_pick(self) -> None:
        """Pick or lift what the cursor is on."""
        self.do(self._pick)

    def action_read_on(self) -> None:
        """Read on in an explanation."""
        self.do(self._pick)

    async def _pick(self) -> None:
        """Do what the key that both share means when its turn has come."""
        if (practice := self.unanswered()) is not None:
            if not self.seen.is_asking:
                self.pick_here(practice)
                self.show_answer()
        elif self.asked() is not None:
            self.paper.read_on()

    def action_number(self, number: int) -> None:
        """Pick by number, or say how sure the answer is."""
        self.do(partial(self._number, number))

    async def _number(self, number: int) -> None:
        if (practice := self.unanswered()) is None:
            await self.tell_more(number - 1)
        elif self.seen.is_asking:
            await self.submit_numbered(number)
        else:
            self.pick_numbered(number - 1, practice)
            self.show_answer()

    def action_letter(self, at: int) -> None:
        """Pick by letter; in an explanation, tell more of that answer."""
        self.do(partial(self._letter, at))

    async def _letter(self, at: int) -> None:
        if (practice := self.unanswered()) is None:
            await self.tell_more(at)
        else:
            self.pick_lettered(at, practice)
            self.show_answer()

    def action_turn(self, by: int) -> None:
        """Move the cursor of how sure, give another match, or tell more or less."""
        self.do(partial(self._turn, by))

    async def _turn(self, by: int) -> None:
        if (practice := self.unanswered()) is None:
            await self.tell_of(self.paper.here, more=by > 0)
        elif self.seen.is_asking:
            self.row.move(by)
        elif isinstance(practice.draft.shown.question, MatchingQuestion):
            self.step_match(by, practice)
            self.show_answer()

    def action_strike(self) -> None:
        """Strike an option out, or bring it back."""
        self.answer(self.strike_here)

    # --- the explanation

    def action_note(self) -> None:
        """Go to the notes behind the question, once it is answered."""
        self.do(self.open_notes)

    def action_advise(self) -> None:
        """Open the advisor with the facts of the question, once it is answered."""
        self.do(self.open_advisor)

    def action_card(self) -> None:
        """Make the question a flashcard, or no longer, once it is answered."""
        self.do(self.make_card)

    # --- the other acts

    def action_peek(self) -> None:
        """Show or hide the other language."""
        self.do(self._peek)

    async def _peek(self) -> None:
        if (practice := self.asked()) is not None:
            self.seen.is_peeked = not self.seen.is_peeked
            practice.peek()
            self.show()

    def action_flag(self) -> None:
        """Mark the question, or unmark it."""
        self.do(self._flag)

    async def _flag(self) -> None:
        if (practice := self.asked()) is not None:
            await self.keep(practice.flag())
            self.show()

    def action_undo(self) -> None:
        """Take the last act back, of the sitting or of this computer."""
        self.do(self._undo)

    async def _undo(self) -> None:
        practice = self.practice
        if self.stage != "start" and practice is not None:
            await self._undo_in(practice)
            return
        last = self.learning.last_act()
        if last is None:
            self.tell(common.NOTHING_TO_UNDO)
        elif practice is not None and practice.last_event == last:
            await self._undo_in(practice)
        elif await self.keep(self.learning.undo()):
            self.news = words.UNDONE.get(last.kind, common.UNDONE_OTHER)
            self.show()

    async def _undo_in(self, practice: Practice) -> None:
        """Take the last act of the sitting back, and go where it was done."""
        last, before = practice.last_event, practice.sight
        if last is None:
            self.tell(common.NOTHING_TO_UNDO)
        elif await self.keep(practice.undo()):
            self.news = words.UNDONE.get(last.kind, common.UNDONE_OTHER)
            if practice.sight is not before:
                self.show_next()
            else:
                self.go_on()
