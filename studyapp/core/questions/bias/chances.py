"""What chance alone does: the intervals of shares, and how rarely it strays as far as was seen."""

from __future__ import annotations

from math import erfc, exp, gamma, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_Z: Final = 1.959964
"""Half the width of a normal distribution's middle 95 %, in standard deviations."""


def wilson(right: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share, from how many of how many; ``of`` is at least 1."""
    centre = right + _Z**2 / 2
    half = _Z * sqrt(right * (of - right) / of + _Z**2 / 4)
    return max((centre - half) / (of + _Z**2), 0.0), min((centre + half) / (of + _Z**2), 1.0)


def uneven(counts: Sequence[int], draws: int) -> float:
    """How likely chance spreads ``draws`` draws over the places at least as unevenly; 0 to 1.

    Each draw takes as many different places as the counts of one draw add up to. That evens the
    counts out, so Pearson's chi-square is scaled up by (places - 1) / (places - taken).
    """
    places, taken = len(counts), sum(counts) / draws
    expected = draws * taken / places
    pearson = sum((count - expected) ** 2 for count in counts) / expected
    return _chi_square_tail(pearson * (places - 1) / (places - taken), places - 1)


def _chi_square_tail(statistic: float, freedom: int) -> float:
    """The share of the distribution above the statistic, for whole degrees of freedom."""
    x = statistic / 2
    a, tail = (0.5, erfc(sqrt(x))) if freedom % 2 else (1.0, exp(-x))
    while a < freedom / 2:
        tail += x**a * exp(-x) / gamma(a + 1)
        a += 1
    return tail


class Stratum(NamedTuple):
    """The answers of one question, counted by two marks that each of them has or has not."""

    answers: int
    keys: int
    marked: int
    both: int
    """Keys that are marked."""

    @property
    def surplus(self) -> float:
        """Marked keys beyond what is expected when the mark says nothing."""
        return self.both - self.keys * self.marked / self.answers


class Association(NamedTuple):
    """How often keys are marked, beside what is expected when the mark says nothing."""

    found: int
    expected: float
    chance: float
    """How likely chance alone strays from what is expected at least as far, either way: 0 to 1."""


def associate(strata: Iterable[Stratum]) -> Association:
    """The test of Mantel and Haenszel, with continuity correction: each question is a stratum.

    A question all of whose answers are marked, or none, says nothing, however many there are.
    """
    found, expected, variance = 0, 0.0, 0.0
    for n, keys, marked, both in strata:
        if 0 < marked < n and 0 < keys < n:
            found += both
            expected += keys * marked / n
            variance += keys * (n - keys) * marked * (n - marked) / (n * n * (n - 1))
    if not variance:
        return Association(found, expected, 1.0)
    z = max(abs(found - expected) - 0.5, 0.0) / sqrt(variance)
    return Association(found, expected, erfc(z / sqrt(2)))
