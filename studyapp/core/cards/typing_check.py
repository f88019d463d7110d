"""Whether a typed answer says what the back of a card says."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.fold import fold
from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.core.text import Text

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")
_GROUPED: Final = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_LINK: Final = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ARTICLES: Final = frozenset({"a", "an", "the"})
_SHORT: Final = 4
"""Letters up to which one slip makes another word."""
_MIDDLING: Final = 8


class Verdict(StrEnum):
    """How close a typed answer is."""

    RIGHT = "right"
    NEAR = "near"
    WRONG = "wrong"


class Slip(NamedTuple):
    """Words that were typed, and what the card has in their place; either may be empty."""

    typed: str
    wanted: str


class Check(NamedTuple):
    """What is said about a typed answer."""

    verdict: Verdict
    lang: Lang
    """The language of the back that it was held against."""
    slips: tuple[Slip, ...] = ()
    """Where it differs, letter case and marks aside."""


def check(typed: str, back: Text, lang: Lang) -> Check:
    """Hold an answer against the back, in the language on the screen and, if need be, the other.

    Case, marks and punctuation do not count. One or two letters amiss, by the length of the word,
    are near; a number is right or wrong.
    """
    shown, other = (_held_against(typed, back[each], each) for each in (lang, lang.other))
    return other if _RANKS[other.verdict] < _RANKS[shown.verdict] else shown


_RANKS: Final = {verdict: rank for rank, verdict in enumerate(Verdict)}


def _held_against(typed: str, back: str, lang: Lang) -> Check:
    mine, wanted = _words(typed, lang), _words(back, lang)
    if mine and "".join(mine) == "".join(wanted):
        return Check(Verdict.RIGHT, lang)
    slips, is_near = [], bool(mine)
    matcher = SequenceMatcher(None, mine, wanted, autojunk=False)
    for what, i, j, k, m in matcher.get_opcodes():
        if what != "equal" and not _is_same(mine[i:j], wanted[k:m]):
            slips.append(Slip(" ".join(mine[i:j]), " ".join(wanted[k:m])))
            is_near = is_near and _is_near(mine[i:j], wanted[k:m])
    if not slips:
        return Check(Verdict.RIGHT if mine else Verdict.WRONG, lang)
    return Check(Verdict.NEAR if is_near else Verdict.WRONG, lang, tuple(slips))


def _words(written: str, lang: Lang) -> list[str]:
    folded = fold(unicodedata.normalize("NFC", _LINK.sub(r"\1", written)))
    words = _WORD.findall(folded)
    return [word for word in words if lang is not Lang.EN or word not in _ARTICLES]


def _is_same(typed: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether these are the same words but for how their numbers are written."""
    return len(typed) == len(wanted) and all(
        one == other or not _readings(one).isdisjoint(_readings(other))
        for one, other in zip(typed, wanted, strict=True)
    )


def _is_near(typed: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether these differ by a slip of the keys."""
    one, other = " ".join(typed), " ".join(wanted)
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return False
    allowed = (len(other) > _SHORT) + (len(other) > _MIDDLING)
    return bool(one and other) and _distance(one, other) <= allowed


def _readings(number: str) -> set[str]:
    """What a number may mean: ``1,024`` is 1024 here, and a decimal where commas are points."""
    if not _NUMBER.fullmatch(number):
        return set()
    parts = re.split(r"[.,]", number)
    found = {parts[0].lstrip("0") or "0"} if len(parts) == 1 else set()
    if _GROUPED.fullmatch(number):
        found.add("".join(parts))
    elif len(parts) == 2:
        found.add(f"{parts[0].lstrip('0') or '0'}.{parts[1].rstrip('0')}".rstrip("."))
    return found


def _distance(one: str, other: str) -> int:
    """Letters to add, drop, change or swap with their neighbour to turn one into the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        previous, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, previous[j - 2] + 1)
            row.append(cost)
    return row[-1]
