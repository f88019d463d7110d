"""What an exam is made of: how many questions of each kind, and in how much time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.exams.sheet import Terms
from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from studyapp.core.exams.acts import ExamMode
    from studyapp.core.pack import Exam, Preset

_MINUTE: Final = 60_000


def terms_of_preset(
    exam: Exam,
    preset: Preset,
    *,
    extra: bool = False,
    mode: ExamMode = "strict",
    lang: Lang = Lang.EN,
) -> Terms:
    """The terms of one of the pack's mock exams."""
    minutes = preset.minutes + (extra_minutes(exam, preset.minutes) if extra else 0)
    return Terms(
        preset=preset.id,
        scored=preset.scored,
        unscored=preset.unscored,
        allowed=round(_MINUTE * minutes),
        has_extra=extra,
        mode=mode,
        lang=lang,
    )


def terms_of_own(
    exam: Exam,
    scored: int,
    minutes: float,
    *,
    extra: bool = False,
    mode: ExamMode = "strict",
    lang: Lang = Lang.EN,
) -> Terms:
    """The terms of an exam with a count and a time, without the extra one, of the learner's own."""
    more = extra_minutes(exam, minutes) if extra else 0
    return Terms(
        scored=scored,
        allowed=round(_MINUTE * (minutes + more)),
        has_extra=extra,
        mode=mode,
        lang=lang,
    )


def usual_minutes(exam: Exam, questions: int) -> int:
    """The minutes that a number of questions has at the pace of the whole exam."""
    return max(1, round(questions * exam.minutes / (exam.scored + exam.unscored)))


def extra_minutes(exam: Exam, minutes: float) -> float:
    """The extra time for those who are no native speakers: as large a share as of the exam's."""
    return exam.extra_minutes * minutes / exam.minutes


def cut(terms: Terms, room: int) -> Terms:
    """The same for no more questions than there are, at the same pace; unscored ones go first."""
    asked = terms.scored + terms.unscored
    if asked <= room:
        return terms
    scored = min(terms.scored, room)
    return Terms(
        preset=terms.preset,
        scored=scored,
        unscored=room - scored,
        allowed=round(terms.allowed * room / asked),
        has_extra=terms.has_extra,
        mode=terms.mode,
        lang=terms.lang,
    )


def allot(
    count: int, weights: Mapping[str, float], room: Mapping[str, int], chance: Random
) -> dict[str, int]:
    """Share a number out by weight: whole parts first, then to the largest remainders.

    What has no room for its share leaves the rest to the others. `chance` tells equal remainders
    apart.
    """
    given = dict.fromkeys(weights, 0)
    left = min(count, sum(room.values()))
    while left:
        open_ = {name: weight for name, weight in weights.items() if given[name] < room[name]}
        for name, more in _by_largest_remainder(left, open_, chance).items():
            given[name] += min(more, room[name] - given[name])
        left = min(count, sum(room.values())) - sum(given.values())
    return given


def _by_largest_remainder(
    count: int, weights: Mapping[str, float], chance: Random
) -> dict[str, int]:
    total = sum(weights.values())
    shares = {name: count * weight / total for name, weight in weights.items()}
    given = {name: int(share) for name, share in shares.items()}
    names = list(weights)
    chance.shuffle(names)
    names.sort(key=lambda name: given[name] - shares[name])
    for name in names[: count - sum(given.values())]:
        given[name] += 1
    return given
