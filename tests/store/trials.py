"""``python -m tests.store.trials [NAME ...] [--full]`` tries to make the history lose something.

Each trial returns what it counted; the tests run them at about a tenth of their full size.
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from studyapp.core.history.events import Reviewed
from studyapp.store.history import History
from tests.store.clocks import StepClock
from tests.store.power import Disk


class Count(NamedTuple):
    """What came of a trial."""

    tried: int
    acknowledged: int
    lost: int
    """Acknowledged, and gone."""
    extra: int
    """The most that was kept at once without being acknowledged."""
    what: Mapping[str, int]


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder in memory, where there is one."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def ids(folder: Path) -> set[str]:
    """The events in a data folder, as it opens now."""
    with closing(History(folder, StepClock())) as history:
        return {event.id for event in history.events()}


def kills(times: int, seed: int, *, damage: bool = False) -> Count:
    """Kill a program that writes, and look whether all that it told of is still there.

    With ``damage`` one of the two copies is destroyed as well, in one of many ways.
    """
    rng = random.Random(seed)
    told: set[str] = set()
    lost = extra = 0
    what: Counter[str] = Counter()
    with scratch() as top:
        folder = top / "data"
        for _ in range(times):
            told |= write_and_die(folder, rng.randrange(1, 40))
            if damage:
                harm = rng.choice(list(HARMS))
                what[harm] += 1
                HARMS[harm](folder, rng)
            found = ids(folder)
            lost += len(told - found)
            extra = max(extra, len(found - told))
            told = found
    return Count(times, len(told), lost, extra, what)


def write_and_die(folder: Path, acts: int) -> set[str]:
    """Run a program that writes, kill it after so many acts, and return what it told of."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.writing", str(folder)], stdout=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        told = [program.stdout.readline() for _ in range(acts)]
        program.send_signal(signal.SIGKILL)
        told += program.stdout.read().split(b"\n")
    return {line.strip().decode() for line in told if len(line.strip()) == 32}


def powers(
    cuts: int, seed: int, keep: str = "both", database: str = "", *, journal: bool = False
) -> Count:
    """Cut the power while the history is written to, and look whether all is still there.

    ``keep`` leaves only the ``database`` or the ``journal`` to open from. The other two weaken what
    is synced: the control that shows that the trial can fail.
    """
    rng = random.Random(f"{seed} {keep} {database} {journal}")
    acknowledged = lost = extra = 0
    what: Counter[str] = Counter()
    sessions = max(3, cuts // 50)
    with scratch() as top:
        for session in range(sessions):
            folder = top / "data"
            before = _begin(folder, rng, session % (3 if keep == "both" else 2))
            disk = Disk(top, weak_database=database, weak_journal=journal)
            with disk.recording():
                _session(folder, disk, rng)
            for _ in range(cuts // sessions):
                cut = rng.randrange(1, len(disk.log) + 1)
                told = before | disk.acknowledged(cut)
                found = _after(disk, cut, rng, top / "image", keep)
                acknowledged += len(told)
                lost += len(told - found)
                what["cuts that lost"] += bool(told - found)
                extra = max(extra, len(found - told))
            shutil.rmtree(folder)
    return Count(cuts, acknowledged, lost, extra, what)


def _begin(folder: Path, rng: random.Random, session: int) -> set[str]:
    """What is there before the power is on: nothing, a history, or a damaged one."""
    if session == 0:
        return set()
    with closing(History(folder, StepClock())) as history:
        told = {history.append([Reviewed(item="p/a", rating=3)])[0].id for _ in range(60)}
    if session == 2:
        HARMS["database scrambled"](folder, rng)
    return told


def _session(folder: Path, disk: Disk, rng: random.Random) -> None:
    for _ in range(2):
        with closing(History(folder, StepClock())) as history:
            for _ in range(rng.randrange(4, 10)):
                acts = [Reviewed(item="p/a", rating=3) for _ in range(rng.randrange(1, 4))]
                for event in history.append(acts):
                    disk.note("ack", event.id)


def _after(disk: Disk, cut: int, rng: random.Random, image: Path, keep: str) -> set[str]:
    image.mkdir()
    disk.image(cut, rng, image)
    folder = image / "data"
    folder.mkdir(exist_ok=True)
    if keep == "database":
        shutil.rmtree(folder / "journal", ignore_errors=True)
    if keep == "journal":
        for path in folder.glob("history.db*"):
            path.unlink()
    found = ids(folder)
    shutil.rmtree(image)
    return found


def _change(path: Path, how: Callable[[bytearray], bytearray]) -> None:
    if path.exists() and path.stat().st_size:
        path.write_bytes(how(bytearray(path.read_bytes())))


def _scrambled(raw: bytearray, rng: random.Random) -> bytearray:
    for _ in range(200):
        raw[rng.randrange(len(raw))] = rng.randrange(256)
    return raw


def _zeroed(raw: bytearray, rng: random.Random) -> bytearray:
    start = rng.randrange(0, len(raw), 4096)
    raw[start : start + 4096] = bytes(len(raw[start : start + 4096]))
    return raw


def _logs(folder: Path) -> list[Path]:
    return sorted(folder.glob("journal/*/*.log"))


def _to_logs(how: Callable[[bytearray, random.Random], bytearray]) -> Callable[..., None]:
    def harm(folder: Path, rng: random.Random) -> None:
        for path in _logs(folder):
            _change(path, lambda raw: how(raw, rng))

    return harm


def _to_database(how: Callable[[bytearray, random.Random], bytearray]) -> Callable[..., None]:
    return lambda folder, rng: _change(folder / "history.db", lambda raw: how(raw, rng))


def _remove_database(folder: Path, _rng: random.Random) -> None:
    for path in folder.glob("history.db*"):
        path.unlink()


HARMS: Mapping[str, Callable[[Path, random.Random], None]] = {
    "nothing": lambda _folder, _rng: None,
    "database removed": lambda folder, _rng: (folder / "history.db").unlink(),
    "database and its journal removed": _remove_database,
    "database cut": _to_database(lambda raw, rng: raw[: rng.randrange(len(raw))]),
    "database emptied": _to_database(lambda raw, _rng: raw[:0]),
    "database scrambled": _to_database(_scrambled),
    "page of the database zeroed": _to_database(_zeroed),
    "header of the database lost": _to_database(
        lambda raw, rng: bytearray(rng.randbytes(100)) + raw[100:]
    ),
    "journal removed": lambda folder, _rng: shutil.rmtree(folder / "journal"),
    "journal cut": _to_logs(lambda raw, rng: raw[: rng.randrange(len(raw))]),
    "journal scrambled": _to_logs(_scrambled),
}
"""Ways to destroy one of the two copies."""

TRIALS: Mapping[str, Callable[[int], Count]] = {
    "kill": lambda size: kills(size, 1),
    "kill and destroy one copy": lambda size: kills(size, 2, damage=True),
    "power cut": lambda size: powers(5 * size, 3),
    "power cut, database alone": lambda size: powers(5 * size, 4, "database"),
    "power cut, journal alone": lambda size: powers(5 * size, 5, "journal"),
    "control: database alone, synchronous=NORMAL": lambda size: powers(
        5 * size, 6, "database", database="NORMAL"
    ),
    "control: database alone, synchronous=OFF": lambda size: powers(
        5 * size, 6, "database", database="OFF"
    ),
    "control: journal alone, not synced": lambda size: powers(5 * size, 7, "journal", journal=True),
}
"""Each takes its size: kills; five power cuts stand for one."""


def main() -> None:
    """Run what is asked for, or all."""
    parser = ArgumentParser(prog="python -m tests.store.trials")
    parser.add_argument("name", nargs="*", default=[])
    parser.add_argument("--full", action="store_true")
    asked = parser.parse_args()
    for name in asked.name or TRIALS:
        start = time.monotonic()
        count = TRIALS[name](200 if asked.full else 20)
        print(
            f"{name}: {count.tried} tried, {count.acknowledged:,} acknowledged,"
            f" {count.lost:,} lost, at most {count.extra} more, {dict(count.what)},"
            f" {time.monotonic() - start:.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
