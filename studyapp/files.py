"""Where the learner's files lie, and how a small one is replaced safely."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

_SMALL: Final = 1_000_000
"""Bytes of the largest file that is read as a whole."""
_NOWHERE: Final = Path(os.devnull) / "studyapp"
"""A folder that cannot be made: nothing is found in it, and who saves there is told."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The learner's folders; none needs to exist or be writable."""

    config: Path
    """Settings."""
    data: Path
    """What must not be lost."""
    cache: Path
    """What can be made again."""

    @property
    def history(self) -> Path:
        """What the learner did; a folder of its own below the data."""
        return self.data / "history"

    @classmethod
    def of_platform(cls, data: Path | None = None) -> Folders:
        """The folders this platform sets aside for programs.

        Another one for the data may be given here or, second to that, as STUDYAPP_DATA.
        """
        from platformdirs import PlatformDirs

        dirs = PlatformDirs("studyapp", appauthor=False)
        try:
            found = cls(
                Path(dirs.user_config_dir), Path(dirs.user_data_dir), Path(dirs.user_cache_dir)
            )
        except RuntimeError:  # no home can be found at all
            found = cls(_NOWHERE, _NOWHERE, _NOWHERE)
        if data is None and (named := os.environ.get("STUDYAPP_DATA")):
            data = Path(named)
        return found if data is None else replace(found, data=data.absolute())


def make_private(folder: Path) -> None:
    """Make a folder that only its owner may enter; raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def read_small(path: Path) -> str:
    """Read a text file that anybody may have touched; raises OSError, or ValueError if it is none.

    A byte order mark is dropped, for some editors add one.
    """
    # Without O_NONBLOCK a named pipe would be waited for without end.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            raw = file.read(_SMALL + 1)
    finally:
        os.close(descriptor)
    if len(raw) > _SMALL:
        raise ValueError(f"more than {_SMALL:,} bytes")
    return raw.decode("utf-8-sig")


def write_atomically(path: Path, text: str) -> None:
    """Replace a file so that a crash leaves the old text or the new; raises OSError.

    What UTF-8 cannot say, such as half of a surrogate pair, is written as a backslash escape.
    """
    make_private(path.parent)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(
            handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n"
        ) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
