"""A disk that loses power: what was written but not synced may be there, torn, or gone.

While `Disk.recording` runs, every write of the program below one folder is written down, those of
SQLite (through a VFS of apsw) and those of the journal (through the functions of `os`). `image`
then makes what a power cut after any of them could have left: of each write that was not synced any
of its sectors, of each name that was not synced the old or the new state.
"""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import RLock
from typing import Any
from unittest.mock import patch

from tests.store.recorded_sqlite import RecordingVfs, connector

SECTOR = 512


class Disk:
    """What was done to the files below a folder, in order."""

    def __init__(self, root: Path, *, weak_database: str = "", weak_journal: bool = False) -> None:
        self.root = root
        self.log: list[tuple[Any, ...]] = []
        self.lock = RLock()
        self.weak_database = weak_database
        self.weak_journal = weak_journal
        self._descriptors: dict[int, str] = {}
        self._start = {
            str(path): path.read_bytes() if path.is_file() else None for path in root.rglob("*")
        }

    def holds(self, path: Any) -> bool:
        return Path(os.fsdecode(path)).is_relative_to(self.root)

    def note(self, *what: Any) -> None:
        with self.lock:
            self.log.append(what)

    @contextlib.contextmanager
    def recording(self) -> Iterator[None]:
        """Let the program work on this disk."""
        vfs = RecordingVfs(f"power-{id(self)}", self)
        try:
            with contextlib.ExitStack() as stack:
                for name in ("open", "write", "fsync", "fdatasync", "close", "replace", "unlink"):
                    stack.enter_context(patch.object(os, name, getattr(self, f"_{name}")))
                stack.enter_context(patch.object(os, "link", self._link))
                stack.enter_context(patch.object(os, "mkdir", self._mkdir))
                connect = connector(vfs.name, self.weak_database)
                stack.enter_context(patch.object(sqlite3, "connect", connect))
                yield
        finally:
            vfs.unregister()

    def image(self, cut: int, rng: random.Random, to: Path) -> None:
        """Make in a folder what a power cut after ``cut`` operations could have left."""
        files = _Files(self._start, rng)
        for what, *values in self.log[:cut]:
            getattr(files, what)(*values)
        files.write_out(self.root, to)

    def acknowledged(self, cut: int) -> set[str]:
        """What the learner was told to be safe before the cut."""
        return {what[1] for what in self.log[:cut] if what[0] == "ack"}

    def _open(self, path: Any, flags: int, *rest: Any, **more: Any) -> int:
        with self.lock:
            is_new = self.holds(path) and not os.path.lexists(path)
            descriptor = _OS["open"](path, flags, *rest, **more)
            if self.holds(path):
                self._descriptors[descriptor] = os.fsdecode(path)
                if is_new:
                    self.note("create", os.fsdecode(path))
        return int(descriptor)

    def _write(self, descriptor: int, content: bytes) -> int:
        with self.lock:
            written = _OS["write"](descriptor, content)
            if path := self._descriptors.get(descriptor):
                end = os.lseek(descriptor, 0, os.SEEK_CUR)
                self.note("write", path, end - written, bytes(content[:written]))
        return int(written)

    def _sync(self, descriptor: int, name: str) -> None:
        with self.lock:
            if path := self._descriptors.get(descriptor):
                is_file = not Path(path).is_dir()
                if not (is_file and self.weak_journal):
                    self.note("sync" if is_file else "sync_folder", path)

    def _fsync(self, descriptor: int) -> None:
        self._sync(descriptor, "fsync")

    def _fdatasync(self, descriptor: int) -> None:
        self._sync(descriptor, "fdatasync")

    def _close(self, descriptor: int) -> None:
        with self.lock:
            self._descriptors.pop(descriptor, None)
            _OS["close"](descriptor)

    def _replace(self, source: Any, target: Any) -> None:
        with self.lock:
            _OS["replace"](source, target)
            if self.holds(source):
                self.note("rename", os.fsdecode(source), os.fsdecode(target))

    def _unlink(self, path: Any, *rest: Any, **more: Any) -> None:
        with self.lock:
            _OS["unlink"](path, *rest, **more)
            if self.holds(path):
                self.note("unlink", os.fsdecode(path))

    def _link(self, source: Any, target: Any, *rest: Any, **more: Any) -> None:
        with self.lock:
            _OS["link"](source, target, *rest, **more)
            if self.holds(source):
                self.note("link", os.fsdecode(source), os.fsdecode(target))

    def _mkdir(self, path: Any, *rest: Any, **more: Any) -> None:
        with self.lock:
            _OS["mkdir"](path, *rest, **more)
            if self.holds(path):
                self.note("mkdir", os.fsdecode(path))


_NAMES = ("open", "write", "close", "replace", "unlink", "link", "mkdir")
_OS = {name: getattr(os, name) for name in _NAMES}


class _Node:
    """A file or a folder, whatever it is called."""

    def __init__(self, content: bytes | None) -> None:
        self.safe = content
        self.now = bytearray(content or b"")
        self.pending: list[tuple[int, bytes] | int] = []


class _Files:
    """The files as a program sees them, and what of it is safe on the disk."""

    def __init__(self, start: dict[str, bytes | None], rng: random.Random) -> None:
        self._rng = rng
        self._names = {path: _Node(content) for path, content in start.items()}
        self._safe_names = dict(self._names)
        self._pending: list[tuple[str, ...]] = []

    def ack(self, _id: str) -> None:
        """The learner was told; nothing happens on the disk."""

    def create(self, path: str) -> None:
        self._names[path] = _Node(b"")
        self._pending.append(("create", path))

    def mkdir(self, path: str) -> None:
        self._names[path] = _Node(None)
        self._pending.append(("create", path))

    def write(self, path: str, at: int, content: bytes) -> None:
        node = self._names[path]
        _lay(node.now, at, content)
        node.pending.append((at, content))

    def truncate(self, path: str, size: int) -> None:
        node = self._names[path]
        del node.now[size:]
        node.pending.append(size)

    def sync(self, path: str) -> None:
        node = self._names[path]
        node.safe, node.pending = bytes(node.now), []

    def sync_folder(self, folder: str) -> None:
        later = []
        for change in self._pending:
            if any(str(Path(path).parent) == folder for path in change[1:]):
                self._apply(change, self._safe_names)
            else:
                later.append(change)
        self._pending = later

    def rename(self, source: str, target: str) -> None:
        if source in self._names:  # else it was written past `os`, as a backup is
            self._names[target] = self._names.pop(source)
            self._pending.append(("rename", source, target))

    def link(self, source: str, target: str) -> None:
        self._names[target] = self._names[source]
        self._pending.append(("link", source, target))

    def unlink(self, path: str) -> None:
        if self._names.pop(path, None) is not None:
            self._pending.append(("unlink", path))

    def write_out(self, root: Path, to: Path) -> None:
        for change in self._pending:
            if self._rng.random() < 0.5:
                self._apply(change, self._safe_names)
        for path, node in sorted(self._safe_names.items()):
            place = to / Path(path).relative_to(root)
            if not place.parent.is_dir():
                continue  # the folder's own name was lost
            if node.safe is None:
                place.mkdir(exist_ok=True)
            else:
                place.write_bytes(self._torn(node))

    def _torn(self, node: _Node) -> bytes:
        content = bytearray(node.safe or b"")
        for change in node.pending:
            if isinstance(change, int):
                if self._rng.random() < 0.5:
                    del content[change:]
                continue
            at, written = change
            for start in range(0, len(written), SECTOR):
                if self._rng.random() < 0.5:
                    _lay(content, at + start, written[start : start + SECTOR])
        return bytes(content)

    def _apply(self, change: tuple[str, ...], names: dict[str, _Node]) -> None:
        what, path, *target = change
        if what == "create":
            # What the file is by now: a name that was used twice is the later file.
            if (node := self._names.get(path)) is not None:
                names[path] = node
        elif what == "unlink":
            names.pop(path, None)
        elif what == "link":
            if path in names:
                names[target[0]] = names[path]
        elif path in names:
            names[target[0]] = names.pop(path)
        elif (node := self._names.get(target[0])) is not None:
            names[target[0]] = node


def _lay(content: bytearray, at: int, written: bytes) -> None:
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(written)] = written
