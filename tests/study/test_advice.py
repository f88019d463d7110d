"""A consultation: facts said, taken back and applied, and what is found out only once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.advising.advisor import Advisor
from studyapp.core.advising.decision import Scenario
from studyapp.core.text import Text
from studyapp.study.advice import Consultation
from studyapp.study.study import Study
from tests.core.decisions import SERVING

ANY = Text.once("any")
LARGE = Scenario(
    id="large",
    decision="serving",
    title=ANY,
    story=ANY,
    facts={"payload": "40 MB", "interaction": "can-wait"},
    expect={"endpoint": "queue"},
    because=ANY,
)


@pytest.fixture
def talk() -> Consultation:
    return Consultation(Advisor(SERVING), (LARGE,))


def best(talk: Consultation, layer: str = "endpoint") -> list[str]:
    return [option.id for option in talk.advice.layer(layer).winners]


def test_what_is_said_changes_the_advice(talk: Consultation) -> None:
    assert best(talk) == []
    talk.state("interaction", "live")
    assert best(talk) == ["real-time"]
    talk.state("interaction", None)
    assert (best(talk), talk.facts) == ([], {})


def test_what_is_known_is_stated_or_assumed(talk: Consultation) -> None:
    assert talk.fact("weights") == "base"
    assert talk.fact("payload") is None
    talk.state("weights", "custom")
    assert talk.fact("weights") == "custom"


def test_every_change_can_be_taken_back(talk: Consultation) -> None:
    talk.state("interaction", "live")
    talk.load(LARGE)
    talk.reset()
    assert talk.undo()
    assert talk.scenario is LARGE
    assert talk.undo()
    assert talk.facts == {"interaction": "live"}
    assert talk.is_as_written is False
    assert best(talk) == ["real-time"]
    assert talk.undo()
    assert not talk.undo()


def test_saying_the_same_again_is_no_change(talk: Consultation) -> None:
    talk.state("interaction", "live")
    findings = talk.findings
    talk.state("interaction", "live")
    assert talk.findings is findings
    assert talk.undo()
    assert not talk.undo()


def test_stepping_goes_through_every_value_and_back_to_unknown(talk: Consultation) -> None:
    seen = []
    for _ in range(3):
        talk.step("interaction", 1)
        seen.append(talk.facts.get("interaction"))
    assert seen == ["live", "can-wait", None]
    talk.step("interaction", -1)
    assert talk.facts == {"interaction": "can-wait"}


def test_a_typed_number_stands_among_those_offered(talk: Consultation) -> None:
    talk.state("payload", 7.5)
    assert talk.choices(talk.traits["payload"]) == (4, 7.5, 10, 40)
    talk.step("payload", 1)
    assert talk.facts == {"payload": 10}
    assert talk.choices(talk.traits["payload"]) == (4, 10, 40)


def test_a_scenario_is_as_written_until_a_fact_changes(talk: Consultation) -> None:
    talk.load(LARGE)
    assert talk.is_as_written
    assert best(talk) == ["queue"]
    talk.state("payload", 4)
    assert talk.scenario is LARGE
    assert not talk.is_as_written


def test_an_applied_change_makes_the_option_win(talk: Consultation) -> None:
    talk.state("interaction", "can-wait")
    assert not talk.findings.wins("real-time")
    for option in ("real-time", "queue"):
        talk.findings.seek_flips()
        flip = talk.findings.flips(option)[0]
        talk.apply(flip)
        assert talk.findings.wins(option)


def test_pairs_are_looked_for_only_when_asked(talk: Consultation) -> None:
    talk.load(LARGE)
    assert not talk.findings.has_sought_flips
    talk.findings.seek_flips()
    assert talk.findings.has_sought_flips
    assert talk.findings.flips("real-time") == ()
    assert not talk.findings.has_sought_pairs("real-time")
    talk.findings.seek_pairs("real-time")
    assert talk.findings.has_sought_pairs("real-time")
    flip = talk.findings.flips("real-time")[0]
    assert len(flip.changes) == 2
    talk.apply(flip)
    assert best(talk) == ["real-time"]


def test_what_to_ask_is_known_once_sought(talk: Consultation) -> None:
    assert not talk.findings.has_sought_question()
    talk.findings.seek_question()
    assert talk.findings.has_sought_question()
    assert talk.findings.question() in talk.traits
    talk.state("interaction", "live")
    assert not talk.findings.has_sought_question(), "other facts, other questions"


def test_what_is_imagined_is_known_when_it_is_said(talk: Consultation) -> None:
    imagined = talk.imagined(talk.changed(("interaction", "live")))
    imagined.findings.seek_question()
    assert imagined.facts == {"interaction": "live"}
    assert talk.facts == {}
    talk.state("interaction", "live")
    assert talk.findings.has_sought_question()
    assert talk.undo()
    assert not talk.findings.has_sought_question()


def test_freeing_names_what_clashes_most_first(talk: Consultation) -> None:
    talk.state("payload", 40)
    talk.state("interaction", "live")
    layer = talk.advice.layer("endpoint")
    assert layer.winners == ()
    flips = talk.findings.freeing(layer)
    assert flips[0].changes[0].trait == "payload"
    talk.apply(flips[0])
    assert best(talk) != []


def test_an_option_is_compared_with_the_best_other_one(talk: Consultation) -> None:
    talk.state("interaction", "live")
    assert talk.rivals("serverless") == ("serverless", "real-time")
    assert talk.rivals("real-time")[0] == "real-time"
    assert talk.rivals("real-time")[1] != "queue", "it is ruled out"


STEPS = st.lists(
    st.tuples(st.sampled_from([trait.id for trait in SERVING.traits]), st.sampled_from([-1, 1])),
    max_size=12,
)


@given(steps=STEPS)
def test_undoing_everything_leads_back_to_nothing(steps: list[Any]) -> None:
    talk = Consultation(Advisor(SERVING), ())
    before = [dict(talk.facts)]
    for trait, by in steps:
        talk.step(trait, by)
        before.append(dict(talk.facts))
    for facts in reversed(before[:-1]):
        assert talk.undo()
        assert talk.facts == facts
    assert not talk.undo()


def test_a_study_keeps_one_consultation_for_each_decision(study: Study) -> None:
    (decision,) = study.decisions
    study.consult(decision).state("material", "idea")
    assert study.consult(decision).facts == {"material": "idea"}
    assert study.consult(decision).scenarios == study.scenarios(decision)
