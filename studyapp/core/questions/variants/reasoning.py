"""Which rules make the answers of a plot right and wrong, resting on nothing but stated facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.advising.advice import Step, Verdict
from studyapp.core.advising.ranking import deciding_step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.advising.advice import Advice, Reason
    from studyapp.core.advising.decision import Option, Rule
    from studyapp.core.questions.variants.fragments import Closing
    from studyapp.core.questions.variants.ground import Answer
    from studyapp.core.questions.variants.outlook import Shape
    from studyapp.core.questions.variants.plotting import NearMiss, Plot
    from studyapp.core.text import Text


class Fallen(NamedTuple):
    """A wrong answer and what it falls to."""

    answer: Answer
    option: str
    """The one of its options that falls."""
    cause: str
    """The id of a rule, or the qualifier's trait."""
    why: Text
    rule: Rule | None
    """None when the qualifier decides."""


class Reasoning:
    """What the advisor says of a plot."""

    def __init__(self, shape: Shape, plot: Plot, closing: Closing) -> None:
        self.shape = shape
        self.plot = plot
        self.closing = closing
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
        falls = [self._falls(miss) for miss in self.plot.misses]
        found: dict[Answer, Fallen] = {}
        for is_choosy in (True, False):
            for each in falls:
                taken = [fallen.cause for fallen in found.values()] if is_choosy else []
                fresh = next((fallen for fallen in each if fallen.cause not in taken), None)
                if fresh and fresh.answer not in found and len(found) < self.shape.others:
                    found[fresh.answer] = fresh
        return tuple(found.values())

    def _falls(self, miss: NearMiss) -> list[Fallen]:
        """How a wrong answer can be refuted.

        First by what puts it behind the key, and of that by what another fact would lift.
        """
        found: list[tuple[bool, bool, Fallen]] = []
        for name in (name for name in miss.answer if name not in self._told):
            step = self._step(name)
            for reason in (*self._against(name), *self._outweighing(name)):
                is_lifted = not miss.traits.isdisjoint(self._behind(reason.rule))
                rule = reason.rule
                fallen = Fallen(miss.answer, name, rule.id, rule.because, rule)
                found.append((self._is_decisive(reason, step), is_lifted, fallen))
            qualifier, worse = self.shape.advisor.decision.qualifier, self.closing.worse
            if step is Step.QUALIFIER and qualifier and worse:
                found.append((True, False, Fallen(miss.answer, name, qualifier.trait, worse, None)))
        found.sort(key=lambda each: (not each[0], not each[1]))
        return [fallen for _, _, fallen in found]

    def _step(self, name: str) -> Step | None:
        """The step that puts an option behind what wins; None where options are not ranked."""
        own = self.advice.standing(name)
        if own.verdict is Verdict.RULED_OUT or (self.shape.is_ranked and own.score is None):
            return Step.LIMITS
        if not self.shape.is_ranked:
            return Step.STRONG if own.verdict is Verdict.HARMS else None
        best = next(iter(self._winners(name)), None)
        score = None if best is None else self.advice.standing(best.id).score
        return deciding_step(score, own.score) if score and own.score else None

    def _is_decisive(self, reason: Reason, step: Step | None) -> bool:
        """Whether a reason is of the kind that decides in a step."""
        if step is Step.LIMITS:
            return reason.effect == "rules-out"
        if step is Step.QUALIFIER:
            qualifier = self.shape.advisor.decision.qualifier
            asked = str(self.plot.facts.get(qualifier.trait)) if qualifier else ""
            concerns = (qualifier.concerns or {}) if qualifier else {}
            return reason.rule.concern == concerns.get(asked, "")
        return step is None or reason.strength == "strong"

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

    def _behind(self, rule: Rule) -> set[str]:
        """The stated traits that a rule rests on."""
        situation = self.plot.here.situation
        return {
            name for trait in rule.when for name in self.shape.situations.behind(situation, trait)
        }


def _is_weak(reason: Reason) -> bool:
    return reason.strength != "strong"
