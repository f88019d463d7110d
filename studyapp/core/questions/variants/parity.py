"""How answers are put into words so that the length of the right one tells nothing."""

from __future__ import annotations

from itertools import product
from math import log
from typing import TYPE_CHECKING, Final

from studyapp.core.questions.variants.stems import AND
from studyapp.core.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from random import Random

    from studyapp.core.questions.variants.ground import Answer, Ground

_WAYS: Final = 4
"""Ways of saying an answer that are tried."""
_STARTS: Final = 4
"""Random choices of words, each made to fit: from one alone some places cannot be reached."""
_SPREAD: Final = log(1.5)
"""How much longer the longest answer may be than the shortest before it is held against both."""
_UNEVEN: Final = 100.0
_LOPSIDED: Final = 1.0
_MISPLACED: Final = 3.0
"""What counts how much: a spread beyond that, keys longer than the others, and each wrong place."""


def worded(
    ground: Ground, answers: Sequence[Answer], keys: Collection[Answer], chance: Random
) -> list[Text]:
    """Put answers into words of about the same length.

    Which answers are longer than others is drawn by lot, and their ways of saying are changed, one
    after the other, to what comes nearest to that in both languages.
    """
    known = [_ways(ground, answer, chance) for answer in answers]
    wanted = list(range(len(answers)))
    chance.shuffle(wanted)
    keyed = {at: wanted[at] for at, answer in enumerate(answers) if answer in keys}
    sizes = [[tuple(len(way[lang]) for lang in Lang) for way in ways] for ways in known]

    def strain(picked: Iterable[int]) -> float:
        said = (ways[at] for ways, at in zip(sizes, picked, strict=True))
        return sum(_strain(column, keyed) for column in zip(*said, strict=True))

    found = []
    for _ in range(_STARTS):
        picked = [chance.randrange(len(ways)) for ways in known]
        for at in (*range(len(known)), *range(len(known))):
            ways = range(len(known[at]))
            picked = min(([*picked[:at], way, *picked[at + 1 :]] for way in ways), key=strain)
        found.append(picked)
    return [ways[at] for ways, at in zip(known, min(found, key=strain), strict=True)]


def _ways(ground: Ground, answer: Answer, chance: Random) -> list[Text]:
    told = [ground.proposals[option].texts for option in answer]
    if len(told) > 1:  # long sentences do not join well
        told = [texts[:-1] or texts for texts in told]
    ways = [Text(*(f"{''.join(_joined(each, lang))}." for lang in Lang)) for each in product(*told)]
    return chance.sample(ways, min(_WAYS, len(ways)))


def _joined(texts: Sequence[Text], lang: Lang) -> Iterator[str]:
    for at, text in enumerate(texts):
        words = text[lang]
        yield AND[lang] + words[:1].lower() + words[1:] if at else words


def _strain(sizes: Sequence[int], keyed: Mapping[int, int]) -> float:
    """How far answers are from the lengths they should have: by key, the place that it should."""
    own = sum(sizes[at] for at in keyed)
    others = (sum(sizes) - own) / (len(sizes) - len(keyed))
    total = _MISPLACED * sum(abs(_place(sizes[at], sizes) - place) for at, place in keyed.items())
    total += _LOPSIDED * abs(log(own / len(keyed) / others))
    return total + _UNEVEN * max(log(max(sizes) / min(sizes)) - _SPREAD, 0.0)


def _place(own: int, sizes: Sequence[int]) -> float:
    """How many are smaller; one that is as large counts as half of one."""
    smaller = [size < own for size in sizes].count(True)  # this is run very often
    return smaller + (sizes.count(own) - 1) / 2
