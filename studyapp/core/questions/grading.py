"""Whether an answer is right, and what became of each part of it.

An answer is a tuple of strings, whatever the type: ids of the options picked; ids of all entries
in the order given; for each prompt of a matching question ``prompt=match``, where the match is one
whose answer was given to the prompt. A blank answer is empty, and wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from studyapp.core.questions.form import ChoiceQuestion, MatchingQuestion, OrderingQuestion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studyapp.core.questions.form import Question

Chosen = tuple[str, ...]
"""An answer as it is graded and kept."""


class Outcome(StrEnum):
    """What became of an option, an entry or a prompt."""

    PICKED_RIGHT = "picked-right"
    """Picked and right; an entry at its place; a prompt with its answer."""
    PICKED_WRONG = "picked-wrong"
    """Picked and wrong; an entry at another's place; a prompt with another's answer."""
    MISSED = "missed"
    """Right and not picked; an entry or a prompt that was left open."""
    LEFT = "left"
    """Wrong and not picked, as it should be."""


@dataclass(frozen=True, slots=True)
class Grade:
    """What is said of an answer."""

    is_right: bool
    """All or nothing."""
    outcomes: Mapping[str, Outcome]
    """By the id of each option, entry or prompt, in the author's order."""
    key: Chosen
    """The right answer."""


def grade(question: Question, chosen: Sequence[str]) -> Grade:
    """Hold an answer against the key; ids that the question does not have make it wrong."""
    match question:
        case ChoiceQuestion():
            outcomes = _of_options(question, chosen)
        case OrderingQuestion():
            outcomes = _of_entries(question, chosen)
        case MatchingQuestion():
            outcomes = _of_prompts(question, chosen)
    fits = is_answer_to(question, chosen)
    right = fits and not {Outcome.PICKED_WRONG, Outcome.MISSED} & set(outcomes.values())
    return Grade(right, outcomes, key_of(question))


def key_of(question: Question) -> Chosen:
    """The right answer."""
    match question:
        case ChoiceQuestion(options=options):
            return tuple(option.id for option in options if option.key)
        case OrderingQuestion(entries=entries):
            return tuple(entry.id for entry in entries)
        case MatchingQuestion(matches=matches):
            return tuple(f"{match.id}={match.id}" for match in matches)


def needed(question: Question) -> int:
    """How many to pick, to put in order or to match."""
    return len(key_of(question))


def is_answer_to(question: Question, chosen: Sequence[str]) -> bool:
    """Whether an answer is complete and names nothing that the question does not have.

    One given to an earlier form of a question may not be; then it says nothing of the present key.
    """
    if len(set(chosen)) != len(chosen) or len(chosen) != needed(question):
        return False
    match question:
        case ChoiceQuestion(options=options):
            return {option.id for option in options} >= set(chosen)
        case OrderingQuestion(entries=entries):
            return {entry.id for entry in entries} == set(chosen)
        case MatchingQuestion(matches=matches):
            ids, given = {match.id for match in matches}, pairs(chosen)
            return given.keys() == ids and ids >= set(given.values())


def pairs(chosen: Sequence[str]) -> dict[str, str]:
    """The match whose answer was given, by prompt; of two for one prompt the last one."""
    split = (each.partition("=") for each in chosen)
    return {prompt: match for prompt, equals, match in split if equals}


def _of_options(question: ChoiceQuestion, chosen: Sequence[str]) -> dict[str, Outcome]:
    picked = set(chosen)
    return {option.id: _OUTCOMES[option.id in picked, option.key] for option in question.options}


def _of_entries(question: OrderingQuestion, chosen: Sequence[str]) -> dict[str, Outcome]:
    at = dict(zip(chosen, question.entries, strict=False))
    return {
        entry.id: Outcome.MISSED
        if entry.id not in chosen
        else _OUTCOMES[True, at.get(entry.id) is entry]
        for entry in question.entries
    }


def _of_prompts(question: MatchingQuestion, chosen: Sequence[str]) -> dict[str, Outcome]:
    given, answers = pairs(chosen), {match.id: match.answer for match in question.matches}
    return {
        match.id: Outcome.MISSED
        if match.id not in given
        else _OUTCOMES[True, answers.get(given[match.id]) == match.answer]
        for match in question.matches
    }


_OUTCOMES = {
    (True, True): Outcome.PICKED_RIGHT,
    (True, False): Outcome.PICKED_WRONG,
    (False, True): Outcome.MISSED,
    (False, False): Outcome.LEFT,
}
"""By whether it was picked, and whether it is right."""
