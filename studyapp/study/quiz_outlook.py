"""How the learner does in questions: accuracy, calibration, and the beliefs that misled."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.prose import plain
from studyapp.core.questions.accuracy import Glossed, Score, calibration, glossed, score
from studyapp.core.questions.choosing import By, named
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from studyapp.core.history.events import Confidence
    from studyapp.core.questions.answers import Answer
    from studyapp.core.questions.form import Misconception, Question
    from studyapp.study.quizzing import Counts
    from studyapp.study.study import Study


class Topic(NamedTuple):
    """Accuracy in a part of the bank."""

    id: str
    """Of the skill, decision or comparison page; the type or the difficulty."""
    name: Text
    """Its title; types and difficulties have their id here."""
    score: Score
    questions: int
    """Questions of it in the bank, those kept back too."""
    tried: int
    """Of those, the ones that were answered."""


class Misled(NamedTuple):
    """A wrong belief that answers were picked by."""

    misconception: Misconception
    times: int
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizOutlook:
    """Every answer counts, those of exams, variants and second tries too, as it is scored now.

    One that was given after the same question had been taken back that day does not.
    """

    counts: Counts
    """How the questions stand that practice may ask."""
    all: Score
    gloss: Glossed
    calibration: Mapping[Confidence, Score]
    """How many were right of those guessed, thought and sure."""
    confident_mistakes: int
    skills: tuple[Topic, ...]
    """In the order of the pack; `topics` gives other parts."""
    decisions: tuple[Topic, ...]
    """The weakest first, those without answers last."""
    misled: tuple[Misled, ...]
    """The beliefs that misled most, and of those alike the latest, first."""
    milliseconds: int
    """Spent on all answers."""


def look_at_quizzes(study: Study) -> QuizOutlook:
    """How questions went so far; raises StoreError."""
    given = [answer for _, answer in _given(study)]
    return QuizOutlook(
        counts=study.quizzing.counts(),
        all=score(given),
        gloss=glossed(given),
        calibration=calibration(given),
        confident_mistakes=sum(answer.is_confident_mistake for answer in given),
        skills=topics(study, "skill"),
        decisions=weakest_first(topics(study, "decision")),
        misled=_misled(study),
        milliseconds=sum(answer.milliseconds for answer in given),
    )


def topics(study: Study, by: By) -> tuple[Topic, ...]:
    """Accuracy in each part of the bank: skills and decisions as the pack orders them."""
    groups: dict[str, list[Answer]] = {}
    for question, answer in _given(study):
        groups.setdefault(named(question, by), []).append(answer)
    questions, tried = Counter[str](), Counter[str]()
    for key, question in study.learning.questions.items():
        questions[named(question, by)] += 1
        tried[named(question, by)] += bool(study.learning.progress.standing(key).answers)
    names = _names(study, by, questions)
    return tuple(
        Topic(id_, name, score(groups.get(id_, ())), questions[id_], tried[id_])
        for id_, name in names.items()
        if questions[id_]
    )


def weakest_first(found: Iterable[Topic]) -> tuple[Topic, ...]:
    """By the share that was right; those without answers last."""

    def weakness(topic: Topic) -> tuple[bool, float]:
        share = topic.score.share
        return share is None, 0.0 if share is None else share

    return tuple(sorted(found, key=weakness))


def _given(study: Study) -> Iterator[tuple[Question, Answer]]:
    """Every answer that counts, with its question."""
    standing = study.learning.progress.standing
    for key, question in study.learning.questions.items():
        for answer in standing(key).answers:
            if answer.counts:
                yield question, answer


def _names(study: Study, by: By, ids: Iterable[str]) -> dict[str, Text]:
    match by:
        case "skill":
            return {s.id: _said(s.title, f"{s.code} ") for s in study.cover.skills}
        case "decision":
            return {id_: _said(title) for id_, title in study.decisions.items()}
        case "pair":
            titles = {entry.id: entry.title for entry in study.outline}
            return {id_: _said(titles[id_]) for id_ in ids if id_ in titles}
        case _:
            return {id_: Text.once(id_) for id_ in ids}


def _said(title: Text, before: str = "") -> Text:
    return Text(before + plain(title.en), before + plain(title.vi))


def _misled(study: Study) -> tuple[Misled, ...]:
    times = Counter[str]()
    last: dict[str, date] = {}
    for question, answer in _given(study):
        if not answer.is_right:
            for name in _believed(question, answer):
                times[name] += 1
                last[name] = max(last.get(name, answer.day), answer.day)
    known = study.misconceptions
    found = [
        Misled(known[name], count, last[name]) for name, count in times.items() if name in known
    ]
    return tuple(sorted(found, key=lambda each: (-each.times, -each.last.toordinal())))


def _believed(question: Question, answer: Answer) -> set[str]:
    """The misconceptions behind the wrong options of an answer; a variant keeps its own."""
    if answer.variant is not None:
        behind = _behind(answer.shown)
    elif isinstance(question, ChoiceQuestion):
        behind = {each.id: each.misconception or "" for each in question.options if not each.key}
    else:
        behind = {}
    return {name for id_ in answer.chosen if (name := behind.get(id_))}


def _behind(shown: str) -> dict[str, str]:
    """The misconceptions behind the wrong options of a variant, as `Shown.text` keeps them."""
    try:
        options = json.loads(shown)["options"]
        return {str(o["id"]): str(o["misconception"] or "") for o in options if not o["key"]}
    except (ValueError, TypeError, KeyError, RecursionError):
        return {}
