"""Which of the keys that a settings file gives can be used."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from studyapp import words
from studyapp.core.text import Lang, Text
from studyapp.ui.keys.key import key_name
from studyapp.ui.keys.table import CHANGEABLE, clash

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOLD = 120
"""Characters of a list of names in a message."""


def usable(keys: Mapping[str, str]) -> tuple[dict[str, str], tuple[Text, ...]]:
    """The keys, by binding id, that hide no other, and what there is to say about the rest."""
    changeable = {key.id: key for key in CHANGEABLE}
    known = {name: key for name, key in keys.items() if name in changeable}
    taken = {name: clash(changeable[name], key, known) for name, key in known.items()}
    said = []
    if strange := sorted(keys.keys() - known.keys()):
        said.append(words.KEY_REFUSED.format(name=shorten(", ".join(strange), _TOLD)))
    for name, other in taken.items():
        if other is not None:
            key = Text(*(key_name(known[name], lang) for lang in Lang))
            said.append(words.KEY_TAKEN.format(key=key, what=other.long))
    return {name: key for name, key in known.items() if taken[name] is None}, tuple(said)
