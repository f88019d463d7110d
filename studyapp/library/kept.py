"""What was worked out in an earlier run, kept in a file until something it follows from changes."""

from __future__ import annotations

import contextlib
import os
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from studyapp.files import write_atomically
from studyapp.library.stamp import program

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeVar

    T = TypeVar("T")

_UNREADABLE: Final = (ValueError, KeyError, TypeError, IndexError, RecursionError)


class Kept:
    """Results by a digest of all that they follow from; each has a checksum of its own.

    The file can be thrown away at any time: one that is missing, damaged or of another program
    knows nothing, and one that cannot be written is not.
    """

    def __init__(self, file: Path | None = None, of: str = "") -> None:
        """Open a file of results; ``of`` names what they all follow from. Without one keep none."""
        self._file = file
        self._head = of
        self._results = {} if file is None else _read(file, of)
        self._used: set[str] = set()
        self._is_changed = False

    def recall(
        self,
        work: Callable[[], T],
        read: Callable[[str], T],
        write: Callable[[T], str | None],
        *of: str | bytes,
    ) -> T:
        """Give the result that follows from ``of``, working it out if it is not known.

        ``write`` spells a result in one line for ``read``, or gives None for one not to be kept.
        """
        if self._file is None:
            return work()
        key = _digest(*of)
        if key in self._results:
            with contextlib.suppress(*_UNREADABLE):
                found = read(self._results[key])
                self._used.add(key)
                return found
        found = work()
        if (written := write(found)) is not None:
            self._results[key] = written
            self._used.add(key)
            self._is_changed = True
        return found

    def forget_unused(self) -> None:
        """Drop what was not asked for since the file was opened."""
        if self._used != self._results.keys():
            self._results = {key: self._results[key] for key in self._used}
            self._is_changed = True

    def save(self) -> None:
        """Write the file anew if anything in it changed, and if it can be written."""
        if self._file is None or not self._is_changed:
            return
        self._is_changed = False
        lines = (f"{key} {_sum(key, text)} {text}\n" for key, text in list(self._results.items()))
        with contextlib.suppress(OSError):
            write_atomically(self._file, f"{self._head}\n{''.join(lines)}")


def kept_of(root: Path, folder: Path) -> Kept:
    """What this very program worked out of the pack in a folder, kept in another folder."""
    return Kept(folder / f"{_digest(os.fsencode(root.resolve()))}.txt", program())


def _read(file: Path, head: str) -> dict[str, str]:
    """Read the results that are whole; none of a file that is of something else."""
    results: dict[str, str] = {}
    try:
        first, *lines = file.read_text("utf-8", errors="replace").split("\n")
    except OSError:
        return results
    for line in lines if first == head else ():
        key, _, rest = line.partition(" ")
        checksum, _, text = rest.partition(" ")
        if checksum == _sum(key, text):
            results[key] = text
    return results


def _sum(key: str, text: str) -> str:
    return _digest(key, text)[:16]


def _digest(*parts: str | bytes) -> str:
    total = blake2b(digest_size=16)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        # With its length before it, no part's end can pass for the next one's beginning.
        total.update(b"%d\0" % len(content))
        total.update(content)
    return total.hexdigest()
