"""Whether the ranges and limits of a decision meet without gaps, overlaps or contradictions."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from studyapp.core.advising.decision import Bounds, Decision
from studyapp.core.advising.facts import read_edge
from studyapp.core.advising.rulebook import Rulebook
from studyapp.library.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.advising.decision import Rule, Trait
    from studyapp.core.quantity import Quantity
    from studyapp.library.load import Loaded
    from studyapp.library.walk import Place

_UPPER = {"at_most": True, "under": False}
_LOWER = {"at_least": True, "over": False}


def contradictory(loaded: Loaded) -> Iterator[Finding]:
    """P0611 to P0614: scales with holes, ranges that miss or overlap, rules that never hold."""
    if loaded.pack is None:
        return
    kept = {decision.id for decision in loaded.pack.decisions}
    for item in (item for file in loaded.files for item in file.items):
        if isinstance(item.value, Decision) and item.value.id in kept:
            yield from _unoffered(item.place, item.value)
            yield from _seams(item.place, item.value)
            yield from _dead(item.place, item.value)


def _unoffered(place: Place, decision: Decision) -> Iterator[Finding]:
    """P0611: a range that rules tell apart and that no choice of the trait lies in."""
    book = Rulebook(decision)
    for index, trait in enumerate(decision.traits):
        for sample in book.scales[trait.id].unoffered():
            yield Finding(
                code="P0611",
                message=f"`{trait.id}` offers no choice in the range of {sample}",
                place=place / "traits" / index / "choices",
                severity="warning",
                label="rules tell this range apart from the others",
            )


def _seams(place: Place, decision: Decision) -> Iterator[Finding]:
    """P0612: two ranges of one concern that both hold at their border, or neither does."""
    for name in {name for rule in decision.rules for name in rule.when}:
        ranged = [
            (index, rule, bounds)
            for index, rule in enumerate(decision.rules)
            if len(rule.when) == 1 and isinstance(bounds := rule.when.get(name), Bounds)
        ]
        trait = next(trait for trait in decision.traits if trait.id == name)
        for index, upper, below in ranged:
            for _, lower, above in ranged:
                if _same_matter(upper, lower) and (seam := _seam(trait, below, above)):
                    yield Finding(
                        code="P0612",
                        message=f"`{upper.id}` and `{lower.id}` {seam}",
                        place=place / "rules" / index / "when" / name,
                    )


def _same_matter(one: Rule, other: Rule) -> bool:
    """Whether two rules weigh the same option in the same concern, in opposite directions."""
    if one is other or one.concern is None or one.concern != other.concern:
        return False
    return not set(one.favours or {}).isdisjoint(other.against or {}) or not set(
        one.against or {}
    ).isdisjoint(other.favours or {})


def _seam(trait: Trait, below: Bounds, above: Bounds) -> str | None:
    for up, up_holds in _UPPER.items():
        for low, low_holds in _LOWER.items():
            top, bottom = getattr(below, up), getattr(above, low)
            if top is None or bottom is None or read_edge(trait, top) != read_edge(trait, bottom):
                continue
            if up_holds and low_holds:
                return f"both hold at {_written(top)}"
            if not up_holds and not low_holds:
                return f"leave a gap at {_written(top)}"
    return None


def _written(edge: Quantity) -> str:
    return edge if isinstance(edge, str) else f"{edge:g}"


def _dead(place: Place, decision: Decision) -> Iterator[Finding]:
    """P0613, P0614: a rule that can never hold, and an option that no value of a trait allows."""
    book = Rulebook(decision)
    for index, rule in enumerate(decision.rules):
        for name in rule.when:
            scale = book.scales[name]
            if not any(scale.mask(fact) >> index & 1 for fact in scale.choices()):
                yield Finding(
                    code="P0613",
                    message=f"the rule `{rule.id}` can never hold",
                    place=place / "rules" / index / "when" / name,
                )
    for at, option in enumerate(decision.options):
        for name, scale in book.scales.items():
            single = reduce(
                or_,
                (1 << i for i, rule in enumerate(decision.rules) if set(rule.when) == {name}),
                0,
            )
            kills = book.cases[option.id].kills & single
            if kills and all(scale.mask(fact) & kills for fact in scale.choices()):
                yield Finding(
                    code="P0614",
                    message=f"every value of `{name}` rules out `{option.id}`",
                    place=place / "options" / at / "id",
                    label="its limits contradict each other",
                )
