"""Facts in words, and changes of them."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from studyapp.core.advising.facts import show_fact
from studyapp.words import advice as words

if TYPE_CHECKING:
    from studyapp.core.advising.advice import Flip
    from studyapp.core.advising.decision import Decision, Trait
    from studyapp.core.advising.facts import Fact, Facts
    from studyapp.core.text import Text


def flip_text(flip: Flip, stated: Facts, decision: Decision) -> Text:
    """The changes of a flip, and how sure the answer is after them."""
    said = reduce(
        lambda one, other: words.TOGETHER.format(one=one, other=other),
        (change_text(decision, c.trait, stated.get(c.trait), c.fact) for c in flip.changes),
    )
    return words.LAYER_LEVEL.format(headline=said, level=words.LEVELS[flip.level])


def change_text(decision: Decision, trait_id: str, old: Fact | None, new: Fact) -> Text:
    """A change of one fact."""
    trait = trait_of(decision, trait_id)
    if old is None:
        return words.ADDED.format(trait=trait.name, new=show_fact(trait, new))
    return words.CHANGED.format(
        trait=trait.name, new=show_fact(trait, new), old=show_fact(trait, old)
    )


def fact_text(trait: Trait, fact: Fact) -> Text:
    """A fact with the name of its trait."""
    return words.FACT.format(trait=trait.name, fact=show_fact(trait, fact))


def trait_of(decision: Decision, trait_id: str) -> Trait:
    """The trait with this id."""
    return next(trait for trait in decision.traits if trait.id == trait_id)
