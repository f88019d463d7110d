"""The history as the program uses it."""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from studyapp.core.history.events import Event, Flagged, Linked, Reviewed, Set, act_of
from studyapp.core.ports import Clock, EventStore, NotSavedError
from studyapp.store.history import History
from tests.store.clocks import START, SetClock

REVIEW = Reviewed(item="p/a", rating=3, milliseconds=4200)
type_of_opener = Callable[..., History]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[type_of_opener]:
    """Opens histories, and closes them after the test."""
    histories: list[History] = []

    def open_(folder: Path = tmp_path / "data", clock: Clock | None = None) -> History:
        histories.append(History(folder, clock or SetClock()))
        return histories[-1]

    yield open_
    for history in histories:
        history.close()


def test_what_was_kept_is_there_again(opened: type_of_opener) -> None:
    first = opened()
    kept = first.append([REVIEW, Flagged(item="p/b")]) + first.append([Set(name="n", value="đ ✓")])
    assert [act_of(event) for event in kept] == [
        REVIEW,
        Flagged(item="p/b"),
        Set(name="n", value="đ ✓"),
    ]
    assert [event.number for event in kept] == [1, 2, 3]
    assert kept[0].at == START.timestamp() * 1000
    assert first.close() == 0
    second = opened()
    assert tuple(second.events()) == kept
    assert (second.state.kind, second.notices, second.trouble) == ("writable", (), None)


def test_it_is_what_the_core_asks_for(opened: type_of_opener) -> None:
    store: EventStore = opened()
    assert store.submit([REVIEW]).result()[0].kind == "Reviewed"


def test_everything_is_private(opened: type_of_opener, tmp_path: Path) -> None:
    history = opened()
    history.append([REVIEW])
    history.close()
    for path in (tmp_path / "data").rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path


def test_the_order_never_goes_back_though_the_clock_does(opened: type_of_opener) -> None:
    clock = SetClock()
    history = opened(clock=clock)
    kept: list[Event] = []
    for hours in (0, 3, -50, 0, -10_000, 7):
        clock.move(hours=hours)
        kept += history.append([REVIEW, REVIEW])
    assert tuple(history.events()) == tuple(kept)
    assert [event.order for event in kept] == sorted({event.order for event in kept})
    assert kept[-1].at == clock.now().timestamp() * 1000
    assert len({event.id for event in kept}) == len(kept)


def test_a_later_clock_is_not_believed_from_another_computer(
    opened: type_of_opener, tmp_path: Path
) -> None:
    ahead = SetClock()
    ahead.move(days=400)
    other = opened(tmp_path / "other", ahead)
    other.append([REVIEW])
    history = opened()
    history.add(other.records())
    assert history.append([REVIEW])[0].order >> 16 == START.timestamp() * 1000


def test_acts_are_kept_together_or_not_at_all(opened: type_of_opener) -> None:
    history = opened()
    with pytest.raises(ValueError, match="no event can hold"):
        history.append([REVIEW, Reviewed(item="x" * 201, rating=1)])
    with pytest.raises(ValueError, match="characters"):
        history.append([REVIEW, Linked(item="p/b", old="x" * 70_000)])
    assert list(history.events()) == []
    assert history.append([]) == ()
    assert history.append([REVIEW])[0].number == 1


def test_many_threads_may_write(opened: type_of_opener) -> None:
    history = opened()
    with ThreadPoolExecutor(8) as pool:
        kept = [event for acts in pool.map(history.append, [[REVIEW]] * 80) for event in acts]
    assert {event.number for event in kept} == set(range(1, 81))
    assert tuple(history.events()) == tuple(sorted(kept, key=lambda event: event.order))


def test_what_arrives_while_reading_comes_later(opened: type_of_opener) -> None:
    history = opened()
    first = history.append([REVIEW] * 3)
    position = history.position
    reading = history.events()
    begun = next(reading)
    second = history.append([REVIEW])
    assert (begun, *reading) == first
    assert tuple(history.events(position)) == second
    assert tuple(history.events(history.position)) == ()


def test_a_long_history_is_read_as_it_was_when_reading_began(opened: type_of_opener) -> None:
    history = opened()
    history.append([REVIEW] * 4_500)
    reading = history.records()
    first = next(reading)
    history.append([REVIEW])
    rest = list(reading)
    assert [record.number for record in (first, *rest)] == list(range(1, 4_501))


def test_another_window_is_noticed_once(opened: type_of_opener) -> None:
    here, there = opened(), opened()
    here.append([REVIEW])
    assert not here.changes()
    position = here.position
    kept = there.append([REVIEW])
    assert here.changes()
    assert not here.changes()
    assert tuple(here.events(position)) == kept
    there.append([REVIEW])
    here.append([REVIEW])
    assert here.changes()
    assert not here.changes()


def test_closing_keeps_what_waits(opened: type_of_opener) -> None:
    history = opened()
    waiting = [history.submit([REVIEW]) for _ in range(50)]
    assert history.close() == 0
    assert all(len(one.result(0)) == 1 for one in waiting)
    assert len(list(opened().events())) == 50


def test_nothing_is_kept_after_closing(opened: type_of_opener) -> None:
    history = opened()
    history.close()
    with pytest.raises(NotSavedError) as caught:
        history.append([REVIEW])
    assert caught.value.why.code == "closed"
    assert history.close() == 0
    assert list(history.events()) == []
    assert not history.changes()


async def test_whoever_stops_waiting_does_not_stop_the_act(opened: type_of_opener) -> None:
    history = opened()
    waiting = asyncio.ensure_future(asyncio.wrap_future(history.submit([REVIEW])))
    await asyncio.sleep(0)
    waiting.cancel()
    history.append([REVIEW])
    assert len(list(history.events())) == 2


@pytest.mark.parametrize("end", ["raise RuntimeError", "sys.exit(3)", "pass"])
def test_an_exception_of_the_program_loses_nothing(tmp_path: Path, end: str) -> None:
    script = (
        "import sys, pathlib\n"
        "from studyapp.clock import SystemClock\n"
        "from studyapp.core.history.events import Reviewed\n"
        "from studyapp.store.history import History\n"
        "history = History(pathlib.Path(sys.argv[1]), SystemClock())\n"
        "for _ in range(30):\n"
        "    history.submit([Reviewed(item='p/a', rating=3)])\n"
        f"{end}\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, check=False)
    history = History(tmp_path, SetClock())
    assert len(list(history.events())) == 30
    history.close()


def test_a_copied_folder_is_another_computer_and_a_moved_one_is_not(
    opened: type_of_opener, tmp_path: Path
) -> None:
    first = opened()
    device = first.append([REVIEW])[0].device
    first.close()
    (tmp_path / "data").rename(tmp_path / "moved")
    assert opened(tmp_path / "moved").append([REVIEW])[0].device == device
    subprocess.run(["cp", "-a", tmp_path / "moved", tmp_path / "copy"], check=True)
    copy = opened(tmp_path / "copy")
    assert copy.append([REVIEW])[0].device != device
    assert len(list(copy.events())) == 3
    (tmp_path / "moved" / "device.json").write_text('{"device": 3')
    assert opened(tmp_path / "moved").append([REVIEW])[0].device != device


def test_a_data_folder_that_is_a_file_is_told(opened: type_of_opener, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    history = opened(tmp_path / "file")
    assert history.state.kind == "read-only"
    assert history.trouble is not None
    assert list(history.events()) == []
    with pytest.raises(NotSavedError):
        history.submit([REVIEW])


def test_a_link_is_never_written_through(opened: type_of_opener, tmp_path: Path) -> None:
    history = opened()
    (event,) = history.append([REVIEW])
    (log,) = (tmp_path / "data" / "journal" / event.device).iterdir()
    log.rename(tmp_path / "elsewhere")
    log.symlink_to(tmp_path / "elsewhere")
    before = (tmp_path / "elsewhere").read_bytes()
    waiting = history.submit([REVIEW])
    assert history.close() == 1
    assert isinstance(waiting.exception(), NotSavedError)
    assert (tmp_path / "elsewhere").read_bytes() == before


def test_what_reached_one_copy_is_not_kept_twice_when_it_is_tried_again(
    opened: type_of_opener, tmp_path: Path
) -> None:
    history = opened()
    (event,) = history.append([REVIEW])
    (log,) = (tmp_path / "data" / "journal" / event.device).iterdir()
    log.rename(tmp_path / "elsewhere")
    log.symlink_to(tmp_path / "elsewhere")
    waiting = history.submit([REVIEW, REVIEW])
    while history.trouble is None:
        with contextlib.suppress(TimeoutError):
            waiting.result(0.05)
    assert not waiting.done()
    (tmp_path / "elsewhere").replace(log)
    assert [event.number for event in waiting.result(30)] == [2, 3]
    assert [event.number for event in history.events()] == [1, 2, 3]
    assert len(log.read_bytes().splitlines()) == 3
