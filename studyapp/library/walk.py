"""Everything inside an item of a pack, and where the file spells it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.library.diagnostics import Path

_PLAIN: Final = (str, int, float, date, NoneType)
"""What most fields hold, and nothing is inside of."""


class Place(NamedTuple):
    """Where a pack spells a value."""

    file: str
    path: Path

    def __truediv__(self, step: str | int) -> Place:
        """Step inside, to what stands under this key or index."""
        return Place(self.file, (*self.path, step))


class Part(NamedTuple):
    """A dataclass value of a pack."""

    place: Place
    value: object


def parts(item: Part) -> Iterator[Part]:
    """Visit an item and every dataclass value inside it, in reading order."""
    ahead = [item]
    while ahead:
        part = ahead.pop()
        yield part
        inside: list[Part] = []
        cls: type = part.value.__class__
        for name in field_names(cls):
            value = getattr(part.value, name)
            if not isinstance(value, _PLAIN):
                _gather(part.place / name, value, inside)
        ahead += reversed(inside)


@cache
def field_names(cls: type) -> tuple[str, ...]:
    """Name the fields of a dataclass, which are the keys of its YAML; others have none."""
    return tuple(field.name for field in fields(cls)) if is_dataclass(cls) else ()


def enclosing_id(data: Any, path: Path) -> str | None:
    """Find the innermost id around a place in what a file says; an id is not around itself."""
    found = None
    for step in path:
        if isinstance(data, str):  # a text written once, and the path goes on to a language
            break
        if isinstance(data, dict) and step != "id":
            found = data.get("id", found)
        data = data[step]
    return found


def _gather(place: Place, value: Any, found: list[Part]) -> None:
    """Add the nearest dataclass values in a value."""
    if isinstance(value, tuple):
        for index, element in enumerate(value):
            if not isinstance(element, _PLAIN):
                _gather(place / index, element, found)
    elif field_names(value.__class__):
        found.append(Part(place, value))
