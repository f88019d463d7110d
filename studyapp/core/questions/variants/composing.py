"""How a plot becomes a question: facts and answers in words, each answer with its reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.questions.form import Choice, ChoiceQuestion
from studyapp.core.questions.proving.flaws import FlawKind
from studyapp.core.questions.proving.proof import prove
from studyapp.core.questions.variants.parity import worded
from studyapp.core.questions.variants.reasoning import Fallen, Reasoning
from studyapp.core.questions.variants.stems import Teller
from studyapp.core.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from random import Random

    from studyapp.core.advising.decision import Rule
    from studyapp.core.questions.form import Difficulty, Question
    from studyapp.core.questions.variants.fragments import Closing
    from studyapp.core.questions.variants.ground import Answer, Ground
    from studyapp.core.questions.variants.outlook import Shape
    from studyapp.core.questions.variants.plotting import Plot

_MERITS: Final = 2
"""Rules that are told for a key."""
_REFERENCES: Final = 3
"""Notes and sources behind a variant."""


class Beliefs:
    """What somebody believes who picks an option wrongly, as the questions of the bank know it."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self._known: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for question in questions:
            if isinstance(question, ChoiceQuestion) and question.decision is not None:
                for option in question.options:
                    for name in option.stands_for if option.misconception else ():
                        belief, where = str(option.misconception), (question.decision, name)
                        self._known[where][belief] += 1
                        self._known[*where, option.falls_to or ""][belief] += 1

    def of(self, decision: str, option: str, cause: str) -> str | None:
        """The belief that leads most often to an option, if possible where it falls to a cause."""
        found = self._known.get((decision, option, cause)) or self._known.get((decision, option))
        return min(found, key=lambda belief: (-found[belief], belief)) if found else None


class Argument(NamedTuple):
    """Why the keys of a plot are right, and as many other answers as are needed wrong."""

    shape: Shape
    plot: Plot
    closing: Closing
    merits: Mapping[Answer, tuple[Rule, ...]]
    fallen: Mapping[Answer, Fallen]


class Composer:
    """Puts the plots of one decision into words."""

    def __init__(self, ground: Ground, beliefs: Beliefs) -> None:
        self._ground = ground
        self._beliefs = beliefs
        self._teller = Teller(ground)
        qualifier = ground.advisor.decision.qualifier
        self._qualifier = qualifier.trait if qualifier else ""

    def argue(self, shape: Shape, plot: Plot) -> Argument | None:
        """Find the reasons for the answers of a plot; None where too little can be explained."""
        closing = self._closing(shape, plot)
        if closing is None:
            return None
        reasoning = Reasoning(shape, plot, closing)
        merits = {answer: reasoning.merits(answer)[:_MERITS] for answer in plot.keys}
        fallen = {each.answer: each for each in reasoning.fallen()}
        if len(fallen) < shape.others or not all(merits.values()):
            return None
        return Argument(shape, plot, closing, merits, fallen)

    def compose(
        self, template: ChoiceQuestion, argument: Argument, chance: Random
    ) -> ChoiceQuestion | None:
        """Put a plot with its reasons into words; None where it cannot be told or proved."""
        story = self._teller.tell(argument.plot.facts, argument.closing, chance)
        if story is None:
            return None
        merits, fallen = argument.merits, argument.fallen
        options = self._options(merits, fallen, chance)
        rules = [rule for found in merits.values() for rule in found]
        rules += [each.rule for each in fallen.values() if each.rule]
        return self._proved(
            ChoiceQuestion(
                type=template.type,
                id=template.id,
                skill=template.skill,
                difficulty=template.difficulty,
                stem=story.stem,
                asks=story.asks,
                options=options,
                takeaway=rules[0].because,
                see=_first(name for rule in rules for name in rule.see),
                sources=_first(name for rule in rules for name in rule.sources),
                decision=template.decision,
                facts=story.facts,
            )
        )

    def _options(
        self,
        merits: Mapping[Answer, Sequence[Rule]],
        fallen: Mapping[Answer, Fallen],
        chance: Random,
    ) -> tuple[Choice, ...]:
        answers = [*merits, *fallen]
        chance.shuffle(answers)
        texts = worded(self._ground, answers, merits, chance)
        return tuple(
            self._right(answer, text, merits[answer])
            if answer in merits
            else self._wrong(fallen[answer], text)
            for answer, text in zip(answers, texts, strict=True)
        )

    def _closing(self, shape: Shape, plot: Plot) -> Closing | None:
        asked = plot.facts.get(self._qualifier)
        fitting = (
            closing
            for closing in self._ground.wording.closings
            if closing.asks_for_several is (shape.keys > 1) and closing.value == asked
        )
        return next(fitting, None)

    def _right(self, answer: Answer, text: Text, merits: Sequence[Rule]) -> Choice:
        said = (" ".join(rule.because[lang] for rule in merits) for lang in Lang)
        return Choice(id=".".join(answer), text=text, why=Text(*said), key=True, stands_for=answer)

    def _wrong(self, fallen: Fallen, text: Text) -> Choice:
        decision = self._ground.wording.decision
        return Choice(
            id=".".join(fallen.answer),
            text=text,
            why=fallen.why,
            stands_for=fallen.answer,
            falls_to=fallen.cause,
            misconception=self._beliefs.of(decision, fallen.option, fallen.cause)
            or self._ground.proposals[fallen.option].misconception,
        )

    def _proved(self, question: ChoiceQuestion) -> ChoiceQuestion | None:
        """Tell the facts that decide from the others; None if anything else is wrong."""
        flaws = prove(self._ground.advisor, question, None)
        if any(flaw.kind is not FlawKind.ROLE for flaw in flaws):
            return None
        idle = {flaw.at[1] for flaw in flaws}
        facts = tuple(
            replace(fact, role="context") if at in idle else fact
            for at, fact in enumerate(question.facts)
        )
        deciding = len(facts) - len(idle)
        return (
            replace(question, facts=facts, difficulty=_difficulty(deciding)) if deciding else None
        )


def _difficulty(deciding: int) -> Difficulty:
    if deciding <= 1:
        return "easy"
    return "medium" if deciding == 2 else "hard"


def _first(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))[:_REFERENCES]
