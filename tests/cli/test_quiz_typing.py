"""How a typed line is understood, whatever stands between its letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.cli.quiz_typing import typed_answer, typed_confidence, typed_option
from studyapp.core.questions.form import (
    Choice,
    ChoiceQuestion,
    Entry,
    Match,
    MatchingQuestion,
    OrderingQuestion,
)
from studyapp.core.questions.grading import grade
from studyapp.core.questions.shown import Posed, Shown
from studyapp.core.text import Text

if TYPE_CHECKING:
    from studyapp.core.questions.form import Question

GIT = Text.once("Git")
COMMON: dict[str, Any] = {
    "id": "q",
    "skill": "s",
    "difficulty": "easy",
    "stem": GIT,
    "asks": GIT,
    "takeaway": GIT,
    "see": ("git",),
}
RESPONSE = ChoiceQuestion(
    type="response",
    options=tuple(
        Choice(id=f"o{at}", text=Text.once(f"{at}"), why=GIT, key=at < 3) for at in range(6)
    ),
    **COMMON,
)
ORDERING = OrderingQuestion(
    type="ordering",
    entries=tuple(Entry(id=f"e{at}", text=Text.once(f"{at}"), why=GIT) for at in range(7)),
    **COMMON,
)
MATCHING = MatchingQuestion(
    type="matching",
    matches=tuple(
        Match(id=f"m{at}", prompt=Text.once(f"{at}"), answer=Text.once(f"a{at % 5}"), why=GIT)
        for at in range(7)
    ),
    **COMMON,
)
QUESTIONS: tuple[Question, ...] = (RESPONSE, ORDERING, MATCHING)

between = st.text(" ,;.-)", max_size=3)
felt = st.sampled_from([("", None), (" sure", "sure"), (" ĐOÁN mò", "guess"), (" nghĩ", "think")])


def shown(question: Question, seed: int) -> Shown:
    return Shown(Posed(key="p/q", question=question), seed)


@given(seed=st.integers(0, 99), data=st.data())
def test_the_key_is_understood_in_any_writing(seed: int, data: st.DataObject) -> None:
    question = data.draw(st.sampled_from(QUESTIONS))
    paper = shown(question, seed)
    written = []
    for part in grade(question, ()).key:
        prompt, equals, match = part.partition("=")
        mark = paper.letter(prompt)
        if equals:
            mark += data.draw(between) + paper.answer_letter(match)
        elif data.draw(st.booleans()):
            mark = str("ABCDEFG".index(mark) + 1)
        written.append(mark if data.draw(st.booleans()) else mark.lower())
    word, confidence = data.draw(felt)
    typed = typed_answer(data.draw(between).join(written) + word, paper)
    assert typed is not None
    assert grade(question, typed.chosen).is_right
    assert typed.confidence == confidence


@given(said=st.text(), seed=st.integers(0, 9))
def test_anything_may_be_typed(said: str, seed: int) -> None:
    for question in QUESTIONS:
        paper = shown(question, seed)
        typed = typed_answer(said, paper)
        known = {line.id for line in paper.lines}
        if typed is not None:
            named = {part for each in typed.chosen for part in each.split("=")}
            assert named <= known
            assert len(set(typed.chosen)) == len(typed.chosen)
        assert typed_option(said, paper) in {None, *known}
        assert typed_confidence(said) in {None, "guess", "think", "sure"}


@pytest.mark.parametrize(
    "said", ["1a 1b", "a1", "1a 2", "1h", "8a", "1a 2b x", "a b c d e f g", "", "1", "sure"]
)
def test_pairs_that_make_no_sense_are_not_understood(said: str) -> None:
    assert typed_answer(said, shown(MATCHING, 1)) is None


@pytest.mark.parametrize("said", ["g", "0", "7", "a g", "sure", "", "?", "²", "ab surely"])
def test_letters_that_were_not_shown_are_not_understood(said: str) -> None:
    assert typed_answer(said, shown(RESPONSE, 1)) is None
