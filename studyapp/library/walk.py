"""Everything inside an item of a pack, and where the file spells it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.library.diagnostics import Path


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
    return _parts(item.place, item.value)


def field_names(value: object) -> tuple[str, ...]:
    """Name the fields of a dataclass value, which are the keys of its YAML; others have none."""
    return tuple(field.name for field in fields(value)) if is_dataclass(value) else ()


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


def _parts(place: Place, value: object) -> Iterator[Part]:
    if isinstance(value, tuple):
        for index, element in enumerate(value):
            yield from _parts(place / index, element)
    elif names := field_names(value):
        yield Part(place, value)
        for name in names:
            yield from _parts(place / name, getattr(value, name))
