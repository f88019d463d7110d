"""A sitting: the questions that are asked at one go, what comes back, and how long it may take."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from studyapp.core.questions.shown import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.history.events import Confidence
    from studyapp.core.questions.grading import Grade
    from studyapp.core.questions.shown import Posed

_BETWEEN: Final = 3
"""Other questions between a miss and its second try, if so many are left."""
_BETWEEN_UNSURE: Final = 5
"""The same for a miss that was no confident mistake: those come back first."""


class Timing(NamedTuple):
    """How long a sitting may take; time is told, and no answer is ever cut short."""

    kind: Literal["none", "set", "pace"]
    """No clock; minutes for the whole set, after which the sitting ends with the question that is
    being asked; or seconds for each question."""
    seconds: float = 0.0
    """For the whole set, or for each question."""

    @classmethod
    def for_set(cls, minutes: float) -> Timing:
        """Minutes for the whole set."""
        return cls("set", 60 * minutes)

    @classmethod
    def at_pace(cls, minutes: int, questions: int) -> Timing:
        """The pace of an exam that allows minutes for all its questions, unscored ones too."""
        return cls("pace", 60 * minutes / questions)


UNTIMED: Final = Timing("none")


class Try(NamedTuple):
    """A question that was answered in this sitting."""

    shown: Shown
    grade: Grade
    confidence: Confidence
    peeked: bool
    milliseconds: int
    is_return: bool
    """It had been missed before in this sitting."""

    @property
    def is_right(self) -> bool:
        """Whether the answer was right."""
        return self.grade.is_right

    @property
    def is_missed(self) -> bool:
        """Wrong, or right by a guess."""
        return not self.is_right or self.confidence == "guess"

    @property
    def is_confident_mistake(self) -> bool:
        """Wrong, and sure of it."""
        return not self.is_right and self.confidence == "sure"


class _Return(NamedTuple):
    """A missed question that is to come back."""

    posed: Posed
    is_confident: bool
    ready: int
    """The number of tries after which it may come."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A sitting under way; each answer gives a new one, so that the one before can be kept.

    Every question is asked once, and once more if it was missed: it ends after no more than twice
    as many answers as it has questions.
    """

    id: str
    """Kept with every answer of it."""
    seed: int
    """Gives the order of the answers of each question."""
    waiting: tuple[Posed, ...]
    """What is still to ask for the first time, the next one first."""
    tries: tuple[Try, ...] = ()
    """What was answered, in that order."""
    returning: tuple[_Return, ...] = ()
    """What was missed and has not come back yet."""

    @property
    def current(self) -> Posed | None:
        """What is asked now; None at the end."""
        if (back := self._back) is not None:
            return back.posed
        return self.waiting[0] if self.waiting else None

    @property
    def is_return(self) -> bool:
        """Whether what is asked now was missed before in this sitting."""
        return self._back is not None

    @property
    def shown(self) -> Shown | None:
        """What is asked now with its answers in order; one that came back has another order."""
        current = self.current
        if current is None:
            return None
        chance = Random(f"{self.seed} {len(self.tries)} {current.key}")  # noqa: S311 -- an order, not a secret
        return Shown(current, chance.getrandbits(32))

    @property
    def position(self) -> int:
        """Which question is asked now, from 1, second tries counted; the last one at the end."""
        return len(self.tries) + (self.current is not None)

    @property
    def length(self) -> int:
        """How many there are as far as is known now, second tries counted."""
        return len(self.tries) + len(self.waiting) + len(self.returning)

    def answered(self, given: Try) -> Sitting:
        """Go on; what was missed for the first time comes back later."""
        back, tries = self._back, (*self.tries, given)
        if back is not None:
            left = tuple(each for each in self.returning if each is not back)
            return replace(self, tries=tries, returning=left)
        after = replace(self, tries=tries, waiting=self.waiting[1:])
        if not given.is_missed:
            return after
        is_confident = given.is_confident_mistake
        ready = len(tries) + (_BETWEEN if is_confident else _BETWEEN_UNSURE)
        again = _Return(given.shown.posed, is_confident, ready)
        return replace(after, returning=(*self.returning, again))

    def without(self, key: str) -> Sitting:
        """Ask a question no more, nor its variants."""
        waiting = tuple(posed for posed in self.waiting if posed.key != key)
        left = tuple(each for each in self.returning if each.posed.key != key)
        return replace(self, waiting=waiting, returning=left)

    def ended(self) -> Sitting:
        """Ask nothing more: the time is up, or the learner has had enough."""
        return replace(self, waiting=(), returning=())

    def joined_by(self, more: Iterable[Posed]) -> Sitting:
        """Ask further questions at the end, as a sitting without end does."""
        return replace(self, waiting=(*self.waiting, *more))

    @property
    def _back(self) -> _Return | None:
        """The missed question to ask now, if one is: those that are ready, or else all left.

        Confident mistakes come first, then what was missed first.
        """
        ready = [each for each in self.returning if len(self.tries) >= each.ready]
        if not ready and not self.waiting:
            ready = list(self.returning)
        return min(ready, key=lambda each: not each.is_confident, default=None)
