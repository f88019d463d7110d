"""Questions and what is said of answers as lines: never too wide, and nothing left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.questions.draft import Draft
from studyapp.core.questions.explaining import Explanation
from studyapp.core.questions.grading import grade, key_of
from studyapp.core.questions.shown import Shown
from studyapp.core.text import Lang, Text
from studyapp.typeset.explained import Told, foot_lines, takeaway_lines, told_papers, verdict
from studyapp.typeset.questioning import Look, Paper, answers_paper, asked_lines
from tests.core.bank import CASE, choice, matching, ordering, posed, response

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.core.questions.form import Question
    from studyapp.typeset.ink import Inked

LONG = Text("Deploy it with **care** to `main` " * 9, "Triển khai **cẩn thận** lên `main` " * 9)
QUESTIONS: list[Question] = [
    choice(stem=LONG),
    response(asks=LONG),
    ordering(stem=LONG),
    matching(),
]


def draft(question: Question, chosen: Sequence[str] = ()) -> Draft:
    return Draft(Shown(posed(question, case=CASE), 7), tuple(chosen))


def told(draft: Draft, lang: Lang = Lang.EN) -> Told:
    question = draft.shown.question
    explanation = Explanation(question, grade(question, draft.chosen), None, {})
    look = Look(lang, is_answered=True)
    return Told(
        draft=draft, confidence="think", explanation=explanation, look=look, lang=lang, sources={}
    )


def said(lines: Sequence[Inked]) -> str:
    return " ".join(line.words.strip() for line in lines)


def everything(draft: Draft, look: Look, width: int) -> Iterator[Inked]:
    yield from asked_lines(draft.shown, look, width)
    yield from answers_paper(draft, look, width).lines
    answered = told(draft, look.lang)
    for paper in told_papers(answered, width):
        yield from paper.lines
    yield from takeaway_lines(answered, width)
    yield from foot_lines(answered, width)


@given(
    at=st.integers(0, len(QUESTIONS) - 1),
    lang=st.sampled_from(Lang),
    width=st.integers(24, 100),
    peeked=st.booleans(),
)
def test_no_line_is_wider_than_there_is_room(
    at: int, lang: Lang, width: int, *, peeked: bool
) -> None:
    blank = draft(QUESTIONS[at])
    for each in (blank, draft(QUESTIONS[at], key_of(QUESTIONS[at]))):
        assert max(line.cells for line in everything(each, Look(lang, peeked), width)) <= width


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.type)
def test_every_answer_is_a_place_and_no_line_is_of_two(question: Question) -> None:
    def lines_of(paper: Paper) -> list[int]:
        return [n for p in paper.places for n in range(p.top, p.top + p.height)]

    papers = [
        answers_paper(draft(question), Look(Lang.EN), 60),
        *told_papers(told(draft(question)), 60),
    ]
    ids = {line.id for line in draft(question).shown.lines}
    assert {place.id for place in papers[0].places} == ids
    assert {place.id for paper in papers[1:] for place in paper.places} == ids
    for paper in papers:
        assert len(lines_of(paper)) == len(set(lines_of(paper)))
        assert all(at < len(paper.lines) for at in lines_of(paper))


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (choice(), None),
        (response(), "(Choose TWO.)"),
        (response(keys="abc"), "(Choose THREE.)"),
        (ordering(), "(Put all 4 in order.)"),
        (matching(), "(Match all 3.)"),
    ],
)
def test_the_closing_words_say_how_many_are_asked_for(
    question: Question, asked: str | None
) -> None:
    lines = asked_lines(draft(question).shown, Look(Lang.EN), 80)
    assert lines[-1].words == f"What should it do? {asked}" if asked else "What should it do?"
    assert lines[-1].roles[0] == (0, len("What should it do?"), "strong")


def test_a_blank_answer_is_told_as_one() -> None:
    blank = told(draft(choice()))
    assert verdict(blank)[0].en == f"✗ Wrong. The answer is {blank.draft.shown.letter('a')}."
    (first, _), (ordered, _) = (told_papers(each, 60) for each in (blank, told(draft(ordering()))))
    assert "✓ right · not chosen" in said(first.lines)
    assert said(ordered.lines).count("· left open") == 4
    assert "left open" in said(told_papers(told(draft(matching())), 60)[0].lines)


def test_one_s_own_mistake_comes_first_and_then_the_key() -> None:
    first, rest = told_papers(told(draft(choice(), ["c"])), 60)
    assert [place.id for place in first.places] == ["c", "a"]
    letters = [draft(choice()).shown.letter(place.id) for place in rest.places]
    assert letters == sorted(letters)
