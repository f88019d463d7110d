"""When writing a prompt prefix to the cache pays.

Factors are by the price of plain input: 1.25 to write and 0.1 to read, for example. Of ``uses``
calls with one prefix within its lifetime, the first writes it and the others read it.
"""

from __future__ import annotations

import math
from typing import Final

from studyapp.core.calculators.ranges import (
    require_not_negative,
    require_positive,
    require_share,
)

_DIGITS: Final = 9
"""Beyond these, a quotient next to a whole number is that number."""


def saving_share(
    uses: float, write_factor: float, read_factor: float, cached_share: float = 1.0
) -> float:
    """Share of the input cost that is saved; below 0 caching costs more.

    c (1 - (w + (n - 1) r) / n), with c the share of input tokens that is in the prefix.
    ``uses`` is the reads of one write plus 1; at least 1, and it may be a mean.
    Source: arithmetic on the factors of the price list.
    """
    _require(write_factor, read_factor)
    require_share(cached_share=cached_share)
    require_positive(uses=uses)
    if uses < 1:
        raise ValueError(f"`uses` must be at least 1, not {uses:g}")
    return cached_share * (1 - (write_factor + (uses - 1) * read_factor) / uses)


def least_uses_that_pay(write_factor: float, read_factor: float) -> int | None:
    """The least whole number of uses at which caching saves something; None when it never does.

    Source: arithmetic; more than (w - r) / (1 - r).
    """
    _require(write_factor, read_factor)
    if write_factor < 1:
        return 1
    if read_factor >= 1:
        return None
    return math.floor(round((write_factor - read_factor) / (1 - read_factor), _DIGITS)) + 1


def _require(write_factor: float, read_factor: float) -> None:
    require_not_negative(write_factor=write_factor)
    require_share(read_factor=read_factor)
