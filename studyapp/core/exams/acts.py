"""What happens in an exam: one fact each, with the time that was used by then.

No act of an exam is taken back by an undo: answers are changed by other answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal, NamedTuple

from studyapp.core.exams.clock import NEVER, Stamp
from studyapp.core.history.events import Act, Confidence
from studyapp.core.plain_data import read

if TYPE_CHECKING:
    from studyapp.core.history.events import Event

ExamMode = Literal["strict", "relaxed"]
"""No pause and no help; or pauses, and a look at the other language that is counted."""
By = Literal["learner", "time"]
"""Who ended an exam."""
Mark = Literal["seen", "flag", "strike", "gloss"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamAct(Act):
    """Something that happened in an attempt at an exam."""

    attempt: str
    """The id of the attempt."""
    used: int = 0
    """Milliseconds of the time allowed that were used by then."""
    stamp: Stamp = NEVER
    """What the clocks said."""


class Listed(NamedTuple):
    """A question in the list of an exam's questions."""

    key: str
    """``pack/id``."""
    seed: int
    """Gives the order of its answers."""
    is_scored: bool
    """Whether it counts; one cannot tell while the exam runs."""
    is_new: bool
    """Whether the learner had never seen it before the exam."""
    rev: int
    """Of the question, as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamStarted(ExamAct):
    """An exam began; the questions themselves are in the `ExamPaper` events kept with it."""

    kind: ClassVar[str] = "ExamStarted"
    pack: str
    """The id of the pack."""
    pack_digest: str
    """Of the pack as it was."""
    preset: str = ""
    """One of the pack's, by its id; empty for counts and a time of the learner's own."""
    mode: ExamMode = "strict"
    lang: str = "en"
    """The language the exam is sat in."""
    allowed: int
    """Milliseconds."""
    has_extra: bool = False
    """Whether the time allowed has the extra minutes for those who are no native speakers."""
    seed: int
    """Gave the choice of questions and every order."""
    questions: tuple[Listed, ...]
    """In the order of the paper."""
    parts: int
    """How many `ExamPaper` events there are."""
    scale: tuple[int, int] = (100, 1000)
    pass_mark: int = 750


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamPaper(ExamAct):
    """A part of the questions of an exam as they were when it began."""

    kind: ClassVar[str] = "ExamPaper"
    part: int
    """From 0."""
    text: str
    """A piece of what `core.exams.paper.packed` gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamAnswered(ExamAct):
    """An answer was given, changed or taken back; the last one of each question counts."""

    kind: ClassVar[str] = "ExamAnswered"
    place: int
    """Of the question in the paper, from 0."""
    chosen: tuple[str, ...] = ()
    """The ids of the options picked; empty when the answer was taken back."""
    right: bool = False
    """By the key of the paper."""
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamMarked(ExamAct):
    """A question was seen for the first time, flagged, or glossed; or an option was struck out."""

    kind: ClassVar[str] = "ExamMarked"
    place: int
    what: Mark
    on: bool = True
    option: str = ""
    """What was struck out, or brought back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamPaused(ExamAct):
    """A relaxed exam was paused."""

    kind: ClassVar[str] = "ExamPaused"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamResumed(ExamAct):
    """An exam went on after a pause or an interruption."""

    kind: ClassVar[str] = "ExamResumed"
    away: int = 0
    """Milliseconds of the interruption, as far as the clocks can tell; of a pause, too."""
    counted: int = 0
    """Of those, the ones that count as used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamSubmitted(ExamAct):
    """An exam ended; nothing that comes later counts."""

    kind: ClassVar[str] = "ExamSubmitted"
    by: By = "learner"
    spent: tuple[int, ...] = ()
    """Milliseconds on each question, in the order of the paper."""


_ACTS: Final[dict[str, type[ExamAct]]] = {
    act.kind: act
    for act in (
        ExamStarted,
        ExamPaper,
        ExamAnswered,
        ExamMarked,
        ExamPaused,
        ExamResumed,
        ExamSubmitted,
    )
}
KINDS: Final = frozenset(_ACTS)
"""The kinds of events that belong to exams."""


def exam_act_of(event: Event) -> ExamAct | None:
    """The act of an exam that an event keeps; None for any other, and for one without sense."""
    known = _ACTS.get(event.kind)
    if known is None:
        return None
    try:
        return read(known, event.body)
    except ValueError:
        return None
