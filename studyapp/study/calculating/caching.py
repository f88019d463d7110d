"""Caching: from how many uses on a cached prompt prefix pays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.calculators import caching as sums
from studyapp.core.figures import CacheFactors
from studyapp.core.text import Text
from studyapp.study.calculating.amounts import counted, percent, short, short_percent
from studyapp.study.calculating.inputs import InputError
from studyapp.study.calculating.results import Grid, Result, Row
from studyapp.typeset.plots import Axis, Curve, CurvePlot, Level, Spot
from studyapp.words import caching as said
from studyapp.words import calculators as words

if TYPE_CHECKING:
    from studyapp.study.calculating.reading import Reading

_LISTED: Final = (1, 2, 3, 5, 10, 20, 50, 100)
_POINTS: Final = 41
_SHORTEST: Final = 20  # uses to the right end of the curve, at least
_BEYOND: Final = 1.5


class _Sum(NamedTuple):
    uses: float
    cached_share: float
    write_factor: float
    read_factor: float

    def saving(self, uses: float) -> float:
        """In percent of the cost of all input tokens."""
        return 100 * sums.saving_share(uses, self.write_factor, self.read_factor, self.cached_share)

    @property
    def least_uses(self) -> int | None:
        return sums.least_uses_that_pay(self.write_factor, self.read_factor)


def calculate(reading: Reading) -> Result:
    """Tell what caching a prefix saves for some uses, and the fewest uses that save anything."""
    sum_ = _summed(reading)
    return Result(
        calculator="caching",
        given=reading.given,
        says=_says(sum_),
        rows=_rows(sum_),
        formulas=_formulas(sum_),
        grid=_grid(sum_),
        plots=(_plot(sum_),),
        remarks=(*reading.remarks(), said.CONDITIONS),
        figures=reading.used,
    )


def _summed(reading: Reading) -> _Sum:
    cache = None
    if not (reading.is_stated("write") and reading.is_stated("read")):
        cache = reading.figure("cache", CacheFactors)
        if cache is not None and cache.write_factor is None and not reading.is_stated("write"):
            raise InputError(said.NO_WRITE_FACTOR.format(name=cache.name))
    return _Sum(
        reading.number("uses"),
        reading.number("share") / 100,
        reading.number_or("write", cache.write_factor if cache else None),
        reading.number_or("read", cache.read_factor if cache else None),
    )


def _says(sum_: _Sum) -> Text:
    saving = sum_.saving(sum_.uses)
    verdict = said.SAVES if saving >= 0 else said.COSTS
    least = sum_.least_uses
    return words.TWO_SENTENCES.format(
        one=verdict.format(uses=counted(sum_.uses, "uses"), saving=percent(abs(saving))),
        other=said.NEVER_PAYS if least is None else said.PAYS_FROM.format(least=f"{least:,}"),
    )


def _rows(sum_: _Sum) -> tuple[Row, ...]:
    saving, least = sum_.saving(sum_.uses), sum_.least_uses
    most = 100 * sum_.cached_share * (1 - sum_.read_factor)
    shown = words.NOT_EVER if least is None else Text.once(f"{least:,}")
    return (
        Row("saving", said.SAVING, percent(saving), saving, "%", said.OF_INPUT),
        Row("least-uses", said.LEAST, shown, None if least is None else float(least), "uses"),
        Row("most", said.MOST, percent(most), most, "%", said.MOST_NOTE),
    )


def _formulas(sum_: _Sum) -> tuple[Text, ...]:
    write, read = f"{sum_.write_factor:g}", f"{sum_.read_factor:g}"
    uses, share = f"{sum_.uses:,g}", f"{sum_.cached_share:g}"
    saving = percent(sum_.saving(sum_.uses))
    return (
        said.LETTERS.format(c=share, w=write, r=read, n=uses),
        said.SAVING_FORMULA.format(saving=saving),
        said.LEAST_FORMULA,
    )


def _grid(sum_: _Sum) -> Grid:
    rows = tuple((Text.once(f"{uses}"), percent(sum_.saving(uses))) for uses in _LISTED)
    return Grid(said.GRID, (said.USES, said.SAVING), rows)


def _plot(sum_: _Sum) -> CurvePlot:
    end = max(_SHORTEST, _BEYOND * sum_.uses)
    across = [1 + (end - 1) * step / (_POINTS - 1) for step in range(_POINTS)]
    return CurvePlot(
        across=Axis(said.USES, short),
        up=Axis(said.SAVING, short_percent),
        curves=(Curve(said.SAVING, tuple((uses, sum_.saving(uses)) for uses in across)),),
        levels=(Level(said.NOTHING_SAVED, 0.0),),
        spots=(Spot(said.YOURS, sum_.uses, sum_.saving(sum_.uses), "@"),),
    )
