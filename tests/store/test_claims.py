"""What only one window may do at a time."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from studyapp.core.history.events import Flagged, Set
from studyapp.core.ports import Claim, NotSavedError, TakenOverError
from studyapp.store.copies import Copies, Draft, Entry
from studyapp.store.folder import DataFolder
from studyapp.store.history import History
from studyapp.store.journal import Journal
from tests.store.clocks import SetClock

EXAM = "exam pack"


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[tuple[History, History]]:
    """Two windows with one history."""
    with ExitStack() as opened:
        first, second = (
            opened.enter_context(closing(History(tmp_path / "data", SetClock()))) for _ in range(2)
        )
        yield first, second


def claim(window: History, name: str = EXAM) -> Claim:
    return window.claim(name).result(5)


def flag(window: History, held: Claim, item: str, **note: object) -> str:
    """Keep an act under a claim; returns the item that was kept."""
    (event,) = window.submit([Flagged(item=item)], held._replace(note=note)).result(5)
    return str(event.item)


def items(window: History) -> list[str | None]:
    return [event.item for event in window.events()]


def test_who_claims_last_holds_it_and_nothing_of_an_older_window_is_kept(
    windows: tuple[History, History], tmp_path: Path
) -> None:
    first, second = windows
    held = claim(first)
    assert flag(first, held, "p/a") == "p/a"
    newer = claim(second)
    assert newer.epoch > held.epoch
    with pytest.raises(TakenOverError) as error:
        flag(first, held, "p/b")
    assert error.value.why.code == "taken-over"
    assert flag(second, newer, "p/c") == "p/c"
    again = claim(first)
    assert flag(first, again, "p/d") == "p/d"
    with pytest.raises(TakenOverError):
        flag(second, newer, "p/e")
    assert items(second) == ["p/a", "p/c", "p/d"]
    journal = Journal(DataFolder(tmp_path / "data").journal)
    assert sorted(str(record.item) for record in journal.records()) == ["p/a", "p/c", "p/d"]


def test_acts_without_a_claim_are_kept_as_ever(windows: tuple[History, History]) -> None:
    first, second = windows
    held = claim(first)
    claim(second)
    stale = first.submit([Flagged(item="p/stale")], held)
    free = first.submit([Flagged(item="p/free")])
    assert free.result(5)[0].item == "p/free"
    with pytest.raises(TakenOverError):
        stale.result(5)
    assert items(first) == ["p/free"]


def test_a_note_is_kept_with_each_act_or_alone_and_found_by_the_next_window(
    windows: tuple[History, History],
) -> None:
    first, second = windows
    assert first.claimed(EXAM) is None
    held = claim(first)
    assert held.note == {}
    flag(first, held, "p/a", used=1)
    assert second.claimed(EXAM) == held._replace(note={"used": 1})
    assert first.submit([], held._replace(note={"used": 2})).result(5) == ()
    newer = claim(second)
    assert newer.note == {"used": 2}
    with pytest.raises(TakenOverError):
        first.submit([], held._replace(note={"used": 3})).result(5)
    assert second.claimed(EXAM) == newer
    assert items(first) == ["p/a"]


def test_claims_of_different_things_do_not_meet(windows: tuple[History, History]) -> None:
    first, second = windows
    one, other = claim(first, "one"), claim(second, "other")
    assert flag(first, one, "p/a") == "p/a"
    assert flag(second, other, "p/b") == "p/b"


def test_a_database_made_anew_leaves_the_claim_to_who_held_it_last(
    windows: tuple[History, History], tmp_path: Path
) -> None:
    first, second = windows
    older = claim(first)
    held = claim(second)
    flag(second, held, "p/a", used=1)
    for path in (tmp_path / "data").glob("history.db*"):
        path.unlink()
    assert flag(second, held, "p/b", used=2) == "p/b"
    with pytest.raises(TakenOverError):
        flag(first, older, "p/c")
    assert claim(first).note == {"used": 2}
    assert items(first) == ["p/a", "p/b"]


def test_a_claim_that_was_lost_does_not_end_one_that_came_after_it(tmp_path: Path) -> None:
    clock = SetClock()
    with ExitStack() as opened:
        first, second = (
            opened.enter_context(closing(History(tmp_path / "data", clock))) for _ in range(2)
        )
        for _ in range(3):
            older = claim(first)
        for path in (tmp_path / "data").glob("history.db*"):
            path.unlink()
        clock.move(seconds=1)
        newer = claim(second)
        with pytest.raises(TakenOverError):
            flag(first, older, "p/a")
        assert flag(second, newer, "p/b") == "p/b"


def test_an_act_that_failed_once_and_is_refused_then_is_in_neither_copy(tmp_path: Path) -> None:
    with closing(History(tmp_path / "data", SetClock())) as history:
        held = claim(history)
        folder = DataFolder(tmp_path / "data")
        with closing(Copies(folder, history.device)) as copies:
            stale = Entry((Draft(1, "Flagged", "p/a", "{}"),), held)
            unfit = Entry((Draft(1, "k" * 33, "p/b", "{}"),))
            with pytest.raises(sqlite3.IntegrityError):
                copies.write([stale, unfit])
            claim(history)
            copies.write([stale])
        assert stale.is_refused
        assert items(history) == []
        assert list(Journal(folder.journal).records()) == []


def test_nothing_can_be_claimed_where_nothing_can_be_kept(tmp_path: Path) -> None:
    history = History(tmp_path / "data", SetClock())
    history.close()
    with pytest.raises(NotSavedError):
        history.claim(EXAM)
    assert history.claimed(EXAM) is None


def test_three_windows_that_take_over_at_random_never_keep_a_stale_act(tmp_path: Path) -> None:
    rng = random.Random(4)
    with ExitStack() as opened:
        windows = [
            opened.enter_context(closing(History(tmp_path / "data", SetClock()))) for _ in range(3)
        ]
        held = [claim(window) for window in windows]
        refused = 0
        for _ in range(60):
            at = rng.randrange(3)
            if rng.random() < 0.2:
                held[at] = claim(windows[at])
            waiting = [
                window.submit([Set(name="epoch", value=mine.epoch)], mine)
                for window, mine in zip(windows, held, strict=True)
            ]
            refused += sum(future.exception(5) is not None for future in waiting)
        epochs = [event.body["value"] for event in windows[0].events()]
    assert epochs == sorted(epochs)
    assert refused == 120
    assert len(epochs) == 60
