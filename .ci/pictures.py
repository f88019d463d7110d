"""Draws the README's pictures: `python .ci/pictures.py` writes them into `.pictures`."""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import Final

from studyapp.bookmarks import BookmarkFile
from studyapp.clock import SystemClock
from studyapp.files import Folders
from studyapp.library.builtin import builtin_pack
from studyapp.library.compiled import CompiledPack
from studyapp.settings import Settings
from studyapp.store.history import History
from studyapp.study.study import Study
from studyapp.ui.app import StudyApp

PICTURES: Final = {
    "quiz": ["4", "enter", "a", "enter", "enter"],
    "advisor": ["3", "right", "down", "right", "down", "right", "tab"],
}
"""By name, the keys that lead from Home to what is drawn."""
_FETCHED: Final = re.compile(r',\s*url\("https:[^)]*\) format\("[^"]*"\)')


async def draw(name: str, keys: list[str], folder: Path, into: Path) -> None:
    """Lead a fresh program to a screen and save that."""
    clock = SystemClock()
    folders = Folders(folder / "config", folder / "data", folder / "cache")
    study = Study(
        CompiledPack(builtin_pack(), folder.parent),
        BookmarkFile(folders.data / "bookmarks.json"),
        partial(History, folders.data / "history", clock),
        clock,
        UTC,
    )
    app = StudyApp(study, folders, Settings())
    async with app.run_test(size=(120, 36)) as pilot:
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause(0.5)
        drawn = app.export_screenshot(title="studyapp")
    # The font is the reader's own: a picture fetches nothing.
    (into / f"{name}.svg").write_text(_FETCHED.sub("", drawn), "utf-8")
    study.close()


def main() -> None:
    """Draw every picture, or those named."""
    into = Path(__file__).parents[1] / ".pictures"
    into.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in sys.argv[1:] or PICTURES:
            asyncio.run(draw(name, PICTURES[name], Path(folder) / name, into))


if __name__ == "__main__":
    main()
