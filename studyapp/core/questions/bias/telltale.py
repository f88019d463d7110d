"""Words by which answers give themselves away, whatever they are about."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"[^\W_]+(?:[-.'’/][^\W_]+)*")
_INSIDE: Final = re.compile(r"(?<=[\w,)] )[^\W_]+(?:[-.'’/][^\W_]+)*")
"""A word that begins no sentence."""


_ABSOLUTE: Final = {
    Lang.EN: (
        "all",
        "always",
        "completely",
        "entire",
        "entirely",
        "every",
        "everything",
        "exclusively",
        "must",
        "never",
        "none",
        "only",
        "solely",
    ),
    Lang.VI: (
        "chỉ",
        "duy nhất",
        "hoàn toàn",
        "không bao giờ",
        "luôn",
        "mọi",
        "phải",
        "toàn bộ",
        "tất cả",
    ),
}
_HARMLESS: Final = {
    Lang.EN: (),
    Lang.VI: (
        "bên phải",
        "chỉ báo",
        "chỉ dẫn",
        "chỉ mục",
        "chỉ số",
        "chỉ thị",
        "chỉ tiêu",
        "chỉ định",
        "không phải",
        "địa chỉ",
    ),
}
"""Words of another meaning that an absolute one is a part of."""
_QUALIFIERS: Final = {
    Lang.EN: (
        "automatically",
        "best",
        "can",
        "cheapest",
        "cost",
        "costs",
        "effort",
        "fastest",
        "highest",
        "latency",
        "least",
        "lowest",
        "managed",
        "may",
        "might",
        "most",
        "often",
        "operational",
        "overhead",
        "some",
        "usually",
    ),
    Lang.VI: (
        "cao nhất",
        "chi phí",
        "có thể",
        "công sức",
        "latency",
        "một số",
        "nhanh nhất",
        "overhead",
        "rẻ nhất",
        "thường",
        "thấp nhất",
        "tốt nhất",
        "tối ưu",
        "tự động",
        "vận hành",
        "ít nhất",
        "được quản lý",
        "độ trễ",
    ),
}
"""What closing sentences ask for, and what makes a claim cautious."""
_LUMPED: Final = re.compile(
    r"\b(?:all|any|both|each|either|neither|none) (?:of )?the (?:above|foregoing|preceding)"
    r"(?= (?:answers|apply|are|choices|is|options)|[^\w ]|\Z)"
    r"|\b(?:all|any|both|each|either|neither|none) of (?:the |these |the other |the above )"
    r"(?:choices|options)\b"
    r"|\b(?:all|any|both|each|either|neither|none) of (?:these|the other) answers\b"
    r"|\b(?:tất cả|toàn bộ|cả \w+|không có|không|các|mọi) (?:các |những )?"
    r"(?:câu trả lời|câu|đáp án|điều|lựa chọn|phương án|ý)(?: nào)?"
    r" (?:(?:ở |kể )?trên(?= đây| đều| đúng| sai|[^\w ]|\Z)|còn lại\b"
    r"|(?:là |đều )?(?:đúng|sai)\b(?= *[^\w ]|\Z))"
    r"|\btất cả đều (?:đúng|sai)\b"
)
"""Answers to pick from, not those that models give, which the subject is about."""


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, Vietnamese marks kept; ``ml.g5.xlarge`` is one."""
    return tuple(_WORD.findall(_composed(text).lower()))


def names(text: str) -> Iterator[str]:
    """The words that have a capital though they begin no sentence, in lower case."""
    for word in _INSIDE.findall(_composed(text)):
        if word[0].isupper():
            yield word.lower()


def absolutes(text: str, lang: Lang) -> list[str]:
    """The words that leave no exception, such as "always", each once."""
    said = _spaced(text)
    for phrase in _HARMLESS[lang]:
        said = said.replace(f" {phrase} ", " ")
    return [phrase for phrase in _ABSOLUTE[lang] if f" {phrase} " in said]


def qualifiers(text: str, lang: Lang) -> list[str]:
    """The words that promise what is asked for, such as "lowest", or hedge, such as "may"."""
    said = _spaced(text)
    return [phrase for phrase in _QUALIFIERS[lang] if f" {phrase} " in said]


def is_lumped(text: str) -> bool:
    """Tell "all of the above" and its like, in either language, from an answer of its own."""
    return _LUMPED.search(_composed(text).lower()) is not None


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)
