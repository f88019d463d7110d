"""What a calculator can be given, and how a learner writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.errors import UsageError
from studyapp.core.figures import (
    Burndown,
    CacheFactors,
    Figure,
    FiguresFile,
    Instance,
    ModelPrice,
    ModelShape,
    ProvisionedPrice,
)
from studyapp.core.fold import fold
from studyapp.core.quantity import UNITS, name_quantity, read_quantity
from studyapp.core.text import Lang, Text
from studyapp.study.calculating.amounts import counted
from studyapp.words import calculators as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FIRST: Final = "first"
"""The default of an input that starts from the first figure of the pack."""

_FIELDS: Final[dict[type[Figure], str]] = {
    ModelShape: "models",
    Instance: "instances",
    ModelPrice: "model_prices",
    ProvisionedPrice: "provisioned_prices",
    CacheFactors: "cache_factors",
    Burndown: "burndowns",
}
_GROUPED: Final = re.compile(r"\s*[1-9]\d{0,2}(,\d{3})+\b.*")
_PLAIN: Final = re.compile(r"\s*\$?\s*(\d+(?:[.,]\d+)?)\s*(\S*)\s*")
_MOST: Final = 1e15
_OFFERED: Final = 3

Meaning = float | str | Figure
"""A number in the input's unit, the id of a value, or a figure."""


class InputError(UsageError):
    """What was written for an input cannot be used; says so in both languages."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.en)
        self.said = said


class Choice(NamedTuple):
    """Something that can be written for an input."""

    written: str
    name: Text
    figure: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One thing a calculator asks for: a number, one of some values, or a figure of the pack."""

    id: str
    name: Text
    means: Text
    unit: str | None = None
    """Of a number: one of `core.quantity.UNITS`, or a unit that is never converted."""
    low: float = 0.0
    high: float = _MOST
    whole: bool = False
    offers: tuple[str, ...] = ()
    """Numbers worth trying, from least to most, as they are written."""
    values: tuple[Choice, ...] = ()
    kind: type[Figure] | None = None
    """The figures to choose from."""
    default: str | None = None
    """What is taken when nothing is stated, as it is written; `FIRST` is the first figure.

    None when it then follows from other inputs, or is not counted.
    """


def choices(asked: Input, figures: FiguresFile) -> tuple[Choice, ...]:
    """What an input offers, in the order in which to step through it."""
    offered = (
        Choice(written, show(asked, read(asked, written, figures))) for written in asked.offers
    )
    listed = figures_of(asked, figures)
    named = (Choice(short_id(figure, listed), figure.name, figure) for figure in listed)
    return (*asked.values, *offered, *named)


def figures_of(asked: Input, figures: FiguresFile) -> tuple[Figure, ...]:
    """The figures an input can be given; none when it takes no figure."""
    found: tuple[Figure, ...] = getattr(figures, _FIELDS[asked.kind]) if asked.kind else ()
    return found


def short_id(figure: Figure, among: Iterable[Figure]) -> str:
    """The id of a figure without its first words, where that still means only this one."""
    short = figure.id.removeprefix("fig-").partition("-")[2]
    return short if short and _ending(short, among) == [figure] else figure.id


def read(asked: Input, written: str, figures: FiguresFile) -> Meaning:
    """Understand what is written for an input; raises InputError naming what could be."""
    if not written.strip():
        raise InputError(words.EMPTY.format(id=asked.id))
    if asked.values:
        return _value(asked, written)
    if asked.unit is not None and (asked.kind is None or _looks_like_number(written)):
        return _number(asked, written)
    return _figure(asked, written, figures)


def show(asked: Input, meaning: Meaning) -> Text:
    """Name what an input was given as people say it."""
    if isinstance(meaning, Figure):
        return meaning.name
    if isinstance(meaning, str):
        return next(value.name for value in asked.values if value.written == meaning)
    unit = asked.unit or ""
    if unit in words.UNITS:
        return counted(meaning, unit)
    if unit in UNITS:
        return name_quantity(meaning, unit)  # type: ignore[arg-type]
    return Text.once(f"{meaning:,.10g} {unit}")


def nearest(name: str, known: Iterable[str]) -> Text:
    """Offer what holds a name that is not known, or is spelled like it; else say nothing."""
    names = list(known)
    holding = [each for each in names if name and name in each]
    return _offer([*holding, *get_close_matches(name, names, n=_OFFERED, cutoff=0.4)])


def _offer(names: Sequence[str]) -> Text:
    if not names:
        return Text("", "")
    return words.NEAREST.format(
        names=", ".join(f"`{each}`" for each in [*dict.fromkeys(names)][:_OFFERED])
    )


def _value(asked: Input, written: str) -> str:
    wanted = fold(written.strip())
    for value in asked.values:
        if wanted in {value.written, *(fold(value.name[lang]) for lang in Lang)}:
            return value.written
    known = ", ".join(value.written for value in asked.values)
    raise InputError(words.NO_VALUE.format(id=asked.id, written=written, known=known))


def _figure(asked: Input, written: str, figures: FiguresFile) -> Figure:
    listed = figures_of(asked, figures)
    wanted = fold(written.strip())
    named = [each for each in listed if wanted in {fold(each.name[lang]) for lang in Lang}]
    found = named or _ending(wanted.replace(" ", "-"), listed)
    if len(found) == 1:
        return found[0]
    if not listed:
        raise InputError(words.NO_FIGURES.format(id=asked.id))
    known = [short_id(each, listed) for each in found or listed]
    offered = _offer(known) if found else nearest(wanted.replace(" ", "-"), known)
    raise InputError(words.NO_FIGURE.format(id=asked.id, written=written, nearest=offered))


def _ending(wanted: str, among: Iterable[Figure]) -> list[Figure]:
    return [each for each in among if each.id == wanted or each.id.endswith(f"-{wanted}")]


def _looks_like_number(written: str) -> bool:
    return re.match(r"\s*\$?\s*-?[\d.,]", written) is not None


def _number(asked: Input, written: str) -> float:
    example = (asked.offers or (asked.default or "10",))[0]
    if _GROUPED.fullmatch(written):
        raise InputError(words.TWO_READINGS.format(id=asked.id, written=written))
    try:
        number = _measured(written, asked.unit or "")
    except (ValueError, OverflowError):
        said = words.NO_NUMBER.format(id=asked.id, written=written, example=example)
        raise InputError(said) from None
    if not asked.low <= number <= asked.high:
        low, high = show(asked, asked.low), show(asked, asked.high)
        raise InputError(words.OUT_OF_RANGE.format(id=asked.id, low=low, high=high))
    if asked.whole and number != int(number):
        raise InputError(words.NOT_WHOLE.format(id=asked.id))
    return number


def _measured(written: str, unit: str) -> float:
    if unit in UNITS:
        return read_quantity(written, unit)  # type: ignore[arg-type]
    matched = _PLAIN.fullmatch(written)
    currency, _, _ = unit.partition("/")
    if matched is None or matched[2].casefold() not in {"", unit.casefold(), currency.casefold()}:
        raise ValueError(written)
    return float(matched[1].replace(",", "."))
