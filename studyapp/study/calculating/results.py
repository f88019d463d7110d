"""What a calculator answers: words, rows, a table and plots, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from studyapp.core.figures import Figure
    from studyapp.core.text import Text
    from studyapp.study.calculating.inputs import Input
    from studyapp.typeset.plots import CurvePlot, StackPlot

Origin = Literal["stated", "default", "figure", "computed"]
"""Where a value comes from: the learner, the program, the pack's figures, or other inputs."""


class Given(NamedTuple):
    """One input as it was counted with."""

    input: Input
    value: Text
    origin: Origin


class Row(NamedTuple):
    """One quantity that was computed."""

    id: str
    label: Text
    value: Text
    number: float | None = None
    """In `unit`; None when it is no number."""
    unit: str = ""
    note: Text | None = None
    """What it means or rests on."""


class Grid(NamedTuple):
    """A table."""

    title: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    """The first cell names the row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Everything that follows from what a calculator was given."""

    calculator: str
    given: tuple[Given, ...]
    """In the order of the calculator's inputs; what was not counted with is left out."""
    says: Text
    """The answer in one or two sentences."""
    rows: tuple[Row, ...]
    formulas: tuple[Text, ...]
    grid: Grid | None = None
    plots: tuple[CurvePlot | StackPlot, ...] = ()
    remarks: tuple[Text, ...] = ()
    """What limits the answer: examples that are no quote, retired models, remarks of figures."""
    figures: tuple[Figure, ...] = ()
    """The figures counted with, each once."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources of all figures, each once."""
        return tuple(dict.fromkeys(id_ for figure in self.figures for id_ in figure.sources))
