"""Folders that are no place for a database: on a network, or kept in step by another program."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from studyapp.core.ports import Notice
from studyapp.files import read_small

_MOUNTS: Final = Path("/proc/self/mountinfo")
_REMOTE: Final = (
    "nfs", "cifs", "smb", "9p", "afs", "ceph", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd",
)  # fmt: skip
_SYNCED: Final = (
    "Dropbox", "OneDrive", "Google Drive", "GoogleDrive", "iCloud", "Mobile Documents", "Nextcloud",
)  # fmt: skip
_SYNCTHING: Final = ".stfolder"


def remark(folder: Path, mounts: str | None = None) -> Notice | None:
    """What is wrong with the place of a data folder, if anything.

    ``mounts`` is what Linux says of its file systems; it is asked when nothing is given.
    """
    place = folder.absolute()
    system = file_system(place, _mounts() if mounts is None else mounts)
    if system.startswith(_REMOTE):
        return Notice("place-remote", {"folder": str(folder), "system": system})
    for above in (place, *place.parents):
        named = next((name for name in _SYNCED if above.name.startswith(name)), None)
        with contextlib.suppress(OSError):  # a folder that may not be looked into
            if named is None and (above / _SYNCTHING).exists():
                named = "Syncthing"
        if named is not None:
            return Notice("place-synced", {"folder": str(folder), "system": named})
    return None


def file_system(place: Path, mounts: str) -> str:
    """The type of the file system that a place is on; empty where that is not known."""
    best, found = -1, ""
    for line in mounts.splitlines():
        mount, dash, rest = line.partition(" - ")
        columns = mount.split()
        if not dash or len(columns) < 5 or not rest:
            continue
        root = Path(_plain(columns[4]))
        if place.is_relative_to(root) and len(root.parts) >= best:
            best, found = len(root.parts), rest.split()[0]
    return found


def _mounts() -> str:
    try:
        return read_small(_MOUNTS)
    except (OSError, ValueError):
        return ""


def _plain(name: str) -> str:
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        name = name.replace(code, letter)
    return name
