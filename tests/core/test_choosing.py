"""Which questions a sitting asks: the parts of a bank, and the order that helps most."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.history.standing import Standing
from studyapp.core.questions.answers import Answer
from studyapp.core.questions.arranging import apart, kin, spread
from studyapp.core.questions.choosing import Candidate, Wanted, choose, fitting, named
from studyapp.core.questions.form import Question
from studyapp.core.questions.shown import Posed
from studyapp.core.scheduling.memory import replay
from tests.core.bank import CASE, choice, matching, option, ordering, posed, response
from tests.core.history import DAY, later


def answer(*, right: bool = True, day: int = -3, **more: Any) -> Answer:
    said: dict[str, Any] = {
        "id": "e", "at": 0, "day": later(day), "chosen": (), "is_right": right, "was_right": right,
        "graded_rev": 1, "confidence": "think", "milliseconds": 0, "peeked": False,
        "read_in": "ui", "sitting": "", "mode": "practice", "rev": 1, "variant": None, "shown": "",
        "is_repeat": False, "counts": True,
    }  # fmt: skip
    return Answer(**{**said, **more})


def known(question: Question, *answers: Answer, **standing: Any) -> Candidate:
    """A question as its answers leave it."""
    scheduled = tuple((each.day, each.rating) for each in answers if each.rating is not None)
    stands = Standing(scheduled=scheduled, answers=answers, is_seen=bool(answers), **standing)
    return Candidate(posed(question), stands, replay(scheduled))


def chosen(
    bank: list[Candidate], seed: int = 1, wanted: Wanted | None = None, **more: Any
) -> list[str]:
    found = choose(bank, wanted or Wanted(), DAY, Random(seed), **more)
    return [each.question.id for each in found]


def numbered(count: int, **more: Any) -> list[Candidate]:
    return [known(choice(f"q{at:02}", **more)) for at in range(count)]


# --- parts


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(), "abcd"),
        (Wanted(exam_only=True), "abcde"),
        (Wanted(skills={"one"}), "abd"),
        (Wanted(decisions={"serving"}), "a"),
        (Wanted(decisions={"serving"}, exam_only=True), "ae"),
        (Wanted(types={"response", "ordering"}), "bc"),
        (Wanted(difficulties={"hard"}), "b"),
        (Wanted(pairs={"x-or-y"}), "d"),
        (Wanted(keys={"pack/a", "pack/e"}), "a"),
        (Wanted(unseen=True), "ac"),
        (Wanted(missed=True), "b"),
        (Wanted(flagged=True), "cd"),
        (Wanted(due=True), "bd"),
        (Wanted(skills={"one"}, flagged=True), "d"),
    ],
)
def test_a_part_of_the_bank_holds_what_it_says(wanted: Wanted, expected: str) -> None:
    bank = [
        known(choice("a", decision="serving")),
        known(response("b", difficulty="hard"), answer(right=False)),
        known(ordering("c", skill="two"), is_flagged=True),
        known(matching("d", pair="x-or-y"), answer(), is_flagged=True),
        known(choice("e", decision="serving", exam_only=True)),
    ]
    assert sorted(chosen(bank, wanted=wanted)) == list(expected)


def test_what_is_put_aside_is_not_asked() -> None:
    bank = [
        known(choice("a"), is_suspended=True),
        known(choice("b"), buried=DAY.isoformat()),
        known(choice("c"), buried=later(-1).isoformat()),
    ]
    assert chosen(bank) == ["c"]
    assert [each.posed.question.id for each in fitting(bank, Wanted(), DAY)] == ["c"]


def test_a_guess_is_missed_and_a_later_right_answer_mends_it() -> None:
    bank = [
        known(choice("a"), answer(confidence="guess")),
        known(choice("b"), answer(right=False), answer()),
        known(choice("c"), answer(), answer(right=False, variant=3)),
    ]
    assert sorted(chosen(bank, wanted=Wanted(missed=True))) == ["a", "c"]


def test_a_question_that_was_seen_and_taken_back_is_not_new() -> None:
    bank = [replace_seen(known(choice("a"))), known(choice("b"))]
    assert chosen(bank, wanted=Wanted(unseen=True)) == ["b"]
    assert chosen(bank) == ["b", "a"]


def replace_seen(candidate: Candidate) -> Candidate:
    return candidate._replace(standing=replace(candidate.standing, is_seen=True))


# --- the best mix


def test_confident_mistakes_come_first_then_other_misses_then_what_is_due_then_what_is_new() -> (
    None
):
    bank = [
        known(choice("known"), answer(day=0)),
        known(choice("new")),
        known(choice("due"), answer(day=-9)),
        known(choice("wrong"), answer(right=False)),
        known(choice("sure"), answer(right=False, confidence="sure")),
    ]
    for seed in range(5):
        assert chosen(bank, seed) == ["sure", "wrong", "due", "new", "known"]
    assert chosen(bank, count=3) == ["sure", "wrong", "due"]


def test_of_what_is_due_the_least_remembered_comes_first() -> None:
    bank = [known(choice(f"q{day}"), answer(day=-day)) for day in (4, 30, 9)]
    assert chosen(bank) == ["q30", "q9", "q4"]


@pytest.mark.parametrize("count", [8, 12, 20])
def test_new_questions_are_spread_over_the_skills_by_weight(count: int) -> None:
    bank = [known(choice(f"{skill}{at:02}", skill=skill)) for skill in "xyz" for at in range(20)]
    weights = {"x": 50.0, "y": 25.0, "z": 25.0}
    names = Counter(name[0] for name in chosen(bank, count=count, weights=weights))
    assert names == {"x": count // 2, "y": count // 4, "z": count // 4}


def test_a_skill_that_runs_out_leaves_its_share_to_the_others() -> None:
    bank = [*numbered(2, skill="x"), *[known(choice(f"y{at}", skill="y")) for at in range(6)]]
    assert len(chosen(bank, weights={"x": 90.0, "y": 10.0}, count=6)) == 6


def test_the_decisions_of_a_skill_take_turns() -> None:
    bank = [
        known(choice(f"{decision}{at}", decision=decision))
        for decision in ("llm", "size", "serving")
        for at in range(4)
    ]
    found = [bank_of[:-1] for bank_of in chosen(bank)]
    assert all(one != other for one, other in pairwise(found))
    assert all(len(set(found[at : at + 3])) == 3 for at in range(0, 12, 3))


@given(st.integers(0, 999), st.randoms(use_true_random=False))
def test_the_seed_gives_the_sitting_however_the_bank_is_written(seed: int, chance: Any) -> None:
    bank = [*numbered(6), *[known(choice(f"m{at}"), answer(right=False)) for at in range(3)]]
    shuffled = list(bank)
    chance.shuffle(shuffled)
    assert chosen(shuffled, seed) == chosen(bank, seed)
    assert chosen(shuffled, seed, order="weakest") == chosen(bank, seed, order="weakest")


def test_seeds_differ() -> None:
    assert len({tuple(chosen(numbered(8), seed)) for seed in range(6)}) > 1


@given(st.integers(0, 30), st.integers(0, 40), st.integers(0, 99))
def test_a_sitting_has_each_question_once_and_no_more_than_asked_for(
    size: int, count: int, seed: int
) -> None:
    found = chosen(numbered(size), seed, count=count)
    assert len(found) == len(set(found)) == min(size, count)


# --- weakest first


def test_weakest_first_goes_by_the_last_answer_then_by_the_topic() -> None:
    bank = [
        known(choice("firm", decision="good"), answer(day=0)),
        known(choice("faded", decision="good"), answer(day=-200)),
        known(choice("fresh-good", decision="good")),
        known(choice("fresh-bad", decision="bad")),
        known(choice("missed", decision="bad"), answer(right=False)),
        known(choice("missed-too", decision="bad"), answer(right=False)),
    ]
    found = chosen(bank, order="weakest")
    assert set(found[:2]) == {"missed", "missed-too"}
    assert found[2:] == ["fresh-bad", "faded", "fresh-good", "firm"]


def test_the_strength_of_a_topic_is_known_from_all_of_the_bank() -> None:
    bank = [
        known(choice("g", decision="good"), answer()),
        known(choice("b", decision="bad"), answer(right=False)),
        *[known(choice(f"new-{name}", decision=name)) for name in ("good", "bad", "other")],
    ]
    found = chosen(bank, wanted=Wanted(unseen=True), order="weakest")
    assert found == ["new-bad", "new-other", "new-good"]


# --- what stands side by side


def test_questions_are_kin_by_pair_and_by_the_key_of_a_decision() -> None:
    on_queue = (option("a", key=True, stands_for=("queue",)), option("b"))
    one = replace(choice("one", decision="serving"), options=on_queue)
    other = replace(one, id="other")
    assert kin(posed(one), posed(other))
    assert not kin(posed(one), posed(replace(other, decision="hosting")))
    assert kin(posed(choice("a", pair="p")), posed(matching("b", pair="p")))
    assert not kin(posed(choice("a")), posed(choice("b")))
    assert kin(posed(choice("a"), variant=1), posed(choice("a"), variant=2))


@given(st.lists(st.sampled_from((None, "p", "q", "r")), max_size=14))
def test_those_of_a_pair_are_neighbours_only_where_there_is_no_other_way(
    pairs: list[str | None],
) -> None:
    queue = [posed(choice(f"q{at}", pair=pair)) for at, pair in enumerate(pairs)]
    found = apart(queue)
    assert sorted(each.key for each in found) == sorted(each.key for each in queue)
    most = max(Counter(pair for pair in pairs if pair).values(), default=0)
    neighbours = sum(kin(one, other) for one, other in pairwise(found))
    assert neighbours == max(0, most - (len(queue) - most) - 1)


def test_apart_leaves_alone_what_is_apart() -> None:
    queue = [posed(choice(f"q{at}", pair=pair)) for at, pair in enumerate("pqpq")]
    assert apart(queue) == queue


@pytest.mark.parametrize("seed", range(4))
def test_the_questions_of_a_case_follow_one_another(seed: int) -> None:
    bank = numbered(9)
    of_case = [
        Candidate(Posed(key=f"pack/c{at}", question=choice(f"c{at}"), case=CASE), Standing(), None)
        for at in range(3)
    ]
    found = chosen([*bank, *of_case], seed)
    places = [at for at, name in enumerate(found) if name[0] == "c"]
    assert places == list(range(places[0], places[0] + 3))


@given(st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from((None, "d", "e"))), max_size=20))
def test_spreading_keeps_every_question_and_its_share_at_every_length(
    shapes: list[tuple[str, str | None]],
) -> None:
    queue = [
        posed(choice(f"q{at}", skill=skill, decision=decision))
        for at, (skill, decision) in enumerate(shapes)
    ]
    found = spread(queue, {"x": 2.0})
    assert sorted(each.key for each in found) == sorted(each.key for each in queue)
    taken, all_of = Counter[str](), Counter(skill for skill, _ in shapes)
    for each in found:
        taken[each.question.skill] += 1
        others = [s for s in "yz" if taken[s] < all_of[s]]
        if taken["x"] < all_of["x"] and others:
            assert abs(taken["x"] / 2 - max(taken[s] for s in others)) <= 1


def test_what_tells_questions_apart_has_a_name() -> None:
    assert named(choice(decision="serving"), "decision") == "serving"
    assert named(ordering(), "decision") == ""
    assert named(ordering(), "type") == "ordering"
    assert named(choice(pair="p"), "pair") == "p"
