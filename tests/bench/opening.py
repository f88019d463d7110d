"""What a long history adds to a start, to the first frame and until Home knows what is best."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.learned import EVENTS, learn
from tests.bench.programs import FLOOR, STUDY, Bench
from tests.bench.starting import HOME, READY

KNOWN = "Next: "
"""What Home shows once the history is read."""


def benchmarks(bench: Bench) -> Iterator[Figure]:
    """The difference between a long history and none, in bare starts."""
    long, none = bench.scratch / "long", bench.scratch / "none"
    learn(long, bench.scratch / "learned-cache")
    floor = (*FLOOR, *bench.floor_texts(READY))
    for shows, until in ((HOME, "Home"), (KNOWN, "the best next thing")):
        rounds = [_round(bench, (long, none), shows, floor) for _ in range(bench.runs + 1)][1:]
        name = f"start, {EVENTS:,} events more: to {until}"
        added = [long_ - none_ for long_, none_, _ in rounds]
        goal = 0.15 if shows is HOME else None
        yield Figure(name, "bare Textual app", added, [bare for *_, bare in rounds], goal)


def _round(
    bench: Bench, folders: Sequence[Path], shows: str, floor: Sequence[str]
) -> tuple[float, ...]:
    """Seconds of a start with each folder, and of the floor."""
    ours = (bench.start_of(*STUDY, "--data", os.fspath(data), shows=shows) for data in folders)
    return (*ours, bench.start_of(*floor, shows=READY))
