"""An answer in the making: what is picked, struck out and felt before it is submitted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.core.questions.form import ChoiceQuestion, MatchingQuestion, OrderingQuestion
from studyapp.core.questions.grading import Chosen, needed, pairs

if TYPE_CHECKING:
    from studyapp.core.history.events import Confidence
    from studyapp.core.questions.shown import Shown


@dataclass(frozen=True, slots=True)
class Draft:
    """Each change gives a new one; ids that were not shown change nothing."""

    shown: Shown
    chosen: Chosen = ()
    """As `core.questions.grading` reads it."""
    struck: frozenset[str] = frozenset()
    """Options that are struck out; to pick one is to bring it back."""
    confidence: Confidence | None = None
    has_peeked: bool = False
    """The other language has been looked at since the question was shown."""

    @property
    def is_complete(self) -> bool:
        """Whether as much is picked, put in order or matched as is asked for."""
        return len(self.chosen) == needed(self.shown.question)

    @property
    def arranged(self) -> Chosen:
        """Of an ordering question: what was put in order, then the rest as it is shown."""
        rest = (line.id for line in self.shown.lines if line.id not in self.chosen)
        return (*self.chosen, *rest)

    def picked(self, line_id: str) -> Draft:
        """Pick an option or take it back; of an ordering question, put the entry next, or back.

        A choice has one pick, and another one replaces it. A response takes no more picks than it
        asks for: one has to be taken back first.
        """
        if not self.shown.letter(line_id) or isinstance(self.shown.question, MatchingQuestion):
            return self
        if line_id in self.chosen:
            return replace(self, chosen=tuple(each for each in self.chosen if each != line_id))
        if self.is_complete and not self._is_choice:
            return self
        before = () if self._is_choice else self.chosen
        return replace(self, chosen=(*before, line_id), struck=self.struck - {line_id})

    def moved(self, entry_id: str, by: int) -> Draft:
        """Move an entry of an ordering question up (below 0) or down; all are in order then."""
        if not (isinstance(self.shown.question, OrderingQuestion) and entry_id in self.arranged):
            return self
        order = list(self.arranged)
        at = order.index(entry_id)
        order.remove(entry_id)
        order.insert(max(0, at + by), entry_id)
        return replace(self, chosen=tuple(order))

    def matched(self, prompt_id: str, match_id: str | None) -> Draft:
        """Give a prompt the answer of a match, or none."""
        if not isinstance(self.shown.question, MatchingQuestion):
            return self
        known = {line.id for line in self.shown.lines}
        given = pairs(self.chosen)
        given.pop(prompt_id, None)
        if {prompt_id, match_id} <= known:
            given[prompt_id] = str(match_id)
        order = (line.id for line in self.shown.lines if line.id in given)
        return replace(self, chosen=tuple(f"{prompt}={given[prompt]}" for prompt in order))

    def strike(self, option_id: str) -> Draft:
        """Strike an option out, or bring it back; a pick that is struck out is taken back."""
        if not (isinstance(self.shown.question, ChoiceQuestion) and self.shown.letter(option_id)):
            return self
        chosen = tuple(each for each in self.chosen if each != option_id)
        return replace(self, chosen=chosen, struck=self.struck ^ {option_id})

    @property
    def _is_choice(self) -> bool:
        return isinstance(self.shown.question, ChoiceQuestion) and (
            self.shown.question.type == "choice"
        )
