"""What a sitting of questions came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.core.questions.accuracy import Glossed, Score, glossed, score, scores
from studyapp.study.best import Best, best_next

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studyapp.core.questions.shown import Posed
    from studyapp.core.questions.sitting import Try
    from studyapp.study.study import Study


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A sitting in figures; first tries and second ones are counted apart."""

    first: Score
    """Of the questions when they were asked for the first time."""
    again: Score
    """Of those that came back because they were missed."""
    skills: Mapping[str, Score]
    """First tries by skill, in the order of the pack."""
    guesses: Score
    """First tries that were guessed."""
    confident_mistakes: tuple[Posed, ...]
    """What was wrong at the first try, and felt sure."""
    missed: tuple[Posed, ...]
    """What was wrong or guessed when it was asked last."""
    milliseconds: int
    """Spent on all answers."""
    seconds_each: float | None
    """Seconds that an answer took; None without answers."""
    exam_pace: float | None
    """Seconds that the exam allows for one; None where the pack has no exam."""
    gloss: Glossed
    """First tries before which the other language was looked at, and the others."""
    best: Best
    """The best thing to do next."""


def sum_up(study: Study, tries: Sequence[Try]) -> Summary:
    """What some answers of one sitting came to; raises StoreError."""
    first = [each for each in tries if not each.is_return]
    by_skill = scores(first, lambda each: each.shown.question.skill)
    last = {(each.shown.posed.key, each.shown.posed.variant): each for each in tries}
    pace = study.quizzing.exam_pace
    spent = sum(each.milliseconds for each in tries)
    return Summary(
        first=score(first),
        again=score(each for each in tries if each.is_return),
        skills={s.id: by_skill[s.id] for s in study.cover.skills if s.id in by_skill},
        guesses=score(each for each in first if each.confidence == "guess"),
        confident_mistakes=tuple(t.shown.posed for t in first if t.is_confident_mistake),
        missed=tuple(each.shown.posed for each in last.values() if each.is_missed),
        milliseconds=spent,
        seconds_each=spent / 1000 / len(tries) if tries else None,
        exam_pace=None if pace is None else pace.seconds,
        gloss=glossed(first),
        best=best_next(study),
    )
