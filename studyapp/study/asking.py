"""What a session of cards asks now, in which languages, and what may be said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from studyapp.core.cards.typing_check import Check, Verdict, check
from studyapp.core.scheduling.memory import AGAIN, GOOD, RATINGS, preview
from studyapp.core.text import Lang
from studyapp.study.choices import TWO_BUTTONS, TYPED, direction_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.core.cards.deck import Item
    from studyapp.core.cards.drill import Drill
    from studyapp.core.history.events import Rating
    from studyapp.core.history.standing import Standing
    from studyapp.study.learning import Learning

_TYPED_MOST: Final = 40
"""Characters of the longest back that is asked for in writing."""
_SUGGESTED: Final[Mapping[Verdict, Rating]] = {
    Verdict.RIGHT: GOOD,
    Verdict.NEAR: 2,
    Verdict.WRONG: AGAIN,
}


@dataclass(frozen=True, slots=True)
class Sight:
    """Where a session stands: what is asked, and how much of it is shown."""

    drill: Drill
    is_revealed: bool = False
    has_peeked: bool = False
    """The other language has been looked at since the front was shown."""
    check: Check | None = None
    """What was said about the typed answer."""


class Asking:
    """A session as it stands; nothing here is kept."""

    def __init__(self, learning: Learning, drill: Drill, *, crammed: bool) -> None:
        self.crammed = crammed
        """Whether its answers leave the schedule alone."""
        self.sight = Sight(drill)
        self._learning = learning

    @property
    def current(self) -> Item | None:
        """What is asked now; None at the end."""
        return self.sight.drill.current

    @property
    def left(self) -> int:
        """Items that are still to come, the current one among them."""
        return len(self.sight.drill.waiting)

    @property
    def standing(self) -> Standing:
        """How things stand with the current item."""
        return self._learning.progress.standing(self._asked().key)

    @property
    def is_leech(self) -> bool:
        """Whether the current item is forgotten again and again."""
        memory = self._learning.progress.memory(self._asked().key)
        return memory is not None and memory.is_leech

    @property
    def has_changed(self) -> bool:
        """Whether the meaning of the current item is not the one that was learned."""
        return 0 < self.standing.rev < self._asked().rev

    def languages(self, shown: Lang) -> tuple[Lang, Lang]:
        """The languages of front and back, when the screen is in one."""
        match direction_of(self._learning.progress.settings):
            case "en-vi":
                return Lang.EN, Lang.VI
            case "vi-en":
                return Lang.VI, Lang.EN
            case _:
                return shown, shown

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """The ratings to choose from."""
        is_short = self._learning.progress.settings.get(TWO_BUTTONS) is True
        return (AGAIN, GOOD) if is_short else RATINGS

    def intervals(self) -> Mapping[Rating, int]:
        """Days until the item is due again, by rating, and no later than the exam.

        Without the ratings that bring it back in this session, and those of a crammed one.
        """
        if self.crammed:
            return {}
        learning = self._learning
        today, exam = learning.today, learning.exam
        memory = learning.progress.memory(self._asked().key)
        days = preview(memory, today, learning.limits.retention)
        most = None if exam is None or exam <= today else (exam - today).days
        return {
            rating: days[rating] if most is None else min(days[rating], most)
            for rating in self.ratings
            if rating != AGAIN
        }

    def is_typed(self, shown: Lang) -> bool:
        """Whether the answer to the current item is typed, when the screen is in a language."""
        back = self._asked().back[self.languages(shown)[1]]
        return self._learning.progress.settings.get(TYPED) is True and len(back) <= _TYPED_MOST

    @property
    def suggested(self) -> Rating:
        """The rating that the typed answer speaks for; good without one."""
        given = GOOD if self.sight.check is None else _SUGGESTED[self.sight.check.verdict]
        return given if given in self.ratings else AGAIN

    def reveal(self) -> None:
        """Show the back."""
        self.sight = replace(self.sight, is_revealed=True)

    def answer(self, typed: str, shown: Lang) -> None:
        """Hold a typed answer against the back, and show it."""
        said = check(typed, self._asked().back, self.languages(shown)[1])
        self.sight = replace(self.sight, is_revealed=True, check=said)

    def peek(self) -> None:
        """Take note that the other language is looked at, unless the back is shown already."""
        if not self.sight.is_revealed:
            self.sight = replace(self.sight, has_peeked=True)

    def _asked(self) -> Item:
        if self.current is None:
            raise LookupError("the session is over")
        return self.current
