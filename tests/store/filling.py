"""A program that writes until there is no room, makes room, and goes on.

``python -m tests.store.filling FOLDER HOW``: ``limit`` lets no file grow beyond 200 kB, ``disk``
removes the file ``filler`` beside the folder. Prints what the store says, as JSON.
"""

from __future__ import annotations

import json
import resource
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from studyapp.core.history.events import Event, Linked
from studyapp.store.history import History
from tests.store.clocks import StepClock

ACT = Linked(item="p/a", old="x" * 300)


def limit(_folder: Path) -> Callable[[], None]:
    """Let no file grow beyond 200 kB until what is returned is called."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def disk(folder: Path) -> Callable[[], None]:
    """Fill the disk, nearly, until what is returned is called."""
    filler = folder.parent / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            size = file.tell()
        file.truncate(size - 64 * 4096)
    return filler.unlink


def main() -> None:
    """Fill."""
    folder, how = Path(sys.argv[1]), {"limit": limit, "disk": disk}[sys.argv[2]]
    history = History(folder, StepClock())
    make_room = how(folder)
    kept: list[Event] = []
    waiting: Future[tuple[Event, ...]] = history.submit([ACT])
    trouble = None
    while trouble is None:
        try:
            kept += waiting.result(0.1)
            waiting = history.submit([ACT])
        except TimeoutError:
            trouble = history.trouble
    read = len(list(history.events()))
    make_room()
    kept += waiting.result(30)
    kept += history.append([ACT])
    said = {
        "trouble": trouble.code,
        "after": history.trouble,
        "notices": [notice.code for notice in history.notices],
        "read": read,
        "kept": [event.id for event in kept],
    }
    history.close()
    print(json.dumps(said))


if __name__ == "__main__":
    main()
