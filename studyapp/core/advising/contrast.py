"""Contrasts: why an option is not the answer, what would make it so, and how options differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.advising.advice import Comparison, Flip, Level, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.core.advising.advice import LayerAdvice
    from studyapp.core.advising.decision import Option
    from studyapp.core.advising.situations import Situation, Situations


def single_flips(situations: Situations, base: Situation) -> dict[str, tuple[Flip, ...]]:
    """By option, every single change of facts under which it wins; those that win now are absent.

    An option wins when it alone is the best of its layer, or, where several may apply, when it
    does. Clear wins come first, then changes in the working order of the traits.
    """
    found: dict[str, list[Flip]] = {}
    winning = {layer: won(situations, layer, base) for layer in situations.layers}
    for change, near in situations.neighbours(base, situations.unknown({})):
        for layer, winners in winning.items():
            if change.trait not in situations.telling[layer]:
                continue
            new = [name for name in won(situations, layer, near) if name not in winners]
            level = situations.level(layer, near) if new else Level.SILENT
            for name in new:
                found.setdefault(name, []).append(Flip((change,), level))
    return {name: tuple(sorted(flips, key=_Order(situations))) for name, flips in found.items()}


def double_flips(situations: Situations, base: Situation, option: Option) -> tuple[Flip, ...]:
    """Every pair of changes under which an option wins; meant where no single change does."""
    case, layer = situations.book.cases[option.id], option.layer
    wanted = {*situations.telling[layer], *situations.entangled}
    traits = tuple(name for name in situations.unknown({}) if name in wanted)
    known: dict[tuple[int, object], bool] = {}
    found = []
    for index, first in enumerate(traits):
        for change, near in situations.neighbours(base, (first,), may_be_impossible=True):
            for other, far in situations.neighbours(near, traits[index + 1 :], known=base.facts):
                if far.held & case.kills:
                    continue
                key = situations.ranking.key(layer, far.held, far.facts)
                if key not in known:
                    known[key] = situations.ranking.wins(case, far.held, far.facts)
                if known[key]:
                    found.append(Flip((change, other), situations.level(layer, far)))
    return tuple(sorted(found, key=_Order(situations)))


def won(situations: Situations, layer: str, situation: Situation) -> tuple[str, ...]:
    """The options of a layer that win: the sole best one, or each that applies."""
    winners = situations.winners(layer, situation)
    is_settled = situations.decision.choose == "several" or len(winners) == 1
    return winners if is_settled else ()


def compare(
    situations: Situations, situation: Situation, options: Iterable[str]
) -> tuple[Comparison, ...]:
    """What the rules say of some options, trait by trait, whether they hold now or not."""
    cases = [situations.book.cases[name] for name in options]
    rows = []
    for trait in situations.decision.traits:
        mentions = tuple(
            tuple(
                Mention(s.rule, s.effect, s.strength, holds=bool(situation.held & s.bit))
                for s in case.sayings
                if trait.id in s.rule.when
            )
            for case in cases
        )
        if any(mentions):
            rows.append(Comparison(trait.id, mentions))
    return tuple(rows)


def clashing(advice: LayerAdvice) -> tuple[str, ...]:
    """The traits whose limits together leave no option of a layer, by how many they rule out."""
    counts: dict[str, int] = {}
    for standing in advice.standings:
        for name in {n for r in standing.reasons if r.effect == "rules-out" for n in r.rule.when}:
            counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def freeing(situations: Situations, base: Situation, layer: str) -> Iterator[Flip]:
    """The single changes after which an option of a layer is left that now has none."""
    for change, near in situations.neighbours(base, situations.telling[layer]):
        level = situations.level(layer, near)
        if level is not Level.NONE:
            yield Flip((change,), level)


class _Order:
    """The surest flips first, then in the working order of the traits."""

    def __init__(self, situations: Situations) -> None:
        self._places = {trait.id: at for at, trait in enumerate(situations.decision.traits)}

    def __call__(self, flip: Flip) -> tuple[bool, list[int]]:
        places = [self._places[change.trait] for change in flip.changes]
        return flip.level is not Level.CLEAR, places
