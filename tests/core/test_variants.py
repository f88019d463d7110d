"""Sisters of questions: what they keep, what they change, and that nothing gives their key away."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice
from math import log
from random import Random

import pytest

from studyapp.core.advising.facts import read_facts
from studyapp.core.questions.bias.guessing import Puzzle, longest, shortest
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.questions.proving.proof import prove
from studyapp.core.questions.variants.composing import Beliefs, Composer
from studyapp.core.questions.variants.fragments import Unlikely
from studyapp.core.questions.variants.ground import Ground
from studyapp.core.questions.variants.outlook import Shape
from studyapp.core.questions.variants.parity import worded
from studyapp.core.questions.variants.plotting import draw
from studyapp.core.questions.variants.stems import Teller
from studyapp.core.text import Lang, Text
from tests.core.trips import (
    CLUBS,
    PLACES,
    TRIPS,
    WORDING,
    company,
    fact,
    phrases,
    template,
    variants,
)

SEEDS = range(12)
GROUND = Ground(TRIPS, WORDING, CLUBS)


def sisters(of: ChoiceQuestion | None = None) -> list[ChoiceQuestion]:
    bank = of or template()
    made = variants(bank)
    return [found for seed in SEEDS if (found := made.sister(bank, seed))]


def tell(**facts: str | float) -> Text | None:
    story = Teller(GROUND).tell(facts, WORDING.closings[0], Random(5))
    return story.stem if story else None


# --- what a sister is


def test_every_seed_gives_a_sister_that_the_rules_prove() -> None:
    found = sisters()
    assert len(found) == len(SEEDS)
    assert [prove(TRIPS, question, None) for question in found] == [()] * len(SEEDS)


def test_a_sister_states_the_same_traits_about_something_else() -> None:
    home = read_facts(TRIPS.decision, {"place": "near", "luggage": 3})
    for question in sisters():
        facts = read_facts(TRIPS.decision, {f.trait: f.value for f in question.facts})
        assert facts.keys() == home.keys()
        assert facts != home


def test_what_is_right_elsewhere_one_fact_away_is_what_is_wrong_here() -> None:
    for question in sisters():
        facts = read_facts(TRIPS.decision, {f.trait: f.value for f in question.facts})
        near = TRIPS.all_flips(facts)
        assert all(near[name] for o in question.options if not o.key for name in o.stands_for)


def test_a_sister_answers_to_the_id_and_the_seed_and_is_open_to_practice() -> None:
    bank = template("q-hike")
    question = variants(bank).sister(bank, 7)
    assert question is not None
    assert (question.id, question.skill, question.decision) == ("q-hike.7", "skill", "trips")
    assert (question.exam_only, question.rev, question.case) == (False, 1, None)


def test_reasons_are_those_of_the_rules() -> None:
    for question in sisters():
        because = {rule.id: rule.because for rule in TRIPS.decision.rules}
        for option in question.options:
            if option.falls_to in because:
                assert option.why == because[option.falls_to]
        assert question.see == ("note",)
        assert question.sources == ("page",)


def test_a_belief_is_what_the_bank_knows_or_else_what_the_fragments_say() -> None:
    beliefs = {
        name: option.misconception
        for question in sisters()
        for option in question.options
        if not option.key
        for name in option.stands_for
    }
    assert beliefs["bike"] == "m-bank"
    assert beliefs["lift"] == "m-lift"


def test_difficulty_is_how_many_facts_decide() -> None:
    names = {0: None, 1: "easy", 2: "medium"}
    for question in sisters(template("q", fact("place", "near"), fact("purse", "empty"))):
        deciding = sum(stated.role == "deciding" for stated in question.facts)
        assert question.difficulty == names[deciding]


# --- the same again


def test_the_same_pack_question_and_seed_give_the_same_words() -> None:
    bank = template()
    assert variants(bank).sister(bank, 3) == variants(bank).sister(bank, 3)


def test_whatever_was_made_before_changes_nothing() -> None:
    bank = template()
    made = variants(bank)
    made.sister(bank, 1)
    made.sister(template("q-other"), 2)
    assert made.sister(bank, 3) == variants(bank).sister(bank, 3)


def test_another_seed_or_another_pack_gives_other_words() -> None:
    bank = template()
    stems = [
        variants(bank, digest=digest).sister(bank, seed) for digest in "ab" for seed in (1, 2, 3)
    ]
    assert len({question.stem for question in stems if question}) > 3


# --- what has no sister


@pytest.mark.parametrize(
    "question",
    [
        template(decision=None),
        template(decision="unheard-of"),
        template("q-untold", fact("closing", "cheapest"), fact("luggage", "heavy")),
    ],
    ids=["no decision", "no fragments", "a fact that cannot be read"],
)
def test_a_question_that_fragments_cannot_tell_has_no_sister(question: ChoiceQuestion) -> None:
    assert variants(question).sister(question, 1) is None


def test_a_trait_without_phrases_has_no_sister() -> None:
    told = tuple(each for each in WORDING.phrases if each.trait != "luggage")
    bank = template()
    assert variants(bank, wording=replace(WORDING, phrases=told)).sister(bank, 1) is None


def test_an_option_without_words_is_never_offered() -> None:
    told = tuple(each for each in WORDING.proposals if each.option != "train")
    bank = template()
    made = variants(bank, wording=replace(WORDING, proposals=told))
    found = [made.sister(bank, seed) for seed in SEEDS]
    offered = {name for q in found if q for o in q.options for name in o.stands_for}
    assert offered == set(PLACES.values()) - {"train"}


def test_what_no_story_tells_together_is_not_told() -> None:
    everything = Unlikely(when={"place": tuple(PLACES)})
    bank = template()
    assert variants(bank, wording=replace(WORDING, unlikely=(everything,))).sister(bank, 1) is None
    for question in sisters():
        facts = {stated.trait: stated.value for stated in question.facts}
        assert facts != {"place": "near", "luggage": 60}


def test_what_the_rules_forbid_together_is_no_situation() -> None:
    there = TRIPS.situations.of({"place": "summit", "purse": "empty"})
    assert TRIPS.situations.clashes(there)
    assert not GROUND.is_likely(there)


def test_what_is_right_here_is_never_offered_as_wrong() -> None:
    here = Shape(GROUND, template()).at({"place": "near", "luggage": 3.0})
    assert here is not None
    assert here.right == {("walk",)}
    assert not here.is_wrong(("walk",))
    assert here.is_wrong(("ship",))


def test_an_answer_that_the_rules_do_not_prove_is_never_asked() -> None:
    bank, composer = template(), Composer(GROUND, Beliefs(()))
    shape = Shape(GROUND, bank)
    plot = next(p for p in (draw(shape, Random(seed)) for seed in SEEDS) if p)
    argument = composer.argue(shape, plot)
    assert argument is not None
    assert composer.compose(bank, argument, Random(1))
    (key,), (wrong, *others) = argument.merits, argument.fallen
    swapped = argument._replace(
        merits={wrong: argument.merits[key]},
        fallen={
            key: argument.fallen[wrong]._replace(answer=key),
            **{other: argument.fallen[other] for other in others},
        },
    )
    assert composer.compose(bank, swapped, Random(1)) is None


def test_a_fact_is_told_of_a_company_that_it_suits() -> None:
    found = sisters(template("q", fact("place", "near"), fact("purse", "empty")))
    rich = [q.stem.en for q in found for f in q.facts if f.value == "full"]
    assert rich
    assert all("Oslo" in stem for stem in rich)


# --- words


def test_each_fact_is_stated_by_words_of_the_stem_in_both_languages() -> None:
    for question in sisters():
        for stated in question.facts:
            for lang in Lang:
                assert stated.says[lang]
                assert stated.says[lang] in question.stem[lang]
                assert "«" not in question.stem[lang]


def test_the_closing_sentence_states_the_qualifier() -> None:
    bank = template("q", fact("place", "near"), fact("luggage", 3), fact("closing", "cheapest"))
    question = variants(bank).sister(bank, 2)
    assert question is not None
    (asked,) = [stated for stated in question.facts if stated.trait == "closing"]
    assert (asked.says.en, question.asks.en) == ("CHEAPEST", "Which way is CHEAPEST?")
    assert asked.says.vi in question.asks.vi


def test_a_sentence_names_its_company_once() -> None:
    told = tell(place="near", purse="empty", luggage=3.0)
    assert told is not None
    assert "The club has an empty purse, and members know it, and they carry 3 bags" in told.en
    assert "Câu lạc bộ hết tiền, thành viên biết rõ, và họ mang 3 túi." in told.vi


def test_what_is_long_stands_alone() -> None:
    long = tuple(replace(each, is_long=each.trait == "purse") for each in WORDING.phrases)
    story = Teller(Ground(TRIPS, replace(WORDING, phrases=long), CLUBS)).tell(
        {"place": "near", "purse": "empty", "luggage": 3.0}, WORDING.closings[0], Random(5)
    )
    assert story is not None
    assert "members know it. Members carry 3 bags" in story.stem.en


def test_a_short_stem_has_an_aside_and_a_long_one_has_none() -> None:
    short = tell(place="near", luggage=3.0)
    assert short is not None
    assert "One of them has to find out how" in short.en
    wordy = phrases("luggage", ("«they carry 3 bags»" + " very slowly" * 20, "«mang 3 túi»"))
    wordy = replace(wordy, amounts=next(p for p in WORDING.phrases if p.amounts).amounts)
    others = tuple(each for each in WORDING.phrases if each.trait != "luggage")
    story = Teller(Ground(TRIPS, replace(WORDING, phrases=(*others, wordy)), CLUBS)).tell(
        {"place": "near", "luggage": 3.0}, WORDING.closings[0], Random(5)
    )
    assert story is not None
    assert "One of them" not in story.stem.en


def test_a_stem_that_would_be_too_long_is_not_told() -> None:
    verbose = company("Hue", does=Text("travels" + " and sings" * 50, "đi xa"))
    ground = Ground(TRIPS, WORDING, (verbose,))
    assert (
        Teller(ground).tell({"place": "near", "luggage": 3.0}, WORDING.closings[0], Random(5))
        is None
    )


# --- what would give a key away


def test_a_key_is_as_often_the_longest_or_the_shortest_answer_as_any_other() -> None:
    answers = [(name,) for name in ("walk", "bike", "train", "ship")]
    said = [worded(GROUND, answers, [("bike",)], Random(seed)) for seed in range(400)]
    for lang in Lang:
        puzzles = [
            Puzzle(str(at), "choice", "", tuple(text[lang] for text in texts), frozenset({1}))
            for at, texts in enumerate(said)
        ]
        for guesses in (longest(puzzles), shortest(puzzles)):
            assert 70 <= sum(guess.is_right for guess in guesses) <= 130


def test_an_endless_run_asks_nothing_twice() -> None:
    bank = [template("q-one"), template("q-two", fact("place", "abroad"), fact("purse", "empty"))]
    run = list(islice(variants(*bank).endless(bank, 4), 60))
    assert len({made.question.stem for made in run}) == len(run)


def test_over_many_runs_each_option_is_right_about_as_often_as_it_is_wrong() -> None:
    bank = [template("q-one"), template("q-two", fact("place", "abroad"), fact("purse", "empty"))]
    leaning = 0.0
    for seed in range(6):
        right, wrong = Counter[str](), Counter[str]()
        for made in islice(variants(*bank).endless(bank, seed), 25):
            for option in made.question.options:
                (right if option.key else wrong).update(option.stands_for)
        leaning += sum(abs(log((right[n] + 1) / (wrong[n] / 3 + 1))) for n in PLACES.values())
    assert leaning < 8  # it is 10 when options are right as it comes


def test_keys_stand_in_every_place_alike() -> None:
    bank = template()
    made = variants(bank)
    found = (made.sister(bank, seed) for seed in range(120))
    places = Counter(q.options.index(key) for q in found if q for key in q.options if key.key)
    assert len(places) == 4
    assert all(16 <= count <= 46 for count in places.values())


def test_an_endless_run_can_be_made_again_one_by_one() -> None:
    bank = [template()]
    made = variants(*bank)
    for found in islice(made.endless(bank, 9), 5):
        assert found.question == variants(*bank).sister(found.template, found.seed)


def test_a_run_of_nothing_ends() -> None:
    dry = [template("q-dry", decision=None)]
    assert list(variants(*dry).endless(dry, 1)) == []
    assert list(variants().endless([], 1)) == []
