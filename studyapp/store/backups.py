"""Backups of the database: made while it is used, read back before they count, thinned with age."""

from __future__ import annotations

import contextlib
import gzip
import re
import shutil
import sqlite3
import tempfile
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.ports import Notice
from studyapp.store.database import FAULTS, connect, count, scan
from studyapp.store.disk import make_durable, sync, sync_folder, turn
from studyapp.store.layout import holds_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from studyapp.store.folder import DataFolder
    from studyapp.store.record import Record

_NAME: Final = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)-(\d+)(-fewer)?\.db\.gz")
_STAMP: Final = "%Y-%m-%dT%H%M%SZ"
_EVERY: Final = timedelta(minutes=30)
_ALL_OF: Final = timedelta(days=2)
_KEPT: Final = (("%Y-%m-%d", 7), ("%G-%V", 8), ("%Y-%m", 12))
"""How many days, weeks and months keep their last backup."""
_CHUNK: Final = 1 << 20


class Backup(NamedTuple):
    """A backup that was whole when it was made."""

    at: datetime
    events: int
    fewer: bool
    """It has fewer events than the one before; kept, and never thinned."""
    path: Path


def backups(folder: DataFolder) -> list[Backup]:
    """The backups of a data folder, the oldest first."""
    found = []
    for path in folder.backups.glob("*.db.gz"):
        if named := _NAME.fullmatch(path.name):
            at = datetime.strptime(named[1], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(at, int(named[2]), bool(named[3]), path))
    return sorted(found)


def is_due(folder: DataFolder, now: datetime) -> bool:
    """Whether it is time for another one."""
    return all(abs(now - backup.at) >= _EVERY for backup in backups(folder))


def back_up(folder: DataFolder, now: datetime) -> Notice | None:
    """Make a backup, read it back, and thin the older ones; returns what went wrong, if anything.

    Does nothing while another window makes one.
    """
    try:
        make_durable(folder.backups)
        with turn(folder.backups / "lock", patience=0):
            return _make(folder, now)
    except TimeoutError:
        return None
    except (*FAULTS, OSError, zlib.error) as error:
        return Notice("backup-failed", {"why": str(error)})


def read_backup(path: Path) -> list[Record]:
    """The records of a backup that agree with their checksums; raises OSError or sqlite3.Error."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "history.db"
        try:
            with gzip.open(path) as packed, copy.open("wb") as file:
                shutil.copyfileobj(packed, file, _CHUNK)
        except (EOFError, zlib.error) as error:
            raise OSError(f"{path.name} is damaged: {error}") from error
        with contextlib.closing(connect(copy, "ro")) as db:
            return [record for record in scan(db) if record is not None]


def newest_readable(folder: DataFolder) -> list[Record]:
    """The records of the newest backup that can be read; none when there is no such one."""
    for backup in reversed(backups(folder)):
        with contextlib.suppress(OSError, *FAULTS):
            return read_backup(backup.path)
    return []


def kept(made: Sequence[Backup], now: datetime) -> set[Backup]:
    """Those of some backups that are not thinned."""
    if not made:
        return set()
    keep = {max(made), max(made, key=lambda backup: backup.events)}
    keep.update(backup for backup in made if backup.fewer or abs(now - backup.at) < _ALL_OF)
    for period, periods in _KEPT:
        last = {backup.at.strftime(period): backup for backup in sorted(made)}
        keep.update(backup for _, backup in sorted(last.items())[-periods:])
    return keep


def _make(folder: DataFolder, now: datetime) -> Notice | None:
    with _unfinished(folder.backups) as (copy, packed):
        with contextlib.closing(connect(folder.database, "ro")) as source:
            events = _copy(source, copy)
        if events is None:
            return Notice("backup-damaged", {})
        made = backups(folder)
        fewer = bool(made) and events < made[-1].events
        checksum = _pack(copy, packed)
        with gzip.open(packed) as again:
            if _checksum(iter(lambda: again.read(_CHUNK), b"")) != checksum:
                return Notice("backup-failed", {"why": "it reads back differently"})
        name = f"{now.astimezone(UTC).strftime(_STAMP)}-{events}{'-fewer' if fewer else ''}.db.gz"
        packed.replace(folder.backups / name)
        sync_folder(folder.backups)
    for backup in set(made) - kept([*made, *backups(folder)], now):
        backup.path.unlink(missing_ok=True)
    if fewer:
        return Notice("backup-fewer", {"events": events, "before": made[-1].events})
    return None


@contextlib.contextmanager
def _unfinished(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Two files to work in; what a crash left in them is of no use to anybody."""
    paths = folder / "unfinished.db", folder / "unfinished.gz"
    rest = (*paths, folder / "unfinished.db-journal")
    for path in rest:
        path.unlink(missing_ok=True)
    try:
        yield paths
    finally:
        for path in rest:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)


def _copy(source: sqlite3.Connection, to: Path) -> int | None:
    """Copy a database and read the copy; returns its events, None when one of them is damaged."""
    with contextlib.closing(sqlite3.connect(to)) as copy:
        to.chmod(0o600)
        source.backup(copy, pages=-1)  # in steps it would never end while another window writes
    with contextlib.closing(connect(to, "ro")) as copy:
        if not holds_together(copy) or any(record is None for record in scan(copy)):
            return None
        return count(copy)


def _pack(source: Path, to: Path) -> int:
    """Compress a file and return the checksum of what it holds, once it is on the disk."""
    checksum = 0
    with source.open("rb") as plain, to.open("wb") as file:
        to.chmod(0o600)
        with gzip.GzipFile("", "wb", 6, file, mtime=0) as packed:
            while chunk := plain.read(_CHUNK):
                checksum = zlib.crc32(chunk, checksum)
                packed.write(chunk)
        file.flush()
        sync(file.fileno())
    return checksum


def _checksum(chunks: Iterable[bytes]) -> int:
    checksum = 0
    for chunk in chunks:
        checksum = zlib.crc32(chunk, checksum)
    return checksum
