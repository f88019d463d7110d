"""Help and other texts to read and close again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters

from studyapp import words
from studyapp.core.prose import plain
from studyapp.core.text import Lang, Text
from studyapp.typeset.clean import clean
from studyapp.ui.keys.key import key_name
from studyapp.ui.keys.practising import CARDS, EXAM, QUIZ
from studyapp.ui.keys.reading import (
    ADVISOR,
    CALCULATORS,
    EVERYWHERE,
    HOME,
    LINES,
    MENU,
    NOTES,
    PAGE,
    PROGRESS,
)
from studyapp.ui.screens.base import Dialog
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row
from studyapp.words import advice, cards, exam_keys, progress, quiz

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from textual.app import ComposeResult

    from studyapp.core.pack import Credit
    from studyapp.ui.keys.key import Key

_BLANK = Row(Text.once(" "))


class TextDialog(Dialog):
    """Shows words; Esc closes it."""

    menu = getters.query_one("#text", Menu)

    def __init__(self, heading: Text, rows: tuple[Row, ...]) -> None:
        super().__init__()
        self.heading = heading
        self._rows = rows

    def compose_dialog(self) -> ComposeResult:
        """The words."""
        yield Menu(id="text")

    def on_mount(self) -> None:
        """Show the words."""
        self.menu.show(self._rows)
        self.menu.focus()


def dropped_rows(dropped: Iterable[str]) -> tuple[Row, ...]:
    """What parts of the pack are left out, and why."""
    # Each begins with the name of a file, which may hold anything.
    return _apart(words.DROPPED_HINT, *(Text.once(clean(problem)) for problem in dropped))


def credit_rows(credits_: Iterable[Credit]) -> tuple[Row, ...]:
    """Whose material the pack builds on, and on what terms."""
    told: list[Text] = []
    for credit in credits_:
        told += [
            words.CREDIT.format(name=credit.name, licence=credit.licence, url=credit.url),
            Text(plain(credit.notice.en), plain(credit.notice.vi)),
        ]
    return _apart(*told)


def _apart(*told: Text) -> tuple[Row, ...]:
    return tuple(row for text in told for row in (Row(text), _BLANK))


def help_rows(keys: Mapping[str, str]) -> tuple[Row, ...]:
    """What every key does; ``keys`` holds the learner's own, by binding id."""
    return tuple(_help_rows(keys))


def _help_rows(keys: Mapping[str, str]) -> Iterator[Row]:
    yield Row(words.HELP_INTRO, role="muted")
    groups = (
        (words.HELP_EVERYWHERE, EVERYWHERE),
        (words.HELP_NOTES, NOTES),
        (words.HELP_PAGE, PAGE),
        (cards.HELP_CARDS, CARDS),
        (quiz.HELP_QUIZ, QUIZ),
        (exam_keys.HELP_EXAM, EXAM),
        (advice.HELP_ADVISOR, ADVISOR),
        (words.HELP_CALCULATORS, CALCULATORS),
        (progress.HELP_HOME, HOME),
        (progress.HELP_PROGRESS, PROGRESS),
        (words.HELP_SCROLL, LINES),
        (words.HELP_LISTS, MENU),
    )
    for heading, group in groups:
        yield _BLANK
        yield Row(heading, role="heading")
        by_meaning: dict[Text, list[Key]] = {}
        for key in group:
            by_meaning.setdefault(key.long, []).append(key)
        for meaning, same in by_meaning.items():
            yield Row(Text(*(_line(meaning, same, keys, lang) for lang in Lang)))


def _line(meaning: Text, same: list[Key], keys: Mapping[str, str], lang: Lang) -> str:
    names = [key_name(keys.get(key.id, key.key), lang) for key in same]
    shown = f"{names[0]}–{names[-1]}" if len(names) > 3 else " ".join(names)
    return f"{shown:<12} {meaning[lang]}"
