"""Quota: the tokens per minute a load takes, and how many requests may run at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.calculators import quota as sums
from studyapp.core.figures import Burndown
from studyapp.core.text import Text
from studyapp.study.calculating.amounts import per_minute, percent, short, tokens
from studyapp.study.calculating.inputs import InputError
from studyapp.study.calculating.results import Result, Row
from studyapp.typeset.plots import Amount, StackPlot
from studyapp.words import calculators as words
from studyapp.words import quota as said

if TYPE_CHECKING:
    from studyapp.study.calculating.reading import Reading


class _Load(NamedTuple):
    requests: float
    input_tokens: float
    output_tokens: float
    cache_write: float
    cache_read: float
    burndown: float
    max_tokens: float
    model_maximum: float
    quota: float

    @property
    def needed(self) -> float:
        return sums.quota_tokens_per_minute(
            self.requests, self.input_tokens, self.output_tokens, self.cache_write, self.burndown
        )

    @property
    def cached(self) -> float:
        return self.cache_write + self.cache_read


def calculate(reading: Reading) -> Result:
    """Tell what a steady load takes from the quota, and what a request reserves as it starts."""
    burndown = reading.figure("burndown", Burndown)
    load = _Load(
        requests=reading.number("requests"),
        input_tokens=reading.number("input-tokens"),
        output_tokens=reading.number("output-tokens"),
        cache_write=reading.number("cache-write"),
        cache_read=reading.number("cache-read"),
        burndown=(
            burndown.quota_tokens_per_output_token if burndown else reading.number("burndown")
        ),
        max_tokens=reading.number("max-tokens"),
        model_maximum=reading.number("model-maximum"),
        quota=reading.number("quota"),
    )
    if load.needed == 0:
        raise InputError(said.NO_TOKENS)
    if load.max_tokens > load.model_maximum:
        raise InputError(said.OVER_MAXIMUM)
    return Result(
        calculator="quota",
        given=reading.given,
        says=_says(load),
        rows=_rows(load),
        formulas=_formulas(load),
        plots=(_stack(load),),
        remarks=(*reading.remarks(), said.LOOK_UP),
        figures=reading.used,
    )


def _in_flight(load: _Load) -> sums.InFlight:
    return sums.requests_in_flight(
        load.quota, load.input_tokens, load.max_tokens, load.model_maximum, load.cached
    )


def _says(load: _Load) -> Text:
    verdict = said.ENOUGH if load.needed <= load.quota else said.TOO_LITTLE
    flight = _in_flight(load)
    return words.TWO_SENTENCES.format(
        one=verdict.format(
            needed=per_minute(load.needed),
            share=percent(100 * load.needed / load.quota),
            quota=per_minute(load.quota),
        ),
        other=said.IN_FLIGHT_SAID.format(
            limited=f"{flight.with_max_tokens:,}", unlimited=f"{flight.with_model_maximum:,}"
        ),
    )


def _rows(load: _Load) -> tuple[Row, ...]:
    share, flight = 100 * load.needed / load.quota, _in_flight(load)
    reserved = sums.reserved_tokens_per_request(load.input_tokens, load.max_tokens, load.cached)
    most = load.quota / (load.needed / load.requests)
    return (
        Row("needed", said.NEEDED, per_minute(load.needed), load.needed, "tokens/min"),
        Row("share", said.SHARE, percent(share), share, "%"),
        Row("most-requests", said.MOST, Text.once(f"{most:,.4g}"), most, "requests/min"),
        Row("reserved", said.RESERVED, tokens(reserved), reserved, "tokens", said.RELEASED),
        Row(
            "in-flight",
            said.IN_FLIGHT,
            Text.once(f"{flight.with_max_tokens:,}"),
            float(flight.with_max_tokens),
            "requests",
        ),
        Row(
            "in-flight-unset",
            said.IN_FLIGHT_UNSET,
            Text.once(f"{flight.with_model_maximum:,}"),
            float(flight.with_model_maximum),
            "requests",
        ),
    )


def _formulas(load: _Load) -> tuple[Text, ...]:
    reserved = sums.reserved_tokens_per_request(load.input_tokens, load.max_tokens, load.cached)
    return (
        said.NEEDED_FORMULA.format(
            requests=f"{load.requests:,g}",
            input=f"{load.input_tokens:,g}",
            write=f"{load.cache_write:,g}",
            burndown=f"{load.burndown:g}",
            output=f"{load.output_tokens:,g}",
            needed=f"{load.needed:,.0f}",
        ),
        said.RESERVED_FORMULA.format(
            input=f"{load.input_tokens:,g}",
            cached=f"{load.cached:,g}",
            limit=f"{load.max_tokens:,g}",
            reserved=f"{reserved:,.0f}",
        ),
    )


def _stack(load: _Load) -> StackPlot:
    into = load.requests * (load.input_tokens + load.cache_write)
    return StackPlot(
        name=said.NEEDED,
        show=short,
        parts=(
            Amount(said.INPUT_PART, into),
            Amount(said.OUTPUT_PART.format(burndown=f"{load.burndown:g}"), load.needed - into),
        ),
        limits=(Amount(said.QUOTA, load.quota),),
    )
