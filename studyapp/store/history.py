"""The history: what the learner did, in two copies, either of which is enough."""

from __future__ import annotations

import atexit
import contextlib
from typing import TYPE_CHECKING, Final

from studyapp.core.ports import Notice, NotSavedError, StoreError, StoreState
from studyapp.store import claims, database
from studyapp.store.copies import Draft, Entry, Taking
from studyapp.store.database import FAULTS, PATIENCE, connect, is_damage
from studyapp.store.folder import DataFolder
from studyapp.store.healing import NewerError
from studyapp.store.keeper import Keeper
from studyapp.store.places import remark
from studyapp.store.record import Record, body_text
from studyapp.store.view import View
from studyapp.store.writer import Writer, notice_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from studyapp.core.history.events import Act, Event
    from studyapp.core.ports import Claim, Clock

_NOBODY: Final = "0" * 32
_CLOSED: Final = StoreState("read-only", Notice("closed", {}))


class History:
    """The history in one data folder; fulfils `core.ports.EventStore`, for any thread.

    Opening never fails: where nothing can be kept, what is there can still be read.
    """

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._clock = clock
        self._folder = DataFolder(folder)
        self._notices: list[Notice] = []
        self._keeper: Keeper | None = None
        self._writer: Writer | None = None
        self._view: View | None = None
        self._state = StoreState("writable")
        try:
            self._keeper = Keeper(self._folder, clock, self._notices.append)
            self._writer = Writer(self._keeper.keep)
        except NewerError as error:
            self._read_only(StoreState("newer", Notice("newer", {"version": str(error)})))
        except (*FAULTS, OSError) as error:
            why = notice_of(error)  # nothing tries again here, as `busy` would promise
            self._read_only(
                StoreState("read-only", Notice("locked", {}) if why.code == "busy" else why)
            )
        if place := remark(folder):
            self._notices.append(place)
        atexit.register(self.close)  # so that a crash of the program lets what waits be kept, too

    @property
    def state(self) -> StoreState:
        """Whether acts can be kept."""
        return self._state

    @property
    def device(self) -> str:
        """The id of this computer, under which acts are kept; empty where none can be."""
        return "" if self._keeper is None else self._keeper.device

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was found and done since the history was opened, the oldest first."""
        return tuple(self._notices)

    @property
    def trouble(self) -> Notice | None:
        """Why what waits cannot be saved at present; None when nothing is wrong."""
        return self._state.why if self._writer is None else self._writer.trouble

    @property
    def position(self) -> int:
        """Where the latest arrival stands; raises StoreError."""
        with self._reading() as db:
            return 0 if db is None else database.position(db)

    def submit(self, acts: Sequence[Act], claim: Claim | None = None) -> Future[tuple[Event, ...]]:
        """Keep acts, all or none; the result is there when they are safe on the disk.

        With a claim they are kept, and its note with them, only as long as nobody else has claimed
        the same: else the result is a TakenOverError. Without acts the note alone is kept.
        What cannot be saved at once is tried again until the history is closed; `trouble` says why.
        Raises NotSavedError where nothing can be kept, and ValueError for what no event can hold.
        """
        entry = Entry(tuple(self._draft(act) for act in acts), claim)
        if entry.drafts or claim is not None:
            self._put(entry)
        else:
            entry.saved.set_result(())
        return entry.saved

    def claim(self, name: str) -> Future[Claim]:
        """Claim something for this window; the result has the note that was left last.

        Raises NotSavedError where nothing can be kept.
        """
        taking = Taking(name, self._at)
        self._put(taking)
        return taking.saved

    def claimed(self, name: str) -> Claim | None:
        """The latest claim of something, of whichever window; raises StoreError."""
        with self._reading() as db:
            return None if db is None else claims.latest(db, name)

    def append(self, acts: Sequence[Act]) -> tuple[Event, ...]:
        """Keep acts, and wait until they are safe on the disk.

        Raises NotSavedError after five seconds, though the store goes on trying; ValueError.
        """
        try:
            return self.submit(acts).result(PATIENCE)
        except TimeoutError:
            raise NotSavedError(self.trouble or Notice("busy", {})) from None

    def records(self, after: int = 0) -> Iterator[Record]:
        """What arrived after a position as it is written down; see `events`."""
        last = (-1, "")
        try:
            with self._reading() as db:
                for record in database.records(db, after) if db is not None else ():
                    last = (record.order, record.id)
                    yield record
        except StoreError as error:
            if self._keeper is None or not is_damage(error.__cause__) or self.check():
                raise
            with self._reading() as db:
                again = database.records(db, after) if db is not None else ()
                yield from (record for record in again if (record.order, record.id) > last)
        except database.DamagedRowError:
            if self._keeper is not None:
                self.check()
                with self._reading() as db:
                    yield from database.sound_records(db) if db is not None else ()

    def events(self, after: int = 0) -> Iterator[Event]:
        """What arrived after a position, by order, then id; raises StoreError.

        What arrives while this runs is not part of it. After the database had to be made anew,
        as when a row turns out to be damaged, everything arrives once more.
        """
        return (record.event() for record in self.records(after))

    def changes(self) -> bool:
        """Whether something else has written since this was last asked: a window, a merge.

        Asked wherever a learner goes, so that it is here that a check once a week begins.
        """
        keeper = self._keeper
        if keeper is not None:
            keeper.check_if_due()
        # Opened each time, for another window may have put a new file in its place.
        with contextlib.suppress(*FAULTS):
            if keeper is not None:
                with contextlib.closing(connect(self._folder.database, "ro")) as db:
                    db.execute("PRAGMA busy_timeout = 0")  # a screen asks this
                    return keeper.missed(database.position(db))
        return False

    def add(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Add the records that are missing, and return them; raises StoreError."""
        if self._keeper is None:
            raise StoreError(self._state.why or Notice("closed", {}))
        try:
            return self._keeper.add(records)
        except (*FAULTS, OSError) as error:
            raise StoreError(notice_of(error)) from error

    def check(self) -> bool:
        """Read everything, and make the database anew if a part of it is damaged.

        Returns whether all was whole; takes a second or two for 100,000 events. Raises StoreError.
        """
        if self._keeper is None:
            raise StoreError(self._state.why or Notice("closed", {}))
        try:
            return self._keeper.check()
        except (*FAULTS, OSError) as error:
            raise StoreError(notice_of(error)) from error

    def back_up(self) -> Notice | None:
        """Make a backup now; returns what went wrong, if anything."""
        return self._state.why if self._keeper is None else self._keeper.back_up()

    def close(self) -> int:
        """Save what waits and let go; returns how many acts could not be saved."""
        atexit.unregister(self.close)
        lost = 0 if self._writer is None else self._writer.close()
        for held in (self._keeper, self._view):
            if held is not None:
                held.close()
        self._keeper = self._view = self._writer = None
        if self._state.kind == "writable":
            self._state = _CLOSED
        return lost

    def _put(self, entry: Entry | Taking) -> None:
        if self._writer is None:
            raise NotSavedError(self._state.why or Notice("closed", {}))
        entry.saved.set_running_or_notify_cancel()  # whoever waits may leave; the act stays
        self._writer.put(entry)

    def _read_only(self, state: StoreState) -> None:
        self._state = state
        try:
            self._view = View(self._folder, self._clock.now(), is_newer=state.kind == "newer")
        except OSError as error:
            self._notices.append(Notice("unreadable", {"why": str(error)}))
        else:
            self._notices += self._view.notices

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection | None]:
        if self._keeper is None and self._view is None:
            yield None
            return
        folder = self._folder if self._view is None else self._view.folder
        try:
            with contextlib.closing(connect(folder.database, "ro")) as db:
                yield db
        except FAULTS as error:
            raise StoreError(notice_of(error)) from error

    def _draft(self, act: Act) -> Draft:
        draft = Draft(self._at, act.kind, act.item, body_text(act.body()))
        if not Record(_NOBODY, _NOBODY, 1, draft.at, 0, *draft[1:]).is_sound:
            raise ValueError(f"no event can hold {act}")
        return draft

    @property
    def _at(self) -> int:
        """The present moment in milliseconds of UTC."""
        return int(self._clock.now().timestamp() * 1_000)
