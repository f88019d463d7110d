"""When capacity bought by the hour is cheaper than paying by the token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from studyapp.core.calculators.ranges import (
    require_not_negative,
    require_positive,
    require_share,
)

HOURS_PER_MONTH: Final = 730.0
"""A year of 8,760 hours by twelve."""

_LONGEST_MONTH_HOURS: Final = 31 * 24
_LONGEST_MONTH_DAYS: Final = 31
_HOURS_PER_DAY: Final = 24
_MILLION: Final = 1e6
_MINUTES_PER_HOUR: Final = 60
_SECONDS_PER_HOUR: Final = 3600

Capacity = Literal["on-demand", "batch", "provisioned"]


class TokenPrice(NamedTuple):
    """What a model costs on demand."""

    input_usd_per_million: float
    output_usd_per_million: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a month brings; raises ValueError for a request without tokens or an unreal month."""

    requests_per_month: float
    input_tokens_per_request: float
    output_tokens_per_request: float
    active_hours_per_month: float = HOURS_PER_MONTH
    """The hours in which all the requests come, spread evenly."""

    def __post_init__(self) -> None:
        require_not_negative(
            requests_per_month=self.requests_per_month,
            input_tokens_per_request=self.input_tokens_per_request,
            output_tokens_per_request=self.output_tokens_per_request,
        )
        require_positive(
            tokens_per_request=self.tokens_per_request,
            active_hours_per_month=self.active_hours_per_month,
        )
        if self.active_hours_per_month > _LONGEST_MONTH_HOURS:
            raise ValueError(f"no month has {self.active_hours_per_month:g} hours")

    @property
    def tokens_per_request(self) -> float:
        """Input and output together."""
        return self.input_tokens_per_request + self.output_tokens_per_request

    @property
    def tokens_per_month(self) -> float:
        """Input and output of all requests."""
        return self.requests_per_month * self.tokens_per_request

    @property
    def tokens_per_minute_while_active(self) -> float:
        """What must be carried in the active hours."""
        return _tokens_per_minute(self.tokens_per_month, self.active_hours_per_month)


class Purchase(NamedTuple):
    """Provisioned Throughput by model units."""

    model_units: int
    usd_per_unit_hour: float
    tokens_per_minute_per_unit: float | None = None
    """Input and output together; AWS does not publish it, so None unless you were told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEven:
    """What a load costs each way, and the volume from which provisioned is cheaper."""

    on_demand_usd_per_month: float
    batch_usd_per_month: float | None
    """None when the work cannot wait."""
    provisioned_usd_per_month: float
    cheapest: Capacity
    """By price alone, whether or not the model units carry the load."""
    provisioned_saves_usd_per_month: float
    """Against the price it has to beat; below 0 it costs that much more."""
    usd_per_million_to_beat: float
    """On-demand, or batch where the work can wait; input and output mixed as in the load."""
    break_even_tokens_per_month: float
    break_even_tokens_per_minute: float
    """Around the clock."""
    break_even_tokens_per_minute_while_active: float
    """When the same volume has to come within the active hours."""
    volume_percent_of_break_even: float
    carries_load: bool | None
    """Whether the model units can carry the load while active; None when that is not known."""
    used_percent_while_active: float | None
    """The load in percent of what the model units can do; None when that is not known."""
    break_even_used_percent: float | None
    """How busy the model units must be around the clock to break even.

    Over 100 they never do; None when it is not known what they carry.
    """


class CostPoint(NamedTuple):
    """What a volume costs each way."""

    tokens_per_month: float
    by_token_usd_per_month: float
    provisioned_usd_per_month: float


def active_hours_per_month(hours_per_day: float, days_per_month: float) -> float:
    """Hours of a month with load, from office hours (arithmetic)."""
    require_positive(hours_per_day=hours_per_day, days_per_month=days_per_month)
    if hours_per_day > _HOURS_PER_DAY or days_per_month > _LONGEST_MONTH_DAYS:
        raise ValueError(f"no month has {days_per_month:g} days of {hours_per_day:g} hours")
    return hours_per_day * days_per_month


def blended_usd_per_million(price: TokenPrice, input_tokens: float, output_tokens: float) -> float:
    """Price of a million tokens, input and output mixed as given (arithmetic)."""
    require_not_negative(input_tokens=input_tokens, output_tokens=output_tokens, **price._asdict())
    require_positive(tokens=input_tokens + output_tokens)
    paid = input_tokens * price.input_usd_per_million + output_tokens * price.output_usd_per_million
    return paid / (input_tokens + output_tokens)


def provisioned_usd_per_month(purchase: Purchase) -> float:
    """Price of a month: model units x hourly price x 730, used or not.

    Source: Amazon Bedrock user guide, Provisioned Throughput (charged by the hour until deleted).
    """
    require_positive(model_units=purchase.model_units, usd_per_unit_hour=purchase.usd_per_unit_hour)
    return purchase.model_units * purchase.usd_per_unit_hour * HOURS_PER_MONTH


def break_even(
    load: Load, price: TokenPrice, purchase: Purchase, batch_factor: float | None = None
) -> BreakEven:
    """Compare paying by the token with Provisioned Throughput (arithmetic).

    ``batch_factor`` is the price of batch inference by that of on-demand, at most 1; give it when
    the work can wait, for then batch is the price to beat. A tie goes to what needs no commitment.
    Raises ValueError when tokens cost nothing.
    """
    blended = blended_usd_per_million(
        price, load.input_tokens_per_request, load.output_tokens_per_request
    )
    factor = 1.0 if batch_factor is None else batch_factor
    require_share(batch_factor=factor)
    to_beat = blended * factor
    require_positive(usd_per_million=to_beat)
    by_token = load.tokens_per_month / _MILLION * to_beat
    provisioned = provisioned_usd_per_month(purchase)
    otherwise: Capacity = "on-demand" if batch_factor is None else "batch"
    tokens = provisioned / to_beat * _MILLION
    carried = _carried(load, purchase, _tokens_per_minute(tokens, HOURS_PER_MONTH))
    return BreakEven(
        on_demand_usd_per_month=load.tokens_per_month / _MILLION * blended,
        batch_usd_per_month=None if batch_factor is None else by_token,
        provisioned_usd_per_month=provisioned,
        cheapest="provisioned" if provisioned < by_token else otherwise,
        provisioned_saves_usd_per_month=by_token - provisioned,
        usd_per_million_to_beat=to_beat,
        break_even_tokens_per_month=tokens,
        break_even_tokens_per_minute=_tokens_per_minute(tokens, HOURS_PER_MONTH),
        break_even_tokens_per_minute_while_active=_tokens_per_minute(
            tokens, load.active_hours_per_month
        ),
        volume_percent_of_break_even=100 * load.tokens_per_month / tokens,
        carries_load=carried.load,
        used_percent_while_active=carried.used_percent,
        break_even_used_percent=carried.break_even_used_percent,
    )


def cost_curve(
    usd_per_million: float,
    provisioned_usd_per_month: float,
    most_tokens_per_month: float,
    points: int = 41,
) -> tuple[CostPoint, ...]:
    """Cost each way at evenly spaced volumes from 0 to the most (arithmetic); at least 2 points."""
    require_positive(
        usd_per_million=usd_per_million,
        provisioned_usd_per_month=provisioned_usd_per_month,
        most_tokens_per_month=most_tokens_per_month,
        points_after_the_first=points - 1,
    )
    volumes = (most_tokens_per_month * step / (points - 1) for step in range(points))
    return tuple(
        CostPoint(volume, volume / _MILLION * usd_per_million, provisioned_usd_per_month)
        for volume in volumes
    )


def self_hosted_usd_per_million(
    usd_per_hour: float, tokens_per_second: float, busy_share: float
) -> float:
    """Price of a million tokens on one's own instance, idle hours included (arithmetic)."""
    require_share(busy_share=busy_share)
    require_positive(
        usd_per_hour=usd_per_hour, tokens_per_second=tokens_per_second, busy_share=busy_share
    )
    return usd_per_hour / (tokens_per_second * _SECONDS_PER_HOUR * busy_share) * _MILLION


class _Carried(NamedTuple):
    load: bool | None
    used_percent: float | None
    break_even_used_percent: float | None


def _carried(load: Load, purchase: Purchase, break_even_tokens_per_minute: float) -> _Carried:
    """Compare with what the model units can do; source: AWS's definition of a model unit."""
    if purchase.tokens_per_minute_per_unit is None:
        return _Carried(None, None, None)
    require_positive(tokens_per_minute_per_unit=purchase.tokens_per_minute_per_unit)
    carried = purchase.model_units * purchase.tokens_per_minute_per_unit
    needed = load.tokens_per_minute_while_active
    return _Carried(
        needed <= carried, 100 * needed / carried, 100 * break_even_tokens_per_minute / carried
    )


def _tokens_per_minute(tokens_per_month: float, hours_per_month: float) -> float:
    return tokens_per_month / (hours_per_month * _MINUTES_PER_HOUR)
