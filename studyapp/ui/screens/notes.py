"""The notes: what their keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from studyapp import words
from studyapp.core.ports import Bookmark
from studyapp.study.glossing import terms_in
from studyapp.study.leads import Note, leads, see_ids
from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.reading import NOTES
from studyapp.ui.screens.links import LinksDialog
from studyapp.ui.screens.notes_view import NotesView
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from textual.binding import BindingType


class NotesScreen(NotesView):
    """The reader."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(NOTES)

    def on_screen_resume(self) -> None:
        """Open what was asked for elsewhere."""
        if self.page.opened is not None:
            self.open_wanted()

    def go_back(self) -> None:
        """From an outline over the text to the text, from a jump to before it, else home."""
        if self.outline.has_focus and not self.page.display:
            self.action_to_page()
        elif self.trail.leads_back:
            self.action_trail_back()
        else:
            self.app.switch_mode(self.study_app.came_from)

    def jump(self, place: Bookmark) -> None:
        """Go to a place that is not the next to read, and remember the way back."""
        self.trail.jump(self.here)
        self.open_place(place)
        self.action_to_page()

    @on(Menu.Chosen, "#outline")
    def _open_chosen(self, event: Menu.Chosen) -> None:
        self.open_place(Bookmark(event.row, event.row, 0))
        self.action_to_page()

    @on(PageView.Passed)
    def _pass_on(self) -> None:
        self.action_next_section()

    @on(PageView.LinksWanted)
    def _show_links(self, event: PageView.LinksWanted) -> None:
        if (opened := self.page.opened) is None:
            return
        study, block = self.study_app.study, event.block
        notes = study.notes_behind(see_ids(opened.section, block))
        if block in (opened.section.id, f"{opened.section.id}:related"):
            notes += tuple(Note(entry.id, entry.id, entry.title) for entry in opened.related)
        found = leads(opened.section, block, opened.sources)
        if notes or found:
            self.app.push_screen(LinksDialog(notes, found))
        else:
            self.study_app.tell(words.NO_LINKS)

    def action_terms(self) -> None:
        """Look up the terms of the block in focus."""
        study = self.study_app.study
        if (opened := self.page.opened) is not None:
            here = [block for block in opened.section.blocks if block.id == self.page.block]
            shown = tuple(here) or (opened.section.title, opened.section.takeaway)
            self.study_app.show_terms(here=terms_in(shown, study.terms))

    def action_trail_back(self) -> None:
        """Go back to the place before the last jump, be it one from elsewhere."""
        if not self.trail.leads_back and self.study_app.came_from != self.study_app.DEFAULT_MODE:
            self.go_back()
        self._retrace(self.trail.back(self.here))

    def action_trail_forth(self) -> None:
        """Go forth again to the place gone back from."""
        self._retrace(self.trail.forth(self.here))

    def _retrace(self, place: Bookmark | None) -> None:
        if place is not None:
            self.open_place(place)

    def action_next_section(self) -> None:
        """Open the section after this one."""
        self._step(1)

    def action_previous_section(self) -> None:
        """Open the section before this one."""
        self._step(-1)

    def _step(self, by: int) -> None:
        entries = self.study_app.study.outline
        if 0 <= self.index + by < len(entries):
            id_ = entries[self.index + by].id
            self.open_place(Bookmark(id_, id_, 0))

    def action_peek(self) -> None:
        """Show the block in focus in the other language."""
        self.page.toggle_peek()

    def action_bilingual(self) -> None:
        """Show both languages, or one again."""
        self.page.toggle_bilingual()
        self.set_class(self.page.bilingual, "-bilingual")
        self.say_where()

    @work
    async def action_turn_read(self) -> None:
        """Mark the section as read, or as not read."""
        section = self.study_app.study.outline[self.index].id
        if await self.ticks.turn(self.study_app, section):
            self.show_ticks()
