"""What a learner may choose about the next exam: kept with the history, as other choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from studyapp.core.exams.blueprint import terms_of_own, terms_of_preset, usual_minutes
from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.core.exams.acts import ExamMode
    from studyapp.core.exams.sheet import Terms
    from studyapp.core.pack import Exam

MODE: Final = "exam-mode"
LANGUAGE: Final = "exam-language"
EXTRA: Final = "exam-extra-time"
"""Whether there is extra time for those who are no native speakers of English."""
COUNT: Final = "exam-questions"
"""Questions of an exam of the learner's own."""
MINUTES: Final = "exam-minutes"
"""Minutes of such an exam; None or absent for the pace of the whole exam."""

COUNT_MOST: Final = 200
MINUTES_MOST: Final = 600
_COUNT: Final = 15


class AskedExam(NamedTuple):
    """What was asked for as the program was started."""

    preset: str | None
    """One of the pack's, by its id; another name for one of the learner's own; None to choose."""
    seed: int | None
    """Gives the paper; None for a new one."""


def mode_of(settings: Mapping[str, Any]) -> ExamMode:
    """Whether the next exam is strict, as it is unless chosen otherwise."""
    return "relaxed" if settings.get(MODE) == "relaxed" else "strict"


def lang_of(settings: Mapping[str, Any]) -> Lang:
    """The language of the next exam: English unless chosen otherwise."""
    return Lang.VI if settings.get(LANGUAGE) == Lang.VI.value else Lang.EN


def has_extra(settings: Mapping[str, Any]) -> bool:
    """Whether the next exam has the extra time."""
    return settings.get(EXTRA) is True


def count_of(settings: Mapping[str, Any]) -> int:
    """How many questions an exam of the learner's own has."""
    return _number(settings.get(COUNT), COUNT_MOST) or _COUNT


def minutes_of(settings: Mapping[str, Any], exam: Exam) -> int:
    """How many minutes such an exam has, without the extra ones."""
    chosen = _number(settings.get(MINUTES), MINUTES_MOST)
    return chosen or usual_minutes(exam, count_of(settings))


def changed(settings: Mapping[str, Any], name: str) -> str | bool:
    """The value that follows the present one of a choice between two."""
    match name:
        case "exam-mode":
            return "strict" if mode_of(settings) == "relaxed" else "relaxed"
        case "exam-language":
            return lang_of(settings).other.value
        case _:
            return not has_extra(settings)


def terms_of(exam: Exam, preset: str, settings: Mapping[str, Any]) -> Terms:
    """The terms of one of the pack's mock exams by its id, or of the learner's own exam."""
    extra, mode, lang = has_extra(settings), mode_of(settings), lang_of(settings)
    for each in exam.presets:
        if each.id == preset:
            return terms_of_preset(exam, each, extra=extra, mode=mode, lang=lang)
    count, minutes = count_of(settings), minutes_of(settings, exam)
    return terms_of_own(exam, count, minutes, extra=extra, mode=mode, lang=lang)


def _number(said: object, most: int) -> int | None:
    is_one = isinstance(said, int) and not isinstance(said, bool)
    return said if is_one and isinstance(said, int) and 1 <= said <= most else None
