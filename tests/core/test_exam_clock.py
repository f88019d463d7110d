"""How much time an exam has left, whatever became of the computer and its clock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.exams.clock import HEARTBEAT, NEVER, Stamp, elapsed, stamp_of
from tests.core.exams import MINUTE, Room

HOUR = 60 * MINUTE
DAY = 24 * HOUR


def nothing(room: Room) -> None:
    """The exam just goes on."""


def killed(room: Room) -> None:
    room.crash()
    room.clocks.run(3 * MINUTE)
    room.come_back()


def slept(room: Room) -> None:
    room.clocks.run(2 * MINUTE)
    room.did(room.attempt.tick(room.clocks.stamp))


def rebooted(room: Room) -> None:
    room.crash()
    room.clocks.reboot(4 * MINUTE)
    room.come_back()


def set_back(room: Room) -> None:
    room.clocks.set(-DAY)
    room.work(MINUTE, 2000)


def set_forward(room: Room) -> None:
    room.clocks.set(DAY)
    room.work(MINUTE, 2000)


def killed_and_set_back(room: Room) -> None:
    room.crash()
    room.clocks.run(3 * MINUTE)
    room.clocks.set(-DAY)
    room.come_back()


def rebooted_and_set_back(room: Room) -> None:
    room.crash()
    room.clocks.reboot(4 * MINUTE)
    room.clocks.set(-DAY)
    room.come_back()


def rebooted_and_set_forward(room: Room) -> None:
    room.crash()
    room.clocks.reboot(0)
    room.clocks.set(365 * DAY)
    room.come_back()


def summer_time(room: Room) -> None:
    """The clocks on the walls change, UTC does not: only time passes."""
    room.work(MINUTE, 2000)


SCENARIOS: dict[str, tuple[Callable[[Room], None], int, int]] = {
    "nothing happens": (nothing, 0, 0),
    "killed, back after 3 minutes": (killed, 3 * MINUTE, HEARTBEAT),
    "asleep for 2 minutes": (slept, 2 * MINUTE, HEARTBEAT),
    "rebooted, back after 4 minutes": (rebooted, 4 * MINUTE, HEARTBEAT),
    "clock set back a day": (set_back, MINUTE, MINUTE),
    "clock set forward a day": (set_forward, MINUTE, MINUTE),
    "killed, and the clock set back": (killed_and_set_back, 3 * MINUTE, HEARTBEAT),
    "rebooted, and the clock set back": (rebooted_and_set_back, 0, 0),
    "rebooted, and the clock set forward": (rebooted_and_set_forward, 8 * MINUTE, HEARTBEAT),
    "summer time": (summer_time, MINUTE, MINUTE),
}
"""What happens after two of ten minutes, and what it takes of a strict and of a relaxed exam."""


@pytest.mark.parametrize("mode", ["strict", "relaxed"])
@pytest.mark.parametrize("name", list(SCENARIOS))
def test_the_time_left_is_as_the_policy_says(name: str, mode: str) -> None:
    happens, strict, relaxed = SCENARIOS[name]
    room = Room.enter(mode=mode)
    room.work(2 * MINUTE, 2000)
    happens(room)
    expected = strict if mode == "strict" else relaxed
    assert room.attempt.remaining == 8 * MINUTE - expected
    assert room.attempt.is_over == (expected == 8 * MINUTE)


@pytest.mark.parametrize("mode", ["strict", "relaxed"])
def test_what_was_used_since_the_last_sign_of_life_is_not_given_back(mode: Any) -> None:
    room = Room.enter(mode=mode)
    room.work(MINUTE)
    left = room.attempt.remaining
    room.clocks.run(4_000)  # dies in between
    room.crash()
    room.clocks.run(100)
    assert room.come_back().remaining == left - 4_100


MOMENTS = st.lists(
    st.tuples(
        st.sampled_from(["work", "run", "set", "reboot", "crash"]), st.integers(-(10**7), 10**7)
    ),
    max_size=12,
)


@pytest.mark.parametrize("mode", ["strict", "relaxed"])
@given(moments=MOMENTS)
@settings(max_examples=60, deadline=None)
def test_whatever_clocks_do_the_time_left_never_rises(mode: str, moments: Any) -> None:
    room = Room.enter(mode=mode, minutes=60)
    left = room.attempt.remaining
    for what, by in moments:
        match what:
            case "work":
                room.work(abs(by) // 1000, 1000)
            case "run":
                room.clocks.run(abs(by))
            case "set":
                room.clocks.set(100 * by)
            case "reboot":
                room.clocks.reboot(abs(by))
            case _:
                room.crash()
        if not room.attempt.is_over:
            room.come_back()
        assert 0 <= room.attempt.remaining <= left
        left = room.attempt.remaining


def test_an_interruption_is_listed_with_what_it_cost() -> None:
    room = Room.enter(mode="relaxed")
    room.work(MINUTE)
    began = room.clocks.wall
    slept(room)
    (gap,) = room.attempt.gaps
    assert gap == (began, 2 * MINUTE, HEARTBEAT, False)


def test_a_stamp_comes_back_from_json_and_anything_else_says_nothing() -> None:
    assert stamp_of([1, 2, "b"]) == Stamp(1, 2, "b")
    for said in (None, [], [1, 2], ["1", 2, "b"], "1 2 b", [1, 2, 3]):
        assert stamp_of(said) == NEVER


def test_computers_without_a_name_for_their_start_use_the_clock_on_the_wall() -> None:
    assert elapsed(Stamp(1000, 50, ""), Stamp(4000, 60, "")) == 3000
    assert elapsed(Stamp(4000, 50, "a"), Stamp(1000, 60, "b")) == 0
    assert elapsed(Stamp(4000, 60, "a"), Stamp(9000, 50, "a")) == 0
