"""What the quota calculator takes."""

from __future__ import annotations

from typing import Final

from studyapp.core.figures import Burndown
from studyapp.study.calculating.inputs import FIRST, Input
from studyapp.words import quota as said

INPUTS: Final[tuple[Input, ...]] = (
    Input(
        id="requests",
        name=said.REQUESTS,
        means=said.REQUESTS_MEANS,
        unit="requests",
        low=0.001,
        high=1e9,
        offers=("10", "100", "1K"),
        default="100",
    ),
    Input(
        id="input-tokens",
        name=said.INPUT_TOKENS,
        means=said.INPUT_TOKENS_MEANS,
        unit="tokens",
        high=1e9,
        offers=("500", "2K", "10K"),
        default="2K",
    ),
    Input(
        id="output-tokens",
        name=said.OUTPUT_TOKENS,
        means=said.OUTPUT_TOKENS_MEANS,
        unit="tokens",
        high=1e9,
        offers=("50", "500", "2K"),
        default="500",
    ),
    Input(
        id="max-tokens",
        name=said.MAX_TOKENS,
        means=said.MAX_TOKENS_MEANS,
        unit="tokens",
        low=1,
        high=1e9,
        offers=("500", "1K", "4K", "64K"),
        default="1K",
    ),
    Input(
        id="burndown",
        name=said.BURNDOWN,
        means=said.BURNDOWN_MEANS,
        unit="x",
        low=0.001,
        high=1000,
        kind=Burndown,
        default=FIRST,
    ),
    Input(
        id="quota",
        name=said.QUOTA,
        means=said.QUOTA_MEANS,
        unit="tokens/min",
        low=1,
        high=1e12,
        offers=("100K", "500K", "2M"),
        default="2M",
    ),
    Input(
        id="model-maximum",
        name=said.MODEL_MAXIMUM,
        means=said.MODEL_MAXIMUM_MEANS,
        unit="tokens",
        low=1,
        high=1e9,
        offers=("4K", "8K", "64K"),
        default="64K",
    ),
    Input(
        id="cache-write",
        name=said.CACHE_WRITE,
        means=said.CACHE_WRITE_MEANS,
        unit="tokens",
        high=1e9,
        offers=("0", "1K", "10K"),
        default="0",
    ),
    Input(
        id="cache-read",
        name=said.CACHE_READ,
        means=said.CACHE_READ_MEANS,
        unit="tokens",
        high=1e9,
        offers=("0", "1K", "10K"),
        default="0",
    ),
)
