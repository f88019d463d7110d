"""What became of the answers to one question, folded from its events and scored as of now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast, get_args

from studyapp.core.history.events import Answered, Confidence, Mode, Rating, Regraded
from studyapp.core.scheduling.memory import AGAIN, GOOD

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from datetime import date

    from studyapp.core.days import Days
    from studyapp.core.history.events import Event

LONGEST: Final = 900_000
"""Milliseconds that count of one answer; who needs more has left the room."""


class Answer(NamedTuple):
    """One answer that holds."""

    id: str
    """Of its event."""
    at: int
    """Milliseconds of UTC."""
    day: date
    """The learner's day."""
    chosen: tuple[str, ...]
    is_right: bool
    """By the key as it was last corrected."""
    was_right: bool
    """As it was told when it was given."""
    graded_rev: int
    """Of the question whose key says whether it is right."""
    confidence: Confidence
    milliseconds: int
    peeked: bool
    read_in: str
    sitting: str
    mode: Mode
    rev: int
    variant: int | None
    shown: str
    """Of a variant: what was shown, as `core.questions.shown.Shown.text` writes it."""
    is_repeat: bool
    """The question itself, no variant of it, was answered before in the same sitting."""
    counts: bool
    """Whether it belongs in the accuracy: not when an answer to the same was taken back earlier
    that day, for that had shown the key."""

    @property
    def is_known(self) -> bool:
        """Right, and not by luck."""
        return self.is_right and self.confidence != "guess"

    @property
    def is_confident_mistake(self) -> bool:
        """Wrong, and sure of it."""
        return not self.is_right and self.confidence == "sure"

    @property
    def rating(self) -> Rating | None:
        """What it says to the schedule; None for variants and repeats, which leave it alone."""
        if self.variant is not None or self.is_repeat:
            return None
        return GOOD if self.is_known else AGAIN


def is_answer(event: Event) -> bool:
    """Whether an event is an answer that can be understood; other programs may write anything."""
    return (
        event.kind == Answered.kind
        and isinstance(event.body.get("right"), bool)
        and isinstance(event.body.get("chosen"), list | tuple)
    )


def shows_key(event: Event) -> bool:
    """Whether an event is an answer after which the key of the question itself is known."""
    return is_answer(event) and event.body.get("variant") is None


def answers(events: Iterable[Event], undone: Container[str], days: Days) -> tuple[Answer, ...]:
    """Fold the events of one question, in order; `undone` has the ids of those that do not hold."""
    given: list[Event] = []
    regraded: dict[str, tuple[bool, int]] = {}
    for event in events:
        if is_answer(event):
            given.append(event)
        elif event.kind == Regraded.kind and event.id not in undone:
            right = event.body.get("right")
            if isinstance(right, bool):
                regraded[str(event.body.get("target"))] = right, _rev(event)
    found = []
    met: set[str] = set()
    revealed: set[tuple[date, int | None]] = set()
    for event in given:
        day, variant = days.of(event.at), _whole(event.body.get("variant"))
        if event.id in undone:
            revealed.add((day, variant))
            continue
        sitting = str(event.body.get("sitting", ""))
        is_repeat = variant is None and sitting in met
        if variant is None and sitting:
            met.add(sitting)
        counts = (day, variant) not in revealed
        found.append(_answer(event, day, regraded.get(event.id), is_repeat, counts))
    return tuple(found)


def _answer(
    event: Event, day: date, regraded: tuple[bool, int] | None, is_repeat: bool, counts: bool
) -> Answer:
    body = event.body
    is_right, graded_rev = regraded or (body["right"], _rev(event))
    return Answer(
        id=event.id,
        at=event.at,
        day=day,
        chosen=tuple(map(str, body["chosen"])),
        is_right=is_right,
        was_right=body["right"],
        graded_rev=graded_rev,
        confidence=cast("Confidence", _one_of(Confidence, body.get("confidence"), "think")),
        milliseconds=spent(event),
        peeked=body.get("peeked") is True,
        read_in=str(body.get("read_in", "ui")),
        sitting=str(body.get("sitting", "")),
        mode=cast("Mode", _one_of(Mode, body.get("mode"), "practice")),
        rev=_rev(event),
        variant=_whole(body.get("variant")),
        shown=str(body.get("shown", "")),
        is_repeat=is_repeat,
        counts=counts,
    )


def spent(event: Event) -> int:
    """The milliseconds that count of an answer."""
    return min(max(_whole(event.body.get("milliseconds")) or 0, 0), LONGEST)


def _rev(event: Event) -> int:
    rev = _whole(event.body.get("rev"))
    return 1 if rev is None else rev


def _one_of(known: Any, said: object, otherwise: str) -> str:
    return next((each for each in get_args(known) if each == said), otherwise)


def _whole(said: object) -> int | None:
    return said if type(said) is int else None
