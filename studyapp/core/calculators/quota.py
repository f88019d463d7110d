"""How much of an on-demand quota in tokens per minute a load takes."""

from __future__ import annotations

import math
from typing import NamedTuple

from studyapp.core.calculators.ranges import require_not_negative, require_positive


class InFlight(NamedTuple):
    """Requests that a quota lets run at once."""

    with_max_tokens: int
    with_model_maximum: int
    """When ``max_tokens`` is left out, which reserves the model's maximum."""


def quota_tokens_per_minute(
    requests_per_minute: float,
    input_tokens: float,
    output_tokens: float,
    cache_write_tokens: float = 0.0,
    burndown: float = 1.0,
) -> float:
    """Quota that a steady load settles at: RPM x (input + cache write + burndown x output).

    Tokens are by request; tokens read from the cache drop out. ``burndown`` is what one output
    token counts against the quota; it does not touch the bill.
    Source: AWS agent toolkit, Bedrock model invocation and quota health.
    """
    require_not_negative(
        requests_per_minute=requests_per_minute,
        input_tokens=input_tokens,
        output_tokens=output_tokens,
        cache_write_tokens=cache_write_tokens,
    )
    require_positive(burndown=burndown)
    return requests_per_minute * (input_tokens + cache_write_tokens + burndown * output_tokens)


def reserved_tokens_per_request(
    input_tokens: float, max_tokens: float, cache_tokens: float = 0.0
) -> float:
    """Quota taken when a request starts: input + cache read and write + ``max_tokens``.

    What is not used is released as the answer streams.
    Source: AWS agent toolkit, Bedrock model invocation and quota health.
    """
    require_not_negative(input_tokens=input_tokens, cache_tokens=cache_tokens)
    require_positive(max_tokens=max_tokens)
    return input_tokens + cache_tokens + max_tokens


def requests_in_flight(
    quota_tokens_per_minute: float,
    input_tokens: float,
    max_tokens: float,
    model_maximum_tokens: float,
    cache_tokens: float = 0.0,
) -> InFlight:
    """Whole requests whose reservations fit into the quota, with a limit set and without.

    Source: AWS agent toolkit, Bedrock quota health. Raises ValueError when ``max_tokens`` is over
    the model's maximum.
    """
    require_not_negative(quota_tokens_per_minute=quota_tokens_per_minute)
    if max_tokens > model_maximum_tokens:
        raise ValueError(f"the model answers with at most {model_maximum_tokens:g} tokens")
    return InFlight(
        *(
            math.floor(
                quota_tokens_per_minute
                / reserved_tokens_per_request(input_tokens, limit, cache_tokens)
            )
            for limit in (max_tokens, model_maximum_tokens)
        )
    )
