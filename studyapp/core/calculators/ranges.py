"""Which numbers the calculators take, wide enough for anything that makes sense."""

from __future__ import annotations

from typing import Final

LEAST: Final = 1e-12
"""The least number that counts as more than zero."""
MOST: Final = 1e18
"""The greatest number of anything; products of several stay finite."""


def require_positive(**numbers: float) -> None:
    """Raise ValueError, naming the number, unless each is from LEAST to MOST."""
    for name, number in numbers.items():
        if not LEAST <= number <= MOST:
            raise ValueError(f"`{name}` must be more than 0 and at most {MOST:g}, not {number:g}")


def require_not_negative(**numbers: float) -> None:
    """Raise ValueError, naming the number, unless each is from 0 to MOST."""
    for name, number in numbers.items():
        if not 0 <= number <= MOST:
            raise ValueError(f"`{name}` must be from 0 to {MOST:g}, not {number:g}")


def require_share(**numbers: float) -> None:
    """Raise ValueError, naming the number, unless each is from 0 to 1."""
    for name, number in numbers.items():
        if not 0 <= number <= 1:
            raise ValueError(f"`{name}` must be from 0 to 1, not {number:g}")
