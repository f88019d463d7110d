"""Memory: what the package says of a history, counted in the learner's days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from fsrs import Card, Scheduler
from fsrs import Rating as FsrsRating
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.days import Days
from studyapp.core.history.events import Rating
from studyapp.core.scheduling.memory import due_on, preview, replay, retrievability
from tests.core.history import DAY, later

FIRST = datetime(2026, 3, 2, 12, tzinfo=UTC)
ratings = st.sampled_from((1, 2, 3, 4))
gaps = st.one_of(st.integers(0, 3), st.integers(0, 400))
retentions = st.sampled_from((0.8, 0.85, 0.9, 0.95))


def dated(steps: list[tuple[int, Rating]]) -> list[tuple[date, Rating]]:
    """Reviews on days, from the days between them."""
    day, reviews = DAY, []
    for gap, rating in steps:
        day += timedelta(days=gap)
        reviews.append((day, rating))
    return reviews


def through_fsrs(reviews: list[tuple[date, Rating]], retention: float) -> Card:
    """A plain replay by the package, every review at noon."""
    scheduler = Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    card = Card(card_id=1, due=FIRST)
    for day, rating in reviews:
        noon = FIRST + (day - DAY)
        card, _ = scheduler.review_card(card, FsrsRating(rating), noon)
    return card


@given(st.lists(st.tuples(gaps, ratings), min_size=1, max_size=12), retentions, gaps)
def test_the_schedule_is_that_of_a_plain_replay(
    steps: list[tuple[int, Rating]], retention: float, wait: int
) -> None:
    reviews = dated(steps)
    card, memory = through_fsrs(reviews, retention), replay(reviews, retention)
    assert memory is not None
    assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
    assert memory.due == card.due.date()
    when = reviews[-1][0] + timedelta(days=wait)
    truth = Scheduler().get_card_retrievability(card, FIRST + (when - DAY))
    assert retrievability(memory, when) == pytest.approx(truth, abs=1e-12)


@given(st.lists(st.tuples(gaps, ratings), min_size=2, max_size=8), st.data())
def test_a_replay_may_go_on_where_another_stopped(
    steps: list[tuple[int, Rating]], data: st.DataObject
) -> None:
    reviews = dated(steps)
    cut = data.draw(st.integers(0, len(reviews)))
    assert replay(reviews[cut:], before=replay(reviews[:cut])) == replay(reviews)


def test_nothing_reviewed_is_nothing_remembered() -> None:
    assert replay([]) is None


def test_a_new_item_comes_back_after_days_that_depend_on_its_rating() -> None:
    assert preview(None, DAY) == {1: 1, 2: 1, 3: 2, 4: 8}


def test_the_preview_is_what_then_happens() -> None:
    memory = replay([(DAY, 3), (later(2), 3)])
    shown = preview(memory, later(9))
    for rating, days in shown.items():
        after = replay([(later(9), rating)], before=memory)
        assert after is not None
        assert (after.due - later(9)).days == days
    assert shown[1] < shown[2] < shown[3] < shown[4]


def test_a_lapse_is_forgetting_on_a_later_day() -> None:
    memory = replay([(DAY, 1), (DAY, 1), (DAY, 3), (later(3), 1), (later(3), 3), (later(9), 2)])
    assert memory is not None
    assert (memory.reps, memory.lapses) == (6, 1)


def test_eight_lapses_make_a_leech() -> None:
    reviews: list[tuple[date, Rating]] = [(later(4 * at), 1) for at in range(9)]
    assert [m.is_leech for n in (8, 9) if (m := replay(reviews[:n]))] == [False, True]


def test_a_clock_that_went_back_is_no_time_apart() -> None:
    assert replay([(later(5), 3), (DAY, 3), (later(8), 3)]) == replay(
        [(later(5), 3), (later(5), 3), (later(8), 3)]
    )


def test_a_higher_retention_is_due_sooner() -> None:
    memory = replay([(DAY, 3), (later(2), 3), (later(12), 3)])
    assert memory is not None
    assert memory.due == due_on(memory, 0.9)
    assert due_on(memory, 0.95) < memory.due < due_on(memory, 0.85)
    assert retrievability(memory, memory.due) == pytest.approx(0.9, abs=0.002)


@pytest.mark.parametrize(
    ("clock", "day"),
    [
        ((2026, 3, 3, 3, 59), date(2026, 3, 2)),
        ((2026, 3, 3, 4, 0), date(2026, 3, 3)),
        ((2026, 3, 2, 23, 30), date(2026, 3, 2)),
    ],
)
def test_a_day_ends_at_four_where_the_learner_lives(
    clock: tuple[int, int, int, int, int], day: date
) -> None:
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    at = int(datetime(*clock, tzinfo=zone).timestamp() * 1000)
    assert Days(zone).of(at) == day


def test_a_day_ends_at_four_by_the_clock_when_summer_time_begins() -> None:
    zone = ZoneInfo("Europe/Berlin")
    at = int(datetime(2026, 3, 29, 4, 0, tzinfo=zone).timestamp() * 1000)
    assert [Days(zone).of(at + shift) for shift in (-60_000, 0)] == [
        date(2026, 3, 28),
        date(2026, 3, 29),
    ]


@given(st.integers(-(2**70), 2**70))
def test_any_moment_has_a_day(at: int) -> None:
    assert isinstance(Days(ZoneInfo("America/Los_Angeles")).of(at), date)
