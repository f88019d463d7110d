"""What holds of the proof of any question on any decision."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given
from hypothesis import strategies as st

from studyapp.core.advising.advice import Step, Verdict
from studyapp.core.advising.advisor import Advisor
from studyapp.core.advising.facts import read_facts
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.questions.proving.flaws import FlawKind
from studyapp.core.questions.proving.proof import prove
from tests.core.decisions import decisions, facts_of
from tests.core.proving import fact, key, question, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from studyapp.core.advising.decision import Decision


@st.composite
def posed(draw: st.DrawFn) -> tuple[Decision, ChoiceQuestion]:
    """A question on options of one layer of any decision, with any of them as its key."""
    known = draw(decisions())
    layer_id = draw(st.sampled_from(known.options)).layer
    members = [each.id for each in known.options if each.layer == layer_id]
    names = draw(st.permutations(members))[:4]
    facts = draw(facts_of(known))
    causes = [each.id for each in known.rules] or ["none"]
    options = [wrong(name, draw(st.sampled_from(causes))) for name in names]
    options[0] = key(names[0])
    stated = [fact(name, said) for name, said in facts.items()]
    return known, question(stated, *options, type="choice", decision=known.id)


@given(posed())
def test_the_key_is_what_the_advisor_answers_when_it_knows_only_what_is_offered(
    drawn: tuple[Decision, ChoiceQuestion],
) -> None:
    known, asked = drawn
    found = prove(Advisor(known), asked, None)
    told = {flaw.kind for flaw in found}
    assume(told.isdisjoint({FlawKind.IMPOSSIBLE, FlawKind.UNKNOWN}))

    assert (FlawKind.UNCLEAR in told) is not all(
        is_clear(known, asked, unassumed) for unassumed in assumptions(known, asked)
    )


def assumptions(known: Decision, asked: ChoiceQuestion) -> Iterator[set[str]]:
    """Nothing, each trait that something is assumed of, and all of them."""
    stated = {fact.trait for fact in asked.facts}
    names = [each.id for each in known.traits if each.assume and each.id not in stated]
    yield set()
    yield from ({name} for name in names)
    yield set(names)


def is_clear(known: Decision, asked: ChoiceQuestion, unassumed: set[str]) -> bool:
    """Ask an advisor that has never heard of other options, and assumes nothing of some traits."""
    right, *_ = asked.options
    offered = {name for option in asked.options for name in option.stands_for}
    advisor = Advisor(
        replace(
            known,
            options=tuple(each for each in known.options if each.id in offered),
            traits=tuple(
                replace(each, assume=None) if each.id in unassumed else each
                for each in known.traits
            ),
        )
    )
    advice = advisor.advise(read_facts(known, {fact.trait: fact.value for fact in asked.facts}))
    if known.choose == "several":
        return advice.standing(right.id).verdict is Verdict.APPLIES
    told = advice.layer(advisor.options[right.id].layer)
    heavy = {Step.LIMITS, Step.STRONG, Step.QUALIFIER}
    return [option.id for option in told.winners] == [right.id] and told.step in heavy


@given(posed(), st.randoms(use_true_random=False))
def test_the_order_of_answers_and_facts_never_matters(
    drawn: tuple[Decision, ChoiceQuestion], dice: Random
) -> None:
    known, asked = drawn
    advisor = Advisor(known)
    shuffled = replace(
        asked,
        options=tuple(dice.sample(asked.options, len(asked.options))),
        facts=tuple(dice.sample(asked.facts, len(asked.facts))),
    )
    assert sorted(named(advisor, asked)) == sorted(named(advisor, shuffled))


def named(advisor: Advisor, asked: ChoiceQuestion) -> Iterator[tuple[str, str]]:
    """Each flaw with the fact or the answer it is about."""
    for flaw in prove(advisor, asked, None):
        about: Any = asked
        for step in flaw.at[:2]:
            about = getattr(about, step) if isinstance(step, str) else about[step]
        yield flaw.kind, getattr(about, "id", getattr(about, "trait", ""))
