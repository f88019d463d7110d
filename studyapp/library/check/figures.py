"""Whether both languages give the same numbers, units, versions and addresses."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core import prose
from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.library.check.texts import Passage
    from studyapp.library.findings import Finding

_TOKEN: Final = re.compile(
    r"""
      (?P<url> https?://[^\s<>]*[\w/] )
    | (?P<word> [^\W\d_] \w* (?: \.\w+ )* )                 # token, INT8, ml.g5.2xlarge
    | (?P<dollar> \$\s? )?
      (?P<number> \d+ (?: [.,]\d+ )* )                      # 5, 1,000, 99.9, 2.2.1
      (?P<unit> [KMBTx×] | [\s-]? (?: % | [kKMGTP]i?B | [KMGT]bps | [nµμm]?s | h | USD ) )?
      (?! [^\W_] )
    | (?P<name> \d \w* (?: \.\w+ )* )                       # 8x7B, 24xlarge
    """,
    re.VERBOSE,
)
_RANGE: Final = re.compile(r"\s*(?:[-–—~]|to|đến|tới)\s*")
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)")
_PLURAL: Final = re.compile(r"(?<=\d)s$")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH: Final = re.compile(
    r"(?<=\d )({0})\b|\b({0})(?=,? \d)".format("|".join(f"{m}|{m[:3]}" for m in _MONTHS))
)
_LETTERS: Final = re.compile(r"[A-Za-z]+")
_NUMERALS: Final = (
    *("zero", "one", "two", "three", "four", "five"),
    *("six", "seven", "eight", "nine", "ten"),
)
_SWAPPED: Final = str.maketrans(".,", ",.")


class _Number(NamedTuple):
    start: int
    end: int
    digits: str
    unit: str


def differing(passage: Passage) -> Iterator[Finding]:
    """P0412: a number, a unit, a version or an address differs between the languages."""
    if passage.is_shared:
        return
    en, vi = (_figures(passage.text[lang], passage) for lang in (Lang.EN, Lang.VI))
    if en == vi:
        return
    only_en = list((en - vi).elements())
    only_vi = list((vi - en - _spelled_out(passage.text.en)).elements())
    if only_en or only_vi:
        told = [
            f"{_listed(only)} only in {name}"
            for only, name in ((only_en, "English"), (only_vi, "Vietnamese"))
            if only
        ]
        swapped = {figure.translate(_SWAPPED) for figure in only_vi}
        printed = [figure for figure in only_en if figure in swapped]
        yield passage.finding(
            "P0412",
            f"the languages differ: {', '.join(told)}",
            Lang.VI,
            label=f"write {_listed(printed)} as AWS prints it" if printed else "",
        )


def _listed(figures: Iterable[str]) -> str:
    return ", ".join(f"`{figure}`" for figure in figures)


def _figures(written: str, passage: Passage) -> Counter[str]:
    """Collect what a text says that is no matter of language; names and addresses count once."""
    if "http" not in written and not any(map(str.isdigit, written)):  # as most texts
        return Counter()
    words = written if passage.is_drawing else prose.plain(written)
    words = _MONTH.sub(lambda month: str(_month_number(month[0])), words)
    once = set() if passage.is_drawing else set(prose.links(written))
    numbers: list[_Number] = []
    for token in _TOKEN.finditer(words):
        name = token["name"] or token["word"]
        if token["number"]:
            numbers.append(_number(token))
        elif token["url"]:
            once.add(token["url"])
        elif any(map(str.isdigit, name)) and not _ORDINAL.fullmatch(name):
            once.add(_PLURAL.sub("", name))
    return Counter([*sorted(once), *_with_units(numbers, words)])


def _spelled_out(en: str) -> Counter[str]:
    """Collect the numbers in words that Vietnamese may give in digits: to zero is "về 0"."""
    words = (word[0].lower() for word in _LETTERS.finditer(en))
    return Counter(str(_NUMERALS.index(word)) for word in words if word in _NUMERALS)


def _month_number(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(name))


def _number(token: re.Match[str]) -> _Number:
    digits = token["number"]
    if digits.isdecimal():
        digits = digits.lstrip("0") or "0"  # 2026-01-05 and 5/1/2026 are one day
    unit = (token["unit"] or "").strip().lstrip("-").replace("\u00b5", "\u03bc")
    if unit in {"x", "×"}:
        unit = ""  # Vietnamese says "gấp 10 lần" for 10x
    if token["dollar"]:
        unit += "USD"
    return _Number(token.start(), token.end(), digits, unit)


def _with_units(numbers: list[_Number], words: str) -> Iterator[str]:
    """Spell each number with its unit, which a range such as 60–80% writes once for both ends."""
    units = [number.unit for number in numbers]
    for index, (low, high) in enumerate(pairwise(numbers)):
        if _RANGE.fullmatch(words, low.end, high.start):
            units[index] = units[index] or high.unit
            units[index + 1] = high.unit or units[index]
    return (number.digits + unit for number, unit in zip(numbers, units, strict=True))
