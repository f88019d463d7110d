"""Whether a pack or the program changed since a pack was last read, told without parsing."""

from __future__ import annotations

import os
import sys
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from studyapp import __version__
from studyapp.library.yaml12.limits import MAX_FILE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOMS: Final = ("core", "library")
"""The parts of the program that decide what is made of a pack."""
_LIBRARIES: Final = ("markdown-it-py", "pydantic", "pyyaml", "rich")
"""Those of other people that do."""


def fingerprint(root: Path) -> str:
    """Sum up names, sizes and times of the YAML files below a folder in one word; opens no file."""
    lines = sorted(f"{_state(entry)} {name}\0" for name, entry in _files(root, ".yaml"))
    return blake2b(os.fsencode("".join(lines)), digest_size=16).hexdigest()


def digest(root: Path, ending: str = ".yaml") -> str:
    """Sum up names and bytes of the files below a folder with this ending in one word."""
    total = blake2b(digest_size=16)
    for name, entry in sorted(_files(root, ending), key=lambda found: found[0]):
        content = _content(entry)
        # With its length before it, no file's end can pass for the next one's name.
        total.update(os.fsencode(f"{name}\0{len(content)}\0"))
        total.update(content)
    return total.hexdigest()


def program() -> str:
    """Sum up in one word what runs here, be it a release or a checkout that is being edited."""
    # Imported here: the first screen does not need it.
    from importlib.metadata import PackageNotFoundError, version

    told = [__version__, sys.version]
    package = Path(__file__).resolve().parents[1]
    told += (digest(package / room, ".py") for room in _ROOMS)
    for name in _LIBRARIES:
        try:
            told.append(version(name))
        except PackageNotFoundError:  # put beside the program without its metadata
            told.append("")
    return blake2b("\0".join(told).encode(), digest_size=16).hexdigest()


def _files(root: Path, ending: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Find what a reader would take: regular files, dot names and links passed over."""
    folders = [("", os.fspath(root))]
    while folders:
        prefix, folder = folders.pop()
        for entry in _entries(folder):
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append((f"{prefix}{entry.name}/", entry.path))
            elif entry.name.endswith(ending) and entry.is_file(follow_symlinks=False):
                yield prefix + entry.name, entry


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """List a folder; one that is gone or closed to us counts as empty."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _state(entry: os.DirEntry[str]) -> str:
    """Size in bytes and time of change in nanoseconds; empty when the file is gone by now."""
    try:
        state = entry.stat(follow_symlinks=False)
    except OSError:
        return ""
    return f"{state.st_size} {state.st_mtime_ns}"


def _content(entry: os.DirEntry[str]) -> bytes:
    """Read a file as far as the reader would; empty when it cannot be read."""
    try:
        with Path(entry.path).open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except OSError:
        return b""
