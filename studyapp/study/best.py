"""The one best thing to do now, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from studyapp.core.history.standing import rating_of
from studyapp.core.history.tallies import mastery
from studyapp.core.prose import plain
from studyapp.core.questions.choosing import Wanted
from studyapp.core.scheduling.memory import AGAIN
from studyapp.core.scheduling.quota import quota
from studyapp.core.text import Text
from studyapp.study.marks import read_sections
from studyapp.words import progress as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.core.history.events import Event
    from studyapp.core.pack import Skill
    from studyapp.core.scheduling.quota import State
    from studyapp.study.learning import Learning
    from studyapp.study.study import Study

_FIRM_DAYS: Final = 7
"""Stability in days from which on one is sure to know an item."""
_MANY_MISSED: Final = 3
_MET: Final = 10
"""Cards from which on one knows enough to try questions."""
_READ: Final = 3
"""The same for sections of the notes."""


class Best(NamedTuple):
    """Something to do, with the reason in a line."""

    kind: Literal["due", "final", "gaps", "quiz", "read", "new", "advise", "rest"]
    what: Text
    why: Text
    keys: tuple[str, ...] = ()
    """The items it is about; of a quiz its questions, or none for the best mix of all."""
    target: str = ""
    """The section to read, or the decision to try."""


def best_next(study: Study) -> Best:
    """The best thing to do now; raises StoreError.

    What is due comes first, for it is lost soonest: cards, then questions; then what was thought
    to be known and was not, and questions that were missed; then a first quiz for who has read or
    met enough; then reading on in the weakest skill, new items, new questions, and a scenario.
    """
    learning = study.learning
    states = learning.states()
    left = quota(states, learning.today, learning.exam, learning.limits)
    if left.due:
        what = words.BEST_DUE.format(count=len(left.due))
        return Best("due", what, words.BEST_DUE_WHY, left.due)
    if left.final:
        what = words.BEST_FINAL.format(count=len(left.final))
        return Best("final", what, words.BEST_FINAL_WHY, left.final)
    if due := _questions(study, Wanted(due=True)):
        return Best(
            "quiz", words.BEST_QUIZ_DUE.format(count=len(due)), words.BEST_QUIZ_DUE_WHY, due
        )
    if slipped := _slipped(learning, states):
        what = words.BEST_GAPS.format(count=len(slipped))
        return Best("gaps", what, words.BEST_GAPS_WHY, slipped)
    missed = _questions(study, Wanted(missed=True))
    if len(missed) >= _MANY_MISSED:
        return Best(
            "quiz",
            words.BEST_QUIZ_MISSED.format(count=len(missed)),
            words.BEST_QUIZ_MISSED_WHY,
            missed,
        )
    unseen = _questions(study, Wanted(unseen=True))
    if unseen and len(unseen) == len(_questions(study)) and _is_ready(study, states):
        return Best("quiz", words.BEST_QUIZ_FIRST, words.BEST_QUIZ_FIRST_WHY)
    if (reading := _reading(study, states)) is not None:
        return reading
    if left.new:
        what = words.BEST_NEW.format(count=len(left.new))
        return Best("new", what, words.BEST_NEW_WHY, left.new)
    if unseen:
        return Best("quiz", words.BEST_QUIZ_NEW.format(count=len(unseen)), words.BEST_ADVISE_WHY)
    return _scenario(study)


def _questions(study: Study, wanted: Wanted | None = None) -> tuple[str, ...]:
    return tuple(posed.key for posed in study.quizzing.find(wanted))


def _is_ready(study: Study, states: Sequence[State]) -> bool:
    """Whether enough was read or met to try a question."""
    met = sum(state.now is not None for state in states)
    return met >= _MET or len(read_sections(study)) >= _READ


def _slipped(learning: Learning, states: Sequence[State]) -> tuple[str, ...]:
    """What was firm this morning, was forgotten today, and has not been recalled since."""
    progress, today = learning.progress, learning.today
    return tuple(
        state.key
        for state in states
        if state.start is not None
        and state.start.stability >= _FIRM_DAYS
        and progress.standing(state.key).is_forgotten_on(today)
        and not _is_mended(progress.events(state.key))
    )


def _is_mended(events: Iterable[Event]) -> bool:
    """Whether the last answer was known, be it one that leaves the schedule alone."""
    *_, last = (event for event in events if rating_of(event) is not None)
    return rating_of(last) != AGAIN and not last.body.get("guessed")


def _reading(study: Study, states: Sequence[State]) -> Best | None:
    """The first section of the weakest skill that is not read yet."""
    known = mastery(((state.skill, state.now) for state in states), study.learning.today)

    def strength(skill: Skill) -> tuple[float, float]:
        return (known[skill.id].recall if skill.id in known else 0.0, -skill.weight)

    weakest = min(study.cover.skills, key=strength)
    read = read_sections(study)
    for entry in study.outline:
        if entry.skill == weakest.id and entry.id not in read:
            title = Text(plain(entry.title.en), plain(entry.title.vi))
            percent = round(100 * strength(weakest)[0])
            why = words.BEST_READ_WHY.format(skill=weakest.code, percent=percent)
            return Best("read", words.BEST_READ.format(title=title), why, target=entry.id)
    return None


def _scenario(study: Study) -> Best:
    """A decision to try, another one each day."""
    decisions = tuple(study.decisions.items())
    if not decisions:
        return Best("rest", words.BEST_REST, words.BEST_REST_WHY)
    decision, title = decisions[study.learning.today.toordinal() % len(decisions)]
    what = words.BEST_ADVISE.format(title=Text(plain(title.en), plain(title.vi)))
    return Best("advise", what, words.BEST_ADVISE_WHY, target=decision)
