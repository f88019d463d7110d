"""Made-up banks of questions in which nothing but chance makes an answer a key."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import astuple, replace
from typing import Literal, NamedTuple

from studyapp.core.questions.form import Case, Choice, ChoiceQuestion
from studyapp.core.text import Text
from studyapp.library.check.bias import biased
from studyapp.library.findings import Finding
from studyapp.library.walk import Place

FILE = "questions/all.yaml"
ENGLISH = [a + b + c for a in "bdfklmnprst" for b in ("an", "elo", "irra", "u") for c in "dgkmst"]
VIETNAMESE = [a + b for a in ENGLISH[::4] for b in ("ằng", "iếu", "oạch", "ưởng")]
NAMES = ["Corvo", "Delph", "Quarry", "Sondo", "Tamar", "Umbra", "Velm", "Zephyr"]


class Sort(NamedTuple):
    """One kind of question, and how many of it a bank has."""

    type: Literal["choice", "response"]
    answers: int
    keys: int
    number: int


FAIR = (Sort("choice", 4, 1, 112), Sort("response", 5, 2, 32), Sort("response", 6, 3, 16))
CHOICES = (Sort("choice", 4, 1, 48),)
_KIND_LOTS = 0
"""A seed whose banks chance gives no finding."""


def fair(sorts: Iterable[Sort] = FAIR) -> list[ChoiceQuestion]:
    """A bank in which nothing is found."""
    return bank(_KIND_LOTS, sorts)


def bank(seed: int, sorts: Iterable[Sort] = FAIR) -> list[ChoiceQuestion]:
    """Questions of random words, whose keys are drawn by lot."""
    lots = random.Random(seed)
    return [
        question(f"q-{sort.type}-{sort.answers}-{at}", lots, sort)
        for sort in sorts
        for at in range(sort.number)
    ]


def question(id_: str, lots: random.Random, sort: Sort = FAIR[0]) -> ChoiceQuestion:
    length = lots.randint(14, 22)
    keys = lots.sample(range(sort.answers), sort.keys)
    return ChoiceQuestion(
        type=sort.type,
        id=id_,
        skill="branching",
        difficulty="easy",
        stem=_text(lots, 60),
        asks=Text("Which of them will do?", "Cách nào thì được?"),
        options=tuple(
            Choice(
                id=f"way-{at}",
                text=_text(lots, length + lots.randint(-2, 2)),
                why=Text.once("Git"),
                key=at in keys,
            )
            for at in range(sort.answers)
        ),
        takeaway=Text.once("Git"),
        see=("rebase",),
    )


def said(questions: Iterable[ChoiceQuestion], cases: tuple[Case, ...] = ()) -> list[Finding]:
    """What the lint says of a bank in one file."""
    asked = [(Place(FILE, ("questions", at)), each) for at, each in enumerate(questions)]
    return list(biased(asked, cases))


def only(code: str, questions: Iterable[ChoiceQuestion]) -> list[Finding]:
    """What the lint says under one code."""
    return [found for found in said(questions) if found.code == code]


def reworded(asked: ChoiceQuestion, change: Callable[[int, Choice, Text], Text]) -> ChoiceQuestion:
    """The question with other answers, made of the place, the answer and its text."""
    options = enumerate(asked.options)
    changed = tuple(replace(each, text=change(at, each, each.text)) for at, each in options)
    return replace(asked, options=changed)


def spoiled(is_spoiled: Callable[[int, Choice], bool], en: str, vi: str) -> list[ChoiceQuestion]:
    """A fair bank with more words in some of the answers."""
    return [
        reworded(each, lambda at, o, text: more(text, en, vi) if is_spoiled(at, o) else text)
        for each in fair()
    ]


def placed(questions: list[ChoiceQuestion], place: Callable[[int], int]) -> list[ChoiceQuestion]:
    """The questions with the only key at a place."""
    return [
        replace(
            each,
            options=tuple(replace(o, key=at == place(number)) for at, o in enumerate(each.options)),
        )
        for number, each in enumerate(questions)
    ]


def told_apart(each: ChoiceQuestion, key: Text, others: Text) -> ChoiceQuestion:
    """A question with more words in its keys, and other ones in its wrong answers."""
    return reworded(each, lambda _, o, text: more(text, *astuple(key if o.key else others)))


def more(text: Text, en: str, vi: str) -> Text:
    """A text with more words before its end; of no words, as it was."""
    return Text(_more(text.en, en), _more(text.vi, vi))


def _more(said: str, words: str) -> str:
    return f"{said[:-1]} {words}." if words else said


def _text(lots: random.Random, length: int) -> Text:
    return Text(_said(lots, ENGLISH, length), _said(lots, VIETNAMESE, length))


def _said(lots: random.Random, words: list[str], length: int) -> str:
    said = [lots.choice(NAMES if lots.random() < 0.1 else words) for _ in range(length)]
    return f"Dùng {' '.join(said)}."
