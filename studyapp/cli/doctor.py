"""`studyapp doctor` and `studyapp where`: whether what is kept is whole, and where it lies.

``doctor --json`` prints ``{folder, findings: [{severity, code, values, said}], done: [{code,
values, said}], parked: [key], exit_code}``; ``severity`` is fine, remark or trouble, ``done`` is
what ``--repair`` did, ``parked`` are items with a history that the pack no longer has.
``where --json`` prints ``{places: [{id, path, exists}]}``. What is said is ``{"en": …, "vi": …}``.
"""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Final

from studyapp.cli.documents import print_document
from studyapp.cli.history import is_there, place
from studyapp.cli.opening import Printer
from studyapp.clock import LocalZone, SystemClock
from studyapp.core.errors import StudyError
from studyapp.core.ports import StoreError
from studyapp.library.builtin import builtin_pack
from studyapp.library.compiled import CompiledPack
from studyapp.store.doctor import examine, repair
from studyapp.store.history import History
from studyapp.store.view import View
from studyapp.study.learning import Learning
from studyapp.typeset.clean import clean
from studyapp.typeset.ink import ink
from studyapp.typeset.wrap import hang, wrap
from studyapp.words import keeping as words
from studyapp.words.history import found, said

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from studyapp.cli.history import Place
    from studyapp.core.ports import Notice
    from studyapp.core.text import Lang, Text
    from studyapp.store.doctor import Finding, Severity
    from studyapp.typeset.roles import Role
    from studyapp.typeset.wrap import Lines

_UNREADABLE: Final = {"newer", "database-unreadable", "folder-unreadable"}
_CANNOT_READ: Final = 2
_NAMED: Final = 5
"""Parked items that are named; the others are counted, and listed for programs."""
_ROLES: Final[dict[Severity, Role]] = {
    "fine": "muted",
    "remark": "notice.exam",
    "trouble": "notice.trap",
}


def doctor(asked: Namespace) -> int:
    """Print what is the matter with the history; returns 0, 1 for trouble, 2 if it is unreadable.

    With ``--repair`` what can be set right is, before the look that counts.
    """
    at = place(asked)
    folder = at.history.path
    done = _repaired(folder) if asked.repair and is_there(folder) else ()
    findings = examine(folder, SystemClock().now())
    code = _exit_code(findings)
    parked = (
        _parked(at, asked.pack) if code < _CANNOT_READ and is_there(at.history.database) else ()
    )
    if asked.json:
        print_document(
            {
                "folder": str(folder),
                "findings": [
                    {**each._asdict(), "said": found(each.code, each.values)} for each in findings
                ],
                "done": [{**each._asdict(), "said": said(each)} for each in done],
                "parked": parked,
                "exit_code": code,
            }
        )
        return code
    printer = Printer()
    lines = wrap(ink(words.DOCTOR.format(folder=folder)[at.lang], "title"), printer.room)
    if asked.repair:
        lines += _done(done, at.lang, printer.room)
    lines += _told(findings, at.lang, printer.room)
    if parked:
        named = ", ".join(parked[:_NAMED]) + (", …" if len(parked) > _NAMED else "")
        told = words.PARKED.format(items=len(parked), keys=named)
        lines += _line("remark", told, at.lang, printer.room)
    printer.lines(lines + wrap(ink(words.VERDICTS[code][at.lang], "strong"), printer.room))
    return code


def where(asked: Namespace) -> int:
    """Print every path and whether it is there; returns 0."""
    at = place(asked)
    paths = dict(_paths(at, asked.pack or builtin_pack()))
    if asked.json:
        places = [
            {"id": name, "path": str(path), "exists": is_there(path)}
            for name, path in paths.items()
        ]
        print_document({"places": places})
        return 0
    width = max(len(words.PLACES[name][at.lang]) for name in paths)
    for name, path in paths.items():
        shown = str(path) if is_there(path) else words.NOT_THERE.format(path=path)[at.lang]
        print(f"{words.PLACES[name][at.lang]:{width}}  {clean(shown)}")
    return 0


def _paths(at: Place, pack: Path) -> Iterator[tuple[str, Path]]:
    folders, history = at.folders, at.history
    yield "config", folders.config / "settings.json"
    yield "data", folders.data
    yield "bookmarks", folders.data / "bookmarks.json"
    yield "history", history.path
    yield "database", history.database
    yield "journal", history.journal
    yield "backups", history.backups
    yield "damaged", history.damaged
    yield "cache", folders.cache
    yield "crash_report", folders.data / "crash-report.txt"
    yield "pack", pack.absolute()


def _parked(at: Place, pack: Path | None) -> Sequence[str]:
    """The keys of items with a history that the pack no longer has; none if that is not known."""
    clock = SystemClock()
    with ExitStack() as held:
        try:
            view = View(at.history, clock.now(), is_newer=False)  # so that nothing is changed
            held.callback(view.close)
            reader = CompiledPack(pack or builtin_pack(), at.folders.cache)
            open_copy = partial(History, view.folder.path, clock)
            learning = Learning(reader, open_copy, clock, LocalZone())
            held.callback(learning.close)
            return learning.parked()
        except (StudyError, OSError):
            return ()


def _repaired(folder: Path) -> Sequence[Notice]:
    try:
        return repair(folder, SystemClock())
    except StoreError as error:
        return (error.why,)


def _exit_code(findings: Sequence[Finding]) -> int:
    if any(each.code in _UNREADABLE for each in findings):
        return _CANNOT_READ
    return int(any(each.severity == "trouble" for each in findings))


def _done(done: Sequence[Notice], lang: Lang, width: int) -> Lines:
    lines = wrap(ink(words.REPAIRED[lang], "heading"), width)
    for told in [said(each) for each in done] or [words.NOTHING_DONE]:
        lines += hang(ink(told[lang]), width, ink("  "))
    return lines


def _told(findings: Sequence[Finding], lang: Lang, width: int) -> Lines:
    return [
        line
        for each in findings
        for line in _line(each.severity, found(each.code, each.values), lang, width)
    ]


def _line(severity: Severity, told: Text, lang: Lang, width: int) -> Lines:
    longest = max(len(each[lang]) for each in words.SEVERITIES.values())
    lead = ink(words.SEVERITIES[severity][lang], _ROLES[severity]).padded(longest + 2)
    return hang(ink(told[lang]), width, lead)
