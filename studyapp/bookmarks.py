"""Where the learner stopped reading, per pack, in one small file of the data folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from studyapp.core.ports import Bookmark
from studyapp.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class BookmarkFile:
    """The file of bookmarks; a missing or damaged one holds none."""

    path: Path

    def find(self, pack_id: str) -> Bookmark | None:
        """Where reading of this pack stopped, if it is known."""
        match self._read().get(pack_id):
            case {"section": str(section), "block": str(block), "row": int(row)}:
                return Bookmark(section, block, row)
            case _:
                return None

    def put(self, pack_id: str, bookmark: Bookmark) -> None:
        """Remember where reading stopped; raises OSError."""
        written = self._read() | {pack_id: bookmark._asdict()}
        write_atomically(self.path, json.dumps(written, indent=2) + "\n")

    def _read(self) -> dict[str, Any]:
        try:
            written = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return written if isinstance(written, dict) else {}
