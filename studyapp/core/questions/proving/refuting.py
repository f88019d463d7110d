"""Whether each wrong answer falls to what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.advising.advice import Step, Verdict
from studyapp.core.questions.proving.contest import AGAINST
from studyapp.core.questions.proving.flaws import Flaw, FlawKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.advising.decision import Rule
    from studyapp.core.questions.form import Choice
    from studyapp.core.questions.proving.claim import Stake
    from studyapp.core.questions.proving.contest import Contest

_FAILING = frozenset({Verdict.NO_HELP, Verdict.HARMS, Verdict.RULED_OUT})


def unrefuted(contest: Contest) -> Iterator[Flaw]:
    """Find the wrong answers that do not fall to the rule or qualifier they name."""
    for index in contest.claim.wrong:
        option = contest.question.options[index]
        if message := _why_not_refuted(contest, option):
            hints = filter(None, map(contest.against, _own(contest, option)))
            at = ("options", index, "falls_to" if option.falls_to else "id")
            yield Flaw(FlawKind.UNREFUTED, at, message, "; ".join(hints))


def _why_not_refuted(contest: Contest, option: Choice) -> str | None:
    """Why a wrong answer is not refuted."""
    decision, cause = contest.advisor.decision, option.falls_to
    if cause is None:
        return f"`{option.id}` is wrong but falls to nothing"
    failing = tuple(name for name in _own(contest, option) if _fails(contest, name))
    if not failing:
        return f"{_said(contest, option)}: nothing makes it wrong"
    place = contest.claim.rules.get(cause)
    if place is None:
        if any(_step(contest, name) is Step.QUALIFIER for name in failing):
            return None
        steps = sorted({str(step) for name in failing if (step := _step(contest, name))})
        return f"`{option.id}` falls by {' and '.join(steps) or 'rules'}, not by `{cause}`"
    if not contest.situation.held >> place & 1:
        return f"`{cause}` does not hold with these facts"
    if any(_refutes(contest, decision.rules[place], name) for name in failing):
        return None
    return f"`{cause}` does not speak against `{option.id}`, nor strongly for the key over it"


def _own(contest: Contest, option: Choice) -> tuple[str, ...]:
    """What a wrong answer stands for and no key does."""
    told = {n for index in contest.claim.keys for n in contest.question.options[index].stands_for}
    return tuple(name for name in option.stands_for if name not in told)


def _fails(contest: Contest, name: str) -> bool:
    """Whether an option is clearly not what is advised."""
    if not contest.is_ranked:
        return contest.verdict(name) in _FAILING
    stake = _stake(contest, name)
    if stake.key is not None:
        return _step(contest, name) is not None  # clear or not, `Contest.unclear` tells
    situations, situation = contest.advisor.situations, contest.situation
    return name not in situations.winners(stake.layer, situation)


def _refutes(contest: Contest, rule: Rule, name: str) -> bool:
    """Whether a rule that holds speaks against an option, or strongly for the key over it."""
    own = [saying for saying in contest.sayings(name) if saying.rule is rule]
    if any(saying.effect in AGAINST for saying in own):
        return True
    if not contest.is_ranked or any(saying.strength == "strong" for saying in own):
        return False
    stake = _stake(contest, name)
    favoured = stake.told | ({stake.key.option.id} if stake.key else set())
    strong = {option for option, strength in (rule.favours or {}).items() if strength == "strong"}
    return not strong.isdisjoint(favoured)


def _step(contest: Contest, name: str) -> Step | None:
    """The step by which the key stands before an option."""
    if not contest.is_ranked:
        return None
    key = _stake(contest, name).key
    return contest.step(key, contest.case(name)) if key is not None else None


def _said(contest: Contest, option: Choice) -> str:
    if contest.is_ranked:
        return f"the key stands before no option that `{option.id}` stands for"
    told = (f"`{name}` {contest.verdict(name)}" for name in option.stands_for)
    return f"the advisor says of {', '.join(told)}"


def _stake(contest: Contest, name: str) -> Stake:
    layer = contest.advisor.options[name].layer
    return next(stake for stake in contest.claim.stakes if stake.layer == layer)
