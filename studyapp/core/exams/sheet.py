"""What is fixed when an exam begins: its terms and its paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.exams.acts import ExamPaper, ExamStarted, Listed
from studyapp.core.exams.paper import Paper, packed, unpacked
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.questions.shown import Posed, Shown
from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.core.exams.acts import ExamMode
    from studyapp.core.exams.clock import Stamp
    from studyapp.core.questions.form import Misconception


class Placed(NamedTuple):
    """A question at its place in the paper."""

    shown: Shown
    is_scored: bool
    """Whether it counts; one cannot tell while the exam runs."""
    is_new: bool
    """Whether the learner had never seen it before the exam."""

    @property
    def question(self) -> ChoiceQuestion:
        """What is asked."""
        question = self.shown.question
        if not isinstance(question, ChoiceQuestion):
            raise TypeError("an exam asks for choices only")
        return question

    @property
    def listed(self) -> Listed:
        """What the list of the exam's questions says of it."""
        key, rev = self.shown.posed.key, self.question.rev
        return Listed(key, self.shown.seed, self.is_scored, self.is_new, rev)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is agreed before an exam begins."""

    preset: str = ""
    """One of the pack's, by its id; empty for counts and a time of the learner's own."""
    scored: int
    unscored: int = 0
    allowed: int
    """Milliseconds, the extra ones among them."""
    has_extra: bool = False
    """Whether there is extra time for those who are no native speakers."""
    mode: ExamMode = "strict"
    lang: Lang = Lang.EN


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An exam as it was when it began; a pack that is edited meanwhile changes nothing of it."""

    id: str
    """Of the attempt."""
    pack: str
    pack_digest: str
    terms: Terms
    seed: int
    places: tuple[Placed, ...]
    """The questions in their order."""
    misconceptions: Mapping[str, Misconception]
    """By id, those that wrong answers of the paper name."""
    scale: tuple[int, int]
    """Lowest and highest scaled score."""
    pass_mark: int
    """Scaled score needed to pass."""
    began: Stamp


def acts_of(sheet: Sheet) -> tuple[ExamStarted | ExamPaper, ...]:
    """What is kept when an exam begins, all or none."""
    questions = tuple(each.question for each in sheet.places)
    pieces = packed(Paper(questions=questions, misconceptions=tuple(sheet.misconceptions.values())))
    terms = sheet.terms
    started = ExamStarted(
        attempt=sheet.id,
        stamp=sheet.began,
        pack=sheet.pack,
        pack_digest=sheet.pack_digest,
        preset=terms.preset,
        mode=terms.mode,
        lang=terms.lang.value,
        allowed=terms.allowed,
        has_extra=terms.has_extra,
        seed=sheet.seed,
        questions=tuple(each.listed for each in sheet.places),
        parts=len(pieces),
        scale=sheet.scale,
        pass_mark=sheet.pass_mark,
    )
    stamp = sheet.began
    papers = (
        ExamPaper(attempt=sheet.id, stamp=stamp, part=part, text=text)
        for part, text in enumerate(pieces)
    )
    return (started, *papers)


def terms_of(started: ExamStarted) -> Terms:
    """The terms under which an exam began."""
    scored = sum(each.is_scored for each in started.questions)
    return Terms(
        preset=started.preset,
        scored=scored,
        unscored=len(started.questions) - scored,
        allowed=started.allowed,
        has_extra=started.has_extra,
        mode=started.mode,
        lang=Lang(started.lang),
    )


def sheet_of(started: ExamStarted, papers: Iterable[ExamPaper]) -> Sheet:
    """The exam that began so; raises ValueError where a part of its paper is not there."""
    pieces = {each.part: each.text for each in papers}
    if set(pieces) != set(range(started.parts)):
        raise ValueError("a part of the paper is missing")
    paper = unpacked([pieces[part] for part in range(started.parts)])
    if len(paper.questions) != len(started.questions) or not paper.questions:
        raise ValueError("the paper has other questions than the exam")
    return Sheet(
        id=started.attempt,
        pack=started.pack,
        pack_digest=started.pack_digest,
        terms=terms_of(started),
        seed=started.seed,
        places=tuple(
            Placed(
                Shown(Posed(key=each.key, question=question), each.seed),
                each.is_scored,
                each.is_new,
            )
            for each, question in zip(started.questions, paper.questions, strict=True)
        ),
        misconceptions={each.id: each for each in paper.misconceptions},
        scale=started.scale,
        pass_mark=started.pass_mark,
        began=started.stamp,
    )
