"""A conversation in lines: what is studied on a screen, through a pipe or with a screen reader."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from typing import TYPE_CHECKING, Any, Final

from studyapp.cli.opening import Printer
from studyapp.cli.typed import listen, next_line
from studyapp.core.errors import StudyError
from studyapp.core.ports import Notice, StoreError
from studyapp.typeset.ink import Inked, ink, read
from studyapp.typeset.wrap import hang, wrap
from studyapp.ui.terminal import is_interactive
from studyapp.words import ACTS_LOST, history, progress

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Coroutine, Iterator

    from studyapp.core.text import Lang, Text
    from studyapp.study.learning import Learning
    from studyapp.study.study import Study
    from studyapp.typeset.wrap import Lines

_PATIENCE: Final = 5.0
"""Seconds after which the reason for a wait is told."""


def is_plain(asked: Namespace) -> bool:
    """Whether a conversation is asked for, or all that is possible here."""
    is_seen = sys.stdout is not None and sys.stdout.isatty()
    return asked.plain or not (is_seen and is_interactive())


class Conversation:
    """Says one thing a line, without colours, and asks for lines."""

    def __init__(self, study: Study, lang: Lang) -> None:
        listen()
        self.study = study
        self.lang = lang
        self._printer = Printer(plain=True)

    @property
    def room(self) -> int:
        """Cells of a line."""
        return self._printer.room

    def say(self, *said: Text, lead: str = "") -> None:
        """Say words of the program."""
        for text in said:
            self.lines(hang(ink(text[self.lang]), self.room, ink(lead)))

    def read_out(self, text: Text, lang: Lang, lead: str = "") -> None:
        """Say a text of the pack in a language."""
        first, rest = ink(lead), Inked(" " * len(lead))
        for number, line in enumerate(text[lang].splitlines()):
            self.lines(hang(read(line), self.room, rest if number else first))

    def lines(self, lines: Lines) -> None:
        """Say typeset lines."""
        if lines:
            self._printer.lines(lines)

    def pause(self) -> None:
        """Leave a line empty."""
        self.lines([Inked("")])

    def ask(self, prompt: Text) -> str | None:
        """Ask for a line; None at the end of the input."""
        self.lines(wrap(ink(prompt[self.lang]), self.room))
        return next_line()

    def keep(self, act: Coroutine[Any, Any, object]) -> bool:
        """Wait until an act is kept, saying so when that takes long; returns whether it is."""
        try:
            asyncio.run(self._patiently(act))
        except StoreError as error:
            self.say(progress.UNSAVED.format(why=history.said(error.why)))
            return False
        return True

    async def _patiently(self, act: Coroutine[Any, Any, object]) -> None:
        keeping = asyncio.ensure_future(act)
        if not (await asyncio.wait({keeping}, timeout=_PATIENCE))[0]:
            why = self.study.learning.store.trouble or Notice("busy", {})
            self.say(progress.UNSAVED.format(why=history.said(why)))
        await keeping


@contextlib.contextmanager
def kept(study: Study, lang: Lang) -> Iterator[None]:
    """Open the history for acts, and save at the end what still waits.

    What was found in the history, or could not be saved, is said beside the output. Raises
    StudyError where nothing can be kept.
    """
    try:
        _open(study.learning, lang)
        yield
    except StoreError as error:
        raise StudyError(history.said(error.why)[lang]) from None
    finally:
        if lost := study.close():
            print(ACTS_LOST.format(count=lost)[lang], file=sys.stderr)


def _open(learning: Learning, lang: Lang) -> None:
    learning.wake()
    for notice in learning.store.notices:
        print(history.said(notice)[lang], file=sys.stderr)
    if learning.store.state.kind != "writable":
        raise StoreError(learning.store.state.why or Notice("closed", {}))
