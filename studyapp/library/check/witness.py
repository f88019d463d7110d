"""Whether the rules of a decision do what they are there for, witnessed by its scenarios.

Everything is told in one pass over the scenarios, so that a pack of thousands stays quick to check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.advising.advice import Level, Verdict
from studyapp.core.advising.decision import Bounds, Scenario
from studyapp.core.advising.facts import read_facts
from studyapp.library.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.core.advising.advice import Advice
    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.decision import Decision
    from studyapp.library.walk import Place

Worked = tuple["Place", Scenario]
"""A scenario and where it stands."""

_MEETS = {
    Verdict.APPLIES: {Verdict.APPLIES},
    Verdict.NO_HELP: {Verdict.NO_HELP, Verdict.RULED_OUT},
    Verdict.HARMS: {Verdict.HARMS},
}
"""What must be said of an option that a scenario expects to apply, not to help or to harm."""


def unwitnessed(place: Place, advisor: Advisor, scenarios: Iterable[Worked]) -> Iterator[Finding]:
    """P0601 to P0606: what none of a decision's scenarios shows, and those answered otherwise."""
    seen = _Witnesses(place, advisor)
    for where, scenario in scenarios:
        yield from seen.answer(where, scenario)
    yield from seen.unshown()


class _Witnesses:
    """What the scenarios of one decision have shown so far."""

    def __init__(self, place: Place, advisor: Advisor) -> None:
        self.place = place
        self.decision = advisor.decision
        self.advisor = advisor
        self.shown: set[str] = set()
        self.held = 0
        self.used: set[tuple[str, str]] = set()

    def answer(self, place: Place, scenario: Scenario) -> Iterator[Finding]:
        facts = read_facts(self.decision, scenario.facts)
        advice = self.advisor.advise(facts)
        self.used.update((name, said) for name, said in facts.items() if isinstance(said, str))
        self.held |= self.advisor.situations.of(facts).held
        for index in advice.clashes:
            why = self.decision.impossible[index].because.en
            yield Finding(
                code="P0605",
                message=f"these facts cannot hold together: {why}",
                place=place / "facts",
            )
        self.shown.update(_shown(advice))
        for name, expected in scenario.expect.items():
            for option in (expected,) if isinstance(expected, str) else expected:
                if said := _otherwise(advice, name, option):
                    yield Finding(code="P0604", message=said, place=place / "expect" / name)

    def unshown(self) -> Iterator[Finding]:
        for index, option in enumerate(self.decision.options):
            if option.id not in self.shown:
                verb = "wins clearly" if self.decision.choose == "one" else "is judged"
                message = f"`{option.id}` {verb} in no scenario"
                place = self.place / "options" / index / "id"
                yield Finding(code="P0601", message=message, place=place)
        for index, rule in enumerate(self.decision.rules):
            if not self.held >> index & 1:
                message = f"the rule `{rule.id}` holds in no scenario"
                place = self.place / "rules" / index / "id"
                yield Finding(code="P0602", message=message, place=place)
        spoken = self.used | set(_spoken(self.decision))
        for at, trait in enumerate(self.decision.traits):
            for index, value in enumerate(trait.values):
                if (trait.id, value.id) not in spoken:
                    message = f"no rule and no scenario uses `{trait.id}: {value.id}`"
                    place = self.place / "traits" / at / "values" / index / "id"
                    yield Finding(code="P0603", message=message, place=place)


def _shown(advice: Advice) -> Iterator[str]:
    """The options that win clearly, or of which something is said where each is judged alone."""
    for layer in advice.layers:
        if advice.decision.choose == "several":
            yield from (s.option.id for s in layer.standings if s.verdict is not Verdict.SILENT)
        elif layer.level is Level.CLEAR:
            yield from (option.id for option in layer.winners)


def _otherwise(advice: Advice, name: str, option: str) -> str | None:
    """How the advisor's answer differs from an expectation, if it does."""
    if advice.decision.choose == "several":
        said = advice.standing(option).verdict
        met = said in _MEETS[Verdict(name)]
        return None if met else f"the advisor says of `{option}`: {said}, not {name}"
    winners = [each.id for each in advice.layer(name).winners]
    if winners == [option]:
        return None
    told = " and ".join(f"`{winner}`" for winner in winners) or "nothing"
    return f"the advisor answers {told} in `{name}`, not `{option}`"


def _spoken(decision: Decision) -> Iterator[tuple[str, str]]:
    """Every value that a condition tells apart."""
    traits = {trait.id: trait for trait in decision.traits}
    for when in (*(r.when for r in decision.rules), *(i.when for i in decision.impossible)):
        for name, condition in when.items():
            values = [value.id for value in traits[name].values]
            yield from ((name, v) for v in (values if isinstance(condition, Bounds) else condition))
    for derived in (trait.derived for trait in decision.traits if trait.derived is not None):
        yield from ((name, value.id) for name in derived.inputs for value in traits[name].values)
    if decision.qualifier is not None:
        compared = (decision.qualifier.effort, *(decision.qualifier.concerns or {}))
        yield from ((decision.qualifier.trait, value) for value in compared if value)
