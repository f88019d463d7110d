"""Every bilingual text inside a value of a pack."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from studyapp.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator


def texts(value: object) -> Iterator[Text]:
    """Visit the texts in a value, in reading order."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
