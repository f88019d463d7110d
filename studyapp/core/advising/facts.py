"""Facts: what is known of a situation, trait by trait."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from math import isfinite
from typing import TYPE_CHECKING, Final

from studyapp.core.errors import UsageError
from studyapp.core.fold import fold
from studyapp.core.quantity import (
    Quantity,
    QuantityError,
    name_quantity,
    read_quantity,
    show_quantity,
)
from studyapp.core.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.advising.decision import Decision, Trait

Fact = str | float
"""The id of a value, or a number in the trait's unit."""

Facts = Mapping[str, Fact]
"""By trait, what is stated; a trait that is missing is unknown."""

_NO_TRAIT: Final = Text(
    "`{decision}` has no trait `{name}`{near}", "`{decision}` không có dữ kiện `{name}`{near}"
)
_NOT_POSITIVE: Final = Text(
    "`{trait}` must be a number above 0", "`{trait}` phải là một số lớn hơn 0"
)
_NO_VALUE: Final = Text(
    "`{trait}` cannot be `{said}`{near}; it is one of {known}",
    "`{trait}` không thể là `{said}`{near}; hãy chọn một trong {known}",
)
_NO_QUANTITY: Final = Text.once("`{trait}`: {why}")
_NEAR: Final = Text("; did you mean {names}?", "; có phải ý bạn là {names}?")
_OR: Final = Text(" or ", " hay ")


class FactError(UsageError):
    """What was said of a fact cannot be understood; says so in both languages."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.en)
        self.said = said


def read_facts(decision: Decision, written: Mapping[str, Quantity]) -> dict[str, Fact]:
    """Understand facts as a learner or an author writes them.

    Raises FactError for an unknown trait or value, naming the nearest ones.
    """
    traits = {trait.id: trait for trait in decision.traits}
    facts = {}
    for name, said in written.items():
        if name not in traits:
            near = _nearest(name, traits)
            raise FactError(_NO_TRAIT.format(decision=decision.id, name=name, near=near))
        facts[name] = read_fact(traits[name], said)
    return facts


def read_fact(trait: Trait, said: Quantity) -> Fact:
    """Understand what is said of one trait; raises FactError naming what could be said."""
    if trait.unit is not None:
        number = read_edge(trait, said)
        if not (isfinite(number) and number > 0):
            raise FactError(_NOT_POSITIVE.format(trait=trait.id))
        return number
    known = [value.id for value in trait.values]
    if said in known:
        return str(said)
    wanted = fold(str(said))
    named = [value.id for value in trait.values if wanted in map(fold, _names(value.name))]
    if len(named) == 1:
        return named[0]
    near = _nearest(str(said), known)
    raise FactError(_NO_VALUE.format(trait=trait.id, said=said, near=near, known=", ".join(known)))


def read_edge(trait: Trait, said: Quantity) -> float:
    """Understand the edge of a range: a number, or the place of a value in its order.

    Raises FactError naming what could be said.
    """
    if trait.unit is None:
        return float([value.id for value in trait.values].index(str(read_fact(trait, said))))
    try:
        return read_quantity(said, trait.unit)
    except QuantityError as refused:
        raise FactError(_NO_QUANTITY.format(trait=trait.id, why=refused.said)) from None


def show_fact(trait: Trait, fact: Fact) -> Text:
    """Name a fact as people say it."""
    if isinstance(fact, str):
        return next(value.name for value in trait.values if value.id == fact)
    return name_quantity(fact, trait.unit or "x")


def write_fact(trait: Trait, fact: Fact) -> str:
    """Write a fact so that `read_fact` understands it."""
    if isinstance(fact, str):
        return fact
    return show_quantity(fact, trait.unit or "x").replace(" ", "")


def _names(name: Text) -> tuple[str, str]:
    return name.en, name.vi


def _nearest(name: str, known: Iterable[str]) -> Text:
    near = [f"`{each}`" for each in get_close_matches(name, known, n=3, cutoff=0.5)]
    return (
        _NEAR.format(names=Text(*(_OR[lang].join(near) for lang in Lang)))
        if near
        else Text.once("")
    )
