"""What can be typed after ``studyapp``, and what answers it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp import __version__
from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Sequence


def parser() -> ArgumentParser:
    """The grammar of the command line."""
    from studyapp.cli.author import add_author_commands

    top = ArgumentParser(
        prog="studyapp",
        description="Study for an exam in the terminal, in English and Vietnamese.",
        epilog="Without a command the study screens open.",
    )
    top.add_argument("--version", action="version", version=f"studyapp {__version__}")
    _add_reading_options(top)
    commands = top.add_subparsers(title="commands", metavar="")
    notes = commands.add_parser(
        "notes",
        help="print notes as text",
        description="Print notes, for a pager or a screen reader.",
    )
    notes.add_argument(
        "ref", nargs="?", help="a skill such as 2.2.1, or the id of a section; all notes without it"
    )
    notes.add_argument("--both", action="store_true", help="print both languages")
    # A default here would overwrite what was given before the command.
    _add_reading_options(notes, suppress=True)
    notes.set_defaults(run=_notes)
    add_author_commands(commands)
    return top


def run(arguments: Sequence[str]) -> int:
    """Understand the command line and do what it asks; returns the exit code."""
    asked = parser().parse_args(arguments)
    answer = getattr(asked, "run", _study)
    code: int = answer(asked)
    return code


def _add_reading_options(to: ArgumentParser, *, suppress: bool = False) -> None:
    from argparse import SUPPRESS

    default = SUPPRESS if suppress else None
    to.add_argument(
        "--pack", type=Path, metavar="DIR", default=default, help="study the pack in this folder"
    )
    to.add_argument(
        "--lang",
        choices=[lang.value for lang in Lang],
        default=default,
        help="language to start in",
    )


def _study(asked: Namespace) -> int:
    from studyapp.cli.reading import study

    return study(asked.pack, asked.lang)


def _notes(asked: Namespace) -> int:
    from studyapp.cli.reading import print_notes

    return print_notes(asked.pack, asked.lang, asked.ref, both=asked.both)
