"""What can be typed after ``studyapp``, and what answers it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp import __version__
from studyapp.core.text import Lang

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Sequence


def parser() -> ArgumentParser:
    """The grammar of the command line."""
    from studyapp.cli.author import add_author_commands
    from studyapp.cli.keeping import add_history_commands
    from studyapp.cli.studying import add_plain, add_study_commands

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
    add_plain(notes, "without colours, on a terminal too")
    # A default here would overwrite what was given before the command.
    _add_reading_options(notes, suppress=True)
    notes.set_defaults(run=_notes)
    _add_advise(commands)
    _add_calc(commands)
    add_options = partial(_add_reading_options, suppress=True)
    add_study_commands(commands, add_options)
    add_options(_add_exam(commands))
    add_history_commands(commands, add_options)
    add_author_commands(commands)
    return top


def run(arguments: Sequence[str]) -> int:
    """Understand the command line and do what it asks; returns the exit code."""
    grammar = parser()
    asked, further = grammar.parse_known_args(arguments)
    if further:  # argparse gives up on words that follow an option
        if not hasattr(asked, "given") or any(word.startswith("-") for word in further):
            grammar.error(f"unrecognized arguments: {' '.join(further)}")
        asked.given += further
    answer = getattr(asked, "run", _study)
    code: int = answer(asked)
    return code


def _add_advise(commands: _SubParsersAction[ArgumentParser]) -> None:
    advise = commands.add_parser(
        "advise",
        help="say which options fit a situation, and why",
        description="Say which options fit the facts, by the pack's rules. Without facts it asks"
        " for them one by one; without a decision it lists the decisions.",
    )
    advise.add_argument("name", nargs="?", metavar="DECISION", help="such as deployment")
    advise.add_argument(
        "given", nargs="*", metavar="TRAIT=VALUE", help="a fact, such as payload=40MB"
    )
    advise.add_argument("--why-not", metavar="OPTION", help="why an option is not the answer")
    advise.add_argument("--flips", metavar="OPTION", help="what would make an option the answer")
    advise.add_argument("--list", action="store_true", help="print the traits with their values")
    advise.add_argument("--json", action="store_true", help="print a document for programs")
    _add_reading_options(advise, suppress=True)
    advise.set_defaults(run=_advise)


def _add_calc(commands: _SubParsersAction[ArgumentParser]) -> None:
    calc = commands.add_parser(
        "calc",
        help="calculate memory, break-even, savings and quotas",
        description="Calculate. Without inputs it says what a calculator takes; without a name it"
        " lists the calculators.",
    )
    calc.add_argument("name", nargs="?", metavar="CALCULATOR", help="such as memory")
    calc.add_argument("given", nargs="*", metavar="INPUT=VALUE", help="such as model=70B")
    calc.add_argument("--json", action="store_true", help="print a document for programs")
    _add_reading_options(calc, suppress=True)
    calc.set_defaults(run=_calc)


def _add_exam(commands: _SubParsersAction[ArgumentParser]) -> ArgumentParser:
    from studyapp.cli.studying import _count, add_plain

    exam = commands.add_parser(
        "exam",
        help="sit a mock exam against the clock",
        description="Sit a mock exam, or go on with the one that runs. What is not given is as you"
        " chose it before; --lang is also the language of the questions. Without a terminal, or"
        " with --plain, it is a conversation in lines.",
    )
    exam.add_argument("--preset", metavar="NAME", help="such as quick, section or full")
    mode = exam.add_mutually_exclusive_group()
    for name, means in (
        ("strict", "as the real one: no pause, no help"),
        ("relaxed", "the clock stands still while the program is closed"),
    ):
        mode.add_argument(f"--{name}", dest="mode", action="store_const", const=name, help=means)
    exam.add_argument("--count", type=_count, metavar="N", help="questions of an exam of your own")
    exam.add_argument(
        "--minutes", type=_count, metavar="M", help="its minutes; else at the pace of the real one"
    )
    exam.add_argument(
        "--extra-time", action="store_true", help="more time, for those who are no native speakers"
    )
    exam.add_argument("--seed", type=int, metavar="N", help="gives the same paper")
    add_plain(exam, "in lines, as for a screen reader or a pipe")
    exam.set_defaults(run=_exam)
    return exam


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
    to.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        default=default,
        help="keep your history and bookmarks in this folder; else STUDYAPP_DATA names one",
    )


def _study(asked: Namespace) -> int:
    from studyapp.cli.reading import study

    return study(asked.pack, asked.lang, asked.data)


def _notes(asked: Namespace) -> int:
    from studyapp.cli.reading import print_notes

    return print_notes(asked.pack, asked.lang, asked.ref, both=asked.both, plain=asked.plain)


def _advise(asked: Namespace) -> int:
    from studyapp.cli.advise import advise

    return advise(asked)


def _exam(asked: Namespace) -> int:
    from studyapp.cli.exam import exam

    return exam(asked)


def _calc(asked: Namespace) -> int:
    from studyapp.cli.calc import calc

    return calc(asked)
