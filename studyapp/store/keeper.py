"""What a window that may write does with the history: open, keep, add, check, back up."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import timedelta
from threading import Thread
from typing import TYPE_CHECKING, Final

from studyapp.core.ports import Notice
from studyapp.store.backups import back_up, is_due
from studyapp.store.copies import Copies, MovedError
from studyapp.store.database import FAULTS, PATIENCE, connect, is_damage, scan
from studyapp.store.disk import turn
from studyapp.store.healing import NewerError, mend, rebuild
from studyapp.store.identity import device_of, mint_device
from studyapp.store.journal import Journal
from studyapp.store.layout import holds_together
from studyapp.store.levelling import level
from studyapp.store.writer import is_out_of_room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from studyapp.core.ports import Clock
    from studyapp.store.copies import Entry, Taking
    from studyapp.store.folder import DataFolder
    from studyapp.store.record import Record

_CHECK_EVERY: Final = timedelta(days=7)


class Keeper:
    """A history that can be added to."""

    def __init__(self, folder: DataFolder, clock: Clock, tell: Callable[[Notice], None]) -> None:
        """Heal the history and open it; raises NewerError, OSError or sqlite3.Error."""
        self._folder = folder
        self._clock = clock
        self._tell = tell
        self._backing_up: Thread | None = None
        self._checking: Thread | None = None
        self._copies = self._open()
        self._checked_at = clock.now()

    @property
    def device(self) -> str:
        """The id under which this computer writes."""
        return self._copies.device

    def keep(self, entries: Sequence[Entry | Taking]) -> None:
        """Write entries, after making room or mending the history where that helps.

        Raises sqlite3.Error or OSError, and may be tried again.
        """
        try:
            self._copies.write(entries)
        except (*FAULTS, OSError) as error:
            if is_out_of_room(error) and self._folder.drop_ballast():
                self._tell(Notice("full-ballast", {}))
            elif isinstance(error, (MovedError, sqlite3.ProgrammingError)) or is_damage(error):
                self._reopen()  # once more, too, where that has failed and left all closed
            else:
                raise
            self._copies.write(entries)
        self._back_up_if_due()

    def add(self, records: Iterable[Record]) -> tuple[Record, ...]:
        """Add the records that are missing, and return them; raises sqlite3.Error or OSError.

        What an own past left under this computer's id makes it take a new one: the numbers that
        follow may have been given already.
        """
        with turn(self._folder.lock, PATIENCE):
            other = Copies(self._folder, self._copies.device)  # not that of the writing thread
        with contextlib.closing(other):
            added = other.add(records)
        if any(record.device == self._copies.device for record in added):
            self._copies.device = mint_device(self._folder.path, self.now())
        return added

    def missed(self, position: int) -> bool:
        """Whether others have written up to a position, since this was last asked."""
        return self._copies.seen.missed(position)

    def check(self) -> bool:
        """Read all of the database, and make it anew if anything in it is damaged.

        Returns whether it was whole; raises sqlite3.Error or OSError.
        """
        if is_whole(self._folder):
            return True
        with turn(self._folder.lock, PATIENCE):
            self._rebuild()
            self._level()
        return False

    def check_if_due(self) -> None:
        """Check in a thread what has stayed open for a week without that; damage is told."""
        is_running = self._checking is not None and self._checking.is_alive()
        if not is_running and abs(self._clock.now() - self._checked_at) >= _CHECK_EVERY:
            self._checking = Thread(target=self._check, name="check", daemon=True)
            self._checking.start()

    def back_up(self) -> Notice | None:
        """Make a backup; returns what went wrong, if anything. Damage that it finds is mended."""
        notice = back_up(self._folder, self._clock.now())
        if notice is not None and notice.code == "backup-damaged":
            try:
                self.check()
            except (*FAULTS, OSError) as error:
                return Notice("backup-failed", {"why": str(error)})
            notice = back_up(self._folder, self._clock.now())
        return notice

    def now(self) -> int:
        """The present moment in milliseconds."""
        return int(self._clock.now().timestamp() * 1_000)

    def close(self) -> None:
        """Let go of the files, after a backup that is being made and a check."""
        for thread in (self._backing_up, self._checking):
            if thread is not None:
                thread.join()
        self._copies.close()

    def _open(self) -> Copies:
        folder = self._folder
        folder.make()
        with turn(folder.lock, PATIENCE):
            device = device_of(folder.path, self.now())
            for notice in mend(folder, self._clock.now()):
                self._tell(notice)
            try:
                self._level()
            except FAULTS as error:
                if not is_damage(error):  # which the quick look has not found
                    raise
                self._rebuild()
                self._level()
            folder.lay_in_ballast()
            return Copies(folder, device)

    def _level(self) -> None:
        with contextlib.closing(connect(self._folder.database)) as db:
            for notice in level(db, Journal(self._folder.journal)):
                self._tell(notice)

    def _rebuild(self) -> None:
        for notice in rebuild(self._folder, self._clock.now()):
            self._tell(notice)

    def _reopen(self) -> None:
        self._copies.close()
        try:
            self._copies = self._open()
        except NewerError as error:
            raise OSError(f"a newer version of studyapp has changed it ({error})") from error

    def _back_up_if_due(self) -> None:
        is_running = self._backing_up is not None and self._backing_up.is_alive()
        if not is_running and is_due(self._folder, self._clock.now()):
            self._backing_up = Thread(target=self._back_up, name="backup", daemon=True)
            self._backing_up.start()

    def _check(self) -> None:
        # What hinders it now will not the next time; what hinders reading is told by who reads.
        with contextlib.suppress(*FAULTS, OSError):
            self.check()
            self._checked_at = self._clock.now()

    def _back_up(self) -> None:
        if notice := self.back_up():
            self._tell(notice)


def is_whole(folder: DataFolder) -> bool:
    """Whether the database holds together and every row agrees with its checksum.

    Raises sqlite3.Error where it cannot be read at present.
    """
    try:
        with contextlib.closing(connect(folder.database, "ro")) as db:
            return holds_together(db) and all(record is not None for record in scan(db))
    except FAULTS as error:
        if is_damage(error):
            return False
        raise
