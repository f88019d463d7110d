"""What a learner may choose about studying: kept with the history, so that computers share it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from studyapp.core.cards.drill import cards_in
from studyapp.core.scheduling.quota import Limits
from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Mapping

EXAM: Final = "exam"
"""The day of the exam, YYYY-MM-DD; None or absent without one."""
NEW: Final = "new-a-day"
"""Items to meet for the first time in a day."""
MINUTES: Final = "minutes-a-day"
"""Minutes for all reviews of a day; None or absent for as many as it takes."""
RETENTION_AIM: Final = "retention"
"""The chance of recall to aim at, within `RETENTION_RANGE`."""
DIRECTION: Final = "card-languages"
"""One of `DIRECTIONS`."""
TWO_BUTTONS: Final = "two-buttons"
"""Whether answers are only rated as forgotten or known."""
TYPED: Final = "typed-answers"
"""Whether answers are typed before the back is shown."""
SESSION: Final = "session"
"""The most that is asked at one go; one of `SESSIONS`."""
QUESTIONS: Final = "question-languages"
"""One of `QUESTION_LANGUAGES`."""

DIRECTIONS: Final = ("ui", "en-vi", "vi-en")
"""Cards in the language of the screen; English fronts with Vietnamese backs; the reverse."""
QUESTION_LANGUAGES: Final = ("ui", "en-vi", "en")
"""Questions in the language of the screen; English ones with Vietnamese explanations; English."""
UNLESS_SET: Final = Limits()
SESSIONS: Final = (
    "all",
    "cards:10",
    "cards:20",
    "cards:50",
    "minutes:5",
    "minutes:10",
    "minutes:20",
)
RETENTION_RANGE: Final = (0.7, 0.97)
NEW_MOST: Final = 999
MINUTES_MOST: Final = 999


def exam_of(settings: Mapping[str, Any]) -> date | None:
    """The day of the exam; None when there is none, or what was set is no day."""
    said = settings.get(EXAM)
    try:
        return date.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        return None


def limits_of(settings: Mapping[str, Any], seconds: float) -> Limits:
    """What the learner is willing to do in a day, who takes some seconds for an item.

    What was set and makes no sense, perhaps by another version, counts as not set.
    """
    new = _number(settings.get(NEW), 0, NEW_MOST)
    minutes = _number(settings.get(MINUTES), 1, MINUTES_MOST)
    retention = _number(settings.get(RETENTION_AIM), *RETENTION_RANGE)
    return Limits(
        new=UNLESS_SET.new if new is None else int(new),
        minutes=minutes,
        seconds=seconds,
        retention=UNLESS_SET.retention if retention is None else retention,
    )


def direction_of(settings: Mapping[str, Any]) -> str:
    """In which languages cards are asked; one of `DIRECTIONS`."""
    return _one_of(DIRECTIONS, settings.get(DIRECTION))


def read_in_of(settings: Mapping[str, Any]) -> str:
    """In which languages questions are asked and explained; one of `QUESTION_LANGUAGES`."""
    return _one_of(QUESTION_LANGUAGES, settings.get(QUESTIONS))


def languages_of(read_in: str, screen: Lang) -> tuple[Lang, Lang]:
    """The languages of a question and of its explanation, when the screen is in one."""
    match read_in:
        case "en-vi":
            return Lang.EN, Lang.VI
        case "en":
            return Lang.EN, Lang.EN
        case _:
            return screen, screen


def session_of(settings: Mapping[str, Any]) -> str:
    """How long a session is; one of `SESSIONS`."""
    return _one_of(SESSIONS, settings.get(SESSION))


def cards_of(session: str, seconds: float) -> int | None:
    """How many cards a session of `SESSIONS` has, at the seconds one takes; None without end."""
    unit, _, number = session.partition(":")
    match unit:
        case "cards":
            return int(number)
        case "minutes":
            return cards_in(int(number), seconds)
        case _:
            return None


def _one_of(choices: tuple[str, ...], said: object) -> str:
    return next((choice for choice in choices if choice == said), choices[0])


def _number(said: object, least: float, most: float) -> float | None:
    if isinstance(said, int | float) and not isinstance(said, bool) and least <= said <= most:
        return said
    return None
