"""The one thread that writes: it takes what waits, keeps it, and goes on trying when it cannot."""

from __future__ import annotations

import contextlib
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final

from studyapp.core.ports import Notice, NotSavedError
from studyapp.store.database import FAULTS, PATIENCE, is_busy, is_full

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studyapp.store.copies import Entry, Taking

_AGAIN: Final = 1.0
"""Seconds between two attempts."""
_NO_ROOM: Final = {"ENOSPC", "EDQUOT", "EFBIG"}


class Writer:
    """Entries wait here until they are kept."""

    def __init__(self, keep: Callable[[Sequence[Entry | Taking]], None]) -> None:
        """Start the thread; ``keep`` raises sqlite3.Error or OSError and may be tried again."""
        self._keep = keep
        self._queue: SimpleQueue[Entry | Taking | None] = SimpleQueue()
        self._waiting: list[Entry | Taking] = []
        self.trouble: Notice | None = None
        self._closing = False
        self._lost = 0
        self._thread = Thread(target=self._run, name="history", daemon=True)
        self._thread.start()

    def put(self, entry: Entry | Taking) -> None:
        """Let an entry wait; raises NotSavedError once the writer is closed."""
        if self._closing:
            raise NotSavedError(Notice("closed", {}))
        self._queue.put(entry)

    def close(self) -> int:
        """Keep what waits, or give it up; returns how many acts were given up."""
        if not self._closing:
            self._closing = True
            self._queue.put(None)
        self._thread.join(2 * PATIENCE)
        return self._lost + self._give_up()

    def _run(self) -> None:
        try:
            while self._collect():
                self._attempt()
            self._attempt()
        finally:  # nobody shall wait for a thread that is gone
            self._closing = True
            self._lost = self._give_up()

    def _give_up(self) -> int:
        """Tell those who wait that it was in vain; returns how many acts that are."""
        lost = [entry for entry in self._waiting if not entry.saved.done()]
        for entry in lost:
            entry.saved.set_exception(NotSavedError(self.trouble or Notice("busy", {})))
        return sum(len(entry.drafts) for entry in lost)

    def _collect(self) -> bool:
        """Wait for more, but not for long while something is still to be tried again."""
        with contextlib.suppress(Empty):
            entry = self._queue.get(timeout=_AGAIN if self._waiting else None)
            while entry is not None:
                self._waiting.append(entry)
                entry = self._queue.get_nowait()
            return False
        return True

    def _attempt(self) -> None:
        if not self._waiting:
            return
        entries = tuple(self._waiting)
        try:
            self._keep(entries)
        except (*FAULTS, OSError) as error:
            self.trouble = notice_of(error)
            return
        self.trouble = None
        self._waiting.clear()
        for entry in entries:
            if not entry.saved.done():  # or closing has given it up meanwhile
                entry.finish()


def is_out_of_room(error: BaseException) -> bool:
    """Whether there is no room on the disk."""
    import errno

    name = errno.errorcode.get(getattr(error, "errno", None) or 0, "")
    return is_full(error) or name in _NO_ROOM


def notice_of(error: BaseException) -> Notice:
    """Why something cannot be kept, for the learner."""
    if is_out_of_room(error):
        return Notice("full", {})
    if is_busy(error):
        return Notice("busy", {})
    return Notice("refused", {"why": str(error)})
