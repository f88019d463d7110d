"""The way to the exam: what each day will ask for, and what will be remembered at its end.

The forecast follows the mean of what may happen: a review leaves what knowing and forgetting would
leave, each as likely as the memory says. Nothing is random, so a plan changes only when something
has.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import exp, log
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.scheduling.memory import AGAIN, GOOD, Memory, due_on, replay, retrievability
from studyapp.core.scheduling.quota import Limits, Quota, State, quota, retention_on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HORIZON: Final = 30
"""Days to look ahead without an exam."""
_FIRST_TRY: Final = 0.55
"""The chance that a new item is known at once."""


class Load(NamedTuple):
    """How many items a day asks for."""

    day: date
    due: int
    final: int
    new: int

    @property
    def cards(self) -> int:
        """All of them."""
        return self.due + self.final + self.new


class Skipping(NamedTuple):
    """What it costs to do nothing more today."""

    recall: float
    """How much less of all items is recalled at the end, 0 to 1; below 0 when it is more."""
    tomorrow: int
    """How many items more tomorrow asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The days from today to the exam, or the next thirty."""

    until: date
    """The morning on which recall is told: of the exam, or of the day after the last one."""
    quota: Quota
    """What is left to do today."""
    forecast: tuple[Load, ...]
    """What each day asks for, today first."""
    recall: Mapping[str, float]
    """The chance of recall that morning, mean of the items of each skill; unmet ones have 0."""
    overall: float
    """The same over all items."""
    skipping: Skipping
    due: Mapping[str, date]
    """When each item that has been met is next due, no later than the exam."""


class Comparison(NamedTuple):
    """What a change of limits or date does to a plan: told before it is made."""

    sooner: tuple[str, ...]
    """Items due on an earlier day than before."""
    later: tuple[str, ...]
    today: int
    """How many items more today asks for."""
    busiest: int
    """How many items more the busiest day asks for."""
    cards: int
    """How many reviews more all days ask for."""
    recall: float
    """How much more is recalled at the end, 0 to 1."""


def plan(
    states: Sequence[State], today: date, exam: date | None = None, limits: Limits | None = None
) -> Plan:
    """The plan for the items in deck order; an exam that is over counts as none."""
    limits = limits or Limits()
    until = exam if exam is not None and exam >= today else today + timedelta(days=_HORIZON)
    left = quota(states, today, exam, limits)
    done = _Course(states, today, exam, limits)
    done.run(until)
    skipped = _Course(states, today, exam, limits)
    skipped.run(until, skipping=True)
    tomorrow = 1 if len(done.loads) > 1 else 0
    return Plan(
        until=until,
        quota=left,
        forecast=tuple(done.loads),
        recall=done.recall(until),
        overall=done.overall(until),
        skipping=Skipping(
            done.overall(until) - skipped.overall(until),
            skipped.loads[tomorrow].cards - done.loads[tomorrow].cards,
        ),
        due=_due_days(states, today, exam, limits),
    )


def compare(before: Plan, after: Plan) -> Comparison:
    """What changes from one plan of the same items to another."""
    moved = {
        key: (after.due[key] - day).days for key, day in before.due.items() if key in after.due
    }
    return Comparison(
        sooner=tuple(key for key, days in moved.items() if days < 0),
        later=tuple(key for key, days in moved.items() if days > 0),
        today=after.quota.cards - before.quota.cards,
        busiest=_busiest(after) - _busiest(before),
        cards=sum(load.cards for load in after.forecast)
        - sum(load.cards for load in before.forecast),
        recall=after.overall - before.overall,
    )


def _busiest(plan: Plan) -> int:
    return max((load.cards for load in plan.forecast), default=0)


def _due_days(
    states: Sequence[State], today: date, exam: date | None, limits: Limits
) -> dict[str, date]:
    retention = retention_on(limits, today, exam)
    last = exam if exam is not None and exam >= today else date.max
    return {s.key: min(due_on(s.now, retention), last) for s in states if s.now is not None}


class _Course:
    """Items on their mean way through the days."""

    def __init__(
        self, states: Sequence[State], today: date, exam: date | None, limits: Limits
    ) -> None:
        self._states = {state.key: state for state in states}
        self._today, self._exam, self._limits = today, exam, limits
        self.loads: list[Load] = []

    def run(self, until: date, *, skipping: bool = False) -> None:
        """Do what each day before a morning asks for; skipping, do nothing more today."""
        day = self._today
        while day < until or not self.loads:
            asked = quota(tuple(self._states.values()), day, self._exam, self._limits)
            self.loads.append(Load(day, len(asked.due), len(asked.final), len(asked.new)))
            if not (skipping and day == self._today):
                for key in (*asked.due, *asked.final, *asked.new):
                    state = self._states[key]
                    self._states[key] = replace(state, now=_expected(state.now, day))
            self._states = {
                key: state if state.start is state.now else replace(state, start=state.now)
                for key, state in self._states.items()
            }
            day += timedelta(days=1)

    def recall(self, when: date) -> dict[str, float]:
        """The mean chance of recall on a day of the items of each skill."""
        counts = Counter(state.skill for state in self._states.values())
        chances = dict.fromkeys(counts, 0.0)
        for state in self._states.values():
            if state.now is not None:
                chances[state.skill] += retrievability(state.now, when)
        return {skill: chances[skill] / count for skill, count in counts.items()}

    def overall(self, when: date) -> float:
        """The mean chance of recall on a day of all items."""
        memories = [state.now for state in self._states.values()]
        known = sum(retrievability(memory, when) for memory in memories if memory is not None)
        return known / len(memories) if memories else 0.0


def _expected(memory: Memory | None, day: date) -> Memory | None:
    """The mean of what a review leaves: known, or forgotten and then learned anew that day."""
    chance = _FIRST_TRY if memory is None else retrievability(memory, day)
    known = replay([(day, GOOD)], before=memory)
    forgotten = replay([(day, AGAIN), (day, GOOD)], before=memory)
    if known is None or forgotten is None:
        return memory
    stability = exp(chance * log(known.stability) + (1 - chance) * log(forgotten.stability))
    difficulty = chance * known.difficulty + (1 - chance) * forgotten.difficulty
    return replace(known, stability=stability, difficulty=difficulty)
