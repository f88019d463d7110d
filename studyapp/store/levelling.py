"""Bringing both copies level: each gets what only the other has.

So that this costs little at every start, the database remembers how much of each journal file was
compared, with a checksum; only what came later is looked at, unless something is not as it was.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from studyapp.core.ports import Notice
from studyapp.store import database
from studyapp.store.database import has, ids, insert, meta, set_meta, writing
from studyapp.store.record import body_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from studyapp.store.journal import Journal
    from studyapp.store.record import Record

_MARK: Final = "compared"


class Mark(NamedTuple):
    """Up to where the copies are known to be level."""

    position: int = 0
    files: Mapping[str, tuple[int, int]] = {}
    """Size and checksum of each file of the journal."""


class Difference(NamedTuple):
    """What only one copy has."""

    database: tuple[Record, ...]
    """Missing in the journal."""
    journal: tuple[Record, ...]
    """Missing in the database."""
    unreadable: int
    """Lines of the journal that hold no event."""
    changed: bool
    """Whether anything has come since the mark, or is not as it was then."""
    afresh: bool
    """Whether everything was compared, for there was no mark or it did not hold."""
    mark: Mark
    """For when both are level, if nothing was missing in the journal."""


def level(db: sqlite3.Connection, journal: Journal) -> list[Notice]:
    """Bring both copies level, and tell of what had been lost; raises sqlite3.Error or OSError."""
    mark = read_mark(db)
    found = compare(db, journal, mark)
    if not found.changed:
        return []
    if found.journal:
        with writing(db):
            insert(db, sorted(found.journal, key=lambda record: (record.order, record.id)))
    if found.database:
        journal.add(found.database)
        latest = compare(db, journal, mark).mark
    else:
        latest = found.mark._replace(position=database.position(db))
    with writing(db):
        set_meta(db, _MARK, json.dumps({"position": latest.position, "files": latest.files}))
    return _told(found)


def compare(db: sqlite3.Connection, journal: Journal, mark: Mark) -> Difference:
    """What only one copy has; raises sqlite3.Error or OSError."""
    found = _compare(db, journal, mark)
    return found if found is not None else _compare_all(db, journal)


def read_mark(db: sqlite3.Connection) -> Mark:
    """The mark in the database; one that says nothing if there is none."""
    match body_of(meta(db, _MARK) or ""):
        case {"position": int(position), "files": dict(files)}:
            return Mark(position, {name: _pair(pair) for name, pair in files.items()})
        case _:
            return Mark()


def _compare(db: sqlite3.Connection, journal: Journal, mark: Mark) -> Difference | None:
    """Compare what came after the mark; None when what came before is not as it was."""
    if not mark.files:
        return None
    sizes: dict[str, tuple[int, int]] = {}
    later: dict[str, Record] = {}
    unreadable = 0
    for path in journal.files():
        known = mark.files.get(journal.name_of(path))
        part, begins = journal.read(path, known)
        if known is not None and not begins:
            return None
        sizes[part.name] = (part.size, part.checksum)
        later.update((record.id, record) for record in part.records)
        unreadable += part.unreadable
    if mark.files.keys() - sizes.keys():
        return None
    arrived = list(database.sound_records(db, mark.position))
    return Difference(
        tuple(record for record in arrived if record.id not in later),
        tuple(record for record in later.values() if not has(db, record.id)),
        unreadable,
        changed=bool(arrived) or sizes != dict(mark.files),
        afresh=False,
        mark=Mark(database.position(db), sizes),
    )


def _compare_all(db: sqlite3.Connection, journal: Journal) -> Difference:
    sizes: dict[str, tuple[int, int]] = {}
    known, written = ids(db), set[str]()
    missing: dict[str, Record] = {}
    unreadable = 0
    for path in journal.files():
        part, _ = journal.read(path)
        sizes[part.name] = (part.size, part.checksum)
        unreadable += part.unreadable
        written.update(record.id for record in part.records)
        missing.update((r.id, r) for r in part.records if r.id not in known)
    unwritten = known - written
    return Difference(
        tuple(record for record in database.sound_records(db) if record.id in unwritten)
        if unwritten
        else (),
        tuple(missing.values()),
        unreadable,
        changed=bool(sizes or known),
        afresh=True,
        mark=Mark(database.position(db), sizes),
    )


def _told(found: Difference) -> list[Notice]:
    """What is worth telling: a crash leaves a torn line, or an event in the database alone."""
    told = []
    if found.unreadable > 1 or (found.unreadable and found.afresh):
        told.append(Notice("journal-unreadable", {"lines": found.unreadable}))
    if len(found.database) > 1 and found.afresh:
        told.append(Notice("journal-mended", {"events": len(found.database)}))
    if found.journal:
        told.append(Notice("database-mended", {"events": len(found.journal)}))
    return told


def _pair(pair: Any) -> tuple[int, int]:
    match pair:
        case [int(size), int(checksum)]:
            return size, checksum
        case _:
            return -1, -1
