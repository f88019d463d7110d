"""Which questions an exam asks, drawn by the weights of the skills."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from studyapp.core.exams.blueprint import allot
from studyapp.core.exams.sheet import Placed
from studyapp.core.questions.arranging import apart, kin
from studyapp.core.questions.choosing import is_kept_back, named
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.questions.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from random import Random

    from studyapp.core.exams.sheet import Terms
    from studyapp.core.questions.choosing import Candidate
    from studyapp.core.questions.shown import Posed


def drawable(known: Iterable[Candidate], types: Collection[str]) -> list[Candidate]:
    """The questions an exam may ask: of its types, none of a case, none that is suspended."""
    return [
        each
        for each in known
        if isinstance(each.posed.question, ChoiceQuestion)
        and each.posed.question.type in types
        and each.posed.question.case is None
        and not each.standing.is_suspended
    ]


def draw(
    pool: Iterable[Candidate],
    terms: Terms,
    weights: Mapping[str, float],
    met: Collection[str],
    chance: Random,
) -> tuple[Placed, ...]:
    """The questions of an exam in their order; fewer where the pool has no more.

    Each skill has its share of them by weight, of the scored ones and of the others. Within a skill
    decisions and types have the shares that they have in the pool. Questions that give one another
    away are taken together only where there are no others; after that, those the learner has never
    seen come first, then those kept for exams. Keys in `met` count as seen.
    """
    queue = sorted(pool, key=lambda each: each.posed.key)
    chance.shuffle(queue)
    skills: dict[str, list[Candidate]] = {}
    for each in queue:
        skills.setdefault(each.posed.question.skill, []).append(each)
    by_weight = {skill: weights.get(skill, 1.0) for skill in sorted(skills)}
    room = {skill: len(members) for skill, members in skills.items()}
    scored = allot(terms.scored, by_weight, room, chance)
    rest = {skill: room[skill] - scored[skill] for skill in room}
    unscored = allot(terms.unscored, by_weight, rest, chance)
    taken: list[Candidate] = []
    trials: set[str] = set()
    for skill, members in sorted(skills.items()):
        mine = _take(members, scored[skill] + unscored[skill], taken, met)
        trials.update(each.posed.key for each in chance.sample(mine, unscored[skill]))
        taken += mine
    chance.shuffle(taken)
    new = {each.posed.key for each in taken if _is_new(each, met)}
    return tuple(
        Placed(
            Shown(posed, chance.getrandbits(32)),
            is_scored=posed.key not in trials,
            is_new=posed.key in new,
        )
        for posed in apart(each.posed for each in taken)
    )


def _take(
    members: Sequence[Candidate], count: int, before: Sequence[Candidate], met: Collection[str]
) -> list[Candidate]:
    """So many questions of a skill, the best ones next to what was taken before."""
    sizes = Counter(_cell(each.posed) for each in members)
    left, filled = list(members), Counter[tuple[str, str]]()
    given_away = {each.posed.key for each in members if _has_kin(each, before)}
    taken: list[Candidate] = []

    def rank(each: Candidate) -> tuple[bool, bool, float, bool, int]:
        cell = _cell(each.posed)
        return (
            each.posed.key in given_away,
            not _is_new(each, met),
            (2 * filled[cell] + 1) / sizes[cell],
            not is_kept_back(each.posed.question),
            each.standing.answers[-1].at if each.standing.answers else 0,
        )

    while left and len(taken) < count:
        best = min(left, key=rank)
        left.remove(best)
        taken.append(best)
        filled[_cell(best.posed)] += 1
        given_away.update(each.posed.key for each in left if kin(best.posed, each.posed))
    return taken


def _has_kin(candidate: Candidate, others: Iterable[Candidate]) -> bool:
    return any(kin(candidate.posed, other.posed) for other in others)


def _is_new(candidate: Candidate, met: Collection[str]) -> bool:
    return candidate.is_unseen and candidate.posed.key not in met


def _cell(posed: Posed) -> tuple[str, str]:
    return named(posed.question, "decision"), posed.question.type
