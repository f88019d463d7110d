"""What ``studyapp calc --json`` prints.

Without a name the document is ``{"calculators": [{id, name, answers, example}]}``; with a name
alone ``{calculator, name, answers, example, inputs: [{id, name, means, unit, default, choices:
[{written, name}]}]}``, where the default ``first`` is the first of the choices. A result is::

    {calculator, says,
     given: [{id, name, value, origin}],            origin: stated | default | figure | computed
     rows: [{id, label, value, number, unit, note}],
     formulas: [text], remarks: [text],
     table: {title, columns: [text], rows: [[text]]} | null,
     plots: [{kind: "curves", across, up, curves: [{name, points: [[x, y]]}],
              levels: [{name, up}], spots: [{name, across, up}]} |
             {kind: "stack", name, parts: [{name, amount}], limits: [{name, amount}]}],
     figures: [{id, name, as_of, newer}],
     sources: [{id, title, url, checked_at, via}]}

Every text is ``{"en": …, "vi": …}``; numbers are in the unit beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.cli.documents import Document, sources_listed
from studyapp.study.calculations import CALCULATORS, choices
from studyapp.typeset.plots import CurvePlot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.core.figures import FiguresFile
    from studyapp.core.pack import Source
    from studyapp.study.calculations import Calculator, Result
    from studyapp.typeset.plots import StackPlot


def index() -> Document:
    """Every calculator."""
    listed = [
        {"id": each.id, "name": each.name, "answers": each.answers, "example": each.example}
        for each in CALCULATORS.values()
    ]
    return {"calculators": listed}


def needs(chosen: Calculator, figures: FiguresFile) -> Document:
    """What a calculator takes."""
    return {
        "calculator": chosen.id,
        "name": chosen.name,
        "answers": chosen.answers,
        "example": chosen.example,
        "inputs": [
            {
                "id": each.id,
                "name": each.name,
                "means": each.means,
                "unit": each.unit,
                "default": each.default,
                "choices": [
                    {"written": choice.written, "name": choice.name}
                    for choice in choices(each, figures)
                ],
            }
            for each in chosen.inputs
        ],
    }


def document(result: Result, sources: Mapping[str, Source]) -> Document:
    """What follows from the inputs."""
    return {
        "calculator": result.calculator,
        "says": result.says,
        "given": [
            {
                "id": given.input.id,
                "name": given.input.name,
                "value": given.value,
                "origin": given.origin,
            }
            for given in result.given
        ],
        "rows": [row._asdict() for row in result.rows],
        "formulas": result.formulas,
        "remarks": result.remarks,
        "table": None if result.grid is None else result.grid._asdict(),
        "plots": [_plot(plot) for plot in result.plots],
        "figures": [
            {"id": each.id, "name": each.name, "as_of": each.as_of, "newer": each.newer}
            for each in result.figures
        ],
        "sources": sources_listed(sources),
    }


def _plot(plot: CurvePlot | StackPlot) -> Document:
    if isinstance(plot, CurvePlot):
        return {
            "kind": "curves",
            "across": plot.across.name,
            "up": plot.up.name,
            "curves": [curve._asdict() for curve in plot.curves],
            "levels": [level._asdict() for level in plot.levels],
            "spots": [{"name": s.name, "across": s.across, "up": s.up} for s in plot.spots],
        }
    return {
        "kind": "stack",
        "name": plot.name,
        "parts": [part._asdict() for part in plot.parts],
        "limits": [limit._asdict() for limit in plot.limits],
    }
