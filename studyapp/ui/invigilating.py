"""What an exam that runs means to the rest of the program: it comes first, and help is refused."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec

from studyapp.core.ports import StoreError
from studyapp.words import exam as words
from studyapp.words import exam_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.core.exams.attempt import Attempt
    from studyapp.core.text import Text
    from studyapp.study.study import Study
    from studyapp.ui.app import StudyApp

_MINUTE: Final = 60_000
REFUSED: Final[set[str]] = set()
"""The actions that do nothing while a strict exam runs."""
P = ParamSpec("P")


def running(study: Study) -> Attempt | None:
    """The exam that runs, as it stands this moment; nothing of exams is loaded when none does.

    None, too, as long as the history is not awake. Raises StoreError.
    """
    learning = study.learning
    if not learning.is_awake:
        return None
    attempts = learning.progress.exams.attempts(study.cover.id)
    if all(sat.by is not None for sat in attempts):
        return None
    found = study.examining.running
    return None if found is None else found.charged(study.examining.now)


def running_said(attempt: Attempt) -> Text:
    """That an exam runs, and how much time is left of it."""
    called = words.PAUSED if attempt.is_paused else words.RUNNING
    return called.format(
        minutes=-(-attempt.remaining // _MINUTE),
        answered=attempt.counts["answered"],
        questions=len(attempt.cells),
    )


async def end_if_up(app: StudyApp) -> None:
    """End an exam whose time ran out while it was not open, and tell so."""
    found = running(app.study)
    if found is not None and found.is_up and await app.study.examining.end_if_up() is not None:
        app.tell(exam_place.ENDED_WHILE_AWAY, severity="warning")


def is_refused(app: StudyApp) -> bool:
    """Whether a strict exam runs, in which nothing else opens; says so if it does."""
    try:
        found = running(app.study)
    except StoreError:
        return False
    if found is None or found.refuses_help is None:
        return False
    from studyapp.ui.screens.exam import ExamScreen

    if isinstance(app.screen, ExamScreen):  # a passing message would hide the time
        app.screen.tell(words.REFUSALS[found.refuses_help.value])
    else:
        app.tell(exam_place.NO_HELP)
    return True


def only_refuses(study: Study, action: str) -> bool:
    """Whether a key of the program would only be told that a strict exam runs."""
    if action not in REFUSED or not study.is_awake:
        return False
    exams = study.learning.progress.exams
    return any(
        sat.by is None and sat.started.mode == "strict" and exams.attempt(sat.id) is not None
        for sat in exams.attempts(study.cover.id)
    )


def refused_in_exams(
    act: Callable[Concatenate[StudyApp, P], None],
) -> Callable[Concatenate[StudyApp, P], None]:
    """Let an act of the program do nothing but say so while a strict exam runs."""
    REFUSED.add(f"app.{act.__name__.removeprefix('action_')}")

    @wraps(act)
    def unless_refused(app: StudyApp, /, *args: P.args, **kwargs: P.kwargs) -> None:
        if not is_refused(app):
            act(app, *args, **kwargs)

    return unless_refused
