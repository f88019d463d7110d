"""An exam as a conversation in lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from studyapp.cli.exam_acting import ExamActing
from studyapp.cli.exam_after import ExamAfter
from studyapp.cli.quiz_typing import is_complete, typed_answer, typed_option
from studyapp.core.fold import fold
from studyapp.core.questions.grading import needed
from studyapp.words import exam as words
from studyapp.words import exam_plain as own_words
from studyapp.words import quiz_plain

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any

    from studyapp.core.exams.attempt import Refusal
    from studyapp.core.exams.sheet import Terms
    from studyapp.core.history.events import Confidence
    from studyapp.study.sitting_exams import ExamSitting

_JUMP: Final = re.compile(r"j\s*(\d{1,4})")
_STRIKE: Final = re.compile(r"x\s*(.*)")


class ExamTalk(ExamActing):
    """Asks the questions of an exam, in any order, until it is submitted or left."""

    code = 0
    """The exit code: 1 where the result could not be written to its files."""

    def begin(self, terms: Terms, seed: int | None) -> None:
        """Say the rules, ask whether to begin, and sit the exam."""
        self.tell_rules(terms)
        said = self.talk.ask(own_words.BEGIN)
        if said is None or fold(said) not in {"", *own_words.YES}:
            self.talk.say(own_words.NOT_BEGUN)
            return
        sitting = self.result_of(self.examining.start(terms, seed))
        if sitting is not None:
            self._sit(sitting)
        elif self.examining.running is not None:
            self.talk.say(own_words.BEGUN_MEANWHILE)

    def go_on(self) -> None:
        """Go on with the exam that runs; asks first where another window seems to have it."""
        self.tell_running()
        if self.examining.is_elsewhere:
            self.talk.say(words.ELSEWHERE)
            said = self.talk.ask(own_words.TAKE_OVER)
            if said is None or fold(said) not in own_words.YES:
                return
        if (sitting := self.result_of(self.examining.resume())) is not None:
            self._sit(sitting)

    def _sit(self, sitting: ExamSitting) -> None:
        self.sitting = sitting
        try:
            if self.is_open and not sitting.attempt.is_paused:
                self.tell_question()
            while self.is_open and self._ask():
                pass
        finally:
            if self.is_open:
                self._leave()
        if sitting.attempt.is_over:
            self._end()

    def _leave(self) -> None:
        self.talk.keep(self.sitting.leave())
        if self.is_open:
            self.tell_leaving()

    def _end(self) -> None:
        after = ExamAfter(self.talk, self.data, self.examining.report(self.attempt))
        after.tell_result()
        if not after.write():
            self.code = 1
        after.practise()

    # --- what is typed

    def _ask(self) -> bool:
        """Ask for the answer, or do what is typed instead; returns whether to go on."""
        if self.attempt.is_paused:
            return self._ask_paused()
        said = self.hear(own_words.YOUR_ANSWER)
        match None if said is None else fold(said):
            case None | "q":
                return False
            case "":
                self.tell_question()
            case "?":
                self.tell_help()
            case "n":
                self._jump(self.attempt.place + 1)
            case "p":
                self._jump(self.attempt.place - 1)
            case "f":
                self._flag()
            case "g":
                self._gloss()
            case "h":
                self.act(self.sitting.pause())
            case "grid":
                self.tell_grid()
            case "s":
                self._submit()
            case typed:
                self._jump_or_answer(typed)
        return True

    def _ask_paused(self) -> bool:
        """Wait until the exam shall go on; returns whether to go on."""
        self.tell_paused()
        said = self.hear(own_words.PAUSED)
        match None if said is None else fold(said):
            case None | "q":
                return False
            case "":
                self._act_and_tell(self.sitting.resume())
            case "?":
                self.tell_help()
            case "s":
                self._submit()
            case _:
                self.talk.say(words.REFUSALS["paused"])
        return True

    def _jump_or_answer(self, typed: str) -> None:
        if (found := _JUMP.fullmatch(typed)) is not None:
            self._act_and_tell(self.sitting.jump(int(found[1]) - 1))
        elif (found := _STRIKE.fullmatch(typed)) is not None:
            self._strike(found[1])
        else:
            self._answer(typed)

    def _answer(self, said: str) -> None:
        """Let the answer be the one that is typed, and go on to the next question."""
        shown = self.attempt.draft.shown
        typed, form = typed_answer(said, shown), quiz_plain.FORMS[shown.question.type]
        if typed is None:
            self.talk.say(quiz_plain.NOT_UNDERSTOOD.format(form=form))
            return
        if not is_complete(typed, shown):
            count, wanted = len(typed.chosen), needed(shown.question)
            self.talk.say(quiz_plain.COUNT.format(all=wanted, count=count, form=form))
            return
        had = self.attempt.draft.chosen
        others = [each for each in had if each not in typed.chosen]
        # Only a response has to be emptied first; of a choice another pick takes the place.
        picks = [] if needed(shown.question) == 1 else others
        picks += [each for each in typed.chosen if each not in had]
        if self.act(self._picked(picks, typed.confidence)):
            self.tell_kept()
            self._jump(self.attempt.place + 1)

    async def _picked(self, picks: list[str], felt: Confidence | None) -> Refusal | None:
        """Pick options, or take them back, one after the other, and say how sure that is."""
        for option in picks:
            if (refusal := await self.sitting.pick(option)) is not None:
                return refusal
        return None if felt is None else await self.sitting.feel(felt)

    def _strike(self, said: str) -> None:
        """Strike an answer out, or bring it back."""
        draft = self.attempt.draft
        option = typed_option(said, draft.shown)
        if option is None:
            self.talk.say(own_words.STRIKE_FORM)
        elif self.act(self.sitting.strike(option)):
            self.tell_struck(option, was_chosen=option in draft.chosen)

    def _jump(self, place: int) -> None:
        """Go to a question; from the last one there is none to go to, nor from the first back."""
        if place < 0:
            self.talk.say(own_words.FIRST)
        elif place >= len(self.attempt.cells):
            self.tell_time()
            self.talk.say(own_words.LAST)
        else:
            self._act_and_tell(self.sitting.jump(place))

    def _flag(self) -> None:
        if self.act(self.sitting.flag()):
            is_flagged = self.attempt.cell.is_flagged
            self.talk.say(own_words.FLAGGED if is_flagged else own_words.UNFLAGGED)

    def _gloss(self) -> None:
        if self.act(self.sitting.gloss()):
            self.read_question(self.attempt.sheet.terms.lang.other)
            self.tell_glosses()

    def _submit(self) -> None:
        """Submit, once that is confirmed."""
        self.tell_open()
        if self.is_confirmed(own_words.CONFIRM):
            self.act(self.sitting.submit())

    def _act_and_tell(self, doing: Coroutine[Any, Any, Refusal | None]) -> None:
        if self.act(doing):
            self.tell_question()
