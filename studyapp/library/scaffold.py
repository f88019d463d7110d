"""A small pack to start from: it shows every kind of block and a decision, and checks clean."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Final

from studyapp.core.errors import UsageError
from studyapp.library.json_schema import write_schemas

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_FILES: Final = (
    "pack.yaml",
    "sources/pages.yaml",
    "notes/01-first-topic.yaml",
    "glossary.yaml",
    "advisor/small.yaml",
    "scenarios/small.yaml",
)
_TODAY: Final = "$today"
"""Stands in the template for the day its sources count as checked."""


def new_pack(folder: Path, today: date) -> list[Path]:
    """Write a pack into a new or empty folder; raises UsageError for any other, and OSError."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already and not an empty folder")
    template = files("studyapp.library") / "template"
    written = []
    for name in _FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (template / name).read_text("utf-8").replace(_TODAY, today.isoformat())
        path.write_text(text, "utf-8", newline="\n")
        written.append(path)
    return written + write_schemas(folder)
