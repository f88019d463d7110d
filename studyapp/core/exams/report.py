"""What an exam came to, told from its paper and the answers alone.

The score and its parts count the scored questions, blanks as wrong. What speaks of the learner's
ways - pace, changes, confidence, gloss - counts all questions.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from studyapp.core.exams.scoring import Marks, Scaled, Verdict, marks, pass_share, scaled, verdict
from studyapp.core.questions.accuracy import Glossed, Score, calibration, glossed
from studyapp.core.questions.choosing import named
from studyapp.core.questions.grading import grade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from studyapp.core.exams.attempt import Attempt
    from studyapp.core.exams.cell import Cell
    from studyapp.core.exams.sheet import Placed
    from studyapp.core.history.events import Confidence
    from studyapp.core.questions.form import ChoiceQuestion
    from studyapp.core.questions.grading import Grade

Change = Literal["right-wrong", "wrong-right", "wrong-wrong"]

_SLOW: Final = 2.0
"""Times the median from which on a question was slow."""


class Marked(NamedTuple):
    """A question of the paper after the exam, with all that an explanation needs."""

    place: int
    """From 0."""
    placed: Placed
    cell: Cell
    grade: Grade

    @property
    def key(self) -> str:
        """``pack/id`` of the question."""
        return self.placed.shown.posed.key

    @property
    def question(self) -> ChoiceQuestion:
        """As it was asked."""
        return self.placed.question

    @property
    def is_right(self) -> bool:
        """Whether the answer was right, all or nothing."""
        return self.grade.is_right

    @property
    def is_blank(self) -> bool:
        """Whether there was no answer at all."""
        return not self.cell.draft.chosen

    @property
    def confidence(self) -> Confidence:
        """How sure the learner was; thought so, where nothing was said."""
        return self.cell.draft.confidence or "think"

    @property
    def peeked(self) -> bool:
        """Whether it was looked at in the other language."""
        return self.cell.draft.has_peeked

    @property
    def is_missed(self) -> bool:
        """Wrong or blank, or right by a guess."""
        return not self.is_right or self.confidence == "guess"

    @property
    def is_confident_mistake(self) -> bool:
        """Wrong, and sure of it."""
        return not self.is_right and not self.is_blank and self.confidence == "sure"

    @property
    def changes(self) -> tuple[Change, ...]:
        """What became of the answer each time a complete one gave way to another."""
        right = [grade(self.question, each).is_right for each in self.cell.answers]
        names: dict[tuple[bool, bool], Change] = {
            (True, False): "right-wrong",
            (False, True): "wrong-right",
            (False, False): "wrong-wrong",
        }
        return tuple(names[pair] for pair in pairwise(right))


class Topic(NamedTuple):
    """The score of a skill or a decision."""

    id: str
    """Empty for questions that are about no decision."""
    marks: Marks


class Pace(NamedTuple):
    """How the time was used."""

    allowed: float
    """Milliseconds for each question, if all have the same."""
    taken: float
    """Milliseconds that the questions seen took on average."""
    left: int
    """Milliseconds that were left at the end."""
    slow: tuple[Marked, ...]
    """Those that took twice as long as half of them did, and longer than allowed; the slowest
    first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What an exam came to."""

    attempt: Attempt
    questions: tuple[Marked, ...]
    """In the order of the paper."""
    marks: Marks
    """Of the scored questions."""
    new: Marks
    """Of those the learner had never seen before."""
    seen: Marks
    """Of those that were known from practice or earlier exams."""
    needed: float
    """The share of right answers that the pass mark asks for, by a straight line: 0 to 1."""
    verdict: Verdict
    scaled: Scaled | None
    """None with too few questions for an estimate."""
    skills: tuple[Topic, ...]
    """The weakest first."""
    decisions: tuple[Topic, ...]
    """The weakest first."""
    pace: Pace
    changes: Mapping[Change, int]
    calibration: Mapping[Confidence, Score]
    """Of the answers whose confidence was told."""
    gloss: Glossed
    """Of all answers; no blanks."""
    blank: tuple[int, ...]
    """The places without an answer."""

    @property
    def in_review(self) -> tuple[Marked, ...]:
        """Every question, the most useful first.

        That is: confident mistakes, other mistakes, blanks, guesses that were right, and the rest.
        """
        return tuple(sorted(self.questions, key=lambda each: (_use(each), each.place)))

    @property
    def missed(self) -> tuple[Marked, ...]:
        """What was wrong, blank or guessed, in that order."""
        return tuple(each for each in self.in_review if each.is_missed)


def report(attempt: Attempt) -> Report:
    """What an attempt came to, as it stands."""
    sheet = attempt.sheet
    pairs = zip(sheet.places, attempt.cells, strict=True)
    found = tuple(
        Marked(at, placed, cell, grade(placed.question, cell.draft.chosen))
        for at, (placed, cell) in enumerate(pairs)
    )
    scored = [each for each in found if each.placed.is_scored]
    given = [each for each in found if not each.is_blank]
    overall, needed = marks(scored), pass_share(sheet.scale, sheet.pass_mark)
    return Report(
        attempt=attempt,
        questions=found,
        marks=overall,
        new=marks(each for each in scored if each.placed.is_new),
        seen=marks(each for each in scored if not each.placed.is_new),
        needed=needed,
        verdict=verdict(overall, needed),
        scaled=scaled(overall, sheet.scale),
        skills=_topics(scored, lambda each: each.question.skill),
        decisions=_topics(scored, lambda each: named(each.question, "decision")),
        pace=_pace(attempt, found),
        changes=Counter(change for each in found for change in each.changes),
        calibration=calibration(each for each in given if each.cell.draft.confidence),
        gloss=glossed(given),
        blank=tuple(each.place for each in found if each.is_blank),
    )


def _topics(scored: Iterable[Marked], by: Callable[[Marked], str]) -> tuple[Topic, ...]:
    groups: dict[str, list[Marked]] = {}
    for each in scored:
        groups.setdefault(by(each), []).append(each)
    found = [Topic(name, marks(members)) for name, members in groups.items()]
    return tuple(sorted(found, key=lambda topic: (topic.marks.score.share or 0.0, topic.id)))


def _pace(attempt: Attempt, found: tuple[Marked, ...]) -> Pace:
    allowed = attempt.allowed / len(found)
    spent = [each.cell.spent for each in found if each.cell.is_seen]
    limit = max(_SLOW * median(spent), allowed)
    slow = sorted((e for e in found if e.cell.spent > limit), key=lambda each: -each.cell.spent)
    return Pace(allowed, sum(spent) / len(spent), attempt.remaining, tuple(slow))


def _use(marked: Marked) -> int:
    if marked.is_confident_mistake:
        return 0
    if marked.is_blank:
        return 2
    if not marked.is_right:
        return 1
    return 3 if marked.confidence == "guess" else 4
