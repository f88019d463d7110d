"""`Past`: the history of a learner, folded, and the one way to add to it."""

from __future__ import annotations

import asyncio
from threading import RLock
from typing import TYPE_CHECKING

from studyapp.core.days import Days
from studyapp.core.history.events import Set, Undone
from studyapp.core.history.progress import Progress
from studyapp.core.scheduling.memory import RETENTION
from studyapp.study.choices import UNLESS_SET, limits_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, tzinfo

    from studyapp.core.history.events import Act, Event
    from studyapp.core.ports import Claim, Clock, EventStore


class Past:
    """What a learner did.

    The history is opened and folded when it is first needed, which may take a while and may be
    done in a thread, by `wake`; everything else belongs to one thread. What needs the history
    raises StoreError where it cannot be read.
    """

    def __init__(self, open_history: Callable[[], EventStore], clock: Clock, zone: tzinfo) -> None:
        self.clock = clock
        self._open_history = open_history
        self._days = Days(zone)
        self._waking = RLock()
        self._store: EventStore | None = None
        self._progress: Progress | None = None
        self._position = 0
        self._retention = RETENTION
        self._feeding: set[asyncio.Task[tuple[Event, ...]]] = set()

    @property
    def aliases(self) -> Mapping[str, str]:
        """The present key of each former one of an item."""
        return {}

    @property
    def today(self) -> date:
        """The learner's day."""
        return self.day(int(self.clock.now().timestamp() * 1000))

    def day(self, at: int) -> date:
        """The learner's day of a moment in milliseconds of UTC."""
        return self._days.of(at)

    # --- the history

    @property
    def store(self) -> EventStore:
        """The history, opened when it is first asked for."""
        with self._waking:
            if self._store is None:
                self._store = self._open_history()
            return self._store

    @property
    def progress(self) -> Progress:
        """How things stand; raises StoreError."""
        return self.wake()

    def wake(self) -> Progress:
        """Open and fold the history unless that is done; for any thread."""
        with self._waking:
            if self._progress is None:
                progress = Progress(self._days, self.aliases)
                position = self.store.position
                for event in self.store.events():
                    progress.feed(event)
                self._progress, self._position = progress, position
                self._aim()
            return self._progress

    @property
    def is_awake(self) -> bool:
        """Whether the history is folded, so that asking for it takes no time."""
        return self._progress is not None

    def close(self) -> int:
        """Save what waits and let go of the history; returns how many acts could not be saved."""
        with self._waking:
            return 0 if self._store is None else self._store.close()

    # --- acts

    async def keep(self, *acts: Act, claim: Claim | None = None) -> tuple[Event, ...]:
        """Keep acts, all or none; returns their events once they are on the disk and counted.

        Whoever stops waiting leaves them to be kept. With a claim they are kept only as long as it
        holds; see `EventStore.submit`. Raises NotSavedError, TakenOverError, ValueError.
        """
        self.wake()
        task = asyncio.ensure_future(self._kept(acts, claim))
        self._feeding.add(task)
        task.add_done_callback(self._feeding.discard)
        return await asyncio.shield(task)

    def keep_now(self, *acts: Act) -> tuple[Event, ...]:
        """Keep acts and wait for the disk, for five seconds at most; raises as `keep` does."""
        self.wake()
        return self._take(self.store.append(acts))

    @property
    def can_undo(self) -> bool:
        """Whether there is an act of this computer to take back."""
        return self.last_act() is not None

    def last_act(self) -> Event | None:
        """The last act of this computer that holds: what `undo` takes back."""
        return self.progress.ledger.undoable(self.store.device)

    async def undo(self) -> Event | None:
        """Take back the last act of this computer; returns it, or None when there is none.

        Raises NotSavedError.
        """
        last = self.last_act()
        if last is not None:
            await self.keep(Undone(target=last.id))
        return last

    def catch_up(self) -> bool:
        """Take in what another window wrote; returns whether anything was. Raises StoreError."""
        if self._progress is None or not self.store.changes():
            return False
        position = self.store.position
        self._take(tuple(self.store.events(self._position)))
        self._position = position
        return True

    async def _kept(self, acts: tuple[Act, ...], claim: Claim | None) -> tuple[Event, ...]:
        return self._take(await asyncio.wrap_future(self.store.submit(acts, claim)))

    def _take(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        for event in events:
            self.progress.feed(event)
        if any(event.kind in (Set.kind, Undone.kind) for event in events):
            self._aim()
        return events

    def _aim(self) -> None:
        retention = limits_of(self.progress.settings, UNLESS_SET.seconds).retention
        if retention != self._retention:
            self._retention = retention
            self.progress.aim(retention)
