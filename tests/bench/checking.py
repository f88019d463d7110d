"""Whether the time that `check` takes grows in step with the pack."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from math import log
from statistics import linear_regression, median

from tests.bench.pack import write_large_pack
from tests.bench.programs import Bench

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
    """Seconds by size, and the exponent: 1 is linear, 2 quadratic."""
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
