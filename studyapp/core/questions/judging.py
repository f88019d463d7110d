"""What a decision's rules say of the answers to a question about it."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from studyapp.core.advising.advice import Verdict
from studyapp.core.advising.facts import read_facts
from studyapp.core.errors import UsageError
from studyapp.core.questions.form import ChoiceQuestion

if TYPE_CHECKING:
    from studyapp.core.advising.advice import Advice, Reason, Standing
    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.decision import Layer, Option, Rule
    from studyapp.core.advising.facts import Facts
    from studyapp.core.quantity import Quantity
    from studyapp.core.questions.form import Choice, Question


class Fall(StrEnum):
    """In which way a wrong answer falls."""

    RULED_OUT = "ruled-out"
    """The rule forbids it."""
    AGAINST = "against"
    """The rule speaks against it."""
    OUTWEIGHED = "outweighed"
    """The rule speaks for the key, and nothing as strong for this one."""
    QUALIFIER = "qualifier"
    """The closing words of the question compare the two, and the key is better in that."""


class Judged:
    """A question as the advisor of its decision sees it."""

    def __init__(self, advisor: Advisor, question: ChoiceQuestion, facts: Facts) -> None:
        self.advisor = advisor
        self.question = question
        self.facts = facts
        """What the question states."""

    @cached_property
    def advice(self) -> Advice:
        """What is advised."""
        return self.advisor.advise(self.facts)

    def failing(self, option: Choice) -> tuple[Standing, ...]:
        """How that stands of what a wrong answer proposes which is not the answer."""
        if option.key:
            return ()
        return tuple(s for s in self._standings(option) if not self._is_answer(s))

    def rule(self, option: Choice) -> Rule | None:
        """The rule that an answer falls to."""
        rules = self.advisor.decision.rules
        return next((rule for rule in rules if rule.id == option.falls_to), None)

    def fall(self, option: Choice) -> Fall | None:
        """In which way an answer falls; None for a key, or when that is not known."""
        rule, qualifier = self.rule(option), self.advisor.decision.qualifier
        if rule is None:
            is_named = qualifier is not None and qualifier.trait == option.falls_to
            return Fall.QUALIFIER if is_named else None
        effects = {r.effect for s in self.failing(option) for r in s.reasons if r.rule is rule}
        if "rules-out" in effects:
            return Fall.RULED_OUT
        return Fall.AGAINST if "against" in effects else Fall.OUTWEIGHED

    def layer(self, option: Choice) -> Layer | None:
        """Of an answer that speaks of several layers: the one in which it falls.

        That is the one in which its rule speaks, or else the first in which it is not the answer.
        """
        failing = self.failing(option)
        if len(option.stands_for) == 1 or not failing:
            return None
        rule = self.rule(option)
        spoken_to = {s.option.layer for s in failing if any(r.rule is rule for r in s.reasons)}
        for wanted in (spoken_to, self._layers(rule)):
            for standing in failing:
                if standing.option.layer in wanted:
                    return self.advice.layer(standing.option.layer).layer
        return self.advice.layer(failing[0].option.layer).layer

    def reasons(self, option: Choice) -> tuple[Reason, ...]:
        """The rules that hold: for a key, or against a wrong answer; the heaviest first."""
        effects = {"for"} if option.key else {"rules-out", "against"}
        standings = self._speaking(option) if option.key else self.failing(option)
        found = {r.rule.id: r for s in standings for r in s.reasons if r.effect in effects}
        return tuple(found.values())

    def _standings(self, option: Choice) -> tuple[Standing, ...]:
        known = (name for name in option.stands_for if name in self.advisor.options)
        return tuple(map(self.advice.standing, known))

    def _is_answer(self, standing: Standing) -> bool:
        """Whether an option is what is advised."""
        if self.advisor.decision.choose == "several":
            return standing.verdict is Verdict.APPLIES
        winners = self.advice.layer(standing.option.layer).winners
        return len(winners) == 1 and self.meets(standing.option, winners[0])

    def meets(self, proposed: Option, winner: Option) -> bool:
        """Whether who proposes an option is right when another one wins, or itself.

        The answers of a response may be the parts of a combination; that of a choice is all of it.
        """
        is_part = self.question.type == "response" and proposed.id in winner.parts
        return proposed.id == winner.id or is_part

    def _speaking(self, option: Choice) -> tuple[Standing, ...]:
        """How a key stands, and the combinations that it helps to win."""
        own = self._standings(option)
        wholes = {
            winner.id: self.advice.standing(winner.id)
            for standing in own
            for winner in self.advice.layer(standing.option.layer).winners
            if winner is not standing.option and self.meets(standing.option, winner)
        }
        return (*own, *wholes.values())

    def _layers(self, rule: Rule | None) -> set[str]:
        """The layers of the options that a rule names."""
        if rule is None:
            return set()
        named = (*rule.rules_out, *(rule.against or ()), *(rule.favours or ()))
        return {self.advisor.options[name].layer for name in named if name in self.advisor.options}


def judged(advisor: Advisor | None, question: Question) -> Judged | None:
    """A question as an advisor sees it; None for one that is not about its decision."""
    if advisor is None or not isinstance(question, ChoiceQuestion) or question.decision is None:
        return None
    try:
        return Judged(advisor, question, read_facts(advisor.decision, facts_of(question)))
    except UsageError:
        return None


def facts_of(question: Question) -> dict[str, Quantity]:
    """What a question states, by trait, as its author wrote it; nothing without a decision."""
    if not isinstance(question, ChoiceQuestion):
        return {}
    return {fact.trait: fact.value for fact in question.facts}
