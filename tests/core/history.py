"""Writes events as the log would, for tests of what is folded from them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from studyapp.core.days import Days
from studyapp.core.history.events import Event, Reviewed, Undone
from studyapp.core.history.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.history.events import Act, Rating

DAY = date(2026, 3, 2)
"""The day on which every history begins."""
DAYS = Days(UTC)
ITEM = "pack/card"


def later(days: int) -> date:
    return DAY + timedelta(days=days)


class History:
    """A log of one device, written act by act."""

    def __init__(self, device: str = "laptop") -> None:
        self.device = device
        self.events: list[Event] = []

    def did(self, act: Act, day: int = 0, hour: int = 12, minute: int = 0) -> Event:
        """An act on a day after the first; what is written later is later in the log."""
        moment = datetime(DAY.year, DAY.month, DAY.day, hour, minute, tzinfo=UTC)
        at = int((moment + timedelta(days=day)).timestamp() * 1000)
        number = len(self.events) + 1
        said = Event(
            id=f"{self.device}-{number:06}",
            device=self.device,
            number=number,
            at=at,
            order=(number << 16) + at // 10**9,
            kind=act.kind,
            item=act.item,
            body=act.body(),
        )
        self.events.append(said)
        return said

    def rated(self, rating: Rating, day: int = 0, item: str = ITEM, hour: int = 12) -> Event:
        return self.did(Reviewed(item=item, rating=rating), day, hour)

    def undo(self, event: Event, day: int = 0) -> Event:
        return self.did(Undone(target=event.id), day)

    @property
    def progress(self) -> Progress:
        return fold(self.events)


def fold(events: Iterable[Event]) -> Progress:
    progress = Progress(DAYS)
    for event in events:
        progress.feed(event)
    return progress
