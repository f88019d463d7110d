"""What commands that print share: the pack, the language, a printer, and words with `=`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.console import Console
from rich.text import Text as RichText
from rich.theme import Theme

from studyapp import words
from studyapp.cli.reading import _join, _settings
from studyapp.core.errors import UsageError
from studyapp.files import Folders
from studyapp.typeset.printout import STYLES
from studyapp.ui.terminal import speak_utf8

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from studyapp.core.text import Lang
    from studyapp.study.study import Study
    from studyapp.typeset.wrap import Lines

_NARROWEST: Final = 20
_WIDEST: Final = 100


class Printer(Console):
    """A console that prints typeset lines, in colour only where there is colour."""

    def __init__(self, *, plain: bool = False) -> None:
        super().__init__(
            highlight=False,
            emoji=False,
            markup=False,
            theme=Theme(STYLES),
            force_terminal=False if plain else None,
        )

    @property
    def room(self) -> int:
        """Cells of a line."""
        return max(_NARROWEST, min(self.width, _WIDEST))

    def lines(self, lines: Lines) -> None:
        """Print lines that are not wider than there is room."""
        self.print(RichText("\n").join(line.text() for line in lines), soft_wrap=True)

    def on_broken_pipe(self) -> None:
        """Leave to `main` what Rich would end the program for."""
        raise BrokenPipeError


class Opened(NamedTuple):
    """What a command works with."""

    study: Study
    lang: Lang


def opened(asked: Namespace) -> Opened:
    """Open the pack that is asked for, saying beside the output what is wrong with it."""
    speak_utf8()
    folders = Folders.of_platform(asked.data)
    settings, problems = _settings(folders, asked.lang)
    study = _join(asked.pack, folders, settings.lang)
    if study.dropped:
        problems += (words.DROPPED.format(count=len(study.dropped)), words.DROPPED_HINT)
    for problem in problems:
        print(problem[settings.lang], file=sys.stderr)
    return Opened(study, settings.lang)


def pairs(given: Iterable[str], example: str) -> dict[str, str]:
    """Understand words such as ``payload=40MB``; raises UsageError for any other."""
    found: dict[str, str] = {}
    for word in given:
        name, equals, value = word.partition("=")
        if not (name and equals):
            raise UsageError(f"`{word}` is not understood; write NAME=VALUE, such as `{example}`")
        if name in found:
            raise UsageError(f"`{name}` is given twice")
        found[name] = value
    return found
