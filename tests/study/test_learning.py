"""The deck of a pack and the history of a learner, joined."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from studyapp.core.history.events import (
    Buried,
    Flagged,
    Linked,
    Restarted,
    Reviewed,
    Set,
    Suspended,
)
from studyapp.core.ports import NotSavedError
from studyapp.core.scheduling.quota import Limits
from studyapp.study import choices
from tests.joining import joined
from tests.store.clocks import SetClock

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.core.history.events import Act, Event
    from studyapp.files import Folders
    from studyapp.study.learning import Learning

TODAY = date(2026, 11, 22)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 22, 9, tzinfo=UTC))


@pytest.fixture
def learning(pack: Path, folders: Folders, clock: SetClock) -> Learning:
    return joined(pack, folders, clock).learning


def did(learning: Learning, *acts: Act) -> tuple[Event, ...]:
    return asyncio.run(learning.keep(*acts))


def first(learning: Learning) -> str:
    return learning.items[0].key


def test_what_was_kept_counts_at_once_and_after_a_restart(
    learning: Learning, pack: Path, folders: Folders, clock: SetClock
) -> None:
    key = first(learning)
    (event,) = did(learning, Reviewed(item=key, rating=3))
    assert event.item == key
    assert learning.progress.standing(key).reviews == 1
    again = joined(pack, folders, clock).learning
    assert again.progress.standing(key).reviews == 1


def test_a_command_keeps_acts_without_a_loop(learning: Learning) -> None:
    learning.keep_now(Flagged(item=first(learning)))
    assert learning.progress.standing(first(learning)).is_flagged


def test_leaving_before_an_act_is_safe_does_not_lose_it(learning: Learning) -> None:
    async def leave() -> None:
        waiting = asyncio.ensure_future(learning.keep(Flagged(item=first(learning))))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await asyncio.gather(*learning._feeding)

    asyncio.run(leave())
    assert learning.progress.standing(first(learning)).is_flagged


def test_the_last_act_of_this_computer_is_taken_back_and_the_one_before(
    learning: Learning,
) -> None:
    key = first(learning)
    did(learning, Flagged(item=key))
    did(learning, Reviewed(item=key, rating=1))
    taken = asyncio.run(learning.undo())
    assert taken is not None
    assert taken.kind == "Reviewed"
    assert learning.progress.standing(key).is_flagged
    asyncio.run(learning.undo())
    assert not learning.progress.standing(key).is_flagged
    assert not learning.can_undo
    assert asyncio.run(learning.undo()) is None


def test_what_another_window_did_is_caught_up_with_once(
    learning: Learning, pack: Path, folders: Folders, clock: SetClock
) -> None:
    key = first(learning)
    did(learning, Reviewed(item=key, rating=3))
    assert not learning.catch_up()
    other = joined(pack, folders, clock).learning
    did(other, Flagged(item=key))
    assert learning.catch_up()
    assert learning.progress.standing(key).is_flagged
    assert not learning.catch_up()


def test_the_history_may_be_folded_in_a_thread(learning: Learning) -> None:
    assert not learning.is_awake
    thread = Thread(target=learning.wake)
    thread.start()
    thread.join()
    assert learning.is_awake
    assert learning.store.device
    assert learning.items


def test_today_is_the_learners_day(learning: Learning, clock: SetClock) -> None:
    assert learning.today == TODAY
    clock.move(hours=18.9)
    assert learning.today == TODAY
    clock.move(hours=0.2)
    assert learning.today == date(2026, 11, 23)


def test_limits_and_exam_are_those_that_were_set(learning: Learning) -> None:
    assert learning.exam is None
    assert learning.limits == Limits()
    did(
        learning,
        Set(name=choices.EXAM, value="2026-12-24"),
        Set(name=choices.NEW, value=7),
        Set(name=choices.MINUTES, value=30),
        Set(name=choices.RETENTION_AIM, value=0.93),
    )
    assert learning.exam == date(2026, 12, 24)
    assert learning.limits == Limits(new=7, minutes=30, retention=0.93)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (choices.EXAM, "soon"),
        (choices.EXAM, 3),
        (choices.NEW, -1),
        (choices.NEW, True),
        (choices.MINUTES, 0),
        (choices.MINUTES, "ten"),
        (choices.RETENTION_AIM, 1.0),
        (choices.DIRECTION, "fr-en"),
    ],
)
def test_what_was_set_and_makes_no_sense_counts_as_not_set(
    learning: Learning, name: str, value: str | float
) -> None:
    did(learning, Set(name=name, value=value))
    assert learning.exam is None
    assert learning.limits == Limits()
    assert choices.direction_of(learning.progress.settings) == "ui"


def test_a_higher_aim_asks_for_an_item_sooner(learning: Learning) -> None:
    key = first(learning)
    did(learning, Reviewed(item=key, rating=4))
    before = learning.progress.memory(key)
    did(learning, Set(name=choices.RETENTION_AIM, value=0.97))
    after = learning.progress.memory(key)
    assert before is not None
    assert after is not None
    assert after.due < before.due
    asyncio.run(learning.undo())
    assert learning.progress.memory(key) == before


def test_the_pace_is_the_learners_own_once_it_is_known(learning: Learning) -> None:
    key = first(learning)
    did(learning, *(Reviewed(item=key, rating=3, milliseconds=6_000) for _ in range(29)))
    assert learning.pace == Limits().seconds
    did(learning, Reviewed(item=key, rating=3, milliseconds=6_000))
    assert learning.pace == 6


@pytest.mark.parametrize("away", [Suspended(why="easy"), Buried(day="2026-11-22")])
def test_today_does_not_ask_for_what_was_put_away(learning: Learning, away: Act) -> None:
    key = first(learning)
    assert key in learning.quota().new
    did(learning, replace(away, item=key))
    assert key not in learning.quota().new
    assert key not in {state.key for state in learning.states()}


def test_what_was_put_off_comes_back_the_next_day(learning: Learning, clock: SetClock) -> None:
    key = first(learning)
    did(learning, Buried(item=key, day="2026-11-22"))
    clock.move(days=1)
    assert key in learning.quota().new


def test_a_plan_leads_to_the_exam(learning: Learning) -> None:
    exam = date(2026, 11, 30)
    assert learning.plan(exam, learning.limits).until == exam
    assert learning.plan(None, learning.limits).until == date(2026, 12, 22)


def test_a_renamed_item_keeps_its_history(learning: Learning) -> None:
    old = f"{learning.pack_id}/old-name"
    learning.items = (replace(learning.items[0], aliases=(old,)), *learning.items[1:])
    did(learning, Reviewed(item=old, rating=3))
    assert learning.item(old) == learning.items[0]
    assert learning.progress.standing(first(learning)).reviews == 1
    assert not learning.parked()


def test_items_the_pack_has_no_longer_are_parked_unless_linked(learning: Learning) -> None:
    gone, taken = f"{learning.pack_id}/gone", f"{learning.pack_id}/taken"
    did(
        learning,
        Reviewed(item=gone, rating=3),
        Reviewed(item=taken, rating=3),
        Reviewed(item="other-pack/card", rating=3),
        Linked(item=first(learning), old=taken),
    )
    assert learning.parked() == (gone,)
    assert learning.item(gone) is None


def test_a_raised_rev_asks_until_it_is_answered(learning: Learning) -> None:
    item = learning.items[0]
    did(learning, Reviewed(item=item.key, rating=3, rev=item.rev))
    assert not learning.changed()
    raised = replace(item, rev=item.rev + 1)
    learning.items = (raised, *learning.items[1:])
    assert learning.changed() == (raised,)
    did(learning, Restarted(item=item.key, rev=raised.rev))
    assert not learning.changed()
    asyncio.run(learning.undo())
    did(learning, Reviewed(item=item.key, rating=3, rev=raised.rev))
    assert not learning.changed()


def test_nothing_can_be_kept_once_the_history_is_closed(learning: Learning) -> None:
    did(learning, Flagged(item=first(learning)))
    assert learning.close() == 0
    with pytest.raises(NotSavedError):
        did(learning, Flagged(item=first(learning)))
