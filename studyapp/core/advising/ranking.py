"""How options compare: in steps, and never by a sum of weights.

A sum would let three words for the same thing outvote a fact. The order in which files, rules and
options are written never matters; options that are equal in every step stand in order of their ids.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.advising.advice import Level, Score, Step, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.core.advising.facts import Fact, Facts
    from studyapp.core.advising.rulebook import Case, Rulebook

STEPS: Final = (Step.STRONG, Step.QUALIFIER, Step.WEAK, Step.PARTS)
"""The steps after the hard limits, in the order of the fields of a score."""
_KEPT: Final = 1024
"""Comparisons of a layer's options that are kept."""
_HEAVY: Final = frozenset({Step.LIMITS, Step.STRONG, Step.QUALIFIER})


_Order = tuple[tuple["Score | None", "Case"], ...]


class Ranked(NamedTuple):
    """How the options of one layer compare."""

    order: _Order
    """The best first, those ruled out last."""
    winners: tuple[str, ...]
    """The best, or those that apply; none when nothing speaks for any."""
    level: Level
    """How sure steps and warnings make it; doubts from assumptions are not counted."""
    step: Step | None
    """What decided between the best and the next."""


class Ranking:
    """Compares the options of one decision when some of its rules hold."""

    def __init__(self, book: Rulebook) -> None:
        self._is_one = book.decision.choose == "one"
        self._qualifier = book.decision.qualifier
        self.members = {
            layer.id: tuple(
                sorted(
                    (case for case in book.cases.values() if case.option.layer == layer.id),
                    key=lambda case: case.option.id,
                )
            )
            for layer in book.decision.layers
        }
        self.touched = {
            layer: reduce(or_, (case.touched for case in cases), 0)
            for layer, cases in self.members.items()
        }
        """By layer, the rules that speak of any of its options."""
        self._answering = {
            layer: reduce(or_, (_answering(case, self._is_one) for case in cases), 0)
            for layer, cases in self.members.items()
        }
        """By layer, the rules without which there is nothing to answer."""
        # Most situations that are tried differ in nothing that a layer looks at.
        self._ranked = lru_cache(_KEPT)(self._compare)

    def score(self, case: Case, held: int, facts: Facts) -> Score | None:
        """What an option is compared by; None when it is ruled out."""
        return self._score(case, held, self._asked(facts))

    def verdict(self, case: Case, held: int, facts: Facts) -> Verdict:
        """What is said of an option by itself."""
        return self.judge(case, held, self.score(case, held, facts))

    def judge(self, case: Case, held: int, score: Score | None) -> Verdict:
        """The same as `verdict`, of an option whose score is known."""
        if not held & case.touched:
            return Verdict.SILENT
        if score is None:
            return Verdict.RULED_OUT
        if score.strong < 0:
            return Verdict.HARMS
        return Verdict.APPLIES if score.strong or score.weak > 0 else Verdict.NO_HELP

    def ranked(self, layer: str, held: int, facts: Facts) -> Ranked:
        """How the options of a layer compare."""
        return self._ranked(layer, *self.key(layer, held, facts))

    def wins(self, case: Case, held: int, facts: Facts) -> bool:
        """Whether an option alone is the best of its layer, or applies; quicker than `ranked`."""
        layer, asked = case.option.layer, self._asked(facts)
        own = self._score(case, held, asked)
        if own is None or not held & self._answering[layer]:
            return False
        if not self._is_one:
            return self.judge(case, held, own) is Verdict.APPLIES
        rivals = (self._score(c, held, asked) for c in self.members[layer] if c is not case)
        return all(rival is None or rival < own for rival in rivals)

    def key(self, layer: str, held: int, facts: Facts) -> tuple[int, Fact | None]:
        """All that the ranking of a layer depends on."""
        return held & self.touched[layer], self._asked(facts)

    def _compare(self, layer: str, held: int, asked: Fact | None) -> Ranked:
        scored = [(self._score(case, held, asked), case) for case in self.members[layer]]
        alive = [(score, case) for score, case in scored if score is not None]
        alive.sort(key=lambda each: each[0], reverse=True)
        order = (*alive, *((score, case) for score, case in scored if score is None))
        if not held & self._answering[layer]:
            return Ranked(order, (), Level.SILENT, None)
        return self._rivals(order, alive, held) if self._is_one else self._alone(order, held)

    def _rivals(self, order: _Order, alive: Sequence[tuple[Score, Case]], held: int) -> Ranked:
        if not alive:
            return Ranked(order, (), Level.NONE, None)
        first, winner = alive[0]
        winners = tuple(case.option.id for score, case in alive if score == first)
        if len(winners) > 1:
            return Ranked(order, winners, Level.TIE, None)
        step = deciding_step(first, alive[1][0]) if len(alive) > 1 else Step.LIMITS
        is_clear = step in _HEAVY and not held & winner.warns
        return Ranked(order, winners, Level.CLEAR if is_clear else Level.LEANING, step)

    def _alone(self, order: _Order, held: int) -> Ranked:
        applies = [c for score, c in order if self.judge(c, held, score) is Verdict.APPLIES]
        winners = tuple(sorted(case.option.id for case in applies))
        level = Level.CLEAR if winners else Level.SILENT
        if any(held & case.warns for case in applies):
            level = Level.LEANING
        return Ranked(order, winners, level, None)

    def _asked(self, facts: Facts) -> Fact | None:
        return facts.get(self._qualifier.trait) if self._qualifier else None

    def _score(self, case: Case, held: int, asked: Fact | None) -> Score | None:
        if held & case.kills:
            return None
        strong = weak = 0
        for concern in case.concerns.values() if held & case.touched else ():
            if said := held & concern.rules:
                favoured, opposed = said & concern.strong_for, said & concern.strong_against
                strong += bool(favoured) - bool(opposed)
                weak += not favoured and bool(said & concern.weak_for)
                weak -= not opposed and bool(said & concern.weak_against)
        qualified = 0 if asked is None else self._qualified(case, held, asked)
        return Score(strong, qualified, weak, -len(case.option.parts))

    def _qualified(self, case: Case, held: int, asked: Fact) -> int:
        if self._qualifier is None:
            return 0
        if asked == self._qualifier.effort:
            return -case.option.effort
        compared = (self._qualifier.concerns or {}).get(str(asked), "")
        return case.concerns[compared].level(held) if compared in case.concerns else 0


def _answering(case: Case, is_ranked: bool) -> int:
    """What speaks for an option or rules it out; objections and warnings alone choose nothing."""
    if not is_ranked:
        return case.touched
    speaking = (s.bit for s in case.sayings if s.effect in {"for", "rules-out"})
    return reduce(or_, speaking, 0)


def deciding_step(one: Score, other: Score) -> Step | None:
    """The first step in which two scores differ; None when they are equal."""
    return next((s for s, a, b in zip(STEPS, one, other, strict=True) if a != b), None)
