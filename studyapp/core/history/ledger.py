"""Which events still hold: they are kept in order, and an undo may itself be undone."""

from __future__ import annotations

from bisect import insort
from typing import TYPE_CHECKING

from studyapp.core.exams.acts import KINDS as OF_EXAMS
from studyapp.core.history.events import Regraded, Undone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.history.events import Event


def place(event: Event) -> tuple[int, str]:
    """What events of all devices are sorted by."""
    return event.order, event.id


def insert(events: list[Event], event: Event) -> None:
    """Put an event where it belongs among sorted ones; nearly always that is the end."""
    if not events or event.order > events[-1].order:
        events.append(event)
    else:
        insort(events, event, key=place)


class Ledger:
    """Every event that is known, in order, whatever the order in which they came."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._by_id: dict[str, Event] = {}
        self._undoers: dict[str, list[Event]] = {}
        self.undone: set[str] = set()
        """The ids of the events that do not hold."""

    def __iter__(self) -> Iterator[Event]:
        """The events that hold, the undos among them, in order."""
        return (event for event in self._events if event.id not in self.undone)

    def __len__(self) -> int:
        """How many events are known, those that do not hold among them."""
        return len(self._events)

    def __contains__(self, event_id: str) -> bool:
        return event_id in self._by_id

    def add(self, event: Event) -> tuple[Event, ...]:
        """Take in an event that is not known yet; returns those that it brings back or takes away.

        An undo takes back only what happened before it, so the result never depends on the order
        in which events come.
        """
        self._by_id[event.id] = event
        insert(self._events, event)
        changed = self._settle(event.id) if event.id in self._undoers else ()
        if event.kind == Undone.kind and (target := _target(event)):
            self._undoers.setdefault(target, []).append(event)
            changed = (*changed, *self._settle(target))
        return changed

    def undoable(self, device: str) -> Event | None:
        """The last act of a device that holds: what its next undo takes back."""
        passed_over = {Undone.kind, Regraded.kind, *OF_EXAMS}
        acts = (event for event in self._latest(device) if event.kind not in passed_over)
        return next(acts, None)

    def redoable(self, device: str) -> Event | None:
        """The last undo of a device, unless it has acted since: taking it back is a redo."""
        for event in self._latest(device):
            if event.kind != Undone.kind:
                return None
            if self._undoes_act(event):
                return event
        return None

    def _latest(self, device: str) -> Iterator[Event]:
        """The events of a device that hold, the latest first."""
        for event in reversed(self._events):
            if event.device == device and event.id not in self.undone:
                yield event

    def _undoes_act(self, event: Event) -> bool:
        target = self._by_id.get(_target(event) or "")
        return target is not None and target.kind != Undone.kind

    def _settle(self, event_id: str) -> tuple[Event, ...]:
        """Decide anew whether an event holds and, if that changes, what it takes back."""
        changed = []
        event = self._by_id.get(event_id)
        while event is not None:
            undone = any(
                undo.id not in self.undone and place(undo) > place(event)
                for undo in self._undoers.get(event.id, ())
            )
            if undone == (event.id in self.undone):
                break
            (self.undone.add if undone else self.undone.remove)(event.id)
            changed.append(event)
            event = self._by_id.get(_target(event) or "")
        return tuple(changed)


def _target(event: Event) -> str | None:
    """The id of the event that this one takes back, if it is an undo."""
    target = event.body.get("target") if event.kind == Undone.kind else None
    return target if isinstance(target, str) else None
