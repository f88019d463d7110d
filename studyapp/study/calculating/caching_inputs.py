"""What the caching calculator takes."""

from __future__ import annotations

from typing import Final

from studyapp.core.figures import CacheFactors
from studyapp.study.calculating.inputs import FIRST, Input
from studyapp.words import caching as said

INPUTS: Final[tuple[Input, ...]] = (
    Input(
        id="uses",
        name=said.USES,
        means=said.USES_MEANS,
        unit="uses",
        low=1,
        high=1e9,
        offers=("1", "2", "3", "5", "10", "50"),
        default="10",
    ),
    Input(
        id="share",
        name=said.SHARE,
        means=said.SHARE_MEANS,
        unit="%",
        high=100,
        offers=("20", "50", "80", "95", "100"),
        default="80",
    ),
    Input(
        id="cache",
        name=said.CACHE,
        means=said.CACHE_MEANS,
        kind=CacheFactors,
        default=FIRST,
    ),
    Input(
        id="write",
        name=said.WRITE,
        means=said.WRITE_MEANS,
        unit="x",
        high=100,
        offers=("1", "1.25", "2"),
    ),
    Input(
        id="read",
        name=said.READ,
        means=said.READ_MEANS,
        unit="x",
        high=1,
        offers=("0.1", "0.25", "0.5"),
    ),
)
