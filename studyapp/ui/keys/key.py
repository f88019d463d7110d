"""One key, what it does, and how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.binding import Binding

from studyapp.words import keys

if TYPE_CHECKING:
    from textual.binding import BindingType

    from studyapp.core.text import Lang, Text


class Key(NamedTuple):
    """One key and what it does."""

    id: str
    """``place.act.key``, unique; what a settings file names."""
    key: str
    action: str
    short: Text
    """For the key bar."""
    long: Text
    """For help and the command palette."""


def bindings(keys: tuple[Key, ...]) -> list[BindingType]:
    """Textual's form of a part of the table."""
    return [
        Binding(key.key, key.action, key.short.en, show=False, id=key.id, tooltip=key.long.en)
        for key in keys
    ]


def key_name(key: str, lang: Lang) -> str:
    """How a key is written in a language: ``space`` is ``Cách`` in Vietnamese."""
    if (name := keys.KEY_NAMES.get(key)) is not None:
        return name[lang]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key.removeprefix('ctrl+').upper()}"
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key
