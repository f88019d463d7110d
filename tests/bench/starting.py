"""How long the program takes to show something: warm, cold, and where no screen is needed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator

from tests.bench.figures import Figure
from tests.bench.programs import FLOOR, STUDY, Bench, in_turn

HOME = "Deploy FMs Based on Application Needs"
READY = "Ready, as bare as can be"


def benchmarks(bench: Bench) -> Iterator[Figure]:
    """Every start, against the least a program of its kind takes."""
    texts = bench.floor_texts(READY)
    python = (sys.executable, "-c", "pass")

    def floor() -> float:
        return bench.start_of(*FLOOR, *texts, shows=READY)

    def warm() -> float:
        return bench.start_of(*STUDY, shows=HOME)

    def cold() -> float:
        shutil.rmtree(bench.scratch / "XDG_CACHE_HOME", ignore_errors=True)
        return warm()

    def run(*argv: str) -> tuple[list[float], list[float]]:
        ours, least = in_turn(
            bench.runs, lambda: bench.run_of(*STUDY, *argv), lambda: bench.run_of(*python)
        )
        return list(ours), list(least)

    yield Figure(
        "start, warm: exec to Home", "bare Textual app", *in_turn(bench.runs, warm, floor), 1.5
    )
    yield Figure("start, cold: no compiled pack", "start, warm", *in_turn(bench.runs, cold, warm))
    yield Figure("--version", "python -c pass", *run("--version"), 1.2)
    yield Figure("notes (all of the pack)", "python -c pass", *run("notes"))
    yield Figure("notes 2.2.1", "python -c pass", *run("notes", "2.2.1"))
