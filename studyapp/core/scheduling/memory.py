"""How well an item is remembered, and when to ask for it again: FSRS-6 by the `fsrs` package.

Time is counted in whole days of the learner: two reviews on one day are no time apart, and one on
the next day is a day later, whatever the hours. Nothing is random, so a history always gives the
same memory. The tests hold every review against the package's own `review_card`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.core.history.events import Rating

RETENTION: Final = 0.9
"""The chance of recall at which an item is due, unless the learner chooses another."""
AGAIN: Final[Rating] = 1
GOOD: Final[Rating] = 3
RATINGS: Final[tuple[Rating, ...]] = (1, 2, 3, 4)
_LEECH_LAPSES: Final = 8


@dataclass(frozen=True, slots=True)
class Memory:
    """What a history of reviews has left."""

    stability: float
    """Days after which the chance of recall has fallen to 0.9."""
    difficulty: float
    """From 1, easy, to 10."""
    due: date
    """The day on which recall falls to the retention that the history was replayed with."""
    last: date
    """The day of the last review."""
    reps: int
    """Reviews that counted."""
    lapses: int
    """How often it was forgotten on a later day than the one it was last reviewed on."""

    @property
    def is_leech(self) -> bool:
        """Whether it is forgotten so often that it should be rewritten, split or put aside."""
        return self.lapses >= _LEECH_LAPSES


def replay(
    reviews: Iterable[tuple[date, Rating]],
    retention: float = RETENTION,
    before: Memory | None = None,
) -> Memory | None:
    """The memory that days and ratings leave, in the order in which they happened.

    With `before` it goes on from there. A day before the last one, from a clock that was wrong,
    counts as the last one. None when there is neither.
    """
    model = _model()
    stability, difficulty, last, reps, lapses = _parts(before)
    for asked, rating in reviews:
        reps += 1
        if last is None:
            last = asked
            stability = model._initial_stability(rating=rating)
            difficulty = model._initial_difficulty(rating=rating, clamp=True)
            continue
        elapsed = (asked - last).days
        if elapsed < 1:
            stability = model._short_term_stability(stability=stability, rating=rating)
        else:
            last = asked
            lapses += rating == AGAIN
            stability = model._next_stability(
                difficulty=difficulty,
                stability=stability,
                retrievability=_recall(model, stability, elapsed),
                rating=rating,
            )
        difficulty = model._next_difficulty(difficulty=difficulty, rating=rating)
    if last is None:
        return None
    due = last + timedelta(days=_interval(stability, retention))
    return Memory(stability, difficulty, due, last, reps, lapses)


def retrievability(memory: Memory, when: date) -> float:
    """The chance of recall on a day, 0 to 1."""
    return _recall(_model(), memory.stability, max(0, (when - memory.last).days))


def due_on(memory: Memory, retention: float) -> date:
    """The day on which the chance of recall falls to a retention."""
    return memory.last + timedelta(days=_interval(memory.stability, retention))


def preview(
    memory: Memory | None, when: date, retention: float = RETENTION
) -> Mapping[Rating, int]:
    """Days until the item is due again, for each rating that a review on a day may get."""
    return {rating: _days_after(memory, when, rating, retention) for rating in RATINGS}


def _days_after(memory: Memory | None, when: date, rating: Rating, retention: float) -> int:
    after = replay([(when, rating)], retention, memory)
    return (after.due - after.last).days if after else 0


def _parts(memory: Memory | None) -> tuple[float, float, date | None, int, int]:
    if memory is None:
        return 0.0, 0.0, None, 0, 0
    return memory.stability, memory.difficulty, memory.last, memory.reps, memory.lapses


def _recall(model: Any, stability: float, elapsed: int) -> float:
    return float((1 + model._FACTOR * elapsed / stability) ** model._DECAY)


@lru_cache(maxsize=1 << 14)
def _interval(stability: float, retention: float) -> int:
    return int(_model(retention)._next_interval(stability=stability))


@cache
def _model(retention: float = RETENTION) -> Any:
    """The package's scheduler.

    Its steps are called one by one because `review_card` takes seven times as long, copying the
    card and keeping a log, which a long history would feel at every start. Neither fuzz nor
    learning steps come into them.
    """
    from fsrs import Scheduler  # here, for who has no history should not wait for it

    return Scheduler(desired_retention=retention)
