"""`Quizzing`: the bank of questions as it stands, and how a sitting of it begins.

A sitting goes: ``practice = study.quizzing.begin(Wanted(skills={...}))``; then, until
``practice.current`` is None, show ``practice.shown``, change ``practice.draft`` by `pick`, `strike`
and `feel`, ``await practice.submit()``, show ``practice.given.grade`` and
``practice.explanation``, and go on by ``practice.next()``. At the end ``practice.summary()``.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.advising.decision import Scenario
from studyapp.core.history.events import Regraded
from studyapp.core.prose import plain
from studyapp.core.questions.choosing import By, Candidate, Order, Wanted, choose, fitting, named
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.questions.grading import grade, is_answer_to
from studyapp.core.questions.judging import facts_of
from studyapp.core.questions.shown import Posed, case_of, parts
from studyapp.core.questions.sitting import UNTIMED, Sitting, Timing
from studyapp.core.text import Text
from studyapp.study.practising import Practice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from studyapp.core.questions.form import Question
    from studyapp.core.questions.variants.sisters import Variant
    from studyapp.study.advice import Consultation
    from studyapp.study.study import Study

QUESTIONS: Final = 10
"""Questions of a sitting, unless the learner wants another number."""
_AHEAD: Final = 3
"""Questions of a sitting without end that are made before they are asked."""
_LINE: Final = 70


class Counts(NamedTuple):
    """How many questions of a part of the bank stand how; none that are suspended."""

    questions: int
    unseen: int
    missed: int
    due: int
    flagged: int


class Part(NamedTuple):
    """A named part of the bank that can be practised by itself."""

    name: str
    """As the pack has it: the id of a skill, a decision, a comparison page; a type; a
    difficulty."""
    wanted: Wanted
    counts: Counts


class Rescored(NamedTuple):
    """A question whose key was corrected, and what that did to earlier answers."""

    posed: Posed
    better: int
    """Answers that were wrong and are right now."""
    worse: int


class Quizzing:
    """The questions of a pack and what the learner did with them; raises StoreError."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._learning = study.learning

    def posed(self, key: str) -> Posed | None:
        """The question with a key, or that once had it; None when the bank has it no longer."""
        question = self._learning.question(key)
        return None if question is None else self._posed(question)

    def candidates(self) -> tuple[Candidate, ...]:
        """Every question of the bank as it stands, those kept back and suspended too."""
        progress = self._learning.progress
        return tuple(
            Candidate(self._posed(question), progress.standing(key), progress.memory(key))
            for key, question in self._learning.questions.items()
        )

    def find(self, wanted: Wanted | None = None) -> tuple[Posed, ...]:
        """The questions of a part of the bank that may be asked today, in the author's order."""
        found = fitting(self.candidates(), wanted or Wanted(), self._learning.today)
        return tuple(each.posed for each in found)

    def counts(self, wanted: Wanted | None = None) -> Counts:
        """How many questions of a part of the bank there are to ask."""
        found = fitting(self.candidates(), wanted or Wanted(), self._learning.today)
        return _counts(found, self._learning.today)

    def parts(self, by: By, *, exam_only: bool = False) -> tuple[Part, ...]:
        """The parts of the bank, those with the most questions first."""
        today, wanted = self._learning.today, Wanted(exam_only=exam_only)
        groups: dict[str, list[Candidate]] = {}
        for each in fitting(self.candidates(), wanted, today):
            groups.setdefault(named(each.posed.question, by), []).append(each)
        groups.pop("", None)
        found = [
            Part(name, _wanted(by, name, exam_only=exam_only), _counts(members, today))
            for name, members in groups.items()
        ]
        return tuple(sorted(found, key=lambda part: -part.counts.questions))

    def begin(
        self,
        wanted: Wanted | None = None,
        *,
        order: Order = "mix",
        count: int | None = QUESTIONS,
        timing: Timing = UNTIMED,
        seed: int | None = None,
    ) -> Practice:
        """A sitting of a part of the bank; without a part it is the best mix of all of it.

        `count` None takes all there is. The seed gives which questions, and every order; without
        one it is the time. Nothing that fits gives a sitting that is over.
        """
        given = self._now if seed is None else seed
        weights = {skill.id: float(skill.weight) for skill in self._study.cover.skills}
        chosen = choose(
            self.candidates(),
            wanted or Wanted(),
            self._learning.today,
            Random(given),  # noqa: S311 -- an order, not a secret
            count=count,
            order=order,
            weights=weights,
        )
        return self.sit(chosen, timing=timing, seed=given)

    def endless(
        self, wanted: Wanted | None = None, *, timing: Timing = UNTIMED, seed: int | None = None
    ) -> Practice:
        """A sitting of sisters of a part of the bank, which goes on until the learner ends it.

        The seed gives every one of them; without one it is the time. Where nothing that fits has a
        sister, the sitting is over.
        """
        given = self._now if seed is None else seed
        found = (posed.question for posed in self.find(wanted))
        templates = [each for each in found if isinstance(each, ChoiceQuestion)]
        made = map(self._sister, self._study.variants.endless(templates, given))
        practice = self.sit(tuple(islice(made, _AHEAD)), timing=timing, seed=given)
        practice.go_on(made)
        return practice

    def sit(
        self, posed: Sequence[Posed], *, timing: Timing = UNTIMED, seed: int | None = None
    ) -> Practice:
        """A sitting of these questions in this order, variants among them."""
        store, progress = self._learning.store, self._learning.progress
        id_ = f"{store.device[:8]}-{self._now:x}-{len(progress.ledger):x}"
        sitting = Sitting(id_, self._now if seed is None else seed, tuple(posed))
        return Practice(self._study, sitting, timing)

    @property
    def exam_pace(self) -> Timing | None:
        """The time that the exam allows for each question; None where the pack has no exam."""
        exam = self._study.cover.exam
        if exam is None:
            return None
        return Timing.at_pace(exam.minutes, exam.scored + exam.unscored)

    async def rescore(self) -> tuple[Rescored, ...]:
        """Hold earlier answers against the present keys, and keep what changes; tell the learner.

        To be called when the bank is first needed. Doing it again finds nothing more. Answers to
        variants and to other forms of a question say nothing of its key. Raises NotSavedError.
        """
        acts = tuple(self._corrections())
        await self._learning.keep(*acts)
        better, worse = Counter[str](), Counter[str]()
        for act in acts:
            (better if act.right else worse)[str(act.item)] += 1
        questions = ((key, self.posed(key)) for key in dict.fromkeys(str(a.item) for a in acts))
        return tuple(Rescored(p, better[key], worse[key]) for key, p in questions if p)

    def consult(self, question: Question) -> Consultation | None:
        """The advisor with the facts of a question; None for one that is about no decision.

        The learner's own facts come back by an undo there. Raises ContentError.
        """
        if not isinstance(question, ChoiceQuestion) or question.decision is None:
            return None
        talk = self._study.consult(question.decision)
        talk.load(_scenario(question, question.decision, self._posed(question)))
        return talk

    def _corrections(self) -> Iterator[Regraded]:
        standing = self._learning.progress.standing
        for key, question in self._learning.questions.items():
            for answer in standing(key).answers:
                if answer.variant is None and answer.graded_rev <= question.rev:
                    right = grade(question, answer.chosen).is_right
                    if right != answer.is_right and is_answer_to(question, answer.chosen):
                        yield Regraded(item=key, target=answer.id, right=right, rev=question.rev)

    def _sister(self, made: Variant) -> Posed:
        key = f"{self._learning.pack_id}/{made.template.id}"
        digest = self._study.digest
        return Posed(key=key, question=made.question, variant=made.seed, pack_digest=digest)

    def _posed(self, question: Question) -> Posed:
        key = f"{self._learning.pack_id}/{question.id}"
        return Posed(key=key, question=question, case=case_of(question, self._learning.cases))

    @property
    def _now(self) -> int:
        return int(self._learning.clock.now().timestamp() * 1000)


def _wanted(by: By, name: str, *, exam_only: bool) -> Wanted:
    match by:
        case "skill":
            return Wanted(skills={name}, exam_only=exam_only)
        case "decision":
            return Wanted(decisions={name}, exam_only=exam_only)
        case "type":
            return Wanted(types={name}, exam_only=exam_only)
        case "difficulty":
            return Wanted(difficulties={name}, exam_only=exam_only)
        case "pair":
            return Wanted(pairs={name}, exam_only=exam_only)


def _counts(found: Sequence[Candidate], today: date) -> Counts:
    return Counts(
        questions=len(found),
        unseen=sum(each.is_unseen for each in found),
        missed=sum(each.standing.is_missed for each in found),
        due=sum(each.is_due(today) for each in found),
        flagged=sum(each.standing.is_flagged for each in found),
    )


def _scenario(question: ChoiceQuestion, decision: str, posed: Posed) -> Scenario:
    """The situation of a question, as one to start from in the advisor."""
    told = [part.text for part in parts(question, posed.case)]
    story = Text(" ".join(text.en for text in told), " ".join(text.vi for text in told))
    title = Text(_headline(question.stem.en), _headline(question.stem.vi))
    return Scenario(
        id=question.id,
        decision=decision,
        title=title,
        story=story,
        facts=facts_of(question),
        expect={},
        because=question.takeaway,
    )


def _headline(stem: str) -> str:
    """The first sentence, or as much of it as a line holds."""
    first, end, _ = plain(stem).partition(". ")
    return first + end.strip() if len(first) <= _LINE else f"{first[:_LINE].rstrip()}…"
