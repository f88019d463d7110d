"""What is wrong with a value of a pack, and how that becomes a line and a column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from studyapp.library.diagnostics import Diagnostic, Spot
from studyapp.library.walk import enclosing_id
from studyapp.library.yaml12.reader import Positions, positions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.library.items import LoadedFile
    from studyapp.library.walk import Place


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
        name = enclosing_id(self._files[place.file].data, place.path)
        return f"in `{name}`" if name else ""

    def spot(self, place: Place) -> Spot:
        """Find where a file spells a value; one left out is where the value around it is."""
        if place.file not in self._positions:
            self._positions[place.file] = positions(self._files[place.file].raw)
        return self._positions[place.file].value(place.path)
