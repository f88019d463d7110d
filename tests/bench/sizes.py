"""What a pack of ten thousand sections costs at the start and in the notes."""

from __future__ import annotations

import os
from collections.abc import Iterator

from tests.bench.figures import Figure
from tests.bench.keys import QUIET, builtin_sections
from tests.bench.pack import write_large_pack
from tests.bench.programs import STUDY, Bench
from tests.terminal import KEYS, Terminal

SECTIONS = 10_000


def benchmarks(bench: Bench) -> Iterator[Figure]:
    """The large pack against the built-in one."""
    root = write_large_pack(bench.scratch / "large", SECTIONS)
    large = (*STUDY, "--pack", os.fspath(root))
    _walk(bench, SECTIONS, *large)  # compiles it
    builtin = builtin_sections()
    _walk(bench, builtin, *STUDY)
    walks = [
        (_walk(bench, SECTIONS, *large), _walk(bench, builtin, *STUDY)) for _ in range(bench.runs)
    ]
    for at, (name, goal) in enumerate((("start, warm", 1.2), ("open notes", None), ("n", None))):
        ours, floor = [w[0][at] for w in walks], [w[1][at] for w in walks]
        yield Figure(f"{name}, {SECTIONS:,} sections", f"{name}, built-in pack", ours, floor, goal)


def _walk(bench: Bench, sections: int, *argv: str) -> tuple[float, float, float]:
    """Seconds of the start, of opening the notes, and of going to the next section."""
    bench.forget_place()
    with bench.terminal(*argv) as terminal:
        start = terminal.wait_for("Start reading", 120) - terminal.started
        terminal.wait_quiet(QUIET)
        opening = _press(terminal, KEYS["enter"], f" 1/{sections}  EN ")
        turning = _press(terminal, "n", f" 2/{sections}  EN ")
    return start, opening, turning


def _press(terminal: Terminal, key: str, shows: str) -> float:
    pressed = terminal.send(key)
    terminal.wait_for(shows, 60)
    return terminal.wait_quiet(QUIET) - pressed
