"""The layout of the database and the numbered steps that lead to it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from studyapp.store.database import writing

if TYPE_CHECKING:
    from collections.abc import Sequence

APPLICATION: Final = 0x53545544
"""Says in the file that it is ours: STUD."""
_PLAUSIBLE: Final = 10_000
"""The highest version that any release may have; above it the number itself is damaged."""
_KNOWS_STRICT: Final = (3, 37)
_STRICT: Final = " STRICT" if sqlite3.sqlite_version_info >= _KNOWS_STRICT else ""

STEPS: Final[tuple[tuple[str, ...], ...]] = (
    (
        f"PRAGMA application_id = {APPLICATION}",
        f"""CREATE TABLE event(
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),
  device BLOB NOT NULL CHECK(length(device) = 16),
  number INTEGER NOT NULL CHECK(number > 0),
  at INTEGER NOT NULL,
  "order" INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK(length(kind) BETWEEN 1 AND 32),
  item TEXT CHECK(length(item) BETWEEN 1 AND 200),
  body TEXT NOT NULL CHECK(length(body) <= 65536),
  crc INTEGER NOT NULL){_STRICT}""",
        'CREATE INDEX event_order ON event("order", id)',
        "CREATE INDEX event_device ON event(device, number)",
        "CREATE TRIGGER event_no_update BEFORE UPDATE ON event"
        " BEGIN SELECT RAISE(ABORT, 'history is append-only'); END",
        "CREATE TRIGGER event_no_delete BEFORE DELETE ON event"
        " BEGIN SELECT RAISE(ABORT, 'history is append-only'); END",
        f"CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL){_STRICT}",
    ),
)
"""What leads from each version to the next; a step that was released is never changed."""


def version(db: sqlite3.Connection) -> int:
    """The version of the layout in the file; 0 when it is empty."""
    ((found,),) = db.execute("PRAGMA user_version").fetchall()
    return int(found)


def migrate(db: sqlite3.Connection, steps: Sequence[Sequence[str]] = STEPS) -> None:
    """Bring the file up to the newest version; a crash leaves a whole old or a whole new one.

    Two windows may do so at once: each step looks again at the version once it may write.
    """
    for target, statements in enumerate(steps, start=1):
        if version(db) >= target:
            continue
        with writing(db):
            if version(db) < target:
                for statement in statements:
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {target}")


def holds_together(db: sqlite3.Connection) -> bool:
    """Whether SQLite finds nothing wrong in a thorough look; raises sqlite3.Error."""
    ((answer,),) = db.execute("PRAGMA integrity_check(1)").fetchall()
    return bool(answer == "ok")


def is_newer(db: sqlite3.Connection) -> bool:
    """Whether a newer version of the program has written the file; of a damaged one, no."""
    return len(STEPS) < version(db) <= _PLAUSIBLE and _is_ours(db)


def is_sound(db: sqlite3.Connection) -> bool:
    """Whether the file is ours and holds together, as far as a quick look tells."""
    if version(db) == 0:
        ((tables,),) = db.execute("SELECT count(*) FROM sqlite_master").fetchall()
        return bool(tables == 0)
    ((tables,),) = db.execute(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('event', 'meta')"
    ).fetchall()
    return version(db) <= len(STEPS) and bool(tables == 2) and _is_ours(db)


def _is_ours(db: sqlite3.Connection) -> bool:
    ((application,),) = db.execute("PRAGMA application_id").fetchall()
    ((answer,),) = db.execute("PRAGMA quick_check(1)").fetchall()
    return bool(application == APPLICATION and answer == "ok")
