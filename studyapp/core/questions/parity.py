"""How answers are put into words so that the length of the right one tells nothing."""

from __future__ import annotations

from itertools import product
from math import log
from statistics import fmean
from typing import TYPE_CHECKING, Final

from studyapp.core.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from random import Random

    from studyapp.core.questions.ground import Ground
    from studyapp.core.questions.outlook import Answer

_AND: Final = Text(", and ", ", và ")
_WAYS: Final = 4
"""Ways of saying an answer that are tried."""
_TRIED: Final = 90
_SPREAD: Final = log(1.3)
"""How much longer the longest answer may be than the shortest before it is held against both."""
_UNEVEN: Final = 20.0
_LOPSIDED: Final = 5.0


def worded(
    ground: Ground, answers: Sequence[Answer], keys: Collection[Answer], chance: Random
) -> list[Text]:
    """Put answers into words of about the same length.

    Which answers are longer than others is drawn by lot, and of all ways the one is taken that
    comes nearest to that in both languages.
    """
    known = [_ways(ground, answer, chance) for answer in answers]
    wanted = list(range(len(answers)))
    chance.shuffle(wanted)
    right = [answer in keys for answer in answers]
    tried = ([chance.choice(ways) for ways in known] for _ in range(_TRIED))
    return min(tried, key=lambda texts: _strain(texts, right, wanted))


def _ways(ground: Ground, answer: Answer, chance: Random) -> list[Text]:
    told = [ground.proposals[option].texts for option in answer]
    if len(told) > 1:  # what has joints of its own does not join well
        told = [tuple(t for t in texts if "," not in t.en) or texts for texts in told]
    ways = [Text(*(f"{''.join(_joined(each, lang))}." for lang in Lang)) for each in product(*told)]
    return chance.sample(ways, min(_WAYS, len(ways)))


def _joined(texts: Sequence[Text], lang: Lang) -> Iterator[str]:
    for at, text in enumerate(texts):
        words = text[lang]
        yield _AND[lang] + words[:1].lower() + words[1:] if at else words


def _strain(texts: Sequence[Text], right: Sequence[bool], wanted: Sequence[int]) -> float:
    """How far answers are from the lengths they should have: the places of the keys count."""
    total = 0.0
    for lang in Lang:
        sizes = [len(text[lang]) for text in texts]
        order = sorted(range(len(sizes)), key=sizes.__getitem__)
        keys = [at for at, is_key in enumerate(right) if is_key]
        others = fmean(size for size, is_key in zip(sizes, right, strict=True) if not is_key)
        total += sum(abs(order.index(at) - wanted[at]) for at in keys) / len(keys)
        total += _LOPSIDED * abs(log(fmean(sizes[at] for at in keys) / others))
        total += _UNEVEN * max(log(max(sizes) / min(sizes)) - _SPREAD, 0.0)
    return total
