"""Advice in words: every answer, reason and change is said, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from studyapp.core.advising.advisor import Advisor
from studyapp.core.advising.facts import Fact
from studyapp.core.pack import Source
from studyapp.core.text import Lang, Text
from studyapp.typeset.advice_page import advice_page, source_ids
from studyapp.typeset.advising import (
    advice_lines,
    clash_lines,
    flip_lines,
    is_silent,
    layer_line,
    limits_line,
    standing_line,
    why_not_lines,
)
from tests.core.decisions import SERVING, decision, layer, option, rule, trait

PAGE = Source(
    id="page",
    url="https://example.com/page",
    title=Text.once("The page"),
    checked_at=date(2026, 11, 22),
    via="live",
)
NAMED = replace(
    SERVING,
    traits=tuple(replace(each, name=Text.once(each.id)) for each in SERVING.traits),
    options=tuple(replace(each, name=Text.once(each.id)) for each in SERVING.options),
    layers=tuple(replace(each, name=Text.once(each.id)) for each in SERVING.layers),
    rules=tuple(replace(each, because=Text.once(f"as {each.id}")) for each in SERVING.rules),
)
ADVISOR = Advisor(NAMED)
ALONE = Advisor(
    decision(
        "remedies",
        choose="several",
        layers=(layer("only"),),
        traits=(trait("load", "low", "high"),),
        options=(option("wait", "only"), option("retry", "only"), option("shout", "only")),
        rules=(
            rule(
                "crowd",
                {"load": ("high",)},
                concern="load",
                favours={"wait": "strong"},
                against={"retry": "strong"},
            ),
        ),
    )
)


def lines(**facts: Fact) -> list[str]:
    return [line.text.en for line in advice_lines(ADVISOR.advise(facts))]


def test_an_answer_names_the_option_how_sure_it_is_and_the_step() -> None:
    found = ADVISOR.advise({"interaction": "live"}).layer("endpoint")
    said = layer_line(found, ranks=True).text
    assert said.en.startswith("endpoint: real-time · clear, decided by strong reasons")
    assert said.vi.startswith("endpoint: real-time · rõ ràng, ")


def test_many_options_alike_are_counted_and_not_named() -> None:
    found = ADVISOR.advise({"weights": "base"}).layer("endpoint")
    many = found._replace(winners=NAMED.options[:4], level=found.level.TIE, step=None)
    many = many._replace(standings=ADVISOR.advise({"traffic": "rare"}).layer("endpoint").standings)
    assert layer_line(many, ranks=True).text.en == "endpoint: 4 options · tie"


def test_a_layer_that_no_fact_speaks_of_is_one_line() -> None:
    found = ADVISOR.advise({"payload": 4.0}).layer("endpoint")
    assert is_silent(found)
    assert "endpoint · no fact speaks of this yet" in lines(payload=4.0)
    assert not any("queue" in line for line in lines(payload=4.0))


def test_objections_alone_answer_nothing() -> None:
    assert "endpoint · nothing speaks for one yet" in lines(payload=10.0)


def test_with_nothing_stated_the_options_stand_as_they_are_written() -> None:
    said, *rows = lines()
    assert said == "Nothing is stated yet, so no option stands out."
    billing = rows.index("billing")
    endpoints = [each.name.en for each in ADVISOR.decision.options if each.layer == "endpoint"]
    assert rows[:billing] == ["endpoint", *endpoints]


def test_a_layer_in_which_all_is_bad_is_not_silent() -> None:
    found = ALONE.advise({"load": "high"}).layer("only")
    without = found._replace(winners=(), level=found.level.SILENT, standings=found.standings[1:])
    assert not is_silent(without)


def test_winners_are_told_with_every_reason_and_losers_with_what_rules_them_out() -> None:
    told = lines(interaction="live", payload=40.0)
    assert any("as size-limit" in line for line in told)
    assert any("as nobody-waits" in line for line in told)
    told = lines(interaction="live", payload=10.0)
    assert any(line.startswith("++ [strong for] as answers-now") for line in told)
    assert any(line.startswith("!  [mind] as slow-upload") for line in told)


def test_bars_and_signs_hang_before_their_words() -> None:
    found = ADVISOR.advise({"interaction": "live"}).layer("endpoint")
    for standing in found.standings:
        line = standing_line(standing, found.standings[0].score, ranks=True)
        for lang in Lang:
            assert line.text[lang][line.hang :] == standing.option.name[lang]
            assert line.text[lang][: line.hang] == line.text.en[: line.hang]


def test_the_better_option_has_the_longer_bar() -> None:
    found = ADVISOR.advise({"interaction": "live", "traffic": "steady"}).layer("endpoint")
    best = found.standings[0].score
    bars = [
        standing_line(standing, best, ranks=True).text.en.count("█")
        for standing in found.standings
        if standing.score is not None
    ]
    assert bars == sorted(bars, reverse=True)
    assert bars[0] > bars[-1]


@pytest.mark.parametrize(
    ("name", "verdict"), [("wait", "helps"), ("retry", "harms"), ("shout", "no fact speaks of it")]
)
def test_options_that_are_judged_alone_get_a_verdict(name: str, verdict: str) -> None:
    standing = ALONE.advise({"load": "high"}).standing(name)
    assert standing_line(standing, None, ranks=False).text.en.endswith(f" · {verdict}")


def test_facts_that_cannot_hold_together_are_named() -> None:
    (line,) = clash_lines(ADVISOR.advise({"traffic": "rare", "payload": 40.0}))
    assert "traffic: rare" in line.text.en
    assert "payload: 40 MB" in line.text.en


def test_limits_that_leave_nothing_are_named() -> None:
    found = ADVISOR.advise({"interaction": "live", "payload": 40.0}).layer("endpoint")
    assert found.winners == ()
    assert "payload" in limits_line(found, NAMED).text.en
    assert "interaction" in limits_line(found, NAMED).text.en


def test_changes_say_what_they_replace() -> None:
    facts = {"interaction": "can-wait"}
    (line,) = list(flip_lines(ADVISOR.flips(facts, "real-time"), facts, NAMED))[:1]
    assert line.text.en.startswith("interaction: A person waits instead of It can wait")
    (line,) = list(flip_lines(ADVISOR.flips({}, "real-time"), {}, NAMED))[:1]
    assert " instead of " not in line.text.en
    (line,) = flip_lines((), {}, NAMED)
    assert line.text.en == "Not even two changes of facts make it the answer."


def test_why_not_names_the_rival_and_the_step() -> None:
    why = ADVISOR.why_not({"interaction": "live"}, "serverless")
    told = [line.text.en for line in why_not_lines(why, NAMED)]
    assert "real-time stands better: decided by strong reasons" in told


@pytest.mark.parametrize("lang", list(Lang))
def test_a_copy_holds_facts_answers_and_dated_sources(lang: Lang) -> None:
    advice = ADVISOR.advise({"interaction": "live", "payload": 10.0})
    assert source_ids(advice) == ("page",)
    page = advice_page(advice, {"page": PAGE}, lang)
    assert "- payload: 10 MB\n" in page
    assert "- weights: base (" in page, "what is assumed is said to be"
    assert "endpoint: real-time" in page
    assert "The page" in page
    assert "2026-11-22" in page
    assert page.endswith("https://example.com/page\n")
