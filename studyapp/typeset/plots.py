"""What can be plotted, and what a plot shows in words for who cannot see it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.text import Lang, Text
from studyapp.words import plots as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Axis(NamedTuple):
    """What is measured along one side."""

    name: Text
    show: Callable[[float], str]
    """How a value is written, as short as can be."""


class Curve(NamedTuple):
    """A line through points, in ascending order of the horizontal axis."""

    name: Text
    points: tuple[tuple[float, float], ...]
    """At least two."""

    def at(self, across: float) -> float:
        """Its height, on straight lines between the points."""
        right = bisect_left(self.points, across, 1, len(self.points) - 1, key=lambda p: p[0])
        (start, low), (end, high) = self.points[right - 1], self.points[right]
        return low + (high - low) * (across - start) / (end - start)

    def reaches(self, up: float) -> float | None:
        """The least value of the horizontal axis at which it is as high; None when it never is."""
        for (start, low), (end, high) in zip(self.points, self.points[1:], strict=False):
            if low >= up:
                return start
            if high >= up:
                return start + (end - start) * (up - low) / (high - low)
        return None


class Level(NamedTuple):
    """A height worth reaching."""

    name: Text
    up: float


class Spot(NamedTuple):
    """A point that is marked, such as where curves cross."""

    name: Text
    across: float
    up: float
    mark: str = "X"


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePlot:
    """Curves over one horizontal axis, with heights and points that matter."""

    across: Axis
    up: Axis
    curves: tuple[Curve, ...]
    """One to three, of which not all points lie on one vertical."""
    levels: tuple[Level, ...] = ()
    spots: tuple[Spot, ...] = ()


class Amount(NamedTuple):
    """A part of a stack, or a limit it is held against."""

    name: Text
    amount: float
    """Not negative."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackPlot:
    """Parts that add up, held against limits on the same scale."""

    name: Text
    show: Callable[[float], str]
    parts: tuple[Amount, ...]
    """One to three, not all of them 0."""
    limits: tuple[Amount, ...] = ()

    @property
    def total(self) -> float:
        """All parts together."""
        return sum(part.amount for part in self.parts)


def curves_in_words(plot: CurvePlot) -> Text:
    """Say what a plot of curves shows."""
    return _sentences((*_courses(plot), *_levels_said(plot), *_spots_said(plot)))


def stack_in_words(plot: StackPlot) -> Text:
    """Say what the parts amount to, and for each limit whether it is enough."""
    parts = [words.PART.format(name=p.name, amount=plot.show(p.amount)) for p in plot.parts]
    listed = Text(*(" + ".join(part[lang] for part in parts) for lang in Lang))
    total = words.TOTAL.format(name=plot.name, parts=listed, total=plot.show(plot.total))
    return _sentences((total, *(_verdict(plot, limit) for limit in plot.limits)))


def _sentences(said: Iterable[Text]) -> Text:
    """Put sentences one after the other."""
    listed = list(said)
    return Text(*(" ".join(each[lang] for each in listed) for lang in Lang))


def _courses(plot: CurvePlot) -> Iterator[Text]:
    for curve in plot.curves:
        (start, low), (end, high) = curve.points[0], curve.points[-1]
        first, last = plot.up.show(low), plot.up.show(high)
        yield (words.STAYS if first == last else words.RUNS).format(
            name=curve.name,
            first=first,
            last=last,
            start=plot.across.show(start),
            end=plot.across.show(end),
        )


def _levels_said(plot: CurvePlot) -> Iterator[Text]:
    for level in plot.levels:
        for curve in plot.curves:
            across = curve.reaches(level.up)
            if across is None:
                yield words.MISSES.format(name=curve.name, level=level.name)
            else:
                at = plot.across.show(across)
                yield words.REACHES.format(name=curve.name, level=level.name, across=at)


def _spots_said(plot: CurvePlot) -> Iterator[Text]:
    for spot in plot.spots:
        up, across = plot.up.show(spot.up), plot.across.show(spot.across)
        yield words.SPOT_SAID.format(name=spot.name, up=up, across=across)


def _verdict(plot: StackPlot, limit: Amount) -> Text:
    spare = limit.amount - plot.total
    said = words.SPARE if spare >= 0 else words.SHORT
    return words.LIMIT_SAID.format(
        name=limit.name,
        amount=plot.show(limit.amount),
        verdict=said.format(amount=plot.show(abs(spare))),
    )
