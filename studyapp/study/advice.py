"""A consultation: what a learner has said of one decision, step by step, and what follows."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.advising.advice import Verdict
from studyapp.core.advising.advisor import why_not
from studyapp.core.advising.contrast import clashing
from studyapp.core.advising.facts import read_fact, read_facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.advising.advice import Advice, Comparison, Flip, LayerAdvice, WhyNot
    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.decision import Scenario, Trait
    from studyapp.core.advising.facts import Fact, Facts

MOST_COMPARED = 3
"""Options that can be compared at once."""
_KEPT = 64
"""Situations of which what was found out is kept: past ones, and those a key away."""


class Findings:
    """What follows from some facts; each thing is found out when it is first asked for."""

    def __init__(self, advisor: Advisor, facts: Facts) -> None:
        self._advisor = advisor
        self._facts = facts
        self._singles: dict[str, tuple[Flip, ...]] | None = None
        self._pairs: dict[str, tuple[Flip, ...]] = {}
        self._questions: dict[str | None, str | None] = {}
        self._freeing: dict[str, tuple[Flip, ...]] = {}

    @cached_property
    def advice(self) -> Advice:
        """What is advised."""
        return self._advisor.advise(self._facts)

    def wins(self, option_id: str) -> bool:
        """Whether an option is the answer of its layer, or one that applies."""
        layer = self.advice.layer(self._advisor.options[option_id].layer)
        winners = [option.id for option in layer.winners]
        if self.advice.decision.choose == "one" and len(winners) > 1:
            return False
        return option_id in winners

    @property
    def has_sought_flips(self) -> bool:
        """Whether the single changes were looked through."""
        return self._singles is not None

    def seek_flips(self) -> None:
        """Look through the single changes, which takes longer than a frame should."""
        if self._singles is None:
            self._singles = self._advisor.all_flips(self._facts)

    def flips(self, option_id: str) -> tuple[Flip, ...]:
        """The single changes under which an option wins, or pairs; none before they are sought."""
        return (self._singles or {}).get(option_id) or self._pairs.get(option_id, ())

    def has_sought_pairs(self, option_id: str) -> bool:
        """Whether pairs of changes were looked through for an option."""
        return option_id in self._pairs

    def seek_pairs(self, option_id: str) -> None:
        """Look through the pairs of changes too, which takes noticeably longer."""
        self._pairs[option_id] = self._advisor.flips(self._facts, option_id)

    def why_not(self, option_id: str) -> WhyNot:
        """What rules an option out or stands better."""
        return why_not(self.advice, option_id)

    def freeing(self, layer: LayerAdvice) -> tuple[Flip, ...]:
        """The single changes that free something in a layer that has nothing left."""
        if layer.layer.id not in self._freeing:
            found = self._advisor.freeing(self._facts, layer.layer.id)
            # What clashes most is the likeliest to give way.
            order = {name: at for at, name in enumerate(clashing(layer))}
            ranked = sorted(found, key=lambda flip: order.get(flip.changes[0].trait, len(order)))
            self._freeing[layer.layer.id] = tuple(ranked)
        return self._freeing[layer.layer.id]

    def compare(self, options: Iterable[str]) -> tuple[Comparison, ...]:
        """What the rules say of some options, trait by trait."""
        return self._advisor.compare(self._facts, options)

    def seek_question(self, layer_id: str | None = None) -> None:
        """Find out which unknown trait would part the winners most, of one layer or of all."""
        if layer_id not in self._questions:
            found = self._advisor.next_question(self._facts, layer_id)
            self._questions[layer_id] = found

    def has_sought_question(self, layer_id: str | None = None) -> bool:
        """Whether it is known what to ask next, of one layer or of all."""
        return layer_id in self._questions

    def question(self, layer_id: str | None = None) -> str | None:
        """The trait worth asking next, if that was sought and there is one."""
        return self._questions.get(layer_id)


class _State(NamedTuple):
    facts: Facts
    scenario: Scenario | None = None
    """The one that was loaded last."""


class Consultation:
    """One learner's facts for one decision; every change can be taken back."""

    def __init__(self, advisor: Advisor, scenarios: tuple[Scenario, ...]) -> None:
        self.decision = advisor.decision
        self.scenarios = scenarios
        self.traits = {trait.id: trait for trait in advisor.decision.traits}
        self._advisor = advisor
        self._states = [_State({})]
        self._found: dict[frozenset[tuple[str, Fact]], Findings] = {}
        self.findings = self._follow({})

    @property
    def facts(self) -> Facts:
        """What is stated."""
        return self._states[-1].facts

    @property
    def facts_before(self) -> Facts:
        """What undoing leads back to."""
        return self._states[-2:][0].facts

    @property
    def advice(self) -> Advice:
        """What is advised now."""
        return self.findings.advice

    @property
    def scenario(self) -> Scenario | None:
        """The scenario that the facts began with."""
        return self._states[-1].scenario

    @property
    def is_as_written(self) -> bool:
        """Whether the facts are those of the loaded scenario, unchanged."""
        scenario = self.scenario
        return scenario is not None and self.facts == read_facts(self.decision, scenario.facts)

    def fact(self, trait_id: str) -> Fact | None:
        """What is known of a trait: stated, assumed or computed."""
        advice = self.advice
        for known in (advice.stated, advice.assumed, advice.derived):
            if trait_id in known:
                return known[trait_id]
        return None

    def choices(self, trait: Trait) -> tuple[Fact, ...]:
        """What can be said of a trait, a number that was typed included."""
        if trait.unit is None:
            return tuple(value.id for value in trait.values)
        numbers = {read_fact(trait, choice) for choice in trait.choices}
        if (stated := self.facts.get(trait.id)) is not None:
            numbers.add(stated)
        return tuple(sorted(numbers, key=float))

    def state(self, trait_id: str, fact: Fact | None) -> None:
        """Say what is so, or that it is unknown."""
        self._go(self.changed((trait_id, fact)), self.scenario)

    def step(self, trait_id: str, by: int) -> None:
        """Say the next thing that can be said of a trait; unknown comes before the first."""
        self.state(trait_id, self.next_fact(trait_id, by))

    def next_fact(self, trait_id: str, by: int) -> Fact | None:
        """The next thing that can be said of a trait."""
        said: list[Fact | None] = [None, *self.choices(self.traits[trait_id])]
        at = said.index(self.facts.get(trait_id))
        return said[(at + by) % len(said)]

    def apply(self, flip: Flip) -> None:
        """Make the changes that let an option win."""
        self._go(self.changed(*flip.changes), self.scenario)

    def changed(self, *changes: tuple[str, Fact | None]) -> Facts:
        """The facts with some put in place of others; None is unknown."""
        facts = {**self.facts, **dict(changes)}
        return {trait: fact for trait, fact in facts.items() if fact is not None}

    def imagined(self, facts: Facts) -> Consultation:
        """The same consultation with other facts; what it finds out is found out for this, too."""
        other = copy(self)
        other._states = [*self._states, _State(facts, self.scenario)]
        other.findings = self._follow(facts)
        return other

    def load(self, scenario: Scenario) -> None:
        """Start from the facts of a worked scenario."""
        self._go(read_facts(self.decision, scenario.facts), scenario)

    def reset(self) -> None:
        """Forget every fact."""
        self._go({}, None)

    def undo(self) -> bool:
        """Take the last change back; False when there is none."""
        if len(self._states) == 1:
            return False
        self._states.pop()
        self.findings = self._follow(self.facts)
        return True

    def rivals(self, option_id: str) -> tuple[str, ...]:
        """An option and the one of its layer to compare it with when no other is named."""
        layer = self.advice.layer(self._advisor.options[option_id].layer)
        others = (s.option.id for s in layer.standings if s.verdict is not Verdict.RULED_OUT)
        best = next((other for other in others if other != option_id), None)
        return (option_id,) if best is None else (option_id, best)

    def _go(self, facts: Facts, scenario: Scenario | None) -> None:
        if (facts, scenario) != self._states[-1]:
            self._states.append(_State(facts, scenario))
            self.findings = self._follow(facts)

    def _follow(self, facts: Facts) -> Findings:
        """What follows from facts, as far as it was found out before."""
        key = frozenset(facts.items())
        findings = self._found.pop(key, None) or Findings(self._advisor, facts)
        self._found[key] = findings
        if len(self._found) > _KEPT:
            del self._found[next(iter(self._found))]
        return findings
