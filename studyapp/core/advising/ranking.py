"""How options compare: in steps, and never by a sum of weights.

A sum would let three words for the same thing outvote a fact. The order in which files, rules and
options are written never matters; options that are equal in every step stand in order of their ids.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Final

from studyapp.core.advising.advice import Level, Score, Step, Verdict

if TYPE_CHECKING:
    from studyapp.core.advising.facts import Facts
    from studyapp.core.advising.rulebook import Case, Rulebook

STEPS: Final = (Step.STRONG, Step.QUALIFIER, Step.WEAK, Step.PARTS)
"""The steps after the hard limits, in the order of the fields of a score."""
_HEAVY: Final = frozenset({Step.LIMITS, Step.STRONG, Step.QUALIFIER})


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

    def score(self, case: Case, held: int, facts: Facts) -> Score | None:
        """What an option is compared by; None when it is ruled out."""
        if held & case.kills:
            return None
        strong = weak = 0
        for concern in case.concerns:
            if said := held & concern.rules:
                favoured, opposed = said & concern.strong_for, said & concern.strong_against
                strong += bool(favoured) - bool(opposed)
                weak += not favoured and bool(said & concern.weak_for)
                weak -= not opposed and bool(said & concern.weak_against)
        return Score(strong, self._qualified(case, held, facts), weak, -len(case.option.parts))

    def verdict(self, case: Case, held: int, facts: Facts) -> Verdict:
        """What is said of an option by itself."""
        if not held & case.touched:
            return Verdict.SILENT
        score = self.score(case, held, facts)
        if score is None:
            return Verdict.RULED_OUT
        if score.strong < 0:
            return Verdict.HARMS
        return Verdict.APPLIES if score.strong or score.weak > 0 else Verdict.NO_HELP

    def rank(self, layer: str, held: int, facts: Facts) -> list[tuple[Score | None, Case]]:
        """The options of a layer, the best first and those ruled out last."""
        scored = [(self.score(case, held, facts), case) for case in self.members[layer]]
        alive = [(score, case) for score, case in scored if score is not None]
        alive.sort(key=lambda each: each[0], reverse=True)
        return [*alive, *((score, case) for score, case in scored if score is None)]

    def winners(self, layer: str, held: int, facts: Facts) -> tuple[str, ...]:
        """The best options of a layer, or those that apply; none when nothing speaks for any."""
        if not held & self._answering[layer]:
            return ()
        if not self._is_one:
            cases = self.members[layer]
            applies = (c for c in cases if self.verdict(c, held, facts) is Verdict.APPLIES)
            return tuple(case.option.id for case in applies)
        best: Score | None = None
        found: list[str] = []
        for case in self.members[layer]:
            score = self.score(case, held, facts)
            if score is None or (best is not None and score < best):
                continue
            if score != best:
                best, found = score, []
            found.append(case.option.id)
        return tuple(found)

    def level(self, layer: str, held: int, facts: Facts) -> tuple[Level, Step | None]:
        """How sure steps and warnings make a layer, and the step that decided."""
        if not held & self._answering[layer]:
            return Level.SILENT, None
        if not self._is_one:
            winners = set(self.winners(layer, held, facts))
            warned = any(held & c.warns for c in self.members[layer] if c.option.id in winners)
            return (Level.LEANING if warned else Level.CLEAR if winners else Level.SILENT), None
        ranked = [(score, case) for score, case in self.rank(layer, held, facts) if score]
        if not ranked:
            return Level.NONE, None
        (first, winner), *others = ranked
        step = deciding_step(first, others[0][0]) if others else Step.LIMITS
        if step is None:
            return Level.TIE, None
        is_clear = step in _HEAVY and not held & winner.warns
        return (Level.CLEAR if is_clear else Level.LEANING), step

    def key(self, layer: str, held: int, facts: Facts) -> tuple[int, object]:
        """All that the ranking of a layer depends on."""
        asked = facts.get(self._qualifier.trait) if self._qualifier else None
        return held & self.touched[layer], asked

    def _qualified(self, case: Case, held: int, facts: Facts) -> int:
        asked = facts.get(self._qualifier.trait) if self._qualifier else None
        if self._qualifier is None or asked is None:
            return 0
        if asked == self._qualifier.effort:
            return -case.option.effort
        wanted = (self._qualifier.concerns or {}).get(str(asked))
        return next((c.level(held) for c in case.concerns if c.name == wanted), 0)


def _answering(case: Case, is_ranked: bool) -> int:
    """What speaks for an option or rules it out; objections and warnings alone choose nothing."""
    if not is_ranked:
        return case.touched
    speaking = (s.bit for s in case.sayings if s.effect in {"for", "rules-out"})
    return reduce(or_, speaking, 0)


def deciding_step(one: Score, other: Score) -> Step | None:
    """The first step in which two scores differ; None when they are equal."""
    return next((s for s, a, b in zip(STEPS, one, other, strict=True) if a != b), None)
