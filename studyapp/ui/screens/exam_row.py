"""What is said under a question of a running exam, and in its grid: what to do, and the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.questions.accuracy import CONFIDENCES
from studyapp.core.questions.grading import needed
from studyapp.core.text import Lang, Text
from studyapp.ui.widgets.grid_view import Entry
from studyapp.words import cards as common
from studyapp.words import exam as words
from studyapp.words import exam_place as said
from studyapp.words import quiz
from studyapp.words.exam_result import clock

if TYPE_CHECKING:
    from studyapp.core.exams.attempt import Attempt
    from studyapp.core.exams.cell import Cell, CellState

GLYPHS: Final[dict[CellState, str]] = {
    "answered": "●",
    "partial": "◐",
    "blank": "○",
    "unseen": "·",
}
_ROLES: Final[dict[CellState, str]] = {
    "answered": "takeaway.label",
    "partial": "notice.exam",
    "blank": "",
    "unseen": "muted",
}
_FLAG: Final = "⚑"


def about(attempt: Attempt) -> Text:
    """Which question of how many, and whether it is flagged or was looked at."""
    cell = attempt.cell
    told = said.QUESTION.format(at=attempt.place + 1, all=len(attempt.cells))
    if cell.is_flagged:
        told = common.PLACE.format(place=told, what=said.FLAGGED)
    if cell.glosses:
        told = common.PLACE.format(place=told, what=said.GLOSSED)
    return told


def hint(cell: Cell) -> Text:
    """What there is to do; once there is a whole answer, how sure it is."""
    draft = cell.draft
    if not draft.is_complete:
        asked = needed(draft.shown.question)
        hints = quiz.HINTS[draft.shown.question.type]
        return hints.format(count=len(draft.chosen), all=asked)
    felt = {
        each: said.FELT.format(
            mark="●" if each == draft.confidence else "○", name=quiz.CONFIDENCES[each]
        )
        for each in CONFIDENCES
    }
    return said.ANSWER.format(answer=letters(cell), felt=said.FELT_THREE.format(**felt))


def letters(cell: Cell, between: str = ", ") -> str:
    """The letters that are picked."""
    shown = cell.draft.shown
    return between.join(sorted(shown.letter(each) for each in cell.draft.chosen))


def time_left(attempt: Attempt) -> Text:
    """The time that is left, a calm word when it gets short, and how it compares to the pace."""
    told = said.LEFT.format(time=clock(attempt.remaining))
    if attempt.warning is not None:
        told = said.TOLD.format(one=told, other=words.WARNINGS[attempt.warning])
    return said.TOLD.format(one=told, other=_pace(attempt.ahead))


def entries(attempt: Attempt) -> tuple[Entry, ...]:
    """Every question of an exam for its grid."""
    return tuple(_entry(cell) for cell in attempt.cells)


def counted(attempt: Attempt) -> Text:
    """How many questions stand how, which explains the glyphs, too."""
    counts = attempt.counts
    told = [(glyph, words.STATES[state], counts[state]) for state, glyph in GLYPHS.items()]
    told.append((_FLAG, words.MARKS["flag"], len(attempt.flagged)))
    each = [said.GRID_COUNT.format(glyph=glyph, name=name, count=n) for glyph, name, n in told]
    # No line ends within one of them.
    return Text(
        *("  ".join(one[lang].replace(" ", "\N{NO-BREAK SPACE}") for one in each) for lang in Lang)
    )


def _entry(cell: Cell) -> Entry:
    flag = _FLAG if cell.is_flagged else ""
    return Entry(f"{GLYPHS[cell.state]}{letters(cell, '')}{flag}", _ROLES[cell.state])


def _pace(ahead: float) -> Text:
    count = int(abs(ahead))
    if not count:
        return said.ON_PACE
    return (said.AHEAD if ahead > 0 else said.BEHIND).format(count=count)
