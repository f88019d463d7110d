"""An attempt at an exam: what may be done when, and what comes of it.

Nothing here is kept or shown. Each act takes what the clocks say now and returns a `Step`: the
attempt after it, and what must be kept before that attempt is shown; or a `Refusal`, which changes
nothing. An act that comes after the time is up ends the exam instead.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.exams.acts import (
    ExamAnswered,
    ExamMarked,
    ExamPaused,
    ExamResumed,
    ExamSubmitted,
)
from studyapp.core.exams.clock import HEARTBEAT, elapsed
from studyapp.core.exams.state import State
from studyapp.core.questions.grading import grade

if TYPE_CHECKING:
    from studyapp.core.exams.acts import By, ExamAct, Mark
    from studyapp.core.exams.clock import Stamp
    from studyapp.core.history.events import Confidence
    from studyapp.core.questions.draft import Draft


class Refusal(StrEnum):
    """Why something cannot be done in an exam."""

    OVER = "over"
    """It has been submitted."""
    PAUSED = "paused"
    """It is paused: first it has to go on."""
    RUNNING = "running"
    """It is not paused."""
    STRICT_PAUSE = "strict-pause"
    """A strict exam is not paused."""
    STRICT_HELP = "strict-help"
    """A strict exam has no help: no gloss, no other language, no notes, no advisor."""
    FULL = "full"
    """As many answers are picked as are asked for; one has to be taken back first."""
    BLANK = "blank"
    """There is no answer yet to be sure of."""
    UNKNOWN = "unknown"
    """There is no such question or option."""
    TAKEN_OVER = "taken-over"
    """Another window sits it now."""


class Step(NamedTuple):
    """What an act leads to."""

    attempt: Attempt
    acts: tuple[ExamAct, ...] = ()
    """To be kept, all or none, before the attempt is shown; none where nothing has to be."""


@dataclass(frozen=True, slots=True)
class Attempt(State):
    """An attempt that is sat: `State` says how it stands, what is here lets it go on."""

    # --- the question that is shown

    def pick(self, option: str, now: Stamp) -> Step | Refusal:
        """Pick an option, or take it back; see `Draft.picked`."""
        if (step := self._unless_running(now)) is not None:
            return step
        draft = self.draft.picked(option)
        if draft == self.draft:
            return Refusal.FULL if draft.shown.letter(option) else Refusal.UNKNOWN
        return self._answer(draft, now)

    def feel(self, confidence: Confidence, now: Stamp) -> Step | Refusal:
        """Say how sure the answer is."""
        if (step := self._unless_running(now)) is not None:
            return step
        if not self.draft.chosen:
            return Refusal.BLANK
        return self._answer(replace(self.draft, confidence=confidence), now)

    def strike(self, option: str, now: Stamp) -> Step | Refusal:
        """Strike an option out, or bring it back; one that is picked is taken back."""
        if (step := self._unless_running(now)) is not None:
            return step
        draft = self.draft.strike(option)
        if draft == self.draft:
            return Refusal.UNKNOWN
        struck = self._mark("strike", now, on=option in draft.struck, option=option)
        if draft.chosen == self.draft.chosen:
            return struck
        taken_back = self._answer(replace(self.draft, chosen=draft.chosen), now)
        after = taken_back.attempt._mark("strike", now, on=True, option=option)
        return Step(after.attempt, (*taken_back.acts, *after.acts))

    def flag(self, now: Stamp) -> Step | Refusal:
        """Mark the question to come back to, or unmark it."""
        if (step := self._unless_running(now)) is not None:
            return step
        return self._mark("flag", now, on=not self.cell.is_flagged)

    def gloss(self, now: Stamp) -> Step | Refusal:
        """Look at the question in the other language, which is counted."""
        if (refusal := self.refuses_help) is not None:
            return refusal
        if (step := self._unless_running(now)) is not None:
            return step
        return self._mark("gloss", now)

    # --- the exam

    def jump(self, place: int, now: Stamp) -> Step | Refusal:
        """Show another question, by its place from 0."""
        if (step := self._unless_running(now)) is not None:
            return step
        if not 0 <= place < len(self.cells):
            return Refusal.UNKNOWN
        there = self.charged(now).shown_at(place)
        return Step(there) if there.cell.is_seen else there._mark("seen", now)

    def pause(self, now: Stamp) -> Step | Refusal:
        """Stop the clock of a relaxed exam, and hide its question."""
        if self.sheet.terms.mode == "strict":
            return Refusal.STRICT_PAUSE
        if (step := self._unless_running(now)) is not None:
            return step
        after = self.charged(now)
        return after._do(ExamPaused(attempt=self.sheet.id, used=after.used, stamp=now))

    def resume(self, now: Stamp) -> Step | Refusal:
        """Go on after a pause."""
        if self.is_over:
            return Refusal.OVER
        if not self.is_paused:
            return Refusal.RUNNING
        return self._resumed(now)

    def come_back(self, now: Stamp) -> Step | Refusal:
        """Open an exam that was left by closing the program, or by its end; a pause goes on."""
        if self.is_over:
            return Refusal.OVER
        return Step(self) if self.is_paused else self._resumed(now)

    def tick(self, now: Stamp) -> Step:
        """Let time pass; to be called about once a second.

        The exam ends when it is up. What took longer than a heartbeat was an interruption, such as
        the computer's sleep.
        """
        if self.is_over or self.is_paused:
            return Step(self)
        if elapsed(self.last, now) > HEARTBEAT:
            return self._resumed(now)
        after = self.charged(now)
        return after._end("time", now) if after.is_up else Step(after)

    def submit(self, now: Stamp) -> Step | Refusal:
        """End the exam; a paused one can be ended, too."""
        if self.is_over:
            return Refusal.OVER
        after = self.charged(now)
        return after._end("time" if after.is_up else "learner", now)

    @property
    def refuses_help(self) -> Refusal | None:
        """Why there is no gloss, no other language, no notes and no advisor; None where there is.

        To be asked before any of them is shown. After the end there is all of it.
        """
        is_strict = self.sheet.terms.mode == "strict"
        return Refusal.STRICT_HELP if is_strict and not self.is_over else None

    # --- steps

    def _unless_running(self, now: Stamp) -> Step | Refusal | None:
        """What happens instead of an act, if it cannot be done now."""
        if self.is_over:
            return Refusal.OVER
        if self.is_paused:
            return Refusal.PAUSED
        after = self.charged(now)
        return after._end("time", now) if after.is_up else None

    def _answer(self, draft: Draft, now: Stamp) -> Step:
        after = self.charged(now)
        question = draft.shown.question
        return after._do(
            ExamAnswered(
                attempt=self.sheet.id,
                used=after.used,
                stamp=now,
                place=self.place,
                chosen=draft.chosen,
                right=grade(question, draft.chosen).is_right,
                confidence=draft.confidence if draft.chosen else None,
            )
        )

    def _mark(self, what: Mark, now: Stamp, *, on: bool = True, option: str = "") -> Step:
        after = self.charged(now)
        return after._do(
            ExamMarked(
                attempt=self.sheet.id,
                used=after.used,
                stamp=now,
                place=after.place,
                what=what,
                on=on,
                option=option,
            )
        )

    def _resumed(self, now: Stamp) -> Step:
        after = self.charged(now)
        resumed = after._do(
            ExamResumed(
                attempt=self.sheet.id,
                used=after.used,
                stamp=now,
                away=elapsed(self.last, now),
                counted=after.used - self.used,
            )
        )
        if not after.is_up:
            return resumed
        ended = resumed.attempt._end("time", now)
        return Step(ended.attempt, (*resumed.acts, *ended.acts))

    def _end(self, by: By, now: Stamp) -> Step:
        spent = tuple(cell.spent for cell in self.cells)
        return self._do(
            ExamSubmitted(attempt=self.sheet.id, used=self.used, stamp=now, by=by, spent=spent)
        )

    def _do(self, act: ExamAct) -> Step:
        return Step(self.after(act), (act,))
