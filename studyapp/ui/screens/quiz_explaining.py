"""The Quiz place after an answer: more of an option, the notes, the advisor, and a card."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from studyapp.ui import behind
from studyapp.ui.screens.quiz_answering import QuizAnswering
from studyapp.words import quiz as words

if TYPE_CHECKING:
    from studyapp.study.practising import Practice


class QuizExplaining(QuizAnswering):
    """What can be done once a question is answered."""

    async def tell_more(self, at: int) -> None:
        """Tell more of the answer with a letter, or less again."""
        practice = self.asked()
        if practice is not None and at < len(practice.draft.shown.lines):
            id_ = practice.draft.shown.lines[at].id
            await self.tell_of(id_, more=id_ not in self.seen.opened)

    async def tell_of(self, id_: str, *, more: bool) -> None:
        """Tell everything of an answer, or only what matters most."""
        practice, seen = self.asked(), self.seen
        if practice is None or practice.explanation is None or not id_:
            return
        seen.opened = seen.opened | {id_} if more else seen.opened - {id_}
        self.show()
        self.paper.go_to(id_)
        explanation = practice.explanation
        if more and id_ not in seen.sought:
            if not explanation.ways(id_):
                await asyncio.to_thread(explanation.pairs, id_)
            seen.sought |= {id_}
            self.show()
            self.paper.go_to(id_)

    async def open_notes(self) -> None:
        """Go to the note behind the question, or let the learner choose of several."""
        practice = self.asked()
        if practice is None or practice.explanation is None:
            return
        behind.open_notes(self.study_app, practice.explanation)

    async def open_advisor(self) -> None:
        """Open the advisor with the facts of the question."""
        practice = self.asked()
        if practice is not None and can_advise(practice):
            behind.open_advisor(self.study_app, practice.draft.shown.question)

    async def make_card(self) -> None:
        """Make the question a flashcard, too, or no longer."""
        practice = self.asked()
        if practice is not None and practice.given is not None:
            if await self.keep(practice.card()):
                self.news = words.CARDED if practice.standing.is_carded else words.UNCARDED
            self.show()


def can_advise(practice: Practice) -> bool:
    """Whether the question is answered, and the advisor knows its decision."""
    return practice.explanation is not None and practice.explanation.judged is not None
