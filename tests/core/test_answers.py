"""Answers to questions: schedule and accuracy, folded, re-scored and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.history.events import (
    Act,
    Answered,
    Carded,
    Flagged,
    Linked,
    Regraded,
    Restarted,
    Reviewed,
    Suspended,
    Undone,
    act_of,
)
from studyapp.core.history.progress import Progress
from studyapp.core.history.tallies import Tally
from studyapp.core.questions.accuracy import Score, calibration, glossed, score
from studyapp.core.scheduling.memory import replay
from tests.core.history import DAY, DAYS, History, fold, later

KEYS = ("pack/q1", "pack/q2")
Q1, Q2 = KEYS
chances: st.SearchStrategy[Any] = st.booleans()
given_answers = st.builds(
    Answered,
    item=st.sampled_from(KEYS),
    chosen=st.sampled_from((("a",), ("b",), ())),
    right=st.booleans(),
    confidence=st.sampled_from(("guess", "think", "sure")),
    milliseconds=st.integers(0, 90_000),
    peeked=st.booleans(),
    sitting=st.sampled_from(("", "s1", "s2")),
    variant=st.sampled_from((None, None, None, 7)),
)
others: st.SearchStrategy[Act] = st.one_of(
    st.builds(Flagged, item=st.sampled_from(KEYS), on=st.booleans()),
    st.builds(Suspended, item=st.sampled_from(KEYS), on=st.booleans()),
    st.builds(Carded, item=st.sampled_from(KEYS), on=st.booleans()),
    st.builds(Restarted, item=st.sampled_from(KEYS), rev=st.just(2)),
    st.builds(Linked, item=st.just(Q1), old=st.just(Q2)),
)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Answers over some days, with other acts, corrections of the key, and undos of all of them."""
    history, day = History(), 0
    for _ in range(draw(st.integers(0, 18))):
        day += draw(st.sampled_from((0, 0, 1, 4)))
        past = history.events
        what = draw(st.sampled_from(("answer", "answer", "answer", "other", "undo", "regrade")))
        if what == "undo" and past:
            history.undo(draw(st.sampled_from(past)), day)
        elif what == "regrade" and past:
            target = draw(st.sampled_from(past))
            history.did(
                Regraded(item=target.item or Q1, target=target.id, right=draw(chances)), day
            )
        else:
            history.did(draw(others if what == "other" else given_answers), day)
    return history


def told(progress: Progress) -> dict[str, Any]:
    return {
        "items": {key: (progress.standing(key), progress.memory(key)) for key in KEYS},
        "calendar": dict(progress.calendar),
        "undo": (progress.ledger.undoable("laptop"), progress.ledger.redoable("laptop")),
    }


def answer(history: History, day: int = 0, *, right: bool = True, **more: Any) -> str:
    """An answer to the first question; returns the id of its event."""
    return history.did(Answered(**{"item": Q1, "chosen": ("a",), "right": right, **more}), day).id


# --- the log


@given(given_answers)
def test_an_answer_is_kept_and_read_back_as_it_was(act: Answered) -> None:
    event = History().did(act)
    assert act_of(event) == act
    assert all(not isinstance(value, tuple) for value in event.body.values())


def test_fields_of_a_later_version_are_passed_over() -> None:
    event = History().did(Answered(item=Q1, chosen=("a",), right=True))
    later_on = event._replace(body={**event.body, "mood": "bright"})
    assert act_of(later_on) == act_of(event)
    assert fold([later_on]).standing(Q1).answers[0].is_right


@pytest.mark.parametrize(
    "body",
    [{}, {"right": 1, "chosen": ["a"]}, {"right": True}, {"right": True, "chosen": "a"}],
)
def test_an_answer_that_makes_no_sense_is_none(body: dict[str, Any]) -> None:
    event = History().did(Answered(item=Q1, chosen=(), right=False))._replace(body=body)
    progress = fold([event])
    assert not progress.standing(Q1).is_seen
    assert progress.calendar[DAY].answers == 0


@pytest.mark.parametrize(
    "body", [{"confidence": "very"}, {"confidence": []}, {"milliseconds": "x"}]
)
def test_what_is_said_strangely_of_an_answer_does_not_lose_it(body: dict[str, Any]) -> None:
    event = History().did(Answered(item=Q1, chosen=("a",), right=True))
    (found,) = fold([event._replace(body={**event.body, **body})]).standing(Q1).answers
    assert (found.confidence, found.milliseconds) == ("think", 0)


# --- folding


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_events_come_does_not_matter(history: History, chance: Any) -> None:
    shuffled = [*history.events, *history.events[:3]]
    chance.shuffle(shuffled)
    assert told(fold(shuffled)) == told(history.progress)


@given(histories(), st.sets(st.integers(0, 18)))
def test_looking_between_events_changes_nothing(history: History, looks: set[int]) -> None:
    progress = Progress(DAYS)
    for at, event in enumerate(history.events):
        progress.feed(event)
        if at in looks:
            told(progress)
    assert told(progress) == told(history.progress)


def without_traces(said: dict[str, Any]) -> dict[str, Any]:
    """What progress says, but for what an undo leaves: that the question was seen."""
    items = {
        key: (replace(standing, is_seen=False), memory)
        for key, (standing, memory) in said["items"].items()
    }
    return {**said, "items": items, "undo": said["undo"][0]}


@given(histories(), st.lists(given_answers, min_size=1, max_size=4))
def test_undo_gives_back_exactly_the_earlier_state(history: History, acts: list[Answered]) -> None:
    progress = history.progress
    before = [told(progress)]
    for act in acts:
        progress.feed(history.did(act, 90))
        before.append(told(progress))
    for earlier in reversed(before[:-1]):
        last = progress.ledger.undoable("laptop")
        assert last is not None
        progress.feed(history.undo(last, 90))
        assert without_traces(told(progress)) == without_traces(earlier)


@given(histories(), st.data())
def test_a_correction_that_is_undone_leaves_nothing(history: History, data: st.DataObject) -> None:
    answer(history, 80)
    progress = history.progress
    before = told(progress)
    target = data.draw(st.sampled_from([e for e in history.events if e.kind == Answered.kind]))
    regraded = history.did(Regraded(item=target.item, target=target.id, right=data.draw(chances)))
    progress.feed(regraded)
    progress.feed(history.undo(regraded))
    after = told(progress)
    assert {**after, "undo": None} == {**before, "undo": None}


@given(st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.sampled_from(("guess", "sure")))))
def test_the_schedule_is_that_of_a_plain_replay_by_the_package(
    steps: list[tuple[int, bool, Any]],
) -> None:
    history, day = History(), 0
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=1, due=datetime(2026, 3, 2, 12, tzinfo=UTC))
    for gap, right, confidence in steps:
        day += gap
        answer(history, day, right=right, confidence=confidence)
        given_rating = Rating.Good if right and confidence == "sure" else Rating.Again
        noon = datetime(*later(day).timetuple()[:3], 12, tzinfo=UTC)
        card, _ = scheduler.review_card(card, given_rating, noon)
    memory = history.progress.memory(Q1)
    if memory is None:
        assert not steps
        return
    assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
    assert memory.due == card.due.date()


def test_variants_and_repeats_leave_the_schedule_alone_and_count_in_the_accuracy() -> None:
    history = History()
    answer(history, right=False, sitting="s1")
    answer(history, sitting="s1")
    answer(history, 2, right=False, sitting="s2", variant=5)
    answer(history, 3, sitting="s2")
    answer(history, 3, sitting="s2")
    standing = history.progress.standing(Q1)
    assert standing.scheduled == ((DAY, 1), (later(3), 3))
    assert [each.is_repeat for each in standing.answers] == [False, True, False, False, True]
    assert score(each for each in standing.answers if each.counts) == Score(3, 5)
    assert standing.reviews == 5


def test_without_a_sitting_every_answer_is_one_of_its_own() -> None:
    history = History()
    answer(history)
    answer(history)
    assert history.progress.standing(Q1).scheduled == ((DAY, 3), (DAY, 3))


def test_after_an_undo_the_next_answer_of_the_sitting_makes_the_schedule() -> None:
    history = History()
    first = answer(history, right=False, sitting="s1")
    history.did(Undone(target=first))
    assert history.progress.standing(Q1).is_seen
    answer(history, sitting="s1")
    answer(history, 1, sitting="s2")
    standing = history.progress.standing(Q1)
    assert standing.scheduled == ((DAY, 3), (later(1), 3))
    assert [each.counts for each in standing.answers] == [False, True]


@pytest.mark.parametrize(
    ("right", "confidence", "missed", "rating"),
    [
        (True, "sure", False, 3),
        (True, "think", False, 3),
        (True, "guess", True, 1),
        (False, "sure", True, 1),
    ],
)
def test_a_guess_is_no_knowledge(right: bool, confidence: Any, missed: bool, rating: int) -> None:
    history = History()
    answer(history, right=right, confidence=confidence)
    standing = history.progress.standing(Q1)
    assert standing.is_missed is missed
    assert standing.scheduled == ((DAY, rating),)
    assert standing.answers[0].is_confident_mistake == (not right)


def test_a_corrected_key_rescores_the_past_and_its_schedule() -> None:
    history = History()
    first = answer(history, right=False, rev=1)
    history.did(Regraded(item=Q1, target=first, right=True, rev=2), 3)
    progress = history.progress
    (found,) = progress.standing(Q1).answers
    assert (found.is_right, found.was_right, found.graded_rev) == (True, False, 2)
    assert progress.memory(Q1) == replay([(DAY, 3)])
    assert list(progress.calendar) == [DAY], "nobody studied on the day the key was corrected"
    history.did(Regraded(item=Q1, target=first, right=False, rev=3), 4)
    assert not history.progress.standing(Q1).answers[0].is_right


def test_the_learners_undo_passes_over_corrections() -> None:
    history = History()
    first = answer(history, right=False)
    history.did(Regraded(item=Q1, target=first, right=True))
    last = history.progress.ledger.undoable("laptop")
    assert last is not None
    assert last.id == first


def test_the_history_of_a_renamed_question_is_rescored_too() -> None:
    history = History()
    first = answer(history, right=False)
    history.did(Regraded(item="pack/new", target=first, right=True))
    progress = Progress(DAYS, {Q1: "pack/new"})
    for event in history.events:
        progress.feed(event)
    assert progress.standing("pack/new").answers[0].is_right


def test_flags_suspensions_and_cards_stand_beside_the_answers() -> None:
    history = History()
    answer(history)
    for act in (Flagged, Suspended, Carded):
        history.did(act(item=Q1))
    standing = history.progress.standing(Q1)
    assert (standing.is_flagged, standing.is_suspended, standing.is_carded) == (True, True, True)
    history.did(Carded(item=Q1, on=False))
    assert not history.progress.standing(Q1).is_carded
    assert not history.progress.standing(Q2).is_carded


def test_a_day_counts_questions_apart_from_cards() -> None:
    history = History()
    history.did(Reviewed(item="pack/card", rating=3, milliseconds=4_000))
    answer(history, milliseconds=100_000)
    answer(history, variant=3, milliseconds=10**9)
    assert history.progress.calendar == {
        DAY: Tally(acts=3, reviews=1, new=1, milliseconds=4_000, answers=2, answering=1_000_000)
    }
    assert history.progress.calendar[DAY].spent == 1_004_000


def test_accuracy_is_told_with_and_without_the_gloss_and_by_confidence() -> None:
    history = History()
    for right, peeked, confidence in (
        (True, True, "sure"),
        (False, True, "sure"),
        (True, False, "guess"),
    ):
        answer(history, right=right, peeked=peeked, confidence=confidence)
    answers = history.progress.standing(Q1).answers
    assert glossed(answers) == (Score(1, 2), Score(1, 1))
    assert calibration(answers) == {"guess": Score(1, 1), "think": Score(0, 0), "sure": Score(1, 2)}
    assert calibration(answers)["think"].share is None


def test_a_night_owl_answers_on_the_day_before() -> None:
    history = History()
    history.did(Answered(item=Q1, chosen=("a",), right=True), 1, hour=2)
    (found,) = history.progress.standing(Q1).answers
    assert found.day == DAY
    assert isinstance(found.day, date)
