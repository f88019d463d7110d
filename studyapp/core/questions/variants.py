"""Variants: sisters of decision questions, told of other companies with other facts.

A sister is made of fragments; the advisor gives its key, and the proof of questions proves it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import log
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.questions.composing import Beliefs, Composer
from studyapp.core.questions.ground import Ground
from studyapp.core.questions.outlook import Shape
from studyapp.core.questions.plotting import draw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from studyapp.core.advisor import Advisor
    from studyapp.core.questions.form import ChoiceQuestion, Question
    from studyapp.core.questions.fragments import Fragment

_TRIES: Final = 16
"""Plots that are drawn before a question is taken to have no sister with this seed."""
_BARREN: Final = 50
"""Questions in a row without a fitting sister, after which there is no more to be had."""
_TOLERANCE: Final = 0.15
"""How much further a variant may lead the answers away from being right as often as wrong."""


class Variant(NamedTuple):
    """A question that was made, and what it can be made from again."""

    template: ChoiceQuestion
    seed: int
    question: ChoiceQuestion


class Variants:
    """Makes variants of the questions of a pack; the same pack gives the same words."""

    def __init__(
        self,
        fragments: Iterable[Fragment],
        questions: Iterable[Question],
        advisor: Callable[[str], Advisor],
        digest: str,
    ) -> None:
        """``questions`` are those of the bank; ``digest`` is that of the pack."""
        told = tuple(fragments)
        self._companies = tuple(each for each in told if each.type == "company")
        self._wordings = {each.decision: each for each in told if each.type == "decision"}
        self._beliefs = Beliefs(questions)
        self._advisor = advisor
        self._digest = digest
        self._composers: dict[str, tuple[Ground, Composer]] = {}
        self._shapes: dict[str, Shape] = {}

    def sister(self, question: ChoiceQuestion, seed: int) -> ChoiceQuestion | None:
        """A question of the same shape about other facts; None when none is found.

        It answers to the id of the question with the seed, and belongs to the same skill.
        """
        if question.decision is None or question.decision not in self._wordings:
            return None
        ground, composer = self._voice(question.decision)
        if question.id not in self._shapes:
            self._shapes[question.id] = Shape(ground, question)
        shape = self._shapes[question.id]
        if not shape.is_tellable:
            return None
        chance = Random(f"{question.id} {seed} {self._digest}")  # noqa: S311 -- no secret
        for _ in range(_TRIES):
            plot = draw(shape, chance)
            if plot and (found := composer.compose(question, shape, plot, chance)):
                return replace(found, id=f"{question.id}.{seed}")
        return None

    def endless(self, templates: Sequence[ChoiceQuestion], seed: int) -> Iterator[Variant]:
        """Variants of some questions, one after the other, without an end while there are any.

        They are chosen so that each option of a decision is right about as often as it is wrong;
        or else whoever knows nothing of the subject soon learns which answers are mostly right.
        """
        chance = Random(f"{seed} {self._digest}")  # noqa: S311 -- no secret
        scales, failed = _Scales(), 0
        while templates and failed < _BARREN:
            template, number = chance.choice(templates), chance.getrandbits(32)
            failed += 1
            question = self.sister(template, number)
            if question is not None and scales.take(question):
                failed = 0
                yield Variant(template, number, question)

    def _voice(self, decision: str) -> tuple[Ground, Composer]:
        if decision not in self._composers:
            ground = Ground(self._advisor(decision), self._wordings[decision], self._companies)
            self._composers[decision] = ground, Composer(ground, self._beliefs)
        return self._composers[decision]


class _Scales:
    """How often each option was right, and how often wrong; each question weighs the same."""

    def __init__(self) -> None:
        self._right: Counter[tuple[str | None, str]] = Counter()
        self._wrong: Counter[tuple[str | None, str]] = Counter()

    def take(self, question: ChoiceQuestion) -> bool:
        """Count a question, unless it leads too far away from balance."""
        right, wrong = self._weighed(question, is_key=True), self._weighed(question, is_key=False)
        leaning = sum(share * self._lean(each) for each, share in right.items())
        leaning -= sum(share * self._lean(each) for each, share in wrong.items())
        if leaning > _TOLERANCE:
            return False
        self._right.update(right)
        self._wrong.update(wrong)
        return True

    def _lean(self, option: tuple[str | None, str]) -> float:
        return log((self._right[option] + 1) / (self._wrong[option] + 1))

    def _weighed(
        self, question: ChoiceQuestion, *, is_key: bool
    ) -> dict[tuple[str | None, str], float]:
        own = [option for option in question.options if option.key is is_key]
        named = [(question.decision, name) for option in own for name in option.stands_for]
        return {each: count / len(own) for each, count in Counter(named).items()}
