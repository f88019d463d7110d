"""Kills a program that sits an exam, and looks whether all is there that it told of.

``python -m tests.study.test_exam_kills TIMES`` does it more often.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from studyapp.core.exams.clock import HEARTBEAT
from studyapp.files import Folders
from tests.joining import close_histories, joined
from tests.quizzed import quizzed


class Count(NamedTuple):
    """What came of it."""

    told: int
    """Answers that the program told of."""
    lost: int
    """Of those, the ones that were not found afterwards, or not as they were told."""
    off: int
    """Milliseconds by which the time left was wrong at most."""


def kills(times: int, pack: Path, data: Path, mode: str, seed: int) -> Count:
    """Kill the program again and again, each time somewhere else."""
    chance = random.Random(seed)
    answers: dict[int, str] = {}
    told = lost = off = 0
    for _ in range(times):
        lines = sit_and_die(pack, data, mode, chance.randrange(1, 30))
        told += len(lines)
        answers |= {int(place): option for place, option, _ in lines}
        study = joined(pack, Folders(data / "config", data, data / "cache"))
        with closing(study):
            found = study.examining.running
            assert found is not None
            last, now = int(lines[-1][2]), study.examining.now
        kept = {at: "".join(cell.draft.chosen) or "-" for at, cell in enumerate(found.cells)}
        wrong = {at for at, option in answers.items() if kept[at] != option}
        lost += len(wrong - {found.place})  # the last act may be kept without having been told
        answers = kept
        left = found.charged(now).remaining
        if mode == "strict":
            off = max(off, abs(left - (found.allowed - (now.boot - found.sheet.began.boot))))
        else:
            off = max(off, left - last, last - HEARTBEAT - 1000 - left)
    return Count(told, lost, off)


def sit_and_die(pack: Path, data: Path, mode: str, acts: int) -> list[list[str]]:
    """Run the program, kill it after so many acts, and return the lines it told."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.study.sitting", str(pack), str(data), mode],
        stdout=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        told = [program.stdout.readline() for _ in range(acts)]
        program.send_signal(signal.SIGKILL)
        told += program.stdout.read().split(b"\n")
    lines = [line.decode().split() for line in told]
    return [line for line in lines if len(line) == 3]


@pytest.mark.parametrize("mode", ["strict", "relaxed"])
def test_no_kill_loses_an_answer_or_gives_time_back(mode: str, tmp_path: Path) -> None:
    count = kills(4, quizzed(tmp_path / "pack"), tmp_path / "data", mode, seed=21)
    assert count.told > 20
    assert count.lost == 0
    assert count.off <= 1000


def main() -> None:
    """Do it as often as is said."""
    for mode in ("strict", "relaxed"):
        with tempfile.TemporaryDirectory() as scratch:
            pack = quizzed(Path(scratch) / "pack")
            print(mode, kills(int(sys.argv[1]), pack, Path(scratch) / "data", mode, 22), flush=True)
    close_histories()


if __name__ == "__main__":
    main()
