"""What a number of right answers says, and what it does not."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from studyapp.core.questions.accuracy import Score, score

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.questions.accuracy import Given

FEW: Final = 20
"""Fewer questions than these say little."""
ENOUGH: Final = 40
"""Scored questions from which on a scaled score is estimated."""
_Z: Final = 1.959964
"""95 % of a normal distribution lie within so many standard deviations."""

Verdict = Literal["above", "below", "open"]
"""Where the whole interval lies; open when the pass line runs through it."""


class Interval(NamedTuple):
    """The share of right answers that a score speaks for, at 95 %: 0 to 1."""

    low: float
    high: float


class Scaled(NamedTuple):
    """An estimate on the scale of the exam, and the ends of its interval."""

    low: int
    estimate: int
    high: int


class Marks(NamedTuple):
    """A score, and how far it can be relied on."""

    score: Score
    interval: Interval | None
    """None without questions."""

    @property
    def is_few(self) -> bool:
        """Whether it has too few questions to say much."""
        return self.score.of < FEW


def marks(given: Iterable[Given]) -> Marks:
    """The score of some answers."""
    found = score(given)
    return Marks(found, wilson(found))


def wilson(found: Score) -> Interval | None:
    """The Wilson interval of a score; None without questions.

    Unlike the usual one it holds for few answers, and for those that are all right or all wrong.
    """
    right, of = found
    if not of:
        return None
    share, spread = right / of, _Z * _Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def scaled(found: Marks, scale: tuple[int, int]) -> Scaled | None:
    """An estimate of the scaled score; None with fewer than `ENOUGH` questions.

    A straight line, for the exam's own conversion is not published: nothing right is the lowest
    score, everything right the highest.
    """
    share, interval = found.score.share, found.interval
    if share is None or interval is None or found.score.of < ENOUGH:
        return None
    return Scaled(*(_on(scale, each) for each in (interval.low, share, interval.high)))


def pass_share(scale: tuple[int, int], pass_mark: int) -> float:
    """The share of right answers that the pass mark asks for, by the same straight line."""
    low, high = scale
    return (pass_mark - low) / (high - low)


def verdict(found: Marks, needed: float) -> Verdict:
    """On which side of a share of right answers the whole interval lies."""
    if found.interval is None:
        return "open"
    if found.interval.low >= needed:
        return "above"
    return "below" if found.interval.high < needed else "open"


def _on(scale: tuple[int, int], share: float) -> int:
    low, high = scale
    return round(low + share * (high - low))
