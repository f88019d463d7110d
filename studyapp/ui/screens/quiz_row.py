"""What is said under a question: what to do, how much time is left, what the next key does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.questions.grading import needed
from studyapp.words import explaining
from studyapp.words import quiz as words

if TYPE_CHECKING:
    from studyapp.core.text import Text
    from studyapp.study.practising import Practice


def hint(practice: Practice, lifted: str | None) -> Text:
    """What there is to do before the answer can be submitted; ``lifted`` is being moved."""
    draft, question = practice.draft, practice.draft.shown.question
    if lifted is not None:
        return words.LIFTED
    if not draft.is_complete:
        asked = needed(question)
        return words.HINTS[question.type].format(count=len(draft.chosen), all=asked)
    if question.type in ("ordering", "matching"):
        return words.READY_ALL
    letters = ", ".join(sorted(draft.shown.letter(each) for each in draft.chosen))
    return words.READY.format(answer=letters)


def below(practice: Practice, *, is_asking: bool) -> Text | None:
    """How much time is left, and what the next key does."""
    time, given = _time(practice), practice.given
    if given is None:
        told = [time, words.SURE_HINT if is_asking else None]
    else:
        comes_back = given.is_missed and not given.is_return
        is_going = practice.timing.kind == "set"
        told = [time if is_going else None, explaining.COMES_BACK if comes_back else None]
        told.append(explaining.GO_ON)
    said: Text | None = None
    for each in told:
        if each is not None:
            said = each if said is None else words.TOLD.format(one=said, other=each)
    return said


def _time(practice: Practice) -> Text | None:
    """What the clock says; None without one."""
    left = practice.seconds_left
    if left is None:
        return None
    if practice.timing.kind == "set":
        return words.SET_LEFT.format(time=_clock(left)) if left > 0 else words.SET_OVER
    said = words.PACE_LEFT if left >= 0 else words.PACE_OVER
    return said.format(time=_clock(abs(left)))


def _clock(seconds: float) -> str:
    minutes, left = divmod(int(seconds), 60)
    return f"{minutes}:{left:02}"
