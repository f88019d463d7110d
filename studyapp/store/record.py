"""How an event is written down: one line of JSON with a checksum, the same bytes everywhere.

A line is ``["crc32", "id", "device", number, at, order, "kind", item, body]``; the checksum is of
the bytes behind it. The body is kept as the text it came as, so that what a newer version wrote is
passed on byte for byte.
"""

from __future__ import annotations

import json
import re
import zlib
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from studyapp.core.history.events import Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LATEST: Final = 253_402_300_799_999
"""The last millisecond that has a date: the end of the year 9999."""
_LONGEST_BODY: Final = 65_536
_LONGEST_KIND: Final = 32
_LONGEST_ITEM: Final = 200
_LONGEST_LINE: Final = 400_000
_END: Final = 2**63
_ID: Final = re.compile(r"[0-9a-f]{32}")
_NUMBER: Final = "([0-9]{1,19})"
_STRING: Final = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_HEAD: Final = re.compile(
    f'"([0-9a-f]{{32}})","([0-9a-f]{{32}})",{_NUMBER},{_NUMBER},{_NUMBER},({_STRING}),'
    f"(null|{_STRING}),"
)
_CHECKSUM: Final = re.compile(rb'\["[0-9a-f]{8}",')


class Record(NamedTuple):
    """An event as both copies keep it: its body is still text."""

    id: str
    device: str
    number: int
    at: int
    order: int
    kind: str
    item: str | None
    body: str

    @property
    def checksum(self) -> int:
        """CRC-32 of everything the record says."""
        return zlib.crc32(_said(self))

    def line(self) -> bytes:
        """The line of the journal, with its end."""
        said = _said(self)
        return b'["%08x",%s\n' % (zlib.crc32(said), said)

    def event(self) -> Event:
        """The event; a body that cannot be understood here counts as empty."""
        return Event(
            self.id,
            self.device,
            self.number,
            self.at,
            self.order,
            self.kind,
            self.item,
            body_of(self.body),
        )

    @property
    def is_sound(self) -> bool:
        """Whether every value is of its kind and within its limits."""
        return (
            is_id(self.id)
            and is_id(self.device)
            and type(self.number) is type(self.at) is type(self.order) is int
            and 0 < self.number < _END
            and 0 <= self.at <= LATEST
            and 0 <= self.order < _END
            and _is_name(self.kind, _LONGEST_KIND)
            and (self.item is None or _is_name(self.item, _LONGEST_ITEM))
            and len(self.body) <= _LONGEST_BODY
        )


def read_line(line: bytes) -> Record | None:
    """The record of a line without its end; None when the line is damaged or none of ours."""
    if len(line) > _LONGEST_LINE or not _CHECKSUM.match(line):
        return None
    said = line[12:]
    if int(line[2:10], 16) != zlib.crc32(said):
        return None
    try:
        text = said.decode()
        head = _HEAD.match(text)
        if head is None or not text.endswith("]"):
            return None
        body = text[head.end() : -1]
        if not isinstance(json.loads(body), dict):
            return None
        id_, device, number, at, order, kind, item = head.groups()
        named = (_unquoted(kind), None if item == "null" else _unquoted(item))
    except (ValueError, RecursionError):
        return None
    record = Record(id_, device, int(number), int(at), int(order), *named, body)
    # Only our own way of writing is read, or the same event could have two checksums.
    return record if record.is_sound and _said(record) == said else None


def lines_of(raw: bytes) -> Iterator[bytes]:
    """The lines of a file that hold anything, without their ends."""
    return (line for line in raw.split(b"\n") if line.strip())


def body_text(body: Mapping[str, Any]) -> str:
    """A body as it is written; raises ValueError for what JSON cannot say, or too much of it."""
    text = _text(dict(body))
    if not text.isprintable():  # half a surrogate pair, which has no bytes, is written as an escape
        text = json.dumps(dict(body), separators=(",", ":"), allow_nan=False)
    if len(text) > _LONGEST_BODY:
        raise ValueError(f"more than {_LONGEST_BODY:,} characters cannot be kept with one event")
    return text


def body_of(text: str) -> dict[str, Any]:
    """What a body says; nothing when it cannot be understood."""
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return body if isinstance(body, dict) else {}


def _said(record: Record) -> bytes:
    id_, device, number, at, order, kind, item, body = record
    named = "null" if item is None else encode_basestring(item)
    head = f'"{id_}","{device}",{number},{at},{order},{encode_basestring(kind)},{named}'
    return f"{head},{body}]".encode()


def _unquoted(text: str) -> Any:
    return json.loads(text) if "\\" in text else text[1:-1]


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def is_id(value: Any) -> bool:
    """Whether something is an id as events and devices have them."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _is_name(value: Any, longest: int) -> bool:
    return isinstance(value, str) and 0 < len(value) <= longest and value.isprintable()
