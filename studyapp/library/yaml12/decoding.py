"""How the bytes of a file become text that is safe to show: UTF-8 and no refused character."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.library.diagnostics import START
from studyapp.library.yaml12.characters import refused_in_file
from studyapp.library.yaml12.events import MAX_BYTES
from studyapp.library.yaml12.lines import Lines
from studyapp.library.yaml12.report import UnreadableError

if TYPE_CHECKING:
    from studyapp.library.yaml12.report import Report

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def decode(raw: bytes, report: Report) -> Lines:
    """Read bytes as text, its byte order mark dropped; raises UnreadableError."""
    if len(raw) > MAX_BYTES:
        words = f"this file holds {len(raw):,} bytes; {MAX_BYTES:,} are allowed"
        report.add("P0101", words, START, hint="split it into several files")
        raise UnreadableError
    if raw.startswith(_WIDE_MARKS) or b"\0" in raw[:2]:
        words = "this file is not UTF-8 but UTF-16 or UTF-32"
        report.add("P0102", words, START, hint="save it as UTF-8")
        raise UnreadableError
    raw = raw.removeprefix(BYTE_ORDER_MARK)
    lines = Lines(_text(raw, report))
    for refused in refused_in_file(lines.text):
        report.add(refused.code, refused.message, lines.spot(refused.start, refused.end))
    if report.has_errors:
        raise UnreadableError
    return lines


def _text(raw: bytes, report: Report) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError as problem:
        before = raw[: problem.start].decode()
        words = f"byte 0x{raw[problem.start]:02X} is not UTF-8"
        spot = Lines(before + "?").spot(len(before), len(before) + 1)
        report.add("P0102", words, spot, hint="save it as UTF-8")
        raise UnreadableError from None
