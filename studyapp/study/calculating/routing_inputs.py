"""What the routing calculator takes."""

from __future__ import annotations

from typing import Final

from studyapp.core.figures import ModelPrice
from studyapp.study.calculating.inputs import Input
from studyapp.words import routing as said

INPUTS: Final[tuple[Input, ...]] = (
    Input(
        id="simple",
        name=said.SIMPLE,
        means=said.SIMPLE_MEANS,
        unit="%",
        high=100,
        offers=("10", "30", "50", "70", "80", "90"),
        default="70",
    ),
    Input(
        id="ratio",
        name=said.RATIO,
        means=said.RATIO_MEANS,
        unit="x",
        low=1,
        high=10_000,
        offers=("2", "3", "5", "12", "25"),
        default="5",
    ),
    Input(id="small", name=said.SMALL, means=said.SMALL_MEANS, kind=ModelPrice),
    Input(id="large", name=said.LARGE, means=said.LARGE_MEANS, kind=ModelPrice),
    Input(
        id="overhead",
        name=said.OVERHEAD,
        means=said.OVERHEAD_MEANS,
        unit="%",
        high=100,
        offers=("0", "1", "5", "10"),
        default="0",
    ),
    Input(
        id="input-tokens",
        name=said.INPUT_TOKENS,
        means=said.INPUT_TOKENS_MEANS,
        unit="tokens",
        high=1e7,
        offers=("500", "1500", "5K", "20K"),
        default="1500",
    ),
    Input(
        id="output-tokens",
        name=said.OUTPUT_TOKENS,
        means=said.OUTPUT_TOKENS_MEANS,
        unit="tokens",
        high=1e7,
        offers=("50", "500", "2K"),
        default="500",
    ),
    Input(
        id="small-time",
        name=said.SMALL_TIME,
        means=said.SMALL_TIME_MEANS,
        unit="s",
        low=0.001,
        high=86_400,
        offers=("500 ms", "1 s", "2 s"),
        default="1 s",
    ),
    Input(
        id="large-time",
        name=said.LARGE_TIME,
        means=said.LARGE_TIME_MEANS,
        unit="s",
        low=0.001,
        high=86_400,
        offers=("2 s", "4 s", "10 s"),
        default="4 s",
    ),
    Input(
        id="check-time",
        name=said.CHECK_TIME,
        means=said.CHECK_TIME_MEANS,
        unit="s",
        high=86_400,
        offers=("50 ms", "200 ms", "1 s"),
        default="200 ms",
    ),
)
