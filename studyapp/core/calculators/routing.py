"""What sending simple queries to a small model saves, and what it does to latency.

A router picks one model before any answer; a cascade lets the small model answer first and a
check accepts or escalates. Simple is the share of queries that the small model answers for good.
Costs are by query and relative to the large model, which would otherwise answer everything.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from studyapp.core.calculators.ranges import (
    require_not_negative,
    require_positive,
    require_share,
)

Pattern = Literal["router", "cascade"]

_TOLERANCE: Final = 1e-9
"""How far rounding may carry a share above 1."""


class SavingPoint(NamedTuple):
    """What each pattern saves at a share of simple queries; below 0 it costs more."""

    simple_share: float
    router_saving_share: float
    cascade_saving_share: float


class Latency(NamedTuple):
    """How long answers take."""

    mean_seconds: float
    simple_seconds: float
    hard_seconds: float
    """Of a query that ends at the large model."""


def saving_share(
    pattern: Pattern, simple_share: float, price_ratio: float, overhead_share: float = 0.0
) -> float:
    """Share of the all-large cost that is saved; below 0 it costs more.

    With s simple, r the price of the small model by that of the large one (more than 0, at most
    1) and k the cost of routing or checking by that of a large call: a router saves
    s (1 - r) - k, a cascade s - r - k, for it pays the small model always.
    Source: arithmetic; the patterns are those of FrugalGPT (2023) and RouteLLM (2024).
    """
    _require(price_ratio, overhead_share)
    require_share(simple_share=simple_share)
    if pattern == "router":
        return simple_share * (1 - price_ratio) - overhead_share
    return simple_share - price_ratio - overhead_share


def highest_saving_share(price_ratio: float, overhead_share: float = 0.0) -> float:
    """The saving when every query is simple, 1 - r - k: the same for both patterns."""
    _require(price_ratio, overhead_share)
    return 1 - price_ratio - overhead_share


def simple_share_needed(
    pattern: Pattern, wanted_saving_share: float, price_ratio: float, overhead_share: float = 0.0
) -> float | None:
    """The least share of simple queries that saves as much; None when it cannot be reached.

    Source: arithmetic; a router needs (S + k) / (1 - r), a cascade S + r + k.
    """
    _require(price_ratio, overhead_share)
    require_share(wanted_saving_share=wanted_saving_share)
    needed = wanted_saving_share + overhead_share
    if pattern == "cascade":
        needed += price_ratio
    elif price_ratio < 1:
        needed /= 1 - price_ratio
    elif needed > 0:
        return None
    return min(needed, 1.0) if needed <= 1 + _TOLERANCE else None


def latency(
    pattern: Pattern,
    simple_share: float,
    small_seconds: float,
    large_seconds: float,
    overhead_seconds: float = 0.0,
) -> Latency:
    """Expected time of an answer; compare it with ``large_seconds``.

    Source: arithmetic; a cascade has E[T] = T_small + T_check + (1 - s) T_large.
    """
    require_share(simple_share=simple_share)
    require_positive(small_seconds=small_seconds, large_seconds=large_seconds)
    require_not_negative(overhead_seconds=overhead_seconds)
    simple = overhead_seconds + small_seconds
    hard = large_seconds + (overhead_seconds if pattern == "router" else simple)
    return Latency(simple_share * simple + (1 - simple_share) * hard, simple, hard)


def saving_curve(
    price_ratio: float, overhead_share: float = 0.0, points: int = 21
) -> tuple[SavingPoint, ...]:
    """Savings at evenly spaced shares of simple queries from 0 to 1; at least 2 points."""
    require_positive(points_after_the_first=points - 1)
    shares = (step / (points - 1) for step in range(points))
    return tuple(
        SavingPoint(
            share,
            saving_share("router", share, price_ratio, overhead_share),
            saving_share("cascade", share, price_ratio, overhead_share),
        )
        for share in shares
    )


def _require(price_ratio: float, overhead_share: float) -> None:
    require_positive(price_ratio=price_ratio)
    require_share(price_ratio=price_ratio)
    require_not_negative(overhead_share=overhead_share)
