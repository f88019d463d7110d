"""Progress: how things stand with every item and setting, folded from what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studyapp.core.exams.acts import KINDS
from studyapp.core.exams.log import ExamLog
from studyapp.core.history.events import Linked, Read, Set, Undone
from studyapp.core.history.ledger import Ledger, insert, place
from studyapp.core.history.standing import Standing, stand
from studyapp.core.history.tallies import Tally, tally
from studyapp.core.scheduling.memory import RETENTION, Memory, replay

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from studyapp.core.days import Days
    from studyapp.core.history.events import Event


class Progress:
    """Takes in events in any order and batching; what it says depends only on the set of them.

    Feeding only keeps an event. What it means for an item is worked out when it is asked for, and
    remembered until another event touches that item.
    """

    def __init__(
        self,
        days: Days,
        aliases: Mapping[str, str] | None = None,
        retention: float = RETENTION,
    ) -> None:
        """Progress in the days of a learner; `aliases` gives the present key of each former one."""
        self.ledger = Ledger()
        self.exams = ExamLog()
        self._days = days
        self._retention = retention
        self._events: dict[str, list[Event]] = {}
        self._former: dict[str, set[str]] = {}
        self._links: list[Event] = []
        self._sets: list[Event] = []
        self._heirs: dict[str, set[str]] = {}
        """The items that were worked out from the events of an item, itself among them."""
        self._standings: dict[str, Standing] = {}
        self._memories: dict[str, Memory | None] = {}
        self._tallies: dict[str, dict[date, Tally]] = {}
        self._settings: dict[str, Any] | None = None
        self._calendar: dict[date, Tally] | None = None
        self._aliases = dict(aliases or {})
        self._relate()

    def feed(self, event: Event) -> None:
        """Take in what happened; an event that is known already changes nothing."""
        if event.id in self.ledger:
            return
        if event.item is not None and event.kind != Undone.kind:
            insert(self._events.setdefault(event.item, []), event)
        if event.kind == Linked.kind:
            self._links.append(event)
        elif event.kind == Set.kind:
            insert(self._sets, event)
        if event.kind in KINDS:
            for key in self.exams.feed(event):
                self._forget(self._heirs.get(key, ()))
        self._touch(event)
        for other in self.ledger.add(event):
            self._touch(other)

    def aim(self, retention: float) -> None:
        """Count items as due at another chance of recall, 0 to 1."""
        self._retention = retention
        self._memories.clear()

    @property
    def settings(self) -> Mapping[str, Any]:
        """What was set, by name: the last value of each."""
        if self._settings is None:
            held = (event.body for event in self._sets if event.id not in self.ledger.undone)
            self._settings = {str(body.get("name")): body.get("value") for body in held}
        return self._settings

    @property
    def read(self) -> frozenset[str]:
        """The sections of notes that are marked as read, as ``pack/id``."""
        marked = (
            key
            for key, events in self._events.items()
            if any(event.kind == Read.kind for event in events)
        )
        return frozenset(key for key in marked if self.standing(key).is_read)

    def standing(self, key: str) -> Standing:
        """How things stand with an item; an item that nothing happened to has one too."""
        found = self._standings.get(key)
        if found is None:
            found = stand(self._history(key), self.ledger.undone, self._days)
            self._standings[key] = found
        return found

    def memory(self, key: str) -> Memory | None:
        """What is remembered of an item; None when it is new."""
        if key not in self._memories:
            self._memories[key] = replay(self.standing(key).scheduled, self._retention)
        return self._memories[key]

    def memory_before(self, key: str, day: date) -> Memory | None:
        """What was remembered of an item when a day began."""
        now = self.memory(key)
        if now is None or now.last < day:
            return now
        earlier = (review for review in self.standing(key).scheduled if review[0] < day)
        return replay(earlier, self._retention)

    def events(self, key: str) -> Iterator[Event]:
        """What happened to an item and still holds, in order."""
        return (event for event in self._history(key) if event.id not in self.ledger.undone)

    @property
    def calendar(self) -> Mapping[date, Tally]:
        """What was done on each day on which anything was done, the earliest first."""
        if self._calendar is None:
            found: dict[date, Tally] = {}
            for key in self._events.keys() | self.exams.answered:
                for day, done in self._tallied(key).items():
                    found.setdefault(day, Tally()).add(done)
            self._calendar = dict(sorted(found.items()))
        return self._calendar

    def _tallied(self, key: str) -> Mapping[date, Tally]:
        found = self._tallies.get(key)
        if found is None:
            found = tally(key, self._history(key), self.ledger.undone, self._days)
            self._tallies[key] = found
        return found

    def _history(self, key: str) -> list[Event]:
        """Every event of an item and of what it was before, in order."""
        keys, asked = [key], [key]
        while asked:
            former = self._former.get(asked.pop(), set()).difference(keys)
            keys.extend(former)
            asked.extend(former)
        for each in keys:
            self._heirs.setdefault(each, set()).add(key)
        in_exams = [event for each in keys for event in self.exams.answers(each)]
        if len(keys) == 1 and not in_exams:
            return self._events.get(key, [])
        kept = (event for each in keys for event in self._events.get(each, ()))
        return sorted((*kept, *in_exams), key=place)

    def _touch(self, event: Event) -> None:
        """Forget what was worked out and depends on an event."""
        self._calendar = None
        if event.kind == Set.kind:
            self._settings = None
        elif event.kind == Linked.kind:
            self._relate()
        if event.item in self._heirs:
            self._forget(self._heirs[event.item])

    def _forget(self, keys: Iterable[str]) -> None:
        for key in keys:
            self._standings.pop(key, None)
            self._memories.pop(key, None)
            self._tallies.pop(key, None)

    def _relate(self) -> None:
        """Find anew what each item was before."""
        self._former.clear()
        for old, new in self._aliases.items():
            self._former.setdefault(new, set()).add(old)
        for link in self._links:
            if link.item is not None and link.id not in self.ledger.undone:
                self._former.setdefault(link.item, set()).add(str(link.body.get("old")))
