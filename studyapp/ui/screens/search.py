"""Search over everything, from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on
from textual.binding import Binding
from textual.widgets import Input

from studyapp import words
from studyapp.core.ports import Bookmark
from studyapp.core.text import Text
from studyapp.ui.screens.base import Dialog
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row
from studyapp.ui.widgets.search_input import SearchInput

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from studyapp.core.ports import Hit

_LIMIT = 40
"""Hits shown; who does not find it among them types another word."""


class SearchDialog(Dialog):
    """A line to type in, and what was found under it as one types."""

    BINDINGS = [  # noqa: RUF012 -- as Textual declares it
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]
    heading = words.SEARCH

    found = getters.query_one("#found", Menu)
    line = getters.query_one(SearchInput)

    def __init__(self) -> None:
        super().__init__()
        self._hits: tuple[Hit, ...] = ()

    def compose_dialog(self) -> ComposeResult:
        """The line and the list."""
        yield SearchInput(id="asked")
        yield Menu(id="found")

    def on_mount(self) -> None:
        """Give the line the keys."""
        self.line.focus()

    def speak(self) -> None:
        """Ask in the present language."""
        self.line.placeholder = words.SEARCH_PROMPT[self.study_app.lang]
        self._show()
        super().speak()

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        self._hits = self.study_app.study.search(event.value, _LIMIT)
        self._show()

    def _show(self) -> None:
        rows = tuple(
            Row(self._title(hit), str(at), note=Text.once(hit.context), marks=hit.marks)
            for at, hit in enumerate(self._hits)
        )
        if not rows:
            asked = self.line.value.strip()
            rows = (Row(words.SEARCH_NOTHING if asked else words.SEARCH_HINT, role="muted"),)
        self.found.show(rows)
        self.found.refresh(layout=True)

    def _title(self, hit: Hit) -> Text:
        if not hit.section:
            return words.TERM_FOUND.format(term=hit.title)
        return words.PLACE_IN.format(
            skill=self.study_app.study.skill_of(hit.section).code, title=hit.title
        )

    @on(Input.Submitted)
    def _choose_shown(self) -> None:
        self.found.action_choose()

    @on(Menu.Chosen)
    def _go(self, event: Menu.Chosen) -> None:
        hit = self._hits[int(event.row)]
        self.dismiss(None)
        if hit.section:
            self.study_app.read(Bookmark(hit.section, hit.block, 1))
        else:
            self.study_app.show_terms(hit.block)

    def action_move(self, by: int) -> None:
        """Move the cursor of the list while typing goes on."""
        if by > 0:
            self.found.action_down()
        else:
            self.found.action_up()
