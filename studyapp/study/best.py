"""The one best thing to do now, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from studyapp.core.memory import AGAIN
from studyapp.core.prose import plain
from studyapp.core.quota import quota
from studyapp.core.standing import rating_of
from studyapp.core.tallies import mastery
from studyapp.core.text import Text
from studyapp.study.marks import read_sections
from studyapp.words import progress as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.core.events import Event
    from studyapp.core.pack import Skill
    from studyapp.core.quota import State
    from studyapp.study.learning import Learning
    from studyapp.study.study import Study

_FIRM_DAYS: Final = 7
"""Stability in days from which on one is sure to know an item."""


class Best(NamedTuple):
    """Something to do, with the reason in a line."""

    kind: Literal["due", "final", "gaps", "read", "new", "advise", "rest"]
    what: Text
    why: Text
    keys: tuple[str, ...] = ()
    """The items it is about."""
    target: str = ""
    """The section to read, or the decision to try."""


def best_next(study: Study) -> Best:
    """The best thing to do now; raises StoreError.

    What is due comes first, for it is lost soonest; then what was thought to be known and was not;
    then reading on in the weakest skill, new items, and a scenario.
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
    if slipped := _slipped(learning, states):
        what = words.BEST_GAPS.format(count=len(slipped))
        return Best("gaps", what, words.BEST_GAPS_WHY, slipped)
    if (reading := _reading(study, states)) is not None:
        return reading
    if left.new:
        what = words.BEST_NEW.format(count=len(left.new))
        return Best("new", what, words.BEST_NEW_WHY, left.new)
    return _scenario(study)


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
