"""How long an act takes to be safe on the disk, and how long a large history takes to open."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import quantiles

from studyapp.clock import SystemClock
from studyapp.core.history.events import Reviewed
from studyapp.store.database import connect, ids
from studyapp.store.doctor import examine
from studyapp.store.history import History
from tests.bench.figures import Figure
from tests.bench.programs import Bench, in_turn

ACTS = 500
EVENTS = 100_000
ACT = Reviewed(
    item="task-2.2/serverless-cold-start", rating=3, milliseconds=4200, digest="3f2a9c1e"
)


def benchmarks(bench: Bench) -> Iterator[Figure | str]:
    """Acts one by one, then a history of many events."""
    folder = bench.scratch / "keeping"
    with closing(History(folder, SystemClock())) as history, (folder / "floor").open("ab") as floor:
        history.append([ACT])  # with which the first backup is made

        def least() -> float:
            return timed(line)

        def line() -> None:
            floor.write(b"x" * 170)
            floor.flush()
            os.fsync(floor.fileno())

        acts, lines = in_turn(ACTS, lambda: timed(lambda: history.append([ACT])), least)
    yield Figure("an act, until it is safe twice", "a line and fsync", acts, lines, goal_p95=0.05)
    quick, slow = percentile(acts, 50), percentile(acts, 99)
    yield f"an act, until it is safe twice: p50 {quick:.1f} ms, p99 {slow:.1f} ms"
    yield from _large(bench, bench.scratch / "large")


def _large(bench: Bench, folder: Path) -> Iterator[Figure | str]:
    with closing(History(folder, SystemClock())) as history:
        for _ in range(EVENTS // 10_000):
            history.submit([ACT] * 10_000).result()

    def opened() -> float:
        return timed(lambda: History(folder, SystemClock()).close())

    def read() -> float:
        with closing(connect(folder / "history.db", "ro")) as db:
            return timed(lambda: ids(db))

    opened()  # the first time everything is compared
    runs = max(3, bench.runs // 2)
    name = f"{EVENTS:,} events"
    yield Figure(f"open {name}", "read their ids", *in_turn(runs, opened, read))
    with closing(History(folder, SystemClock())) as history:
        events = timed(lambda: sum(1 for _ in history.events()))
        backup = timed(history.back_up)
    looked = timed(lambda: examine(folder, SystemClock().now()))
    (folder / "history.db").unlink()
    rebuilt = opened()
    shutil.rmtree(folder / "journal")
    mended = opened()
    size = (folder / "history.db").stat().st_size / EVENTS
    yield (
        f"{name}: read {events:.2f} s, back up and verify {backup:.2f} s, examine {looked:.2f} s,"
        f" rebuild from the journal {rebuilt:.2f} s, write the journal anew {mended:.2f} s,"
        f" {size:.0f} bytes each in the database"
    )


def timed(act: Callable[[], object]) -> float:
    """The seconds that something takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def percentile(seconds: Sequence[float], percent: int) -> float:
    """Milliseconds that so many of a hundred stay below."""
    return 1000 * quantiles(seconds, n=100, method="inclusive")[percent - 1]
