"""Runs the program and its floors away from the learner's folders, and times them from outside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.terminal import Terminal, environment

STUDY = (sys.executable, "-m", "studyapp")
FLOOR = (sys.executable, "-m", "tests.bench.floor")
_CHECKOUT = Path(__file__).resolve().parents[2]


class Bench:
    """One bench: a scratch folder, and the environment that keeps everything in it."""

    def __init__(self, scratch: Path, runs: int) -> None:
        self.scratch = scratch
        self.runs = runs
        names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        self.env = {name: os.fspath(scratch / name) for name in names} | {
            # As installed: nothing is compiled at a start but the first, whatever this shell says.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": os.fspath(scratch / "pycache"),
            "PYTHONUNBUFFERED": "",
        }

    def terminal(self, *argv: str) -> Terminal:
        """Start a program on a terminal of 120 by 40."""
        return Terminal(argv, env=self.env, cwd=_CHECKOUT)

    def start_of(self, *argv: str, shows: str) -> float:
        """Seconds from exec to the first frame that shows a text."""
        with self.terminal(*argv) as terminal:
            return terminal.wait_for(shows, 60) - terminal.started

    def run_of(self, *argv: str) -> float:
        """Seconds that a program takes from exec to its end."""
        started = time.perf_counter()
        self.output_of(*argv)
        return time.perf_counter() - started

    def output_of(self, *argv: str) -> str:
        """What a program prints."""
        done = subprocess.run(
            argv, check=True, capture_output=True, cwd=_CHECKOUT, env=environment(self.env)
        )
        return done.stdout.decode()

    def forget_place(self) -> None:
        """Let the notes open at their beginning, in English, the next time."""
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            shutil.rmtree(self.env[name], ignore_errors=True)

    def floor_texts(self, *texts: str) -> list[str]:
        """Write texts for the floor; returns their files."""
        files = [self.scratch / f"{at}.txt" for at in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, "utf-8")
        return [os.fspath(file) for file in files]


def in_turn(
    runs: int, ours: Callable[[], float], floor: Callable[[], float]
) -> tuple[Sequence[float], Sequence[float]]:
    """Measure ours and the floor by turns, so that what slows the machine slows both."""
    ours(), floor()  # caches of the machine and of Python
    pairs = [(ours(), floor()) for _ in range(runs)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]
