"""Variants: sisters of decision questions, told of other companies with other facts.

A sister is made of fragments; the advisor gives its key, and the proof of questions proves it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import log
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.questions.bias.telltale import names
from studyapp.core.questions.variants.composing import Beliefs, Composer
from studyapp.core.questions.variants.ground import Ground
from studyapp.core.questions.variants.outlook import Shape
from studyapp.core.questions.variants.plotting import draw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.questions.form import ChoiceQuestion, Question
    from studyapp.core.questions.variants.fragments import Fragment
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
        left, failed = list(templates), Counter[str]()
        told: set[Text] = set()
        scales, passed_over = _Scales(), 0
        while left:
            template, number = chance.choice(left), chance.getrandbits(32)
            question = self.sister(template, number)
            if question is None:
                failed[template.id] += 1
                if failed[template.id] == _BARREN:
                    left.remove(template)
                continue
            failed[template.id] = 0
            is_new = question.stem not in told
            if passed_over < _PATIENCE and not (is_new and scales.is_even(question)):
                passed_over += 1
                continue
            passed_over = 0
            scales.add(question)
            told.add(question.stem)
            yield Variant(template, number, question)

    def _voice(self, decision: str) -> tuple[Ground, Composer]:
        if decision not in self._composers:
            ground = Ground(self._advisor(decision), self._wordings[decision], self._companies)
            self._composers[decision] = ground, Composer(ground, self._beliefs)
        return self._composers[decision]


class _Scales:
    """What right and wrong answers had in common so far; each question weighs the same."""

    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._wrong: Counter[str] = Counter()

    def is_even(self, question: ChoiceQuestion) -> bool:
        """Whether what was learned so far says nothing of a question's key."""
        right, wrong = (_signs(question, is_key=is_key) for is_key in (True, False))
        told = sum(share * self._lean(sign) for sign, share in right.items())
        return told - sum(share * self._lean(sign) for sign, share in wrong.items()) <= _TOLERANCE

    def add(self, question: ChoiceQuestion) -> None:
        """Count a question that is asked."""
        self._right.update(_signs(question, is_key=True))
        self._wrong.update(_signs(question, is_key=False))

    def _lean(self, sign: str) -> float:
        return log((self._right[sign] + 1) / (self._wrong[sign] + 1))


def _signs(question: ChoiceQuestion, *, is_key: bool) -> dict[str, float]:
    """The options that right or wrong answers stand for and the names they have in their words.

    By sign, the share of these answers that have it.
    """
    own = [option for option in question.options if option.key is is_key]
    found: Counter[str] = Counter()
    for option in own:
        found.update({f"{question.decision} {name}" for name in option.stands_for})
        found.update(set(names(option.text.en)))
    return {sign: count / len(own) for sign, count in found.items()}
