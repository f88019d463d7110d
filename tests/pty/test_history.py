"""However the program ends while cards are reviewed, nothing that it painted as kept is gone.

STUDYAPP_TRIALS sets how many endings each trial tries; 200 is the full run.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sqlite3
import stat
import sys
import time
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from studyapp.clock import SystemClock
from studyapp.core.history.events import Reviewed
from studyapp.store.doctor import examine
from studyapp.store.history import History
from tests.privileges import bound_by_modes
from tests.pty.failing import ANSWERS
from tests.pty.program import HOME_IS_SHOWN, PROGRAM, answers, assert_left_in_order
from tests.store.trials import HARMS
from tests.terminal import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tests.pty.program import Program
    from tests.terminal import Terminal

FAILING = (sys.executable, "-m", "tests.pty.failing")
TRIALS = int(os.environ.get("STUDYAPP_TRIALS", "10"))
F2 = "\x1bOQ"
AHEAD = 20
"""Answers that are typed ahead before the program ends."""
LONGEST = 1
"""Seconds from the start, or from the first answer, within which it ends."""

ENDINGS: dict[str, Callable[[Terminal], None]] = {
    "KILL": lambda terminal: terminal.signal(signal.SIGKILL),
    "TERM": lambda terminal: terminal.signal(signal.SIGTERM),
    "HUP": lambda terminal: terminal.signal(signal.SIGHUP),
    "closed window": lambda terminal: terminal.hang_up(),
}


def report_of(program: Program) -> Path:
    return program.data / "crash-report.txt"


def open_cards(terminal: Terminal) -> None:
    """Go from Home to the first of some hundred cards of a skill."""
    for shown, key in (("Cards", "2"), ("A skill", "4"), ("2.2.1 Deploy", "1"), ("Cram all", "2")):
        terminal.wait_for(shown, 30)
        terminal.send(key)
    terminal.wait_for(" left", 30)


def answers_painted(terminal: Terminal) -> int:
    """How many answers the screen has left behind."""
    left = [int(number) for number in re.findall(rb"(\d+) left", terminal.raw)]
    return max(left, default=0) - min(left, default=0)


def review_and_end(program: Program, how: str, rng: random.Random) -> int:
    """Answer cards, or only start, and end at some moment; returns the answers painted as kept."""
    with program.start() as terminal:
        if rng.random() < 0.8:
            open_cards(terminal)
            terminal.send(" 3" * AHEAD)
        time.sleep(rng.uniform(0, LONGEST))
        ENDINGS[how](terminal)
        code = terminal.wait(30)
        assert code < 0 or code > 128, terminal.raw
        assert b"Traceback" not in terminal.raw
        return answers_painted(terminal)


def kept(folder: Path) -> set[str]:
    """The events of a history, as it opens now."""
    with closing(History(folder, SystemClock())) as history:
        assert history.state.kind == "writable"
        return {event.id for event in history.events()}


def wrong(folder: Path) -> set[str]:
    """The codes of what the doctor calls trouble."""
    return {
        finding.code
        for finding in examine(folder, SystemClock().now())
        if finding.severity == "trouble"
    }


def trial(program: Program, harms: Sequence[str], times: int, seed: int) -> Counter[str]:
    """End the program again and again, harming one copy after each, and count what happened."""
    rng, folder, what = random.Random(seed), program.data / "history", Counter[str]()
    known: set[str] = set()
    harm = "nothing"
    for _ in range(times):
        how = rng.choice(list(ENDINGS))
        painted = review_and_end(program, how, rng)
        case = f"{how} after {harm}"
        if painted and how != "KILL":
            assert wrong(folder) == set(), f"{case}, left by the program"
        found = kept(folder)
        assert not known - found, f"{case}, gone"
        assert painted <= len(found) - len(known) <= AHEAD, f"{case}, {painted} painted"
        assert wrong(folder) == set(), f"{case}, after the next start"
        assert not report_of(program).exists(), case
        what.update({how: 1, harm: 1, "painted": painted})
        what["not painted yet"] += len(found) - len(known) - painted
        known = found
        if known:
            harm = rng.choice(harms)
            HARMS[harm](folder, rng)
    return what


@pytest.mark.parametrize("harms", [["nothing"], sorted(HARMS)], ids=["plain", "one copy harmed"])
def test_no_ending_loses_what_was_painted(program: Program, harms: list[str]) -> None:
    what = trial(program, harms, TRIALS, seed=len(harms))
    assert what["painted"] > TRIALS


PLACES = {
    "home": "",
    "notes": "1",
    "cards": "2",
    "advisor": "3",
    "search": "/",
    "progress": "o",
}


@pytest.mark.parametrize("place", PLACES)
def test_a_fault_of_the_program_loses_no_answer(program: Program, place: str) -> None:
    with program.start(argv=FAILING) as terminal:
        terminal.wait_for(HOME_IS_SHOWN, 30)
        terminal.send(PLACES[place])
        terminal.wait_quiet(0.5)
        terminal.send(F2)
        assert terminal.wait(30) == 1
        assert_left_in_order(terminal)
    assert stat.S_IMODE(report_of(program).stat().st_mode) == 0o600
    report = report_of(program).read_text("utf-8")
    assert "RuntimeError: boom" in report
    assert "task-2.2/" not in report
    assert len(kept(program.data / "history")) == ANSWERS


def forbid_writing(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)


def forbid_entering(folder: Path) -> None:
    folder.chmod(0)


def make_newer(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "history.db")) as db:
        db.execute("PRAGMA user_version = 99")


def damage_both(folder: Path) -> None:
    (folder / "history.db").write_bytes(b"x" * 9_000)
    for path in folder.glob("journal/*/*"):
        path.write_bytes(b"y" * 9_000)


def put_a_file_there(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("")


@pytest.mark.parametrize(
    "trouble",
    [forbid_writing, forbid_entering, make_newer, damage_both, put_a_file_there],
    ids=lambda trouble: trouble.__name__,
)
def test_the_program_opens_whatever_became_of_the_history(
    program: Program, trouble: Callable[[Path], None]
) -> None:
    folder = program.data / "history"
    with closing(History(folder, SystemClock())) as history:
        history.append([Reviewed(item="task-2.2/a", rating=3)] * 9)
    trouble(folder)
    with program.start(argv=bound_by_modes(PROGRAM)) as terminal:
        terminal.wait_for(HOME_IS_SHOWN, 30)
        terminal.wait_quiet(0.5)
        answers(terminal)
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait(30) == 0
        assert_left_in_order(terminal)
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode | 0o700)
    assert not report_of(program).exists()


def test_a_locked_history_keeps_nobody_from_reading_and_the_answer_is_saved_later(
    program: Program,
) -> None:
    with program.start() as terminal:
        open_cards(terminal)
        (before,) = re.findall(r"(\d+) left", terminal.screen)
        terminal.send(" ")
        terminal.wait_for("Good")
        database = program.data / "history" / "history.db"
        with closing(sqlite3.connect(database, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            terminal.send("3")
            terminal.wait_for("Saving…")
            terminal.send("l")
            terminal.wait_for(f"còn {before}")
            terminal.wait_for("đang khóa")  # after five seconds it says why
            other.execute("ROLLBACK")
        terminal.wait_for(f"còn {int(before) - 1}")
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait() == 0
    assert len(kept(program.data / "history")) == 1
