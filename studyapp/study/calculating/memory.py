"""Memory of a language model: weights, KV cache, and the instances that hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.calculators import memory
from studyapp.core.figures import Instance
from studyapp.core.text import Text
from studyapp.study.calculating.amounts import gib, percent, short, short_gib
from studyapp.study.calculating.memory_sum import summed
from studyapp.study.calculating.results import Grid, Result, Row
from studyapp.typeset.plots import Amount, StackPlot
from studyapp.words import calculators as words
from studyapp.words import memory as said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.study.calculating.memory_sum import Sum
    from studyapp.study.calculating.reading import Reading

_KIB: Final = 2.0**10
_GB: Final = 1e9
_VALUE_BYTES: Final = 2
_LIMITS_BELOW: Final = 2  # bars of instances that are too small, beside those that suffice
_LIMITS_FROM: Final = 3


def calculate(reading: Reading) -> Result:
    """Sum up weights and KV cache, and tell on which instances they fit."""
    sum_ = summed(reading)
    only = reading.figure("instance", Instance)
    instances = (only,) if only else reading.figures.instances
    reading.use(*instances)
    fits = memory.fit_each(sum_.need, instances, sum_.usable_share)
    return Result(
        calculator="memory",
        given=reading.given,
        says=_says(sum_, fits),
        rows=(*_rows(sum_), *(_instance_rows(sum_, *fits[0]) if only else ())),
        formulas=_formulas(sum_),
        grid=_grid(sum_, fits) if fits else None,
        plots=(_stack(sum_, fits),),
        remarks=reading.remarks(),
        figures=reading.used,
    )


def _says(sum_: Sum, fits: Sequence[tuple[Instance, memory.Fit]]) -> Text:
    total = said.TOTAL_SAID.format(
        weights=gib(sum_.weights_gib),
        cache=gib(sum_.kv_gib),
        total=gib(sum_.total_gib),
    )
    if not fits:
        return total
    if len(fits) == 1:
        ((instance, fit),) = fits
        verdict = said.ON_ONE.format(instance=instance.name, verdict=_verdict(sum_, instance, fit))
    else:
        holding = [(each, fit) for each, fit in fits if _holds(sum_, fit)]
        smallest = min(holding, key=lambda pair: pair[1].usable_gib, default=None)
        verdict = said.NOWHERE
        if smallest is not None:
            name = smallest[0].name
            verdict = said.ON_SOME.format(count=len(holding), all=len(fits), instance=name)
    return words.TWO_SENTENCES.format(one=total, other=verdict)


def _holds(sum_: Sum, fit: memory.Fit) -> bool:
    return fit.fits and fit.requests_in_flight >= sum_.requests


def _verdict(sum_: Sum, instance: Instance, fit: memory.Fit) -> Text:
    if not fit.fits:
        return said.TOO_SMALL.format(
            needed=f"{fit.accelerators_needed:,}", there=instance.accelerators
        )
    if not _holds(sum_, fit):
        return said.ROOM_FOR_SOME.format(
            there=f"{fit.requests_in_flight:,}", wanted=f"{sum_.requests:,.0f}"
        )
    if sum_.precision == "fp8" and instance.fp8 is False:
        return said.FITS_WITHOUT_FP8
    return said.FITS


def _rows(sum_: Sum) -> tuple[Row, ...]:
    need = sum_.need
    total = sum_.total_gib
    per_request = memory.kv_gib(need.kv_bytes_per_token, need.kept_tokens_per_request)
    gb = need.weights_bytes / _GB
    window = sum_.shape.window_tokens if sum_.shape else None
    return (
        Row(
            "weights",
            said.WEIGHTS,
            said.IN_BOTH.format(gb=f"{gb:,.4g} GB", gib=gib(sum_.weights_gib)),
            gb,
            "GB",
        ),
        Row(
            "kv-per-request",
            said.KV_PER_REQUEST,
            gib(per_request),
            per_request,
            "GiB",
            said.WINDOW.format(tokens=f"{window:,}") if window else None,
        ),
        Row("kv", said.KV_ALL, gib(sum_.kv_gib), sum_.kv_gib, "GiB"),
        Row("total", said.TOTAL, gib(total), total, "GiB"),
    )


def _instance_rows(sum_: Sum, instance: Instance, fit: memory.Fit) -> tuple[Row, ...]:
    of_one = memory.weights_percent_of_gpu(
        sum_.parameters, sum_.precision, instance.accelerator_gib, sum_.usable_share
    )
    of_all = 100 * fit.weights_gib / fit.usable_gib
    together = 100 * sum_.total_gib / fit.usable_gib
    return (
        Row("usable", said.USABLE_ALL, gib(fit.usable_gib), fit.usable_gib, "GiB"),
        Row("weights-of-one", said.WEIGHTS_OF_ONE, percent(of_one), of_one, "%"),
        Row("weights-of-all", said.WEIGHTS_OF_ALL, percent(of_all), of_all, "%"),
        Row("total-of-all", said.TOTAL_OF_ALL, percent(together), together, "%"),
        Row("kv-room", said.KV_ROOM, gib(fit.kv_room_gib), fit.kv_room_gib, "GiB"),
        Row(
            "requests",
            said.REQUESTS,
            Text.once(f"{fit.requests_in_flight:,}"),
            float(fit.requests_in_flight),
            "requests",
        ),
    )


def _formulas(sum_: Sum) -> tuple[Text, ...]:
    shape, need = sum_.shape, sum_.need
    kib = f"{need.kv_bytes_per_token / _KIB:,.4g}"
    found = [
        said.WEIGHTS_FORMULA.format(
            parameters=short(sum_.parameters),
            bytes=f"{memory.BYTES_PER_PARAMETER[sum_.precision]:g}",
            gb=f"{need.weights_bytes / _GB:,.4g}",
        )
    ]
    if shape is not None:
        found.append(
            said.KV_FORMULA.format(
                layers=shape.layers,
                heads=shape.kv_heads,
                dimension=shape.head_dim,
                bytes=_VALUE_BYTES,
                kib=kib,
            )
        )
    found.append(
        said.CACHE_FORMULA.format(
            kib=kib,
            tokens=f"{need.kept_tokens_per_request:,.0f}",
            requests=f"{sum_.requests:,.0f}",
            gib=gib(sum_.kv_gib),
        )
    )
    return (*found, said.USABLE_FORMULA.format(percent=percent(100 * sum_.usable_share)))


def _grid(sum_: Sum, fits: Sequence[tuple[Instance, memory.Fit]]) -> Grid:
    rows = tuple(
        (
            each.name,
            Text.once(f"{each.accelerators} × {each.accelerator}, {each.accelerator_gib:g} GiB"),
            Text.once(f"{fit.accelerators_needed:,}"),
            Text.once(f"{fit.requests_in_flight:,}" if fit.fits else "–"),
            _verdict(sum_, each, fit),
        )
        for each, fit in fits
    )
    return Grid(said.GRID, said.COLUMNS, rows)


def _stack(sum_: Sum, fits: Sequence[tuple[Instance, memory.Fit]]) -> StackPlot:
    total = sum_.total_gib
    sizes = {fit.usable_gib: each.name for each, fit in reversed(fits)}
    below = sorted(size for size in sizes if size < total)[-_LIMITS_BELOW:]
    enough = sorted(size for size in sizes if size >= total)[:_LIMITS_FROM]
    return StackPlot(
        name=said.TOTAL,
        show=short_gib,
        parts=(Amount(said.WEIGHTS, sum_.weights_gib), Amount(said.KV_CACHE, sum_.kv_gib)),
        limits=tuple(Amount(sizes[size], size) for size in (*below, *enough)),
    )
