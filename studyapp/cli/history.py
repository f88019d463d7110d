"""`studyapp history` and `studyapp restore`: the history taken along, merged and brought back."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.cli.reading import _settings
from studyapp.clock import SystemClock
from studyapp.core.errors import StudyError, UsageError
from studyapp.core.ports import StoreError
from studyapp.files import Folders
from studyapp.store import exchange
from studyapp.store.backups import backups
from studyapp.store.folder import DataFolder
from studyapp.store.history import History
from studyapp.store.journal import Journal
from studyapp.typeset.clean import clean
from studyapp.ui.terminal import speak_utf8
from studyapp.words import keeping as words
from studyapp.words.history import said

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from studyapp.core.text import Lang, Text
    from studyapp.store.record import Record

_STREAM: Final = "-"
"""Stands for the output, or the input."""
_NAMED: Final = 20
"""Wrong lines of a file that are told one by one."""


class Place(NamedTuple):
    """Where a command finds what is kept, and the language it speaks."""

    folders: Folders
    lang: Lang

    @property
    def history(self) -> DataFolder:
        """The folder of the history."""
        return DataFolder(self.folders.history)

    def tell(self, text: Text) -> None:
        """Say something beside the output; names of files in it may hold anything."""
        print(clean(text[self.lang]), file=sys.stderr)

    def print(self, text: Text) -> None:
        """Say something that is the output."""
        print(clean(text[self.lang]))


def place(asked: Namespace) -> Place:
    """Find the folders and the language, saying beside the output what is wrong with settings."""
    speak_utf8()
    folders = Folders.of_platform(asked.data)
    settings, problems = _settings(folders, asked.lang)
    at = Place(folders, settings.lang)
    for problem in problems:
        at.tell(problem)
    return at


def export(asked: Namespace) -> int:
    """Write the whole history into a new file, or to the output; returns 0."""
    at = place(asked)
    if not is_there(at.history.path):
        raise StudyError(words.NO_HISTORY.format(folder=at.history.path)[at.lang])
    with _opened(at) as history:
        if history.state.why is not None:
            at.tell(said(history.state.why))
        if any(notice.code == "unreadable" for notice in history.notices):
            return 1
        if asked.file == _STREAM:
            for record in history.records():
                print(record.line().decode(), end="")
            return 0
        events = _write(history, Path(asked.file), at.lang)
    at.print(words.EXPORTED.format(file=asked.file, events=events))
    return 0


def merge(asked: Namespace) -> int:
    """Add what some exports hold; returns 1 if anything was skipped, else 0."""
    at = place(asked)
    found: list[Record] = []
    wrong = unread = 0
    for name in asked.given:
        for lines in _read(at, name):
            if lines is None:
                unread += 1
            else:
                found += lines.records
                wrong += len(lines.wrong)
    added = known = 0
    if found:
        with _opened(at) as history:
            added, known, _ = exchange.add(history, found)
    at.print(words.MERGED.format(added=added, known=known, wrong=wrong))
    return int(bool(wrong or unread))


def list_backups(asked: Namespace) -> int:
    """Print the backups, the oldest first; returns 0."""
    at = place(asked)
    made = backups(at.history)
    folder = at.history.backups
    at.print((words.BACKUPS_IN if made else words.NO_BACKUPS).format(folder=folder))
    for backup in made:
        when = backup.at.astimezone().strftime("%Y-%m-%d %H:%M")
        told = words.BACKUP.format(name=backup.path.name, when=when, events=backup.events)
        at.print(words.FEWER.format(backup=told) if backup.fewer else told)
    return 0


def restore(asked: Namespace) -> int:
    """Add what a backup holds, by default the newest that can be read; returns 0, or 1."""
    at = place(asked)
    chosen = _chosen(at, asked.backup)
    with _opened(at) as history:
        for path in chosen:
            try:
                added, known, _ = exchange.restore(history, path)
            except OSError as error:
                at.tell(_unread(path, error))
            else:
                at.print(words.RESTORED.format(name=path.name, added=added, known=known))
                return 0
    if asked.backup is None:
        at.tell(words.NONE_READABLE.format(folder=at.history.backups))
    return 1


def is_there(path: Path) -> bool:
    """Whether a path is there, as far as may be looked."""
    try:
        return path.exists()
    except OSError:
        return False


@contextmanager
def _opened(at: Place) -> Iterator[History]:
    """Open the history, saying what was found; what it refuses ends the command in words."""
    history = History(at.history.path, SystemClock())
    try:
        for notice in history.notices:
            at.tell(said(notice))
        yield history
    except StoreError as error:
        told = words.REFUSED.get(error.why.code) or said(error.why)
        raise StudyError(told[at.lang]) from error
    finally:
        history.close()


def _write(history: History, to: Path, lang: Lang) -> int:
    """Write the history into a file that is not there yet; returns the number of events."""
    try:
        if to.exists() or to.is_symlink():
            raise StudyError(words.IS_THERE.format(file=to)[lang])
        return exchange.export(history, to)
    except OSError as error:
        why = error.strerror or error
        raise StudyError(words.NOT_WRITTEN.format(file=to, why=why)[lang]) from error


def _read(at: Place, name: str) -> Iterator[exchange.Lines | None]:
    """What each file of a name holds, saying what is skipped; None for one that is not read."""
    try:
        sources = _sources(name)
    except OSError as error:
        at.tell(_unread(name, error))
        sources = ()
    else:
        if not sources:
            at.tell(words.NO_JOURNAL.format(file=name))
    if not sources:
        yield None
    for source in sources:
        try:
            with _file(source) as file:
                lines = exchange.read(file)
        except OSError as error:
            at.tell(_unread(source, error))
            yield None
        else:
            _tell_wrong(at, source, lines.wrong)
            yield lines


def _sources(name: str) -> Sequence[str]:
    """The files that a name means: itself, or those of a folder of journals; raises OSError."""
    if name != _STREAM and (folder := Path(name)).is_dir():
        return [str(path) for path in Journal(folder).files()]
    return [name]


def _file(source: str) -> BinaryIO:
    if source == _STREAM:
        return os.fdopen(0, "rb", closefd=False)  # sys.stdin is None where the input is closed
    return Path(source).open("rb")


def _tell_wrong(at: Place, source: str, wrong: Sequence[int]) -> None:
    for line in wrong[:_NAMED]:
        at.tell(words.WRONG_LINE.format(file=source, line=line))
    if len(wrong) > _NAMED:
        at.tell(words.MORE_WRONG.format(file=source, lines=len(wrong) - _NAMED))


def _unread(what: Path | str, error: OSError) -> Text:
    return words.NOT_READ.format(file=what, why=error.strerror or error)


def _chosen(at: Place, name: str | None) -> list[Path]:
    """The backups to try, in this order."""
    made = {backup.path.name: backup.path for backup in backups(at.history)}
    if name is None:
        if not made:
            raise StudyError(words.NO_BACKUPS.format(folder=at.history.backups)[at.lang])
        return list(reversed(made.values()))
    if name in made:
        return [made[name]]
    if not is_there(Path(name)):
        raise UsageError(words.NO_SUCH_BACKUP.format(name=name)[at.lang])
    return [Path(name)]
