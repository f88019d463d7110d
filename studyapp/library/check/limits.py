"""Whether the ranges and limits of a decision meet without gaps, overlaps or contradictions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.advising.decision import Bounds
from studyapp.core.advising.facts import read_edge
from studyapp.library.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.decision import Decision, Rule, Trait
    from studyapp.core.advising.rulebook import Rulebook
    from studyapp.core.quantity import Quantity
    from studyapp.library.walk import Place

_UPPER = {"at_most": True, "under": False}
_LOWER = {"at_least": True, "over": False}


def contradictory(place: Place, advisor: Advisor) -> Iterator[Finding]:
    """P0611 to P0614: scales with holes, ranges that miss or overlap, rules that never hold."""
    book = advisor.situations.book
    yield from _unoffered(place, book)
    yield from _seams(place, advisor.decision)
    yield from _dead(place, book)


def _unoffered(place: Place, book: Rulebook) -> Iterator[Finding]:
    """P0611: a range that rules tell apart and that no choice of the trait lies in."""
    for index, trait in enumerate(book.decision.traits):
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


def _dead(place: Place, book: Rulebook) -> Iterator[Finding]:
    """P0613, P0614: a rule that can never hold, and an option that no value of a trait allows."""
    decision = book.decision
    masks = {
        name: [scale.mask(fact) for fact in scale.choices()] for name, scale in book.scales.items()
    }
    alone = dict.fromkeys(masks, 0)  # by trait, the rules that ask for nothing else
    for index, rule in enumerate(decision.rules):
        for name in rule.when:
            if len(rule.when) == 1:
                alone[name] |= 1 << index
            if not any(mask >> index & 1 for mask in masks[name]):
                yield Finding(
                    code="P0613",
                    message=f"the rule `{rule.id}` can never hold",
                    place=place / "rules" / index / "when" / name,
                )
    for at, option in enumerate(decision.options):
        for name, met in masks.items():
            kills = book.cases[option.id].kills & alone[name]
            if kills and all(mask & kills for mask in met):
                yield Finding(
                    code="P0614",
                    message=f"every value of `{name}` rules out `{option.id}`",
                    place=place / "options" / at / "id",
                    label="its limits contradict each other",
                )
