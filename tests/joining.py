"""Joins a pack with the history and bookmarks of a folder, as the program does."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from studyapp.bookmarks import BookmarkFile
from studyapp.clock import SystemClock
from studyapp.library.compiled import CompiledPack
from studyapp.store.history import History
from studyapp.study.study import Study

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.core.ports import Clock
    from studyapp.files import Folders

_OPENED: list[History] = []


def joined(pack: Path, folders: Folders, clock: Clock | None = None) -> Study:
    """One learner's work with a pack, in the days of UTC."""
    now = clock or SystemClock()

    def open_history() -> History:
        history = History(folders.data / "history", now)
        _OPENED.append(history)
        return history

    return Study(
        CompiledPack(pack, folders.cache),
        BookmarkFile(folders.data / "bookmarks.json"),
        open_history,
        now,
        UTC,
    )


def close_histories() -> None:
    """Close every history that was opened."""
    while _OPENED:
        _OPENED.pop().close()
