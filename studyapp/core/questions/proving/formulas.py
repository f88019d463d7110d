"""Arithmetic behind questions, in the units in which a question states its figures."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from studyapp.core.calculators import break_even, caching, memory, quota, routing
from studyapp.core.calculators.ranges import require_positive

if TYPE_CHECKING:
    from collections.abc import Callable

_GB: Final = 1e9
_GIB: Final = 2.0**30
_KIB: Final = 2.0**10
_MILLION: Final = 1e6
_DIGITS: Final = 9
"""Beyond these, a quotient next to a whole number is that number."""


def weights_gb(model: float, precision: str) -> float:
    """Size of the weights in GB."""
    return memory.weights_gb(model, precision)


def kv_per_token_kib(
    layers: float, kv_heads: float, head_dim: float, bytes_per_value: float = 2.0
) -> float:
    """KV cache of one token in KiB."""
    counts = _whole(layers=layers, kv_heads=kv_heads, head_dim=head_dim)
    size = memory.kv_bytes_per_token(**counts, bytes_per_value=bytes_per_value)
    return size / _KIB


def kv_cache_gib(kv_per_token: float, context: float, concurrency: float) -> float:
    """KV cache in GiB of requests in flight, from KiB a token and tokens a request."""
    return memory.kv_gib(kv_per_token * _KIB, context * concurrency)


def kv_cache_gb(kv_per_token: float, context: float, concurrency: float) -> float:
    """KV cache in GB of requests in flight, from KiB a token and tokens a request."""
    return kv_cache_gib(kv_per_token, context, concurrency) * _GIB / _GB


def gpus_needed(
    model: float, precision: str, gpu_memory: float, usable_share: float = 100
) -> float:
    """The fewest GPUs whose usable memory, GiB each, holds the weights."""
    share = _weights_share(model, precision, gpu_memory, usable_share)
    return math.ceil(round(share, _DIGITS))


def copies_on_gpu(
    model: float, precision: str, gpu_memory: float, usable_share: float = 100
) -> float:
    """Whole copies of the weights in the usable memory of one GPU, in GiB."""
    share = _weights_share(model, precision, gpu_memory, usable_share)
    return math.floor(round(1 / share, _DIGITS))


def _weights_share(model: float, precision: str, gpu_memory: float, usable_share: float) -> float:
    percent = memory.weights_percent_of_gpu(model, precision, gpu_memory, usable_share / 100)
    return percent / 100


def requests_in_memory(
    model: float,
    precision: str,
    gpu_memory: float,
    gpus: float,
    kv_per_token: float,
    context: float,
    usable_share: float = 100,
) -> float:
    """Whole requests whose KV cache fits beside the weights; 0 when those do not fit."""
    need = memory.Need(memory.weights_bytes(model, precision), kv_per_token * _KIB, context)
    count = _whole(gpus=gpus)["gpus"]
    return memory.fit(need, count, gpu_memory, usable_share / 100).requests_in_flight


def saving(pattern: routing.Pattern) -> Callable[..., float]:
    """What a pattern saves of the all-large cost, in percent."""

    def saving(simple_share: float, price_gap: float, overhead_share: float = 0) -> float:
        require_positive(price_gap=price_gap)
        share = routing.saving_share(
            pattern, simple_share / 100, 1 / price_gap, overhead_share / 100
        )
        return 100 * share

    return saving


def seconds(pattern: routing.Pattern) -> Callable[..., float]:
    """How long an answer takes on average."""

    def seconds(
        simple_share: float, small_seconds: float, large_seconds: float, overhead_seconds: float = 0
    ) -> float:
        return routing.latency(
            pattern, simple_share / 100, small_seconds, large_seconds, overhead_seconds
        ).mean_seconds

    return seconds


def requests_in_flight(quota_per_minute: float, input_tokens: float, max_tokens: float) -> float:
    """Whole requests whose reservations fit into a quota in tokens per minute."""
    held = quota.requests_in_flight(quota_per_minute, input_tokens, max_tokens, max_tokens)
    return held.with_max_tokens


def on_demand_usd(
    requests: float, input_tokens: float, output_tokens: float, input_usd: float, output_usd: float
) -> float:
    """Price of requests, from tokens a request and USD a million tokens."""
    price = break_even.TokenPrice(input_usd, output_usd)
    blended = break_even.blended_usd_per_million(price, input_tokens, output_tokens)
    return requests * (input_tokens + output_tokens) * blended / _MILLION


def provisioned_usd(model_units: float, usd_per_unit_hour: float) -> float:
    """Price of a month of 730 hours, used or not."""
    units = _whole(model_units=model_units)["model_units"]
    return break_even.provisioned_usd_per_month(break_even.Purchase(units, usd_per_unit_hour))


def break_even_tokens(
    model_units: float, usd_per_unit_hour: float, usd_per_million_tokens: float
) -> float:
    """Tokens a month from which model units are cheaper than paying by the token."""
    require_positive(usd_per_million_tokens=usd_per_million_tokens)
    return provisioned_usd(model_units, usd_per_unit_hour) / usd_per_million_tokens * _MILLION


def cache_saving(
    uses: float, write_factor: float, read_factor: float, cached_share: float = 100
) -> float:
    """What caching saves of the input cost, in percent."""
    return 100 * caching.saving_share(uses, write_factor, read_factor, cached_share / 100)


def cache_break_even(write_factor: float, read_factor: float) -> float:
    """The fewest uses of a prefix at which caching saves; ValueError when it never does."""
    uses = caching.least_uses_that_pay(write_factor, read_factor)
    if uses is None:
        raise ValueError("the cache never pays")
    return uses


def _whole(**numbers: float) -> dict[str, int]:
    """Count what comes in whole pieces; raises ValueError, naming the number."""
    for name, number in numbers.items():
        if number != int(number):
            raise ValueError(f"`{name}` must be a whole number, not {number:g}")
    return {name: int(number) for name, number in numbers.items()}
