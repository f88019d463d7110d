"""How answers are put into words so that the length of the right one tells nothing."""

from __future__ import annotations

from itertools import product
from math import log
from typing import TYPE_CHECKING, Final

from studyapp.core.questions.variants.stems import AND
from studyapp.core.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from random import Random

    from studyapp.core.questions.variants.ground import Ground
    from studyapp.core.questions.variants.outlook import Answer

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
    right = [answer in keys for answer in answers]
    found = []
    for _ in range(_STARTS):
        texts = [chance.choice(ways) for ways in known]
        for at, ways in (*enumerate(known), *enumerate(known)):
            tried = [[*texts[:at], way, *texts[at + 1 :]] for way in ways]
            texts = min(tried, key=lambda each: _strain(each, right, wanted))
        found.append(texts)
    return min(found, key=lambda each: _strain(each, right, wanted))


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


def _strain(texts: Sequence[Text], right: Sequence[bool], wanted: Sequence[int]) -> float:
    """How far answers are from the lengths they should have: the places of the keys count."""
    total = 0.0
    keys = [at for at, is_key in enumerate(right) if is_key]
    for lang in Lang:
        sizes = [len(text[lang]) for text in texts]
        own = sum(sizes[at] for at in keys)
        others = (sum(sizes) - own) / (len(sizes) - len(keys))
        places = (_place(at, sizes) for at in keys)
        wrongly = sum(abs(at - wanted[key]) for at, key in zip(places, keys, strict=True))
        total += _MISPLACED * wrongly
        total += _LOPSIDED * abs(log(own / len(keys) / others))
        total += _UNEVEN * max(log(max(sizes) / min(sizes)) - _SPREAD, 0.0)
    return total


def _place(at: int, sizes: Sequence[int]) -> float:
    """How many are smaller; one that is as large counts as half of one."""
    own = sizes[at]
    return sum((size < own) + (size == own) / 2 for size in sizes) - 0.5
