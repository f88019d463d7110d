"""What an exam came to, and how far that can be relied on."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.exams.report import Report, report
from studyapp.core.exams.scoring import Interval, Marks, Scaled, pass_share, scaled, verdict, wilson
from studyapp.core.questions.accuracy import Score
from studyapp.core.questions.grading import Outcome
from tests.core.bank import choice
from tests.core.exams import MINUTE, QUESTIONS, Room

SCALE = (100, 1000)


def marks(right: int, of: int) -> Marks:
    return Marks(Score(right, of), wilson(Score(right, of)))


# --- scores


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(49, 65, 64, 84), (6, 8, 41, 93), (55, 65, 74, 91), (0, 10, 0, 28), (10, 10, 72, 100)],
)
def test_the_interval_is_wilsons(right: int, of: int, low: int, high: int) -> None:
    interval = wilson(Score(right, of))
    assert interval is not None
    assert (round(100 * interval.low), round(100 * interval.high)) == (low, high)


@given(st.integers(1, 500), st.data())
def test_the_interval_holds_the_share(of: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, of))
    interval = wilson(Score(right, of))
    assert interval is not None
    assert 0 <= interval.low <= right / of + 1e-9
    assert right / of - 1e-9 <= interval.high <= 1


def test_without_questions_there_is_no_interval_and_few_say_little() -> None:
    assert wilson(Score(0, 0)) is None
    assert marks(15, 19).is_few
    assert not marks(15, 20).is_few


def test_a_scaled_score_is_estimated_from_forty_questions_on_by_a_straight_line() -> None:
    assert scaled(marks(39, 39), SCALE) is None
    assert scaled(marks(0, 0), SCALE) is None
    half = scaled(marks(20, 40), SCALE)
    assert isinstance(half, Scaled)
    assert half.estimate == 550
    assert (half.low, half.high) == (417, 683)
    whole = scaled(marks(65, 65), SCALE)
    assert whole is not None
    assert (whole.estimate, whole.high) == (1000, 1000)
    assert pass_share(SCALE, 750) == pytest.approx(0.7222, abs=1e-4)


@pytest.mark.parametrize(
    ("interval", "said"),
    [((0.7, 0.9), "above"), ((0.5, 0.7), "open"), ((0.2, 0.6), "below"), (None, "open")],
)
def test_the_pass_line_is_only_passed_by_the_whole_interval(
    interval: tuple[float, float] | None, said: str
) -> None:
    found = Marks(Score(1, 1), None if interval is None else Interval(*interval))
    assert verdict(found, 0.65) == said


# --- an exam


def sat(answers: dict[int, list[str]], felt: dict[int, Any], **terms: Any) -> Report:
    """Sit an exam: at each place the options in the order in which they are picked."""
    room = Room.enter(mode="relaxed", **terms)
    for place, picks in answers.items():
        room.did(room.attempt.jump(place, room.clocks.stamp))
        room.work(4_000)
        for option in picks:
            room.did(room.attempt.pick(option, room.clocks.stamp))
        if place in felt:
            room.did(room.attempt.feel(felt[place], room.clocks.stamp))
    room.did(room.attempt.submit(room.clocks.stamp))
    return report(room.attempt)


SIX = (*QUESTIONS, choice("bow", skill="two", decision="sizing"), choice("tie", skill="one"))


def test_only_scored_questions_count_and_blanks_are_wrong() -> None:
    found = sat(
        {0: ["a"], 1: ["a", "b"], 2: ["a"], 4: ["a"]},
        {},
        questions=SIX,
        unscored=frozenset({4}),
        known=frozenset({0, 2}),
    )
    assert found.marks.score == (2, 5)
    assert (found.seen.score, found.new.score) == ((1, 2), (1, 3))
    assert found.blank == (3, 5)
    assert [(topic.id, topic.marks.score) for topic in found.skills] == [
        ("one", (1, 4)),
        ("two", (1, 1)),
    ]
    assert [(topic.id, topic.marks.score) for topic in found.decisions] == [
        ("", (1, 4)),
        ("serving", (1, 1)),
    ]
    assert found.scaled is None
    assert found.verdict == "open"


def test_each_question_has_what_an_explanation_needs() -> None:
    marked = sat({0: ["b"]}, {}).questions[0]
    assert marked.key == "pack/hat"
    assert marked.grade.outcomes["b"] is Outcome.PICKED_WRONG
    assert marked.grade.key == ("a",)
    assert marked.placed.shown.letter("a")


def test_review_begins_with_confident_mistakes() -> None:
    found = sat(
        {0: ["a"], 1: ["a", "b"], 2: ["a"], 4: ["b"]},
        {0: "sure", 1: "guess", 4: "sure"},
        questions=SIX,
    )
    assert [each.place for each in found.in_review] == [4, 2, 3, 5, 1, 0]
    assert [each.place for each in found.missed] == [4, 2, 3, 5, 1]


def test_calibration_takes_only_what_was_said() -> None:
    found = sat({0: ["a"], 1: ["a", "b"], 2: ["a"]}, {0: "sure", 2: "sure"})
    assert found.calibration == {"guess": (0, 0), "think": (0, 0), "sure": (1, 2)}


def test_changes_of_answers_are_counted_as_they_were_made() -> None:
    found = sat({0: ["a", "b", "c", "a"], 1: ["a", "b", "b", "c"]}, {})
    assert found.changes == {"right-wrong": 2, "wrong-wrong": 1, "wrong-right": 1}
    assert found.questions[0].changes == ("right-wrong", "wrong-wrong", "wrong-right")


def test_slow_questions_took_twice_as_long_as_half_of_them_did() -> None:
    room = Room.enter(minutes=2)
    for place, seconds in enumerate((10, 90, 8, 9)):
        room.did(room.attempt.jump(place, room.clocks.stamp))
        room.work(1000 * seconds)
    room.did(room.attempt.submit(room.clocks.stamp))
    pace = report(room.attempt).pace
    assert [each.place for each in pace.slow] == [1]
    assert (pace.allowed, pace.left) == (MINUTE / 2, 3_000)
    assert pace.taken == 117_000 / 4


def test_accuracy_is_told_with_and_without_a_look_at_the_other_language() -> None:
    room = Room.enter(mode="relaxed")
    room.did(room.attempt.gloss(room.clocks.stamp))
    room.did(room.attempt.pick("a", room.clocks.stamp))
    room.did(room.attempt.jump(2, room.clocks.stamp))
    room.did(room.attempt.pick("a", room.clocks.stamp))
    room.did(room.attempt.submit(room.clocks.stamp))
    assert report(room.attempt).gloss == ((1, 1), (0, 1))
