"""How much memory a language model takes, and what fits on which accelerators.

GB is 10^9 bytes, in which models are quoted; GiB is 2^30 bytes, in which instances are.
Activations and the runtime take more than is counted here, so every room is an upper bound.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.calculators.ranges import (
    require_not_negative,
    require_positive,
    require_share,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.figures import Instance

BYTES_PER_PARAMETER: Final = {
    "fp32": 4.0,
    "bf16": 2.0,
    "fp16": 2.0,
    "int8": 1.0,
    "fp8": 1.0,
    "int4": 0.5,
}
"""By precision. Source: LMI guide, instance type selection; INT4 by the same rule."""

USABLE_SHARE: Final = 0.9
"""The share of accelerator memory an engine takes for itself; rule of thumb, as in vLLM."""

_GB: Final = 1e9
_KIB: Final = 2.0**10
_GIB: Final = 2.0**30


class Need(NamedTuple):
    """What a model and its requests ask of memory."""

    weights_bytes: float
    kv_bytes_per_token: float
    kept_tokens_per_request: float
    """Tokens of a request, prompt and answer, whose keys and values are kept."""


class Fit(NamedTuple):
    """How a need and some accelerators go together."""

    fits: bool
    """Whether the weights fit into the usable memory."""
    accelerators_needed: int
    """The fewest accelerators of this kind whose usable memory holds the weights."""
    weights_gib: float
    usable_gib: float
    kv_room_gib: float
    """What the weights leave to the KV cache; 0 when they do not fit."""
    tokens_in_flight: int
    requests_in_flight: int
    """Whole requests; 0 when the weights fit but not one request beside them."""


def weights_bytes(parameters: float, precision: str) -> float:
    """Size of the weights in bytes: parameters x bytes per parameter.

    Source: LMI guide, instance type selection. Raises ValueError for an unknown precision or no
    parameters.
    """
    require_positive(parameters=parameters)
    if precision not in BYTES_PER_PARAMETER:
        raise ValueError(f"`{precision}` is none of {', '.join(BYTES_PER_PARAMETER)}")
    return parameters * BYTES_PER_PARAMETER[precision]


def weights_gb(parameters: float, precision: str) -> float:
    """Size of the weights in GB; raises as `weights_bytes` does."""
    return weights_bytes(parameters, precision) / _GB


def kv_bytes_per_token(
    layers: int, kv_heads: int, head_dim: int, bytes_per_value: float = 2.0
) -> float:
    """KV cache of one token in bytes: 2 (keys, values) x layers x heads x dimension x bytes.

    Source: standard formula; the LMI guide prints its special case without grouped queries.
    Raises ValueError unless all are positive.
    """
    require_positive(
        layers=layers, kv_heads=kv_heads, head_dim=head_dim, bytes_per_value=bytes_per_value
    )
    return 2 * layers * kv_heads * head_dim * bytes_per_value


def kv_gib(bytes_per_token: float, tokens_in_flight: float) -> float:
    """KV cache in GiB of all tokens in flight, of prompts and answers (arithmetic)."""
    require_positive(bytes_per_token=bytes_per_token)
    require_not_negative(tokens_in_flight=tokens_in_flight)
    return bytes_per_token * tokens_in_flight / _GIB


def kept_tokens(tokens_per_request: float, window_tokens: int | None = None) -> float:
    """Tokens of a request whose keys and values are kept: all, or those in a sliding window."""
    require_positive(tokens_per_request=tokens_per_request)
    if window_tokens is None:
        return tokens_per_request
    require_positive(window_tokens=window_tokens)
    return min(tokens_per_request, window_tokens)


def weights_percent_of_gpu(
    parameters: float, precision: str, accelerator_gib: float, usable_share: float = USABLE_SHARE
) -> float:
    """Weights in percent of what is usable of one accelerator; over 100 they do not fit."""
    return weights_percent_of_instance(parameters, precision, accelerator_gib, 1, usable_share)


def weights_percent_of_instance(
    parameters: float,
    precision: str,
    accelerator_gib: float,
    accelerators: float,
    usable_share: float = USABLE_SHARE,
) -> float:
    """Weights in percent of what is usable of all accelerators together (arithmetic)."""
    usable = _usable_bytes(accelerator_gib, usable_share) * _counted(accelerators)
    return 100 * weights_bytes(parameters, precision) / usable


def memory_percent_of_instance(
    parameters: float,
    precision: str,
    accelerator_gib: float,
    accelerators: float,
    tokens_per_request: float,
    requests_in_flight: float,
    kv_kib_per_token: float,
    usable_share: float = USABLE_SHARE,
) -> float:
    """Weights and KV cache in percent of what is usable of all accelerators (arithmetic)."""
    require_not_negative(
        tokens_per_request=tokens_per_request,
        requests_in_flight=requests_in_flight,
        kv_kib_per_token=kv_kib_per_token,
    )
    usable = _usable_bytes(accelerator_gib, usable_share) * _counted(accelerators)
    cache = kv_kib_per_token * _KIB * tokens_per_request * requests_in_flight
    return 100 * (weights_bytes(parameters, precision) + cache) / usable


def fit(
    need: Need, accelerators: int, accelerator_gib: float, usable_share: float = USABLE_SHARE
) -> Fit:
    """Tell what room the weights leave on accelerators of one kind, and what it holds.

    Source: vLLM-style budget, memory x usable share - weights; activations are not counted.
    Raises ValueError unless the need and the memory are positive.
    """
    require_positive(**need._asdict())
    usable = _usable_bytes(accelerator_gib, usable_share)
    needed = math.ceil(need.weights_bytes / usable)
    fits = needed <= _counted(accelerators)
    room = max(accelerators * usable - need.weights_bytes, 0.0) if fits else 0.0
    return Fit(
        fits=fits,
        accelerators_needed=needed,
        weights_gib=need.weights_bytes / _GIB,
        usable_gib=accelerators * usable / _GIB,
        kv_room_gib=room / _GIB,
        tokens_in_flight=math.floor(room / need.kv_bytes_per_token),
        requests_in_flight=math.floor(
            room / (need.kv_bytes_per_token * need.kept_tokens_per_request)
        ),
    )


def fit_each(
    need: Need, instances: Iterable[Instance], usable_share: float = USABLE_SHARE
) -> tuple[tuple[Instance, Fit], ...]:
    """Tell of each instance, in the order given, how the need fits on it."""
    return tuple(
        (each, fit(need, each.accelerators, each.accelerator_gib, usable_share))
        for each in instances
    )


def _usable_bytes(accelerator_gib: float, usable_share: float) -> float:
    require_share(usable_share=usable_share)
    require_positive(accelerator_gib=accelerator_gib, usable_share=usable_share)
    return accelerator_gib * _GIB * usable_share


def _counted(accelerators: float) -> float:
    require_positive(accelerators=accelerators)
    return accelerators
