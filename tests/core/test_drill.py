"""The drill: order, siblings, confusables, second tries and slices of a session."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.deck import Item
from studyapp.core.cards.drill import Drill, Slice, cards_in, crammed, scheduled
from studyapp.core.history.standing import Standing
from studyapp.core.scheduling.quota import Quota
from studyapp.core.text import Text
from tests.core.history import DAY, later

T = Text.once


def item(name: str, **fields: Any) -> Item:
    given_fields = {"skill": "s", "kind": "basic", "group": name, **fields}
    return Item(key=f"pack/{name}", front=T(name), back=T(name), **given_fields)


def numbered(count: int, **fields: Any) -> list[Item]:
    return [item(f"c{at:02}", **fields) for at in range(count)]


def keys(items: list[Item] | tuple[Item, ...]) -> tuple[str, ...]:
    return tuple(each.key for each in items)


def session(
    items: list[Item],
    quota: Quota | None = None,
    standings: dict[str, Standing] | None = None,
    seed: int = 1,
    **more: Any,
) -> Drill:
    known = {each.key: Standing() for each in items} | (standings or {})
    asked = quota or Quota(keys(items), (), ())
    return scheduled(items, known, asked, DAY, Random(seed), **more)


def test_what_is_due_comes_before_what_is_new() -> None:
    items = numbered(12)
    drill = session(items, Quota(keys(items[:4]), keys(items[4:6]), keys(items[6:])))
    assert {each.key for each in drill.waiting[:6]} == set(keys(items[:6]))
    assert {each.key for each in drill.waiting[6:]} == set(keys(items[6:]))


def test_the_seed_gives_the_order() -> None:
    items = numbered(20)
    assert session(items).waiting == session(items).waiting
    assert session(items).waiting != session(items, seed=2).waiting


@given(
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from((None, "p", "q"))), max_size=30),
    st.integers(0, 99),
    st.integers(1, 40),
)
def test_no_session_holds_siblings_or_more_than_it_may(
    shapes: list[tuple[int, str | None]], seed: int, cards: int
) -> None:
    items = [
        item(f"c{at}", group=f"g{group}", pair=pair) for at, (group, pair) in enumerate(shapes)
    ]
    quota = Quota(keys(items[::2]), (), keys(items[1::2]))
    waiting = session(items, quota, seed=seed, cards=cards).waiting
    groups = Counter(each.group for each in waiting)
    assert max(groups.values(), default=0) <= 1
    assert len(waiting) == min(cards, len({each.group for each in items}))


def test_of_siblings_the_one_that_is_due_is_asked() -> None:
    new, due = item("a/1", group="a"), item("a/2", group="a")
    drill = session([new, due], Quota((due.key,), (), (new.key,)))
    assert drill.waiting == (due,)


@pytest.mark.parametrize("seed", range(5))
def test_confusables_come_back_to_back_with_their_sides_in_turn(seed: int) -> None:
    pair = [item(f"p{at}", pair="pair", side=1 + at // 2) for at in range(4)]
    waiting = session([*numbered(20), *pair], seed=seed).waiting
    sides = [each.side for each in waiting if each.pair]
    first = next(at for at, each in enumerate(waiting) if each.pair)
    assert all(each.pair for each in waiting[first : first + 4])
    assert sides in ([1, 2, 1, 2], [2, 1, 2, 1])


def test_a_large_pair_does_not_fill_the_session_in_one_run() -> None:
    pair = [item(f"p{at}", pair="pair") for at in range(8)]
    longest = set()
    for seed in range(20):
        waiting = session([*numbered(8), *pair], seed=seed).waiting
        runs = groupby(waiting, key=lambda each: each.pair)
        longest.add(max(len(list(run)) for name, run in runs if name))
    assert longest == {4, 8}


def test_what_was_missed_comes_back_and_what_was_known_does_not() -> None:
    items = numbered(10)
    drill = session(items)
    first = drill.current
    assert first is not None
    drill = drill.answered(known=False)
    asked = []
    while (current := drill.current) is not None:
        asked.append(current.key)
        drill = drill.answered(known=True)
    assert asked.index(first.key) == 7
    assert sorted(asked) == sorted(drill.done) == sorted(keys(items))
    assert drill.missed == {first.key}


@given(st.lists(st.booleans(), max_size=60), st.integers(1, 12))
def test_a_session_ends_when_each_item_was_known_once(answers: list[bool], count: int) -> None:
    drill = session(numbered(count))
    for known in answers:
        drill = drill.answered(known=known)
    assert len(drill.done) == min(count, sum(answers))
    assert {*keys(drill.waiting), *drill.done} == set(keys(numbered(count)))
    assert len(drill.waiting) + len(drill.done) == count


def test_an_answer_leaves_the_drill_before_it_for_undo() -> None:
    before = session(numbered(3))
    kept = before.waiting
    before.answered(known=False)
    assert before.waiting == kept


def test_what_is_put_aside_is_left_out() -> None:
    items = numbered(4)
    standings = {
        items[0].key: Standing(is_suspended=True),
        items[1].key: Standing(buried=DAY.isoformat()),
        items[2].key: Standing(buried=later(-1).isoformat()),
    }
    assert set(session(items, standings=standings).waiting) == {items[2], items[3]}
    known = {each.key: Standing() for each in items} | standings
    assert set(crammed(items, known, DAY, Random(1)).waiting) == set(items[1:])


def test_skipping_goes_on_without_an_answer() -> None:
    drill = session(numbered(2)).skipped()
    assert (len(drill.waiting), drill.done) == (1, ())
    assert drill.skipped().skipped().current is None


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Slice(), "abcd"),
        (Slice(skills=("s1",)), "ab"),
        (Slice(tags=("cost", "limits")), "bc"),
        (Slice(kinds=("cloze",)), "cd"),
        (Slice(keys=("pack/d",)), "d"),
        (Slice(flagged=True), "ac"),
        (Slice(forgotten=True), "b"),
        (Slice(skills=("s1",), flagged=True), "a"),
    ],
)
def test_a_slice_holds_what_it_says(part: Slice, expected: str) -> None:
    items = [
        item("a", skill="s1"),
        item("b", skill="s1", tags=("cost",)),
        item("c", skill="s2", tags=("limits", "x"), kind="cloze"),
        item("d", skill="s2", kind="cloze"),
    ]
    standings = {
        "pack/a": Standing(is_flagged=True, scheduled=((later(-1), 1),)),
        "pack/b": Standing(scheduled=((DAY, 1), (DAY, 3))),
        "pack/c": Standing(is_flagged=True, scheduled=((DAY, 2),)),
        "pack/d": Standing(),
    }
    found = crammed(items, standings, DAY, Random(3), part=part)
    assert sorted(each.key for each in found.waiting) == [f"pack/{name}" for name in expected]
    due = session(items, standings=standings, part=part)
    assert set(due.waiting) == set(found.waiting)


def test_cramming_asks_what_is_not_due_up_to_the_cap() -> None:
    items = numbered(10)
    standings = {each.key: Standing() for each in items}
    assert len(crammed(items, standings, DAY, Random(1), cards=4).waiting) == 4
    assert session(items, Quota((), (), ())).current is None


def test_minutes_are_turned_into_cards() -> None:
    assert (cards_in(10, 12), cards_in(0.1, 12)) == (50, 1)
