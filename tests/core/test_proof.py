"""`prove` passes a question that its decision's rules answer, and tells what each flaw is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from studyapp.core.advising.advisor import Advisor
from studyapp.core.questions.form import ChoiceQuestion, Unoffered
from studyapp.core.questions.proving.flaws import Flaw, FlawKind
from studyapp.core.questions.proving.proof import prove
from tests.core.decisions import ANY, decision, layer, option, rule, trait
from tests.core.proving import (
    BASE,
    HOSTING,
    JOINED,
    LAYERED,
    LIVE,
    NIGHTLY,
    NOW,
    REMEDIES,
    THROTTLED,
    fact,
    flaws,
    key,
    kinds,
    messages,
    question,
    with_facts,
    with_option,
    wrong,
)


@pytest.mark.parametrize("sound", [LIVE, NIGHTLY, JOINED, LAYERED, THROTTLED])
def test_a_proved_question_has_no_flaw(sound: ChoiceQuestion) -> None:
    assert flaws(sound) == []


# --- what the decision does not know


@pytest.mark.parametrize(
    ("spoilt", "at"),
    [
        (with_facts(LIVE, NOW, BASE, fact("wiat", "now")), ("facts", 2, "trait")),
        (with_facts(LIVE, NOW, fact("weights", "bsae")), ("facts", 1, "value")),
        (with_facts(LIVE, NOW, BASE, fact("payload", "2 parsecs")), ("facts", 2, "value")),
        (with_facts(LIVE, NOW, BASE, NOW), ("facts", 2, "trait")),
        (with_option(LIVE, "own", stands_for=("own", "oen")), ("options", 2, "stands_for", 1)),
        (with_option(LIVE, "own", falls_to="nohost"), ("options", 2, "falls_to")),
        (
            replace(LIVE, unoffered=(Unoffered(option="bluk", why=ANY),)),
            ("unoffered", 0, "option"),
        ),
        (replace(LIVE, decision=None, sources=("page",)), ("facts",)),
    ],
)
def test_what_the_decision_does_not_know_is_told(
    spoilt: ChoiceQuestion, at: tuple[str | int, ...]
) -> None:
    assert [(flaw.kind, flaw.at) for flaw in flaws(spoilt)] == [(FlawKind.UNKNOWN, at)]


def test_a_slip_is_told_with_what_was_meant() -> None:
    (flaw,) = flaws(with_option(LIVE, "own", falls_to="nohost"))
    assert flaw.hint == "did you mean `no-host`?"


def test_facts_can_hold_together() -> None:
    assert kinds(with_facts(LIVE, NOW, BASE, fact("load", "steady"))) == [FlawKind.IMPOSSIBLE]


# --- what the answers stand for


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (with_option(LIVE, "own", stands_for=()), "`own` stands for no option of `hosting`"),
        (
            with_option(LIVE, "own", stands_for=("own", "bulk")),
            "`own` stands for two options of `serving`",
        ),
        (
            with_option(LIVE, "own", stands_for=("own", "local")),
            "`own` speaks of `region` and `serving`, the key of `serving`",
        ),
        (with_option(LIVE, "own", stands_for=("queue",)), "`own` proposes the same as `queue`"),
        (
            with_option(THROTTLED, "queue", stands_for=("queue", "retry")),
            "`queue` stands for two options of `caller`",
        ),
    ],
)
def test_answers_propose_rivals(spoilt: ChoiceQuestion, said: str) -> None:
    assert [(flaw.kind, flaw.message) for flaw in flaws(spoilt)] == [(FlawKind.PROPOSAL, said)]


def test_where_each_is_judged_alone_answers_may_be_of_other_layers() -> None:
    assert {HOSTING.options[n].layer for o in LAYERED.options for n in o.stands_for} == {
        "serving",
        "region",
    }
    assert {REMEDIES.options[n].layer for o in THROTTLED.options for n in o.stands_for} == {
        "caller",
        "capacity",
    }


# --- the key


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (
            with_facts(LIVE, fact("wait", "later"), BASE),
            "the advisor answers `queue` in `serving`, by strong; the key is `online`",
        ),
        (
            with_facts(LIVE, NOW, BASE, fact("payload", "40 MB")),
            "the advisor answers `reserved` in `serving`, by limits; the key is `online`",
        ),
        (
            question([fact("wait", "later"), BASE], *NIGHTLY.options),
            "the advisor finds `queue` and the key `bulk` equal in `serving`",
        ),
        (
            question(
                [fact("load", "bursts"), fact("wait", "later"), fact("payload", "40 MB")],
                *LIVE.options[:1],
                wrong("bulk", "size-limit"),
                wrong("own", "size-limit"),
                wrong("queue", "size-limit"),
            ),
            "the advisor answers `bulk` in `serving`, by limits; the key is `online`",
        ),
        (
            with_facts(LIVE, BASE),
            "no rule that holds speaks for the key `online` in `serving`",
        ),
        (
            with_option(
                with_option(JOINED, "bulk", key=False, falls_to="two-kinds"), "queue", key=True
            ),
            "no option of `serving` joins `online` and `queue`",
        ),
        (
            with_facts(THROTTLED, fact("pattern", "sustained"), fact("kind", "chat")),
            "the advisor says of `retry`: silent; it is a key",
        ),
    ],
)
def test_the_key_wins_clearly_among_the_answers(spoilt: ChoiceQuestion, said: str) -> None:
    assert said in [f.message for f in flaws(spoilt) if f.kind is FlawKind.UNCLEAR]


def test_a_weak_reason_is_not_enough() -> None:
    """Without limits and strong reasons, what is left may be seen otherwise."""
    asked = question(
        [NOW, BASE, fact("residency", "none")],
        key("online"),
        key("world"),
        wrong("queue", "someone-waits"),
        wrong("own", "no-host"),
        wrong("local", "more-room"),
    )
    assert "the key `world` stands before `local` in `region` by weak only" in messages(asked)


def test_the_key_rests_on_no_assumption() -> None:
    asked = question(
        [fact("pattern", "bursts"), fact("kind", "files")],
        key("profile"),
        wrong("quota", "smooths"),
        wrong("hammer", "floods"),
        wrong("queue", "waits"),
        decision="remedies",
    )
    resting = "the key rests on the assumption `source: hosted`: without it, "
    assert any(said.startswith(resting) for said in messages(asked))
    stated = with_facts(asked, *asked.facts, fact("source", "hosted"))
    assert FlawKind.UNCLEAR not in kinds(stated)


def test_two_assumptions_may_each_bear_what_the_other_does() -> None:
    either = Advisor(
        decision(
            "either",
            choose="one",
            layers=(layer("way"),),
            traits=(trait("a", "x", "y", assume="x"), trait("b", "x", "y", assume="x")),
            options=tuple(option(name, "way") for name in ("best", "one", "two", "three")),
            rules=(
                rule("by-a", {"a": ("x",)}, concern="c", favours={"best": "strong"}),
                rule("by-b", {"b": ("x",)}, concern="c", favours={"best": "strong"}),
            ),
        )
    )
    wrongs = [wrong(name, "by-a") for name in ("one", "two", "three")]
    asked = question([], key("best"), *wrongs, decision="either")
    assert [(f.kind, f.hint) for f in prove(either, asked, None)] == [
        (FlawKind.UNCLEAR, "state the fact")
    ]


# --- the wrong answers


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        (with_option(LIVE, "own", falls_to=None), "`own` is wrong but falls to nothing"),
        (
            with_option(LIVE, "own", falls_to="decouples"),
            "`decouples` does not hold with these facts",
        ),
        (
            with_option(LIVE, "own", falls_to="someone-waits"),
            "`someone-waits` does not speak against `own`, nor strongly for the key over it",
        ),
        (with_option(LIVE, "own", falls_to="closing"), "`own` falls by strong, not by `closing`"),
        (
            with_option(THROTTLED, "queue", falls_to="floods"),
            "`floods` does not speak against `queue`, nor strongly for the key over it",
        ),
        (
            with_option(THROTTLED, "queue", stands_for=("profile",), falls_to="waits"),
            "the advisor says of `profile` applies: nothing makes it wrong",
        ),
    ],
)
def test_a_wrong_answer_falls_to_what_it_names(spoilt: ChoiceQuestion, said: str) -> None:
    assert [f.message for f in flaws(spoilt) if f.kind is FlawKind.UNREFUTED] == [said]


def test_a_rule_refutes_no_answer_by_an_option_that_the_key_has_too() -> None:
    """Both are served alike; only the region tells them apart."""
    asked = question(
        [fact("wait", "both"), fact("residency", "eu"), BASE, fact("load", "bursts")],
        key("duo", stands_for=("duo", "local")),
        wrong("abroad", "two-bills", stands_for=("duo", "world")),
        wrong("queue", "two-kinds", stands_for=("queue", "local")),
        wrong("own", "no-host", stands_for=("own", "local")),
    )
    (flaw,) = (f for f in flaws(asked) if f.kind is FlawKind.UNREFUTED)
    assert flaw.at == ("options", 1, "falls_to")
    assert flaw.hint == "against `world`: `stay-in-eu`"


def test_a_rule_for_both_refutes_neither() -> None:
    asked = question(
        [NOW, fact("weights", "custom")],
        *LIVE.options[:2],
        wrong("own", "any-engine"),
        wrong("reserved", "own-engine"),
    )
    assert [(f.kind, f.at) for f in flaws(asked)] == [
        (FlawKind.UNREFUTED, ("options", 2, "falls_to"))
    ]


def test_a_second_winner_is_no_wrong_answer() -> None:
    """No key speaks of its layer, where it is the best there is."""
    asked = question(
        [fact("wait", "both"), BASE, fact("residency", "eu"), fact("load", "bursts")],
        *JOINED.options[:4],
        wrong("local", "far-users"),
    )
    assert [f.at for f in flaws(asked) if f.kind is FlawKind.UNREFUTED] == [
        ("options", 4, "falls_to")
    ]


def test_what_refutes_is_told() -> None:
    (flaw,) = flaws(with_option(LIVE, "own", falls_to="someone-waits"))
    assert flaw.hint == "against `own`: `no-host`"


# --- options left out


def test_nothing_better_or_alike_is_left_out_without_a_word() -> None:
    steady = [fact("wait", "both"), BASE, fact("load", "steady", role="context")]
    asked = question(
        steady,
        key("duo"),
        wrong("queue", "two-kinds"),
        wrong("own", "no-host"),
        wrong("online", "two-kinds"),
    )
    (flaw,) = flaws(asked)
    assert flaw == Flaw(
        FlawKind.UNOFFERED,
        ("options",),
        "`reserved` is not offered and stands before the key `duo`, by parts, in `serving`",
    )
    excused = replace(asked, unoffered=(Unoffered(option="reserved", why=ANY),))
    assert flaws(excused) == []


def test_what_equals_the_key_is_not_left_out_either() -> None:
    asked = question(
        [fact("wait", "later"), BASE],
        key("queue"),
        wrong("own", "no-host"),
        wrong("online", "decouples"),
        wrong("reserved", "decouples"),
    )
    assert messages(asked)[0] == "`bulk` is not offered and equals the key `queue`, in `serving`"


def test_what_stands_below_the_key_needs_no_excuse() -> None:
    idle = replace(LIVE, unoffered=(Unoffered(option="bulk", why=ANY),))
    assert [(f.kind, f.at) for f in flaws(idle)] == [
        (FlawKind.UNOFFERED, ("unoffered", 0, "option"))
    ]


# --- roles of facts


def test_what_decides_is_said_to_decide() -> None:
    (told,) = messages(with_facts(LIVE, replace(NOW, role="context"), BASE))
    assert told.startswith("`wait` is deciding: without it, no rule that holds speaks for the key")
    assert messages(with_facts(LIVE, NOW, replace(BASE, role="context"))) == [
        "`weights` is deciding: without it, `no-host` does not hold with these facts"
    ]


def test_what_decides_nothing_is_context() -> None:
    busy = fact("load", "bursts")
    assert messages(with_facts(LIVE, NOW, BASE, busy)) == [
        "`load` decides nothing: without it all stays as it is"
    ]
    assert flaws(with_facts(LIVE, NOW, BASE, replace(busy, role="context"))) == []


def test_roles_are_judged_when_the_rest_is_proved() -> None:
    spoilt = with_option(
        with_facts(LIVE, NOW, BASE, fact("load", "bursts", role="context")), "own", falls_to=None
    )
    assert kinds(spoilt) == [FlawKind.UNREFUTED]


# --- warnings


def test_no_rule_warns_of_the_key_unless_the_exam_lags_behind() -> None:
    heavy, light = fact("payload", "8 MB", role="context"), fact("payload", "4 MB", role="context")
    assert messages(with_facts(LIVE, NOW, BASE, heavy)) == [
        "`slow-upload` warns of the key `online`"
    ]
    assert flaws(with_facts(LIVE, NOW, BASE, light)) == []


def test_a_warning_of_a_part_does_not_speak_of_the_whole() -> None:
    heavy = fact("payload", "8 MB", role="context")
    assert flaws(with_facts(JOINED, *JOINED.facts, heavy)) == []


def test_a_warning_speaks_of_each_key_that_is_judged_alone() -> None:
    asked = question(
        [*THROTTLED.facts, fact("source", "hosted")],
        *THROTTLED.options,
        key("profile"),
        type="response",
        decision="remedies",
    )
    assert messages(asked) == ["`costs-time` warns of the key `profile`"]


# --- without rules


def test_without_an_advisor_only_what_needs_no_rules_is_proved() -> None:
    spoilt = with_option(LIVE, "own", falls_to="nowhere", misconception=None)
    assert [f.kind for f in prove(None, spoilt, None)] == [FlawKind.UNEXPLAINED]
