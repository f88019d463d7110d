"""`ExamSitting`: an exam that is sat in this window; every act is kept before it is shown."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any, Final

from studyapp.core.exams.attempt import Refusal, Step
from studyapp.core.exams.clock import HEARTBEAT, elapsed
from studyapp.core.ports import TakenOverError

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.core.exams.attempt import Attempt
    from studyapp.core.exams.clock import Stamp
    from studyapp.core.history.events import Confidence
    from studyapp.core.ports import Claim
    from studyapp.study.past import Past

_BEAT: Final = HEARTBEAT - 1_000
"""Milliseconds after which a sign of life is kept: beats come a second apart, and may be late."""


class ExamSitting:
    """An exam under way, or one that was just submitted.

    The screen shows ``attempt``. Each act returns None once it is done and kept, or a `Refusal`
    that says why it was not; `words.exam.REFUSALS` has the words. An act that comes when the time
    is up ends the exam instead, so ``attempt.is_over`` is worth a look after each of them. Acts
    wait for one another, and whoever stops waiting leaves them to be done. They raise NotSavedError
    where nothing can be kept.

    `beat` is to be called about once a second as long as the program runs, whatever it shows.
    """

    def __init__(self, past: Past, attempt: Attempt, claim: Claim, here: str = "") -> None:
        self.attempt = attempt
        self.here = here
        """The answer under the cursor, which is kept with each sign of life; empty: not known."""
        self.is_taken_over = False
        """Another window sits the exam now: here it can only be looked at."""
        self._past = past
        self._claim = claim
        self._kept_at = attempt.last
        self._turn = asyncio.Lock()
        self._acting: set[asyncio.Task[Refusal | None]] = set()

    @property
    def remaining(self) -> int:
        """Milliseconds that are left at this very moment."""
        return self.attempt.charged(self._now).remaining

    @property
    def refuses_help(self) -> Refusal | None:
        """Why no gloss, other language, notes or advisor may be shown; None where they may."""
        return self.attempt.refuses_help

    # --- the question that is shown

    async def pick(self, option: str) -> Refusal | None:
        """Pick an option by its id, or take it back."""
        return await self._do(lambda attempt, now: attempt.pick(option, now))

    async def feel(self, confidence: Confidence) -> Refusal | None:
        """Say how sure the answer is."""
        return await self._do(lambda attempt, now: attempt.feel(confidence, now))

    async def strike(self, option: str) -> Refusal | None:
        """Strike an option out, or bring it back."""
        return await self._do(lambda attempt, now: attempt.strike(option, now))

    async def flag(self) -> Refusal | None:
        """Mark the question to come back to, or unmark it."""
        return await self._do(lambda attempt, now: attempt.flag(now))

    async def gloss(self) -> Refusal | None:
        """Look at the question in the other language; it may be shown if this returns None."""
        return await self._do(lambda attempt, now: attempt.gloss(now))

    # --- the exam

    async def jump(self, place: int) -> Refusal | None:
        """Show another question, by its place from 0."""
        return await self._do(lambda attempt, now: attempt.jump(place, now))

    async def pause(self) -> Refusal | None:
        """Stop the clock of a relaxed exam; its question is to be hidden."""
        return await self._do(lambda attempt, now: attempt.pause(now))

    async def resume(self) -> Refusal | None:
        """Go on after a pause."""
        return await self._do(lambda attempt, now: attempt.resume(now))

    async def submit(self) -> Refusal | None:
        """End the exam."""
        return await self._do(lambda attempt, now: attempt.submit(now))

    async def beat(self) -> None:
        """Let time pass: ends the exam when it is up, and keeps a sign of life now and then.

        Returns at once while an act is being kept.
        """
        if not self._turn.locked() and not self.is_taken_over and not self.attempt.is_over:
            await self._do(lambda attempt, now: attempt.tick(now))

    async def leave(self) -> None:
        """Let go of the exam, as the program ends: it can be gone on with at once anywhere.

        The time of a strict exam goes on.
        """
        await self._do(lambda attempt, now: attempt.tick(now))
        if not self.is_taken_over and not self.attempt.is_over:
            note = self._note(self.attempt, None)
            with contextlib.suppress(TakenOverError):
                await self._past.keep(claim=self._claim._replace(note=note))

    # --- how it is done

    async def _do(self, act: Callable[[Attempt, Stamp], Step | Refusal]) -> Refusal | None:
        task = asyncio.ensure_future(self._done(act, self._now))
        self._acting.add(task)
        task.add_done_callback(self._acting.discard)
        return await asyncio.shield(task)

    async def _done(
        self, act: Callable[[Attempt, Stamp], Step | Refusal], now: Stamp
    ) -> Refusal | None:
        async with self._turn:
            if self.is_taken_over:
                return Refusal.TAKEN_OVER
            step = act(self.attempt, now)
            if isinstance(step, Refusal):
                return step
            if step.attempt.place != self.attempt.place:
                is_due, self.here = True, ""
            else:
                is_due = elapsed(self._kept_at, now) >= _BEAT
            if step.acts or is_due:
                note = self._note(step.attempt, now)
                try:
                    await self._past.keep(*step.acts, claim=self._claim._replace(note=note))
                except TakenOverError:
                    self.is_taken_over = True
                    return Refusal.TAKEN_OVER
                self._kept_at = now
            self.attempt = step.attempt
            return None

    def _note(self, attempt: Attempt, alive: Stamp | None) -> dict[str, Any]:
        alive_at = None if alive is None else list(alive)
        return {**attempt.note, "here": self.here, "alive": alive_at}

    @property
    def _now(self) -> Stamp:
        return self._past.clock.stamp()
