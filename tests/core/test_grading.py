"""Grading: all or nothing, and what became of each part."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.questions.form import Question
from studyapp.core.questions.grading import Outcome, grade, is_answer_to, key_of, needed, pairs
from tests.core.bank import choice, matching, ordering, response

QUESTIONS: tuple[Question, ...] = (choice(), response(), ordering(), matching())
RIGHT, WRONG, MISSED, LEFT = (
    Outcome.PICKED_RIGHT,
    Outcome.PICKED_WRONG,
    Outcome.MISSED,
    Outcome.LEFT,
)
some_ids = st.lists(st.sampled_from(("a", "b", "c", "d", "e", "z", "a=a", "a=b", "b=b", "=", "")))


def test_a_choice_is_right_by_its_key_alone() -> None:
    assert grade(choice(), ("a",)).outcomes == {"a": RIGHT, "b": LEFT, "c": LEFT, "d": LEFT}
    wrong = grade(choice(), ("c",))
    assert not wrong.is_right
    assert wrong.outcomes == {"a": MISSED, "b": LEFT, "c": WRONG, "d": LEFT}
    assert wrong.key == ("a",)


@pytest.mark.parametrize(
    ("chosen", "right"),
    [
        (("a", "b"), True),
        (("b", "a"), True),
        (("a",), False),
        (("a", "c"), False),
        (("a", "b", "c"), False),
        (("a", "a"), False),
        (("a", "b", "z"), False),
        ((), False),
    ],
)
def test_a_response_is_all_or_nothing(chosen: tuple[str, ...], right: bool) -> None:
    assert grade(response(), chosen).is_right is right


def test_an_ordering_tells_which_places_are_right() -> None:
    assert grade(ordering(), ("a", "b", "c", "d")).is_right
    swapped = grade(ordering(), ("b", "a", "c", "d"))
    assert not swapped.is_right
    assert swapped.outcomes == {"a": WRONG, "b": WRONG, "c": RIGHT, "d": RIGHT}
    begun = grade(ordering(), ("a", "b")).outcomes
    assert begun == {"a": RIGHT, "b": RIGHT, "c": MISSED, "d": MISSED}


def test_a_matching_tells_which_prompts_are_right_and_takes_an_answer_that_is_shared() -> None:
    assert grade(matching(), ("a=a", "b=b", "c=c")).is_right
    assert grade(matching(), ("c=a", "b=b", "a=a")).is_right
    wrong = grade(matching(), ("a=b", "b=b", "c=c"))
    assert not wrong.is_right
    assert wrong.outcomes == {"a": WRONG, "b": RIGHT, "c": RIGHT}
    assert grade(matching(), ("a=a", "c=a")).outcomes["b"] is MISSED


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.type)
def test_a_blank_answer_is_wrong_and_the_key_is_right(question: Question) -> None:
    assert not grade(question, ()).is_right
    assert grade(question, key_of(question)).is_right
    assert len(key_of(question)) == needed(question)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.type)
@given(chosen=some_ids)
def test_whatever_is_chosen_has_an_outcome_for_each_part(
    question: Question, chosen: list[str]
) -> None:
    graded = grade(question, chosen)
    assert graded.outcomes.keys() == grade(question, ()).outcomes.keys()
    bad = {WRONG, MISSED} & set(graded.outcomes.values())
    assert graded.is_right == (not bad and is_answer_to(question, chosen))
    if graded.is_right and not chosen[0].count("=") and question.type != "ordering":
        assert set(chosen) == set(key_of(question))


@given(st.permutations(("a", "b", "c", "d", "e")), st.integers(0, 5))
def test_the_order_of_picks_does_not_matter(order: list[str], count: int) -> None:
    chosen = order[:count]
    assert grade(response(), chosen) == grade(response(), sorted(chosen))


@given(st.integers(0, 999))
def test_only_the_written_order_of_entries_is_right(seed: int) -> None:
    order = list("abcd")
    Random(seed).shuffle(order)
    assert grade(ordering(), order).is_right == (order == list("abcd"))


def test_an_answer_to_another_form_of_the_question_is_none_to_this() -> None:
    assert is_answer_to(choice(), ("b",))
    assert not is_answer_to(choice(), ("e",))
    assert not is_answer_to(response(), ("a",))
    assert not is_answer_to(ordering(), ("a", "b", "c", "e"))
    assert not is_answer_to(matching(), ("a=a", "b=b", "c=x"))
    assert not is_answer_to(matching(), ("a=a", "a=b", "c=c"))


def test_pairs_pass_over_what_is_no_pair() -> None:
    assert pairs(("a=b", "c", "d=")) == {"a": "b", "d": ""}
