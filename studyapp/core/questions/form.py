"""Questions as an author writes them.

Ids of options, entries and matches belong to their question; those of questions, cases and
misconceptions are unique in the whole pack. No text names an option by a letter: letters are given
when a question is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from studyapp.core.quantity import Quantity
from studyapp.core.schema import STRICT, ByType, Filled, Id
from studyapp.core.text import Text

Difficulty = Literal["easy", "medium", "hard"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFact:
    """A fact for the advisor, and the words of the question that state it."""

    __pydantic_config__ = STRICT

    trait: Id
    value: Quantity
    says: Text
    """A phrase of the stem, its case or the closing sentence, exactly as it stands there."""
    role: Literal["deciding", "context"] = "deciding"
    """Deciding: without it another option could be right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of the answers to pick from."""

    __pydantic_config__ = STRICT

    id: Id
    text: Text
    why: Text
    """Why it is right, or on what it fails."""
    key: bool = False
    stands_for: tuple[Id, ...] = ()
    """Of a decision question: the options of the decision that it proposes, one in each layer."""
    falls_to: Id | None = None
    """Of a wrong one: the rule that refutes it, or the qualifier's trait."""
    misconception: Id | None = None
    """Of a wrong one: what somebody believes who picks it."""
    amount: Quantity | None = None
    """Of a computed question: the figure it gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unoffered:
    """An option of the decision that stands above the key and is not offered."""

    __pydantic_config__ = STRICT

    option: Id
    why: Text
    """Why the question leaves it out; shown with the explanation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Arithmetic from which the key follows."""

    __pydantic_config__ = STRICT

    calculation: Id
    """By its name in `core.questions.proving.sums`."""
    of: Annotated[dict[Id, Quantity], Filled()]
    """What it is computed from; each figure stands in the stem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion:
    """Pick the right answer, or in a ``response`` every right one; all or nothing."""

    __pydantic_config__ = STRICT

    type: Literal["choice", "response"]
    id: Id
    skill: Id
    difficulty: Difficulty
    stem: Text
    """The scenario, without the closing sentence."""
    asks: Text
    """The closing sentence with its qualifier."""
    options: Annotated[tuple[Choice, ...], Filled()]
    takeaway: Text
    """What to remember from it, in one sentence."""
    see: Annotated[tuple[Id, ...], Filled()]
    sources: tuple[Id, ...] = ()
    decision: Id | None = None
    """The decision whose rules prove the key."""
    facts: tuple[StatedFact, ...] = ()
    unoffered: tuple[Unoffered, ...] = ()
    """Options of the decision that would be better still, but are not among the answers."""
    computes: Sum | None = None
    case: Id | None = None
    """The case it belongs to, whose story stands before the stem."""
    exam_only: bool = False
    """Kept back from practice, for the timed exam."""
    tags: tuple[Id, ...] = ()
    pair: Id | None = None
    """The comparison page whose two sides it tells apart."""
    aliases: tuple[Id, ...] = ()
    """Ids it had before; its history follows it."""
    rev: int = 1
    """Raised only when the meaning or the key changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One step of a sequence."""

    __pydantic_config__ = STRICT

    id: Id
    text: Text
    why: Text
    """Why it stands at this place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderingQuestion:
    """Put the entries in order; they are written in the right one."""

    __pydantic_config__ = STRICT

    type: Literal["ordering"]
    id: Id
    skill: Id
    difficulty: Difficulty
    stem: Text
    asks: Text
    entries: Annotated[tuple[Entry, ...], Filled()]
    takeaway: Text
    see: Annotated[tuple[Id, ...], Filled()]
    sources: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()
    pair: Id | None = None
    aliases: tuple[Id, ...] = ()
    rev: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A prompt and what belongs to it."""

    __pydantic_config__ = STRICT

    id: Id
    prompt: Text
    answer: Text
    """Several prompts may share one answer, word for word."""
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingQuestion:
    """Give each prompt the answer that belongs to it."""

    __pydantic_config__ = STRICT

    type: Literal["matching"]
    id: Id
    skill: Id
    difficulty: Difficulty
    stem: Text
    asks: Text
    matches: Annotated[tuple[Match, ...], Filled()]
    takeaway: Text
    see: Annotated[tuple[Id, ...], Filled()]
    sources: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()
    pair: Id | None = None
    aliases: tuple[Id, ...] = ()
    rev: int = 1


Question = Annotated[ChoiceQuestion | OrderingQuestion | MatchingQuestion, ByType()]
"""One question, told apart by its ``type``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsFile:
    """A file of the ``questions`` folder."""

    __pydantic_config__ = STRICT

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A scenario that several questions are about."""

    __pydantic_config__ = STRICT

    id: Id
    title: Text
    story: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesFile:
    """A file of the ``cases`` folder."""

    __pydantic_config__ = STRICT

    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception:
    """A wrong belief that makes an answer look right."""

    __pydantic_config__ = STRICT

    id: Id
    belief: Text
    """In one sentence, as somebody would say it who believes it."""
    truth: Text
    """What is true instead, in one sentence."""
    see: Annotated[tuple[Id, ...], Filled()]


@dataclass(frozen=True, slots=True, kw_only=True)
class MisconceptionsFile:
    """A file of the ``misconceptions`` folder."""

    __pydantic_config__ = STRICT

    misconceptions: tuple[Misconception, ...]
