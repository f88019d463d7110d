"""An exam as a conversation in lines."""

from __future__ import annotations

import asyncio
import contextlib
import re
from threading import Event, Thread
from typing import TYPE_CHECKING, Final, TypeVar

from studyapp.cli.exam_telling import ExamTelling
from studyapp.cli.quiz_typing import is_complete, typed_answer
from studyapp.core.fold import fold
from studyapp.core.ports import StoreError
from studyapp.core.questions.grading import needed
from studyapp.words import exam as words
from studyapp.words import exam_plain as own_words
from studyapp.words import quiz_plain

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
    from typing import Any

    from studyapp.core.exams.attempt import Refusal
    from studyapp.core.exams.sheet import Terms
    from studyapp.core.history.events import Confidence
    from studyapp.core.text import Text
    from studyapp.study.sitting_exams import ExamSitting

T = TypeVar("T")
_JUMP: Final = re.compile(r"j\s*(\d{1,4})")
_YES: Final = {"y", "yes", "c", "co"}


class ExamTalk(ExamTelling):
    """Asks the questions of an exam, in any order, until it is submitted or left."""

    def begin(self, terms: Terms, seed: int | None) -> None:
        """Say the rules, ask whether to begin, and sit the exam."""
        self.tell_rules(terms)
        said = self.talk.ask(own_words.BEGIN)
        if said is None or fold(said) not in {"", *_YES}:
            self.talk.say(own_words.NOT_BEGUN)
            return
        sitting = self._result_of(self.examining.start(terms, seed))
        if sitting is not None:
            self._sit(sitting)
        elif self.examining.running is not None:
            self.talk.say(own_words.BEGUN_MEANWHILE)

    def go_on(self) -> None:
        """Go on with the exam that runs; asks first where another window seems to have it."""
        self.tell_running()
        if self.examining.is_elsewhere:
            self.talk.say(words.ELSEWHERE)
            if not self._is_confirmed(own_words.TAKE_OVER):
                return
        if (sitting := self._result_of(self.examining.resume())) is not None:
            self._sit(sitting)

    def _sit(self, sitting: ExamSitting) -> None:
        self.sitting = sitting
        try:
            if sitting.attempt.is_paused and not self._act(sitting.resume()):
                return
            self.tell_question()
            while self._is_open and self._ask():
                pass
        finally:
            if self._is_open:
                self._leave()
        if sitting.attempt.is_over:
            self.tell_result()

    @property
    def _is_open(self) -> bool:
        return not (self.attempt.is_over or self.sitting.is_taken_over)

    def _leave(self) -> None:
        self.talk.keep(self.sitting.leave())
        if self._is_open:
            self.tell_leaving()

    # --- what is typed

    def _ask(self) -> bool:
        """Ask for the answer, or do what is typed instead; returns whether to go on."""
        with self._beating():
            said = self.talk.ask(own_words.YOUR_ANSWER)
        if not self._is_open:  # it ended, or went to another window, while it waited
            self._tell_if_taken()
            return False
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
            case "grid":
                self.tell_grid()
            case "s":
                self._submit()
            case typed:
                self._jump_or_answer(typed)
        return True

    def _jump_or_answer(self, typed: str) -> None:
        if (found := _JUMP.fullmatch(typed)) is not None:
            self._act_and_tell(self.sitting.jump(int(found[1]) - 1))
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
        if self._act(self._picked(picks, typed.confidence)):
            self.tell_kept()
            self._jump(self.attempt.place + 1)

    async def _picked(self, picks: list[str], felt: Confidence | None) -> Refusal | None:
        """Pick options, or take them back, one after the other, and say how sure that is."""
        for option in picks:
            if (refusal := await self.sitting.pick(option)) is not None:
                return refusal
        return None if felt is None else await self.sitting.feel(felt)

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
        if self._act(self.sitting.flag()):
            is_flagged = self.attempt.cell.is_flagged
            self.talk.say(own_words.FLAGGED if is_flagged else own_words.UNFLAGGED)

    def _gloss(self) -> None:
        if self._act(self.sitting.gloss()):
            self.read_question(self.attempt.sheet.terms.lang.other)

    def _submit(self) -> None:
        """Submit, once that is confirmed."""
        self.tell_open()
        with self._beating():
            is_confirmed = self._is_confirmed(own_words.CONFIRM)
        self._tell_if_taken()
        if is_confirmed and self._is_open:
            self._act(self.sitting.submit())

    def _is_confirmed(self, prompt: Text) -> bool:
        said = self.talk.ask(prompt)
        return said is not None and fold(said) in _YES

    # --- acts and time

    def _act_and_tell(self, doing: Coroutine[Any, Any, Refusal | None]) -> None:
        if self._act(doing):
            self.tell_question()

    def _act(self, doing: Coroutine[Any, Any, Refusal | None]) -> bool:
        """Do something in the exam; says why it is not done, and returns whether to go on."""
        refused: list[Refusal] = []

        async def done() -> None:
            if (refusal := await doing) is not None:
                refused.append(refusal)

        is_kept = self.talk.keep(done())
        for refusal in refused:
            self.talk.say(words.REFUSALS[refusal.value])
        return is_kept and not refused and self._is_open

    def _result_of(self, act: Coroutine[Any, Any, T]) -> T | None:
        """Wait until an act is kept; returns what it gave, or None when nothing could be kept."""
        found: list[T] = []

        async def done() -> None:
            found.append(await act)

        self.talk.keep(done())
        return found[0] if found else None

    def _tell_if_taken(self) -> None:
        if self.sitting.is_taken_over:
            self.talk.say(words.REFUSALS["taken-over"])

    @contextlib.contextmanager
    def _beating(self) -> Iterator[None]:
        """Let the time of the exam pass while a line is waited for.

        The thread has the history for itself: nothing else is done until it has ended.
        """
        is_enough = Event()
        beating = Thread(target=self._beat, args=(is_enough,), daemon=True)
        beating.start()
        try:
            yield
        finally:
            is_enough.set()
            beating.join()

    def _beat(self, is_enough: Event) -> None:
        while self._is_open and not is_enough.wait(1):
            with contextlib.suppress(StoreError):  # told at the next act; the time is not lost
                asyncio.run(self.sitting.beat())
        if self.attempt.is_over:
            self.talk.pause()  # ends the line that was waited for
            self.talk.say(words.ENDED["time"], own_words.ENTER_RESULT)
