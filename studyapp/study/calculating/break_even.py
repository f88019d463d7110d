"""Break-even: paying by the token against Provisioned Throughput."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.calculators import break_even as sums
from studyapp.core.figures import ModelPrice, ProvisionedPrice
from studyapp.core.text import Text
from studyapp.study.calculating.amounts import per_minute, percent, short, tokens, usd
from studyapp.study.calculating.inputs import InputError
from studyapp.study.calculating.results import Result, Row
from studyapp.typeset.plots import Axis, Curve, CurvePlot, Spot
from studyapp.words import break_even as said
from studyapp.words import calculators as words

if TYPE_CHECKING:
    from studyapp.study.calculating.reading import Reading

_HOURS_PER_DAY: Final = 24
_BEYOND: Final = 2.0  # the curve ends at so many times the break-even volume
_MARGIN: Final = 1.25  # or this much beyond the volume asked for


class _Sum(NamedTuple):
    load: sums.Load
    price: sums.TokenPrice
    purchase: sums.Purchase
    found: sums.BreakEven


def calculate(reading: Reading) -> Result:
    """Compare what a month costs each way, and find the volume at which both cost the same."""
    sum_ = _summed(reading)
    return Result(
        calculator="break-even",
        given=reading.given,
        says=_says(sum_),
        rows=(*_cost_rows(sum_), *_volume_rows(sum_), *_capacity_rows(sum_)),
        formulas=_formulas(sum_),
        plots=(_plot(sum_),),
        remarks=reading.remarks(),
        figures=reading.used,
    )


def _summed(reading: Reading) -> _Sum:
    load = _load(reading)
    provisioned = None
    if not (reading.is_stated("unit-price") and _knows_prices(reading)):
        provisioned = reading.figure("provisioned", ProvisionedPrice)
    purchase = sums.Purchase(
        int(reading.number("units")),
        reading.number_or("unit-price", provisioned.usd_per_unit_hour if provisioned else None),
        reading.number_if_known("throughput"),
    )
    price = _price(reading, provisioned)
    if price.input_usd_per_million + price.output_usd_per_million == 0:
        raise InputError(said.FREE)
    factor = None
    if reading.choice("can-wait") == "yes":
        batch = next((each for each in reading.figures.price_factors if each.way == "batch"), None)
        if batch is None:
            raise InputError(said.NO_BATCH)
        reading.use(batch)
        factor = batch.factor
    return _Sum(load, price, purchase, sums.break_even(load, price, purchase, factor))


def _load(reading: Reading) -> sums.Load:
    hours, days = reading.number("hours"), reading.number_if_known("days")
    into, out = reading.number("input-tokens"), reading.number("output-tokens")
    if into + out == 0:
        raise InputError(said.NO_TOKENS)
    return sums.Load(
        requests_per_month=reading.number("requests"),
        input_tokens_per_request=into,
        output_tokens_per_request=out,
        active_hours_per_month=(
            sums.HOURS_PER_MONTH * hours / _HOURS_PER_DAY
            if days is None
            else sums.active_hours_per_month(hours, days)
        ),
    )


def _knows_prices(reading: Reading) -> bool:
    both = reading.is_stated("input-price") and reading.is_stated("output-price")
    return both or reading.is_stated("price")


def _price(reading: Reading, provisioned: ProvisionedPrice | None) -> sums.TokenPrice:
    """The prices stated, else those of the figure stated, else of the provisioned model."""
    price = None
    if not (reading.is_stated("input-price") and reading.is_stated("output-price")):
        price = reading.figure("price", ModelPrice)
        if price is None and provisioned is not None:
            same = (p for p in reading.figures.model_prices if p.id == provisioned.model_price)
            price = next(same, None)
            if price is not None:
                reading.take("price", price, "computed")
    return sums.TokenPrice(
        reading.number_or("input-price", price.input_usd_per_million if price else None),
        reading.number_or("output-price", price.output_usd_per_million if price else None),
    )


def _says(sum_: _Sum) -> Text:
    found = sum_.found
    saved = found.provisioned_saves_usd_per_month
    by_token = found.provisioned_usd_per_month + saved
    cheaper = said.PROVISIONED_WINS if found.cheapest == "provisioned" else said.BY_TOKEN_WINS
    return words.TWO_SENTENCES.format(
        one=cheaper.format(
            way=said.WAYS[found.cheapest],
            volume=tokens(sum_.load.tokens_per_month),
            by_token=usd(by_token),
            provisioned=usd(found.provisioned_usd_per_month),
        ),
        other=said.BREAKS_EVEN.format(
            volume=tokens(found.break_even_tokens_per_month),
            rate=per_minute(found.break_even_tokens_per_minute),
        ),
    )


def _cost_rows(sum_: _Sum) -> tuple[Row, ...]:
    found = sum_.found
    costs = {
        "on-demand": found.on_demand_usd_per_month,
        "batch": found.batch_usd_per_month,
        "provisioned": found.provisioned_usd_per_month,
        "provisioned-saves": found.provisioned_saves_usd_per_month,
    }
    return tuple(
        Row(name, said.COSTS[name], usd(cost), cost, "USD/month")
        for name, cost in costs.items()
        if cost is not None
    )


def _volume_rows(sum_: _Sum) -> tuple[Row, ...]:
    found, load = sum_.found, sum_.load
    even = found.break_even_tokens_per_month
    while_active = found.break_even_tokens_per_minute_while_active
    blended = found.usd_per_million_to_beat
    rows = [
        Row("to-beat", said.TO_BEAT, said.PER_MILLION.format(usd=usd(blended)), blended, "USD/M"),
        Row("volume", said.VOLUME, tokens(load.tokens_per_month), load.tokens_per_month, "tokens"),
        Row("break-even", said.BREAK_EVEN, tokens(even), even, "tokens"),
        Row(
            "break-even-rate",
            said.RATE,
            per_minute(found.break_even_tokens_per_minute),
            found.break_even_tokens_per_minute,
            "tokens/min",
        ),
    ]
    if load.active_hours_per_month != sums.HOURS_PER_MONTH:
        hours = f"{load.active_hours_per_month:,.4g}"
        rows.append(
            Row(
                "break-even-rate-while-active",
                said.RATE_WHILE_ACTIVE.format(hours=hours),
                per_minute(while_active),
                while_active,
                "tokens/min",
            )
        )
    share = found.volume_percent_of_break_even
    return (*rows, Row("volume-share", said.VOLUME_SHARE, percent(share), share, "%"))


def _capacity_rows(sum_: _Sum) -> tuple[Row, ...]:
    found, needed = sum_.found, sum_.load.tokens_per_minute_while_active
    carried = {True: words.YES, False: words.NO, None: words.NOT_KNOWN}[found.carries_load]
    note = said.NOT_PUBLIC if found.carries_load is None else None
    rows = [
        Row("needed-rate", said.NEEDED_RATE, per_minute(needed), needed, "tokens/min"),
        Row("carries", said.CARRIES, carried, note=note),
    ]
    for name, share in (
        ("used", found.used_percent_while_active),
        ("break-even-used", found.break_even_used_percent),
    ):
        if share is not None:
            rows.append(Row(name, said.SHARES[name], percent(share), share, "%"))
    return tuple(rows)


def _formulas(sum_: _Sum) -> tuple[Text, ...]:
    found, purchase = sum_.found, sum_.purchase
    return (
        said.BY_TOKEN_FORMULA.format(
            volume=tokens(sum_.load.tokens_per_month),
            price=f"{found.usd_per_million_to_beat:,.4g}",
            usd=usd(found.provisioned_usd_per_month + found.provisioned_saves_usd_per_month),
        ),
        said.PROVISIONED_FORMULA.format(
            units=purchase.model_units,
            hourly=usd(purchase.usd_per_unit_hour),
            hours=f"{sums.HOURS_PER_MONTH:g}",
            usd=usd(found.provisioned_usd_per_month),
        ),
        said.EVEN_FORMULA.format(
            usd=usd(found.provisioned_usd_per_month),
            price=f"{found.usd_per_million_to_beat:,.4g}",
            volume=tokens(found.break_even_tokens_per_month),
        ),
    )


def _plot(sum_: _Sum) -> CurvePlot:
    found, volume = sum_.found, sum_.load.tokens_per_month
    even, fixed = found.break_even_tokens_per_month, found.provisioned_usd_per_month
    most = max(_BEYOND * even, _MARGIN * volume)
    points = sums.cost_curve(found.usd_per_million_to_beat, fixed, most)
    way = "on-demand" if found.batch_usd_per_month is None else "batch"
    return CurvePlot(
        across=Axis(said.ACROSS, short),
        up=Axis(said.UP, short),
        curves=(
            Curve(
                said.WAYS[way],
                tuple((p.tokens_per_month, p.by_token_usd_per_month) for p in points),
            ),
            Curve(
                said.WAYS["provisioned"],
                tuple((p.tokens_per_month, p.provisioned_usd_per_month) for p in points),
            ),
        ),
        spots=(
            Spot(said.BREAK_EVEN, even, fixed),
            Spot(said.VOLUME, volume, fixed + found.provisioned_saves_usd_per_month, "@"),
        ),
    )
