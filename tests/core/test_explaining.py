"""What is said after an answer: why, by which rule, and what would make a wrong answer right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from studyapp.core.advising.advice import Level, Verdict
from studyapp.core.advising.advisor import Advisor
from studyapp.core.advising.decision import Decision
from studyapp.core.advising.facts import read_facts
from studyapp.core.questions.carding import card_of
from studyapp.core.questions.explaining import Explanation
from studyapp.core.questions.form import ChoiceQuestion, Question, StatedFact, Unoffered
from studyapp.core.questions.grading import Outcome, grade
from studyapp.core.questions.judging import Fall, facts_of, judged
from studyapp.core.questions.ways import Way, ways_of
from studyapp.core.text import Text
from tests.core.bank import (
    ANY,
    BIG_UPLOADS,
    CASE,
    MISCONCEPTIONS,
    choice,
    matching,
    option,
    ordering,
    response,
)
from tests.core.decisions import SERVING, layer, rule, trait
from tests.core.decisions import decision as any_decision
from tests.core.decisions import option as decision_option

ADVISOR = Advisor(SERVING)


def explained(question: Question, *chosen: str, advisor: Advisor | None = ADVISOR) -> Explanation:
    ways = ways_of(advisor, question)
    return Explanation(question, grade(question, chosen), ways, MISCONCEPTIONS)


def told(ways: tuple[Way, ...]) -> list[tuple[dict[str, object], str]]:
    return [({c.trait: c.fact for c in way.flip.changes}, way.winner.id) for way in ways]


def facts(**said: str) -> tuple[StatedFact, ...]:
    return tuple(StatedFact(trait=name, value=value, says=ANY) for name, value in said.items())


def test_a_wrong_answer_tells_its_rule_its_belief_and_what_became_of_it() -> None:
    live = explained(BIG_UPLOADS, "live").option("live")
    assert live.outcome is Outcome.PICKED_WRONG
    assert (live.is_key, live.fall) == (False, Fall.RULED_OUT)
    assert live.rule is not None
    assert live.rule.id == "size-limit"
    assert live.misconception == MISCONCEPTIONS["m-live"]
    assert [reason.rule.id for reason in live.reasons] == ["size-limit"]
    assert [standing.option.id for standing in live.failing] == ["real-time"]
    assert live.layer is None, "it speaks of one layer alone"


def test_the_key_tells_the_rules_that_speak_for_it() -> None:
    queue = explained(BIG_UPLOADS, "queue").option("queue")
    assert (queue.is_key, queue.fall, queue.failing) == (True, None, ())
    assert [reason.rule.id for reason in queue.reasons] == ["decouples"]


def test_an_answer_in_several_layers_tells_where_it_falls() -> None:
    both = explained(BIG_UPLOADS).option("both")
    assert both.layer is not None
    assert both.layer.id == "endpoint"
    assert [standing.option.id for standing in both.failing] == ["pair"]


def test_the_layer_is_that_of_the_rule_even_if_another_fails_too() -> None:
    wrong = option("wrong", stands_for=("reserved", "real-time"), falls_to="size-limit")
    question = replace(BIG_UPLOADS, options=(BIG_UPLOADS.options[0], wrong))
    found = explained(question).option("wrong")
    assert [standing.option.id for standing in found.failing] == ["reserved", "real-time"]
    assert found.layer is not None
    assert found.layer.id == "endpoint"


def test_what_is_outweighed_is_told_by_the_rule_for_the_key() -> None:
    question = replace(
        BIG_UPLOADS,
        facts=facts(interaction="can-wait", payload="4 MB"),
        options=(
            option("queue", key=True, stands_for=("queue",)),
            option("live", stands_for=("real-time", "by-token"), falls_to="decouples"),
        ),
    )
    live = explained(question).option("live")
    assert live.fall is Fall.OUTWEIGHED
    assert live.layer is not None
    assert live.layer.id == "endpoint"


def test_what_a_rule_speaks_against_is_told_even_of_a_part_of_the_key() -> None:
    question = replace(
        BIG_UPLOADS,
        facts=facts(traffic="peaks"),
        options=(
            option("both", key=True, stands_for=("pair",)),
            option("live", stands_for=("real-time",), falls_to="follows-peaks"),
            option("lost", stands_for=("nothing",), falls_to="no-such-rule"),
        ),
    )
    said = explained(question)
    assert said.option("live").fall is Fall.AGAINST
    assert [standing.option.id for standing in said.option("live").failing] == ["real-time"]
    assert (said.option("lost").fall, said.option("lost").failing) == (None, ())
    assert said.ways("lost") == ()


def test_the_closing_words_may_decide() -> None:
    question = replace(
        BIG_UPLOADS,
        facts=facts(interaction="live", traffic="peaks", closing="least-effort"),
        options=(
            option("live", key=True, stands_for=("real-time",)),
            option("both", stands_for=("pair",), falls_to="closing"),
        ),
    )
    both = explained(question).option("both")
    assert (both.fall, both.rule) == (Fall.QUALIFIER, None)
    assert ({"closing": "lowest-latency"}, "pair") not in told(explained(question).ways("both"))
    assert ({"interaction": "can-wait"}, "pair") not in told(explained(question).ways("both"))


# --- what would make it right


def test_a_single_change_of_facts_makes_a_wrong_answer_right() -> None:
    question = replace(BIG_UPLOADS, facts=facts(interaction="live"))
    question = replace(
        question,
        options=(
            option("live", key=True, stands_for=("real-time",)),
            option("queue", stands_for=("queue",), falls_to="nobody-waits"),
        ),
    )
    said = explained(question)
    assert told(said.ways("queue"))[0] == ({"interaction": "can-wait"}, "queue")
    assert said.ways("live") == (), "it is right already"
    assert said.pairs("queue") == (), "one change is enough"


def test_every_way_leads_there() -> None:
    question = replace(BIG_UPLOADS, facts=facts(interaction="can-wait"))
    said = explained(question)
    stated = read_facts(SERVING, facts_of(question))
    for name, wanted in (("live", "real-time"), ("both", "pair")):
        ways = (*said.ways(name), *said.pairs(name))
        for way in ways:
            changed = {change.trait: change.fact for change in way.flip.changes}
            winners = ADVISOR.advise({**stated, **changed}).layer("endpoint").winners
            assert [winner.id for winner in winners] == [wanted]
        assert ways, name


TWO_WAYS: Decision = any_decision(
    "two",
    choose="one",
    layers=(layer("only"),),
    traits=(trait("early", "off", "on"), trait("late", "off", "on", "half")),
    options=(decision_option("right", "only"), decision_option("wrong", "only")),
    rules=(
        rule("is-off", {"late": ("off",)}, concern="c", favours={"right": "strong"}),
        rule("is-on", {"late": ("on",)}, concern="c", favours={"wrong": "strong"}),
        rule("is-half", {"late": ("half",)}, concern="c", favours={"wrong": "weak"}),
        rule("forbids", {"early": ("on",)}, rules_out=("right",)),
    ),
)


def test_the_surest_ways_come_first_and_changes_of_what_is_stated_before_additions() -> None:
    question = replace(
        BIG_UPLOADS,
        facts=facts(late="off"),
        options=(
            option("right", key=True, stands_for=("right",)),
            option("wrong", stands_for=("wrong",), falls_to="is-off"),
        ),
    )
    ways = explained(question, advisor=Advisor(TWO_WAYS)).ways("wrong")
    assert [next(iter(changed.items())) for changed, _ in told(ways)] == [
        ("late", "on"),
        ("early", "on"),
        ("late", "half"),
    ]
    assert [way.flip.level for way in ways] == [Level.CLEAR, Level.CLEAR, Level.LEANING]


def test_pairs_are_few_and_found_where_no_single_change_does() -> None:
    said = explained(BIG_UPLOADS)
    assert said.ways("live") == ()
    assert 0 < len(said.pairs("live")) <= 5
    assert all(len(way.flip.changes) == 2 for way in said.pairs("live"))


def test_all_that_an_answer_proposes_must_be_right_after_a_change() -> None:
    question = replace(
        BIG_UPLOADS,
        facts=facts(interaction="can-wait", weights="custom", traffic="steady"),
        options=(
            option("key", key=True, stands_for=("queue", "reserved")),
            option("wrong", stands_for=("real-time", "by-token"), falls_to="decouples"),
            option("near", stands_for=("real-time", "reserved"), falls_to="decouples"),
        ),
    )
    said = explained(question)
    assert said.ways("wrong") == (), "the weights forbid the one, patience the other"
    assert ({"interaction": "live"}, "real-time") in told(said.ways("near"))


def test_a_response_may_become_right_as_part_of_a_combination() -> None:
    question = replace(
        response("r"),
        decision="serving",
        facts=facts(interaction="live"),
        options=(
            option("live", key=True, stands_for=("real-time",)),
            option("sleeper", stands_for=("serverless",), falls_to="answers-now"),
        ),
    )
    ways = told(explained(question).ways("sleeper"))
    assert ({"traffic": "peaks"}, "pair") in ways
    as_choice = told(explained(replace(question, type="choice")).ways("sleeper"))
    assert ({"traffic": "peaks"}, "pair") not in as_choice


def test_the_keys_of_a_combination_tell_the_rules_for_the_whole() -> None:
    question = replace(
        response("r"),
        decision="serving",
        facts=facts(traffic="peaks"),
        options=(
            option("live", key=True, stands_for=("real-time",)),
            option("sleeper", key=True, stands_for=("serverless",)),
            option("queue", stands_for=("queue",), falls_to="follows-peaks"),
        ),
    )
    said = explained(question)
    for key in ("live", "sleeper"):
        assert [reason.rule.id for reason in said.option(key).reasons] == ["follows-peaks"]
    assert said.option("queue").fall is Fall.OUTWEIGHED


SEVERAL: Decision = any_decision(
    "slow",
    choose="several",
    layers=(layer("remedy"),),
    traits=(trait("cause", "load", "cold"),),
    options=(decision_option("scale", "remedy"), decision_option("warm", "remedy")),
    rules=(
        rule("more-load", {"cause": ("load",)}, concern="c", favours={"scale": "strong"},
             against={"warm": "strong"}),
        rule("is-cold", {"cause": ("cold",)}, concern="c", favours={"warm": "strong"}),
    ),
)  # fmt: skip


def test_where_several_apply_each_is_judged_alone() -> None:
    question = replace(
        response("r"),
        decision="slow",
        facts=facts(cause="load"),
        options=(
            option("scale", key=True, stands_for=("scale",)),
            option("warm", stands_for=("warm",), falls_to="more-load"),
        ),
    )
    said = explained(question, advisor=Advisor(SEVERAL))
    warm = said.option("warm")
    assert warm.fall is Fall.AGAINST
    assert warm.failing[0].verdict is Verdict.HARMS
    assert told(said.ways("warm")) == [({"cause": "cold"}, "warm")]


# --- the rest


def test_sources_are_those_of_the_question_then_those_of_its_rules() -> None:
    assert explained(BIG_UPLOADS).sources == ("page-of-question", "page")
    assert explained(BIG_UPLOADS).see == ("note",)
    assert explained(BIG_UPLOADS).takeaway is BIG_UPLOADS.takeaway


def test_what_would_be_better_still_and_is_not_offered_is_told() -> None:
    left = (Unoffered(option="reserved", why=ANY), Unoffered(option="gone", why=ANY))
    found = explained(replace(BIG_UPLOADS, unoffered=left)).left_out
    assert [each.option and each.option.id for each in found] == ["reserved", None]
    assert explained(ordering()).left_out == ()


@pytest.mark.parametrize(
    "question",
    [
        choice(),
        replace(BIG_UPLOADS, facts=facts(weather="hot")),
        replace(BIG_UPLOADS, decision=None),
    ],
)
def test_without_sound_facts_there_are_still_the_authors_reasons(
    question: ChoiceQuestion,
) -> None:
    said = explained(question)
    assert judged(ADVISOR, question) is None
    assert said.advice is None
    first = said.options[0]
    assert (first.why, first.rule, first.reasons, said.ways(first.id)) == (ANY, None, (), ())
    assert said.pairs(first.id) == ()


def test_entries_and_matches_have_their_reasons() -> None:
    steps = explained(ordering(), "b", "a", "c", "d", advisor=None)
    assert [each.outcome for each in steps.options][:3] == [
        Outcome.PICKED_WRONG,
        Outcome.PICKED_WRONG,
        Outcome.PICKED_RIGHT,
    ]
    pairs = explained(matching(), "a=a", advisor=None)
    assert [each.text.en for each in pairs.options] == ["warm", "cold", "warm"]
    assert pairs.ways("a") == ()
    with pytest.raises(KeyError):
        pairs.option("nothing")


# --- cards made of questions


def test_a_question_makes_a_card_with_its_key_behind() -> None:
    made = card_of("pack", replace(choice(case="hats"), aliases=("old",)), CASE)
    assert made.key == "pack/hat/card"
    assert made.group == "pack/hat"
    assert made.front.en == "Winter is near.\nA shop sells hats.\nWhat should it do?"
    assert (made.back, made.reason) == (Text("Take a.", "Chọn a."), ANY)
    assert made.aliases == ("pack/old/card",)
    assert made.kind == "question"


def test_a_card_has_the_parts_of_its_key() -> None:
    assert [each.en for each in card_of("pack", response()).entries] == ["Take a.", "Take b."]
    steps = card_of("pack", ordering())
    assert steps.back.en.splitlines() == ["1. Step a", "2. Step b", "3. Step c", "4. Step d"]
    assert steps.entries == ()
    assert card_of("pack", matching()).entries[1].en == "Prompt b → cold"
