"""How the learner chooses to practise: what is kept, what follows it, and what makes no sense."""

from __future__ import annotations

import pytest

from studyapp.core.questions.sitting import UNTIMED, Timing
from studyapp.study import quiz_choices as quiz
from studyapp.study.choices import QUESTIONS

PACE = Timing.at_pace(90, 60)


def test_nothing_chosen_is_ten_untimed_questions_without_those_kept_back() -> None:
    assert quiz.size_of({}) == 10
    assert quiz.timing_of({}, PACE) == UNTIMED
    assert not quiz.is_opened({})


@pytest.mark.parametrize("said", ["many", 7, None, "", ["10"]])
def test_what_another_version_may_have_chosen_counts_as_nothing(said: object) -> None:
    settings = {quiz.SIZE: said, quiz.CLOCK: said, quiz.OPENED: said}
    assert quiz.size_of(settings) == 10
    assert quiz.timing_of(settings, PACE) == UNTIMED
    assert not quiz.is_opened(settings)


def test_a_clock_is_the_pace_of_the_exam_or_minutes_for_the_set() -> None:
    assert quiz.timing_of({quiz.CLOCK: "pace"}, PACE) == Timing("pace", 90)
    assert quiz.timing_of({quiz.CLOCK: "pace"}, None) == UNTIMED
    assert quiz.timing_of({quiz.CLOCK: "minutes:20"}, None) == Timing("set", 1200)


def round_of(name: str, pace: Timing | None) -> list[object]:
    """The values that choosing again and again leads through, until one comes back."""
    settings: dict[str, object] = {}
    seen: list[object] = []
    while (value := quiz.changed(settings, name, pace)) not in seen:
        seen.append(value)
        settings[name] = value
    assert value == seen[0]
    return seen


@pytest.mark.parametrize("name", [quiz.SIZE, quiz.CLOCK, quiz.OPENED, QUESTIONS])
def test_a_choice_goes_round(name: str) -> None:
    assert len(round_of(name, PACE)) > 1


def test_the_pace_of_the_exam_is_offered_where_there_is_an_exam() -> None:
    assert "pace" in round_of(quiz.CLOCK, PACE)
    assert "pace" not in round_of(quiz.CLOCK, None)
    assert quiz.clock_of({quiz.CLOCK: "pace"}, None) == "none"
