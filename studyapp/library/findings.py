"""What is wrong with a value of a pack, and how that becomes a line and a column."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from studyapp.library.diagnostics import Diagnostic, Spot
from studyapp.library.items import said
from studyapp.library.walk import Place, enclosing_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from studyapp.library.items import LoadedFile
    from studyapp.library.kept import Kept
    from studyapp.library.yaml12.reader import Positions


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A diagnostic that knows the value it is about, but not yet its line."""

    code: str
    message: str
    place: Place
    severity: Literal["error", "warning"] = "error"
    label: str = ""
    help: str = ""
    first: Place | None = None
    """The earlier value that this one clashes with."""


class Pointer:
    """Finds lines and columns; a file is read again for them only when something in it is wrong."""

    def __init__(self, files: Iterable[LoadedFile]) -> None:
        self._files = {file.file: file for file in files}
        self._positions: dict[str, Positions] = {}
        self._said: dict[str, Any] = {}

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """Turn a finding into what is shown to the author."""
        spot = self.spot(finding.place)
        related, elsewhere = None, ""
        if finding.first is not None:
            first = self.spot(finding.first)
            if finding.first.file == finding.place.file:
                related = (first, "first one here")
            else:
                elsewhere = f"first one at {finding.first.file}:{first.line}"
        return Diagnostic(
            code=finding.code,
            severity=finding.severity,
            message=finding.message,
            file=finding.place.file,
            spot=spot,
            label=finding.label,
            help="; ".join(filter(None, (self._inside(finding.place), elsewhere, finding.help))),
            related=related,
        )

    def _inside(self, place: Place) -> str:
        if place.file not in self._said:
            self._said[place.file] = said(self._files[place.file])
        name = enclosing_id(self._said[place.file], place.path)
        return f"in `{name}`" if name else ""

    def spot(self, place: Place) -> Spot:
        """Find where a file spells a value; one left out is where the value around it is."""
        # Imported here: the parser is needed only where something is wrong.
        from studyapp.library.yaml12.reader import positions

        if place.file not in self._positions:
            self._positions[place.file] = positions(self._files[place.file].raw)
        return self._positions[place.file].value(place.path)


def recalled(kept: Kept, work: Callable[[], Iterable[Finding]], *of: str | bytes) -> list[Finding]:
    """Give the findings that follow from ``of``, working them out if they are not known."""
    return kept.recall(lambda: list(work()), _read, _spelled, *of)


def _spelled(found: Iterable[Finding]) -> str:
    told = [(f.code, f.message, f.place, f.severity, f.label, f.help, f.first) for f in found]
    return json.dumps(told, separators=(",", ":"))


def _read(written: str) -> list[Finding]:
    return [
        Finding(
            code=code,
            message=message,
            place=_place(*place),
            severity=severity,
            label=label,
            help=help_,
            first=None if first is None else _place(*first),
        )
        for code, message, place, severity, label, help_, first in json.loads(written)
    ]


def _place(file: str, path: list[str | int]) -> Place:
    return Place(file, tuple(path))
