"""What happened: one fact each, never changed and never deleted.

All progress is folded from these. A kind is written the same way here and in the database; a kind
that this version does not know is kept and passed on.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Rating = Literal[1, 2, 3, 4]
"""Again, hard, good, easy."""
Confidence = Literal["guess", "think", "sure"]
"""How sure the learner was of an answer, said before the key was shown."""
Mode = Literal["practice", "exam"]

_FIELDS_OF_EVENT: Final = {"item"}


class Event(NamedTuple):
    """A fact as the log keeps it."""

    id: str
    """UUIDv7, 32 hexadecimal digits."""
    device: str
    """The id of the computer that wrote it."""
    number: int
    """Counts the events of its device, from 1."""
    at: int
    """When, by the wall clock, in milliseconds of UTC."""
    order: int
    """Sorts the events of all devices: never goes backwards on a device, even if its clock does."""
    kind: str
    item: str | None
    """What it is about, as ``pack/id``; None when it is about no item."""
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Something the learner did, before the log gives it a time and an id."""

    kind: ClassVar[str]
    item: str | None = None

    def body(self) -> dict[str, Any]:
        """What the log keeps beside the item; fields at their default are left out."""
        return {
            field.name: list(value) if isinstance(value, tuple) else value
            for field in fields(self)
            if field.name not in _FIELDS_OF_EVENT
            and (value := getattr(self, field.name)) != field.default
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed(Act):
    """An answer to a card, rated by the learner."""

    kind: ClassVar[str] = "Reviewed"
    rating: Rating
    milliseconds: int = 0
    """From showing the front to the rating."""
    guessed: bool = False
    """Right but guessed: counts as known in accuracy, and as forgotten for scheduling."""
    peeked: bool = False
    """The other language was looked at first."""
    crammed: bool = False
    """Outside the schedule, which it does not touch."""
    digest: str = ""
    """Of the words that were shown."""
    rev: int = 1
    """Of the item, as it was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Act):
    """A question of the bank, or a variant made from one, was answered."""

    kind: ClassVar[str] = "Answered"
    chosen: tuple[str, ...]
    """As `core.questions.grading.grade` reads it: ids of options or entries, or prompts with
    answers; empty for a blank answer."""
    right: bool
    """By the key that was shown with it; a `Regraded` may say otherwise later."""
    confidence: Confidence = "think"
    milliseconds: int = 0
    """From showing the question to submitting the answer."""
    peeked: bool = False
    """The other language was looked at before answering."""
    read_in: str = "ui"
    """The study language; one of `study.choices.QUESTION_LANGUAGES`."""
    seed: int = 0
    """Of the order in which the answers were shown."""
    digest: str = ""
    """Of the words that were shown, in any order of the answers."""
    rev: int = 1
    """Of the question, as it was shown."""
    sitting: str = ""
    """Shared by all answers of one sitting."""
    mode: Mode = "practice"
    variant: int | None = None
    """Of a variant: the seed it was made from; the item is the question it was made after."""
    pack_digest: str = ""
    """Of a variant: the pack whose fragments it was made from."""
    shown: str = ""
    """Of a variant: what was shown, as `core.questions.shown.Shown.text` writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regraded(Act):
    """The key of a question was corrected, and an earlier answer is right or wrong by it.

    It is no act of the learner: an undo of the last act passes over it.
    """

    kind: ClassVar[str] = "Regraded"
    target: str
    """The id of the answer's event."""
    right: bool
    rev: int = 1
    """Of the question whose key was compared with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carded(Act):
    """A question was made a flashcard, or is one no longer."""

    kind: ClassVar[str] = "Carded"
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged(Act):
    """An item was marked, or unmarked, to come back to."""

    kind: ClassVar[str] = "Flagged"
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspended(Act):
    """An item was taken out of reviews, or brought back."""

    kind: ClassVar[str] = "Suspended"
    on: bool = True
    why: str = ""
    """A reason chosen from a list, by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Buried(Act):
    """An item was put off to the next day."""

    kind: ClassVar[str] = "Buried"
    day: str
    """The learner's day it is hidden on, YYYY-MM-DD."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Act):
    """A section of the notes was marked as read, or as unread."""

    kind: ClassVar[str] = "Read"
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked(Act):
    """The history of another item belongs to this one."""

    kind: ClassVar[str] = "Linked"
    old: str
    """``pack/id`` of the other item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restarted(Act):
    """An item whose meaning has changed begins anew."""

    kind: ClassVar[str] = "Restarted"
    rev: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Set(Act):
    """Something that is kept with the history was set: the last one counts."""

    kind: ClassVar[str] = "Set"
    name: str
    value: str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone(Act):
    """An earlier event is taken back; taking back that act brings it back."""

    kind: ClassVar[str] = "Undone"
    target: str
    """The id of the event."""


_ACTS: Final = {
    act.kind: act
    for act in (
        Reviewed,
        Answered,
        Regraded,
        Carded,
        Flagged,
        Suspended,
        Buried,
        Read,
        Linked,
        Restarted,
        Set,
        Undone,
    )
}


def act_of(event: Event) -> Act | None:
    """The act an event keeps; None for a kind or a form that this version does not know."""
    known = _ACTS.get(event.kind)
    if known is None:
        return None
    names = {field.name for field in fields(known)} - _FIELDS_OF_EVENT
    said: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in event.body.items()
        if name in names
    }
    try:
        return known(item=event.item, **said)
    except TypeError:
        return None
