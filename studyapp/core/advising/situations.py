"""Situations: what is known, what follows from it, and the situations one change away."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.advising.advice import Change
from studyapp.core.advising.derivation import derive
from studyapp.core.advising.ranking import Ranking
from studyapp.core.advising.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.core.advising.advice import Level
    from studyapp.core.advising.decision import Decision
    from studyapp.core.advising.facts import Fact, Facts
    from studyapp.core.advising.ranking import Ranked


class Situation(NamedTuple):
    """Facts, all that follows from them, and the rules that hold."""

    stated: Facts
    facts: Facts
    """What is stated, assumed and derived."""
    held: int


class Situations:
    """The situations of one decision."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        self.book = Rulebook(decision)
        self.ranking = Ranking(self.book)
        self.layers = tuple(layer.id for layer in decision.layers)
        self._choices = {
            name: scale.choices()
            for name, scale in self.book.scales.items()
            if scale.trait.derived is None
        }
        self._usual: dict[str, Fact] = {
            trait.id: trait.assume for trait in decision.traits if trait.assume is not None
        }
        self._derived = tuple(trait for trait in decision.traits if trait.derived is not None)
        self._inputs = {
            name for trait in self._derived if trait.derived for name in trait.derived.inputs
        }
        self._resettling = self._inputs | self._unassuming(set(self._usual))
        """The traits whose change may change others: computed ones, or what is assumed."""
        self.telling = {layer: self._telling(layer) for layer in self.layers}
        """By layer, the traits that can change its answer, in the working order."""
        self._forbidding = {name for each in decision.impossible for name in each.when}
        self.entangled = self._open(self._forbidding)
        """The traits that forbid each other some values, in the working order."""

    def of(self, stated: Facts) -> Situation:
        """Settle what is known."""
        return self._settle(stated, self.assumed(stated))

    def without(self, base: Situation, *assumed: str) -> Situation:
        """The same situation with nothing assumed for some traits."""
        others = self.assumed(base.stated)
        for name in assumed:
            del others[name]
        return self._settle(base.stated, others)

    def behind(self, base: Situation, trait: str) -> tuple[str, ...]:
        """The traits that a fact rests on: itself, and what it is computed from."""
        found = self.book.traits[trait]
        inputs = found.derived.inputs if found.derived and trait not in base.stated else ()
        return (trait, *inputs)

    def resting(self, base: Situation, trait: str) -> int:
        """The rules that ask for a trait, or for what is computed from it, as a mask."""
        scales = self.book.scales
        names = (name for name in scales if trait in self.behind(base, name))
        return reduce(or_, (self.book.all & ~scales[name].unmentioned for name in names))

    def assumed(self, stated: Facts) -> dict[str, Fact]:
        """What is assumed because it is not stated; nothing that cannot be with what is."""
        assumed = {name: fact for name, fact in self._usual.items() if name not in stated}
        known = {**assumed, **stated}
        forbidding = {name: known[name] for name in self._forbidding & known.keys()}
        held = self.book.held(forbidding)
        if not held & self.book.impossible:
            return assumed
        clashes = self._clashes(held)
        unfit = {name for index in clashes for name in self.decision.impossible[index].when}
        return {name: fact for name, fact in assumed.items() if name not in unfit}

    def clashes(self, situation: Situation) -> tuple[int, ...]:
        """Which of the decision's impossibilities its facts are, by index."""
        return self._clashes(situation.held)

    def ranked(self, layer: str, situation: Situation) -> Ranked:
        """How the options of a layer compare."""
        return self.ranking.ranked(layer, situation.held, situation.facts)

    def winners(self, layer: str, situation: Situation) -> tuple[str, ...]:
        """The best options of a layer, or those that apply."""
        return self.ranked(layer, situation).winners

    def level(self, layer: str, situation: Situation) -> Level:
        """How sure steps and warnings make a layer; doubts from assumptions are not counted."""
        return self.ranked(layer, situation).level

    def unknown(self, stated: Facts) -> tuple[str, ...]:
        """The traits one could still ask for, in the working order."""
        return tuple(name for name in self._choices if name not in stated)

    def neighbours(
        self,
        base: Situation,
        traits: Iterable[str],
        *,
        known: Facts | None = None,
        may_be_impossible: bool = False,
    ) -> Iterator[tuple[Change, Situation]]:
        """Every possible situation that differs from this one in one fact of these traits.

        Numbers that no rule tells apart, from what is known or from each other, count as one.
        What is known is what holds here, unless facts to differ from are given.
        """
        scales = self.book.scales
        others = self._held_without_one(base)
        for name in traits:
            now = (base.facts if known is None else known).get(name)
            resettles = name in self._resettling
            met = set() if now is None or isinstance(now, str) else {scales[name].mask(now)}
            for fact in self._choices[name]:
                if fact == now:
                    continue
                if not resettles and isinstance(fact, float):
                    if scales[name].mask(fact) in met:
                        continue
                    met.add(scales[name].mask(fact))
                stated = {**base.stated, name: fact}
                if resettles:
                    found = self.of(stated)
                else:
                    held = others[name] & scales[name].mask(fact)
                    found = Situation(stated, {**base.facts, name: fact}, held)
                if may_be_impossible or not found.held & self.book.impossible:
                    yield Change(name, fact), found

    def _clashes(self, held: int) -> tuple[int, ...]:
        first = len(self.decision.rules)
        bits = range(len(self.decision.impossible))
        return tuple(index for index in bits if held >> first + index & 1)

    def _settle(self, stated: Facts, assumed: Facts) -> Situation:
        facts = derive(self._derived, {**assumed, **stated})
        return Situation(stated, facts, self.book.held(facts))

    def _telling(self, layer: str) -> tuple[str, ...]:
        touched = self.ranking.touched[layer]
        traits = {
            name
            for index, rule in enumerate(self.decision.rules)
            if touched >> index & 1
            for name in rule.when
        }
        if self.decision.qualifier is not None:
            traits.add(self.decision.qualifier.trait)
        return self._open(traits | self._unassuming(traits))

    def _unassuming(self, traits: set[str]) -> set[str]:
        """The traits whose change may let go, or bring back, what is assumed of some traits."""
        assumed = traits & self._usual.keys()
        forbidding = (set(each.when) for each in self.decision.impossible)
        return {name for when in forbidding if not assumed.isdisjoint(when) for name in when}

    def _open(self, traits: set[str]) -> tuple[str, ...]:
        """Those of the traits that one can change, and what the others are computed from."""
        inputs = {
            name
            for trait in self._derived
            if trait.id in traits and trait.derived is not None
            for name in trait.derived.inputs
        }
        return tuple(name for name in self._choices if name in traits | inputs)

    def _held_without_one(self, base: Situation) -> dict[str, int]:
        """By trait, the rules that hold if nothing is known of it: all masks but its own."""
        names = list(self.book.scales)
        masks = [self.book.scales[name].mask(base.facts.get(name)) for name in names]
        after = [self.book.all] * (len(names) + 1)
        for index in reversed(range(len(names))):
            after[index] = after[index + 1] & masks[index]
        held, before = {}, self.book.all
        for index, name in enumerate(names):
            held[name] = before & after[index + 1]
            before &= masks[index]
        return held
