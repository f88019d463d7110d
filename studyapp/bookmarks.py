"""Where the learner stopped reading, per pack, in one small file of the data folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from studyapp.core.ports import Bookmark
from studyapp.files import read_small, write_atomically

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class BookmarkFile:
    """The file of bookmarks; a missing or damaged one holds none."""

    path: Path

    def find(self, pack_id: str) -> Bookmark | None:
        """Where reading of this pack stopped, if it is known."""
        try:
            written = self._read()
        except OSError:
            return None
        match written.get(pack_id):
            case {"section": str(section), "block": str(block), "row": int(row)} if (
                section.isascii() and block.isascii()  # as every id is; half a surrogate is no text
            ):
                return Bookmark(section, block, row)
            case _:
                return None

    def put(self, pack_id: str, bookmark: Bookmark) -> None:
        """Remember where reading stopped; raises OSError.

        A file that cannot be read is not replaced: it holds the places in other packs.
        """
        written = self._read() | {pack_id: bookmark._asdict()}
        write_atomically(self.path, json.dumps(written, indent=2) + "\n")

    def _read(self) -> dict[str, Any]:
        try:
            written = json.loads(read_small(self.path))
        except (FileNotFoundError, ValueError, RecursionError):
            return {}
        return written if isinstance(written, dict) else {}
