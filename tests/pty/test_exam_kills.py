"""Kills the program while somebody sits an exam, and looks whether all is there that it showed.

``python -m tests.pty.test_exam_kills TIMES`` does it more often.
"""

from __future__ import annotations

import random
import re
import signal
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from studyapp.core.exams.clock import HEARTBEAT
from studyapp.files import Folders
from tests.joining import close_histories, joined
from tests.pty.program import Program
from tests.ui.exam_bank import exam_pack

if TYPE_CHECKING:
    from studyapp.core.exams.attempt import Attempt
    from studyapp.study.study import Study
    from tests.terminal import Terminal

EXAM = ("exam", "--count", "5", "--minutes", "120", "--lang", "en")
KEYS = "aabbccddnnpxm"
LINES = ("a", "b", "c", "d", "a b", "c d", "n", "p", "x b", "f")
BURST = 16
"""Keys or lines typed at once before the program is killed."""
LONGEST = 0.8
"""Seconds after which it is killed at the latest."""
PATIENCE = 60

_BEFORE = re.compile(rb"Begin: the clock|seems to be open")
_ASKED = re.compile(rb"Question \d of 5")
_PLACE = re.compile(r"Question (\d) of 5")
_PICKED = re.compile(r"^[▌ ]*([A-F]) (?:\(•\)|\[x\]) ", re.MULTILINE)
_LEFT = re.compile(r"(\d):(\d\d):(\d\d) left")
_SAVED = re.compile(r"Saved: (.+)\.\r")


class Told(NamedTuple):
    """What the program showed of an answer."""

    place: int
    letters: str
    """Those that are picked, in their order."""


class Count(NamedTuple):
    """What came of it."""

    kills: int
    told: int
    """Answers that were shown."""
    lost: int
    """Of those, the ones of which the history knows nothing."""
    gone: int
    """Events that were there after one kill and not after the next."""
    off: int
    """Milliseconds by which the time left was wrong at most."""


def kills(times: int, mode: str, folder: Path, seed: int) -> Count:
    """Kill the program again and again, each time somewhere else in one exam."""
    chance, cache = random.Random(seed), folder / "cache"
    program = Program(folder, cache)
    pack = exam_pack(folder / "pack")
    options = (*EXAM, f"--{mode}", "--pack", str(pack))
    known: set[str] = set()
    count = Count(0, 0, 0, 0, 0)
    for at in range(times):
        sit = sit_in_lines if at % 3 else sit_on_screens
        told, left = sit(program, options, chance)
        with closing(joined(pack, Folders(program.config, program.data, cache))) as study:
            running = study.examining.running
            assert running is not None
            ids = {event.id for event in study.learning.store.events()}
            count = Count(
                kills=at + 1,
                told=count.told + len(told),
                lost=count.lost + len(told - _kept(study, running)),
                gone=count.gone + len(known - ids),
                off=max(count.off, _off(study, running, left)),
            )
        known = ids
    return count


def sit_on_screens(
    program: Program, options: tuple[str, ...], chance: random.Random
) -> tuple[set[Told], int]:
    """Go on with the exam, type at random, and kill the program at some moment.

    Returns the answers that were shown, and the milliseconds left by the last frame.
    """
    with program.start(*options, columns=100, rows=30) as terminal:
        _wait(terminal, _BEFORE)
        terminal.send("1")
        _wait(terminal, _ASKED)
        _type_and_kill(terminal, "".join(chance.choices(KEYS, k=BURST)), chance)
        frames = [(_PLACE.search(frame), frame) for frame in terminal.frames()]
    asked = [(place, frame) for place, frame in frames if place is not None]
    told = {Told(int(place[1]) - 1, "".join(_PICKED.findall(frame))) for place, frame in asked}
    return told, _left(asked[-1][1])


def sit_in_lines(
    program: Program, options: tuple[str, ...], chance: random.Random
) -> tuple[set[Told], int]:
    """The same with `--plain`."""
    with program.start(*options, "--plain") as terminal:
        terminal.send("y\r")  # to begin, or to take it over from who was killed
        _wait(terminal, _ASKED)
        typed = "".join(f"{line}\r" for line in chance.choices(LINES, k=BURST))
        _type_and_kill(terminal, typed, chance)
        said = terminal.raw.decode()
    told = set()
    for part in re.split(r"(?=Question \d of 5)", said):
        if (place := _PLACE.match(part)) and (saved := _SAVED.search(part)):
            told.add(Told(int(place[1]) - 1, saved[1].replace(", ", "")))
    return told, _left(said)


def _wait(terminal: Terminal, wanted: re.Pattern[bytes]) -> None:
    """Wait until something is printed, without rebuilding the screen, which takes long."""
    deadline = time.monotonic() + PATIENCE
    while not wanted.search(terminal.raw):
        assert time.monotonic() < deadline, terminal.screen
        time.sleep(0.02)


def _type_and_kill(terminal: Terminal, typed: str, chance: random.Random) -> None:
    terminal.send(typed)
    time.sleep(chance.uniform(0, LONGEST))
    terminal.signal(signal.SIGKILL)
    terminal.wait(PATIENCE)


def _left(said: str) -> int:
    hours, minutes, seconds = map(int, _LEFT.findall(said)[-1])
    return 1000 * (3600 * hours + 60 * minutes + seconds)


def _kept(study: Study, running: Attempt) -> set[Told]:
    """Every answer that the history has had, and that there was none at first."""
    found = {Told(place, "") for place in range(len(running.cells))}
    for event in study.learning.store.events():
        if event.kind == "ExamAnswered":
            place = event.body["place"]
            shown = running.cells[place].draft.shown
            letters = sorted(shown.letter(each) for each in event.body.get("chosen", ()))
            found.add(Told(place, "".join(letters)))
    return found


def _off(study: Study, running: Attempt, told: int) -> int:
    """How wrong the time left is: by the clock if that runs on, else by what was told."""
    now = study.examining.now
    left = running.charged(now).remaining
    if running.sheet.terms.mode == "strict":
        return abs(left - (running.allowed - (now.boot - running.sheet.began.boot)))
    return max(left - told - 1000, told - HEARTBEAT - left, 0)


@pytest.mark.parametrize("mode", ["strict", "relaxed"])
def test_no_kill_loses_an_answer_that_was_shown_or_gives_time_back(
    mode: str, tmp_path: Path
) -> None:
    count = kills(3, mode, tmp_path, seed=31)
    assert count.told >= 3
    assert (count.lost, count.gone) == (0, 0)
    assert count.off <= 1000


def main() -> None:
    """Do it as often as is said, half of it in each mode."""
    for mode in ("strict", "relaxed"):
        with tempfile.TemporaryDirectory() as scratch:
            print(mode, kills(int(sys.argv[1]) // 2, mode, Path(scratch), seed=32), flush=True)
    close_histories()


if __name__ == "__main__":
    main()
