"""How things stand with one item, folded from its events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from studyapp.core.history.events import (
    Answered,
    Buried,
    Carded,
    Flagged,
    Read,
    Restarted,
    Reviewed,
    Suspended,
)
from studyapp.core.questions.answers import answers, shows_key
from studyapp.core.scheduling.memory import AGAIN

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from datetime import date

    from studyapp.core.days import Days
    from studyapp.core.history.events import Event, Rating
    from studyapp.core.questions.answers import Answer


@dataclass(frozen=True, slots=True)
class Standing:
    """What the events of an item amount to, but for its memory."""

    scheduled: tuple[tuple[date, Rating], ...] = ()
    """Days and ratings that its memory is made of: guesses as forgotten, nothing crammed, and of a
    question neither variants nor what came back in the same sitting."""
    reviews: int = 0
    """Answers that hold, crammed ones too."""
    is_seen: bool = False
    """Its back has been shown, even if the answer was taken back."""
    is_flagged: bool = False
    is_suspended: bool = False
    why: str = ""
    """The reason it is suspended for."""
    buried: str = ""
    """The day it is hidden on, YYYY-MM-DD."""
    is_read: bool = False
    rev: int = 0
    """Of the item as it was when last reviewed or restarted; 0 before that."""
    digest: str = ""
    """Of the words last shown."""
    answers: tuple[Answer, ...] = ()
    """Of a question: every answer that holds, the earliest first."""
    is_carded: bool = False
    """Of a question: it was made a card, too."""

    @property
    def is_missed(self) -> bool:
        """Whether the last answer to a question was wrong or guessed."""
        return bool(self.answers) and not self.answers[-1].is_known

    def is_forgotten_on(self, day: date) -> bool:
        """Whether it was forgotten on a day, even if it was recalled later that day."""
        return any(on == day and rating == AGAIN for on, rating in self.scheduled)


def rating_of(event: Event) -> Rating | None:
    """The rating a review was given; None for any other event, and for one that makes no sense."""
    if event.kind != Reviewed.kind:
        return None
    rating = event.body.get("rating")
    return cast("Rating", rating) if type(rating) is int and 1 <= rating <= 4 else None


def stand(events: Iterable[Event], undone: Container[str], days: Days) -> Standing:
    """Fold the events of one item, in order; `undone` has the ids of those that do not hold."""
    history = list(events)
    answered = answers(history, undone, days) if _is_question(history) else ()
    by_event = {answer.id: answer for answer in answered}
    scheduled: list[tuple[date, Rating]] = []
    reviews, rev, is_seen, shown = 0, 0, False, None
    last: dict[str, Event] = {}
    for event in history:
        given = rating_of(event)
        is_seen = is_seen or given is not None or shows_key(event)
        if event.id in undone:
            continue
        answer = by_event.get(event.id)
        if given is not None or answer is not None:
            reviews, shown = reviews + 1, event
            rev = _rev(event.body, 1)
            if (rating := _scheduled(event) if answer is None else answer.rating) is not None:
                scheduled.append((days.of(event.at), rating))
            continue
        last[event.kind] = event
        if event.kind == Restarted.kind:
            scheduled.clear()
            rev = _rev(event.body, rev)
    return Standing(
        scheduled=tuple(scheduled),
        reviews=reviews,
        is_seen=is_seen,
        is_flagged=_is_on(last.get(Flagged.kind)),
        is_suspended=_is_on(last.get(Suspended.kind)),
        why=_said(last.get(Suspended.kind), "why"),
        buried=_said(last.get(Buried.kind), "day"),
        is_read=_is_on(last.get(Read.kind)),
        rev=rev,
        digest=_said(shown, "digest"),
        answers=answered,
        is_carded=_is_on(last.get(Carded.kind)),
    )


def _is_question(events: Iterable[Event]) -> bool:
    return any(event.kind == Answered.kind for event in events)


def _scheduled(event: Event) -> Rating | None:
    """What a review says to the schedule; None when it leaves it alone."""
    if event.body.get("crammed"):
        return None
    return AGAIN if event.body.get("guessed") else rating_of(event)


def _rev(body: Mapping[str, Any], otherwise: int) -> int:
    """What an event says of the item's rev; other programs may have written anything there."""
    rev = body.get("rev", otherwise)
    return rev if type(rev) is int else otherwise


def _is_on(event: Event | None) -> bool:
    return event is not None and bool(event.body.get("on", True))


def _said(event: Event | None, name: str) -> str:
    return "" if event is None else str(event.body.get(name, ""))
