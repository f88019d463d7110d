"""Which facts, which key and which near misses make a sister of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from studyapp.core.advising.facts import Fact
    from studyapp.core.questions.variants.ground import Answer
    from studyapp.core.questions.variants.outlook import Outlook, Shape

_STEPS: Final = 12
"""Random changes that lead away from the question: fewer leave sisters too alike."""
_SEARCHED: Final = 40
"""Random changes to find a situation with a clear answer, where the question's has none."""
_AT_HOME: Final = 0.3
"""How often a change leads back to what the question says, so that sisters keep its flavour."""


class NearMiss(NamedTuple):
    """A wrong answer, and the traits of which one other fact would make it right."""

    answer: Answer
    traits: frozenset[str]


class Plot(NamedTuple):
    """What a sister is about, before it is put into words."""

    facts: Mapping[str, Fact]
    here: Outlook
    keys: tuple[Answer, ...]
    misses: tuple[NearMiss, ...]
    """At least as many as are needed, those to be preferred first."""


def draw(shape: Shape, chance: Random) -> Plot | None:
    """Draw a plot of a shape; None when this try found none."""
    facts = _wander(shape, chance)
    here = shape.at(facts)
    if here is None or facts == shape.home:
        return None
    keys = [answer for answer in sorted(here.keys) if shape.is_worded(answer)]
    if len(keys) < shape.keys:
        return None
    misses = _misses(shape, facts, here, chance)
    if len(misses) < shape.others:
        return None
    return Plot(facts, here, tuple(chance.sample(keys, shape.keys)), misses)


def _wander(shape: Shape, chance: Random) -> dict[str, Fact]:
    """Change facts at random, one after the other, to situations with clear answers."""
    facts, is_clear = dict(shape.home), shape.at(shape.home) is not None
    for _ in range(_STEPS if is_clear else _SEARCHED):
        name = chance.choice(tuple(facts))
        is_home = chance.random() < _AT_HOME
        fact = shape.home[name] if is_home else chance.choice(shape.ground.values(name))
        changed = {**facts, name: fact}
        if shape.at(changed) is not None:
            facts, is_clear = changed, True
        elif not is_clear:
            facts = changed
    return facts


def _misses(
    shape: Shape, facts: Mapping[str, Fact], here: Outlook, chance: Random
) -> tuple[NearMiss, ...]:
    found = shape.misses(facts, here)
    left = sorted(found)
    chance.shuffle(left)
    return tuple(_varied([NearMiss(each, frozenset(found[each])) for each in left]))


def _varied(misses: list[NearMiss]) -> list[NearMiss]:
    """The same, but first those that fail for another reason than the ones before them."""
    first: list[NearMiss] = []
    rest: list[NearMiss] = []
    met = set[str]()
    for miss in misses:
        (rest if miss.traits <= met else first).append(miss)
        met |= miss.traits
    return first + rest
