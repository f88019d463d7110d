"""Where everything of the history lies in the data folder."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from studyapp.store.disk import free_bytes, make_durable, write_durably

if TYPE_CHECKING:
    from pathlib import Path

_BALLAST: Final = 256 * 1024
"""Bytes that are given up when the disk is full, so that a few hundred acts can still be kept."""
_PLENTY: Final = 8 * _BALLAST
"""Free bytes from which on the ballast may be laid in."""


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The learner's data folder."""

    path: Path

    @property
    def database(self) -> Path:
        """The copy that the program reads."""
        return self.path / "history.db"

    @property
    def rollback(self) -> Path:
        """What SQLite needs beside the database after a crash."""
        return self.path / "history.db-journal"

    @property
    def lock(self) -> Path:
        """The file at which windows wait in line; it holds nothing."""
        return self.path / "history.lock"

    @property
    def journal(self) -> Path:
        """The folder of the second copy."""
        return self.path / "journal"

    @property
    def backups(self) -> Path:
        """The folder of the backups."""
        return self.path / "backups"

    @property
    def damaged(self) -> Path:
        """The folder of what was set aside; nothing in it is ever deleted."""
        return self.path / "damaged"

    @property
    def ballast(self) -> Path:
        """Room kept for when the disk is full."""
        return self.path / "ballast"

    def make(self) -> None:
        """Make the folder if it is missing; raises OSError, also where it cannot be written to."""
        make_durable(self.path)
        if not os.access(self.path, os.W_OK):
            raise PermissionError(13, "Permission denied", str(self.path))

    def lay_in_ballast(self) -> None:
        """Keep some room, if there is plenty."""
        with contextlib.suppress(OSError):
            if not self.ballast.exists() and free_bytes(self.path) >= _PLENTY:
                # Random, or a file system that compresses would keep no room for it.
                write_durably(self.ballast, os.urandom(_BALLAST))

    def drop_ballast(self) -> bool:
        """Give up the room kept; False when there is none."""
        try:
            self.ballast.unlink()
        except OSError:
            return False
        return True
