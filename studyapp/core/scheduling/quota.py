"""What a day asks for: the policy that aims every review at the morning of the exam.

Until the exam is near, an item is due when its chance of recall falls to the retention aimed at.
In the last days every item is reviewed once more, those that are remembered longest first and the
fragile ones last, the same number each day: a simulation of thousands of reviews (in
tests/bench/plans.py) leaves more in memory that morning than a higher retention does, with fewer
reviews, and without the pile that capping intervals makes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.scheduling.memory import RETENTION, Memory, due_on, retrievability

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

PASS_DAYS: Final = 5
"""Days before the exam in which every item is reviewed once more."""
_NO_NEW_DAYS: Final = 2
"""What is first met in the last days is forgotten by the exam, and costs time for the rest."""
_SHORT_OF_TIME: Final = 0.02
"""How much less to aim for on a day that cannot hold all that is due."""
_AFTER: Final = 0.85
"""Retention to aim at once the exam is over."""
_EXAM_DAY_SECONDS: Final = 20 * 60


@dataclass(frozen=True, slots=True)
class State:
    """An item as a plan sees it."""

    key: str
    skill: str
    group: str
    """Of its siblings, of which no more than one is met in a day."""
    start: Memory | None
    """Its memory when today began; None when it was new."""
    now: Memory | None
    """Its memory now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the learner is willing to do in a day."""

    new: int = 20
    """Items to meet for the first time."""
    minutes: float | None = None
    """Minutes for all reviews; None for as many as it takes."""
    seconds: float = 12
    """What one item takes, in seconds, as this learner answers."""
    retention: float = RETENTION
    """The chance of recall at which an item is due."""

    @property
    def cards(self) -> int | None:
        """How many items the minutes hold; None without a limit."""
        return None if self.minutes is None else int(60 * self.minutes / self.seconds)


class Quota(NamedTuple):
    """What is left to do today, in the order in which to leave things out last."""

    due: tuple[str, ...]
    """Keys of items whose time has come."""
    final: tuple[str, ...]
    """Keys of items to review once more before the exam."""
    new: tuple[str, ...]
    """Keys of items to meet."""

    @property
    def cards(self) -> int:
        """How many items that is."""
        return len(self.due) + len(self.final) + len(self.new)


def quota(states: Sequence[State], today: date, exam: date | None, limits: Limits) -> Quota:
    """What is left to do today of what the day asked for when it began.

    It does not grow while the learner works: what was answered today leaves it, and nothing
    takes its place. New items are met in the order of `states`.
    """
    known = [(state.key, state.start) for state in states if state.start is not None]
    due, final = _asked(known, today, exam, limits)
    allowed = 0 if _is_too_late(today, exam) else limits.new
    room = limits.cards
    if room is not None:
        due = due[:room]
        final = final[: room - len(due)]
        allowed = min(allowed, room - len(due) - len(final))
    done = {state.key for state in states if state.now is not None and state.now.last >= today}
    met = sum(state.start is None and state.now is not None for state in states)
    return Quota(
        _without(due, done), _without(final, done), _new(states, today)[: max(0, allowed - met)]
    )


def _new(states: Iterable[State], today: date) -> tuple[str, ...]:
    """The keys of what could be met today: the first of its siblings, none of them answered."""
    first: dict[str, str] = {}
    answered = set()
    for state in states:
        if state.now is None:
            first.setdefault(state.group, state.key)
        elif state.now.last >= today:
            answered.add(state.group)
    return tuple(key for group, key in first.items() if group not in answered)


def retention_on(limits: Limits, today: date, exam: date | None) -> float:
    """The retention to aim at on a day."""
    return limits.retention if exam is None or exam >= today else _AFTER


def _asked(
    known: Sequence[tuple[str, Memory]], today: date, exam: date | None, limits: Limits
) -> tuple[list[str], list[str]]:
    """The keys that are due, and those of the final pass, the ones to leave out last first."""
    days_left = _days_left(today, exam)
    if days_left == 0:
        return [], _fragile(known, today, limits)
    once_more: list[tuple[str, Memory]] = []
    if exam is not None and days_left is not None and days_left <= PASS_DAYS:
        opened = exam - timedelta(days=PASS_DAYS)
        once_more = [(key, memory) for key, memory in known if memory.last < opened]
        known = [(key, memory) for key, memory in known if memory.last >= opened]
        once_more.sort(key=lambda item: (-item[1].stability, item[0]))
        once_more = once_more[: ceil(len(once_more) / days_left)]
    retention = retention_on(limits, today, exam)
    due = _due(known, today, retention)
    if limits.cards is not None and len(due) > limits.cards:
        due = _due(known, today, retention - _SHORT_OF_TIME)
    return due, [key for key, _ in once_more]


def _due(known: Iterable[tuple[str, Memory]], today: date, retention: float) -> list[str]:
    """The keys of what is due, the best remembered first: that is what a backlog can still save."""
    due = [(key, memory) for key, memory in known if due_on(memory, retention) <= today]
    due.sort(key=lambda item: (-retrievability(item[1], today), item[0]))
    return [key for key, _ in due]


def _fragile(known: Iterable[tuple[str, Memory]], today: date, limits: Limits) -> list[str]:
    """What to look at on the day of the exam: the least certain, and not for long."""
    chances = sorted((retrievability(memory, today), key) for key, memory in known)
    count = int(_EXAM_DAY_SECONDS / limits.seconds)
    return [key for chance, key in chances if chance < limits.retention][:count]


def _is_too_late(today: date, exam: date | None) -> bool:
    """Whether to meet nothing new."""
    days_left = _days_left(today, exam)
    return days_left is not None and days_left <= _NO_NEW_DAYS


def _days_left(today: date, exam: date | None) -> int | None:
    """Days to the exam; None when there is none to come."""
    return None if exam is None or exam < today else (exam - today).days


def _without(keys: Iterable[str], done: set[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in done)
