"""`Practice`: a sitting of questions under way, step by step."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.history.events import Answered, Carded, Flagged, Suspended, Undone
from studyapp.core.questions.grading import grade
from studyapp.core.questions.sitting import UNTIMED, Try
from studyapp.study.answering import Answering, Sight
from studyapp.study.summing_up import Summary, sum_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.core.history.events import Act, Event
    from studyapp.core.questions.shown import Posed
    from studyapp.core.questions.sitting import Sitting, Timing
    from studyapp.study.study import Study


class _Step(NamedTuple):
    before: Sight
    after: Sight | None
    """Where it led; None when it stayed."""
    events: tuple[Event, ...]


class Practice(Answering):
    """A sitting; every act of it is kept before the sitting goes on, and can be taken back.

    The screen shows ``draft`` until `submit`, then ``given`` and ``explanation`` until `next`. What
    is not submitted is kept nowhere but here, and survives any change of the language.

    Acts raise NotSavedError where nothing can be kept, and LookupError at the end of the sitting.
    """

    def __init__(self, study: Study, sitting: Sitting, timing: Timing = UNTIMED) -> None:
        super().__init__(study, sitting, timing)
        self._steps: list[_Step] = []
        self._more: Iterator[Posed] | None = None

    # --- acts

    async def submit(self) -> None:
        """Submit the answer as it stands, and show what to say of it; twice is once."""
        if self.given is not None:
            return
        draft, shown = self.draft, self.draft.shown
        posed, graded = shown.posed, grade(shown.question, draft.chosen)
        milliseconds = int(1000 * self.seconds)
        confidence = draft.confidence or "think"
        given = Try(
            shown, graded, confidence, draft.has_peeked, milliseconds, self.sitting.is_return
        )
        act = Answered(
            item=posed.key,
            chosen=draft.chosen,
            right=graded.is_right,
            confidence=confidence,
            milliseconds=milliseconds,
            peeked=draft.has_peeked,
            read_in=self.read_in,
            seed=shown.seed,
            digest=shown.digest,
            rev=shown.question.rev,
            sitting=self.sitting.id,
            variant=posed.variant,
            pack_digest=posed.pack_digest,
            shown="" if posed.variant is None else shown.text,
        )
        await self._keep(replace(self.sight, given=given), act)

    def next(self) -> None:
        """Go on to the next question, if this one is answered; to the end when time is up."""
        if self.given is not None:
            self.join(islice(self._more or (), 1))
            self._stand(self._sight_after(self.sitting.answered(self.given)))

    @property
    def is_endless(self) -> bool:
        """Whether it goes on until the learner ends it."""
        return self._more is not None

    def go_on(self, more: Iterator[Posed]) -> None:
        """For each question that is answered, ask one more at the end."""
        self._more = more

    def join(self, more: Iterable[Posed]) -> None:
        """Ask further questions at the end, as a sitting without end does."""
        self.sight = replace(self.sight, sitting=self.sitting.joined_by(more))

    def end(self) -> None:
        """Ask nothing more; an answer that is being explained counts."""
        sitting = self.sitting if self.given is None else self.sitting.answered(self.given)
        self._stand(Sight.of(sitting.ended()))

    async def flag(self) -> None:
        """Mark the question, or unmark it."""
        await self._keep(None, Flagged(item=self._key, on=not self.standing.is_flagged))

    async def card(self) -> None:
        """Make the question a flashcard, or let it be one no longer."""
        await self._keep(None, Carded(item=self._key, on=not self.standing.is_carded))

    async def suspend(self, why: str) -> None:
        """Take the question out for one of `study.reviewing.REASONS`, and go on."""
        key, sitting = self._key, self.sitting
        if self.given is not None:
            sitting = sitting.answered(self.given)
        after = self._sight_after(sitting.without(key))
        await self._keep(after, Suspended(item=key, why=why))

    @property
    def can_undo(self) -> bool:
        """Whether something was done in this sitting that can be taken back."""
        return bool(self._steps)

    @property
    def last_event(self) -> Event | None:
        """The last event of this sitting that holds."""
        return self._steps[-1].events[-1] if self._steps else None

    async def undo(self) -> None:
        """Take the last act of this sitting back, and go back to where it was done."""
        if not self._steps:
            return
        step = self._steps[-1]
        targets = (Undone(target=event.id) for event in reversed(step.events))
        await self._study.learning.keep(*targets)
        self._steps.pop()
        if not self._is_still_there(step):
            self._stand(step.before)

    def summary(self) -> Summary:
        """What the sitting came to so far."""
        shown = () if self.given is None else (self.given,)
        return sum_up(self._study, (*self.sitting.tries, *shown))

    def _sight_after(self, sitting: Sitting) -> Sight:
        left = self.seconds_left
        is_up = self.timing.kind == "set" and left is not None and left <= 0
        return Sight.of(sitting.ended() if is_up else sitting)

    async def _keep(self, after: Sight | None, *acts: Act) -> None:
        """Keep acts, then go on to a sight; None to stay, whatever is picked meanwhile."""
        before = self.sight
        events = await self._study.learning.keep(*acts)
        self._steps.append(_Step(before, after, events))
        if after is not None:
            self._stand(after)

    def _is_still_there(self, step: _Step) -> bool:
        """Whether an act that led nowhere is taken back where it was done: the draft stays."""
        before, now = step.before, self.sight
        return step.after is None and (before.sitting, before.given) == (now.sitting, now.given)
