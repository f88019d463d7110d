"""Variants: sisters of decision questions, told of other companies with other facts.

A sister is made of fragments; the advisor gives its key, and the proof of questions proves it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import log
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.questions.variants.composing import Beliefs, Composer
from studyapp.core.questions.variants.ground import Ground
from studyapp.core.questions.variants.outlook import Shape
from studyapp.core.questions.variants.plotting import draw

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.questions.form import ChoiceQuestion, Question
    from studyapp.core.questions.variants.composing import Argument
    from studyapp.core.questions.variants.fragments import Fragment
    from studyapp.core.questions.variants.ground import Answer
    from studyapp.core.text import Text

_TRIES: Final = 16
"""Plots that are drawn before a question is taken to have no sister with this seed."""
_BARREN: Final = 3
"""Seeds in a row without a sister, after which a question is taken to have none."""
_PATIENCE: Final = 40
"""Sisters in a row that may be passed over for the sake of balance."""
_TOLERANCE: Final = 0.3
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
        attempt = self._attempt(question, seed, lambda _: True)
        return attempt.question if attempt else None

    def _attempt(
        self, question: ChoiceQuestion, seed: int, is_welcome: Callable[[Argument], bool]
    ) -> _Attempt | None:
        """Make a sister unless what it is about is not welcome; None when none is found."""
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
            argument = composer.argue(shape, plot) if plot else None
            if argument is None:
                continue
            if not is_welcome(argument):
                return _Attempt(argument, None)
            if found := composer.compose(question, argument, chance):
                return _Attempt(argument, replace(found, id=f"{question.id}.{seed}"))
        return None

    def endless(self, templates: Sequence[ChoiceQuestion], seed: int) -> Iterator[Variant]:
        """Variants of some questions, one after the other, without an end while there are any.

        They are chosen so that each option of a decision is right about as often as it is wrong;
        or else whoever knows nothing of the subject soon learns which answers are mostly right.
        """
        chance = Random(f"{seed} {self._digest}")  # noqa: S311 -- no secret
        left, failed = list(templates), Counter[str]()
        scales = _Scales()
        while left:
            template, number = chance.choice(left), chance.getrandbits(32)
            attempt = self._attempt(template, number, scales.welcome)
            if attempt is None:
                failed[template.id] += 1
                if failed[template.id] == _BARREN:
                    left.remove(template)
                continue
            failed[template.id] = 0
            question = attempt.question
            if question is not None and scales.take(attempt.argument, question.stem):
                yield Variant(template, number, question)

    def _voice(self, decision: str) -> tuple[Ground, Composer]:
        if decision not in self._composers:
            ground = Ground(self._advisor(decision), self._wordings[decision], self._companies)
            self._composers[decision] = ground, Composer(ground, self._beliefs)
        return self._composers[decision]


class _Attempt(NamedTuple):
    """What a sister is about; without the question where that was not welcome."""

    argument: Argument
    question: ChoiceQuestion | None


class _Scales:
    """What was asked, and what right and wrong answers had in common; all questions weigh alike."""

    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._wrong: Counter[str] = Counter()
        self._told: set[Text] = set()
        self._passed_over = 0

    def welcome(self, argument: Argument) -> bool:
        """Whether what was learned so far says nothing of a key, or too many were passed over."""
        right, wrong = _signs(argument, argument.merits), _signs(argument, argument.fallen)
        told = sum(share * self._lean(sign) for sign, share in right.items())
        told -= sum(share * self._lean(sign) for sign, share in wrong.items())
        is_welcome = told <= _TOLERANCE or self._passed_over >= _PATIENCE
        self._passed_over += not is_welcome
        return is_welcome

    def take(self, argument: Argument, stem: Text) -> bool:
        """Count a question that is asked; False when it was asked already."""
        if stem in self._told and self._passed_over < _PATIENCE:
            self._passed_over += 1
            return False
        self._passed_over = 0
        self._told.add(stem)
        self._right.update(_signs(argument, argument.merits))
        self._wrong.update(_signs(argument, argument.fallen))
        return True

    def _lean(self, sign: str) -> float:
        return log((self._right[sign] + 1) / (self._wrong[sign] + 1))


def _signs(argument: Argument, answers: Collection[Answer]) -> dict[str, float]:
    """The options that answers stand for and the names they have in their words.

    By sign, the share of these answers that have it.
    """
    ground = argument.shape.ground
    found: Counter[str] = Counter()
    for answer in answers:
        found.update({f"{ground.wording.decision} {name}" for name in answer})
        found.update(ground.names(answer))
    return {sign: count / len(answers) for sign, count in found.items()}
