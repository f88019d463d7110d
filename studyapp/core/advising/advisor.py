"""The advisor: which options fit the facts, how sure that is, and the rules that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.advising.advice import Advice, LayerAdvice, Level, Reason, Standing, WhyNot
from studyapp.core.advising.asking import next_question
from studyapp.core.advising.contrast import compare, double_flips, freeing, single_flips, won
from studyapp.core.advising.ranking import deciding_step
from studyapp.core.advising.situations import Situations

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.core.advising.advice import Comparison, Effect, Flip
    from studyapp.core.advising.decision import Decision, Layer, Strength
    from studyapp.core.advising.facts import Facts
    from studyapp.core.advising.rulebook import Case
    from studyapp.core.advising.situations import Situation

_WEIGHT: Final[dict[tuple[Effect, Strength | None], int]] = {
    ("rules-out", None): 0,
    ("for", "strong"): 1,
    ("against", "strong"): 2,
    ("for", "weak"): 3,
    ("against", "weak"): 4,
    ("warns", None): 5,
}


class Advisor:
    """Answers one decision; every method takes facts as `read_facts` returns them."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        self.situations = Situations(decision)
        self.options = {option.id: option for option in decision.options}

    def advise(self, stated: Facts) -> Advice:
        """Rank the options of each layer, or judge each option alone."""
        situation = self.situations.of(stated)
        assumed = self.situations.assumed(stated)
        given = {*stated, *assumed}
        doubts = {name: self.situations.without(situation, name) for name in assumed}
        resting = {name: self.situations.resting(situation, name) for name in assumed}
        return Advice(
            decision=self.decision,
            stated=stated,
            assumed=assumed,
            derived={name: fact for name, fact in situation.facts.items() if name not in given},
            clashes=self.situations.clashes(situation),
            layers=tuple(
                self._layer(layer, situation, doubts, resting) for layer in self.decision.layers
            ),
        )

    def flips(self, stated: Facts, option_id: str) -> tuple[Flip, ...]:
        """The smallest changes of facts under which an option wins: one, or else two together.

        Empty when it wins already, or when not even two changes make it win.
        """
        situation = self.situations.of(stated)
        option = self.options[option_id]
        if option_id in won(self.situations, option.layer, situation):
            return ()
        singles = single_flips(self.situations, situation).get(option_id, ())
        return singles or double_flips(self.situations, situation, option)

    def all_flips(self, stated: Facts) -> dict[str, tuple[Flip, ...]]:
        """By option, the single changes of facts under which it wins."""
        return single_flips(self.situations, self.situations.of(stated))

    def freeing(self, stated: Facts, layer: str) -> tuple[Flip, ...]:
        """The single changes after which a layer that has no option left has one again."""
        return tuple(freeing(self.situations, self.situations.of(stated), layer))

    def why_not(self, stated: Facts, option_id: str) -> WhyNot:
        """What rules an option out, or which ones stand better or alike, and by which step."""
        return why_not(self.advise(stated), option_id)

    def next_question(self, stated: Facts, layer: str | None = None) -> str | None:
        """The unknown trait whose answers part the winners most, of one layer or of all."""
        layers = None if layer is None else (layer,)
        return next_question(self.situations, self.situations.of(stated), layers)

    def compare(self, stated: Facts, options: Iterable[str]) -> tuple[Comparison, ...]:
        """What the rules say of some options, trait by trait."""
        return compare(self.situations, self.situations.of(stated), options)

    def _layer(
        self,
        layer: Layer,
        situation: Situation,
        doubts: Mapping[str, Situation],
        resting: Mapping[str, int],
    ) -> LayerAdvice:
        """Answer one layer, given by assumption the situation without it, and what rests on it."""
        situations = self.situations
        order, winners, level, step = situations.ranked(layer.id, situation)
        standings = tuple(
            Standing(
                case.option,
                score,
                situations.ranking.judge(case, situation.held, score),
                _reasons(case, situation.held, resting),
            )
            for score, case in order
        )
        rests_on = tuple(
            name
            for name, unassumed in doubts.items()
            if situations.winners(layer.id, unassumed) != winners
        )
        if not rests_on and doubts:  # two assumptions may each bear what the other does
            bare = situations.without(situation, *doubts)
            if situations.winners(layer.id, bare) != winners:
                rests_on = tuple(name for name in doubts if name in situations.telling[layer.id])
        if level is Level.CLEAR and rests_on:
            level = Level.LEANING
        return LayerAdvice(
            layer=layer,
            level=level,
            winners=tuple(s.option for s in standings if s.option.id in winners),
            standings=standings,
            step=step,
            rests_on=rests_on,
        )


def _reasons(case: Case, held: int, resting: Mapping[str, int]) -> tuple[Reason, ...]:
    """The rules that hold and speak of an option, the heaviest first."""
    reasons = [
        Reason(rule, effect, strength, part, tuple(n for n, mask in resting.items() if mask & bit))
        for bit, rule, effect, strength, part in (case.sayings if held & case.touched else ())
        if held & bit
    ]
    reasons.sort(key=lambda reason: (_WEIGHT[reason.effect, reason.strength], reason.rule.id))
    return tuple(reasons)


def why_not(advice: Advice, option_id: str) -> WhyNot:
    """The same as `Advisor.why_not`, of advice that is known."""
    layer = next(e for e in advice.layers if any(s.option.id == option_id for s in e.standings))
    own = advice.standing(option_id)
    is_ranked = advice.decision.choose == "one" and layer.level is not Level.SILENT
    if not is_ranked or own.score is None:
        return WhyNot(own, (), None)
    ahead = tuple(
        standing
        for standing in layer.standings
        if standing.score is not None and standing is not own and standing.score >= own.score
    )
    best = ahead[0].score if ahead else None
    return WhyNot(own, ahead, deciding_step(best, own.score) if best else None)
