"""What the break-even calculator takes."""

from __future__ import annotations

from typing import Final

from studyapp.core.figures import ModelPrice, ProvisionedPrice
from studyapp.study.calculating.inputs import FIRST, Choice, Input
from studyapp.words import break_even as said
from studyapp.words import calculators as words

INPUTS: Final[tuple[Input, ...]] = (
    Input(
        id="requests",
        name=said.REQUESTS,
        means=said.REQUESTS_MEANS,
        unit="requests",
        high=1e12,
        offers=("100K", "1M", "5M", "20M"),
        default="1M",
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
        id="provisioned",
        name=said.PROVISIONED,
        means=said.PROVISIONED_MEANS,
        kind=ProvisionedPrice,
        default=FIRST,
    ),
    Input(
        id="units",
        name=said.UNITS,
        means=said.UNITS_MEANS,
        unit="MU",
        low=1,
        high=10_000,
        whole=True,
        offers=("1", "2", "5", "10"),
        default="1",
    ),
    Input(
        id="hours",
        name=said.HOURS,
        means=said.HOURS_MEANS,
        unit="h/day",
        low=0.01,
        high=24,
        offers=("2", "8", "10", "24"),
        default="24",
    ),
    Input(
        id="days",
        name=said.DAYS,
        means=said.DAYS_MEANS,
        unit="days",
        low=0.01,
        high=31,
        offers=("5", "22", "30"),
    ),
    Input(
        id="can-wait",
        name=said.CAN_WAIT,
        means=said.CAN_WAIT_MEANS,
        values=(Choice("no", words.NO), Choice("yes", words.YES)),
        default="no",
    ),
    Input(id="price", name=said.PRICE, means=said.PRICE_MEANS, kind=ModelPrice),
    Input(
        id="input-price",
        name=said.INPUT_PRICE,
        means=said.INPUT_PRICE_MEANS,
        unit="USD/M",
        high=1e6,
        offers=("0.1", "1", "3", "8"),
    ),
    Input(
        id="output-price",
        name=said.OUTPUT_PRICE,
        means=said.OUTPUT_PRICE_MEANS,
        unit="USD/M",
        high=1e6,
        offers=("0.5", "5", "15", "24"),
    ),
    Input(
        id="unit-price",
        name=said.UNIT_PRICE,
        means=said.UNIT_PRICE_MEANS,
        unit="USD/h",
        low=1e-6,
        high=1e6,
        offers=("20", "40", "63"),
    ),
    Input(
        id="throughput",
        name=said.THROUGHPUT,
        means=said.THROUGHPUT_MEANS,
        unit="tokens/min",
        low=1,
        high=1e12,
        offers=("50K", "100K", "200K"),
    ),
)
