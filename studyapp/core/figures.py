"""What the calculators can be fed with: dated figures of models, instances and prices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal

from studyapp.core.schema import STRICT, Between, Filled, Id
from studyapp.core.text import Text

_MOST: Final = 1e18


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What every figure says of itself."""

    __pydantic_config__ = STRICT

    id: Id
    name: Text
    sources: Annotated[tuple[Id, ...], Filled()]
    as_of: date
    """The day for which it was compiled, YYYY-MM-DD."""
    remark: Text | None = None
    """What the learner should know about it."""
    newer: bool = False
    """True when the exam may not yet reflect it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelShape(Figure):
    """What the memory of an open model follows from."""

    __pydantic_config__ = STRICT

    parameters: Annotated[int, Between(1, _MOST)]
    layers: Annotated[int, Between(1, 10_000)]
    kv_heads: Annotated[int, Between(1, 10_000)]
    """Heads whose keys and values are kept; with grouped queries fewer than the query heads."""
    head_dim: Annotated[int, Between(1, 100_000)]
    """Numbers in the key, or the value, of one head."""
    window_tokens: Annotated[int, Between(1, _MOST)] | None = None
    """The sliding window beyond which no keys and values are kept, if it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance(Figure):
    """An instance type with accelerators."""

    __pydantic_config__ = STRICT

    accelerator: Annotated[str, Filled()]
    accelerators: Annotated[int, Between(1, 1000)]
    accelerator_gib: Annotated[float, Between(1, 100_000)]
    """Memory of one accelerator in GiB, as the EC2 API reports it."""
    fp8: bool | None = None
    """Whether it computes in FP8, beyond storing weights; None where that is not confirmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPrice(Figure):
    """An example of what a model costs on demand."""

    __pydantic_config__ = STRICT

    family: Annotated[str, Filled()]
    tier: Literal["standard", "flex", "priority"]
    """The service tier of the prices."""
    input_usd_per_million: Annotated[float, Between(0, 1_000_000)]
    output_usd_per_million: Annotated[float, Between(0, 1_000_000)]
    legacy: bool = False
    """True when the model is legacy or retired, so that the price is an illustration only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionedPrice(Figure):
    """An example of what a model unit of Provisioned Throughput costs."""

    __pydantic_config__ = STRICT

    model_price: Id
    """The on-demand price of the same model."""
    term: Literal["no-commitment", "one-month", "six-months"]
    usd_per_unit_hour: Annotated[float, Between(0, 1_000_000)]
    legacy: bool = False
    """True when the model is legacy or retired, so that the price is an illustration only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceFactor(Figure):
    """What another way to call a model costs, by the price of the Standard tier."""

    __pydantic_config__ = STRICT

    way: Literal["batch", "flex", "priority"]
    factor: Annotated[float, Between(0, 100)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheFactors(Figure):
    """What the prompt cache costs, by the price of plain input."""

    __pydantic_config__ = STRICT

    lifetime_minutes: Annotated[int, Between(1, 100_000)]
    read_factor: Annotated[float, Between(0, 1)]
    write_factor: Annotated[float, Between(0, 100)] | None = None
    """None where no source gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Burndown(Figure):
    """What one output token counts against the quota."""

    __pydantic_config__ = STRICT

    quota_tokens_per_output_token: Annotated[float, Between(0, 1000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class FiguresFile:
    """The file ``figures.yaml``."""

    __pydantic_config__ = STRICT

    models: tuple[ModelShape, ...] = ()
    instances: tuple[Instance, ...] = ()
    model_prices: tuple[ModelPrice, ...] = ()
    """Examples, never a quote."""
    provisioned_prices: tuple[ProvisionedPrice, ...] = ()
    """Examples, never a quote."""
    price_factors: tuple[PriceFactor, ...] = ()
    cache_factors: tuple[CacheFactors, ...] = ()
    burndowns: tuple[Burndown, ...] = ()
