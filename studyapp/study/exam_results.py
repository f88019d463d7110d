"""`ExamResults`: the exams of a pack that are over, and what to do with them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from studyapp.core.exams.report import report
from studyapp.core.history.events import Carded
from studyapp.core.prose import plain
from studyapp.core.questions.explaining import Explanation
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.questions.shown import Posed, Shown
from studyapp.core.questions.ways import ways_of
from studyapp.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.exams.attempt import Attempt
    from studyapp.core.exams.log import Sat
    from studyapp.core.exams.report import Marked, Report
    from studyapp.study.practising import Practice
    from studyapp.study.study import Study

_TRIES: Final = 3
"""Seeds after which a question is taken to have no sister that is new to the learner."""


class ExamResults:
    """What became of exams; raises StoreError."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._learning = study.learning

    def attempts(self) -> tuple[Sat, ...]:
        """The exams that are over, in figures, the earliest first: the trend."""
        found = self._learning.progress.exams.attempts(self._study.cover.id)
        return tuple(sat for sat in found if sat.by is not None)

    def attempt(self, name: str) -> Attempt | None:
        """An exam by its id; None when it cannot be read."""
        return self._learning.progress.exams.attempt(name)

    def report(self, attempt: Attempt) -> Report:
        """What an exam came to."""
        return report(attempt)

    def is_as_it_was(self, attempt: Attempt) -> bool:
        """Whether the pack, and so its rules, are those of the exam to the last byte."""
        return attempt.sheet.pack_digest == self._study.digest

    def explanation(self, attempt: Attempt, marked: Marked) -> Explanation:
        """Why each answer of a question is right or wrong: of the paper, not of today's pack.

        What the advisor adds are today's rules.
        """
        decision = marked.question.decision
        advisor = self._study.advisor(decision) if decision in self._study.decisions else None
        ways = ways_of(advisor, marked.question)
        return Explanation(marked.question, marked.grade, ways, attempt.sheet.misconceptions)

    def practise(self, missed: Iterable[Marked]) -> Practice:
        """A sitting of the questions that were missed, as the bank has them today."""
        found = (self._study.quizzing.posed(each.key) for each in missed)
        return self._study.quizzing.sit([posed for posed in found if posed is not None])

    async def practise_sisters(self, missed: Iterable[Marked]) -> Practice:
        """A sitting of sisters of the questions that were missed, none of which was met before.

        What has no such sister comes as itself. Takes some hundredths of a second for each
        question; others may act in between.
        """
        quizzing = self._study.quizzing
        met: set[str] = set()
        found = []
        for each in missed:
            if (posed := quizzing.posed(each.key)) is not None:
                found.append(self._sister(posed, met) or posed)
            await asyncio.sleep(0)
        return quizzing.sit(found)

    async def make_cards(self, missed: Iterable[Marked]) -> int:
        """Make flashcards of questions; returns how many are new. Raises NotSavedError."""
        standing = self._learning.progress.standing
        posed = (self._study.quizzing.posed(each.key) for each in missed)
        keys = [each.key for each in posed if each and not standing(each.key).is_carded]
        await self._learning.keep(*(Carded(item=key) for key in keys))
        return len(keys)

    def titles(self) -> dict[str, Text]:
        """What the skills and the decisions are called, by id."""
        skills = {s.id: _said(s.title, f"{s.code} ") for s in self._study.cover.skills}
        return skills | {id_: _said(title) for id_, title in self._study.decisions.items()}

    def preset(self, name: str) -> Text | None:
        """What a preset is called; None for an exam of the learner's own, and one that is gone."""
        exam = self._study.cover.exam
        presets = () if exam is None else exam.presets
        return next((preset.title for preset in presets if preset.id == name), None)

    def _sister(self, posed: Posed, met: set[str]) -> Posed | None:
        """A sister whose words the learner has not met, and adds them to those that were met."""
        if not isinstance(posed.question, ChoiceQuestion):
            return None
        answers = self._learning.progress.standing(posed.key).answers
        met |= {answer.shown for answer in answers}
        first = self._learning.clock.stamp().wall
        for seed in range(first, first + _TRIES):
            question = self._study.variants.sister(posed.question, seed)
            if question is not None:
                digest = self._study.digest
                sister = Posed(key=posed.key, question=question, variant=seed, pack_digest=digest)
                words = Shown(sister, seed).text
                if words not in met:
                    met.add(words)
                    return sister
        return None


def _said(title: Text, before: str = "") -> Text:
    return Text(before + plain(title.en), before + plain(title.vi))
