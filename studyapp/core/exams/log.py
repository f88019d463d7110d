"""Every attempt at an exam, found in the history whatever the order in which events came.

An answer counts for its question, as one given in a quiz does, once the exam is submitted; that
follows from the events of the exam, and no other event says so.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.exams.acts import (
    ExamAnswered,
    ExamMarked,
    ExamPaper,
    ExamStarted,
    ExamSubmitted,
    exam_act_of,
)
from studyapp.core.history.events import Answered
from studyapp.core.history.ledger import insert
from studyapp.core.questions.accuracy import Score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.core.exams.acts import By, ExamAct
    from studyapp.core.exams.attempt import Attempt
    from studyapp.core.history.events import Event


class Sat(NamedTuple):
    """An attempt in figures, as far as they can be told without its paper."""

    started: ExamStarted
    at: int
    """When it began, in milliseconds of UTC."""
    by: By | None
    """Who ended it; None while it runs."""
    used: int
    """Milliseconds of the time allowed."""
    score: Score
    """Right answers of the scored questions; blanks are wrong."""
    new: Score
    """The same of those the learner had never seen before."""
    blank: int
    """Questions without an answer."""

    @property
    def id(self) -> str:
        """Of the attempt."""
        return self.started.attempt


class ExamLog:
    """The attempts in a history; feeding only keeps an event."""

    def __init__(self) -> None:
        self._attempts: dict[str, _Attempt] = {}

    def feed(self, event: Event) -> tuple[str, ...]:
        """Take in an event of an exam that is not known yet.

        Returns the questions whose answers may have changed by it, as ``pack/id``.
        """
        name = event.body.get("attempt")
        if not isinstance(name, str):
            return ()
        attempt = self._attempts.setdefault(name, _Attempt())
        before = tuple(attempt.answers)
        attempt.take(event)
        return (*before, *attempt.answers)

    def attempts(self, pack: str) -> tuple[Sat, ...]:
        """The attempts at exams of a pack, the earliest first; some may be running."""
        found = (attempt.sat for attempt in self._attempts.values())
        mine = (sat for sat in found if sat is not None and sat.started.pack == pack)
        return tuple(sorted(mine, key=lambda sat: (sat.at, sat.id)))

    def sat(self, name: str) -> Sat | None:
        """An attempt in figures, by its id; None where it never began."""
        found = self._attempts.get(name)
        return None if found is None else found.sat

    def attempt(self, name: str) -> Attempt | None:
        """An attempt as it was left, by its id; None without a paper that can be read."""
        found = self._attempts.get(name)
        return None if found is None else found.folded

    def answers(self, key: str) -> list[Event]:
        """The answers to a question in exams that were submitted, as events of a quiz."""
        return [found for each in self._attempts.values() if (found := each.answers.get(key))]

    @property
    def answered(self) -> frozenset[str]:
        """The questions that have such answers."""
        return frozenset(key for each in self._attempts.values() for key in each.answers)


class _Attempt:
    """What was kept of one attempt, and what follows from it once that is asked for."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._is_submitted = False

    def take(self, event: Event) -> None:
        """Take in another event."""
        insert(self._events, event)
        self._is_submitted |= event.kind == ExamSubmitted.kind
        for name in _FOLLOWS:
            self.__dict__.pop(name, None)

    @cached_property
    def sat(self) -> Sat | None:
        """It in figures; None where it never began."""
        started = self._started
        if started is None:
            return None
        answers = [self._last.get(place) for place in range(len(started.questions))]
        pairs = list(zip(started.questions, answers, strict=True))
        scored = [(listed, _is_right(answer)) for listed, answer in pairs if listed.is_scored]
        new = [is_right for listed, is_right in scored if listed.is_new]
        return Sat(
            started=started,
            at=started.stamp.wall,
            by=None if self._submitted is None else self._submitted.by,
            used=min(max((act.used for _, act in self._acts), default=0), started.allowed),
            score=Score(sum(is_right for _, is_right in scored), len(scored)),
            new=Score(sum(new), len(new)),
            blank=sum(answer is None for answer in answers),
        )

    @cached_property
    def answers(self) -> Mapping[str, Event]:
        """By question; none before it is submitted."""
        if not self._is_submitted:
            return {}  # nothing of a running exam is read at each of its acts
        started, submitted = self._started, self._submitted
        if started is None or submitted is None:
            return {}
        glossed = {
            act.place
            for _, act in self._acts
            if isinstance(act, ExamMarked) and act.what == "gloss"
        }
        found = {}
        for place, (event, act) in self._last.items():
            listed = started.questions[place]
            found[listed.key] = event._replace(
                kind=Answered.kind,
                item=listed.key,
                body=Answered(
                    chosen=act.chosen,
                    right=act.right,
                    confidence=act.confidence or "think",
                    milliseconds=_at(submitted.spent, place),
                    peeked=place in glossed,
                    read_in="en" if started.lang == "en" else "ui",
                    seed=listed.seed,
                    rev=listed.rev,
                    sitting=started.attempt,
                    mode="exam",
                ).body(),
            )
        return found

    @cached_property
    def folded(self) -> Attempt | None:
        """It as it was left; None without a paper that can be read."""
        from studyapp.core.exams.attempt import Attempt  # Home needs none of that
        from studyapp.core.exams.sheet import sheet_of

        if self._started is None:
            return None
        papers = (act for _, act in self._acts if isinstance(act, ExamPaper))
        try:
            attempt = Attempt.beginning(sheet_of(self._started, papers))
        except ValueError:
            return None
        for _, act in self._acts:
            attempt = attempt.after(act)
        return attempt

    @cached_property
    def _acts(self) -> list[tuple[Event, ExamAct]]:
        """Everything up to its end."""
        found = []
        for event in self._events:
            if (act := exam_act_of(event)) is not None:
                found.append((event, act))
                if isinstance(act, ExamSubmitted):
                    break
        return found

    @cached_property
    def _started(self) -> ExamStarted | None:
        return next((act for _, act in self._acts if isinstance(act, ExamStarted)), None)

    @cached_property
    def _submitted(self) -> ExamSubmitted | None:
        return next((act for _, act in self._acts if isinstance(act, ExamSubmitted)), None)

    @cached_property
    def _last(self) -> Mapping[int, tuple[Event, ExamAnswered]]:
        """The answer of each place that has one, in time."""
        started = self._started
        if started is None:
            return {}
        found: dict[int, tuple[Event, ExamAnswered]] = {}
        for event, act in self._acts:
            if isinstance(act, ExamAnswered) and act.used < started.allowed:
                found[act.place] = event, act
        places = range(len(started.questions))
        return {at: last for at, last in found.items() if at in places and last[1].chosen}


_FOLLOWS: Final = tuple(
    name for name, member in vars(_Attempt).items() if isinstance(member, cached_property)
)


def _is_right(answer: tuple[Event, ExamAnswered] | None) -> bool:
    return answer is not None and answer[1].right


def _at(spent: tuple[int, ...], place: int) -> int:
    return spent[place] if place < len(spent) else 0
