"""Folding of letters, so that `trien khai` finds `triển khai`."""

from __future__ import annotations

import unicodedata
from typing import Final

_STROKED: Final = str.maketrans("đĐ", "dd")


def fold(words: str) -> str:
    """Drop case and Vietnamese marks; NFC text keeps its length, so places in it stay true."""
    return "".join(map(_fold_letter, words.translate(_STROKED)))


def _fold_letter(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter
