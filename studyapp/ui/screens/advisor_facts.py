"""The facts of a consultation as rows: every trait, and the values of the one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.advising.facts import read_fact, show_fact
from studyapp.core.text import Text
from studyapp.typeset.advising import listed
from studyapp.ui.widgets.entries import Entry
from studyapp.words import advice as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.advising.decision import Trait
    from studyapp.core.advising.facts import Fact
    from studyapp.study.advice import Consultation

UNKNOWN: Final = "0"
"""The number, and the digit, of not knowing."""
OTHER: Final = "other"
"""Stands for a number that is to be typed."""


def fact_rows(talk: Consultation, opened: str | None, asked: str | None) -> Iterator[Entry]:
    """Every trait with what is known of it, that to ask next marked; its values where opened."""
    for trait in talk.decision.traits:
        yield _trait_row(talk, trait, is_asked=trait.id == asked)
        if trait.id == opened:
            yield from _values(talk, trait)


def trait_of_row(row: str | None) -> str | None:
    """The trait that a row is about."""
    return row.split(":")[1] if row else None


def fact_of_row(talk: Consultation, row: str) -> Fact | None:
    """What a row of a value says; None is unknown."""
    _, trait_id, number = row.split(":")
    if number == UNKNOWN:
        return None
    return talk.choices(talk.traits[trait_id])[int(number) - 1]


def examples(trait: Trait) -> Text:
    """Some numbers that can be said of a trait."""
    return listed(show_fact(trait, read_fact(trait, choice)) for choice in trait.choices[:3])


def _trait_row(talk: Consultation, trait: Trait, *, is_asked: bool) -> Entry:
    advice = talk.advice
    fact = talk.fact(trait.id)
    sign, tag = "●", None
    if fact is None:
        sign = "·"
    elif trait.id in advice.assumed:
        sign, tag = "○", words.ASSUMED
    elif trait.id in advice.derived:
        sign, tag = "=", words.DERIVED
    is_stated = trait.id in advice.stated
    return Entry(
        trait.name,
        f"trait:{trait.id}",
        sign="? " if is_asked else f"{sign} ",
        sign_role="notice.exam" if is_asked else "bullet" if is_stated else "muted",
        manner=None if is_stated else "muted",
        value=words.UNKNOWN_SIGN if fact is None else show_fact(trait, fact),
        value_role="strong" if is_stated else "muted",
        tag=tag,
    )


def _values(talk: Consultation, trait: Trait) -> Iterator[Entry]:
    """First unknown, then each value with what it means."""
    stated = talk.facts.get(trait.id)
    yield _value_row(trait, 0, words.UNKNOWN, _of_unknown(trait), is_so=stated is None)
    choices = talk.choices(trait)
    means = {value.id: value.means for value in trait.values}
    for number, fact in enumerate(choices, start=1):
        meaning = means[fact] if isinstance(fact, str) else None
        yield _value_row(trait, number, show_fact(trait, fact), meaning, is_so=fact == stated)
    if trait.unit is not None:
        at = len(choices) + 1
        yield Entry(words.OTHER, f"{OTHER}:{trait.id}", _digit(at), sign=_lead(at), depth=1)


def _value_row(trait: Trait, number: int, name: Text, means: Text | None, *, is_so: bool) -> Entry:
    return Entry(
        name,
        f"value:{trait.id}:{number}",
        _digit(number),
        means,
        sign=f"{_lead(number)}{'●' if is_so else '·'} ",
        depth=1,
        manner="strong" if is_so else None,
    )


def _of_unknown(trait: Trait) -> Text:
    if trait.assume is not None:
        return words.WOULD_BE_ASSUMED.format(fact=show_fact(trait, trait.assume))
    return words.WOULD_BE_COMPUTED if trait.derived is not None else words.STAYS_OPEN


def _digit(number: int) -> str:
    return str(number) if number <= 9 else ""


def _lead(number: int) -> str:
    return f"{_digit(number):>1} "
