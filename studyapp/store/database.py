"""The database: the copy of the history that the program reads."""

from __future__ import annotations

import contextlib
import sqlite3
import sys
from typing import TYPE_CHECKING, Any, Final

from studyapp.store.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

PATIENCE: Final = 5.0
"""Seconds to wait for a database that something else has locked."""
_PRAGMAS: Final = (
    "journal_mode = TRUNCATE",  # survives power cuts, which WAL and DELETE do not without more
    "synchronous = FULL",
    f"fullfsync = {'ON' if sys.platform == 'darwin' else 'OFF'}",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "recursive_triggers = ON",  # or INSERT OR REPLACE would get past the triggers
    "mmap_size = 0",
)
FAULTS: Final = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; the second where it tells of a damaged file in words that are damaged too."""
_DAMAGE: Final = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_ERROR,  # our tables are gone from the schema
}
_BUSY: Final = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_PRIMARY: Final = 0xFF
"""The bits of SQLite's error codes that tell the kind; the others tell more about it."""
_COLUMNS: Final = 'id, device, number, at, "order", kind, item, body, crc'
_INSERT: Final = (
    f"INSERT INTO event(seq, {_COLUMNS}) VALUES(?,?,?,?,?,?,?,?,?,?)"
    # OR IGNORE would also swallow what the checks refuse.
    " ON CONFLICT(id) DO NOTHING"
)
_PAGE: Final = 2_000
"""Events fetched at once: a statement left open would keep other windows from writing."""


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """Open a database: ``ro``, ``rw``, or ``rwc`` to make it; raises sqlite3.Error."""
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in _PRAGMAS[1:] if mode == "ro" else _PRAGMAS:
            db.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        db.close()
        raise
    return db


def is_damage(error: BaseException | None) -> bool:
    """Whether an error means that the file itself is damaged."""
    return _primary(error) in _DAMAGE or isinstance(error, UnicodeDecodeError)


def is_busy(error: BaseException) -> bool:
    """Whether an error means that something else has locked the file."""
    return _primary(error) in _BUSY or isinstance(error, TimeoutError)


def is_full(error: BaseException) -> bool:
    """Whether an error means that SQLite found no room."""
    return _primary(error) == sqlite3.SQLITE_FULL


@contextlib.contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """One transaction that has the right to write from its start."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def insert(db: sqlite3.Connection, records: Iterable[Record], first: int | None = None) -> None:
    """Add records, behind all others or from a position on; known ones change nothing."""
    db.executemany(
        _INSERT,
        (
            (None if first is None else first + index, *_row(record))
            for index, record in enumerate(records)
        ),
    )


def has(db: sqlite3.Connection, id_: str) -> bool:
    """Whether an event is there."""
    return bool(db.execute("SELECT 1 FROM event WHERE id = ?", (bytes.fromhex(id_),)).fetchall())


def ids(db: sqlite3.Connection) -> set[str]:
    """The ids of all events."""
    return {id_.hex() for (id_,) in db.execute("SELECT id FROM event").fetchall()}


def position(db: sqlite3.Connection) -> int:
    """Where the latest arrival stands."""
    ((last,),) = db.execute("SELECT coalesce(max(seq), 0) FROM event").fetchall()
    return int(last)


def count(db: sqlite3.Connection) -> int:
    """How many events there are."""
    ((events,),) = db.execute("SELECT count(*) FROM event").fetchall()
    return int(events)


def records(db: sqlite3.Connection, after: int = 0) -> Iterator[Record]:
    """What arrived after a position, by (order, id).

    What arrives while this runs is not part of it. Raises DamagedRowError at the end where rows
    had to be left out.
    """
    damaged: list[Any] = []
    yield from _records(db, after, damaged)
    if damaged:
        raise DamagedRowError


def sound_records(db: sqlite3.Connection, after: int = 0) -> Iterator[Record]:
    """The same, with damaged rows left out."""
    return _records(db, after, [])


def _records(db: sqlite3.Connection, after: int, damaged: list[Any]) -> Iterator[Record]:
    upto = position(db)
    if after:
        rows = _fetch(
            db,
            f"SELECT {_COLUMNS} FROM event WHERE seq > ? AND seq <= ?"  # noqa: S608
            ' ORDER BY "order", id',
            (after, upto),
        )
        yield from _sound(rows, damaged)
        return
    last: tuple[int, bytes] = (-1, b"")
    while True:
        page = _fetch(
            db,
            f'SELECT {_COLUMNS} FROM event WHERE ("order", id) > (?, ?) AND seq <= ?'  # noqa: S608
            ' ORDER BY "order", id LIMIT ?',
            (*last, upto, _PAGE),
        )
        yield from _sound(page, damaged)
        if len(page) < _PAGE:
            return
        last = (page[-1][4], page[-1][0])


def scan(db: sqlite3.Connection) -> Iterator[Record | None]:
    """Every row in the order of arrival, past the indexes; None for a damaged one."""
    last = 0
    while True:
        page = _fetch(
            db,
            f"SELECT {_COLUMNS}, seq FROM event NOT INDEXED WHERE seq > ?"  # noqa: S608
            " ORDER BY seq LIMIT ?",
            (last, _PAGE),
        )
        for row in page:
            yield record_of(row[:-1])
        if len(page) < _PAGE:
            return
        last = page[-1][-1]


def record_of(row: Any) -> Record | None:
    """The record of a row; None when it does not agree with its checksum."""
    try:
        id_, device, number, at, order, kind, item, body, checksum = row
        record = Record(id_.hex(), device.hex(), number, at, order, kind, item, body)
        agrees = record.checksum == checksum
    except (AttributeError, TypeError, ValueError):
        return None
    return record if agrees else None


def meta(db: sqlite3.Connection, name: str) -> str | None:
    """A remark kept beside the events, if there is one of this name."""
    found = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchall()
    return str(found[0][0]) if found else None


def set_meta(db: sqlite3.Connection, name: str, value: str) -> None:
    """Keep a remark beside the events, in the place of an older one."""
    db.execute(
        "INSERT INTO meta(name, value) VALUES(?, ?)"
        " ON CONFLICT(name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def _row(record: Record) -> tuple[Any, ...]:
    return (bytes.fromhex(record.id), bytes.fromhex(record.device), *record[2:], record.checksum)


class DamagedRowError(Exception):
    """A row does not hold what was written; every sound one has been told."""


def _sound(rows: Iterable[Any], damaged: list[Any]) -> Iterator[Record]:
    for row in rows:
        record = record_of(row)
        if record is None:
            damaged.append(row)
        else:
            yield record


def _fetch(db: sqlite3.Connection, sql: str, values: tuple[Any, ...]) -> list[Any]:
    """Rows, in which a damaged byte may stand where it is no text: the checksum tells."""
    try:
        return db.execute(sql, values).fetchall()
    except sqlite3.OperationalError as error:
        if _primary(error) is not None:  # SQLite's own; what sqlite3 cannot decode has no code
            raise
    db.text_factory = _lenient
    try:
        return db.execute(sql, values).fetchall()
    finally:
        db.text_factory = str


def _lenient(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _primary(error: BaseException | None) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & _PRIMARY
