"""The order of questions: spread over skills, alike ones apart, those of a case together."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from studyapp.core.questions.form import ChoiceQuestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studyapp.core.questions.shown import Posed


def spread(posed: Sequence[Posed], weights: Mapping[str, float]) -> list[Posed]:
    """Questions so that any first part of them has its share of each skill, by weight.

    Within a skill the decisions take turns. A skill without a weight has one of 1.
    """
    skills: dict[str, dict[str, list[Posed]]] = {}
    for each in posed:
        decisions = skills.setdefault(each.question.skill, {})
        decisions.setdefault(_decision(each), []).append(each)
    queues = {skill: _by_turns(decisions.values()) for skill, decisions in skills.items()}
    taken = dict.fromkeys(queues, 0)
    found: list[Posed] = []
    while len(found) < len(posed):
        left = [skill for skill, queue in queues.items() if taken[skill] < len(queue)]
        skill = min(left, key=lambda skill: (taken[skill] + 1) / max(weights.get(skill, 1), 1e-9))
        found.append(queues[skill][taken[skill]])
        taken[skill] += 1
    return found


def apart(posed: Iterable[Posed]) -> list[Posed]:
    """Nearly the same order, without neighbours that give each other away if there is a way."""
    left = list(posed)
    found: list[Posed] = []
    while left:
        at = next(
            (at for at, each in enumerate(left) if not found or not kin(found[-1], each)), None
        )
        if at is None:
            _squeeze_in(left.pop(0), found)
        else:
            found.append(left.pop(at))
    return found


def together(posed: Sequence[Posed]) -> list[Posed]:
    """The same order, but the questions of a case follow the first one of it."""
    cases: dict[str, list[Posed]] = {}
    for each in posed:
        if each.case is not None:
            cases.setdefault(each.case.id, []).append(each)
    found = []
    for each in posed:
        if each.case is None:
            found.append(each)
        else:
            found += cases.pop(each.case.id, ())
    return found


def kin(one: Posed, other: Posed) -> bool:
    """Whether one question gives the other away: the same, of one pair, or with the same key."""
    return (
        one.key == other.key
        or (one.question.pair is not None and one.question.pair == other.question.pair)
        or (bool(_keyed(one)) and _keyed(one) == _keyed(other))
    )


def _squeeze_in(posed: Posed, found: list[Posed]) -> None:
    """Put a question where it has no kin beside it, as late as possible; at the end if nowhere."""
    for at in range(len(found) - 1, -1, -1):
        if not kin(posed, found[at]) and (at == 0 or not kin(found[at - 1], posed)):
            found.insert(at, posed)
            return
    found.append(posed)


def _by_turns(groups: Iterable[Sequence[Posed]]) -> list[Posed]:
    turns = zip_longest(*groups)
    return [each for turn in turns for each in turn if each is not None]


def _decision(posed: Posed) -> str:
    question = posed.question
    return (question.decision or "") if isinstance(question, ChoiceQuestion) else ""


def _keyed(posed: Posed) -> frozenset[str]:
    """What the key of a decision question proposes; nothing for others."""
    question = posed.question
    if not isinstance(question, ChoiceQuestion) or question.decision is None:
        return frozenset()
    named = {name for option in question.options if option.key for name in option.stands_for}
    return frozenset({f"{question.decision} {name}" for name in named})
