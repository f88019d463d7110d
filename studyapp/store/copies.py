"""Both copies of the history, and the one way to add to them: database first, then journal.

A window waits in line before it writes. What a crash leaves in only one copy is brought to the
other when the history is opened next.
"""

from __future__ import annotations

import errno
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.ports import Notice, TakenOverError
from studyapp.store import claims, database
from studyapp.store.database import connect, has, insert, writing
from studyapp.store.disk import turn
from studyapp.store.identity import last_of, new_id, next_order
from studyapp.store.journal import Journal
from studyapp.store.record import Record

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

    from studyapp.core.history.events import Event
    from studyapp.core.ports import Claim
    from studyapp.store.folder import DataFolder


class Draft(NamedTuple):
    """An act with its time, before it has a place among the others."""

    at: int
    kind: str
    item: str | None
    body: str


@dataclass(slots=True)
class Entry:
    """Acts that are kept together, or not at all."""

    drafts: tuple[Draft, ...]
    claim: Claim | None = None
    """They are kept only as long as it holds, and its note with them."""
    saved: Future[tuple[Event, ...]] = field(default_factory=Future)
    records: tuple[Record, ...] = ()
    """Given at the first attempt; a later one keeps them if they have reached the database."""
    is_refused: bool = False
    """The claim held no more."""

    def finish(self) -> None:
        """Tell who waits what came of it."""
        if self.is_refused:
            self.saved.set_exception(TakenOverError(Notice("taken-over", {})))
        else:
            self.saved.set_result(tuple(record.event() for record in self.records))


@dataclass(slots=True)
class Taking:
    """A claim that is to be made."""

    name: str
    at: int
    """Milliseconds of UTC."""
    saved: Future[Claim] = field(default_factory=Future)
    claim: Claim | None = None
    drafts: tuple[Draft, ...] = ()
    records: tuple[Record, ...] = ()

    def finish(self) -> None:
        """Tell who waits which claim it is."""
        if self.claim is not None:
            self.saved.set_result(self.claim)


class MovedError(OSError):
    """The database is not the file that was opened: something replaced or removed it."""


class Copies:
    """Both copies in one data folder; for one thread."""

    def __init__(self, folder: DataFolder, device: str) -> None:
        """Open the database, which must be there; raises sqlite3.Error or OSError."""
        self.device = device
        self._folder = folder
        self._journal = Journal(folder.journal)
        self._db = connect(folder.database)
        self._file = _name_of(folder.database.stat())
        self._seen = Seen(database.position(self._db))

    @property
    def seen(self) -> Seen:
        """What this window knows to have arrived."""
        return self._seen

    def write(self, entries: Sequence[Entry | Taking]) -> None:
        """Keep entries in both copies; raises sqlite3.Error or OSError, and may be tried again."""
        with turn(self._folder.lock):
            self._look()
            before = database.position(self._db)
            try:
                with writing(self._db):
                    self._place(entries)
                    self._seen.expect(before, database.position(self._db))
            except BaseException:
                self._seen.expect(before, before)
                raise
            self._journal.add(record for entry in entries for record in entry.records)

    def add(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Add what is missing, and return it; raises sqlite3.Error or OSError."""
        with turn(self._folder.lock):
            self._look()
            with writing(self._db):
                missing = {r.id: r for r in records if not has(self._db, r.id)}
                added = tuple(sorted(missing.values(), key=lambda r: (r.order, r.id)))
                insert(self._db, added)
            self._journal.add(added)
        return added

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()

    def _look(self) -> None:
        try:
            found = _name_of(self._folder.database.stat())
        except FileNotFoundError:
            found = None
        if found != self._file:
            raise MovedError(errno.ESTALE, "replaced or removed", str(self._folder.database))

    def _place(self, entries: Sequence[Entry | Taking]) -> None:
        """Give the entries their numbers and put them into the database."""
        for entry in entries:
            if isinstance(entry, Taking):
                entry.claim = claims.take(self._db, entry.name, entry.at)
                continue
            if entry.records and has(self._db, entry.records[0].id):
                continue  # an earlier attempt got this far
            entry.records = ()
            entry.is_refused = entry.claim is not None and not claims.hold(self._db, entry.claim)
            if entry.is_refused or not entry.drafts:
                continue
            at = entry.drafts[0].at
            number, order = last_of(self._db, self.device, at)
            placed = []
            for draft in entry.drafts:
                number, order = number + 1, next_order(order, draft.at)
                id_ = new_id(draft.at)
                placed.append(Record(id_, self.device, number, draft.at, order, *draft[1:]))
            entry.records = tuple(placed)
            insert(self._db, placed)


class Seen:
    """How far this window knows the history, so that it can tell what others wrote."""

    def __init__(self, position: int) -> None:
        self._lock = Lock()
        self._position = position
        self._others = False

    def expect(self, before: int, after: int) -> None:
        """Take note that this window is about to write between two positions."""
        with self._lock:
            self._others |= before > self._position
            self._position = after

    def missed(self, position: int) -> bool:
        """Whether others have written up to a position, since this was last asked."""
        with self._lock:
            others, self._others = self._others or position > self._position, False
            self._position = max(position, self._position)
            return others


def _name_of(file: os.stat_result) -> tuple[int, int]:
    return file.st_dev, file.st_ino
