"""Claims: which window may do what only one may, such as to sit an exam.

They lie beside the events in the database alone, as remarks do, for they say nothing about the
past. A database that had to be made anew has none: then the next act of a holder brings the claim
back. An older version of the program passes them over.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from studyapp.core.ports import Claim
from studyapp.store.database import meta, set_meta
from studyapp.store.record import body_of

if TYPE_CHECKING:
    import sqlite3


def latest(db: sqlite3.Connection, name: str) -> Claim | None:
    """The latest claim of something; raises sqlite3.Error."""
    match body_of(meta(db, _key(name)) or ""):
        case {"epoch": int(epoch), "note": dict(note)}:
            return Claim(name, epoch, note)
        case _:
            return None


def take(db: sqlite3.Connection, name: str, at: int) -> Claim:
    """Claim something, within a transaction; ends every earlier claim, and keeps its note.

    The moment, in milliseconds, gives an epoch that even a claim that was lost does not reach.
    """
    before = latest(db, name) or Claim(name, 0, {})
    claim = before._replace(epoch=max(before.epoch + 1, at))
    _put(db, claim)
    return claim


def hold(db: sqlite3.Connection, claim: Claim) -> bool:
    """Keep the note of a claim, within a transaction; False when a later one has ended it."""
    now = latest(db, claim.name)
    if now is not None and now.epoch > claim.epoch:
        return False
    _put(db, claim)
    return True


def _put(db: sqlite3.Connection, claim: Claim) -> None:
    said = json.dumps({"epoch": claim.epoch, "note": dict(claim.note)}, separators=(",", ":"))
    set_meta(db, _key(claim.name), said)


def _key(name: str) -> str:
    return f"claim {name}"
