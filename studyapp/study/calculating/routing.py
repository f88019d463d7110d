"""Routing: what a router or a cascade saves, and what it does to latency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.calculators import routing as sums
from studyapp.core.calculators.break_even import TokenPrice, blended_usd_per_million
from studyapp.core.figures import ModelPrice
from studyapp.core.text import Text
from studyapp.study.calculating.amounts import percent, seconds, short_percent, times
from studyapp.study.calculating.inputs import InputError
from studyapp.study.calculating.results import Grid, Result, Row
from studyapp.typeset.plots import Axis, Curve, CurvePlot, Level, Spot
from studyapp.words import routing as said

if TYPE_CHECKING:
    from studyapp.study.calculating.reading import Reading

_CLAIMED: Final = (60.0, 80.0)
"""Percent that are often said to be saved."""
_PATTERNS: Final[tuple[sums.Pattern, ...]] = ("router", "cascade")
_TOLERANCE: Final = 1e-9


class _Sum(NamedTuple):
    simple_share: float
    price_ratio: float
    """The small model's price by the large one's."""
    overhead_share: float
    small_seconds: float
    large_seconds: float
    check_seconds: float

    def saving(self, pattern: sums.Pattern) -> float:
        """In percent of the cost when the large model answers all."""
        return 100 * sums.saving_share(
            pattern, self.simple_share, self.price_ratio, self.overhead_share
        )

    def needed(self, pattern: sums.Pattern, wanted_percent: float) -> float | None:
        """In percent of all queries; None when it cannot be reached."""
        share = sums.simple_share_needed(
            pattern, wanted_percent / 100, self.price_ratio, self.overhead_share
        )
        return None if share is None else 100 * share

    def latency(self, pattern: sums.Pattern) -> sums.Latency:
        """How long answers take."""
        return sums.latency(
            pattern,
            self.simple_share,
            self.small_seconds,
            self.large_seconds,
            self.check_seconds,
        )


def calculate(reading: Reading) -> Result:
    """Compare router and cascade with the large model alone, and test the usual claim."""
    sum_ = _Sum(
        reading.number("simple") / 100,
        _price_ratio(reading),
        reading.number("overhead") / 100,
        reading.number("small-time"),
        reading.number("large-time"),
        reading.number("check-time"),
    )
    return Result(
        calculator="routing",
        given=reading.given,
        says=_says(sum_),
        rows=_rows(sum_),
        formulas=_formulas(sum_),
        grid=_grid(sum_),
        plots=(_plot(sum_),),
        remarks=(*reading.remarks(), said.CONDITIONS),
        figures=reading.used,
    )


def _price_ratio(reading: Reading) -> float:
    """The ratio as stated, else by the models' prices, else by default."""
    if reading.is_stated("small") != reading.is_stated("large"):
        raise InputError(said.NEEDS_BOTH)
    if reading.is_stated("ratio") or not reading.is_stated("small"):
        return 1 / reading.number("ratio")
    mix = reading.number("input-tokens"), reading.number("output-tokens")
    if sum(mix) == 0:
        raise InputError(said.NO_TOKENS)
    small, large = (
        blended_usd_per_million(
            TokenPrice(price.input_usd_per_million, price.output_usd_per_million), *mix
        )
        for price in (reading.figure(name, ModelPrice) for name in ("small", "large"))
        if price is not None
    )
    if not 0 < small <= large:
        raise InputError(said.NOT_CHEAPER)
    reading.take("ratio", round(large / small, 2), "computed")
    return small / large


def _says(sum_: _Sum) -> Text:
    low, high = _CLAIMED
    router = sum_.saving("router")
    needed = sum_.needed("router", low)
    if needed is None:
        claim = said.CLAIM_BEYOND.format(low=f"{low:g}", high=f"{high:g}")
    else:
        met = said.CLAIM_MET if router >= low - _TOLERANCE else said.CLAIM_NOT_MET
        claim = met.format(low=f"{low:g}", high=f"{high:g}", needed=percent(needed))
    saved = said.SAVED.format(
        simple=percent(100 * sum_.simple_share),
        ratio=times(1 / sum_.price_ratio),
        router=percent(router),
        cascade=percent(sum_.saving("cascade")),
    )
    return Text(f"{saved.en} {claim.en}", f"{saved.vi} {claim.vi}")


def _rows(sum_: _Sum) -> tuple[Row, ...]:
    rows = [
        Row(
            f"{pattern}-saving",
            said.SAVING_OF[pattern],
            percent(sum_.saving(pattern)),
            sum_.saving(pattern),
            "%",
        )
        for pattern in _PATTERNS
    ]
    highest = 100 * sums.highest_saving_share(sum_.price_ratio, sum_.overhead_share)
    rows.append(Row("highest", said.HIGHEST, percent(highest), highest, "%", said.HIGHEST_NOTE))
    for pattern in _PATTERNS:
        mean = sum_.latency(pattern).mean_seconds
        note = said.AGAINST_LARGE.format(large=seconds(sum_.large_seconds))
        rows.append(Row(f"{pattern}-mean", said.MEAN_OF[pattern], seconds(mean), mean, "s", note))
    return tuple(rows)


def _formulas(sum_: _Sum) -> tuple[Text, ...]:
    numbers = {
        "s": f"{sum_.simple_share:.4g}",
        "r": f"{sum_.price_ratio:.4g}",
        "k": f"{sum_.overhead_share:.4g}",
    }
    return (
        said.LETTERS.format(**numbers),
        said.ROUTER_FORMULA.format(saving=percent(sum_.saving("router")), **numbers),
        said.CASCADE_FORMULA.format(saving=percent(sum_.saving("cascade")), **numbers),
        said.LATENCY_FORMULA,
    )


def _grid(sum_: _Sum) -> Grid:
    rows = []
    for pattern in _PATTERNS:
        latency = sum_.latency(pattern)
        shares = (sum_.needed(pattern, wanted) for wanted in _CLAIMED)
        rows.append(
            (
                said.PATTERNS[pattern],
                percent(sum_.saving(pattern)),
                *(said.BEYOND if share is None else percent(share) for share in shares),
                seconds(latency.simple_seconds),
                seconds(latency.hard_seconds),
            )
        )
    low, high = (f"{claimed:g}" for claimed in _CLAIMED)
    columns = tuple(column.format(low=low, high=high) for column in said.COLUMNS)
    return Grid(said.GRID, columns, tuple(rows))


def _plot(sum_: _Sum) -> CurvePlot:
    points = sums.saving_curve(sum_.price_ratio, sum_.overhead_share)
    return CurvePlot(
        across=Axis(said.SIMPLE, short_percent),
        up=Axis(said.UP, short_percent),
        curves=(
            Curve(
                said.PATTERNS["router"],
                tuple((100 * p.simple_share, 100 * p.router_saving_share) for p in points),
            ),
            Curve(
                said.PATTERNS["cascade"],
                tuple((100 * p.simple_share, 100 * p.cascade_saving_share) for p in points),
            ),
        ),
        levels=tuple(
            Level(said.CLAIMED.format(percent=f"{claimed:g}"), claimed) for claimed in _CLAIMED
        ),
        spots=tuple(
            Spot(
                said.YOURS.format(pattern=said.PATTERNS[pattern]),
                100 * sum_.simple_share,
                sum_.saving(pattern),
                mark,
            )
            for pattern, mark in zip(_PATTERNS, "@#", strict=True)
        ),
    )
