"""The diagnostics about one file, collected until they are enough."""

from __future__ import annotations

from studyapp.library.diagnostics import Diagnostic, Severity, Spot
from studyapp.library.yaml12.limits import MAX_DIAGNOSTICS


class UnreadableError(Exception):
    """The rest of the file cannot be read, or is not worth it; the report says why."""


class Report:
    """Collects what is wrong in one file."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._errors: list[Diagnostic] = []
        self._warnings: list[Diagnostic] = []

    @property
    def has_errors(self) -> bool:
        """Whether something was found that makes the file unusable."""
        return bool(self._errors)

    @property
    def takes_warnings(self) -> bool:
        """Whether one more warning would be of use to anybody."""
        return len(self._warnings) < MAX_DIAGNOSTICS

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """List what was found, errors before warnings where it is too much, in the file's order."""
        worst = [*self._errors, *self._warnings][:MAX_DIAGNOSTICS]
        return tuple(sorted(worst, key=lambda found: (found.spot.line, found.spot.column)))

    def add(
        self,
        code: str,
        message: str,
        spot: Spot,
        *,
        severity: Severity = "error",
        label: str = "",
        hint: str = "",
        related: tuple[Spot, str] | None = None,
    ) -> None:
        """Note one finding; raises UnreadableError when there are enough errors."""
        finding = Diagnostic(
            code=code,
            severity=severity,
            message=message,
            file=self._file,
            spot=spot,
            label=label,
            help=hint,
            related=related,
        )
        if severity == "error":
            self._errors.append(finding)
        else:
            self._warnings.append(finding)
        if len(self._errors) >= MAX_DIAGNOSTICS:
            raise UnreadableError
