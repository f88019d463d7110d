"""What a guesser who knows nothing makes of questions."""

from __future__ import annotations

from collections.abc import Callable
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.questions.bias.chances import uneven, wilson
from studyapp.core.questions.bias.guessing import (
    Guess,
    Puzzle,
    echo,
    guess,
    guesses,
    leanings,
    longest,
    shortest,
    trained,
)
from studyapp.core.text import Lang

Spoil = Callable[[Puzzle, int], str]
"""Another text for the key at a place of a puzzle."""

WORDS = [a + b + "ra" + c for a in "bdfgklmnprst" for b in "aeiou" for c in "bdgkm"]


def puzzle(*answers: str, keys: tuple[int, ...] = (0,), id_: str = "q", stem: str = "") -> Puzzle:
    type_ = "choice" if len(keys) == 1 else "response"
    return Puzzle(id_, type_, stem, answers, frozenset(keys))


def bank(seed: int, count: int, answers: int = 4, keys: int = 1) -> list[Puzzle]:
    """Puzzles of random words whose keys are drawn by lot."""
    lots = Random(seed)
    return [
        puzzle(
            *(" ".join(lots.choices(WORDS, k=lots.randint(8, 12))) for _ in range(answers)),
            keys=tuple(lots.sample(range(answers), keys)),
            id_=f"q-{at}",
            stem=" ".join(lots.choices(WORDS, k=20)),
        )
        for at in range(count)
    ]


def right(made: list[Guess]) -> int:
    return sum(each.is_right for each in made)


def strays(made: list[Guess]) -> bool:
    low, high = wilson(right(made), len(made))
    return not low <= made[0].puzzle.chance <= high


def test_each_guesser_picks_what_it_is_named_for() -> None:
    one = puzzle("stream it", "stream it to a queue", "no", "no more", stem="a queue of orders")

    assert longest([one])[0].order[0] == 1
    assert shortest([one])[0].order[0] == 2
    assert echo([one, *bank(0, 9)])[0].order[0] == 1


def test_a_response_is_right_with_every_key_or_not_at_all() -> None:
    answers = ("aaaa", "aaa", "aa", "a", "aaaaa")

    assert longest([puzzle(*answers, keys=(4, 0))])[0].is_right
    assert not longest([puzzle(*answers, keys=(4, 1))])[0].is_right
    assert puzzle(*answers, keys=(4, 1)).chance == 1 / 10


def test_words_of_many_stems_are_no_echo() -> None:
    """Else an answer would be picked for its articles."""
    others = [each._replace(stem=f"the cost of the {each.stem}") for each in bank(0, 9)]
    one = puzzle("the cost of the", "tulip", stem="the cost of the tulip")

    assert echo([one, *others])[0].order == (1, 0)


def test_equal_answers_are_parted_by_lots_that_favour_no_place() -> None:
    picked = [guess(puzzle(*"abcd", id_=f"q-{at}"), [1, 1, 1, 1]).order[0] for at in range(400)]

    assert uneven([picked.count(place) for place in range(4)], 400) > 0.01
    assert picked[:9] == [
        guess(puzzle(*"abcd", id_=f"q-{at}"), [1, 1, 1, 1]).order[0] for at in range(9)
    ]


@pytest.mark.parametrize(
    ("sign", "spoil"),
    [
        (("length", "far above"), lambda each, at: f"{each.answers[at]} {'x' * 40}"),
        (("word", "never"), lambda each, at: f"never {each.answers[at]}"),
        (("word", "lowest"), lambda each, at: f"the lowest {each.answers[at]}"),
        (("name", "bedrock"), lambda each, at: f"{each.answers[at]} on Bedrock"),
        (("echo", "far above"), lambda each, at: f"{each.answers[at]} {each.stem[:30]}"),
    ],
    ids=lambda case: case[0] if isinstance(case, tuple) else "",
)
def test_the_trained_guesser_learns_whatever_marks_keys(
    sign: tuple[str, str], spoil: Spoil
) -> None:
    puzzles = [
        each._replace(
            answers=tuple(
                spoil(each, at) if at in each.keys else answer
                for at, answer in enumerate(each.answers)
            )
        )
        for each in bank(1, 60)
    ]

    assert right(trained(puzzles, Lang.EN)) > 45
    assert sign in [found for found, weight in leanings(puzzles, Lang.EN)[:4] if weight > 0]


def test_the_trained_guesser_learns_places() -> None:
    puzzles = [each._replace(keys=frozenset({2})) for each in bank(1, 60)]

    assert right(trained(puzzles, Lang.EN)) > 45
    assert leanings(puzzles, Lang.EN)[0][0] == ("place", "3 of 4")


def test_nothing_is_learned_from_the_question_that_is_guessed() -> None:
    """Each key has a name of its own, which no other question could teach."""
    puzzles = [
        each._replace(
            answers=tuple(
                f"{answer} on Own{number}{at in each.keys}"
                for at, answer in enumerate(each.answers)
            )
        )
        for number, each in enumerate(bank(1, 80))
    ]

    assert right(trained(puzzles, Lang.EN)) < 35


def test_the_same_bank_is_guessed_the_same_in_any_order() -> None:
    puzzles = bank(3, 60)
    turned = list(reversed(puzzles))

    for name, made in guesses(puzzles, Lang.EN).items():
        again = guesses(turned, Lang.EN)[name]
        assert [each.order for each in reversed(again)] == [each.order for each in made]


@pytest.mark.parametrize(("answers", "keys", "count"), [(4, 1, 110), (5, 2, 34), (6, 3, 18)])
def test_chance_makes_guessers_stray_about_as_often_as_the_interval_says(
    answers: int, keys: int, count: int
) -> None:
    """One in twenty is what 95 % means; of few questions with three keys it is up to one in ten."""
    made = [
        each
        for seed in range(20)
        for each in guesses(bank(seed, count, answers, keys), Lang.EN).values()
    ]

    assert sum(map(strays, made)) / len(made) < 0.125


@given(st.integers(2, 9).flatmap(lambda size: st.tuples(st.just(size), st.integers(1, size - 1))))
def test_blind_picks_are_as_many_as_there_are_ways(drawn: tuple[int, int]) -> None:
    size, keys = drawn
    one = puzzle(*map(str, range(size)), keys=tuple(range(keys)))

    assert one.chance == 1 / comb(size, keys)
