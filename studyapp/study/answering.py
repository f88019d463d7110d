"""A sitting of questions as it stands: what is asked, the answer in the making, and the time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.core.questions.draft import Draft
from studyapp.core.questions.explaining import Explanation
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.questions.grading import grade
from studyapp.core.questions.ways import ways_of
from studyapp.core.text import Lang
from studyapp.study.choices import languages_of, read_in_of

if TYPE_CHECKING:
    from datetime import datetime

    from studyapp.core.history.events import Confidence
    from studyapp.core.history.standing import Standing
    from studyapp.core.questions.form import Question
    from studyapp.core.questions.shown import Posed, Shown
    from studyapp.core.questions.sitting import Sitting, Timing, Try
    from studyapp.core.questions.ways import Ways
    from studyapp.study.study import Study


@dataclass(frozen=True, slots=True)
class Sight:
    """Where a sitting stands: what is asked, the answer in the making, and what was submitted."""

    sitting: Sitting
    draft: Draft | None
    """None at the end."""
    given: Try | None = None
    """The answer, once it is submitted: its grade and explanation are shown."""

    @classmethod
    def of(cls, sitting: Sitting) -> Sight:
        """A question that was just put, with nothing picked."""
        shown = sitting.shown
        return cls(sitting, None if shown is None else Draft(shown))


class Answering:
    """A sitting as it stands; nothing here is kept, and no change of the language touches it."""

    def __init__(self, study: Study, sitting: Sitting, timing: Timing) -> None:
        self.timing = timing
        self.sight = Sight.of(sitting)
        self._study = study
        self._explained: tuple[Draft, Explanation] | None = None
        self._prepared: tuple[Question | None, Ways | None] = (None, None)
        self._began = self._shown_at = self._now

    # --- what is asked

    @property
    def sitting(self) -> Sitting:
        """The queue, with all tries but the one that is being explained."""
        return self.sight.sitting

    @property
    def current(self) -> Posed | None:
        """What is asked or explained now; None at the end."""
        return self.sitting.current

    @property
    def shown(self) -> Shown | None:
        """The same, with its answers in order; None at the end."""
        return None if self.sight.draft is None else self.sight.draft.shown

    @property
    def draft(self) -> Draft:
        """The answer in the making; raises LookupError at the end."""
        if self.sight.draft is None:
            raise LookupError("the sitting is over")
        return self.sight.draft

    @property
    def given(self) -> Try | None:
        """What was submitted, until the next question."""
        return self.sight.given

    @property
    def standing(self) -> Standing:
        """How things stand with the question."""
        return self._study.learning.progress.standing(self._key)

    @property
    def read_in(self) -> str:
        """The study language; one of `study.choices.QUESTION_LANGUAGES`."""
        return read_in_of(self._study.learning.progress.settings)

    def languages(self, screen: Lang) -> tuple[Lang, Lang]:
        """The languages of question and explanation, when the screen is in one."""
        return languages_of(self.read_in, screen)

    @property
    def explanation(self) -> Explanation | None:
        """Why each answer is right or wrong; None before the answer is submitted."""
        return None if self.given is None else self.foreseen

    @property
    def foreseen(self) -> Explanation:
        """The explanation, were the answer submitted as it stands; LookupError at the end."""
        draft, known = self.draft, self._explained
        if known is None or known[0].shown is not draft.shown or known[0].chosen != draft.chosen:
            question = draft.shown.question
            found = Explanation(
                question, grade(question, draft.chosen), self._ways, self._study.misconceptions
            )
            known = self._explained = (draft, found)
        return known[1]

    def prepare(self) -> None:
        """Find out what the explanation will say, while the learner reads.

        Takes some milliseconds, and up to 0.1 s when a decision is asked about for the first time.
        """
        if (ways := self._ways) is not None:
            ways.seek()

    @property
    def _ways(self) -> Ways | None:
        question = None if self.current is None else self.current.question
        if question is not self._prepared[0]:
            decision = question.decision if isinstance(question, ChoiceQuestion) else None
            advisor = self._study.advisor(decision) if decision in self._study.decisions else None
            self._prepared = question, None if question is None else ways_of(advisor, question)
        return self._prepared[1]

    # --- time

    @property
    def seconds(self) -> float:
        """Seconds since the question was shown, or that the answer took."""
        if self.given is not None:
            return self.given.milliseconds / 1000
        return max(0.0, (self._now - self._shown_at).total_seconds())

    @property
    def seconds_left(self) -> float | None:
        """Seconds left of the set's time or of the question's pace, below 0 when it is over.

        None without a clock. Time goes on while explanations are read, but not a question's.
        """
        match self.timing.kind:
            case "set":
                return self.timing.seconds - (self._now - self._began).total_seconds()
            case "pace":
                return self.timing.seconds - self.seconds
            case _:
                return None

    # --- the answer in the making, which is not kept

    def pick(self, line_id: str) -> None:
        """Pick an option or put an entry next, or take it back; see `Draft.picked`."""
        self._redraft(self.draft.picked(line_id))

    def move(self, entry_id: str, by: int) -> None:
        """Move an entry of an ordering question up (below 0) or down."""
        self._redraft(self.draft.moved(entry_id, by))

    def match(self, prompt_id: str, match_id: str | None) -> None:
        """Give a prompt of a matching question the answer of a match, or none."""
        self._redraft(self.draft.matched(prompt_id, match_id))

    def strike(self, option_id: str) -> None:
        """Strike an option out, or bring it back."""
        self._redraft(self.draft.strike(option_id))

    def feel(self, confidence: Confidence) -> None:
        """Say how sure the answer is; one that says nothing counts as thought."""
        self._redraft(replace(self.draft, confidence=confidence))

    def peek(self) -> None:
        """Take note that the question is looked at in another language than that of the sitting."""
        self._redraft(replace(self.draft, has_peeked=True))

    def _redraft(self, draft: Draft) -> None:
        if self.given is None:
            self.sight = replace(self.sight, draft=draft)

    def _stand(self, sight: Sight) -> None:
        if sight.given is None:
            self._shown_at = self._now
        self.sight = sight

    @property
    def _key(self) -> str:
        return self.draft.shown.posed.key

    @property
    def _now(self) -> datetime:
        return self._study.learning.clock.now()
