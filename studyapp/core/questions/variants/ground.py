"""What fragments can tell of one decision: facts, the companies they suit, and answers."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.advising.advice import Level
from studyapp.core.advising.decision import Impossible
from studyapp.core.advising.facts import read_fact
from studyapp.core.advising.rulebook import Rulebook
from studyapp.core.questions.bias.telltale import names
from studyapp.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.facts import Fact, Facts
    from studyapp.core.advising.situations import Situation
    from studyapp.core.quantity import Quantity
    from studyapp.core.questions.variants.fragments import Amount, Company, Phrases, Wording


Answer = tuple[str, ...]
"""The options that an answer stands for, one in each layer that it speaks of."""


class Telling(NamedTuple):
    """How a fact is told."""

    phrases: Phrases
    amount: Amount | None

    @property
    def value(self) -> Quantity:
        """The fact as an author writes it."""
        written = self.amount.value if self.amount else self.phrases.value
        return "" if written is None else written


class Ground:
    """One decision, as far as its fragments can tell it."""

    def __init__(self, advisor: Advisor, wording: Wording, companies: Iterable[Company]) -> None:
        self.advisor = advisor
        self.wording = wording
        self.companies = tuple(companies)
        self.tellings = dict(_tellings(advisor, wording))
        self.told_at_once = {phrases.trait for phrases in wording.phrases if phrases.is_noun}
        """The traits that openings tell."""
        self.proposals = {proposal.option: proposal for proposal in wording.proposals}
        self._suited: dict[frozenset[str], tuple[Company, ...]] = {}
        self._names: dict[Answer, frozenset[str]] = {}
        self._winners: dict[tuple[str, int, object], tuple[str, ...]] = {}
        self._clear: dict[tuple[str, int, object], bool] = {}

    def values(self, trait: str) -> tuple[Fact, ...]:
        """What can be told of a trait."""
        return self._values.get(trait, ())

    def is_likely(self, situation: Situation) -> bool:
        """Whether a company can be in a situation, and its story makes sense."""
        if situation.held & self.advisor.situations.book.impossible:
            return False
        if self._oddities.held(situation.facts):
            return False
        return bool(self.suited(situation.stated))

    def names(self, answer: Answer) -> frozenset[str]:
        """The services and techniques that an answer names, whatever the way of saying it."""
        if answer not in self._names:
            said = (self.proposals[option].texts[0].en for option in answer)
            self._names[answer] = frozenset(name for text in said for name in names(text))
        return self._names[answer]

    def winners(self, layer: str, situation: Situation) -> tuple[str, ...]:
        """The best options of a layer, or those that apply."""
        at = self._all_that_matters(layer, situation)
        if at not in self._winners:
            self._winners[at] = self.advisor.situations.winners(layer, situation)
        return self._winners[at]

    def is_clear(self, layer: str, situation: Situation) -> bool:
        """Whether the best option of a layer is without a doubt the best."""
        at = self._all_that_matters(layer, situation)
        if at not in self._clear:
            level = self.advisor.situations.level(layer, situation)
            self._clear[at] = level is Level.CLEAR
        return self._clear[at]

    def _all_that_matters(self, layer: str, situation: Situation) -> tuple[str, int, object]:
        ranking = self.advisor.situations.ranking
        return layer, *ranking.key(layer, situation.held, situation.facts)

    def suited(self, facts: Facts) -> tuple[Company, ...]:
        """The companies of which some facts can be told."""
        needs = frozenset(self.wording.needs).union(*map(self._needs, facts.items()))
        if needs not in self._suited:
            self._suited[needs] = tuple(c for c in self.companies if needs.issubset(c.suits))
        return self._suited[needs]

    def _needs(self, fact: tuple[str, Fact]) -> tuple[str, ...]:
        return self.tellings[fact].phrases.needs if fact in self.tellings else ()

    @cached_property
    def _values(self) -> Mapping[str, tuple[Fact, ...]]:
        """By trait; of the qualifier's, what the closing sentences state."""
        found: dict[str, list[Fact]] = {}
        for trait, fact in self.tellings:
            found.setdefault(trait, []).append(fact)
        qualifier = self.advisor.decision.qualifier
        if qualifier is not None:
            asked = (closing.value for closing in self.wording.closings)
            found[qualifier.trait] = list(dict.fromkeys(value for value in asked if value))
        return {trait: tuple(facts) for trait, facts in found.items()}

    @cached_property
    def _oddities(self) -> Rulebook:
        because = Text.once("unlikely")
        odd = (Impossible(when=each.when, because=because) for each in self.wording.unlikely)
        return Rulebook(replace(self.advisor.decision, rules=(), impossible=tuple(odd)))


def _tellings(advisor: Advisor, wording: Wording) -> Iterator[tuple[tuple[str, Fact], Telling]]:
    for phrases in wording.phrases:
        trait = advisor.situations.book.traits[phrases.trait]
        if phrases.value is not None:
            yield (trait.id, read_fact(trait, phrases.value)), Telling(phrases, None)
        for amount in phrases.amounts:
            yield (trait.id, read_fact(trait, amount.value)), Telling(phrases, amount)
