"""What can still be read of a damaged database, without SQLite.

Every page is searched for the cells of a table; a row counts when it agrees with its checksum. This
works where the header, the tree or the end of the file is gone. Rows too long for one page are
passed over: the journal has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from studyapp.store.database import record_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from studyapp.store.record import Record

_PAGE: Final = 4096
"""Bytes of a page, as every SQLite since 3.12 makes them."""
_TABLE_LEAF: Final = 0x0D
_CELLS: Final = 8
"""Where, after the start of a leaf, the places of its cells are listed."""
_COLUMNS: Final = 10
_WIDTHS: Final = (0, 1, 2, 3, 4, 6, 8)
"""Bytes of the integers that the serial types 0 to 6 stand for."""


def salvage(path: Path) -> Iterator[Record]:
    """The records that are whole in what is left of a database; raises OSError."""
    raw = path.read_bytes()
    for start in range(_PAGE, len(raw), _PAGE):  # the first page holds the schema
        page = raw[start : start + _PAGE]
        if len(page) > _CELLS and page[0] == _TABLE_LEAF:
            yield from _leaf(page)


def _leaf(page: bytes) -> Iterator[Record]:
    cells = int.from_bytes(page[3:5], "big")
    for index in range(min(cells, len(page) // 2)):
        place = _CELLS + 2 * index
        try:
            at = int.from_bytes(page[place : place + 2], "big")
            length, at = _varint(page, at)
            _seq, at = _varint(page, at)
            values = _values(page, at, at + length)
        except (IndexError, ValueError):
            continue
        if len(values) == _COLUMNS and (record := record_of(values[1:])) is not None:
            yield record


def _values(page: bytes, at: int, end: int) -> list[Any]:
    """The values of one row between two places; raises ValueError or IndexError."""
    if end > len(page):
        raise ValueError("goes on in another page")
    header, at_type = _varint(page, at)
    place, types_end = at + header, at + header
    values: list[Any] = []
    while at_type < types_end and len(values) < _COLUMNS + 1:
        type_, at_type = _varint(page, at_type)
        value, width = _value(page, place, type_)
        values.append(value)
        place += width
        if place > end:
            raise ValueError("longer than its cell")
    return values


def _value(page: bytes, at: int, type_: int) -> tuple[Any, int]:
    if type_ == 0:
        return None, 0
    if type_ < len(_WIDTHS):
        width = _WIDTHS[type_]
        return int.from_bytes(page[at : at + width], "big", signed=True), width
    if type_ in {8, 9}:
        return type_ - 8, 0
    if type_ < 12:
        raise ValueError("no type that our tables use")
    width = (type_ - 12) // 2
    content = page[at : at + width]
    return (content.decode() if type_ % 2 else content), width


def _varint(page: bytes, at: int) -> tuple[int, int]:
    """A number of up to nine bytes, and the place behind it; raises IndexError."""
    value = 0
    for index in range(8):
        byte = page[at + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    return value << 8 | page[at + 8], at + 9
