"""How a typed line is understood as the answer to a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.fold import fold
from studyapp.core.questions.form import MatchingQuestion
from studyapp.core.questions.grading import needed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.core.history.events import Confidence
    from studyapp.core.questions.grading import Chosen
    from studyapp.core.questions.shown import Line, Shown

_FEELINGS: Final[dict[str, Confidence]] = {
    "guess": "guess",
    "doan": "guess",
    "doan mo": "guess",
    "think": "think",
    "nghi": "think",
    "sure": "sure",
    "chac": "sure",
    "chac chan": "sure",
}
"""What may follow an answer, without Vietnamese marks."""
_SHORT: Final[dict[str, Confidence]] = {
    "": "think",
    "1": "guess",
    "2": "think",
    "3": "sure",
    "g": "guess",
    "t": "think",
    "s": "sure",
}
"""What may also be said where only that is asked for."""
_FELT: Final = re.compile(rf"\s({'|'.join(sorted(_FEELINGS, reverse=True))})\Z")
_PAIRS: Final = re.compile(r"(?:[\W_]*\d[\W_]*[a-z])*[\W_]*")
_PAIR: Final = re.compile(r"(\d)[\W_]*([a-z])")


class Typed(NamedTuple):
    """An answer as it was typed."""

    chosen: Chosen
    """As `core.questions.grading` reads it, with nothing twice."""
    confidence: Confidence | None
    """None when nothing was said of it."""


def typed_answer(said: str, shown: Shown) -> Typed | None:
    """Understand an answer such as ``b``, ``a c sure``, ``3 1 2`` or ``1b 2a``.

    Letters may stand together, and numbers mean the same places. None for words that are none, or
    that name what was not shown; an answer may still name too few or too many.
    """
    words = fold(said.strip())
    felt = _FELT.search(words)
    confidence = None if felt is None else _FEELINGS[felt[1]]
    answer = words if felt is None else words[: felt.start()]
    is_matching = isinstance(shown.question, MatchingQuestion)
    chosen = _matched(answer, shown) if is_matching else _picked(answer, shown.lines)
    return Typed(tuple(dict.fromkeys(chosen)), confidence) if chosen else None


def typed_confidence(said: str) -> Confidence | None:
    """Understand how sure somebody is; nothing said is to think so, and None is something else."""
    words = fold(said.strip())
    return _FEELINGS.get(words) or _SHORT.get(words)


def typed_option(said: str, shown: Shown) -> str | None:
    """The id of the one option, entry or prompt that is meant; None for anything else."""
    chosen = _picked(fold(said.strip()), shown.lines)
    return chosen[0] if len(chosen) == 1 else None


def is_complete(typed: Typed, shown: Shown) -> bool:
    """Whether an answer names as many as the question asks for."""
    return len(typed.chosen) == needed(shown.question)


def _picked(answer: str, lines: Sequence[Line]) -> Chosen:
    """The lines that letters or numbers name; none when one of those names nothing."""
    marks = [mark for mark in answer if mark.isalnum()]
    found = [_line(mark, lines) for mark in marks]
    return tuple(line.id for line in found if line) if all(found) else ()


def _matched(answer: str, shown: Shown) -> Chosen:
    """The pairs of a number and a letter; none when something else was said."""
    if not _PAIRS.fullmatch(answer):
        return ()
    found: dict[str, str] = {}
    for number, letter in _PAIR.findall(answer):
        prompt, match = _line(number, shown.lines), _line(letter, shown.answers)
        if prompt is None or match is None or prompt.id in found:
            return ()
        found[prompt.id] = match.id
    return tuple(f"{line.id}={found[line.id]}" for line in shown.lines if line.id in found)


def _line(mark: str, lines: Sequence[Line]) -> Line | None:
    """The line with a letter, or at a place that is counted from 1."""
    named = next((line for line in lines if line.letter.lower() == mark), None)
    if named is None and mark in "123456789"[: len(lines)]:
        return lines[int(mark) - 1]
    return named
