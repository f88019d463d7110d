"""Who wrote an event, and its place among all others."""

from __future__ import annotations

import json
import os
import platform
import sys
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from studyapp.files import read_small
from studyapp.store.disk import write_durably
from studyapp.store.record import is_id

if TYPE_CHECKING:
    import sqlite3

_FILE: Final = "device.json"
_MACHINE_FILES: Final = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))
_COUNTER_BITS: Final = 16
_DAY: Final = 24 * 60 * 60 * 1_000
"""Milliseconds by which another computer's clock may be ahead and still move our order."""


def new_id(at: int) -> str:
    """A UUIDv7 of a moment in milliseconds: 32 hexadecimal digits that sort by time."""
    chance = int.from_bytes(os.urandom(10), "big") & ((1 << 74) - 1)
    high, low = chance >> 62, chance & ((1 << 62) - 1)
    return f"{at << 80 | 7 << 76 | high << 64 | 2 << 62 | low:032x}"


def device_of(folder: Path, at: int) -> str:
    """The id of this computer for a data folder, minted when it has none; raises OSError.

    A folder that was copied, to another computer or another place, gets a new one: else two
    computers would write under one name. A folder that was only moved keeps its own.
    """
    here, known = _here(folder), _read(folder / _FILE)
    same_place = known.get("path") == here["path"] or known.get("node") == here["node"]
    device = known.get("device")
    if known.get("machine") == here["machine"] and same_place and is_id(device):
        return str(device)
    return mint_device(folder, at)


def mint_device(folder: Path, at: int) -> str:
    """Give this computer a new id for a data folder; raises OSError."""
    device = new_id(at)
    said = {"device": device, **_here(folder)}
    write_durably(folder / _FILE, json.dumps(said, indent=2).encode() + b"\n")
    return device


def last_of(db: sqlite3.Connection, device: str, at: int) -> tuple[int, int]:
    """The number of a device's last event, and the last order its next one must follow."""
    me = bytes.fromhex(device)
    ((number,),) = db.execute(
        "SELECT coalesce(max(number), 0) FROM event WHERE device = ?", (me,)
    ).fetchall()
    ((own,),) = db.execute(
        'SELECT coalesce(max("order"), 0) FROM event WHERE device = ? AND number = ?', (me, number)
    ).fetchall()
    ((any_,),) = db.execute(
        'SELECT coalesce(max("order"), 0) FROM event WHERE "order" <= ?',
        (at + _DAY << _COUNTER_BITS,),
    ).fetchall()
    return number, max(own, any_)


def next_order(last: int, at: int) -> int:
    """The order of an event: its time, unless something is already later."""
    return max(at << _COUNTER_BITS, last + 1)


def _read(path: Path) -> dict[str, Any]:
    try:
        known = json.loads(read_small(path))
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def _here(folder: Path) -> dict[str, str]:
    return {
        "machine": _machine(),
        "path": _digest(str(folder.resolve())),
        "node": _digest(str(folder.stat().st_ino)),
    }


def _machine() -> str:
    """What tells this computer from others; only a digest of it is ever written down."""
    for path in _MACHINE_FILES:
        try:
            if name := read_small(path).strip():
                return _digest(name)
        except (OSError, ValueError):
            continue
    return _digest(f"{sys.platform}\n{platform.node()}")


def _digest(what: str) -> str:
    return blake2b(what.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
