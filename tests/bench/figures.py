"""Durations measured in pairs with a floor, and the table they are told in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Figure:
    """What one benchmark found: seconds of ours and of the floor, pair by pair."""

    name: str
    floor_name: str
    ours: Sequence[float]
    floor: Sequence[float]
    goal: float | None = None
    """The ratio not to exceed."""
    goal_p95: float | None = None
    """The seconds that 95 of 100 of ours should not exceed."""

    @property
    def ratio(self) -> float:
        """The median of the ratios, pair by pair."""
        return median(a / b for a, b in zip(self.ours, self.floor, strict=True))

    @property
    def p95(self) -> float:
        """The seconds that 95 of 100 of ours stay below."""
        return quantiles(self.ours, n=20, method="inclusive")[-1]

    @property
    def met(self) -> bool:
        """Whether every goal is met."""
        near = self.goal is None or self.ratio <= self.goal
        return near and (self.goal_p95 is None or self.p95 <= self.goal_p95)

    def __str__(self) -> str:
        """One line of the table."""
        goals = [f"<= {self.goal:g}x"] if self.goal is not None else []
        if self.goal_p95 is not None:
            goals.append(f"p95 <= {1000 * self.goal_p95:g} ms")
        verdict = "" if not goals else "met" if self.met else "MISSED"
        return (
            f"{self.name:<44}{1000 * median(self.ours):>9.1f}{1000 * self.p95:>9.1f}"
            f"{1000 * median(self.floor):>9.1f}{self.ratio:>8.2f}x  {len(self.ours):>3}  "
            f"{self.floor_name:<26}{', '.join(goals):<24}{verdict}"
        )


HEAD = (
    f"{'':<44}{'ms':>9}{'p95':>9}{'floor':>9}{'ratio':>9}  {'n':>3}  "
    f"{'floor is':<26}{'goal':<24}\n{'-' * 132}"
)
