"""Where the best next thing is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.cards.drill import Slice
from studyapp.core.ports import Bookmark
from studyapp.core.questions.choosing import Wanted
from studyapp.ui.keeping import wake
from studyapp.words import cards as words
from studyapp.words import quiz

if TYPE_CHECKING:
    from studyapp.study.best import Best
    from studyapp.ui.app import StudyApp


async def follow(app: StudyApp, best: Best) -> None:
    """Go where the best next thing is done, and begin it."""
    match best.kind:
        case "read":
            app.read(Bookmark(best.target, best.target, 0))
        case "advise":
            app.advise(best.target)
        case "rest":
            app.action_progress()
        case "quiz":
            await _practise(app, best)
        case _:
            await _study(app, best)


async def _study(app: StudyApp, best: Best) -> None:
    """Begin a session of cards, or go on with the one that is under way."""
    from studyapp.ui.screens.cards import CardsScreen

    await app.switch_mode("cards")
    screen = app.screen
    if not isinstance(screen, CardsScreen) or not await wake(app):
        return
    if screen.review is not None and screen.review.current is not None:
        screen.go_on()
    elif best.kind == "gaps":
        screen.begin("all", words.FORGOTTEN, Slice(forgotten=True))
    elif best.kind == "new":
        screen.begin("new", words.NEW)
    else:
        screen.begin("due", words.DUE)


async def _practise(app: StudyApp, best: Best) -> None:
    """Begin a sitting of questions, or go on with the one that is under way."""
    from studyapp.ui.screens.quiz import QuizScreen

    await app.switch_mode("quiz")
    screen = app.screen
    if not isinstance(screen, QuizScreen) or not await wake(app):
        return
    if screen.practice is not None and screen.practice.current is not None:
        screen.go_on()
    else:
        name = quiz.FOR_YOU if best.keys else quiz.MIX
        screen.begin(Wanted(keys=best.keys), name)
