"""What a calculator answers, as lines: words, plots, quantities, a table, and where it is from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp import words as common
from studyapp.typeset.curves import set_curves
from studyapp.typeset.ink import Inked, ink, join
from studyapp.typeset.plots import CurvePlot, curves_in_words, stack_in_words
from studyapp.typeset.references import checked
from studyapp.typeset.stacks import set_stack
from studyapp.typeset.tables import set_rows
from studyapp.typeset.wrap import Lines, hang, wrap
from studyapp.words import calculator_screen as screen_words
from studyapp.words import calculators as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from studyapp.core.figures import Figure
    from studyapp.core.pack import Source
    from studyapp.core.text import Lang
    from studyapp.study.calculating.results import Grid, Result, Row
    from studyapp.typeset.plots import StackPlot

_BLANK: Final = Inked("")
_WIDEST: Final = 92
_LOWEST, _HIGHEST = 6, 16
"""Rows of a plot of curves."""
_LISTED: Final = 3
"""Figures of a kind that are named; more are counted."""
_BESIDE: Final = 12
"""Lines of a screen that words and axes take beside a plot."""


def answer_lines(
    result: Result, sources: Mapping[str, Source], lang: Lang, width: int, height: int
) -> Lines:
    """Set an answer so that its words and its first plot fit into ``height`` lines."""
    width = min(width, _WIDEST)
    lines = wrap(ink(result.says[lang], "strong"), width)
    for plot in result.plots:
        lines += [_BLANK, *_plot(plot, lang, width, height - _BESIDE)]
    if result.remarks:
        lines.append(_BLANK)
    for remark in result.remarks:
        lines += hang(ink(remark[lang]), width, ink("! ", "notice.trap"))
    lines.append(_BLANK)
    for row in result.rows:
        lines += _quantity(row, lang, width)
    if result.grid is not None:
        lines += [_BLANK, *_table(result.grid, lang, width)]
    lines += [_BLANK, *wrap(ink(words.FORMULAS[lang], "heading"), width)]
    for formula in result.formulas:
        lines += hang(ink(formula[lang], "code"), width, ink("• ", "bullet"))
    return [*lines, *_origins(result, sources, lang, width)]


def _plot(plot: CurvePlot | StackPlot, lang: Lang, width: int, height: int) -> Lines:
    if isinstance(plot, CurvePlot):
        rows = max(_LOWEST, min(height, _HIGHEST))
        drawn, said = set_curves(plot, lang, width, rows), curves_in_words(plot)
    else:
        drawn, said = set_stack(plot, lang, width), stack_in_words(plot)
    told = screen_words.PLOT_SAYS.format(said=said)
    return [*drawn, _BLANK, *wrap(ink(told[lang], "muted"), width)]


def _quantity(row: Row, lang: Lang, width: int) -> Lines:
    said = join((ink(f"{row.label[lang]}: "), ink(row.value[lang], "strong")))
    lines = hang(said, width, _BLANK, ink("  "))
    if row.note is not None:
        lines += hang(ink(row.note[lang], "muted"), width, ink("  "))
    return lines


def _table(grid: Grid, lang: Lang, width: int) -> Lines:
    head = [ink(column[lang], "table.head") for column in grid.columns]
    rows = [
        [ink(cell[lang], None if at else "table.key") for at, cell in enumerate(row)]
        for row in grid.rows
    ]
    return [*wrap(ink(grid.title[lang], "caption"), width), *set_rows(head, rows, width)]


def _origins(result: Result, sources: Mapping[str, Source], lang: Lang, width: int) -> Lines:
    if not result.figures:
        return []
    lines = [_BLANK, *wrap(ink(words.FIGURES[lang], "heading"), width)]
    for figures in _alike(result.figures):
        lines += hang(_dated(figures, lang), width, ink("• ", "bullet"))
    lines += [_BLANK, *wrap(ink(common.SOURCES[lang], "heading"), width)]
    for id_ in result.sources:
        if (source := sources.get(id_)) is not None:
            said = f"{source.title[lang]} · {checked(source)[lang]}"
            lines += hang(ink(said, "source"), width, ink("• ", "bullet"))
    return lines


def _alike(figures: Iterable[Figure]) -> Iterator[Sequence[Figure]]:
    """Group figures that are better counted than listed: many of a kind and a date."""
    kinds: dict[tuple[type[Figure], date, bool], list[Figure]] = {}
    for figure in figures:
        kinds.setdefault((type(figure), figure.as_of, figure.newer), []).append(figure)
    for alike in kinds.values():
        if len(alike) > _LISTED:
            yield alike
        else:
            yield from ((each,) for each in alike)


def _dated(figures: Sequence[Figure], lang: Lang) -> Inked:
    first, day = figures[0], figures[0].as_of.isoformat()
    said = words.FIGURE.format(name=first.name, date=day)
    if len(figures) > 1:
        said = words.FIGURES_COUNTED.format(count=len(figures), date=day)
    tag = ink(f" · {common.NEWER[lang]}" if first.newer else "", "newer")
    return join((ink(said[lang]), tag))
