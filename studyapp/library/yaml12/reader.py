"""The door for YAML files of unknown origin: plain data gets in, or diagnostics say why not."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple

from studyapp.library.yaml12.builder import Builder
from studyapp.library.yaml12.decoding import decode
from studyapp.library.yaml12.positions import Positions, positions
from studyapp.library.yaml12.report import Report, UnreadableError

if TYPE_CHECKING:
    from studyapp.library.diagnostics import Diagnostic

__all__ = ["Positions", "Reading", "positions", "read_yaml"]


class Reading(NamedTuple):
    """What a file says."""

    data: object
    """Dicts, lists, strings, numbers, booleans and None; None when a diagnostic is an error."""
    diagnostics: tuple[Diagnostic, ...]


def read_yaml(raw: bytes, file: str) -> Reading:
    """Read one YAML file without trusting it; never raises.

    The data can be written as JSON, and every text in it is in NFC. Narrower than YAML, a file is
    one UTF-8 document with distinct text keys, without anchors, aliases, merge keys, tags or
    characters that forge or hide, and within `studyapp.library.yaml12.limits`.
    """
    report = Report(file)
    data: object = None
    with contextlib.suppress(UnreadableError):
        data = Builder(decode(raw, report), report).build()
    return Reading(None if report.has_errors else data, report.diagnostics())
