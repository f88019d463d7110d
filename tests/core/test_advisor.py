"""What the advisor says, by example."""

from __future__ import annotations

import pytest

from studyapp.core.advising.advice import Change, Flip, Level, Step, Verdict
from studyapp.core.advising.advisor import Advisor
from studyapp.core.advising.contrast import clashing
from studyapp.core.advising.decision import Bounds, Derived, Impossible
from studyapp.core.advising.facts import Facts, read_facts
from studyapp.core.errors import UsageError
from tests.core.decisions import ANY, SERVING, decision, layer, option, rule, trait

REMEDIES = decision(
    "remedies",
    choose="several",
    layers=(layer("remedy"),),
    traits=(trait("error", "throttled", "denied"), trait("demand", "bursts", "level")),
    options=tuple(option(each, "remedy") for each in ("backoff", "cache", "quota", "retry-now")),
    rules=(
        rule(
            "passes",
            {"error": ("throttled",)},
            concern="relief",
            favours={"backoff": "strong"},
            against={"retry-now": "strong"},
        ),
        rule("costs-a-day", {"error": ("throttled",)}, warns=("quota",)),
        rule("no-quota-helps", {"error": ("denied",)}, rules_out=("quota",)),
        rule("spreads", {"demand": ("bursts",)}, concern="relief", favours={"backoff": "weak"}),
    ),
)
"""What helps against errors: each remedy is judged alone."""

serving = Advisor(SERVING)
remedies = Advisor(REMEDIES)


def answer(**said: str | float) -> tuple[Level, Step | None, list[str]]:
    """How sure the endpoint is, by which step, and which win."""
    advice = serving.advise(read_facts(SERVING, said)).layer("endpoint")
    return advice.level, advice.step, [each.id for each in advice.winners]


def test_nothing_known_is_nothing_said_but_what_is_assumed() -> None:
    advice = serving.advise({})
    assert advice.layer("endpoint").level is Level.SILENT
    assert advice.layer("endpoint").winners == ()
    assert advice.assumed == {"weights": "base"}


def test_one_fact_is_enough_where_it_decides() -> None:
    assert answer(interaction="live") == (Level.CLEAR, Step.STRONG, ["real-time"])


def test_a_limit_that_leaves_one_option_decides() -> None:
    assert answer(payload="40 MB") == (Level.CLEAR, Step.LIMITS, ["queue"])
    assert answer(payload="25 MB") != answer(payload="25.1 MB")


def test_what_rests_on_an_assumption_is_leaning_and_names_it() -> None:
    billing = serving.advise({}).layer("billing")
    assert (billing.level, billing.rests_on) == (Level.LEANING, ("weights",))
    assert [each.id for each in billing.winners] == ["by-token"]
    assert serving.advise({}).standing("by-token").reasons[0].assumed == ("weights",)


def test_what_is_stated_is_no_assumption_any_more() -> None:
    billing = serving.advise({"weights": "base"}).layer("billing")
    assert (billing.level, billing.rests_on) == (Level.CLEAR, ())


def test_equals_tie_and_the_next_question_would_part_them() -> None:
    advice = serving.advise({"traffic": "steady"}).layer("billing")
    assert (advice.level, advice.step) == (Level.TIE, None)
    assert [each.id for each in advice.winners] == ["by-token", "reserved"]
    assert serving.next_question({"traffic": "steady"}, "billing") == "weights"
    told = {"traffic": "steady", "weights": "base", "closing": "lowest-latency"}
    assert serving.next_question(told, "billing") is None


def test_a_warning_makes_a_clear_answer_leaning() -> None:
    assert answer(interaction="live", payload="4 MB")[0] is Level.CLEAR
    warned = answer(interaction="live", payload="10 MB")
    assert warned == (Level.LEANING, Step.STRONG, ["real-time"])


def test_a_warning_that_the_exam_lags_behind_is_told_but_makes_nothing_less_sure() -> None:
    assert answer(interaction="can-wait") == (Level.CLEAR, Step.STRONG, ["queue"])
    reasons = serving.advise({"interaction": "can-wait"}).standing("queue").reasons
    assert [(each.rule.id, each.effect) for each in reasons] == [
        ("decouples", "for"),
        ("new-quota", "warns"),
    ]


def test_weak_concerns_only_lean() -> None:
    assert answer(traffic="rare") == (Level.LEANING, Step.WEAK, ["serverless"])


def test_the_closing_words_decide_before_weak_concerns_do() -> None:
    assert answer(traffic="steady") == (Level.LEANING, Step.WEAK, ["real-time"])
    fastest = answer(traffic="steady", closing="lowest-latency")
    assert fastest == (Level.CLEAR, Step.QUALIFIER, ["real-time"])
    easiest = answer(traffic="steady", closing="least-effort")
    assert easiest == (Level.CLEAR, Step.QUALIFIER, ["serverless"])


def test_the_closing_words_never_outvote_a_strong_concern() -> None:
    assert answer(interaction="live", closing="least-effort")[2] == ["real-time"]


def test_a_combination_lifts_the_limit_of_its_part_that_it_answers() -> None:
    advice = serving.advise({"traffic": "peaks"})
    assert advice.standing("serverless").score is None
    assert [each.id for each in advice.layer("endpoint").winners] == ["pair"]


def test_a_combination_falls_by_a_limit_of_its_part_that_it_does_not_lift() -> None:
    standing = serving.advise({"payload": 40.0}).standing("pair")
    assert standing.score is None
    assert [(each.rule.id, each.part) for each in standing.reasons] == [
        ("size-limit", "real-time"),
        ("size-limit", "serverless"),
    ]


def test_where_nothing_is_left_the_clash_is_named_and_what_would_free_something() -> None:
    stated: Facts = {"interaction": "live", "payload": 40.0, "traffic": "peaks"}
    advice = serving.advise(stated).layer("endpoint")
    assert (advice.level, advice.winners) == (Level.NONE, ())
    assert clashing(advice) == ("payload", "interaction", "traffic")
    changes = [flip.changes for flip in serving.freeing(stated, "endpoint")]
    assert changes == [
        (Change("interaction", "can-wait"),),
        (Change("payload", 4.0),),
        (Change("payload", 10.0),),
    ]


def test_facts_that_cannot_hold_together_are_told_and_no_flip_leads_there() -> None:
    assert serving.advise({"traffic": "rare", "payload": 40.0}).clashes == (0,)
    assert serving.advise({"traffic": "rare", "payload": 4.0}).clashes == ()
    for flip in serving.flips({"traffic": "rare"}, "queue"):
        assert flip.changes[0].trait != "payload"


def test_the_smallest_change_under_which_an_option_would_win() -> None:
    stated = read_facts(SERVING, {"interaction": "live", "payload": "4 MB"})
    assert serving.flips(stated, "real-time") == ()
    assert serving.flips(stated, "queue") == (
        Flip((Change("interaction", "can-wait"),), Level.CLEAR),
    )
    assert serving.flips(stated, "pair") == (Flip((Change("traffic", "peaks"),), Level.LEANING),)


def test_two_changes_are_told_where_no_single_one_is_enough() -> None:
    flips = serving.flips({"weights": "custom", "traffic": "steady"}, "by-token")
    base = Change("weights", "base")
    assert [flip.changes for flip in flips] == [
        (base, Change("traffic", "rare")),
        (base, Change("traffic", "peaks")),
        (base, Change("closing", "least-effort")),
    ]


def test_changing_what_was_assumed_is_a_flip() -> None:
    flips = serving.flips({}, "reserved")
    assert Flip((Change("weights", "custom"),), Level.CLEAR) in flips


@pytest.mark.parametrize("turned", [False, True])
def test_a_change_that_lets_something_be_assumed_again_is_a_flip(*, turned: bool) -> None:
    traits = (trait("region", "near", "far", assume="near"), trait("law", "free", "bound"))
    places = decision(
        "places",
        choose="one",
        layers=(layer("host"),),
        traits=traits[::-1] if turned else traits,
        options=(option("local", "host"), option("remote", "host")),
        rules=(rule("close", {"region": ("near",)}, concern="speed", favours={"local": "strong"}),),
        impossible=(Impossible(when={"law": ("bound",), "region": ("near",)}, because=ANY),),
    )
    flips = Advisor(places).flips({"law": "bound"}, "local")
    assert flips == (Flip((Change("law", "free"),), Level.CLEAR),)


def test_why_an_option_is_not_the_answer() -> None:
    killed = serving.why_not({"interaction": "live"}, "queue")
    assert [each.rule.id for each in killed.standing.reasons] == ["nobody-waits"]
    assert (killed.rivals, killed.step) == ((), None)
    outweighed = serving.why_not({"interaction": "live"}, "serverless")
    assert [each.option.id for each in outweighed.rivals] == ["real-time"]
    assert outweighed.step is Step.STRONG
    assert serving.why_not({"interaction": "live"}, "real-time").rivals == ()


def test_how_options_differ_trait_by_trait() -> None:
    rows = serving.compare({"interaction": "live"}, ("real-time", "queue"))
    assert [row.trait for row in rows] == ["interaction", "payload", "traffic"]
    told = [(m.rule.id, m.effect, m.holds) for m in rows[0].mentions[1]]
    assert told == [
        ("nobody-waits", "rules-out", True),
        ("decouples", "for", False),
        ("new-quota", "warns", False),
    ]


@pytest.mark.parametrize(
    ("option_id", "stated", "verdict"),
    [
        ("backoff", {"error": "throttled"}, Verdict.APPLIES),
        ("backoff", {"demand": "bursts"}, Verdict.APPLIES),
        ("retry-now", {"error": "throttled"}, Verdict.HARMS),
        ("quota", {"error": "throttled"}, Verdict.NO_HELP),
        ("quota", {"error": "denied"}, Verdict.RULED_OUT),
        ("cache", {"error": "throttled"}, Verdict.SILENT),
        ("backoff", {}, Verdict.SILENT),
    ],
)
def test_where_several_may_apply_each_is_judged_alone(
    option_id: str, stated: dict[str, str], verdict: Verdict
) -> None:
    assert remedies.advise(stated).standing(option_id).verdict is verdict


def test_where_several_may_apply_all_that_do_are_advised() -> None:
    assert [o.id for o in remedies.advise({"error": "throttled"}).layers[0].winners] == ["backoff"]
    assert remedies.advise({"error": "denied"}).layers[0].winners == ()


def test_a_derived_trait_is_unknown_until_its_inputs_are_known_and_yields_to_a_statement() -> None:
    sizes = decision(
        "sizes",
        choose="one",
        layers=(layer("host"),),
        traits=(
            trait("model", unit="parameters", choices=("8B", "70B")),
            trait("precision", "bf16", "int4"),
            trait(
                "weights",
                unit="GB",
                derived=Derived(calculator="weights-gb", inputs=("model", "precision")),
            ),
        ),
        options=(option("small", "host"), option("large", "host")),
        rules=(rule("too-big", {"weights": Bounds(over="24 GB")}, rules_out=("small",)),),
    )
    host = Advisor(sizes)
    assert host.advise({"model": 70e9}).derived == {}
    assert host.advise({"model": 70e9, "precision": "bf16"}).derived == {"weights": 140.0}
    assert host.advise({"model": 70e9, "precision": "bf16"}).standing("small").score is None
    stated: Facts = {"model": 70e9, "precision": "bf16", "weights": 16.0}
    assert host.advise(stated).standing("small").score is not None
    assert {f.changes for f in host.flips({"model": 8e9, "precision": "bf16"}, "large")} == {
        (Change("model", 70e9),)
    }


def test_facts_that_the_decision_does_not_know_are_refused() -> None:
    with pytest.raises(UsageError, match="did you mean `payload`"):
        answer(paylod="4 MB")
    with pytest.raises(UsageError, match="did you mean `live`"):
        answer(interaction="life")
