"""How one question of an exam stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from studyapp.core.exams.acts import ExamAnswered, ExamMarked
    from studyapp.core.questions.draft import Draft
    from studyapp.core.questions.grading import Chosen

CellState = Literal["answered", "partial", "blank", "unseen"]
"""All picked that is asked for; less than that, which counts as wrong; nothing; never shown."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How one question of the paper stands."""

    draft: Draft
    """What is picked and struck out, and how sure the answer is if that was said."""
    is_seen: bool = False
    is_flagged: bool = False
    glosses: int = 0
    """Looks at the other language."""
    spent: int = 0
    """Milliseconds it was shown; between two signs of life a crash may lose some."""
    answers: tuple[Chosen, ...] = ()
    """The complete answers one after the other, the last one included."""

    @property
    def state(self) -> CellState:
        """What the review grid says of it, flags aside."""
        if not self.is_seen:
            return "unseen"
        if not self.draft.chosen:
            return "blank"
        return "answered" if self.draft.is_complete else "partial"

    def answered(self, act: ExamAnswered) -> Cell:
        """What an answer leads to; one that names what the question does not have, to nothing."""
        if not all(self.draft.shown.letter(each) for each in act.chosen):
            return self
        draft = replace(
            self.draft,
            chosen=act.chosen,
            confidence=act.confidence,
            struck=self.draft.struck - set(act.chosen),
        )
        answers = self.answers
        if draft.is_complete and (not answers or set(answers[-1]) != set(act.chosen)):
            answers = (*answers, act.chosen)
        return replace(self, draft=draft, is_seen=True, answers=answers)

    def marked(self, act: ExamMarked) -> Cell:
        """What a mark leads to."""
        there = replace(self, is_seen=True)
        match act.what:
            case "seen":
                return there
            case "flag":
                return replace(there, is_flagged=act.on)
            case "gloss":
                draft = replace(self.draft, has_peeked=True)
                return replace(there, draft=draft, glosses=self.glosses + 1)
            case "strike":
                option = {act.option} & {line.id for line in self.draft.shown.lines}
                struck = self.draft.struck | option if act.on else self.draft.struck - option
                return replace(there, draft=replace(self.draft, struck=struck))
