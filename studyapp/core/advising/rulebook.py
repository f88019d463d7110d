"""A decision's rules as bit sets, so that trying thousands of situations takes milliseconds.

Each rule and each impossibility is one bit. By trait and by what is known of it, a mask tells
which of them may still hold; the rules that hold are the intersection over all traits.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.advising.scale import scale_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from studyapp.core.advising.advice import Effect
    from studyapp.core.advising.decision import Conditions, Decision, Option, Rule, Strength
    from studyapp.core.advising.facts import Fact


class Saying(NamedTuple):
    """What one rule does to one option."""

    bit: int
    rule: Rule
    effect: Effect
    strength: Strength | None = None
    part: str | None = None
    """The part of a combination that it speaks of, when it does not speak of the whole."""


class Concern(NamedTuple):
    """What speaks for and against one option in one concern: masks of rules."""

    rules: int
    """All of those that follow."""
    strong_for: int
    strong_against: int
    weak_for: int
    weak_against: int

    def level(self, held: int) -> int:
        """How far it speaks for the option, from -2 to 2."""
        plus = 2 if held & self.strong_for else bool(held & self.weak_for)
        minus = 2 if held & self.strong_against else bool(held & self.weak_against)
        return plus - minus


@dataclass(frozen=True, slots=True)
class Case:
    """Everything the rules say about one option."""

    option: Option
    sayings: tuple[Saying, ...]
    kills: int
    """The rules that rule it out, those against its parts included unless it lifts them."""
    warns: int
    """The warnings that make it uncertain; product changes that the exam lags behind do not."""
    touched: int
    """All rules that speak of it."""
    concerns: Mapping[str, Concern]


class Rulebook:
    """The compiled rules of one decision."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        self.traits = {trait.id: trait for trait in decision.traits}
        self._whens: tuple[Conditions, ...] = (
            *(rule.when for rule in decision.rules),
            *(each.when for each in decision.impossible),
        )
        self.all = (1 << len(self._whens)) - 1
        self.rules = (1 << len(decision.rules)) - 1
        self.impossible = self.all & ~self.rules
        self.scales = {name: scale_of(trait, self._whens) for name, trait in self.traits.items()}
        self._unasked: dict[frozenset[str], int] = {}
        """By the traits that are known, the rules that need none of the others."""
        self.cases = {option.id: self._case(option) for option in decision.options}

    def held(self, facts: Mapping[str, Fact]) -> int:
        """The rules and impossibilities that hold in a situation."""
        known = frozenset(facts)
        held = self._unasked.get(known)
        if held is None:
            unknown = (scale for name, scale in self.scales.items() if name not in known)
            held = reduce(and_, (scale.unmentioned for scale in unknown), self.all)
            self._unasked[known] = held
        for name, fact in facts.items():
            held &= self.scales[name].mask(fact)
        return held

    def _case(self, option: Option) -> Case:
        sayings = tuple(self._sayings(option))
        names = sorted({s.rule.concern for s in sayings if s.rule.concern and s.strength})
        return Case(
            option=option,
            sayings=sayings,
            kills=_union(s.bit for s in sayings if s.effect == "rules-out"),
            warns=_union(s.bit for s in sayings if s.effect == "warns" and not s.rule.exam_lag),
            touched=_union(s.bit for s in sayings),
            concerns={name: _concern(name, sayings) for name in names},
        )

    def _sayings(self, option: Option) -> Iterator[Saying]:
        for index, rule in enumerate(self.decision.rules):
            bit = 1 << index
            if option.id in rule.rules_out:
                yield Saying(bit, rule, "rules-out")
            if rule.id not in option.lifts:
                for part in option.parts:
                    if part in rule.rules_out:
                        yield Saying(bit, rule, "rules-out", None, part)
            if strength := (rule.favours or {}).get(option.id):
                yield Saying(bit, rule, "for", strength)
            if strength := (rule.against or {}).get(option.id):
                yield Saying(bit, rule, "against", strength)
            if option.id in rule.warns:
                yield Saying(bit, rule, "warns")


def _union(masks: Iterable[int]) -> int:
    return reduce(or_, masks, 0)


def _concern(name: str, sayings: Iterable[Saying]) -> Concern:
    own = [saying for saying in sayings if saying.rule.concern == name]
    return Concern(
        _union(s.bit for s in own),
        *(
            _union(s.bit for s in own if (s.effect, s.strength) == (effect, strength))
            for strength in ("strong", "weak")
            for effect in ("for", "against")
        ),
    )
