"""A sitting: what is asked, what comes back and when, and that it ends."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.history.events import Confidence
from studyapp.core.questions.grading import grade, key_of
from studyapp.core.questions.sitting import Sitting, Timing, Try
from tests.core.bank import choice, posed

feelings: st.SearchStrategy[Confidence] = st.sampled_from(("guess", "think", "sure"))
given_answers = st.lists(st.tuples(st.booleans(), feelings), max_size=40)


def begun(count: int, seed: int = 7) -> Sitting:
    return Sitting("s", seed, tuple(posed(choice(f"q{at:02}")) for at in range(count)))


def tried(sitting: Sitting, right: bool, confidence: Confidence = "think") -> Try:
    shown = sitting.shown
    assert shown is not None
    graded = grade(shown.question, key_of(shown.question) if right else ())
    return Try(shown, graded, confidence, False, 1000, sitting.is_return)


def answered(sitting: Sitting, right: bool, confidence: Confidence = "think") -> Sitting:
    return sitting.answered(tried(sitting, right, confidence))


def asked(sitting: Sitting) -> list[str]:
    return [each.shown.posed.key.removeprefix("pack/") for each in sitting.tries]


def finished(sitting: Sitting) -> Sitting:
    while sitting.current is not None:
        sitting = answered(sitting, right=True)
    return sitting


def test_what_was_right_is_asked_once() -> None:
    assert asked(finished(begun(4))) == ["q00", "q01", "q02", "q03"]


@pytest.mark.parametrize(
    ("right", "confidence", "place"),
    [
        (False, "sure", 4),
        (False, "think", 6),
        (False, "guess", 6),
        (True, "guess", 6),
        (True, "think", None),
        (True, "sure", None),
    ],
)
def test_what_was_wrong_or_guessed_comes_back_and_confident_mistakes_sooner(
    right: bool, confidence: Confidence, place: int | None
) -> None:
    sitting = finished(answered(begun(10), right, confidence))
    places = [at for at, key in enumerate(asked(sitting)) if key == "q00"]
    assert places == [0] if place is None else [0, place]
    assert [each.is_return for each in sitting.tries].count(True) == (place is not None)


def test_near_the_end_it_comes_back_after_what_is_left() -> None:
    sitting = answered(begun(2), right=False)
    assert asked(finished(sitting)) == ["q00", "q01", "q00"]


def test_of_what_is_left_at_the_end_confident_mistakes_come_first() -> None:
    sitting = begun(3)
    for confidence in ("think", "guess", "sure"):
        sitting = answered(sitting, right=False, confidence=confidence)
    assert asked(finished(sitting))[3:] == ["q02", "q00", "q01"]


def test_a_miss_comes_back_only_once() -> None:
    sitting = begun(1)
    for _ in range(2):
        sitting = answered(sitting, right=False)
    assert sitting.current is None


@given(given_answers, st.integers(0, 12))
def test_every_sitting_ends_and_asks_each_question_once_and_each_miss_once_more(
    answers: list[tuple[bool, Confidence]], count: int
) -> None:
    sitting = begun(count)
    steps = iter(answers)
    while sitting.current is not None:
        before = sitting
        sitting = answered(sitting, *next(steps, (False, "sure")))
        assert len(sitting.tries) == before.position <= 2 * count
        assert sitting.length >= before.length
    times = Counter(asked(sitting))
    missed = {t.shown.posed.key for t in sitting.tries if t.is_missed and not t.is_return}
    assert all(times[key.removeprefix("pack/")] == 2 for key in missed)
    assert sum(times.values()) == count + len(missed) == sitting.length == sitting.position


@given(given_answers, st.integers(0, 12))
def test_three_others_stand_between_unless_nothing_else_is_left(
    answers: list[tuple[bool, Confidence]], count: int
) -> None:
    sitting = begun(count)
    for given_answer in answers:
        if sitting.current is None:
            break
        if sitting.is_return and sitting.waiting:
            key = sitting.current.key
            since = [t.shown.posed.key for t in sitting.tries]
            assert len(since) - 1 - since.index(key) >= 3
        sitting = answered(sitting, *given_answer)


def test_what_comes_back_has_its_answers_in_another_order_some_time() -> None:
    orders = set()
    for seed in range(5):
        sitting = finished(answered(begun(1, seed), right=False))
        orders.add(tuple(each.shown.lines for each in sitting.tries))
    assert any(first != second for first, second in orders)


@given(st.integers(0, 2**32))
def test_the_seed_gives_every_order(seed: int) -> None:
    assert begun(3, seed).shown == begun(3, seed).shown


def test_an_answer_leaves_the_sitting_before_it_for_undo() -> None:
    before = begun(3)
    kept = (before.waiting, before.tries, before.returning)
    answered(before, right=False)
    assert (before.waiting, before.tries, before.returning) == kept


def test_a_question_is_taken_out_with_its_second_try_and_its_variants() -> None:
    first = posed(choice("q00"), variant=3)
    sitting = answered(begun(3), right=False).joined_by([first]).without("pack/q00")
    assert asked(finished(sitting)) == ["q00", "q01", "q02"]


def test_a_sitting_may_end_early_or_go_on() -> None:
    sitting = answered(begun(3), right=False)
    assert sitting.ended().current is None
    assert sitting.ended().position == 1
    more = sitting.ended().joined_by([posed(choice("new"))])
    assert asked(finished(more)) == ["q00", "new"]


def test_times_are_those_of_the_set_or_of_the_exam() -> None:
    assert Timing.for_set(10) == ("set", 600)
    assert Timing.at_pace(180, 75) == ("pace", 144)


def test_letters_tell_nothing_of_the_key() -> None:
    letters = Counter[str]()
    for seed in range(400):
        shown = begun(1, seed).shown
        assert shown is not None
        letters[shown.letter("a")] += 1
    assert min(letters.values()) > 60
    assert len(letters) == 4
