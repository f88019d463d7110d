"""What can be typed about the history that is kept, and what answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction
    from collections.abc import Callable


def add_history_commands(
    commands: _SubParsersAction[ArgumentParser], add_options: Callable[[ArgumentParser], None]
) -> None:
    """Add ``history``, ``restore``, ``doctor`` and ``where`` to the commands.

    ``add_options`` adds the options that every command takes.
    """
    _add_history(commands, add_options)
    _add_keeping(commands, add_options)


def _add_history(
    commands: _SubParsersAction[ArgumentParser], add_options: Callable[[ArgumentParser], None]
) -> None:
    history = commands.add_parser(
        "history",
        help="take your history along, or merge it",
        description="Your history as a file, and its backups.",
    )
    whats = history.add_subparsers(title="what", metavar="", required=True)
    export = whats.add_parser(
        "export",
        help="write the whole history into a new file",
        description="Write the whole history as lines of JSON. Never replaces a file.",
    )
    export.add_argument(
        "file", nargs="?", metavar="FILE", default="-", help="a new file; `-`, the output, without"
    )
    export.set_defaults(run=_export)
    merge = whats.add_parser(
        "import",
        help="add what an exported history holds",
        description="Add what exported histories hold and this one lacks. Doing so twice changes"
        " nothing. Exits with 1 if anything was skipped.",
    )
    merge.add_argument(
        "given", nargs="+", metavar="FILE", help="an export, a folder of journals, or `-`"
    )
    merge.set_defaults(run=_import)
    backups = whats.add_parser("backups", help="list the backups")
    backups.set_defaults(run=_backups)
    for command in (export, merge, backups):
        add_options(command)


def _add_keeping(
    commands: _SubParsersAction[ArgumentParser], add_options: Callable[[ArgumentParser], None]
) -> None:
    restore = commands.add_parser(
        "restore",
        help="add what a backup holds and the history lacks",
        description="Add what a backup holds and the history lacks; nothing is taken away.",
    )
    restore.add_argument(
        "backup",
        nargs="?",
        metavar="BACKUP",
        help="a name that `studyapp history backups` lists, or a file; the newest without it",
    )
    restore.set_defaults(run=_restore)
    doctor = commands.add_parser(
        "doctor",
        help="say whether the history is whole",
        description="Look at everything that is kept, and change nothing. Exits with 0 when all is"
        " well, 1 when something is wrong, 2 when the history cannot be read.",
    )
    doctor.add_argument(
        "--repair", action="store_true", help="set right what can be: adds, and sets aside"
    )
    where = commands.add_parser(
        "where",
        help="print where everything is kept",
        description="Print every folder and file of the program, and whether it is there.",
    )
    for command, answer in ((doctor, _doctor), (where, _where)):
        command.add_argument("--json", action="store_true", help="print a document for programs")
        command.set_defaults(run=answer)
    for command in (restore, doctor, where):
        add_options(command)


def _export(asked: Namespace) -> int:
    from studyapp.cli.history import export

    return export(asked)


def _import(asked: Namespace) -> int:
    from studyapp.cli.history import merge

    return merge(asked)


def _backups(asked: Namespace) -> int:
    from studyapp.cli.history import list_backups

    return list_backups(asked)


def _restore(asked: Namespace) -> int:
    from studyapp.cli.history import restore

    return restore(asked)


def _doctor(asked: Namespace) -> int:
    from studyapp.cli.doctor import doctor

    return doctor(asked)


def _where(asked: Namespace) -> int:
    from studyapp.cli.doctor import where

    return where(asked)
