"""What one trait does to the rules: a mask of them for each cell that they tell apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.advising.decision import Bounds
from studyapp.core.advising.facts import read_edge
from studyapp.core.quantity import Quantity, show_quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.core.advising.decision import Conditions, Trait
    from studyapp.core.advising.facts import Fact


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


def scale_of(trait: Trait, whens: Sequence[Conditions]) -> Scale:
    """What a trait does to rules with these conditions; bit N of a mask is the Nth of them."""
    conditions = [when.get(trait.id) for when in whens]
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
