"""A question on display: order by its seed, letters, phrases and digest; and drafts of answers."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.prose import plain
from studyapp.core.questions.draft import Draft
from studyapp.core.questions.form import Question, StatedFact
from studyapp.core.questions.grading import grade, key_of
from studyapp.core.questions.shown import Phrase, Shown, case_of
from studyapp.core.text import Lang, Text
from tests.core.bank import (
    BIG_UPLOADS,
    CASE,
    choice,
    matching,
    option,
    ordering,
    posed,
    response,
)

QUESTIONS: tuple[Question, ...] = (choice(), response(), ordering(), matching())
seeds = st.integers(0, 2**32)


def shown(question: Question, seed: int = 1) -> Shown:
    return Shown(posed(question), seed)


def ids(of: Shown) -> list[str]:
    return [line.id for line in of.lines]


# --- order and letters


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.type)
@given(seed=seeds)
def test_the_seed_gives_the_order_and_letters_follow_it(question: Question, seed: int) -> None:
    one = shown(question, seed)
    assert one == shown(question, seed)
    assert [line.letter for line in one.answers or one.lines] == list("ABCDE")[
        : len(one.answers or one.lines)
    ]
    assert all(one.letter(line.id) == line.letter for line in one.lines)
    assert one.letter("nothing") == ""


def test_every_option_stands_at_every_place_about_as_often() -> None:
    first = Counter(ids(shown(choice(), seed))[0] for seed in range(800))
    assert set(first) == set("abcd")
    assert min(first.values()) > 140


@given(seeds)
def test_an_ordering_is_never_shown_in_its_right_order(seed: int) -> None:
    assert ids(shown(ordering(entries="ab"), seed)) == ["b", "a"]


@given(seeds)
def test_the_answers_of_a_matching_are_each_shown_once(seed: int) -> None:
    one = shown(matching(), seed)
    assert sorted(line.text.en for line in one.answers) == ["cold", "warm"]
    assert [(line.id, line.letter) for line in one.lines] == [("a", "1"), ("b", "2"), ("c", "3")]
    assert one.answer_letter("a") == one.answer_letter("c") != one.answer_letter("b")
    given_back = tuple(f"{line.id}={_answer_to(one, line.id)}" for line in one.lines)
    assert grade(one.question, given_back).is_right


def _answer_to(one: Shown, prompt: str) -> str:
    letter = one.answer_letter(prompt)
    return next(line.id for line in one.answers if line.letter == letter)


# --- words


def test_a_case_is_told_before_the_stem() -> None:
    question = choice(case="hats")
    assert case_of(question, {"hats": CASE}) == CASE
    assert case_of(ordering(), {"hats": CASE}) is None
    of_case = Shown(posed(question, case=CASE), 1)
    assert [part.name for part in of_case.parts] == ["story", "stem", "asks"]
    assert of_case.digest != shown(question).digest


@given(seeds, seeds)
def test_the_digest_is_that_of_the_words_in_any_order(one: int, other: int) -> None:
    assert shown(choice(), one).digest == shown(choice(), other).digest
    assert len(shown(choice(), one).digest) == 16


def test_the_digest_changes_with_any_word_that_is_shown_and_with_none_of_the_explanation() -> None:
    said = choice()
    digest = shown(said).digest
    for changed in (
        replace(said, stem=Text("A shop sells hats.", "Một tiệm bán mũ.")),
        replace(said, asks=Text.once("Well?")),
        replace(said, options=(*said.options[:3], option("e"))),
    ):
        assert shown(changed).digest != digest
    assert shown(replace(said, takeaway=Text.once("new"))).digest == digest


def test_the_words_of_a_variant_can_be_read_again() -> None:
    told = json.loads(shown(BIG_UPLOADS).text)
    assert told["parts"]["asks"]["vi"] == "Endpoint nào phù hợp?"
    assert [o["id"] for o in told["options"] if o["key"]] == ["queue"]
    assert told["options"][1]["misconception"] == "m-live"
    assert json.loads(shown(matching()).text)["answers"]


# --- phrases


def test_the_phrases_of_facts_are_found_in_both_languages() -> None:
    one = shown(BIG_UPLOADS)
    for lang in Lang:
        words = {part.name: plain(part.text[lang]) for part in one.parts}
        phrases = one.phrases(lang)
        found = [words[each.part][each.start : each.end] for each in phrases]
        assert found == [fact.says[lang] for fact in BIG_UPLOADS.facts]
        assert [each.is_deciding for each in phrases] == [True, False]


def test_a_phrase_is_found_in_the_words_without_their_markup() -> None:
    fact = StatedFact(trait="t", value="v", says=Text("**40** MB", "**40** MB"))
    marked = choice(stem=Text.once("Scans of **40** MB come in."), facts=(fact,))
    assert shown(marked).phrases(Lang.EN) == (Phrase("stem", 9, 14, "t", True),)


def test_a_phrase_may_stand_in_the_story_or_be_missing() -> None:
    said = StatedFact(trait="t", value="v", says=Text("Winter", "Mùa đông"))
    gone = StatedFact(trait="u", value="v", says=Text("Summer", "Mùa hè"))
    of_case = Shown(posed(choice(facts=(gone, said)), case=CASE), 1)
    assert of_case.phrases(Lang.VI) == (Phrase("story", 0, 8, "t", True),)
    assert shown(ordering()).phrases(Lang.EN) == ()


# --- drafts


def test_a_choice_has_one_pick_which_another_one_replaces() -> None:
    draft = Draft(shown(choice())).picked("a").picked("b")
    assert draft.chosen == ("b",)
    assert draft.is_complete
    assert draft.picked("b").chosen == ()
    assert draft.picked("nothing") == draft


def test_a_response_takes_no_more_picks_than_it_asks_for() -> None:
    draft = Draft(shown(response())).picked("e").picked("a")
    assert draft.picked("b") == draft
    assert draft.picked("e").picked("b").chosen == ("a", "b")


def test_what_is_struck_out_is_not_picked_and_can_be_brought_back() -> None:
    draft = Draft(shown(choice())).picked("a").strike("a")
    assert not draft.chosen
    assert draft.struck == {"a"}
    assert draft.strike("a").struck == frozenset()
    assert Draft(shown(ordering())).strike("a").struck == frozenset()


def test_entries_are_put_in_order_one_by_one_or_moved() -> None:
    draft = Draft(shown(ordering())).picked("c").picked("a")
    assert draft.chosen == ("c", "a")
    assert draft.arranged[:2] == ("c", "a")
    assert not draft.is_complete
    moved = draft.moved("a", -1)
    assert moved.chosen[:2] == ("a", "c")
    assert moved.is_complete
    assert moved.moved("a", -1) == moved
    assert moved.moved("a", 99).chosen[-1] == "a"
    assert moved.moved("nothing", 1) == moved


def test_prompts_are_given_answers_and_lose_them() -> None:
    draft = Draft(shown(matching())).matched("b", "a").matched("a", "b")
    assert draft.chosen == ("a=b", "b=a")
    assert draft.matched("a", None).chosen == ("b=a",)
    assert draft.matched("a", "nothing").chosen == ("b=a",)
    assert draft.matched("nothing", "a") == draft
    assert draft.picked("a") == draft


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.type)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(("pick", "move", "match", "strike")),
            st.sampled_from("abcdez"),
            st.sampled_from((None, "a", "b", "z")),
            st.integers(-3, 3),
        ),
        max_size=12,
    )
)
def test_no_draft_holds_what_was_not_shown_or_more_than_is_asked_for(
    question: Question, steps: list[tuple[str, str, str | None, int]]
) -> None:
    draft = Draft(shown(question))
    for what, one, other, by in steps:
        match what:
            case "pick":
                draft = draft.picked(one)
            case "move":
                draft = draft.moved(one, by)
            case "match":
                draft = draft.matched(one, other)
            case _:
                draft = draft.strike(one)
    assert len(draft.chosen) == len(set(draft.chosen)) <= len(key_of(question))
    assert not set(draft.chosen) & draft.struck
    assert {part for each in draft.chosen for part in each.split("=")} <= set("abcde")
