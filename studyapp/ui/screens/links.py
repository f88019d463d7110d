"""The dialog of a block's links: shows where each leads before anything is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from studyapp import words
from studyapp.core.ports import Bookmark
from studyapp.core.text import Text
from studyapp.typeset.references import checked
from studyapp.ui.browser import open_page
from studyapp.ui.screens.base import Dialog
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from studyapp.study.leads import Lead, Note


class LinksDialog(Dialog):
    """The addresses a block leads to."""

    heading = words.LINKS

    def __init__(self, notes: tuple[Note, ...], found: tuple[Lead, ...]) -> None:
        super().__init__()
        self._notes = notes
        self._found = found

    def compose_dialog(self) -> ComposeResult:
        """One entry for each note and address, the full address under it."""
        yield Menu(id="links", numbered=True)

    def on_mount(self) -> None:
        """List notes and addresses."""
        menu = self.query_one("#links", Menu)
        rows = [Row(words.LINK_HINT, role="muted"), Row(Text.once(" "))]
        entries: list[tuple[Text, Text | None]] = [
            *((words.LINK_NOTE.format(title=note.title), None) for note in self._notes),
            *((lead.title, _about(lead)) for lead in self._found),
        ]
        for at, (title, about) in enumerate(entries):
            rows.append(Row(title, str(at), str(at + 1) if at < 9 else "", about))
        menu.show(rows)
        menu.focus()

    @on(Menu.Chosen)
    def _open(self, event: Menu.Chosen) -> None:
        at = int(event.row)
        if at < len(self._notes):
            note = self._notes[at]
            self.dismiss(None)
            self.study_app.read(Bookmark(note.section, note.ref, 1))
            return
        url = self._found[at - len(self._notes)].url
        said = words.LINK_OPENED if open_page(url) else words.LINK_FAILED
        self.study_app.tell(said.format(url=url))


def _about(lead: Lead) -> Text:
    leads_to = words.LINK_LEADS.format(host=lead.host)
    if lead.source is None:
        return words.LINK_ABOUT.format(url=lead.url, leads_to=leads_to)
    return words.LINK_ABOUT_CHECKED.format(
        url=lead.url, leads_to=leads_to, checked=checked(lead.source)
    )
