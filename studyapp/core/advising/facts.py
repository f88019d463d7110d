"""Facts: what is known of a situation, trait by trait."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from math import isfinite
from typing import TYPE_CHECKING

from studyapp.core.errors import UsageError
from studyapp.core.fold import fold
from studyapp.core.quantity import Quantity, read_quantity, show_quantity
from studyapp.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.advising.decision import Decision, Trait

Fact = str | float
"""The id of a value, or a number in the trait's unit."""

Facts = Mapping[str, Fact]
"""By trait, what is stated; a trait that is missing is unknown."""


def read_facts(decision: Decision, written: Mapping[str, Quantity]) -> dict[str, Fact]:
    """Understand facts as a learner or an author writes them.

    Raises UsageError for an unknown trait or value, naming the nearest ones.
    """
    traits = {trait.id: trait for trait in decision.traits}
    facts = {}
    for name, said in written.items():
        if name not in traits:
            raise UsageError(f"`{decision.id}` has no trait `{name}`{_nearest(name, traits)}")
        facts[name] = read_fact(traits[name], said)
    return facts


def read_fact(trait: Trait, said: Quantity) -> Fact:
    """Understand what is said of one trait; raises UsageError naming what could be said."""
    if trait.unit is not None:
        number = read_edge(trait, said)
        if not (isfinite(number) and number > 0):
            raise UsageError(f"`{trait.id}` must be a number above 0")
        return number
    known = [value.id for value in trait.values]
    if said in known:
        return str(said)
    wanted = fold(str(said))
    named = [value.id for value in trait.values if wanted in map(fold, _names(value.name))]
    if len(named) == 1:
        return named[0]
    raise UsageError(
        f"`{trait.id}` cannot be `{said}`{_nearest(str(said), known)}; it is one of"
        f" {', '.join(known)}"
    )


def read_edge(trait: Trait, said: Quantity) -> float:
    """Understand the edge of a range: a number, or the place of a value in its order.

    Raises UsageError naming what could be said.
    """
    if trait.unit is None:
        return float([value.id for value in trait.values].index(str(read_fact(trait, said))))
    try:
        return read_quantity(said, trait.unit)
    except ValueError as error:
        raise UsageError(f"`{trait.id}`: {error}") from None


def show_fact(trait: Trait, fact: Fact) -> Text:
    """Name a fact as people say it."""
    if isinstance(fact, str):
        return next(value.name for value in trait.values if value.id == fact)
    return Text.once(show_quantity(fact, trait.unit or "x"))


def write_fact(trait: Trait, fact: Fact) -> str:
    """Write a fact so that `read_fact` understands it."""
    if isinstance(fact, str):
        return fact
    return show_quantity(fact, trait.unit or "x").replace(" ", "")


def _names(name: Text) -> tuple[str, str]:
    return name.en, name.vi


def _nearest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    return f"; did you mean {' or '.join(f'`{each}`' for each in near)}?" if near else ""
