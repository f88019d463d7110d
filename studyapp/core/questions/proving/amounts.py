"""Whether the figures of a question on arithmetic add up and stand where the learner reads them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from studyapp.core.errors import UsageError
from studyapp.core.questions.proving.flaws import Flaw, FlawKind
from studyapp.core.questions.proving.sums import SUMS, compute, read_figure
from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.quantity import Quantity
    from studyapp.core.questions.form import Case, ChoiceQuestion, Sum
    from studyapp.core.questions.proving.flaws import Path
    from studyapp.core.questions.proving.sums import Measure

_FIGURE: Final = re.compile(
    r"(?<![\w.])(\d+(?:,\d{3})*(?:\.\d+)?)(?:[\s-]?(?:(%)|([A-Za-zÀ-ỹ]+(?:/[A-Za-z]+)?)))?"
)
_WORDS: Final = {
    **dict.fromkeys(("thousand", "nghìn", "ngàn"), "K"),
    **dict.fromkeys(("million", "triệu"), "M"),
    **dict.fromkeys(("billion", "tỷ", "tỉ"), "B"),
}
_SPELLED_OUT: Final = frozenset({"s", "h"})
"""Units that a text may say in words, such as minutes and phút."""
_NUMBER: Final = re.compile(r"\d+(?:\.(\d+))?")
_CLOSE: Final = 1e-9


def miscounted(question: ChoiceQuestion, case: Case | None) -> Iterator[Flaw]:
    """Find sums that cannot be done, figures that are not told, and answers that are not theirs."""
    asked = question.computes
    if asked is None:
        for index, option in enumerate(question.options):
            if option.amount is not None:
                at = ("options", index, "amount")
                yield Flaw(FlawKind.SUM, at, f"`{option.id}` has an amount, but no sum")
        return
    try:
        result, measure = compute(asked)
    except UsageError as error:
        yield Flaw(FlawKind.SUM, ("computes",), str(error))
        return
    yield from _untold(question, case, asked)
    yield from _misanswered(question, result, measure)


def stands(said: Quantity, measure: Measure, words: str) -> bool:
    """Whether a text tells a figure, in this unit or another."""
    if measure == "precision":
        return str(said).casefold() in words.casefold()
    wanted = read_figure(said, measure)
    bare = float(_number(said)[0]) if measure in _SPELLED_OUT else wanted
    for number, sign, unit in _FIGURE.findall(words):
        digits = number.replace(",", "")
        spelled = sign or _WORDS.get(unit.casefold(), unit)
        try:
            found = read_figure(f"{digits} {spelled}".strip(), measure)
        except ValueError:  # a word that is no unit
            if float(digits) in (bare, wanted):
                return True
            continue
        if abs(float(found) - float(wanted)) <= _CLOSE * abs(float(wanted)):
            return True
    return False


def _untold(question: ChoiceQuestion, case: Case | None, asked: Sum) -> Iterator[Flaw]:
    told = (question.stem, question.asks, *((case.story,) if case else ()))
    for name, said in asked.of.items():
        measure = SUMS[asked.calculation].of[name]
        for lang in Lang:
            if not any(stands(said, measure, text[lang]) for text in told):
                message = f"`{name}: {said}` does not stand in the question ({lang.value})"
                yield Flaw(FlawKind.SUM, ("computes", "of", name), message)


def _misanswered(question: ChoiceQuestion, result: float, measure: Measure) -> Iterator[Flaw]:
    for index, option in enumerate(question.options):
        if option.amount is None:
            at: Path = ("options", index, "id")
            yield Flaw(FlawKind.SUM, at, f"`{option.id}` has no amount")
            continue
        at = ("options", index, "amount")
        try:
            meets = _meets(option.amount, result, measure)
        except ValueError as error:
            yield Flaw(FlawKind.SUM, at, str(error))
            continue
        if meets is not option.key:
            is_what = "is the key, but" if option.key else "is wrong, but"
            message = f"`{option.id}` {is_what} {_shown(result)} {measure} is computed"
            yield Flaw(FlawKind.SUM, at, message)
        for lang in Lang:
            if not stands(option.amount, measure, option.text[lang]):
                message = f"`{option.id}` does not say {option.amount}"
                yield Flaw(FlawKind.SUM, ("options", index, "text", lang.value), message)


def _meets(amount: Quantity, result: float, measure: Measure) -> bool:
    """Whether an amount is the result, rounded as the amount is written."""
    value = float(read_figure(amount, measure))
    number, decimals = _number(amount)
    unit = value / float(number) if float(number) else 1.0
    return abs(value - result) <= (0.5 * 10.0**-decimals + _CLOSE) * unit


def _number(said: Quantity) -> tuple[str, int]:
    """The digits of a figure, and how many of them stand after the point."""
    written = said if isinstance(said, str) else f"{said:.12g}"
    found = _NUMBER.search(written.replace(",", ""))
    if found is None:
        raise ValueError(f"`{said}` is no figure")
    return found[0], len(found[1] or "")


def _shown(result: float) -> str:
    return f"{result:.6g}" if result < 1e6 else f"{result:,.0f}"
