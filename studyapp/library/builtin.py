"""Where the built-in pack lies: inside the wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

BUILTIN_PACK = "task-2.2"


def content_folder() -> Path:
    """The folder of packs that came with the program."""
    package = Path(__file__).resolve().parents[1]
    checkout = package.parent / "content"
    # An editable install must read the checkout's files, which its author edits.
    return checkout if (checkout / BUILTIN_PACK).is_dir() else package / "_content"


def builtin_pack() -> Path:
    """The folder of the pack that opens when no other is named."""
    return content_folder() / BUILTIN_PACK
