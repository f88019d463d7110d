"""The history as a file: taken along, and merged with that of another computer.

The file holds the lines of the journal, by order, so that a month of somebody's journal can be
merged as well. Merging only adds: twice, or in any order, changes nothing.
"""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from studyapp.core.ports import StoreError
from studyapp.store.backups import read_backup
from studyapp.store.database import FAULTS
from studyapp.store.disk import is_readable_file, write_durably
from studyapp.store.journal import Journal, read_lines
from studyapp.store.record import read_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.store.history import History
    from studyapp.store.record import Record

_LARGEST: Final = 64 * 1024 * 1024
"""Bytes of the largest file that is merged."""


class Merged(NamedTuple):
    """What came of a merge."""

    added: int
    known: int
    """Events that were there already."""
    unreadable: int
    """Lines that hold something, but no event, or a damaged one."""


class Lines(NamedTuple):
    """What the lines of an export hold."""

    records: tuple[Record, ...]
    wrong: tuple[int, ...]
    """Numbers, from 1, of the lines that hold something, but no event, or a damaged one."""


def export(history: History, to: Path) -> int:
    """Write the whole history into a file, replacing it; returns the number of events.

    Raises StoreError, and OSError.
    """
    lines = [record.line() for record in history.records()]
    write_durably(to.absolute(), b"".join(lines))
    return len(lines)


def merge(history: History, source: Path) -> Merged:
    """Add what a file holds, or a folder of journals; raises StoreError or OSError."""
    files = Journal(source).files() if source.is_dir() else [source]
    found: dict[str, Record] = {}
    unreadable = 0
    for path in files:
        records, bad = _read(path)
        found.update((record.id, record) for record in records)
        unreadable += bad
    return _add(history, found.values(), unreadable)


def read(file: BinaryIO) -> Lines:
    """Read an export, also one whose line ends another system has changed; raises OSError."""
    raw = file.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise OSError(errno.EFBIG, f"more than {_LARGEST // 1024 // 1024} MB")
    records, wrong = [], []
    for number, line in enumerate(raw.split(b"\n"), start=1):
        if not line.strip():
            continue
        if (record := read_line(line.removesuffix(b"\r"))) is not None:
            records.append(record)
        else:
            wrong.append(number)
    return Lines(tuple(records), tuple(wrong))


def add(history: History, records: Iterable[Record]) -> Merged:
    """Add the records that are missing, after a backup; raises StoreError."""
    return _add(history, records, 0)


def restore(history: History, backup: Path) -> Merged:
    """Add what a backup holds and the history lacks; nothing newer is taken away.

    Raises StoreError, and OSError for a backup that cannot be read.
    """
    try:
        records = read_backup(backup)
    except FAULTS as error:
        raise OSError(f"{backup} cannot be read: {error}") from error
    return _add(history, records, 0)


def _add(history: History, records: Iterable[Record], unreadable: int) -> Merged:
    given = list(records)
    if (wrong := history.back_up()) is not None and wrong.code != "backup-fewer":
        raise StoreError(wrong)
    added = history.add(given)
    return Merged(len(added), len(given) - len(added), unreadable)


def _read(path: Path) -> tuple[tuple[Record, ...], int]:
    if not is_readable_file(path):
        raise OSError(f"{path} is no regular file")
    if path.stat().st_size > _LARGEST:
        raise OSError(f"{path} has more than {_LARGEST // 1024 // 1024} MB")
    return read_lines(path.read_bytes())
