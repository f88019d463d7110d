"""A program that writes to the history of a folder and tells the id of each event that is safe.

``python -m tests.store.writing FOLDER [ACTS]``; without a number it never ends.
"""

from __future__ import annotations

import os
import sys
from itertools import count
from pathlib import Path

from studyapp.clock import SystemClock
from studyapp.core.history.events import Reviewed
from studyapp.store.history import History


def main() -> None:
    """Write."""
    folder = Path(sys.argv[1])
    acts = range(int(sys.argv[2])) if len(sys.argv) > 2 else count()
    history = History(folder, SystemClock())
    for index in acts:
        (event,) = history.append([Reviewed(item=f"p/{index % 50}", rating=3)])
        os.write(1, f"{event.id}\n".encode())
    history.close()


if __name__ == "__main__":
    main()
