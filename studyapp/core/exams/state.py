"""How an attempt at an exam stands, and how it follows from what was kept of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from studyapp.core.exams.acts import (
    ExamAnswered,
    ExamMarked,
    ExamPaused,
    ExamResumed,
    ExamSubmitted,
)
from studyapp.core.exams.cell import Cell, CellState
from studyapp.core.exams.clock import HEARTBEAT, NEVER, Stamp, elapsed, stamp_of
from studyapp.core.questions.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from studyapp.core.exams.acts import By, ExamAct
    from studyapp.core.exams.sheet import Placed, Sheet

_FIVE_MINUTES = 300_000

Warned = Literal["fifth", "five-minutes"]
"""A fifth of the time is left, or five minutes are."""


class Gap(NamedTuple):
    """A pause or an interruption."""

    at: int
    """When it began, in milliseconds of UTC by the clock on the wall."""
    away: int
    """Milliseconds it lasted, as far as the clocks can tell."""
    counted: int
    """Of those, the ones that count as used."""
    is_pause: bool


@dataclass(frozen=True, slots=True)
class State:
    """An attempt between two acts.

    `after` is the only way from one to the next, whether an act is done now or read from the log:
    what is resumed is what was left.
    """

    sheet: Sheet
    cells: tuple[Cell, ...]
    """In the order of the paper."""
    last: Stamp
    """The latest sign of life."""
    place: int = 0
    """The question that is shown, from 0."""
    used: int = 0
    """Milliseconds of the time allowed, up to the latest sign of life."""
    is_paused: bool = False
    ended: By | None = None
    """By whom; None while it runs."""
    gaps: tuple[Gap, ...] = ()
    """Pauses and interruptions that are over."""

    @classmethod
    def beginning(cls, sheet: Sheet) -> Self:
        """The first question is shown, and nothing is answered."""
        cells = tuple(
            Cell(Draft(each.shown), is_seen=not at) for at, each in enumerate(sheet.places)
        )
        return cls(sheet, cells, sheet.began)

    # --- what is shown

    @property
    def cell(self) -> Cell:
        """How the question that is shown stands."""
        return self.cells[self.place]

    @property
    def draft(self) -> Draft:
        """The question that is shown, and its answer in the making."""
        return self.cell.draft

    @property
    def placed(self) -> Placed:
        """The question that is shown."""
        return self.sheet.places[self.place]

    @property
    def counts(self) -> Counter[CellState]:
        """How many questions stand how."""
        return Counter(cell.state for cell in self.cells)

    @property
    def blanks(self) -> tuple[int, ...]:
        """The places that score nothing as they stand: unseen, blank, or answered in part."""
        return tuple(at for at, cell in enumerate(self.cells) if cell.state != "answered")

    @property
    def flagged(self) -> tuple[int, ...]:
        """The places that are marked to come back to."""
        return tuple(at for at, cell in enumerate(self.cells) if cell.is_flagged)

    # --- time

    @property
    def is_over(self) -> bool:
        """Whether it was submitted."""
        return self.ended is not None

    @property
    def allowed(self) -> int:
        """Milliseconds there are for everything."""
        return self.sheet.terms.allowed

    @property
    def remaining(self) -> int:
        """Milliseconds that are left; at this very moment it is ``charged(now).remaining``."""
        return self.allowed - self.used

    @property
    def is_up(self) -> bool:
        """Whether no time is left."""
        return self.remaining <= 0

    @property
    def warning(self) -> Warned | None:
        """What to say calmly of the time that is left: the later warning of those that are due."""
        fifth = self.allowed // 5
        due: list[tuple[int, Warned]] = [(fifth, "fifth"), (_FIVE_MINUTES, "five-minutes")]
        passed = [each for each in due if self.remaining <= each[0] < self.allowed]
        return min(passed)[1] if passed else None

    @property
    def ahead(self) -> float:
        """Questions answered beyond what the time used asks for; below 0 when behind."""
        return self.counts["answered"] - len(self.cells) * self.used / self.allowed

    def charged(self, now: Stamp) -> Self:
        """The same, with the time that has passed since the latest sign of life.

        A strict exam counts all of it; a relaxed one no more than a heartbeat, for what took longer
        was spent with the program closed or the computer asleep. Pauses count nothing.
        """
        if self.is_over or self.is_paused:
            return self
        passed = elapsed(self.last, now)
        if self.sheet.terms.mode == "relaxed":
            passed = min(passed, HEARTBEAT)
        return self._used(min(self.used + passed, self.allowed), now)

    def shown_at(self, place: int) -> Self:
        """The same, with another question shown."""
        return replace(self, place=place)

    # --- what was kept

    def after(self, act: ExamAct) -> Self:
        """What an act leads to; what makes no sense here, and what comes too late, to nothing."""
        if self.is_over or act.attempt != self.sheet.id:
            return self
        is_late = act.used >= self.allowed
        then = self._used(min(max(act.used, self.used), self.allowed), act.stamp)
        match act:
            case ExamAnswered(place=place) if not is_late and 0 <= place < len(self.cells):
                return then._at(place, then.cells[place].answered(act))
            case ExamMarked(place=place) if not is_late and 0 <= place < len(self.cells):
                return then._at(place, then.cells[place].marked(act))
            case ExamPaused():
                return replace(then, is_paused=True)
            case ExamResumed():
                began = act.stamp.wall - act.away
                gap = Gap(began, act.away, act.counted, self.is_paused)
                return replace(then, is_paused=False, gaps=(*self.gaps, gap))
            case ExamSubmitted():
                return replace(then._spent(act.spent), is_paused=False, ended=act.by)
            case _:
                return then

    @property
    def note(self) -> dict[str, Any]:
        """What a heartbeat keeps beside the log, for `recalled`."""
        return {
            "attempt": self.sheet.id,
            "used": self.used,
            "stamp": list(self.last),
            "place": self.place,
            "spent": [cell.spent for cell in self.cells],
        }

    def recalled(self, note: Mapping[str, Any]) -> Self:
        """The same, with what the last heartbeat kept, if it is no older than the log."""
        if note.get("attempt") != self.sheet.id:
            return self
        match note:
            case {"used": int(used), "stamp": said, "place": int(place), "spent": list(spent)}:
                is_older = self.is_over or used < self.used or stamp_of(said) == NEVER
                if is_older or not 0 <= place < len(self.cells):
                    return self
                then = replace(self, used=min(used, self.allowed), last=stamp_of(said), place=place)
                return then._spent(tuple(spent))
            case _:
                return self

    def _used(self, used: int, last: Stamp) -> Self:
        cell = replace(self.cell, spent=self.cell.spent + used - self.used)
        there = self._with(self.place, cell)
        return replace(there, used=used, last=self.last if last == NEVER else last)

    def _spent(self, spent: tuple[Any, ...]) -> Self:
        if len(spent) != len(self.cells) or not all(type(each) is int for each in spent):
            return self
        pairs = zip(self.cells, spent, strict=True)
        return replace(self, cells=tuple(replace(cell, spent=each) for cell, each in pairs))

    def _at(self, place: int, cell: Cell) -> Self:
        """The same, with one question as it stands now; it is the one that is shown."""
        return self._with(place, cell).shown_at(place)

    def _with(self, place: int, cell: Cell) -> Self:
        return replace(self, cells=(*self.cells[:place], cell, *self.cells[place + 1 :]))
