"""A history that can only be read: a copy of it, healed and read in a folder of its own."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.core.ports import Notice
from studyapp.store.database import FAULTS, connect
from studyapp.store.folder import DataFolder
from studyapp.store.healing import mend
from studyapp.store.journal import Journal
from studyapp.store.levelling import level

if TYPE_CHECKING:
    from datetime import datetime


class View:
    """A copy of a data folder's history in the folder for temporary files."""

    def __init__(self, source: DataFolder, now: datetime, *, is_newer: bool) -> None:
        """Copy what can be read; of a newer layout only the journal, whose form never changes."""
        self._scratch = tempfile.TemporaryDirectory(prefix="studyapp-", ignore_cleanup_errors=True)
        self.folder = DataFolder(Path(self._scratch.name))
        files = list(Journal(source.journal).files())
        if not is_newer:
            files += [source.database, source.rollback]
        for path in files:
            to = self.folder.path / path.relative_to(source.path)
            to.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(OSError):
                shutil.copyfile(path, to)
        self.notices = tuple(self._heal(now))

    def _heal(self, now: datetime) -> list[Notice]:
        try:
            notices = mend(self.folder, now)
            with contextlib.closing(connect(self.folder.database)) as db:
                return notices + level(db, Journal(self.folder.journal))
        except (*FAULTS, OSError) as error:
            return [Notice("unreadable", {"why": str(error)})]

    def close(self) -> None:
        """Throw the copy away."""
        self._scratch.cleanup()
