"""Exams in a history: attempts in figures, and answers that count for their questions."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.exams.acts import ExamAnswered
from studyapp.core.exams.log import ExamLog
from studyapp.core.exams.report import report
from studyapp.core.history.events import Event, Flagged, Regraded, Undone
from studyapp.core.history.progress import Progress
from studyapp.core.questions.accuracy import score
from studyapp.core.scheduling.memory import AGAIN, GOOD
from tests.core.exams import MINUTE, QUESTIONS, Room
from tests.core.history import DAYS, History, fold

KEYS = [f"pack/{question.id}" for question in QUESTIONS]


def sat(room: Room, answers: dict[int, str], **felt: Any) -> Room:
    """Answer some questions, by the letters of their options, and submit."""
    for place, options in answers.items():
        room.work(10_000, 5000)
        room.did(room.attempt.jump(place, room.clocks.stamp))
        for option in options:
            room.did(room.attempt.pick(option, room.clocks.stamp))
        if str(place) in felt:
            room.did(room.attempt.feel(felt[str(place)], room.clocks.stamp))
    room.did(room.attempt.submit(room.clocks.stamp))
    return room


def test_answers_count_once_the_exam_is_submitted() -> None:
    room = Room.enter()
    room.did(room.attempt.pick("b", room.clocks.stamp))
    room.did(room.attempt.pick("a", room.clocks.stamp))
    running = fold(room.log.events)
    assert not running.standing(KEYS[0]).answers
    assert running.memory(KEYS[0]) is None
    assert not running.calendar
    sat(room, {1: "ac"})
    progress = fold(room.log.events)
    (answer,) = progress.standing(KEYS[0]).answers
    assert (answer.chosen, answer.is_right, answer.mode) == (("a",), True, "exam")
    assert (answer.sitting, answer.milliseconds) == ("attempt", 10_000)
    (wrong,) = progress.standing(KEYS[1]).answers
    assert not wrong.is_right
    assert not progress.standing(KEYS[2]).answers
    (day,) = progress.calendar.values()
    assert (day.answers, day.answering) == (2, 10_000)


def test_an_answer_in_an_exam_is_remembered_as_one_in_a_quiz() -> None:
    room = sat(Room.enter(), {0: "a", 2: "b", 3: "a"}, **{"2": "guess"})
    progress = fold(room.log.events)
    ratings = [[rating for _, rating in progress.standing(key).scheduled] for key in KEYS]
    assert ratings == [[GOOD], [], [AGAIN], [AGAIN]]
    assert [progress.memory(key) is not None for key in KEYS] == [True, False, True, True]
    assert progress.standing(KEYS[2]).rev == 3


def test_a_key_that_is_corrected_later_scores_an_answer_anew() -> None:
    room = sat(Room.enter(), {0: "b"})
    (answer,) = fold(room.log.events).standing(KEYS[0]).answers
    room.log.did(Regraded(item=KEYS[0], target=answer.id, right=True, rev=2))
    (answer,) = fold(room.log.events).standing(KEYS[0]).answers
    assert answer.is_right
    assert not answer.was_right


def test_an_exam_is_not_taken_back_by_an_undo() -> None:
    room = Room.enter()
    flagged = room.log.did(Flagged(item="pack/card"))
    sat(room, {0: "a"})
    assert fold(room.log.events).ledger.undoable("laptop") == flagged


def test_an_attempt_is_told_in_figures_without_its_paper() -> None:
    room = Room.enter(unscored=frozenset({2}), known=frozenset({1}))
    log = ExamLog()
    for event in room.log.events:
        log.feed(event)
    (running,) = log.attempts("pack")
    assert (running.by, running.blank, running.id) == (None, 4, "attempt")
    sat(room, {0: "a", 1: "ab", 2: "b"})
    for event in room.log.events[2:]:
        log.feed(event)
    (over,) = log.attempts("pack")
    assert (over.by, over.blank, over.used) == ("learner", 1, 30_000)
    assert (over.score, over.new) == ((2, 3), (1, 2))
    assert log.attempts("another") == ()


def test_what_happens_to_an_exam_after_its_end_changes_nothing() -> None:
    room = sat(Room.enter(), {0: "a"})
    before = fold(room.log.events)
    late = ExamAnswered(
        attempt="attempt", used=40_000, stamp=room.clocks.stamp, place=1, chosen=("a", "b")
    )
    room.keep([late])
    after = fold(room.log.events)
    assert after.exams.attempt("attempt") == before.exams.attempt("attempt")
    assert after.exams.attempts("pack") == before.exams.attempts("pack")
    assert not after.standing(KEYS[1]).answers


def test_an_answer_after_the_time_is_none_even_if_another_computer_kept_it() -> None:
    room = Room.enter()
    late = ExamAnswered(
        attempt="attempt",
        used=10 * MINUTE,
        stamp=room.clocks.stamp,
        place=0,
        chosen=("a",),
        right=True,
    )
    room.keep([late])
    room.did(room.attempt.submit(room.clocks.stamp))
    progress = fold(room.log.events)
    assert progress.exams.attempts("pack")[0].score == (0, 4)
    assert not progress.standing(KEYS[0]).answers
    attempt = progress.exams.attempt("attempt")
    assert attempt is not None
    assert not attempt.draft.chosen


def test_looking_between_events_changes_nothing() -> None:
    room = sat(Room.enter(), {0: "a", 1: "ab"})
    progress = Progress(DAYS)
    for event in room.log.events:
        assert not progress.standing(KEYS[0]).answers
        assert not progress.calendar
        progress.feed(event)
    assert [len(progress.standing(key).answers) for key in KEYS] == [1, 1, 0, 0]
    assert len(progress.calendar) == 1


def test_an_exam_whose_paper_is_gone_is_still_counted() -> None:
    room = sat(Room.enter(), {0: "a"})
    events = [event for event in room.log.events if event.kind != "ExamPaper"]
    progress = fold(events)
    assert progress.exams.attempt("attempt") is None
    assert progress.exams.attempt("none") is None
    assert progress.exams.attempts("pack")[0].score == (1, 4)
    assert len(progress.standing(KEYS[0]).answers) == 1


def test_events_without_a_beginning_are_no_attempt() -> None:
    room = sat(Room.enter(), {0: "a"})
    progress = fold(event for event in room.log.events if event.kind != "ExamStarted")
    assert progress.exams.attempts("pack") == ()
    assert not progress.standing(KEYS[0]).answers


answers = st.dictionaries(
    st.integers(0, len(QUESTIONS) - 1), st.sets(st.sampled_from("abcd"), max_size=2), max_size=4
)


@given(answers, st.sets(st.integers(0, 3)), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_events_does_not_matter_and_the_score_is_that_of_the_log(
    given_: dict[int, set[str]], unscored: set[int], chance: random.Random
) -> None:
    room = Room.enter(unscored=frozenset(unscored))
    for place, options in given_.items():
        room.did(room.attempt.jump(place, room.clocks.stamp))
        for option in sorted(options)[: 1 + place % 2]:
            room.did(room.attempt.pick(option, room.clocks.stamp))
    room.did(room.attempt.submit(room.clocks.stamp))
    shuffled = list(room.log.events)
    chance.shuffle(shuffled)
    progress = fold(shuffled)
    folded = progress.exams.attempt("attempt")
    assert folded is not None
    assert folded.shown_at(room.attempt.place) == room.attempt
    (figures,) = progress.exams.attempts("pack")
    told = plainly(room.log, unscored)
    assert figures.score == told == report(room.attempt).marks.score
    counted = [a for key in KEYS for a in progress.standing(key).answers]
    assert score(counted).right == score(report(room.attempt).questions).right
    assert len(counted) == 4 - figures.blank


def plainly(log: History, unscored: set[int]) -> tuple[int, int]:
    """The score, from nothing but the last answer to each question in the log."""
    right = {"hat": {"a"}, "hats": {"a", "b"}, "cap": {"b"}, "caps": {"d", "e"}}
    last: dict[int, set[str]] = {}
    for event in log.events:
        if event.kind == "ExamAnswered":
            last[event.body["place"]] = set(event.body.get("chosen", ()))
    scored = [at for at in range(4) if at not in unscored]
    return sum(last.get(at) == right[QUESTIONS[at].id] for at in scored), len(scored)


def test_a_forged_undo_takes_no_answer_out_of_an_exam() -> None:
    room = Room.enter()
    room.did(room.attempt.pick("a", room.clocks.stamp))
    answered: Event = room.log.events[-1]
    room.log.did(Undone(target=answered.id))
    sat(room, {})
    assert fold(room.log.events).exams.attempts("pack")[0].score == (1, 4)
    assert room.attempt.used < MINUTE
