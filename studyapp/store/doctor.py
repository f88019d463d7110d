"""What is the matter with a history, told without changing it; and setting it right."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from studyapp.core.ports import Notice
from studyapp.store.backups import backups, read_backup
from studyapp.store.database import FAULTS, connect, count, scan
from studyapp.store.disk import free_bytes
from studyapp.store.folder import DataFolder
from studyapp.store.healing import gaps
from studyapp.store.history import History
from studyapp.store.journal import Journal
from studyapp.store.layout import holds_together, is_newer, is_sound, version
from studyapp.store.levelling import Mark, compare
from studyapp.store.places import remark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from studyapp.core.ports import Clock

Severity = Literal["fine", "remark", "trouble"]
_LITTLE: Final = 16 * 1024 * 1024
"""Free bytes below which the learner is warned."""
_DAY: Final = 24 * 60 * 60 * 1_000


class Finding(NamedTuple):
    """One thing that was looked at."""

    severity: Severity
    code: str
    """As in `words.history.FINDINGS`."""
    values: Mapping[str, int | str]


def examine(folder: Path, now: datetime) -> tuple[Finding, ...]:
    """Look at everything in a data folder and change nothing."""
    place = DataFolder(folder)
    looks = (_database, _backups, _aside, _room, _modes)
    try:
        found = [finding for look in looks for finding in look(place, now)]
    except OSError as error:
        found = [Finding("trouble", "folder-unreadable", {"why": error.strerror or str(error)})]
    found.append(Finding("fine", "sqlite", {"version": sqlite3.sqlite_version}))
    if notice := remark(folder):
        found.append(Finding("remark", *notice))
    return tuple(found)


def repair(folder: Path, clock: Clock) -> tuple[Notice, ...]:
    """Set right what can be: only adds, and sets aside; returns what was done."""
    history = History(folder, clock)
    try:
        if history.state.kind == "writable":
            history.check()
            if wrong := history.back_up():
                return (*history.notices, wrong)
        elif history.state.why is not None:
            return (*history.notices, history.state.why)
        return history.notices
    finally:
        history.close()


def _database(place: DataFolder, now: datetime) -> Iterator[Finding]:
    if not place.database.exists():
        yield Finding("remark", "no-database", {})
        return
    try:
        with contextlib.closing(_look_only(place.database)) as db:
            if not (was_interrupted := _must_be_rolled_back(db)):
                yield from _layout(db, place, now)
        if was_interrupted:
            yield Finding("remark", "interrupted", {})
            with tempfile.TemporaryDirectory(prefix="studyapp-") as scratch:
                copy = DataFolder(Path(scratch))
                shutil.copyfile(place.database, copy.database)
                shutil.copyfile(place.rollback, copy.rollback)
                with contextlib.closing(connect(copy.database)) as db:
                    yield from _layout(db, place, now)
    except (*FAULTS, OSError) as error:
        yield Finding("trouble", "database-unreadable", {"why": str(error)})


def _layout(db: sqlite3.Connection, place: DataFolder, now: datetime) -> Iterator[Finding]:
    if is_newer(db):
        yield Finding("trouble", "newer", {"version": version(db)})
    elif not (is_sound(db) and holds_together(db)):
        yield Finding("trouble", "database-damaged", {})
    else:
        yield from _content(db, Journal(place.journal), now)


def _content(db: sqlite3.Connection, journal: Journal, now: datetime) -> Iterator[Finding]:
    rows = list(scan(db))
    sound = [row for row in rows if row is not None]
    devices = len({record.device for record in sound})
    yield Finding("fine", "events", {"events": count(db), "devices": devices})
    if len(sound) < len(rows):
        yield Finding("trouble", "rows-damaged", {"rows": len(rows) - len(sound)})
    if missing := gaps(sound):
        yield Finding("remark", "numbers-missing", {"events": missing})
    ahead = now.timestamp() * 1_000 + _DAY
    if late := sum(record.at > ahead for record in sound):
        yield Finding("remark", "clock-ahead", {"events": late})
    found = compare(db, journal, Mark())
    if found.database or found.journal:
        values = {"database": len(found.database), "journal": len(found.journal)}
        yield Finding("trouble", "copies-differ", values)
    else:
        yield Finding("fine", "copies-equal", {})
    if found.unreadable:
        yield Finding("remark", "journal-unreadable", {"lines": found.unreadable})


def _backups(place: DataFolder, now: datetime) -> Iterator[Finding]:
    made = backups(place)
    if not made:
        yield Finding("remark", "no-backup", {})
        return
    newest = made[-1]
    try:
        events = len(read_backup(newest.path))
    except (*FAULTS, OSError) as error:
        yield Finding("trouble", "backup-unreadable", {"name": newest.path.name, "why": str(error)})
        return
    hours = int(abs(now - newest.at).total_seconds() // 3600)
    values = {"backups": len(made), "events": events, "hours": hours}
    yield Finding("fine" if events == newest.events else "trouble", "backups", values)


def _aside(place: DataFolder, _now: datetime) -> Iterator[Finding]:
    if aside := sum(path.is_dir() for path in place.damaged.glob("*")):
        yield Finding("remark", "set-aside", {"times": aside, "folder": str(place.damaged)})


def _room(place: DataFolder, _now: datetime) -> Iterator[Finding]:
    with contextlib.suppress(OSError):
        free = free_bytes(place.path)
        yield Finding(
            "fine" if free >= _LITTLE else "trouble", "room", {"megabytes": free // 1_000_000}
        )


def _modes(place: DataFolder, _now: datetime) -> Iterator[Finding]:
    for path in (place.path, place.database):
        with contextlib.suppress(OSError):
            if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
                yield Finding("remark", "open-to-others", {"path": str(path)})


def _look_only(path: Path) -> sqlite3.Connection:
    """Open a database so that nothing is changed, not even what a crash left is rolled back."""
    db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    db.execute("PRAGMA trusted_schema = OFF")
    return db


def _must_be_rolled_back(db: sqlite3.Connection) -> bool:
    """Whether a crash left a half written change, which SQLite takes back before it reads."""
    try:
        version(db)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK:
            return True
        raise
    return False
