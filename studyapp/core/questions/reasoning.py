"""Which rules make the answers of a plot right and wrong, resting on nothing but stated facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.advice import Step
from studyapp.core.ranking import deciding_step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.advice import Advice, Reason
    from studyapp.core.decision import Option, Rule
    from studyapp.core.questions.outlook import Answer, Shape
    from studyapp.core.questions.plotting import NearMiss, Plot


class Fallen(NamedTuple):
    """A wrong answer and what it falls to."""

    answer: Answer
    option: str
    """The one of its options that falls."""
    rule: Rule | None
    """None when the qualifier decides."""

    @property
    def cause(self) -> str:
        """The rule by its id; empty for the qualifier."""
        return self.rule.id if self.rule else ""


class Reasoning:
    """What the advisor says of a plot."""

    def __init__(self, shape: Shape, plot: Plot) -> None:
        self.shape = shape
        self.plot = plot
        self.advice: Advice = shape.advisor.advise(plot.facts)
        self._told = {option for answer in plot.keys for option in answer}

    def merits(self, answer: Answer) -> tuple[Rule, ...]:
        """The rules for a key, the strongest first; none for a key that nothing speaks for."""
        rules = {r.rule.id: r for name in answer for r in self._for(name)}
        return tuple(reason.rule for reason in sorted(rules.values(), key=_is_weak))

    def fallen(self) -> tuple[Fallen, ...]:
        """As many wrong answers as are needed, each with another cause if possible.

        Fewer when there are not enough for which a rule or the qualifier can be named.
        """
        falls = [tuple(self._falls(miss)) for miss in self.plot.misses]
        found: dict[Answer, Fallen] = {}
        for is_choosy in (True, False):
            for each in falls:
                taken = [fallen.cause for fallen in found.values()] if is_choosy else []
                fresh = next((fallen for fallen in each if fallen.cause not in taken), None)
                if fresh and fresh.answer not in found and len(found) < self.shape.others:
                    found[fresh.answer] = fresh
        return tuple(found.values())

    def _falls(self, miss: NearMiss) -> Iterator[Fallen]:
        """How a wrong answer can be refuted: first by what another fact would lift."""
        failing = [name for name in miss.answer if name not in self._told]
        found = [(name, reason.rule) for name in failing for reason in self._against(name)]
        found += [(name, reason.rule) for name in failing for reason in self._outweighing(name)]
        found.sort(key=lambda each: miss.traits.isdisjoint(self._behind(each[1])))
        yield from (Fallen(miss.answer, name, rule) for name, rule in found)
        for name in failing:
            if self._is_qualified(name):
                yield Fallen(miss.answer, name, None)

    def _against(self, name: str) -> list[Reason]:
        reasons = self.advice.standing(name).reasons
        return [r for r in reasons if r.effect in {"rules-out", "against"} and not r.assumed]

    def _outweighing(self, name: str) -> Iterator[Reason]:
        """What speaks strongly for what wins over an option, and not as strongly for that."""
        for winner in self._winners(name):
            for reason in self.advice.standing(winner.id).reasons:
                is_strong = (reason.effect, reason.strength) == ("for", "strong")
                also = (reason.rule.favours or {}).get(name)
                if is_strong and not reason.assumed and also != "strong":
                    yield reason

    def _for(self, name: str) -> Iterator[Reason]:
        """What speaks for an option, or for the combination that it helps to win."""
        winners = [each.id for each in self._winners(name) if name in each.parts]
        for each in (name, *winners):
            for reason in self.advice.standing(each).reasons:
                if reason.effect == "for" and not reason.assumed:
                    yield reason

    def _winners(self, name: str) -> tuple[Option, ...]:
        if not self.shape.is_ranked:
            return ()
        return self.advice.layer(self.shape.advisor.options[name].layer).winners

    def _is_qualified(self, name: str) -> bool:
        own = self.advice.standing(name).score
        scores = [self.advice.standing(winner.id).score for winner in self._winners(name)]
        return any(
            own and score and deciding_step(score, own) is Step.QUALIFIER for score in scores
        )

    def _behind(self, rule: Rule) -> set[str]:
        """The stated traits that a rule rests on."""
        situation = self.plot.here.situation
        return {
            name for trait in rule.when for name in self.shape.situations.behind(situation, trait)
        }


def _is_weak(reason: Reason) -> bool:
    return reason.strength != "strong"
