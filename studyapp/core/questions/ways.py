"""What would make a wrong answer right: the smallest changes of the facts of a question."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.advising.advice import Level
from studyapp.core.advising.contrast import won
from studyapp.core.questions.judging import judged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.core.advising.advice import Flip
    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.decision import Option
    from studyapp.core.questions.form import Choice, Question
    from studyapp.core.questions.judging import Judged

_MOST_PAIRS: Final = 5
"""Pairs of changes that are told of one answer."""


class Way(NamedTuple):
    """Changes of facts that would make an answer right."""

    flip: Flip
    winner: Option
    """What wins then: what the answer stands for, or a combination that it is a part of."""


class Ways:
    """The ways of one question, looked for when they are first asked for."""

    def __init__(self, judged: Judged) -> None:
        self.judged = judged
        self._pairs: dict[str, tuple[Way, ...]] = {}

    def seek(self) -> None:
        """Find out what is advised, and the single changes, which takes some milliseconds."""
        _ = self.judged.advice, self._flips

    def singles(self, option: Choice) -> tuple[Way, ...]:
        """The single changes that would make an answer right; none for a key.

        The surest come first, and changes of what is stated before additions to it.
        """
        found = (
            Way(flip, winner)
            for winner in self._winners(option)
            for flip in self._flips.get(winner.id, ())
        )
        return self._fitting(option, found)

    def pairs(self, option: Choice) -> tuple[Way, ...]:
        """Some pairs of changes that would; none where a single one does."""
        if option.id not in self._pairs:
            advisor, facts = self.judged.advisor, self.judged.facts
            found = (
                Way(flip, winner)
                for winner in self._winners(option)[:1]
                for flip in advisor.flips(facts, winner.id)
                if len(flip.changes) > 1
            )
            self._pairs[option.id] = self._fitting(option, found)[:_MOST_PAIRS]
        return self._pairs[option.id]

    @cached_property
    def _flips(self) -> Mapping[str, tuple[Flip, ...]]:
        return self.judged.advisor.all_flips(self.judged.facts)

    def _winners(self, option: Choice) -> tuple[Option, ...]:
        """What could win: what fails of it or, in a response, a combination with that."""
        failing = self.judged.failing(option)
        if not failing:
            return ()
        own = failing[0].option
        others = (each for each in self.judged.advisor.options.values() if each is not own)
        return (own, *(each for each in others if self.judged.meets(own, each)))

    def _fitting(self, option: Choice, ways: Iterable[Way]) -> tuple[Way, ...]:
        """Those under which everything that an answer proposes is right, in order."""
        stated = self.judged.facts

        def order(way: Way) -> tuple[bool, int]:
            added = sum(change.trait not in stated for change in way.flip.changes)
            return way.flip.level is not Level.CLEAR, added

        return tuple(sorted((w for w in ways if self._is_right(option, w.flip)), key=order))

    def _is_right(self, option: Choice, flip: Flip) -> bool:
        """Whether all that an answer proposes wins, alone or in a combination."""
        advisor = self.judged.advisor
        changed = {change.trait: change.fact for change in flip.changes}
        after = advisor.situations.of({**self.judged.facts, **changed})
        proposed = (advisor.options[name] for name in option.stands_for if name in advisor.options)
        return all(
            any(
                self.judged.meets(each, advisor.options[winner])
                for winner in won(advisor.situations, each.layer, after)
            )
            for each in proposed
        )


def ways_of(advisor: Advisor | None, question: Question) -> Ways | None:
    """The ways of a question; None for one that an advisor can say nothing of."""
    found = judged(advisor, question)
    return None if found is None else Ways(found)
