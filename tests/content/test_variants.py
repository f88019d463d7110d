"""Variants of the built-in pack: a thousand of them, held to what is asked of the bank."""

from __future__ import annotations

from collections import Counter
from fcntl import LOCK_EX, flock
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from studyapp.core.advising.advisor import Advisor
from studyapp.core.advising.facts import read_facts
from studyapp.core.questions.bias import guessing
from studyapp.core.questions.bias.guessing import puzzle_of
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.questions.proving.proof import prove
from studyapp.core.questions.variants.sisters import Variant, Variants
from studyapp.core.questions.variants.stems import SLOT, WORDS
from studyapp.core.text import Lang
from studyapp.core.texts import texts
from studyapp.library.check.figures import differing
from studyapp.library.check.phrasing import ill_phrased
from studyapp.library.check.texts import Passage
from studyapp.library.codec import from_json, to_json
from studyapp.library.walk import Place

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.core.pack import Pack

MANY = 1_000
SEED = 20
NOWHERE = Place("variant", ())
TOO_STRANGE = 3.0
"""Standard deviations from chance that no guesser reaches by luck; `tests/bench` asks for less."""
FEW_DECIDE = {"easy": range(2), "medium": range(2, 3), "hard": range(3, 20)}


@pytest.fixture(scope="module")
def advisors(pack: Pack) -> dict[str, Advisor]:
    return {decision.id: Advisor(decision) for decision in pack.decisions}


@pytest.fixture(scope="module")
def maker(pack: Pack, advisors: dict[str, Advisor]) -> Variants:
    return Variants(pack.fragments, pack.questions, advisors.__getitem__, "a digest")


@pytest.fixture(scope="module")
def templates(pack: Pack) -> list[ChoiceQuestion]:
    return [q for q in pack.questions if isinstance(q, ChoiceQuestion) and q.decision]


@pytest.fixture(scope="module")
def run(maker: Variants, templates: list[ChoiceQuestion], caches: Path) -> list[Variant]:
    """A thousand variants, made by one worker for all: it takes as long as a hundred tests."""
    file, by_id = caches / "variants.json", {each.id: each for each in templates}
    with (caches / "variants.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not file.exists():
            made = islice(maker.endless(templates, SEED), MANY)
            told = tuple((template.id, seed, question) for template, seed, question in made)
            file.write_text(to_json(told), "utf-8")
    told = from_json(file.read_text("utf-8"))
    return [Variant(by_id[id_], seed, question) for id_, seed, question in told]


@pytest.fixture(scope="module")
def made(run: list[Variant]) -> list[ChoiceQuestion]:
    return [variant.question for variant in run]


def test_each_is_proved(made: list[ChoiceQuestion], advisors: dict[str, Advisor]) -> None:
    flaws = {
        question.id: found
        for question in made
        if (found := prove(advisors[str(question.decision)], question, None))
    }
    assert flaws == {}


def test_no_stated_fact_speaks_strongly_against_a_key(
    made: list[ChoiceQuestion], advisors: dict[str, Advisor]
) -> None:
    for question in made:
        advisor = advisors[str(question.decision)]
        stated = {fact.trait: fact.value for fact in question.facts}
        held = advisor.situations.of(read_facts(advisor.decision, stated)).held
        for option in (option for option in question.options if option.key):
            for name in option.stands_for:
                case = advisor.situations.book.cases[name]
                strong = (s.bit for s in case.sayings if s[2:4] == ("against", "strong"))
                assert not held & (case.kills | case.warns), (question.id, name)
                assert not any(held & bit for bit in strong), (question.id, name)


def test_where_something_goes_wrong_a_key_mends_that(
    made: list[ChoiceQuestion], advisors: dict[str, Advisor], pack: Pack
) -> None:
    problems = {each.decision: each.problem for each in pack.fragments if each.type == "decision"}
    mended = 0
    for question in made:
        advisor, problem = advisors[str(question.decision)], problems[str(question.decision)]
        stated = {fact.trait: fact.value for fact in question.facts}
        held = advisor.situations.of(read_facts(advisor.decision, stated)).held
        for option in question.options if problem in stated else ():
            sayings = advisor.situations.book.cases[option.stands_for[0]].sayings
            if option.key and advisor.decision.choose != "one":
                merits = (said for said in sayings if said.effect == "for" and held & said.bit)
                assert any(problem in said.rule.when for said in merits), (question.id, option.id)
                mended += 1
    assert mended


def test_most_wrong_answers_of_a_question_fail_for_different_reasons(
    made: list[ChoiceQuestion],
) -> None:
    causes = [[o.falls_to for o in question.options if not o.key] for question in made]
    assert sum(len(set(each)) for each in causes) > 0.8 * sum(map(len, causes))


def test_each_keeps_the_shape_of_its_question(run: list[Variant]) -> None:
    for template, _, question in run:
        assert (question.type, question.skill) == (template.type, template.skill)
        assert len(question.options) == len(template.options)
        assert sum(o.key for o in question.options) == sum(o.key for o in template.options)
        assert {f.trait for f in question.facts} == {f.trait for f in template.facts}


def test_no_two_are_told_alike(made: list[ChoiceQuestion]) -> None:
    for lang in Lang:
        assert len({question.stem[lang] for question in made}) == MANY


def test_stems_have_the_length_of_the_exam(made: list[ChoiceQuestion]) -> None:
    counts = [len(f"{question.stem.en} {question.asks.en}".split()) for question in made]
    assert WORDS[0] <= min(counts)
    assert max(counts) <= WORDS[1]


def test_nothing_is_left_to_fill_in_and_both_languages_say_the_same_numbers(
    made: list[ChoiceQuestion],
) -> None:
    for text in {text for question in made for text in texts(question)}:
        for lang in Lang:
            assert not SLOT.search(text[lang])
            assert not set(text[lang]) & set("«»\ue000")
            assert "  " not in text[lang]
        assert not list(differing(Passage(NOWHERE, text, text.en == text.vi, False, False)))


def test_each_fact_stands_in_the_words_of_both_languages(made: list[ChoiceQuestion]) -> None:
    for question in made:
        for fact in question.facts:
            for lang in Lang:
                assert fact.says[lang] in f"{question.stem[lang]} {question.asks[lang]}"


def test_difficulty_follows_the_facts_that_decide(made: list[ChoiceQuestion]) -> None:
    for question in made:
        deciding = sum(fact.role == "deciding" for fact in question.facts)
        assert deciding in FEW_DECIDE[question.difficulty]
    assert len({question.difficulty for question in made}) == len(FEW_DECIDE)


def test_hardly_any_is_ill_phrased(made: list[ChoiceQuestion]) -> None:
    found = [told.message for question in made for told in ill_phrased(NOWHERE, question)]
    assert len(found) <= MANY / 50


@pytest.mark.parametrize("lang", Lang)
def test_whoever_knows_nothing_guesses_no_better_than_by_chance(
    made: list[ChoiceQuestion], lang: Lang
) -> None:
    puzzles = [puzzle_of(question, lang, None) for question in made]
    for guesser, guesses in guessing.guesses(puzzles, lang).items():
        right = sum(guess.is_right for guess in guesses)
        chances = [guess.puzzle.chance for guess in guesses]
        spread = sum(chance * (1 - chance) for chance in chances) ** 0.5
        assert right - sum(chances) <= TOO_STRANGE * spread, guesser


def test_a_run_is_about_everything(
    run: list[Variant], pack: Pack, templates: list[ChoiceQuestion]
) -> None:
    met = Counter(variant.question.decision for variant in run)
    assert met.keys() == {decision.id for decision in pack.decisions}
    assert len({variant.template.id for variant in run}) > len(templates) * 4 / 5
    offered = {name for v in run for o in v.question.options for name in o.stands_for}
    keyed = {name for v in run for o in v.question.options if o.key for name in o.stands_for}
    assert len(offered) > 60
    assert len(keyed) > 50


def test_a_variant_can_be_made_again(run: list[Variant], pack: Pack) -> None:
    advisors = {decision.id: Advisor(decision) for decision in pack.decisions}
    maker = Variants(pack.fragments, pack.questions, advisors.__getitem__, "a digest")
    for variant in run[:12]:
        assert maker.sister(variant.template, variant.seed) == variant.question
