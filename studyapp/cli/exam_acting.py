"""What is done in an exam in lines: acts that are kept, while its time passes."""

from __future__ import annotations

import asyncio
import contextlib
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

from studyapp.cli.exam_telling import ExamTelling
from studyapp.core.fold import fold
from studyapp.core.ports import StoreError
from studyapp.words import exam as words
from studyapp.words import exam_plain as own_words

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
    from typing import Any

    from studyapp.core.exams.attempt import Refusal
    from studyapp.core.text import Text

T = TypeVar("T")


class ExamActing(ExamTelling):
    """An exam, and how one waits for its acts and for lines."""

    @property
    def is_open(self) -> bool:
        """Whether the exam goes on in this window."""
        return not (self.attempt.is_over or self.sitting.is_taken_over)

    def act(self, doing: Coroutine[Any, Any, Refusal | None]) -> bool:
        """Do something in the exam; says why it is not done, and returns whether to go on."""
        refused: list[Refusal] = []

        async def done() -> None:
            if (refusal := await doing) is not None:
                refused.append(refusal)

        is_kept = self.talk.keep(done())
        for refusal in refused:
            self.talk.say(words.REFUSALS[refusal.value])
        return is_kept and not refused and self.is_open

    def result_of(self, act: Coroutine[Any, Any, T]) -> T | None:
        """Wait until an act is kept; returns what it gave, or None when nothing could be kept."""
        found: list[T] = []

        async def done() -> None:
            found.append(await act)

        self.talk.keep(done())
        return found[0] if found else None

    def hear(self, prompt: Text) -> str | None:
        """Ask for a line while time passes; None at the end of the input, and of the exam here."""
        self.warn()
        with self._beating():
            said = self.talk.ask(prompt)
        if self.sitting.is_taken_over:
            self.talk.say(words.REFUSALS["taken-over"])
        return said if self.is_open else None

    def is_confirmed(self, prompt: Text) -> bool:
        """Ask for a yes while time passes."""
        said = self.hear(prompt)
        return said is not None and fold(said) in own_words.YES

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
        while self.is_open and not is_enough.wait(1):
            with contextlib.suppress(StoreError):  # told at the next act; the time is not lost
                asyncio.run(self.sitting.beat())
        if self.attempt.is_over:
            self.talk.pause()  # ends the line that was waited for
            self.talk.say(words.ENDED["time"], own_words.ENTER_RESULT)
