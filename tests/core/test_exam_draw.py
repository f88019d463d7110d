"""Which questions an exam asks."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.exams.blueprint import (
    allot,
    cut,
    extra_minutes,
    terms_of_own,
    terms_of_preset,
    usual_minutes,
)
from studyapp.core.exams.draw import draw, drawable
from studyapp.core.exams.sheet import Placed, Terms
from studyapp.core.history.standing import Standing
from studyapp.core.pack import Exam, Preset
from studyapp.core.questions.arranging import kin
from studyapp.core.questions.choosing import Candidate
from studyapp.core.text import Text
from tests.core.bank import choice, matching, ordering, posed, response

EXAM = Exam(
    name=Text.once("Exam"),
    code="E-1",
    scored=65,
    unscored=10,
    minutes=180,
    scale=(100, 1000),
    pass_mark=750,
    extra_minutes=30,
    presets=(
        Preset(id="quick", title=Text.once("Quick"), scored=10, minutes=24),
        Preset(id="full", title=Text.once("Full"), scored=65, unscored=10, minutes=180),
    ),
    sources=("guide",),
)
WEIGHTS = {"one": 50.0, "two": 25.0, "three": 25.0}
TEN = Terms(scored=10, allowed=1)


def candidate(name: str, *, seen: bool = False, kind: Any = choice, **more: Any) -> Candidate:
    return Candidate(posed(kind(name, **more)), Standing(is_seen=seen), None)


def bank(size: int = 40, **more: Any) -> list[Candidate]:
    """So many questions of each skill, of two decisions and both types, half kept for exams."""
    return [
        candidate(
            f"{skill}-{at}",
            skill=skill,
            kind=response if at % 4 == 0 else choice,
            decision="serving" if at % 3 else "sizing",
            exam_only=at % 2 == 0,
            **more,
        )
        for skill in WEIGHTS
        for at in range(size)
    ]


def drawn(pool: list[Candidate], terms: Terms = TEN, seed: int = 1, met: Any = ()) -> Any:
    return draw(pool, terms, WEIGHTS, met, Random(seed))


def names(paper: tuple[Placed, ...]) -> list[str]:
    return [each.question.id for each in paper]


# --- terms


def test_the_extra_time_is_as_large_a_share_as_of_the_whole_exam() -> None:
    quick, full = EXAM.presets
    assert terms_of_preset(EXAM, full).allowed == 180 * 60_000
    assert terms_of_preset(EXAM, full, extra=True).allowed == 210 * 60_000
    assert terms_of_preset(EXAM, quick, extra=True).allowed == 28 * 60_000
    assert extra_minutes(EXAM, 60) == 10


def test_an_exam_of_ones_own_has_any_count_and_time() -> None:
    terms = terms_of_own(EXAM, 15, 36, extra=True, mode="relaxed")
    assert (terms.preset, terms.scored, terms.unscored) == ("", 15, 0)
    assert terms.allowed == 42 * 60_000
    assert usual_minutes(EXAM, 75) == 180
    assert usual_minutes(EXAM, 10) == 24


def test_a_small_bank_gives_a_shorter_exam_at_the_same_pace() -> None:
    full = terms_of_preset(EXAM, EXAM.presets[1])
    assert cut(full, 75) == full
    less = cut(full, 70)
    assert (less.scored, less.unscored, less.allowed) == (65, 5, 168 * 60_000)
    assert (cut(full, 25).scored, cut(full, 25).unscored) == (25, 0)


# --- shares


weights = st.dictionaries(st.text("abcdef", min_size=1), st.floats(1, 100), min_size=1)


@given(weights, st.integers(0, 100), st.randoms(use_true_random=False))
def test_shares_differ_from_their_weight_by_less_than_one(
    by: dict[str, float], count: int, chance: Random
) -> None:
    given_ = allot(count, by, dict.fromkeys(by, 1000), chance)
    assert sum(given_.values()) == count
    for name, weight in by.items():
        assert abs(given_[name] - count * weight / sum(by.values())) < 1


@given(weights, st.integers(0, 60), st.randoms(use_true_random=False), st.data())
def test_what_has_no_room_leaves_its_share_to_the_others(
    by: dict[str, float], count: int, chance: Random, data: st.DataObject
) -> None:
    room = {name: data.draw(st.integers(0, 20)) for name in by}
    given_ = allot(count, by, room, chance)
    assert sum(given_.values()) == min(count, sum(room.values()))
    assert all(0 <= given_[name] <= room[name] for name in by)


# --- the paper


def test_one_seed_gives_one_paper_whatever_the_order_of_the_bank() -> None:
    pool = bank()
    first = drawn(pool, seed=3)
    Random(0).shuffle(pool)
    assert drawn(pool, seed=3) == first
    assert drawn(pool, seed=4) != first


@pytest.mark.parametrize(("scored", "unscored"), [(10, 0), (25, 0), (65, 10), (7, 3)])
def test_many_seeds_match_the_blueprint(scored: int, unscored: int) -> None:
    terms, pool = Terms(scored=scored, unscored=unscored, allowed=1), bank()
    sums: Counter[str] = Counter()
    for seed in range(40):
        paper = drawn(pool, terms, seed)
        assert len(set(names(paper))) == scored + unscored
        for counted, count in ((True, scored), (False, unscored)):
            found = Counter(e.question.skill for e in paper if e.is_scored is counted)
            assert sum(found.values()) == count
            for skill, weight in WEIGHTS.items():
                assert abs(found[skill] - count * weight / 100) < 1
        sums.update(each.question.skill for each in paper if each.is_scored)
    assert abs(sums["two"] - sums["three"]) <= 0.1 * sums["one"] + 10


def test_decisions_and_types_have_the_shares_they_have_in_the_bank() -> None:
    for seed in range(10):
        paper = drawn(bank(48), Terms(scored=48, allowed=1), seed)
        one = [each.question for each in paper if each.question.skill == "one"]
        assert len(one) == 24
        assert abs(sum(question.decision == "sizing" for question in one) - 8) <= 1
        assert abs(sum(question.type == "response" for question in one) - 6) <= 1


def test_the_unseen_come_first_and_of_these_the_ones_kept_for_exams() -> None:
    pool = [
        candidate(f"{'new' if new else 'old'}-{'kept' if kept else 'open'}-{at}", seen=not new,
                  exam_only=kept, skill="one")
        for new in (True, False)
        for kept in (True, False)
        for at in range(5)
    ]  # fmt: skip
    five = names(drawn(pool, Terms(scored=5, allowed=1)))
    assert all(name.startswith("new-kept") for name in five)
    assert all(name.startswith("new-") for name in names(drawn(pool)))
    fifteen = drawn(pool, Terms(scored=15, allowed=1))
    assert sum(name.startswith("old-kept") for name in names(fifteen)) == 5
    assert all(each.is_new == each.question.id.startswith("new") for each in fifteen)


def test_questions_of_earlier_exams_count_as_seen() -> None:
    pool = [candidate(f"q-{at}", skill="one") for at in range(6)]
    met = {f"pack/q-{at}" for at in range(3)}
    paper = drawn(pool, Terms(scored=3, allowed=1), met=met)
    assert sorted(names(paper)) == ["q-3", "q-4", "q-5"]
    assert not any(
        each.is_new for each in drawn(pool, met=met | {f"pack/q-{at}" for at in range(6)})
    )


def test_what_gives_one_another_away_is_taken_apart_and_else_put_apart() -> None:
    pool = [
        candidate(f"{pair}-{at}", skill="one", pair=f"pair-{pair}")
        for pair in "abcde"
        for at in range(3)
    ]
    for seed in range(10):
        five = [each.shown.posed for each in drawn(pool, Terms(scored=5, allowed=1), seed)]
        assert not any(kin(a, b) for at, a in enumerate(five) for b in five[:at])
        all_ = [each.shown.posed for each in drawn(pool, Terms(scored=15, allowed=1), seed)]
        assert not any(kin(a, b) for a, b in pairwise(all_))


def test_only_its_types_are_drawn_and_nothing_of_a_case_or_suspended() -> None:
    suspended = Candidate(posed(choice("s")), Standing(is_suspended=True), None)
    pool = [
        candidate("c"),
        candidate("r", kind=response),
        candidate("o", kind=ordering),
        candidate("m", kind=matching),
        candidate("of-case", case="hats"),
        suspended,
    ]
    assert [each.posed.question.id for each in drawable(pool, ("choice", "response"))] == ["c", "r"]
    assert [each.posed.question.id for each in drawable(pool, ("choice",))] == ["c"]


def test_orders_of_answers_differ_from_question_to_question() -> None:
    paper = drawn(bank())
    assert len({each.shown.seed for each in paper}) == 10
    assert len({tuple(line.id for line in each.shown.lines) for each in paper}) > 3
