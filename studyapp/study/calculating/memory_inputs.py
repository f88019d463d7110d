"""What the memory calculator takes."""

from __future__ import annotations

from typing import Final

from studyapp.core.calculators.memory import BYTES_PER_PARAMETER
from studyapp.core.figures import Instance, ModelShape
from studyapp.core.text import Text
from studyapp.study.calculating.inputs import Choice, Input
from studyapp.words import memory as said

INPUTS: Final[tuple[Input, ...]] = (
    Input(
        id="model",
        name=said.MODEL,
        means=said.MODEL_MEANS,
        unit="parameters",
        low=1e6,
        high=1e13,
        offers=("1B", "8B", "70B", "405B"),
        kind=ModelShape,
        default="70B",
    ),
    Input(
        id="precision",
        name=said.PRECISION,
        means=said.PRECISION_MEANS,
        values=tuple(Choice(each, Text.once(each.upper())) for each in BYTES_PER_PARAMETER),
        default="bf16",
    ),
    Input(
        id="context",
        name=said.CONTEXT,
        means=said.CONTEXT_MEANS,
        unit="tokens",
        low=1,
        high=1e9,
        offers=("2K", "8K", "32K", "128K"),
        default="8K",
    ),
    Input(
        id="concurrency",
        name=said.CONCURRENCY,
        means=said.CONCURRENCY_MEANS,
        unit="requests",
        low=1,
        high=1e6,
        whole=True,
        offers=("1", "8", "32", "128"),
        default="8",
    ),
    Input(
        id="instance",
        name=said.INSTANCE,
        means=said.INSTANCE_MEANS,
        kind=Instance,
    ),
    Input(id="shape", name=said.SHAPE, means=said.SHAPE_MEANS, kind=ModelShape),
    Input(
        id="kv-per-token",
        name=said.KV_PER_TOKEN,
        means=said.KV_PER_TOKEN_MEANS,
        unit="KiB",
        low=0.001,
        high=1e6,
        offers=("128 KiB", "320 KiB", "504 KiB", "800 KiB"),
    ),
    Input(
        id="usable",
        name=said.USABLE,
        means=said.USABLE_MEANS,
        unit="%",
        low=1,
        high=100,
        offers=("80", "90", "95"),
        default="90",
    ),
)
