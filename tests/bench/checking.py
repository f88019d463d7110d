"""How long `check` takes, also of what it has seen before, and how that grows with the pack."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from math import log
from statistics import linear_regression, median

from studyapp.library.builtin import BUILTIN_PACK, builtin_pack
from tests.bench.pack import write_large_pack
from tests.bench.programs import STUDY, Bench

SIZES = (1_000, 2_000, 4_000, 8_000)
_CHECK = """
import sys, time
from datetime import date
from pathlib import Path
from studyapp.library.check import check_pack
from studyapp.library.load import load_pack
began = time.perf_counter()
found = check_pack(load_pack(Path(sys.argv[1])), date(2026, 11, 22))
print(time.perf_counter() - began)
"""


def benchmarks(bench: Bench) -> Iterator[str]:
    """Seconds of the built-in pack, then by size, and the exponent: 1 is linear, 2 quadratic."""
    yield _again(bench)
    seconds = []
    for size in SIZES:
        root = write_large_pack(bench.scratch / f"check-{size}", size)
        check = (sys.executable, "-c", _CHECK, os.fspath(root))
        taken = median(float(bench.output_of(*check)) for _ in range(3))
        seconds.append(taken)
        each = 1000 * taken / size
        yield f"load and check {size:>6,} sections: {taken:7.2f} s, {each:.2f} ms each"
    slope = linear_regression([log(size) for size in SIZES], [log(s) for s in seconds]).slope
    yield f"time grows with size to the power of {slope:.2f}"


def _again(bench: Bench) -> str:
    """The first time, the second, and each time after one more word in a question."""
    root = shutil.copytree(builtin_pack(), bench.scratch / "check" / BUILTIN_PACK)
    questions = min((root / "questions").glob("*.yaml"))
    check = (*STUDY, "check", os.fspath(root))
    bench.run_of(*check)  # the program's own caches
    shutil.rmtree(bench.env["XDG_CACHE_HOME"])
    first = bench.run_of(*check)
    second, edited = [], []
    for _ in range(bench.runs):
        second.append(bench.run_of(*check))
        words = questions.read_text("utf-8")
        questions.write_text(words.replace(" the ", " the very ", 1), "utf-8")
        edited.append(bench.run_of(*check))
    return (
        f"check the built-in pack: {first:.2f} s, again {median(second):.2f} s,"
        f" with one question edited {median(edited):.2f} s (both <= 2 s)"
    )
