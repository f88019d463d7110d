"""A decision's rules as bit sets, so that trying thousands of situations takes milliseconds.

Each rule and each impossibility is one bit. By trait and by what is known of it, a mask tells
which of them may still hold; the rules that hold are the intersection over all traits.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.decision import Bounds
from studyapp.core.facts import read_edge
from studyapp.core.quantity import Quantity, show_quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studyapp.core.advice import Effect
    from studyapp.core.decision import Conditions, Decision, Option, Rule, Strength, Trait
    from studyapp.core.facts import Fact


@dataclass(frozen=True, slots=True)
class Scale:
    """What one trait does to the rules: a mask for each cell that they tell apart.

    A cell is a value, or for a number a threshold or the open range between two of them.
    """

    trait: Trait
    unmentioned: int
    """The rules that hold whatever is known of this trait."""
    thresholds: tuple[float, ...]
    masks: tuple[int, ...]
    cells: dict[str, int]

    def mask(self, fact: Fact | None) -> int:
        """The rules that this fact lets hold, or not knowing any."""
        return self.unmentioned if fact is None else self.masks[self.cell(fact)]

    def cell(self, fact: Fact) -> int:
        """Which cell a fact lies in."""
        if isinstance(fact, str):
            return self.cells[fact]
        left, right = bisect_left(self.thresholds, fact), bisect_right(self.thresholds, fact)
        return left + right

    def choices(self) -> tuple[Fact, ...]:
        """Every fact worth trying: the values, or the numbers offered and one for each cell."""
        if self.trait.unit is None:
            return tuple(self.cells)
        offered = [read_edge(self.trait, choice) for choice in self.trait.choices]
        met = {self.masks[self.cell(fact)] for fact in offered}
        others: list[Fact] = []
        for cell, mask in enumerate(self.masks):
            if mask not in met:
                met.add(mask)
                others.append(_inside(self.thresholds, cell))
        return tuple(dict.fromkeys((*offered, *others)))

    def unoffered(self) -> tuple[str, ...]:
        """The ranges that the rules tell apart and no choice lies in, in words."""
        if self.trait.unit is None:
            return ()
        met = {self.masks[self.cell(read_edge(self.trait, c))] for c in self.trait.choices}
        found = []
        for cell, mask in enumerate(self.masks):
            if mask not in met:
                met.add(mask)
                found.append(show_quantity(_inside(self.thresholds, cell), self.trait.unit))
        return tuple(found)


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

    name: str
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
    concerns: tuple[Concern, ...]


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
        self.scales = {name: self._scale(trait) for name, trait in self.traits.items()}
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

    def _scale(self, trait: Trait) -> Scale:
        conditions = [when.get(trait.id) for when in self._whens]
        unmentioned = _mask([condition is None for condition in conditions])
        if trait.unit is None:
            places = {value.id: index for index, value in enumerate(trait.values)}
            tried = [_Tried(trait, value.id, float(i)) for i, value in enumerate(trait.values)]
            thresholds: tuple[float, ...] = ()
        else:
            places = {}
            bounds = [each for each in conditions if isinstance(each, Bounds)]
            edges = (edge for each in bounds for edge in edges_of(each) if edge is not None)
            thresholds = tuple(sorted({read_edge(trait, edge) for edge in edges}))
            cells = range(2 * len(thresholds) + 1)
            tried = [_Tried(trait, None, _inside(thresholds, cell)) for cell in cells]
        masks = (_mask([one.meets(c) for c in conditions]) for one in tried)
        return Scale(trait, unmentioned, thresholds, tuple(masks), places)

    def _case(self, option: Option) -> Case:
        sayings = tuple(self._sayings(option))
        names = sorted({s.rule.concern for s in sayings if s.rule.concern and s.strength})
        return Case(
            option=option,
            sayings=sayings,
            kills=_union(s.bit for s in sayings if s.effect == "rules-out"),
            warns=_union(s.bit for s in sayings if s.effect == "warns" and not s.rule.exam_lag),
            touched=_union(s.bit for s in sayings),
            concerns=tuple(_concern(name, sayings) for name in names),
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


def edges_of(bounds: Bounds) -> tuple[Quantity | None, ...]:
    """The four edges a range may have."""
    return bounds.at_least, bounds.over, bounds.at_most, bounds.under


class _Tried(NamedTuple):
    """A value, or a number, whose conditions are tried once, when the rules are compiled."""

    trait: Trait
    value: str | None
    number: float
    """Of a value: its place in the order."""

    def meets(self, condition: Sequence[str] | Bounds | None) -> bool:
        if condition is None:
            return True
        if not isinstance(condition, Bounds):
            return self.value in condition
        low, over, high, under = (
            None if edge is None else read_edge(self.trait, edge) for edge in edges_of(condition)
        )
        return not (
            (low is not None and self.number < low)
            or (over is not None and self.number <= over)
            or (high is not None and self.number > high)
            or (under is not None and self.number >= under)
        )


def _inside(thresholds: Sequence[float], cell: int) -> float:
    """A number in a cell: a threshold itself, or one between two."""
    index, is_threshold = divmod(cell, 2)
    if is_threshold:
        return thresholds[index]
    if not thresholds:
        return 1.0
    if index == 0:
        return thresholds[0] / 2 if thresholds[0] > 0 else thresholds[0] - 1
    if index == len(thresholds):
        return thresholds[-1] * 2 if thresholds[-1] > 0 else thresholds[-1] + 1
    return (thresholds[index - 1] + thresholds[index]) / 2


def _mask(bits: Sequence[bool]) -> int:
    return sum(1 << index for index, bit in enumerate(bits) if bit)


def _union(masks: Iterable[int]) -> int:
    return reduce(or_, masks, 0)


def _concern(name: str, sayings: Iterable[Saying]) -> Concern:
    own = [saying for saying in sayings if saying.rule.concern == name]
    return Concern(
        name,
        *(
            _union(s.bit for s in own if (s.effect, s.strength) == (effect, strength))
            for strength in ("strong", "weak")
            for effect in ("for", "against")
        ),
    )
