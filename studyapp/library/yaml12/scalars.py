"""Which unquoted words of YAML are values and which are text."""

from __future__ import annotations

import math
import re
from typing import Final

_WORDS: Final[dict[str, bool | None]] = {
    "": None,
    "~": None,
    "null": None,
    "true": True,
    "false": False,
}
_INTEGER: Final = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_DECIMAL: Final = re.compile(
    r"-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,30}([eE][-+]?[0-9]{1,3})?|[eE][-+]?[0-9]{1,3})"
)
_VALUE_ELSEWHERE: Final = re.compile(
    r"""
      (?i: yes | no | on | off | true | false | null )
    | [-+]? [0-9][0-9_]* (:[0-5]?[0-9])+ (\.[0-9_]*)?   # base sixty: 1:30
    | [-+]? 0 (?i: x[0-9a-f_]+ | o[0-7_]+ | b[01_]+ )
    | [-+]? [0-9][0-9_]* (\.[0-9_]*)? (?i: e[-+]?[0-9]+ )?
    | [-+]? \.[0-9][0-9_]* (?i: e[-+]?[0-9]+ )?
    | [-+]? \.(?i: inf | nan )
    """,
    re.VERBOSE,
)


def plain_value(words: str) -> str | int | float | bool | None:
    """Read an unquoted scalar by a strict part of YAML 1.2: what is not clearly a value is text.

    Values are ``true``, ``false``, ``null``, ``~``, nothing at all, decimal integers of up to 18
    digits and finite decimal fractions. Numbers that do not fit stay text.
    """
    if words in _WORDS:
        return _WORDS[words]
    if _INTEGER.fullmatch(words):
        return int(words)
    if _DECIMAL.fullmatch(words) and math.isfinite(number := float(words)):
        return number
    return words


def is_ambiguous(words: str) -> bool:
    """Whether other readers take an unquoted text, such as ``no`` or ``1:30``, for a value."""
    return _VALUE_ELSEWHERE.fullmatch(words) is not None
