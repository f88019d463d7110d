"""Whether the rules of its decision prove a question: every answer, and every fact it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.questions.proving.amounts import miscounted
from studyapp.core.questions.proving.claim import misclaimed, read_claim
from studyapp.core.questions.proving.contest import Contest
from studyapp.core.questions.proving.flaws import Flaw, FlawKind
from studyapp.core.questions.proving.refuting import unrefuted
from studyapp.core.questions.proving.shape import misshapen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.situations import Situation
    from studyapp.core.questions.form import Case, Question
    from studyapp.core.questions.proving.claim import Stake


def prove(advisor: Advisor | None, question: Question, case: Case | None) -> tuple[Flaw, ...]:
    """Find all that is wrong with a question; nothing when it is proved.

    ``advisor`` answers the question's decision; without it only what needs no rules is proved.
    What cannot be compared is told alone: later flaws would only follow from it.
    """
    flaws = tuple(misshapen(question, case))
    if not isinstance(question, ChoiceQuestion):
        return flaws
    flaws += tuple(miscounted(question, case))
    if advisor is None or question.decision is None:
        return flaws
    wrong = tuple(misclaimed(advisor, question))
    keys = sum(option.key for option in question.options)
    if wrong or not keys or (question.type == "choice" and keys > 1):
        return flaws + wrong
    return flaws + tuple(_Proof(advisor, question).flaws())


class _Proof:
    """What the rules say of one question, with all its facts and without each."""

    def __init__(self, advisor: Advisor, question: ChoiceQuestion) -> None:
        self.situations = advisor.situations
        self.advisor = advisor
        self.question = question
        self.claim = read_claim(advisor, question)
        self._unclear: dict[tuple[int, object], tuple[Flaw, ...]] = {}
        """By all that the answers depend on."""

    def flaws(self) -> Iterator[Flaw]:
        base = self.situations.of(self.claim.facts)
        if clashes := self.situations.clashes(base):
            because = self.advisor.decision.impossible[clashes[0]].because.en
            message = f"these facts cannot hold together: {because}"
            yield Flaw(FlawKind.IMPOSSIBLE, ("facts",), message)
            return
        wrong = (*self._doubtful(base), *unrefuted(self._contest(base)))
        yield from wrong
        yield from self._left_out(base)
        yield from self._warned(base)
        if not wrong:  # or else nothing can change
            yield from self._idly_excused(base)
            yield from self._miscast()

    def _contest(self, situation: Situation) -> Contest:
        return Contest(self.advisor, self.question, self.claim, situation)

    def _doubtful(self, base: Situation) -> tuple[Flaw, ...]:
        """Find where the key is not clear, or not without what is assumed."""
        if found := self._unclear_in(base):
            return found
        assumed = self.situations.assumed(base.stated)
        for name, fact in assumed.items():
            if found := self._unclear_in(self.situations.without(base, name)):
                return tuple(_resting(flaw, f"`{name}: {fact}`") for flaw in found)
        if len(assumed) > 1:  # two assumptions may each bear what the other does
            found = self._unclear_in(self.situations.without(base, *assumed))
        return tuple(_resting(flaw, " or ".join(f"`{name}`" for name in assumed)) for flaw in found)

    def _unclear_in(self, situation: Situation) -> tuple[Flaw, ...]:
        qualifier = self.advisor.decision.qualifier
        asked = situation.facts.get(qualifier.trait) if qualifier else None
        key = situation.held, asked
        if key not in self._unclear:
            self._unclear[key] = tuple(self._contest(situation).unclear())
        return self._unclear[key]

    def _left_out(self, base: Situation) -> Iterator[Flaw]:
        """Find options that stand as high as the key, are not offered, and nothing says why."""
        contest = self._contest(base)
        excused = {each.option for each in self.question.unoffered}
        for stake in self.claim.stakes:
            for name in self._as_high(contest, stake):
                if stake.key is not None and name not in excused:
                    key = f"the key `{stake.key.option.id}`"
                    step = contest.step(contest.case(name), stake.key)
                    stands = f"stands before {key}, by {step}" if step else f"equals {key}"
                    message = f"`{name}` is not offered and {stands}, in `{stake.layer}`"
                    yield Flaw(FlawKind.UNOFFERED, ("options",), message)

    def _idly_excused(self, base: Situation) -> Iterator[Flaw]:
        """Find the options that are said to stand as high as the key, and do not."""
        contest = self._contest(base)
        above = {name for stake in self.claim.stakes for name in self._as_high(contest, stake)}
        for index, each in enumerate(self.question.unoffered):
            if each.option not in above:
                message = f"`{each.option}` is offered, or stands below the key"
                yield Flaw(FlawKind.UNOFFERED, ("unoffered", index, "option"), message)

    def _as_high(self, contest: Contest, stake: Stake) -> Iterator[str]:
        if stake.key is None or (own := contest.score(stake.key)) is None:
            return
        for case in self.situations.ranking.members[stake.layer]:
            score = contest.score(case)
            if score is not None and score >= own and not any(case is o for o in stake.offered):
                yield case.option.id

    def _warned(self, base: Situation) -> Iterator[Flaw]:
        """Find the rules that hold and warn of the key."""
        contest = self._contest(base)
        for index, name in self._winning(contest):
            for said in contest.sayings(name):
                if said.effect == "warns" and not said.rule.exam_lag:
                    message = f"`{said.rule.id}` warns of the key `{name}`"
                    at = ("options", index, "stands_for")
                    yield Flaw(FlawKind.WARNED, at, message)

    def _winning(self, contest: Contest) -> Iterator[tuple[int, str]]:
        """What the key says is right, and the answer that says so; of parts, what they make."""
        if contest.is_ranked:
            for stake in self.claim.stakes:
                if stake.key is not None:
                    yield contest.speaker(stake), stake.key.option.id
            return
        for index in self.claim.keys:
            yield from ((index, name) for name in self.question.options[index].stands_for)

    def _miscast(self) -> Iterator[Flaw]:
        """Find the facts whose role is not what happens without them."""
        for index, fact in enumerate(self.question.facts):
            changed = self._without(fact.trait)
            at = ("facts", index, "trait")
            if fact.role == "context" and changed is not None:
                message = f"`{fact.trait}` is deciding: without it, {changed.message}"
                yield Flaw(FlawKind.ROLE, at, message)
            elif fact.role == "deciding" and changed is None:
                message = f"`{fact.trait}` decides nothing: without it all stays as it is"
                yield Flaw(FlawKind.ROLE, at, message, "make it `context`, or leave it out")

    def _without(self, trait: str) -> Flaw | None:
        """What first goes wrong when nothing is known of a trait."""
        base = self.situations.of({n: f for n, f in self.claim.facts.items() if n != trait})
        if doubtful := self._doubtful(base):
            return doubtful[0]
        if trait in self.situations.assumed(base.stated):
            base = self.situations.without(base, trait)
        return next(unrefuted(self._contest(base)), None)


def _resting(flaw: Flaw, assumed: str) -> Flaw:
    return flaw._replace(
        message=f"the key rests on the assumption {assumed}: without it, {flaw.message}",
        hint="state the fact",
    )
