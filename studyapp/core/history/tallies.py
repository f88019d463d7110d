"""What was done on each day, and what that amounts to over many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.history.events import Regraded, Restarted
from studyapp.core.history.standing import rating_of
from studyapp.core.questions.answers import is_answer, spent
from studyapp.core.scheduling.memory import AGAIN, retrievability

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from datetime import date

    from studyapp.core.days import Days
    from studyapp.core.history.events import Event
    from studyapp.core.scheduling.memory import Memory

_LONGEST: Final = 60_000
"""Milliseconds that count of one answer; who needs more has left the room."""
_STRONG: Final = 0.9


@dataclass(slots=True)
class Tally:
    """What was done on a day."""

    acts: int = 0
    """Everything the learner did to an item that still holds, reviews among it."""
    reviews: int = 0
    """Answers to cards, crammed ones too."""
    new: int = 0
    """Items reviewed for the first time."""
    asked: int = 0
    """Items that had been learned on an earlier day, and were asked for without having been seen
    that day."""
    recalled: int = 0
    """Of those, the ones that were known, guesses among them."""
    milliseconds: int = 0
    """Spent on answers to cards."""
    answers: int = 0
    """Answers to questions, variants and repeats too."""
    answering: int = 0
    """Milliseconds spent on those."""

    @property
    def spent(self) -> int:
        """Milliseconds spent on all answers."""
        return self.milliseconds + self.answering

    def add(self, other: Tally) -> None:
        """Count what another tally counts, too."""
        self.acts += other.acts
        self.reviews += other.reviews
        self.new += other.new
        self.asked += other.asked
        self.recalled += other.recalled
        self.milliseconds += other.milliseconds
        self.answers += other.answers
        self.answering += other.answering


def tally(
    key: str, events: Iterable[Event], undone: Container[str], days: Days
) -> dict[date, Tally]:
    """What was done to one item on each day; events of what it was before only give the past.

    An answer that was taken back has shown the item: for the rest of that day it leaves both
    sides of the accuracy.
    """
    found: dict[date, Tally] = {}
    seen_on: date | None = None
    is_new = True
    for event in events:
        day, rating = days.of(event.at), rating_of(event)
        is_scheduled = rating is not None and not event.body.get("crammed")
        if event.id not in undone:
            if event.item == key and event.kind != Regraded.kind:
                done = found.get(day) or found.setdefault(day, Tally())
                done.acts += 1
                if rating is not None:
                    done.reviews += 1
                    done.milliseconds += _spent(event)
                elif is_answer(event):
                    done.answers += 1
                    done.answering += spent(event)
                if is_scheduled:
                    counts = not is_new and seen_on != day
                    done.new += is_new
                    done.asked += counts
                    done.recalled += counts and rating != AGAIN
            is_new = event.kind == Restarted.kind or (is_new and not is_scheduled)
        if rating is not None:
            seen_on = day
    return found


def _spent(event: Event) -> int:
    milliseconds = event.body.get("milliseconds", 0)
    return min(max(milliseconds, 0), _LONGEST) if isinstance(milliseconds, int) else 0


def total(calendar: Mapping[date, Tally], since: date, until: date) -> Tally:
    """All that was done from one day to another, both included."""
    found = Tally()
    for day, done in calendar.items():
        if since <= day <= until:
            found.add(done)
    return found


class Streak(NamedTuple):
    """Days of study that follow one another; a single missed day is a gap, not an end."""

    days: int
    """Days on which something was done; today is not missed before it is over."""
    gaps: int
    longest: int
    """The most days that any streak ever had."""


def streak(calendar: Mapping[date, Tally], today: date) -> Streak:
    """The streak that today belongs to or could go on with."""
    days = gaps = longest = 0
    before: date | None = None
    for day in sorted(day for day in calendar if day <= today):
        apart = (day - before).days if before else 0
        days, gaps = (days + 1, gaps + (apart == 2)) if 0 < apart <= 2 else (1, 0)
        longest, before = max(longest, days), day
    if before is None or today - before > timedelta(days=2):
        return Streak(0, 0, longest)
    return Streak(days, gaps, longest)


class Mastery(NamedTuple):
    """How well the items of a skill are known."""

    items: int
    seen: int
    """Items with a memory."""
    strong: int
    """Items whose chance of recall is at least 0.9."""
    recall: float
    """The mean chance of recall over all items, new ones counting as unknown: 0 to 1."""

    @property
    def share(self) -> float:
        """The share of the items that are strong, 0 to 1."""
        return self.strong / self.items if self.items else 0.0


def mastery(memories: Iterable[tuple[str, Memory | None]], when: date) -> dict[str, Mastery]:
    """Mastery of each skill on a day, from the skill and memory of every item."""
    chances: dict[str, list[float | None]] = {}
    for skill, memory in memories:
        chance = None if memory is None else retrievability(memory, when)
        chances.setdefault(skill, []).append(chance)
    return {skill: _mastery_of(found) for skill, found in chances.items()}


def _mastery_of(chances: list[float | None]) -> Mastery:
    known = [chance for chance in chances if chance is not None]
    strong = sum(chance >= _STRONG for chance in known)
    return Mastery(len(chances), len(known), strong, sum(known) / len(chances))
