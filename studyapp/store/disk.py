"""How bytes reach the disk for good, and how windows take turns, on every platform."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import TYPE_CHECKING, Final

from studyapp.files import make_private

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PAUSE: Final = 0.005
"""Seconds between two attempts to get a turn, where waiting in line is not possible."""
_SAFELY: Final = (
    getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)


def sync(descriptor: int) -> None:
    """Return when what was written is on the disk itself; raises OSError."""
    if sys.platform == "darwin":
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    elif sys.platform == "win32":
        os.fsync(descriptor)
    else:
        os.fdatasync(descriptor)


def sync_folder(folder: Path) -> None:
    """Return when the names in a folder are on the disk; raises OSError."""
    if sys.platform != "win32":  # which has no such thing
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_durable(folder: Path) -> None:
    """Make a private folder whose name survives a power cut; raises OSError."""
    if not folder.is_dir():
        make_durable(folder.parent)
        make_private(folder)
        sync_folder(folder.parent)


def append_durably(path: Path, lines: bytes) -> None:
    """Add lines to a file and return when they are on the disk; raises OSError.

    A line that was torn by a crash is left as it is; the new ones start on a line of their own.
    """
    make_durable(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _SAFELY, 0o600)
    try:
        size = os.lseek(descriptor, 0, os.SEEK_END)
        if size:
            os.lseek(descriptor, size - 1, os.SEEK_SET)
            if os.read(descriptor, 1) != b"\n":
                lines = b"\n" + lines
        _write(descriptor, lines)
        sync(descriptor)
    finally:
        os.close(descriptor)
    if not size:
        sync_folder(path.parent)


def write_durably(path: Path, content: bytes) -> None:
    """Put a whole file in place, or leave the old one; raises OSError."""
    make_durable(path.parent)
    unfinished = path.with_name(f"{path.name}.new")
    with contextlib.suppress(FileNotFoundError):
        unfinished.unlink()
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAFELY, 0o600)
    try:
        try:
            _write(descriptor, content)
            sync(descriptor)
        finally:
            os.close(descriptor)
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
    sync_folder(path.parent)


def is_readable_file(path: Path) -> bool:
    """Whether a path is a regular file and no link to one."""
    return path.is_file() and not path.is_symlink()


def free_bytes(folder: Path) -> int:
    """Bytes that can still be written; raises OSError."""
    import shutil

    return shutil.disk_usage(folder).free


@contextlib.contextmanager
def turn(lock: Path, patience: float | None = None) -> Iterator[None]:
    """Wait in line until no other window writes; fair where the platform is.

    ``patience`` is in seconds, None waits as long as it takes. Raises TimeoutError or OSError.
    """
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | _SAFELY, 0o600)
    try:
        _wait(descriptor, patience)
        yield
    finally:
        os.close(descriptor)  # which gives up the turn


def _wait(descriptor: int, patience: float | None) -> None:
    if sys.platform != "win32" and patience is None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        return
    end = None if patience is None else time.monotonic() + patience
    while not _try(descriptor):
        if end is not None and time.monotonic() > end:
            raise TimeoutError("another window keeps the history to itself")
        time.sleep(_PAUSE)


def _try(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _write(descriptor: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]
