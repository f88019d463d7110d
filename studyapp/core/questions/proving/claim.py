"""What a question claims of its decision: facts, and what must win in which layer."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.advising.facts import read_facts
from studyapp.core.errors import UsageError
from studyapp.core.questions.proving.flaws import Flaw, FlawKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.facts import Facts
    from studyapp.core.advising.rulebook import Case
    from studyapp.core.questions.form import ChoiceQuestion
    from studyapp.core.questions.proving.flaws import Path


class Stake(NamedTuple):
    """What the answers claim of one layer."""

    layer: str
    key: Case | None
    """What must win: the key's option, or the combination of several; None without any key."""
    told: frozenset[str]
    """What the keys stand for, one by one."""
    offered: tuple[Case, ...]
    """The options to choose among, the key included."""


class Claim(NamedTuple):
    """A question as its decision sees it."""

    facts: Facts
    keys: tuple[int, ...]
    """The indexes of the right answers."""
    wrong: tuple[int, ...]
    stakes: tuple[Stake, ...]
    """Where options are ranked, one for each layer that answers speak of."""
    rules: Mapping[str, int]
    """By id, the places of the decision's rules."""


def misclaimed(advisor: Advisor, question: ChoiceQuestion) -> Iterator[Flaw]:
    """Find what the decision does not know, cannot be, or cannot be compared."""
    yield from _misstated(advisor, question)
    yield from _unknown(advisor, question)
    for index, option in enumerate(question.options):
        at = ("options", index, "stands_for" if option.stands_for else "id")
        if not option.stands_for:
            message = f"`{option.id}` stands for no option of `{advisor.decision.id}`"
            yield Flaw(FlawKind.PROPOSAL, at, message)
            continue
        layers = _layers(advisor, option.stands_for)
        if twice := {layer for layer in layers if layers.count(layer) > 1}:
            message = f"`{option.id}` stands for two options of `{min(twice)}`"
            yield Flaw(FlawKind.PROPOSAL, at, message)
        for other in question.options[:index]:
            if set(other.stands_for) == set(option.stands_for):
                message = f"`{option.id}` proposes the same as `{other.id}`"
                yield Flaw(FlawKind.PROPOSAL, at, message)
    yield from _unlike(advisor, question)


def read_claim(advisor: Advisor, question: ChoiceQuestion) -> Claim:
    """Read a question in which `misclaimed` finds nothing wrong."""
    ranked = advisor.decision.choose == "one"
    layers = advisor.situations.layers if ranked else ()
    told = {name for option in question.options if option.key for name in option.stands_for}
    named = {name for option in question.options for name in option.stands_for}
    stakes = (_stake(advisor, layer, told, named) for layer in layers)
    return Claim(
        facts=read_facts(advisor.decision, {fact.trait: fact.value for fact in question.facts}),
        keys=tuple(index for index, option in enumerate(question.options) if option.key),
        wrong=tuple(index for index, option in enumerate(question.options) if not option.key),
        stakes=tuple(stake for stake in stakes if stake.offered),
        rules={rule.id: index for index, rule in enumerate(advisor.decision.rules)},
    )


def _stake(advisor: Advisor, layer: str, told: set[str], named: set[str]) -> Stake:
    members = advisor.situations.ranking.members[layer]
    offered = tuple(case for case in members if case.option.id in named)
    keys = frozenset(case.option.id for case in offered if case.option.id in told)
    if len(keys) > 1:
        # Who may pick several answers may pick the parts of any combination of them.
        key = next((case for case in members if keys == set(case.option.parts)), None)
        offered += tuple(
            case
            for case in members
            if case.option.parts and case not in offered and named.issuperset(case.option.parts)
        )
        return Stake(layer, key, keys, offered)
    key = next((case for case in offered if case.option.id in keys), None)
    return Stake(layer, key, keys, offered)


def _misstated(advisor: Advisor, question: ChoiceQuestion) -> Iterator[Flaw]:
    met = set[str]()
    for index, fact in enumerate(question.facts):
        try:
            read_facts(advisor.decision, {fact.trait: fact.value})
        except UsageError as error:
            is_known = fact.trait in advisor.situations.book.traits
            at = ("facts", index, "value" if is_known else "trait")
            yield Flaw(FlawKind.UNKNOWN, at, str(error))
        if fact.trait in met:
            at = ("facts", index, "trait")
            yield Flaw(FlawKind.UNKNOWN, at, f"`{fact.trait}` is stated twice")
        met.add(fact.trait)


def _unknown(advisor: Advisor, question: ChoiceQuestion) -> Iterator[Flaw]:
    decision = advisor.decision
    refuting = {rule.id for rule in decision.rules}
    if decision.qualifier is not None:
        refuting.add(decision.qualifier.trait)
    for index, option in enumerate(question.options):
        for place, name in enumerate(option.stands_for):
            if name not in advisor.options:
                where = ("options", index, "stands_for", place)
                yield _lost(advisor, where, "option", name, advisor.options)
        if option.falls_to is not None and option.falls_to not in refuting:
            yield _lost(advisor, ("options", index, "falls_to"), "rule", option.falls_to, refuting)
    for index, unoffered in enumerate(question.unoffered):
        if unoffered.option not in advisor.options:
            at = ("unoffered", index, "option")
            yield _lost(advisor, at, "option", unoffered.option, advisor.options)


def _lost(advisor: Advisor, at: Path, kind: str, name: str, known: Iterable[str]) -> Flaw:
    near = get_close_matches(name, list(known), n=1)
    message = f"`{advisor.decision.id}` has no {kind} `{name}`"
    return Flaw(FlawKind.UNKNOWN, at, message, f"did you mean `{near[0]}`?" if near else "")


def _unlike(advisor: Advisor, question: ChoiceQuestion) -> Iterator[Flaw]:
    """Find the answers of a choice that speak of other layers than its key does."""
    key = next((option for option in question.options if option.key), None)
    if key is None or question.type != "choice" or advisor.decision.choose != "one":
        return
    wanted = {*_layers(advisor, key.stands_for)}
    for index, option in enumerate(question.options):
        layers = {*_layers(advisor, option.stands_for)}
        if layers and wanted and layers != wanted:
            message = f"`{option.id}` speaks of {_listed(layers)}, the key of {_listed(wanted)}"
            at = ("options", index, "stands_for")
            yield Flaw(FlawKind.PROPOSAL, at, message, "answers must be rivals")


def _layers(advisor: Advisor, names: tuple[str, ...]) -> list[str]:
    return [advisor.options[name].layer for name in names if name in advisor.options]


def _listed(names: set[str]) -> str:
    return " and ".join(f"`{name}`" for name in sorted(names))
