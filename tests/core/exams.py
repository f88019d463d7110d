"""Small exams to sit: their paper, clocks to play with, and a log as it would be kept."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from studyapp.core.exams.acts import exam_act_of
from studyapp.core.exams.attempt import Attempt, Step
from studyapp.core.exams.clock import Stamp
from studyapp.core.exams.sheet import Placed, Sheet, Terms, acts_of
from studyapp.core.questions.shown import Shown
from tests.core.bank import choice, posed, response
from tests.core.history import History

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.core.exams.acts import ExamAct
    from studyapp.core.questions.form import ChoiceQuestion

MINUTE = 60_000
QUESTIONS = (
    choice("hat", skill="one", decision="serving"),
    response("hats", skill="two"),
    choice("cap", keys="b", skill="one", rev=3),
    response("caps", keys="de", skill="one"),
)
"""Keys: a; a and b; b; d and e."""


class Clocks:
    """The clocks of a computer, which a test moves apart."""

    def __init__(self) -> None:
        self.wall = 1_790_000_000_000
        self.boot = 3_600_000
        self.boots = 1

    @property
    def stamp(self) -> Stamp:
        return Stamp(self.wall, self.boot, f"boot {self.boots}")

    def run(self, milliseconds: int) -> None:
        """Time passes, the computer awake or asleep."""
        self.wall += milliseconds
        self.boot += milliseconds

    def set(self, milliseconds: int) -> None:
        """Somebody sets the clock on the wall."""
        self.wall += milliseconds

    def reboot(self, milliseconds: int) -> None:
        """The computer is off for a while and starts anew."""
        self.wall += milliseconds
        self.boot = 5_000
        self.boots += 1


def sheet(
    clocks: Clocks,
    *,
    minutes: float = 10,
    mode: Any = "strict",
    questions: Sequence[ChoiceQuestion] = QUESTIONS,
    unscored: frozenset[int] = frozenset(),
    known: frozenset[int] = frozenset(),
) -> Sheet:
    """An exam of these questions, in this order; some places do not count, or are known."""
    places = tuple(
        Placed(Shown(posed(question), 7 + at), at not in unscored, at not in known)
        for at, question in enumerate(questions)
    )
    return Sheet(
        id="attempt",
        pack="pack",
        pack_digest="digest",
        terms=Terms(
            scored=len(places) - len(unscored),
            unscored=len(unscored),
            allowed=round(minutes * MINUTE),
            mode=mode,
        ),
        seed=7,
        places=places,
        misconceptions={},
        scale=(100, 1000),
        pass_mark=750,
        began=clocks.stamp,
    )


@dataclass
class Room:
    """Somebody sits an exam: each step is kept in a log, with a sign of life every few seconds."""

    clocks: Clocks
    attempt: Attempt
    log: History = field(default_factory=History)
    note: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def enter(cls, **terms: Any) -> Room:
        clocks = Clocks()
        begun = sheet(clocks, **terms)
        room = cls(clocks, Attempt.beginning(begun))
        room.keep(acts_of(begun))
        return room

    def did(self, step: object) -> Attempt:
        """Take a step that is not refused."""
        assert isinstance(step, Step), step
        self.attempt = step.attempt
        self.keep(step.acts)
        return self.attempt

    def keep(self, acts: Sequence[ExamAct]) -> None:
        for act in acts:
            event = self.log.did(act)
            self.log.events[-1] = event._replace(body=json.loads(json.dumps(event.body)))
        self.note = json.loads(json.dumps(self.attempt.note))

    def work(self, milliseconds: int, beat: int = 1000) -> None:
        """Think for a while, as the program ticks."""
        for _ in range(milliseconds // beat):
            self.clocks.run(beat)
            self.did(self.attempt.tick(self.clocks.stamp))
        self.note = json.loads(json.dumps(self.attempt.note))

    def folded(self) -> Attempt:
        """What the log says, without the last sign of life."""
        found = Attempt.beginning(self.attempt.sheet)
        for event in self.log.events:
            act = exam_act_of(event)
            assert act is not None
            found = found.after(act)
        return found

    def crash(self) -> None:
        """The program ends without a word, and all that was not kept is gone."""
        self.attempt = self.folded().recalled(self.note)

    def come_back(self) -> Attempt:
        return self.did(self.attempt.come_back(self.clocks.stamp))
