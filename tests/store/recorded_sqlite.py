"""SQLite on a disk that records: a VFS of apsw, and connections that look like those of sqlite3."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import RLock
from typing import Any, Protocol

import apsw


class Recorder(Protocol):
    """Takes down what is done to files."""

    lock: RLock

    def note(self, *what: Any) -> None:
        """Take down one operation."""


class RecordingVfs(apsw.VFS):
    def __init__(self, name: str, disk: Recorder) -> None:
        self.name = name
        self._disk = disk
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> Any:  # noqa: N802
        return _File(self._disk, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802
        with self._disk.lock:
            super().xDelete(filename, syncdir)
            self._disk.note("unlink", filename)
            if syncdir:
                self._disk.note("sync_folder", str(Path(filename).parent))


class _File(apsw.VFSFile):
    def __init__(self, disk: Recorder, name: Any, flags: list[int]) -> None:
        self._disk = disk
        self._path = name.filename() if hasattr(name, "filename") else str(name)
        self._is_new = not os.path.lexists(self._path)
        super().__init__("", name, flags)
        if self._is_new:
            disk.note("create", self._path)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802
        with self._disk.lock:
            super().xWrite(data, offset)
            self._disk.note("write", self._path, offset, bytes(data))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802
        with self._disk.lock:
            super().xTruncate(newsize)
            self._disk.note("truncate", self._path, newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802
        with self._disk.lock:
            self._disk.note("sync", self._path)
            if self._is_new and self._path.endswith("-journal"):  # as SQLite does on Unix
                self._disk.note("sync_folder", str(Path(self._path).parent))
                self._is_new = False


class _Connection:
    """As much of a connection of sqlite3 as the store uses, on apsw."""

    def __init__(self, path: str, vfs: str, weak: str) -> None:
        flags = apsw.SQLITE_OPEN_URI
        mode = path.partition("?mode=")[2] or "rwc"
        flags |= {
            "ro": apsw.SQLITE_OPEN_READONLY,
            "rw": apsw.SQLITE_OPEN_READWRITE,
            "rwc": apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE,
        }[mode]
        self._db = apsw.Connection(path, flags=flags, vfs=vfs)
        self._db.set_busy_timeout(5_000)
        self._weak = weak
        self.text_factory: Any = str

    def execute(self, sql: str, values: tuple[Any, ...] = ()) -> Any:
        if self._weak and "synchronous" in sql:
            sql = f"PRAGMA synchronous = {self._weak}"
        with _translated():
            return self._db.execute(sql, values)

    def executemany(self, sql: str, rows: Any) -> Any:
        with _translated():
            return self._db.executemany(sql, rows)

    @property
    def in_transaction(self) -> bool:
        return self._db.in_transaction

    def backup(self, to: _Connection, pages: int) -> None:
        with to._db.backup("main", self._db, "main") as copying:
            copying.step(pages)

    def close(self) -> None:
        self._db.close()


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except apsw.Error as error:
        translated = sqlite3.OperationalError(str(error))
        translated.sqlite_errorcode = getattr(error, "extendedresult", sqlite3.SQLITE_ERROR)
        raise translated from error


def connector(vfs: str, weak: str) -> Any:
    def connect(path: Any, **_options: Any) -> _Connection:
        return _Connection(os.fspath(path), vfs, weak)

    return connect
