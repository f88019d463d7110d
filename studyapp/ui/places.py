"""The places beside Home, each loaded when somebody first goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen


def _notes() -> Screen[object]:
    from studyapp.ui.screens.notes import NotesScreen

    return NotesScreen()


def _advisor() -> Screen[object]:
    from studyapp.ui.screens.advisor import AdvisorScreen

    return AdvisorScreen()


def _cards() -> Screen[object]:
    from studyapp.ui.screens.cards import CardsScreen

    return CardsScreen()


def _quiz() -> Screen[object]:
    from studyapp.ui.screens.quiz import QuizScreen

    return QuizScreen()


def _exam() -> Screen[object]:
    from studyapp.ui.screens.exam import ExamScreen

    return ExamScreen()


def _progress() -> Screen[object]:
    from studyapp.ui.screens.progress import ProgressScreen

    return ProgressScreen()


PLACES: Final[dict[str, str | Callable[[], Screen[object]]]] = {
    "notes": _notes,
    "advisor": _advisor,
    "cards": _cards,
    "quiz": _quiz,
    "exam": _exam,
    "progress": _progress,
}
"""By the name of the mode, what makes its screen."""
