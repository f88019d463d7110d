"""Curves as lines of text, with axes and a legend.

No meaning rests on colour: curves differ in their glyphs, and only glyphs that any terminal font
has are used.
"""

from __future__ import annotations

import math
from itertools import chain
from typing import TYPE_CHECKING, Final

from studyapp.typeset.canvas import Canvas, Span
from studyapp.typeset.ink import Inked, ink, join
from studyapp.typeset.wrap import Lines, hang, wrap
from studyapp.words import plots as words

if TYPE_CHECKING:
    from studyapp.core.text import Lang
    from studyapp.typeset.plots import CurvePlot
    from studyapp.typeset.roles import Role

_GLYPHS: Final = "▀o+"
"""Of curves in their order; the first is drawn in half blocks."""
_ROLES: Final[tuple[Role, ...]] = ("diagram", "nuance", "notice.info")
_ROWS_PER_TICK: Final = 3
_CELLS_PER_TICK: Final = 10
_STEPS: Final = (1, 2, 2.5, 5, 10)
"""Round distances, by powers of ten."""
_ROUNDING: Final = 1e-9
"""How far off a round number a quotient may be and still be meant as it."""


def set_curves(plot: CurvePlot, lang: Lang, width: int, height: int) -> Lines:
    """Draw curves ``height`` rows high, with axes around and a legend below."""
    points = list(chain.from_iterable(curve.points for curve in plot.curves))
    across = Span(min(x for x, _ in points), max(x for x, _ in points))
    heights = [0.0, *(y for _, y in points), *(level.up for level in plot.levels)]
    up = Span(min(heights), max(heights))
    ticks = _ticks(up, max(2, height // _ROWS_PER_TICK))
    named = [*ticks, *(level.up for level in plot.levels)]  # of two in a row, the later is shown
    labels = [plot.up.show(up) for up in named]
    margin = max(map(len, labels)) + 1
    canvas = Canvas(max(8, width - margin - 1), height, across, Span(up.low, ticks[-1]))
    _draw(plot, canvas)
    beside = {canvas.row(tick): label for tick, label in zip(named, labels, strict=True)}
    lines = wrap(ink(plot.up.name[lang], "caption"), width)
    for row, drawn in enumerate(canvas.lines()):
        label = ink(f"{beside.get(row, ''):>{margin - 1}} ", "muted")
        lines.append(join((label, ink("┤" if row in beside else "│", "rule"), drawn)).bare())
    blanks = Inked(" " * margin)
    lines += [join((blanks, line)).bare() for line in _foot(plot, canvas, across)]
    lines += hang(ink(plot.across.name[lang], "caption"), width, Inked(" " * (margin + 1)))
    return [*lines, *_legend(plot, lang, width)]


def _draw(plot: CurvePlot, canvas: Canvas) -> None:
    lines = [level.up for level in plot.levels]
    if canvas.row(0.0) < canvas.rows - 1:
        lines.append(0.0)  # what lies below it is a loss
    for up in lines:
        canvas.level(up, "muted")
    # The first curve lies on top: half blocks hide little, and are hardly hidden by marks.
    styles = list(zip(plot.curves, _GLYPHS, _ROLES, strict=False))
    for curve, glyph, role in reversed(styles[1:]):
        canvas.marks(curve.at, glyph, role)
    canvas.curve(plot.curves[0].at, _ROLES[0])
    taken: set[tuple[int, int]] = set()
    for spot in plot.spots:
        column, row = canvas.column(spot.across), canvas.row(spot.up)
        canvas.drop(column, row, "muted")
        while (column, row) in taken:
            column = (column + 1) % canvas.columns  # beside a mark, not over it
        taken.add((column, row))
        canvas.put(column, row, spot.mark, "strong")


def _foot(plot: CurvePlot, canvas: Canvas, across: Span) -> Lines:
    """The horizontal axis and the values along it."""
    step = _step(across, max(2, canvas.columns // _CELLS_PER_TICK))
    first = math.ceil(across.low / step - _ROUNDING)
    values = [step * at for at in range(first, math.floor(across.high / step + _ROUNDING) + 1)]
    axis = ["─"] * canvas.columns
    labels = ""
    for value in values:
        column, label = canvas.column(value), plot.across.show(value)
        axis[column] = "┴"
        start = min(max(0, column + 1 - len(label) // 2), canvas.columns + 1 - len(label))
        if not labels or start > len(labels):
            labels = labels.ljust(start) + label
    return [ink("└" + "".join(axis), "rule"), ink(labels, "muted")]


def _legend(plot: CurvePlot, lang: Lang, width: int) -> Lines:
    lines: Lines = []
    for curve, glyph, role in zip(plot.curves, _GLYPHS, _ROLES, strict=False):
        lines += hang(ink(curve.name[lang]), width, ink(f"{glyph * 2} ", role))
    for level in plot.levels:
        lines += hang(ink(level.name[lang]), width, ink("·· ", "muted"))
    for spot in plot.spots:
        up, across = plot.up.show(spot.up), plot.across.show(spot.across)
        said = words.SPOT.format(name=spot.name, up=up, across=across)
        lines += hang(ink(said[lang]), width, ink(f"{spot.mark}  ", "strong"))
    return lines


def _step(span: Span, most: int) -> float:
    """A round distance at which no more than ``most`` values lie in a span."""
    least = (span.high - span.low) / most
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * step for step in _STEPS if power * step >= least * (1 - _ROUNDING))


def _ticks(span: Span, most: int) -> list[float]:
    """Round values about as many as asked for, from within the span to its end or just beyond."""
    if span.high <= span.low:
        return [span.low, span.low + 1]
    step = _step(span, most)
    first = math.ceil(span.low / step - _ROUNDING)
    return [step * at for at in range(first, math.ceil(span.high / step - _ROUNDING) + 1)]
