"""The last lock before the terminal: which characters may be shown at all."""

from __future__ import annotations

import unicodedata
from typing import Final

_GLUE: Final = "\u00a0"
_EMOJI_SELECTOR: Final = "\ufe0f"


def clean(words: str) -> str:
    """Compose letters (NFC), turn blanks into spaces and drop what is not printable.

    Afterwards the width of a text is the sum of the widths of its characters.
    """
    if (
        words.isprintable()
        and _EMOJI_SELECTOR not in words
        and unicodedata.is_normalized("NFC", words)
    ):
        return words
    return unicodedata.normalize("NFC", "".join(_shown(character) for character in words))


def _shown(character: str) -> str:
    if character == _EMOJI_SELECTOR:  # terminals disagree about the width of what it follows
        return ""
    if character.isprintable() or character == _GLUE:
        return character
    return " " if character.isspace() else ""
