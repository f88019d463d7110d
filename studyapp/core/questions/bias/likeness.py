"""Which texts say almost the same, found without comparing each with each."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

_WORD: Final = re.compile(r"[^\W_]+")
_WIDTH: Final = 3
"""Words in a shingle: fewer meet by chance, more do not survive a change of names and numbers."""


class Pair(NamedTuple):
    """Two texts that are alike, by their place in the list."""

    earlier: int
    later: int
    likeness: float
    """What they share of all that either has, 0 to 1."""


def vocabulary(text: str) -> frozenset[str]:
    """The words of a text, names and numbers among them, without case and Vietnamese marks."""
    return frozenset(_words(text))


def shingles(text: str) -> frozenset[str]:
    """Every run of three words of a text, folded; of a shorter text, all of it."""
    said = _words(text)
    runs = range(max(len(said) - _WIDTH + 1, bool(said)))
    return frozenset(" ".join(said[at : at + _WIDTH]) for at in runs)


def likeness(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """Jaccard's index: what two sets share of all that either has, 0 to 1."""
    return len(one & other) / (len(one | other) or 1)


def pairs(texts: Sequence[AbstractSet[str]], least: float) -> Iterator[Pair]:
    """Every two texts whose likeness is at least this, which is above 0; in order.

    Texts as alike as that share one of their rarest elements, so only those are looked up.
    """
    spread = Counter(shingle for text in texts for shingle in text)
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for later, text in enumerate(texts):
        rare = sorted(text, key=lambda shingle: (spread[shingle], shingle))
        rare = rare[: len(text) - int(least * len(text)) + 1]
        for earlier in sorted({at for shingle in rare for at in seen[shingle]}):
            if (found := likeness(texts[earlier], text)) >= least:
                yield Pair(earlier, later, found)
        for shingle in rare:
            seen[shingle].append(later)


def _words(text: str) -> list[str]:
    return [_folded(word) for word in _WORD.findall(unicodedata.normalize("NFC", text))]


_folded = lru_cache(maxsize=8192)(fold)
"""Texts say the same words again and again, and folding goes letter by letter."""
