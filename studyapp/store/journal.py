"""The journal: the second copy of the history, one line per event, in text files.

``journal/<device>/<year>-<month>.log`` holds what a computer did in a month. Files are only added
to. Every file below ``journal`` is read, whatever its name: copies that a sync tool left are input.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from studyapp.store.disk import append_durably, is_readable_file
from studyapp.store.record import Record, lines_of, read_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_SECOND: Final = 1_000


@dataclass(frozen=True, slots=True)
class Part:
    """What was read of one file: all of it, or what was added since it was last read."""

    name: str
    """Below the journal's folder."""
    size: int
    checksum: int
    records: tuple[Record, ...]
    unreadable: int
    """Lines that hold something, but no event."""


@dataclass(frozen=True, slots=True)
class Journal:
    """The journal of one data folder."""

    folder: Path

    def add(self, records: Iterable[Record]) -> None:
        """Write records and return when they are on the disk; raises OSError."""
        files: defaultdict[Path, list[bytes]] = defaultdict(list)
        for record in records:
            month = datetime.fromtimestamp(record.at // _SECOND, UTC).strftime("%Y-%m")
            files[self.folder / record.device / f"{month}.log"].append(record.line())
        for path, lines in files.items():
            append_durably(path, b"".join(lines))

    def files(self) -> list[Path]:
        """The files, by name; links are left out."""
        return sorted(path for path in self.folder.glob("*/*") if is_readable_file(path))

    def name_of(self, path: Path) -> str:
        """What a file is called below the journal's folder."""
        return path.relative_to(self.folder).as_posix()

    def read(self, path: Path, known: tuple[int, int] | None = None) -> tuple[Part, bool]:
        """Read a file, and say whether it begins with what is known: its size and checksum then.

        Only what follows the known beginning is understood, so that an old file costs little.
        Raises OSError.
        """
        raw = path.read_bytes()
        begins, start = False, 0
        if known is not None and zlib.crc32(raw[: known[0]]) == known[1] and len(raw) >= known[0]:
            begins, start = True, known[0]
        records, unreadable = read_lines(raw[start:])
        return Part(self.name_of(path), len(raw), zlib.crc32(raw), records, unreadable), begins

    def records(self) -> Iterator[Record]:
        """Every record of every file that can be read, some perhaps more than once."""
        for path in self.files():
            try:
                part, _ = self.read(path)
            except OSError:
                continue
            yield from part.records


def read_lines(raw: bytes) -> tuple[tuple[Record, ...], int]:
    """The records in some lines, and how many lines hold none."""
    found = [read_line(line) for line in lines_of(raw)]
    records = tuple(record for record in found if record is not None)
    return records, len(found) - len(records)
