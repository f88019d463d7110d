"""`Review`: a session of cards under way, step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.history.events import Buried, Flagged, Restarted, Reviewed, Suspended, Undone
from studyapp.core.scheduling.memory import AGAIN
from studyapp.study.asking import Asking, Sight

if TYPE_CHECKING:
    from studyapp.core.cards.drill import Drill
    from studyapp.core.history.events import Act, Event, Rating
    from studyapp.study.learning import Learning

REASONS: Final = ("easy", "unimportant", "unclear", "wrong", "leech")
"""What an item may be suspended for."""


class _Step(NamedTuple):
    before: Sight
    events: tuple[Event, ...]


class Summary(NamedTuple):
    """What a session came to."""

    answers: int
    known: int
    """Answers that were known, guesses aside."""
    milliseconds: int
    tomorrow: int
    """Items that tomorrow asks for."""


class Review(Asking):
    """A session; every act of it is kept before the session goes on, and can be taken back.

    Acts raise NotSavedError where nothing can be kept, and LookupError at the end of the session.
    """

    def __init__(self, learning: Learning, drill: Drill, *, crammed: bool) -> None:
        super().__init__(learning, drill, crammed=crammed)
        self._steps: list[_Step] = []
        self._shown_at = learning.clock.now()

    async def rate(self, rating: Rating) -> None:
        """Rate the answer, and go on."""
        item = self._asked()
        spent = self._learning.clock.now() - self._shown_at
        act = Reviewed(
            item=item.key,
            rating=rating,
            milliseconds=max(0, int(spent.total_seconds() * 1000)),
            peeked=self.sight.has_peeked,
            crammed=self.crammed,
            digest=item.digest,
            rev=item.rev,
        )
        drill = self.sight.drill.answered(known=rating != AGAIN)
        await self._keep(Sight(drill), act)

    @property
    def can_be_guess(self) -> bool:
        """Whether the last act was to rate an answer as known."""
        return self._last_known() is not None

    async def guessed(self) -> None:
        """Say of the last answer, rated as known, that it was a guess: it comes back."""
        if (last := self._last_known()) is None:
            return
        before, event = last
        drill = before.drill.answered(known=False)
        stays = drill.current == self.current
        after = replace(self.sight, drill=drill) if stays else Sight(drill)
        act = Reviewed(item=event.item, **{**event.body, "guessed": True})
        await self._keep(after, Undone(target=event.id), act)

    async def suspend(self, why: str) -> None:
        """Take the item out of reviews for one of `REASONS`, and go on."""
        act = Suspended(item=self._asked().key, why=why)
        await self._keep(Sight(self.sight.drill.skipped()), act)

    async def bury(self) -> None:
        """Put the item off until tomorrow, and go on."""
        act = Buried(item=self._asked().key, day=self._learning.today.isoformat())
        await self._keep(Sight(self.sight.drill.skipped()), act)

    async def flag(self) -> None:
        """Mark the item, or unmark it."""
        act = Flagged(item=self._asked().key, on=not self.standing.is_flagged)
        await self._keep(self.sight, act)

    async def restart(self) -> None:
        """Let the item begin anew, for its meaning has changed."""
        item = self._asked()
        await self._keep(self.sight, Restarted(item=item.key, rev=item.rev))

    @property
    def can_undo(self) -> bool:
        """Whether something was done in this session that can be taken back."""
        return bool(self._steps)

    @property
    def last_event(self) -> Event | None:
        """The last event of this session that holds."""
        return self._steps[-1].events[-1] if self._steps else None

    async def undo(self) -> None:
        """Take the last act of this session back, and go back to where it was done."""
        if not self._steps:
            return
        step = self._steps[-1]
        await self._learning.keep(*(Undone(target=event.id) for event in reversed(step.events)))
        self._steps.pop()
        self._stand(step.before)

    def summary(self) -> Summary:
        """What the session came to so far."""
        events = [event for step in self._steps for event in step.events]
        undone = {event.body["target"] for event in events if event.kind == Undone.kind}
        answers = [e for e in events if e.kind == Reviewed.kind and e.id not in undone]
        return Summary(
            answers=len(answers),
            known=sum(map(_is_known, answers)),
            milliseconds=sum(event.body.get("milliseconds", 0) for event in answers),
            tomorrow=self._learning.tomorrow().cards,
        )

    def _last_known(self) -> tuple[Sight, Event] | None:
        """The last act if it was to rate an answer as known, and where the session stood."""
        if not self._steps:
            return None
        before, (*_, event) = self._steps[-1]
        is_known = event.kind == Reviewed.kind and _is_known(event)
        return (before, event) if is_known else None

    async def _keep(self, after: Sight, *acts: Act) -> None:
        before = self.sight
        events = await self._learning.keep(*acts)
        self._steps.append(_Step(before, events))
        self._stand(after)

    def _stand(self, sight: Sight) -> None:
        if sight.drill.current != self.current:
            self._shown_at = self._learning.clock.now()
        self.sight = sight


def _is_known(event: Event) -> bool:
    return event.body["rating"] != AGAIN and not event.body.get("guessed", False)
