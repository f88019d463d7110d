"""The glossary: the terms of the block in focus first, each in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from studyapp import words
from studyapp.core.ports import Bookmark
from studyapp.core.prose import plain
from studyapp.core.text import Text
from studyapp.ui.screens.base import Dialog
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import ComposeResult

    from studyapp.core.glossary import Term

_BLANK = Row(Text.once(" "))


class TermsDialog(Dialog):
    """Terms to look up; choosing one goes to the note that tells more."""

    heading = words.GLOSSARY

    def __init__(self, here: tuple[Term, ...], terms: tuple[Term, ...], at: str | None) -> None:
        super().__init__()
        self._here = here
        self._terms = terms
        self._at = at

    def compose_dialog(self) -> ComposeResult:
        """One list."""
        yield Menu(id="terms")

    def on_mount(self) -> None:
        """List the terms."""
        menu = self.query_one(Menu)
        menu.show(tuple(self._rows()), self._at)
        menu.focus()

    def _rows(self) -> Iterator[Row]:
        if self._here:
            yield Row(words.TERMS_HERE, role="heading")
            yield from _listed(self._here, "here:")
            yield Row(words.TERMS_ALL, role="heading")
        yield from _listed(self._terms, "")

    @on(Menu.Chosen)
    def _go(self, event: Menu.Chosen) -> None:
        id_ = event.row.removeprefix("here:")
        term = next(term for term in self._terms if term.id == id_)
        section = next(filter(None, map(self.study_app.study.holder, term.see)), None)
        if section is None:
            self.study_app.tell(words.NO_MORE)
        else:
            self.dismiss(None)
            self.study_app.read(Bookmark(section, term.see[0], 1))


def _listed(terms: Iterable[Term], lead: str) -> Iterator[Row]:
    for term in terms:
        title = words.TERM.format(en=term.en, vi=term.vi)
        said = [_plain(term.definition)]
        if term.advice is not None:
            said.append(_plain(term.advice))
        # Both languages at once: one looks a term up to see the other word for it.
        both = Text(
            "\n".join([*(text.en for text in said), *(text.vi for text in said)]),
            "\n".join([*(text.vi for text in said), *(text.en for text in said)]),
        )
        yield Row(title, f"{lead}{term.id}", note=both)
        yield _BLANK


def _plain(text: Text) -> Text:
    return Text(plain(text.en), plain(text.vi))
