"""Which questions a sitting asks, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from studyapp.core.questions.arranging import apart, spread, together
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.scheduling.memory import retrievability

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date
    from random import Random

    from studyapp.core.history.standing import Standing
    from studyapp.core.questions.form import Question
    from studyapp.core.questions.shown import Posed
    from studyapp.core.scheduling.memory import Memory

Order = Literal["mix", "weakest"]
"""The best mix, or what is known least first."""

By = Literal["skill", "decision", "type", "difficulty", "pair"]
"""What questions can be told apart by."""


class Candidate(NamedTuple):
    """A question of the bank, and how it stands."""

    posed: Posed
    standing: Standing
    memory: Memory | None

    @property
    def is_unseen(self) -> bool:
        """Whether it was never answered, not even with an answer that was taken back."""
        return not self.standing.is_seen

    def is_due(self, today: date) -> bool:
        """Whether it should be asked again by a day."""
        return self.memory is not None and self.memory.due <= today


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A part of the bank; what is not said leaves nothing out, but for what is kept back."""

    skills: Collection[str] = ()
    decisions: Collection[str] = ()
    types: Collection[str] = ()
    difficulties: Collection[str] = ()
    pairs: Collection[str] = ()
    keys: Collection[str] = ()
    """``pack/id`` of questions."""
    unseen: bool = False
    """Only questions that were never answered."""
    missed: bool = False
    """Only questions whose last answer was wrong or guessed."""
    flagged: bool = False
    """Only questions that are flagged."""
    due: bool = False
    """Only questions whose time has come."""
    exam_only: bool = False
    """Those that are kept back for the timed exam, too."""

    def holds(self, candidate: Candidate, today: date) -> bool:
        """Whether a question belongs to it."""
        question, standing = candidate.posed.question, candidate.standing
        wanted: tuple[tuple[Collection[str], By], ...] = (
            (self.skills, "skill"),
            (self.decisions, "decision"),
            (self.types, "type"),
            (self.difficulties, "difficulty"),
            (self.pairs, "pair"),
        )
        return (
            (self.exam_only or not is_kept_back(question))
            and all(not names or named(question, by) in names for names, by in wanted)
            and (not self.keys or candidate.posed.key in self.keys)
            and (not self.unseen or candidate.is_unseen)
            and (not self.missed or standing.is_missed)
            and (not self.flagged or standing.is_flagged)
            and (not self.due or candidate.is_due(today))
        )


def named(question: Question, by: By) -> str:
    """The skill, decision, type, difficulty or pair of a question; empty when it has none."""
    if by == "decision":
        decision = question.decision if isinstance(question, ChoiceQuestion) else None
        return decision or ""
    return str(getattr(question, by) or "")


def is_kept_back(question: Question) -> bool:
    """Whether a question is meant for the timed exam only."""
    return isinstance(question, ChoiceQuestion) and question.exam_only


def fitting(known: Iterable[Candidate], wanted: Wanted, today: date) -> list[Candidate]:
    """The questions of a part of the bank, but for those suspended, or put off that day."""
    hidden = today.isoformat()
    return [
        each
        for each in known
        if not each.standing.is_suspended
        and each.standing.buried != hidden
        and wanted.holds(each, today)
    ]


def choose(
    known: Sequence[Candidate],
    wanted: Wanted,
    today: date,
    chance: Random,
    *,
    count: int | None = None,
    order: Order = "mix",
    weights: Mapping[str, float] | None = None,
) -> tuple[Posed, ...]:
    """The questions of a sitting, at most `count` of them, in the order in which to ask them.

    `known` is the whole bank. The mix has confident mistakes first, then what else was missed, then
    what is due, then unseen questions, spread over the skills by `weights`, and then what was
    known, the shakiest first. Questions that give each other away do not follow one another if that
    can be helped; those of one case do. `chance`, seeded, decides all else: the order in which the
    bank is written never matters.
    """
    queue = sorted(fitting(known, wanted, today), key=lambda each: each.posed.key)
    chance.shuffle(queue)
    if order == "weakest":
        queue.sort(key=_Strength(known, today).of)
    else:
        queue = _mixed(queue, today, weights or {})
    return tuple(together(apart([each.posed for each in queue[:count]])))


def _mixed(
    shuffled: Sequence[Candidate], today: date, weights: Mapping[str, float]
) -> list[Candidate]:
    """Everything, the most useful first."""
    groups: dict[int, list[Candidate]] = {}
    for each in shuffled:
        groups.setdefault(_urgency(each, today), []).append(each)
    for group in (_DUE, _KNOWN):
        groups.get(group, []).sort(key=lambda each: _recall(each, today))
    unseen = {each.posed.key: each for each in groups.get(_UNSEEN, ())}
    ordered = spread([each.posed for each in unseen.values()], weights)
    groups[_UNSEEN] = [unseen[posed.key] for posed in ordered]
    return [each for _, group in sorted(groups.items()) for each in group]


_CONFIDENT, _MISSED, _DUE, _UNSEEN, _KNOWN = range(5)


def _urgency(candidate: Candidate, today: date) -> int:
    standing = candidate.standing
    if standing.is_missed:
        return _CONFIDENT if standing.answers[-1].is_confident_mistake else _MISSED
    if candidate.is_due(today):
        return _DUE
    return _UNSEEN if candidate.is_unseen else _KNOWN


def _recall(candidate: Candidate, today: date) -> float:
    return 0.0 if candidate.memory is None else retrievability(candidate.memory, today)


class _Strength:
    """How likely an answer is to be right, as far as one can tell."""

    def __init__(self, known: Iterable[Candidate], today: date) -> None:
        self._today = today
        self._right: dict[str, list[bool]] = {}
        for each in known:
            given = (answer.is_right for answer in each.standing.answers if answer.counts)
            self._right.setdefault(_topic(each.posed.question), []).extend(given)

    def of(self, candidate: Candidate) -> float:
        """By its own last answer, or else by the answers on its topic: 0 to 1."""
        if candidate.standing.is_missed:
            return 0.0
        if candidate.memory is not None:
            return retrievability(candidate.memory, self._today)
        right = self._right[_topic(candidate.posed.question)]
        return (sum(right) + 1) / (len(right) + 2)


def _topic(question: Question) -> str:
    return named(question, "decision") or named(question, "skill")
