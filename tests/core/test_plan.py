"""The plan: what a day asks for with and without an exam, and what it leaves in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.history.events import Rating
from studyapp.core.scheduling.memory import Memory, due_on, replay, retrievability
from studyapp.core.scheduling.plan import compare, plan
from studyapp.core.scheduling.quota import PASS_DAYS, Limits, Quota, State, quota
from tests.bench.plans import Course, capped, plain, simulate
from tests.core.history import DAY, later


def state(key: str, *reviews: tuple[int, Rating], skill: str = "s") -> State:
    """An item that was rated some days before the first day of the tests."""
    memory = replay([(DAY - timedelta(days=ago), rating) for ago, rating in reviews])
    return State(key, skill, key, memory, memory)


def answered(item: State, day: date) -> State:
    return replace(item, now=replay([(day, 3)], before=item.now))


def deck_of(count: int, seed: int = 5) -> list[State]:
    """Items of many ages, well and badly known, a fifth of them new."""
    chance, states = Random(seed), []
    for at in range(count):
        ages = sorted(chance.sample(range(1, 60), 3), reverse=True)
        ratings: list[Rating] = [chance.choice((1, 2, 3)) for _ in ages]
        reviews = zip(ages, ratings, strict=True)
        states.append(state(f"i{at:03}", *(reviews if at % 5 else ()), skill=f"s{at % 2}"))
    return states


def test_without_an_exam_what_fsrs_says_is_due() -> None:
    states = deck_of(60)
    asked = quota(states, DAY, None, Limits(new=3))
    assert set(asked.due) == {s.key for s in states if s.start and s.start.due <= DAY}
    assert asked.final == ()
    assert asked.new == tuple(s.key for s in states if s.start is None)[:3]


def test_before_the_final_pass_an_exam_changes_nothing() -> None:
    states = deck_of(60)
    far = later(PASS_DAYS + 1)
    assert quota(states, DAY, far, Limits()) == quota(states, DAY, None, Limits())


def test_the_final_pass_reviews_every_item_once_the_stable_ones_first() -> None:
    states = {s.key: s for s in deck_of(60) if s.start}
    exam = later(PASS_DAYS)
    order: list[str] = []
    loads = []
    for day in range(PASS_DAYS):
        asked = quota(tuple(states.values()), later(day), exam, Limits())
        order += asked.final
        loads.append(len(asked.final))
        for key in (*asked.final, *asked.due):
            after = answered(states[key], later(day))
            states[key] = replace(after, start=after.now)
    assert sorted(order) == sorted(states)
    stability = {s.key: s.start.stability for s in deck_of(60) if s.start}
    assert order == sorted(order, key=lambda key: -stability[key])
    assert loads == sorted(loads, reverse=True)
    assert max(loads) - min(loads) <= 1


def test_what_is_forgotten_in_the_final_pass_comes_back() -> None:
    exam = later(3)
    failed = replay([(later(-9), 3), (later(-1), 1)])
    asked = quota([State("x", "s", "x", failed, failed)], DAY, exam, Limits())
    assert (asked.due, asked.final) == (("x",), ())


@pytest.mark.parametrize(("days_left", "new"), [(4, 2), (3, 2), (2, 0), (1, 0), (0, 0), (-1, 2)])
def test_nothing_new_is_met_in_the_last_two_days(days_left: int, new: int) -> None:
    states = [state("a"), state("b"), state("c")]
    assert len(quota(states, DAY, later(days_left), Limits(new=2)).new) == new


def test_on_the_day_of_the_exam_only_the_fragile_are_looked_at_and_not_for_long() -> None:
    states = [*deck_of(300), state("sure", (1, 4))]
    asked = quota(states, DAY, DAY, Limits(seconds=60))
    assert (asked.due, asked.new, len(asked.final)) == ((), (), 20)
    chance = {s.key: retrievability(s.start, DAY) for s in states if s.start}
    assert list(asked.final) == sorted(chance, key=lambda key: (chance[key], key))[:20]
    assert quota(states[-1:], DAY, DAY, Limits()).cards == 0


def test_after_the_exam_less_is_asked_for() -> None:
    states = deck_of(200)
    over = quota(states, DAY, later(-1), Limits())
    assert set(over.due) < set(quota(states, DAY, None, Limits()).due)


def test_minutes_limit_the_day_and_the_best_remembered_are_saved_first() -> None:
    states = deck_of(200)
    asked = quota(states, DAY, None, Limits(minutes=4, seconds=12))
    assert (len(asked.due), asked.new) == (20, ())
    memories = {s.key: s.start for s in states}
    chances = [retrievability(m, DAY) for key in asked.due if (m := memories[key])]
    assert chances == sorted(chances, reverse=True)
    assert all(chance < 0.89 for chance in chances)


def test_minutes_to_spare_do_not_mean_more_that_is_new() -> None:
    assert len(quota(deck_of(200), DAY, None, Limits(new=3, minutes=600)).new) == 3


@settings(max_examples=40, deadline=None)
@given(st.integers(-2, 9), st.lists(st.integers(0, 39), unique=True), st.integers(0, 12))
def test_a_day_asks_for_no_more_while_the_learner_works(
    days_left: int, order: list[int], new: int
) -> None:
    states, exam = deck_of(40), later(days_left)
    limits = Limits(new=new, minutes=5)
    whole = quota(states, DAY, exam, limits)
    left = whole
    for at in order:
        states[at] = answered(states[at], DAY)
        before, left = left, quota(states, DAY, exam, limits)
        assert set(left.due) <= set(before.due)
        assert set(left.final) <= set(before.final)
        assert len(left.new) <= len(before.new)
        assert states[at].key not in {*left.due, *left.final, *left.new}
    everything = [answered(s, DAY) if s.key in {*whole.due, *whole.final, *whole.new} else s
                  for s in deck_of(40)]  # fmt: skip
    assert quota(everything, DAY, exam, limits) == Quota((), (), ())


def test_of_siblings_one_is_met_in_a_day() -> None:
    first, second = (State(f"c/{at}", "s", "c", None, None) for at in (1, 2))
    assert quota([first, second], DAY, None, Limits()).new == ("c/1",)
    assert quota([answered(first, DAY), second], DAY, None, Limits()).new == ()
    tomorrow = replace(first, start=replay([(DAY, 3)]), now=replay([(DAY, 3)]))
    assert quota([tomorrow, second], later(1), None, Limits()).new == ("c/2",)


def test_the_plan_tells_every_day_to_the_exam() -> None:
    found = plan(deck_of(60), DAY, later(9), Limits(new=2))
    assert [load.day for load in found.forecast] == [later(day) for day in range(9)]
    assert found.forecast[0].cards == found.quota.cards
    assert [load.final > 0 for load in found.forecast] == [False] * 4 + [True] * 5
    assert found.until == later(9)
    assert set(found.recall) == {"s0", "s1"}
    assert found.overall == pytest.approx((found.recall["s0"] + found.recall["s1"]) / 2)
    assert all(day <= later(9) for day in found.due.values())


def test_without_an_exam_the_plan_looks_thirty_days_ahead() -> None:
    states = deck_of(20)
    found = plan(states, DAY)
    assert (len(found.forecast), found.until) == (30, later(30))
    assert found.due == {s.key: due_on(s.now, 0.9) for s in states if s.now}


def test_skipping_a_day_near_the_exam_costs_recall_and_loads_tomorrow() -> None:
    found = plan(deck_of(100), DAY, later(5), Limits())
    assert found.skipping.recall > 0.005
    assert found.skipping.tomorrow > 0
    done = plan([answered(s, DAY) for s in deck_of(100)], DAY, later(5), Limits())
    assert done.skipping == (0, 0)


def test_a_change_is_told_before_it_is_made() -> None:
    states = deck_of(60)
    before = plan(states, DAY, later(20), Limits())
    after = plan(states, DAY, later(20), Limits(retention=0.95))
    change = compare(before, after)
    assert len(change.sooner) > 20
    assert change.later == ()
    assert change.today > 0
    assert change.cards > 0
    assert compare(before, before) == ((), (), 0, 0, 0, 0.0)
    assert set(compare(after, before).later) == set(change.sooner)


def test_an_empty_deck_has_a_plan() -> None:
    found = plan([], DAY, later(3))
    assert (found.quota.cards, found.overall, found.recall) == (0, 0.0, {})


SMALL = Course(150, 21, 10)


def test_the_final_pass_leaves_more_than_a_higher_retention_with_fewer_reviews() -> None:
    seeds = range(2)
    base = simulate(SMALL, plain, Limits(), seeds)
    high = simulate(SMALL, plain, Limits(retention=0.95), seeds)
    ours = simulate(SMALL, quota, Limits(), seeds)
    pile = simulate(SMALL, capped, Limits(), seeds)
    assert ours.recall > high.recall > base.recall
    assert ours.reviews < 0.9 * high.reviews
    assert ours.busiest < 0.5 * pile.busiest


def test_the_mean_way_is_near_what_simulated_learners_reach() -> None:
    truth = simulate(SMALL, quota, Limits(), range(4))
    unmet = [State(f"{at:04}", "s", str(at), None, None) for at in range(SMALL.items)]
    told = plan(unmet, DAY, later(SMALL.days), Limits(new=SMALL.new))
    assert told.overall == pytest.approx(truth.recall, abs=0.015)


def test_a_memory_is_never_changed_by_planning() -> None:
    states = deck_of(20)
    kept: list[Memory | None] = [s.now for s in states]
    plan(states, DAY, later(5))
    assert [s.now for s in states] == kept
