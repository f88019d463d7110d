"""Whether a text is really said in both languages, at about the same length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from studyapp.core import prose
from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.library.check.texts import Passage
    from studyapp.library.findings import Finding

VIETNAMESE: Final = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.IGNORECASE
)
_BARE: Final = frozenset({"cho", "hay", "khi", "nhanh", "qua", "ra", "sau", "theo", "trong"})
"""Vietnamese words that have no Vietnamese letter and stand between English terms."""
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_URL: Final = re.compile(r"https?://\S+")
_MIN_WORDS: Final = 5
"""Fewer words may all be terms that Vietnamese keeps in English."""
_MIN_LENGTH: Final = 80
_RATIO: Final = (0.7, 1.6)
"""How much longer than the English a Vietnamese text may be."""


def untranslated(passage: Passage) -> Iterator[Finding]:
    """P0411: the Vietnamese is the English again."""
    if passage.is_quoted:
        return
    if not passage.is_shared and passage.text.en.strip() == passage.text.vi.strip():
        yield passage.finding(
            "P0411",
            "both languages have the same words",
            Lang.VI,
            label="write it once, as a plain text, if it is the same in both",
        )
        return
    en, vi = (_words(passage, lang) for lang in (Lang.EN, Lang.VI))
    is_bare = not VIETNAMESE.search(" ".join(vi)) and _count_common(vi) >= _MIN_WORDS
    if is_bare and not _joins_terms(vi, en):
        yield passage.finding(
            "P0411", "this is not Vietnamese", Lang.VI, label="no Vietnamese letter in it"
        )


def uneven(passage: Passage) -> Iterator[Finding]:
    """P0413: one language says much more than the other."""
    if passage.is_shared or passage.is_drawing:
        return
    length = len(prose.plain(passage.text.en))
    ratio = len(prose.plain(passage.text.vi)) / max(length, 1)
    low, high = _RATIO
    if length > _MIN_LENGTH and not low <= ratio <= high:
        yield passage.finding(
            "P0413",
            f"the Vietnamese is {ratio:.1f} times as long as the English",
            Lang.VI,
            severity="warning",
            hint=f"between {low} and {high} is usual: is something missing or added?",
        )


def _words(passage: Passage, lang: Lang) -> list[str]:
    """List the words of a text that are neither code nor address."""
    said = passage.text[lang]
    if not passage.is_drawing:
        said = "".join(" " if run.code else run.text for run in prose.runs(said))
    return [word[0] for word in _WORD.finditer(_URL.sub(" ", said))]


def _count_common(words: list[str]) -> int:
    """Count the words that are no names."""
    first, *others = words or [""]
    # The first word may have its capital for being first; any other with one is taken for a name.
    return first[1:].islower() + sum(word.islower() for word in others)


def _joins_terms(vi: list[str], en: list[str]) -> bool:
    """Tell a text such as "A, B hay C?", whose terms stay English, from one left in English."""
    english = {word.lower() for word in en}
    singular = {word.removesuffix("s") for word in english}
    own = {word.lower() for word in vi} - english - singular
    return bool(own) and own <= _BARE
