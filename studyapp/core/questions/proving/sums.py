"""The calculations that questions on arithmetic name, with the units of what goes in and out."""

from __future__ import annotations

from inspect import Parameter, signature
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from studyapp.core.calculators.quota import quota_tokens_per_minute
from studyapp.core.errors import UsageError
from studyapp.core.quantity import Unit, read_quantity
from studyapp.core.questions.proving import formulas

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studyapp.core.quantity import Quantity
    from studyapp.core.questions.form import Sum

Measure = Unit | Literal["USD", "precision"]
"""What a figure counts; a precision is a name such as ``int8``."""


class Calculation(NamedTuple):
    """One calculation by name."""

    compute: Callable[..., float]
    """Takes the inputs by name, in their units; those with a default may be left out."""
    of: Mapping[str, Measure]
    gives: Measure


def compute(asked: Sum) -> tuple[float, Measure]:
    """The result of a sum and its unit.

    Raises UsageError for an unknown calculation or input, a missing one, or figures that make no
    sense.
    """
    calculation = SUMS.get(asked.calculation)
    if calculation is None:
        raise UsageError(f"no calculation `{asked.calculation}`; there are {_listed(SUMS)}")
    if unknown := asked.of.keys() - calculation.of.keys():
        raise UsageError(
            f"`{asked.calculation}` takes {_listed(calculation.of)}, not `{min(unknown)}`"
        )
    parameters = signature(calculation.compute).parameters
    for name in calculation.of:
        if name not in asked.of and parameters[_parameter(name)].default is Parameter.empty:
            raise UsageError(f"`{asked.calculation}` needs `{name}`")
    try:
        read = {name: read_figure(said, calculation.of[name]) for name, said in asked.of.items()}
        result = calculation.compute(**{_parameter(name): value for name, value in read.items()})
    except ValueError as error:
        raise UsageError(f"`{asked.calculation}`: {error}") from None
    return result, calculation.gives


def read_figure(said: Quantity, measure: Measure) -> float | str:
    """Read a figure in its unit; raises ValueError saying how it could be written."""
    if measure == "precision":
        return str(said).casefold()
    if measure == "USD":
        return read_quantity(str(said).removeprefix("$").removesuffix("USD"), "x")
    return read_quantity(said, measure)


_MODEL: Final[dict[str, Measure]] = {"model": "parameters", "precision": "precision"}
_ON_GPU: Final[dict[str, Measure]] = {**_MODEL, "gpu-memory": "GiB", "usable-share": "%"}
_CACHED: Final[dict[str, Measure]] = {
    "kv-per-token": "KiB",
    "context": "tokens",
    "concurrency": "requests",
}
_SHARED: Final[dict[str, Measure]] = {
    "simple-share": "%",
    "price-gap": "x",
    "overhead-share": "%",
}
_TIMED: Final[dict[str, Measure]] = {
    "simple-share": "%",
    "small-seconds": "s",
    "large-seconds": "s",
    "overhead-seconds": "s",
}
_FACTORS: Final[dict[str, Measure]] = {"write-factor": "x", "read-factor": "x"}
_UNITS: Final[dict[str, Measure]] = {"model-units": "x", "usd-per-unit-hour": "USD"}

SUMS: Final[dict[str, Calculation]] = {
    "weights-gb": Calculation(formulas.weights_gb, _MODEL, "GB"),
    "kv-per-token": Calculation(
        formulas.kv_per_token_kib,
        {"layers": "x", "kv-heads": "x", "head-dim": "x", "bytes-per-value": "x"},
        "KiB",
    ),
    "kv-cache-gb": Calculation(formulas.kv_cache_gb, _CACHED, "GB"),
    "kv-cache-gib": Calculation(formulas.kv_cache_gib, _CACHED, "GiB"),
    "gpus-needed": Calculation(formulas.gpus_needed, _ON_GPU, "GPUs"),
    "copies-on-gpu": Calculation(formulas.copies_on_gpu, _ON_GPU, "models"),
    "requests-in-memory": Calculation(
        formulas.requests_in_memory,
        {**_ON_GPU, "gpus": "GPUs", "kv-per-token": "KiB", "context": "tokens"},
        "requests",
    ),
    "router-saving": Calculation(formulas.saving("router"), _SHARED, "%"),
    "cascade-saving": Calculation(formulas.saving("cascade"), _SHARED, "%"),
    "router-seconds": Calculation(formulas.seconds("router"), _TIMED, "s"),
    "cascade-seconds": Calculation(formulas.seconds("cascade"), _TIMED, "s"),
    "quota-tokens-per-minute": Calculation(
        quota_tokens_per_minute,
        {
            "requests-per-minute": "requests",
            "input-tokens": "tokens",
            "output-tokens": "tokens",
            "cache-write-tokens": "tokens",
            "burndown": "x",
        },
        "tokens/min",
    ),
    "requests-in-flight": Calculation(
        formulas.requests_in_flight,
        {"quota-per-minute": "tokens/min", "input-tokens": "tokens", "max-tokens": "tokens"},
        "requests",
    ),
    "on-demand-usd": Calculation(
        formulas.on_demand_usd,
        {
            "requests": "requests",
            "input-tokens": "tokens",
            "output-tokens": "tokens",
            "input-usd": "USD",
            "output-usd": "USD",
        },
        "USD",
    ),
    "provisioned-usd-per-month": Calculation(formulas.provisioned_usd, _UNITS, "USD"),
    "break-even-tokens": Calculation(
        formulas.break_even_tokens, {**_UNITS, "usd-per-million-tokens": "USD"}, "tokens"
    ),
    "cache-saving": Calculation(
        formulas.cache_saving, {"uses": "requests", **_FACTORS, "cached-share": "%"}, "%"
    ),
    "cache-break-even": Calculation(formulas.cache_break_even, _FACTORS, "requests"),
}
"""By name, what `core.questions.form.Sum` can ask for."""


def _parameter(name: str) -> str:
    return name.replace("-", "_")


def _listed(names: Mapping[str, object]) -> str:
    return ", ".join(f"`{name}`" for name in names)
