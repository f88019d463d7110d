"""Opening the history: whatever one copy lost is brought back from the other.

Nothing is deleted here. A database that is damaged is set aside, and a new one is put in its place
in one step, so that a crash at any moment leaves one of them.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from studyapp.core.ports import Notice
from studyapp.store import layout
from studyapp.store.backups import back_up, newest_readable
from studyapp.store.database import FAULTS, connect, insert, is_damage, scan, writing
from studyapp.store.disk import make_durable, sync_folder
from studyapp.store.journal import Journal
from studyapp.store.salvage import salvage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from studyapp.store.folder import DataFolder
    from studyapp.store.record import Record


class NewerError(Exception):
    """A newer version of the program has written the history; carries the version of its layout."""


def mend(folder: DataFolder, now: datetime) -> list[Notice]:
    """See to it that there is a whole database of the newest layout; returns what was done.

    To be called with the turn to write. Raises NewerError, sqlite3.Error and OSError.
    """
    if not folder.database.exists():
        return rebuild(folder, now)
    try:
        with contextlib.closing(connect(folder.database)) as db:
            if layout.is_newer(db):
                raise NewerError(layout.version(db))
            if layout.is_sound(db):
                return _update(folder, db, now)
    except FAULTS as error:
        if not is_damage(error):
            raise
    return rebuild(folder, now)


def rebuild(folder: DataFolder, now: datetime) -> list[Notice]:
    """Make the database anew from everything that can still be read; sets the old one aside.

    To be called with the turn to write. Raises sqlite3.Error and OSError.
    """
    was_there = folder.database.exists()
    leftovers = was_there or folder.rollback.exists()
    gathered: dict[str, Record] = {}
    counts: dict[str, int | str] = {}
    sources: tuple[tuple[str, Callable[[], Iterable[Record]]], ...] = (
        ("database", lambda: _still_in(folder.database)),
        ("journal", Journal(folder.journal).records),
        ("backup", lambda: newest_readable(folder)),
    )
    for name, source in sources:
        before = len(gathered)
        for record in source():
            gathered.setdefault(record.id, record)
        counts[name] = len(gathered) - before
    new = folder.path / "history.db.new"
    _make(new, gathered.values(), now)
    aside = _set_aside(folder, now) if leftovers else None
    new.replace(folder.database)
    sync_folder(folder.path)
    if not leftovers and not gathered:
        return []
    values = {"events": len(gathered), "missing": gaps(gathered.values()), **counts}
    if not was_there:
        return [Notice("rebuilt-missing", values)]
    return [Notice("rebuilt-damaged", {**values, "aside": str(aside)})]


def gaps(records: Iterable[Record]) -> int:
    """How many events are known to be gone: numbers that a device must have given, and are not."""
    numbers: defaultdict[str, set[int]] = defaultdict(set)
    for record in records:
        numbers[record.device].add(record.number)
    return sum(max(given) - len(given) for given in numbers.values())


def _update(folder: DataFolder, db: sqlite3.Connection, now: datetime) -> list[Notice]:
    with writing(db):
        pass  # raises where the file can only be read
    trouble = None
    if 0 < layout.version(db) < len(layout.STEPS):
        trouble = back_up(folder, now)
    layout.migrate(db)
    return [] if trouble is None else [trouble]


def _make(path: Path, records: Iterable[Record], now: datetime) -> None:
    """A new database with these records."""
    for leftover in (path, path.with_name(f"{path.name}-journal")):
        leftover.unlink(missing_ok=True)
    with contextlib.closing(connect(path, "rwc")) as db:
        path.chmod(0o600)
        layout.migrate(db)
        ordered = sorted(records, key=lambda record: (record.order, record.id))
        if ordered:
            # Positions start where no older file's can have reached, so that a window that knows
            # how far it has read finds everything after that.
            start = int(now.timestamp() * 1_000)
            with writing(db):
                insert(db, ordered, start)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)


def _set_aside(folder: DataFolder, now: datetime) -> Path:
    """Keep the damaged files in a folder of their own; the database stays where it is as well."""
    aside = _fresh(folder.damaged / now.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ"))
    make_durable(aside)
    for path in (folder.database, folder.rollback):
        if path.exists():
            _keep(path, aside / path.name)
    sync_folder(aside)
    # Or SQLite would roll the new database back to pages of the old one.
    folder.rollback.unlink(missing_ok=True)
    sync_folder(folder.path)
    return aside


def _keep(path: Path, to: Path) -> None:
    try:
        os.link(path, to)
    except OSError:  # a file system without links
        shutil.copyfile(path, to)
        with to.open("rb+") as copy:
            os.fsync(copy.fileno())


def _fresh(path: Path) -> Path:
    fresh, tried = path, 1
    while fresh.exists():
        tried += 1
        fresh = path.with_name(f"{path.name}-{tried}")
    return fresh


def _still_in(path: Path) -> Iterable[Record]:
    """What can be read of a database: by SQLite, and by searching its pages."""
    if not path.exists():
        return
    with contextlib.suppress(*FAULTS), contextlib.closing(connect(path, "ro")) as db:
        for record in scan(db):
            if record is not None:
                yield record
    yield from salvage(path)
