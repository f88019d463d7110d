"""What a learner may choose about practising questions: kept with the history, as other choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from studyapp.core.questions.sitting import UNTIMED, Timing
from studyapp.study.choices import QUESTION_LANGUAGES, QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZE: Final = "questions-at-one-go"
"""One of `SIZES`."""
CLOCK: Final = "question-clock"
"""One of `CLOCKS`."""
OPENED: Final = "exam-questions-in-practice"
"""Whether practice asks what is kept back for the timed exam, too."""

SIZES: Final = ("10", "20", "30", "all", "5")
"""Questions of a sitting; the first one unless another is chosen."""
CLOCKS: Final = ("none", "pace", "minutes:10", "minutes:20", "minutes:30", "minutes:60")
"""No clock; the exam's time for each question; minutes for the whole sitting."""
_OFFERED: Final = {SIZE: SIZES, CLOCK: CLOCKS, QUESTIONS: QUESTION_LANGUAGES}


def size_of(settings: Mapping[str, Any]) -> int | None:
    """How many questions a sitting has; None for all there are."""
    said = _one_of(SIZES, settings.get(SIZE))
    return None if said == "all" else int(said)


def clock_of(settings: Mapping[str, Any], pace: Timing | None) -> str:
    """How long a sitting may take; one of `CLOCKS`, and the exam's only where there is one."""
    return _one_of(_offered(CLOCK, pace), settings.get(CLOCK))


def timing_of(settings: Mapping[str, Any], pace: Timing | None) -> Timing:
    """The same as a timing; `pace` is that of the exam, None where there is no exam."""
    kind, _, minutes = clock_of(settings, pace).partition(":")
    if kind == "minutes":
        return Timing.for_set(int(minutes))
    return UNTIMED if kind == "none" or pace is None else pace


def is_opened(settings: Mapping[str, Any]) -> bool:
    """Whether practice asks what is kept back for the timed exam, too."""
    return settings.get(OPENED) is True


def changed(settings: Mapping[str, Any], name: str, pace: Timing | None) -> str | bool:
    """The value that follows the present one of a choice."""
    if name not in _OFFERED:
        return settings.get(name) is not True
    offered = _offered(name, pace)
    at = offered.index(_one_of(offered, settings.get(name)))
    return offered[(at + 1) % len(offered)]


def _offered(name: str, pace: Timing | None) -> tuple[str, ...]:
    return tuple(each for each in _OFFERED[name] if each != "pace" or pace is not None)


def _one_of(offered: tuple[str, ...], said: object) -> str:
    return next((each for each in offered if each == said), offered[0])
