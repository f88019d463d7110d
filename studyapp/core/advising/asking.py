"""The question worth asking next."""

from __future__ import annotations

from collections import Counter
from math import log2
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.advising.situations import Situation, Situations


_DIGITS: Final = 9
"""Of bits: what is equal must compare as equal, in whatever order it was added up."""


def next_question(
    situations: Situations, base: Situation, layers: Iterable[str] | None = None
) -> str | None:
    """The unknown trait whose answers part the winners most; None when no answer parts them.

    Parting is measured as entropy in bits over the answers, all equally likely, added up over the
    layers. Of equals the first in the working order is asked.
    """
    asked = tuple(situations.layers if layers is None else layers)
    outcomes: dict[str, list[tuple[tuple[str, ...], ...]]] = {}
    for change, near in situations.neighbours(base, situations.unknown(base.stated)):
        winners = tuple(situations.winners(layer, near) for layer in asked)
        outcomes.setdefault(change.trait, []).append(winners)
    now = tuple(situations.winners(layer, base) for layer in asked)
    for trait, seen in outcomes.items():
        if base.facts.get(trait) is not None:  # assumed: that it is so is one of the answers
            seen.append(now)
    telling = {t: seen for t, seen in outcomes.items() if any(each != now for each in seen)}
    return max(telling, key=lambda trait: _parting(telling[trait]), default=None)


def _parting(outcomes: list[tuple[tuple[str, ...], ...]]) -> float:
    bits = sum(_entropy(Counter(layer)) for layer in zip(*outcomes, strict=True))
    return round(bits, _DIGITS)


def _entropy(counts: Counter[tuple[str, ...]]) -> float:
    total = counts.total()
    return sum(-n / total * log2(n / total) for n in counts.values())
