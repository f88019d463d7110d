"""Where the learner's files lie, and how a small one is replaced safely."""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """The learner's folders; none needs to exist or be writable."""

    config: Path
    """Settings."""
    data: Path
    """What must not be lost."""
    cache: Path
    """What can be made again."""

    @classmethod
    def of_platform(cls) -> Folders:
        """The folders this platform sets aside for programs."""
        from platformdirs import PlatformDirs

        dirs = PlatformDirs("studyapp", appauthor=False)
        try:
            return cls(
                Path(dirs.user_config_dir), Path(dirs.user_data_dir), Path(dirs.user_cache_dir)
            )
        except RuntimeError:  # no home can be found at all
            nowhere = Path(tempfile.gettempdir()) / f"studyapp-{os.getpid()}"
            return cls(nowhere, nowhere, nowhere)


def make_private(folder: Path) -> None:
    """Make a folder that only its owner may enter; raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def write_atomically(path: Path, text: str) -> None:
    """Replace a file so that a crash leaves the old text or the new; raises OSError."""
    make_private(path.parent)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
