"""How the answers of a question stand against each other in one situation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.advising.advice import Step, Verdict
from studyapp.core.advising.ranking import deciding_step
from studyapp.core.questions.proving.flaws import Flaw, FlawKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.core.advising.advice import Score
    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.rulebook import Case, Saying
    from studyapp.core.advising.situations import Situation
    from studyapp.core.questions.form import ChoiceQuestion
    from studyapp.core.questions.proving.claim import Claim, Stake

CLEAR: Final = frozenset({Step.LIMITS, Step.STRONG, Step.QUALIFIER})
"""The steps that settle a question; what is weaker may be seen otherwise."""
AGAINST: Final = frozenset({"rules-out", "against"})
"""What a rule does to an option that it refutes."""


class Contest:
    """The answers in one situation; options of one layer compete, or each is judged alone."""

    def __init__(
        self, advisor: Advisor, question: ChoiceQuestion, claim: Claim, situation: Situation
    ) -> None:
        self.advisor = advisor
        self.question = question
        self.claim = claim
        self.situation = situation
        self.is_ranked = advisor.decision.choose == "one"
        self._scores: dict[str, Score | None] = {}

    def case(self, option: str) -> Case:
        """Everything the rules say of an option."""
        return self.advisor.situations.book.cases[option]

    def score(self, case: Case) -> Score | None:
        """What an option is compared by; None when it is ruled out."""
        name = case.option.id
        if name not in self._scores:
            ranking, (_, facts, held) = self.advisor.situations.ranking, self.situation
            self._scores[name] = ranking.score(case, held, facts)
        return self._scores[name]

    def step(self, above: Case, below: Case) -> Step | None:
        """The step by which one option stands before another; None when it does not."""
        high, low = self.score(above), self.score(below)
        if high is None:
            return None
        if low is None:
            return Step.LIMITS
        return deciding_step(high, low) if high > low else None

    def verdict(self, option: str) -> Verdict:
        """What is said of an option by itself."""
        _, facts, held = self.situation
        return self.advisor.situations.ranking.verdict(self.case(option), held, facts)

    def sayings(self, option: str) -> Iterator[Saying]:
        """What the rules that hold say of an option."""
        held = self.situation.held
        return (saying for saying in self.case(option).sayings if held & saying.bit)

    def unclear(self) -> Iterator[Flaw]:
        """Find where the key does not win clearly, or does not apply."""
        if self.is_ranked:
            for stake in self.claim.stakes:
                if stake.told and (said := self._undecided(stake)):
                    at = ("options", self.speaker(stake), "stands_for")
                    yield Flaw(FlawKind.UNCLEAR, at, *said)
            return
        for index in self.claim.keys:
            for place, name in enumerate(self.question.options[index].stands_for):
                if (verdict := self.verdict(name)) is not Verdict.APPLIES:
                    message = f"the advisor says of `{name}`: {verdict}; it is a key"
                    where = ("options", index, "stands_for", place)
                    yield Flaw(FlawKind.UNCLEAR, where, message, self.against(name))

    def speaker(self, stake: Stake) -> int:
        """The first key that speaks of a layer."""
        return next(
            index
            for index in self.claim.keys
            if not stake.told.isdisjoint(self.question.options[index].stands_for)
        )

    def _undecided(self, stake: Stake) -> tuple[str, str] | None:
        """Why the key of a layer is not its clear winner, and a hint."""
        layer = stake.layer
        if stake.key is None:
            return (
                f"no option of `{layer}` joins {_joined(stake.told)}",
                "make its parts the keys",
            )
        key = stake.key.option.id
        if not any(self._is_spoken_for(case) for case in stake.offered):
            return f"no rule that holds speaks for the key `{key}` in `{layer}`", ""
        rival = self._best_rival(stake)
        if rival is None:
            lost = f"every answer is ruled out in `{layer}`, the key `{key}` too"
            return (lost, self.against(key)) if self.score(stake.key) is None else None
        other, ahead = rival.option.id, self.step(rival, stake.key)
        if ahead is not None:
            said = f"the advisor answers `{other}` in `{layer}`, by {ahead}; the key is `{key}`"
            return said, self.against(key)
        step = self.step(stake.key, rival)
        if step is None:
            return f"the advisor finds `{other}` and the key `{key}` equal in `{layer}`", ""
        if step not in CLEAR:
            said = f"the key `{key}` stands before `{other}` in `{layer}` by {step} only"
            return said, "state a fact that settles it"
        return None

    def _best_rival(self, stake: Stake) -> Case | None:
        best, found = None, None
        for case in stake.offered:
            score = self.score(case)
            if case is not stake.key and score is not None and (best is None or score > best):
                best, found = score, case
        return found

    def _is_spoken_for(self, case: Case) -> bool:
        """Whether something speaks for an option or rules it out; the rest chooses nothing."""
        return any(said.effect in {"for", "rules-out"} for said in self.sayings(case.option.id))

    def against(self, option: str) -> str:
        """Name the rules that hold and rule an option out or speak against it."""
        names = {s.rule.id for s in self.sayings(option) if s.effect in AGAINST}
        return f"against `{option}`: {_joined(names)}" if names else ""


def _joined(names: Iterable[str]) -> str:
    return " and ".join(f"`{name}`" for name in sorted(names))
