"""What policies for a date leave in memory that morning, simulated with FSRS-6 as the truth.

The simulated learner knows a new item at once with a chance of 0.55, recalls as FSRS-6 says, and
answers what was missed once more the same day. Recall is the mean chance of recall of all items on
the morning of the exam; every figure is the mean of the seeds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.history.events import Rating
from studyapp.core.scheduling.memory import AGAIN, GOOD, Memory, replay, retrievability
from studyapp.core.scheduling.quota import Limits, Quota, State, quota

if TYPE_CHECKING:
    from tests.bench.programs import Bench

_START = date(2026, 1, 1)
_FIRST_TRY = 0.55
_SEEDS = 20

Policy = Callable[[Sequence[State], date, date, Limits], Quota]


class Course(NamedTuple):
    """A way to an exam."""

    items: int
    days: int
    new: int
    """Items met per day."""


class Outcome(NamedTuple):
    """What a simulated course came to."""

    recall: float
    strong: float
    """Share of items with a chance of recall of at least 0.9."""
    reviews: float
    """Answers, the second tries of a day among them."""
    busiest: float
    last_days: float
    """Reviews in the last three days."""


COURSES = (Course(400, 28, 20), Course(400, 56, 10), Course(400, 14, 34))


def plain(states: Sequence[State], today: date, exam: date, limits: Limits) -> Quota:
    """FSRS without a date."""
    return quota(states, today, None, limits)


def capped(states: Sequence[State], today: date, exam: date, limits: Limits) -> Quota:
    """FSRS with every interval cut so that it ends before the exam."""
    asked = quota(states, today, None, limits)
    eve = exam - timedelta(days=1)
    piled = [
        s.key for s in states if today == eve and s.start is not None and s.key not in asked.due
    ]
    return asked._replace(due=(*asked.due, *piled))


POLICIES: Mapping[str, tuple[Policy, Limits]] = {
    "plain, retention .90": (plain, Limits()),
    "plain, retention .95": (plain, Limits(retention=0.95)),
    "intervals cut at the exam": (capped, Limits()),
    "ours, retention .90": (quota, Limits()),
    "ours, retention .93": (quota, Limits(retention=0.93)),
}


def benchmarks(bench: Bench) -> Iterator[str]:
    """A table for each course."""
    for course in COURSES:
        yield f"\n{course.items} items, {course.days} days, {course.new} new a day"
        yield f"{'':<28}{'recall':>8}{'R>=.9':>8}{'reviews':>9}{'busiest':>9}{'last 3':>8}"
        for name, (policy, limits) in POLICIES.items():
            found = simulate(course, policy, limits, range(_SEEDS))
            yield (
                f"{name:<28}{found.recall:>8.3f}{found.strong:>8.2f}{found.reviews:>9.0f}"
                f"{found.busiest:>9.0f}{found.last_days:>8.0f}"
            )


def simulate(course: Course, policy: Policy, limits: Limits, seeds: Sequence[int]) -> Outcome:
    """The mean outcome of a policy over seeds."""
    daily = replace(limits, new=course.new)
    outcomes = [_attempt(course, policy, daily, Random(seed)) for seed in seeds]
    return Outcome(*(fmean(figures) for figures in zip(*outcomes, strict=True)))


def _attempt(course: Course, policy: Policy, limits: Limits, chance: Random) -> Outcome:
    exam = _START + timedelta(days=course.days)
    memories: dict[str, Memory | None] = {f"{at:04}": None for at in range(course.items)}
    loads: list[int] = []
    for day in range(course.days):
        today = _START + timedelta(days=day)
        states = [State(key, "", key, memory, memory) for key, memory in memories.items()]
        asked = policy(states, today, exam, limits)
        keys = (*asked.due, *asked.final, *asked.new)
        answers = 0
        for key in keys:
            ratings = _ratings(memories[key], today, chance)
            answers += len(ratings)
            memories[key] = replay([(today, rating) for rating in ratings], before=memories[key])
        loads.append(answers)
    left = [retrievability(memory, exam) if memory else 0.0 for memory in memories.values()]
    strong = sum(recall >= 0.9 for recall in left) / len(left)
    return Outcome(fmean(left), strong, sum(loads), max(loads), sum(loads[-3:]))


def _ratings(memory: Memory | None, today: date, chance: Random) -> tuple[Rating, ...]:
    """How an item is answered on a day: once when known, twice when not."""
    known = _FIRST_TRY if memory is None else retrievability(memory, today)
    return (GOOD,) if chance.random() < known else (AGAIN, GOOD)
