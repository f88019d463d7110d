"""What can be typed about cards, questions and how one stands, and what answers it."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction
    from collections.abc import Callable

_TYPES: Final = ("choice", "response", "ordering", "matching")
_DIFFICULTIES: Final = ("easy", "medium", "hard")
_ONLY: Final = {
    "unseen": "only questions that you never answered",
    "missed": "only those whose last answer was wrong or guessed",
    "flagged": "only those that you marked",
    "due": "only those whose time has come",
    "weakest": "what you know least first",
}


def add_study_commands(
    commands: _SubParsersAction[ArgumentParser], add_options: Callable[[ArgumentParser], None]
) -> None:
    """Add ``cards``, ``quiz`` and ``stats`` to the commands.

    ``add_options`` adds the options that every command takes.
    """
    for add in (_add_cards, _add_quiz, _add_stats):
        add_options(add(commands))


def add_plain(to: ArgumentParser, means: str) -> None:
    """Let a command be asked to do without screens and colours."""
    to.add_argument("--plain", action="store_true", help=means)


def _add_cards(commands: _SubParsersAction[ArgumentParser]) -> ArgumentParser:
    cards = commands.add_parser(
        "cards",
        help="list what there is to review, or review it in lines",
        description="Print every flashcard of the pack as text: its key, its front and its back."
        " With --plain, review what today asks for, line by line.",
    )
    cards.add_argument("--skill", metavar="SKILL", help="only those of a skill, such as 2.2.1")
    add_plain(cards, "review in lines, as for a screen reader or a pipe")
    cards.set_defaults(run=_cards)
    return cards


def _add_quiz(commands: _SubParsersAction[ArgumentParser]) -> ArgumentParser:
    quiz = commands.add_parser(
        "quiz",
        help="practise exam questions",
        description="Practise questions, each answer explained. Without options it is the best mix."
        " What is not given is as you chose it on the screens. Without a terminal, or with --plain,"
        " it is a conversation in lines.",
    )
    quiz.add_argument("--count", type=_count, metavar="N", help="how many questions")
    quiz.add_argument("--skill", metavar="SKILL", help="only those of a skill, such as 2.2.1")
    quiz.add_argument("--decision", metavar="DECISION", help="only those on a decision")
    quiz.add_argument("--type", choices=_TYPES, help="only those of a type")
    quiz.add_argument("--difficulty", choices=_DIFFICULTIES, help="only those as difficult")
    which = quiz.add_mutually_exclusive_group()
    for name, means in _ONLY.items():
        which.add_argument(f"--{name}", dest="only", action="store_const", const=name, help=means)
    clock = quiz.add_mutually_exclusive_group()
    clock.add_argument("--minutes", type=_count, metavar="M", help="minutes for all of it")
    clock.add_argument(
        "--exam-pace", action="store_true", help="the time that the exam allows for each"
    )
    quiz.add_argument(
        "--include-exam-only", action="store_true", help="ask what is kept for the exam, too"
    )
    quiz.add_argument(
        "--endless", action="store_true", help="new situations made from them, until you leave"
    )
    quiz.add_argument("--seed", type=int, metavar="N", help="gives the same questions and orders")
    add_plain(quiz, "in lines, as for a screen reader or a pipe")
    quiz.set_defaults(run=_quiz)
    return quiz


def _add_stats(commands: _SubParsersAction[ArgumentParser]) -> ArgumentParser:
    stats = commands.add_parser(
        "stats",
        help="say how you stand, and what comes",
        description="Print what you have done, what you remember, and what the days to come ask"
        " for.",
    )
    stats.add_argument("--json", action="store_true", help="print a document for programs")
    stats.set_defaults(run=_stats)
    return stats


def _count(said: str) -> int:
    """A whole number from 1 up."""
    if not (said.isdecimal() and int(said)):
        raise ArgumentTypeError(f"`{said}` is no whole number from 1 up")
    return int(said)


def _cards(asked: Namespace) -> int:
    from studyapp.cli.cards import cards

    return cards(asked)


def _quiz(asked: Namespace) -> int:
    from studyapp.cli.quiz import quiz

    return quiz(asked)


def _stats(asked: Namespace) -> int:
    from studyapp.cli.stats import stats

    return stats(asked)
