"""``python -m tests.bench [NAME ...] [--runs N]`` runs the benchmarks and prints their table."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.bench import (
    advising,
    answering,
    checking,
    keeping,
    keys,
    opening,
    plans,
    rating,
    sizes,
    starting,
    variants,
)
from tests.bench.figures import HEAD, Figure
from tests.bench.programs import Bench

_TABLES: Mapping[str, Callable[[Bench], Iterator[Figure | str]]] = {
    "start": starting.benchmarks,
    "keys": keys.benchmarks,
    "sizes": sizes.benchmarks,
    "check": checking.benchmarks,
    "advise": advising.benchmarks,
    "answer": answering.benchmarks,
    "keeping": keeping.benchmarks,
    "opening": opening.benchmarks,
    "rating": rating.benchmarks,
    "plans": plans.benchmarks,
    "variants": variants.benchmarks,
}


def main() -> None:
    """Run what is asked for, or all."""
    parser = ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("name", nargs="*", choices=_TABLES, default=[])
    parser.add_argument("--runs", type=int, default=11, help="pairs of each start")
    asked = parser.parse_args()
    print(HEAD)
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(Path(scratch), asked.runs)
        for name in asked.name or _TABLES:
            for line in _TABLES[name](bench):
                print(line, flush=True)


main()
