"""What is said about a place in a file of a pack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
"""Whether the part it is about cannot be used, or only should be looked at."""

Path = tuple[str | int, ...]
"""Keys and list indexes from the root of a file: ``("sections", 3, "title", "vi")``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A stretch of one line; lines and columns count from 1, columns in code points."""

    line: int
    column: int
    end_column: int
    """The column after the last one."""


START = Spot(line=1, column=1, end_column=2)
"""Where a diagnostic about a whole file points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding in one file, worded for the author of the pack."""

    code: str
    """Stable name such as ``P0202``."""
    severity: Severity
    message: str
    """What is wrong: ``unknown field `explian```."""
    file: str
    """Path relative to the pack's folder, with forward slashes."""
    spot: Spot
    label: str = ""
    """Stands beside the caret: ``did you mean `explain`?``."""
    help: str = ""
    """Stands below the lines: what was expected, or a hint."""
    related: tuple[Spot, str] | None = None
    """A second place in the same file and what it is."""
