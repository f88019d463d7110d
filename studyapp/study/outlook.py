"""What Progress shows, as values: what was done, what is remembered, and what is to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.history.tallies import Mastery, Streak, Tally, mastery, streak, total
from studyapp.core.prose import plain
from studyapp.core.scheduling.plan import plan
from studyapp.core.text import Text
from studyapp.study.best import best_next
from studyapp.study.marks import read_sections
from studyapp.words import progress as words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from studyapp.core.scheduling.plan import Plan
    from studyapp.core.scheduling.quota import Limits, State
    from studyapp.study.best import Best
    from studyapp.study.study import Study


class Recalled(NamedTuple):
    """How much was known of what was asked for again, over some days."""

    days: int
    asked: int
    known: int

    @property
    def share(self) -> float | None:
        """The true retention, 0 to 1; None when nothing was asked."""
        return self.known / self.asked if self.asked else None


class Spent(NamedTuple):
    """Milliseconds spent on answers, to cards and to questions."""

    today: int
    week: int
    month: int
    all: int


class SkillOutlook(NamedTuple):
    """How well a skill is known."""

    id: str
    """Empty for the items that belong to none."""
    name: Text
    mastery: Mastery


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """How the learner stands today; `look_ahead` tells of the days to come, which takes longer."""

    today: date
    reviews: Mapping[date, int]
    """Answers to cards, crammed ones too, on each day that had any."""
    answers: Mapping[date, int]
    """Answers to questions on each day that had any; `study.quiz_outlook` tells more of them."""
    streak: Streak
    spent: Spent
    recalled: tuple[Recalled, ...]
    """Over the last 7 and 30 days."""
    skills: tuple[SkillOutlook, ...]
    read: int
    """Sections that are marked as read."""
    sections: int
    exam: date | None
    limits: Limits
    best: Best
    states: tuple[State, ...]
    """The items as a plan sees them."""


def look(study: Study) -> Outlook:
    """How things stand; raises StoreError."""
    learning = study.learning
    today, calendar, states = learning.today, learning.progress.calendar, learning.states()
    return Outlook(
        today=today,
        reviews={day: done.reviews for day, done in calendar.items() if done.reviews},
        answers={day: done.answers for day, done in calendar.items() if done.answers},
        streak=streak(calendar, today),
        spent=_spent(calendar, today),
        recalled=tuple(_recalled(calendar, today, days) for days in (7, 30)),
        skills=_skills(study, states, today),
        read=len(read_sections(study)),
        sections=len(study.outline),
        exam=learning.exam,
        limits=learning.limits,
        best=best_next(study),
        states=states,
    )


def look_ahead(outlook: Outlook) -> Plan:
    """The days to come; takes up to a second or two, in any thread."""
    return plan(outlook.states, outlook.today, outlook.exam, outlook.limits)


def _lately(calendar: Mapping[date, Tally], today: date, days: int) -> Tally:
    return total(calendar, today - timedelta(days=days - 1), today)


def _spent(calendar: Mapping[date, Tally], today: date) -> Spent:
    day, week, month = (_lately(calendar, today, days).spent for days in (1, 7, 30))
    return Spent(day, week, month, sum(done.spent for done in calendar.values()))


def _recalled(calendar: Mapping[date, Tally], today: date, days: int) -> Recalled:
    done = _lately(calendar, today, days)
    return Recalled(days, done.asked, done.recalled)


def _skills(study: Study, states: Sequence[State], today: date) -> tuple[SkillOutlook, ...]:
    """The skills in the order of the pack, then the items of none."""
    known = mastery(((state.skill, state.now) for state in states), today)
    found = [
        SkillOutlook(skill.id, _name(skill.code, skill.title), known[skill.id])
        for skill in study.cover.skills
        if skill.id in known
    ]
    if "" in known:
        found.append(SkillOutlook("", words.NO_SKILL, known[""]))
    return tuple(found)


def _name(code: str, title: Text) -> Text:
    return Text(f"{code} {plain(title.en)}", f"{code} {plain(title.vi)}")
