"""The calculators, ready to show: from inputs as they are written to a bilingual result.

Everything a command or a screen needs: `CALCULATORS` names them with their inputs; `choices` lists
what an input offers, in the order in which to step through it; `calculate` takes what is written
by input id, such as ``{"model": "70B", "context": "8K"}``, and the pack's figures
(`Study.figures`), and returns a `Result` with the values counted with, words, rows, formulas, a
table and plots. What is not written is taken by default. `InputError`, a UsageError with its
words in both languages, tells what cannot be used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.text import Text
from studyapp.study.calculating import (
    break_even,
    break_even_inputs,
    caching,
    caching_inputs,
    memory,
    memory_inputs,
    quota,
    quota_inputs,
    routing,
    routing_inputs,
)
from studyapp.study.calculating.inputs import (
    Choice,
    Input,
    InputError,
    choices,
    nearest,
    short_id,
)
from studyapp.study.calculating.reading import Reading
from studyapp.study.calculating.results import Given, Grid, Result, Row
from studyapp.words import calculators as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from studyapp.core.figures import FiguresFile

__all__ = [
    "CALCULATORS",
    "Calculator",
    "Choice",
    "Given",
    "Grid",
    "Input",
    "InputError",
    "Result",
    "Row",
    "calculate",
    "calculator",
    "choices",
    "short_id",
]


class Calculator(NamedTuple):
    """One calculator."""

    id: str
    name: Text
    answers: Text
    """The question it answers."""
    inputs: tuple[Input, ...]
    """The ones that matter most first."""
    example: str
    """What one could write, such as ``model=70B context=8K``."""
    run: Callable[[Reading], Result]


def _calculator(
    id_: str, inputs: tuple[Input, ...], example: str, run: Callable[[Reading], Result]
) -> Calculator:
    return Calculator(id_, words.NAMES[id_], words.ANSWERS[id_], inputs, example, run)


CALCULATORS: Final = {
    each.id: each
    for each in (
        _calculator(
            "memory",
            memory_inputs.INPUTS,
            "model=70B precision=bf16 context=8K concurrency=8",
            memory.calculate,
        ),
        _calculator(
            "break-even",
            break_even_inputs.INPUTS,
            "requests=1M input-tokens=1500 output-tokens=500 hours=10 days=22",
            break_even.calculate,
        ),
        _calculator("routing", routing_inputs.INPUTS, "simple=70% ratio=5x", routing.calculate),
        _calculator(
            "quota",
            quota_inputs.INPUTS,
            "requests=100 input-tokens=2K output-tokens=500 max-tokens=1K",
            quota.calculate,
        ),
        _calculator("caching", caching_inputs.INPUTS, "uses=10 share=80%", caching.calculate),
    )
}
"""By id, in the order in which they are listed."""


def calculator(name: str) -> Calculator:
    """Find a calculator; raises InputError naming the nearest ones."""
    if name not in CALCULATORS:
        near, known = nearest(name, CALCULATORS), ", ".join(CALCULATORS)
        raise InputError(words.NO_CALCULATOR.format(name=name, nearest=near, known=known))
    return CALCULATORS[name]


def calculate(name: str, written: Mapping[str, str], figures: FiguresFile) -> Result:
    """Compute what follows from inputs as they are written; raises InputError."""
    asked = calculator(name)
    reading = Reading(asked.inputs, written, figures)
    try:
        return asked.run(reading)
    except (ValueError, OverflowError) as refused:
        raise InputError(words.CANNOT.format(why=str(refused))) from None
