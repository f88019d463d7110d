"""Notes: an outline beside the text of one section."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.containers import Horizontal

from studyapp import words
from studyapp.core.errors import ContentError
from studyapp.core.ports import Bookmark, group_of
from studyapp.core.prose import plain
from studyapp.core.text import Lang, Text
from studyapp.study.glossing import terms_in
from studyapp.study.leads import Note, leads, see_ids, source_ids
from studyapp.study.trail import Trail
from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.reading import NOTES
from studyapp.ui.screens.base import Place
from studyapp.ui.screens.links import LinksDialog
from studyapp.ui.ticks import Ticks
from studyapp.ui.widgets.bars import TitleBar
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.page_view import PageView
from studyapp.ui.widgets.pages import Opened
from studyapp.ui.widgets.rows import Row
from studyapp.words import progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from studyapp.core.ports import OutlineEntry

_PAUSE = 0.02
"""Seconds without another section, shorter than between repeats of a held key, to look ahead."""
_REST = 0.25
"""Seconds more before the place is written down."""


class NotesScreen(Place):
    """The reader."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(NOTES)

    outline = getters.query_one("#outline", Menu)
    page = getters.query_one("#page", PageView)

    def __init__(self) -> None:
        super().__init__()
        self._index = 0
        self._idle: Timer | None = None
        self._ahead: Iterator[tuple[str, Lang]] = iter(())
        self._trail = Trail()
        self._ticks = Ticks()

    def compose_place(self) -> ComposeResult:
        """Outline beside text."""
        with Horizontal(id="reader"):
            yield Menu(id="outline", marked=True)
            yield PageView(id="page")

    def on_mount(self) -> None:
        """Open where reading stopped."""
        self.page.focus()
        self.outline.show(tuple(self._outline_rows()))
        self.call_after_refresh(self.open_wanted)
        self._look()

    def speak(self) -> None:
        """Say everything in the present language, and look ahead in it."""
        super().speak()
        if self.page.opened is not None:
            self._use_pause()

    def on_screen_resume(self) -> None:
        """Open what was asked for elsewhere."""
        if self.page.opened is not None:
            self.open_wanted()

    def on_screen_suspend(self) -> None:
        """Write the place down before leaving it."""
        self.keep_place()

    def go_back(self) -> None:
        """From an outline over the text to the text, from a jump to before it, else home."""
        if self.outline.has_focus and not self.page.display:
            self.action_to_page()
        elif self._trail.leads_back:
            self.action_trail_back()
        else:
            self.app.switch_mode(self.study_app.came_from)

    def open_wanted(self) -> None:
        """Open the place asked for elsewhere, or at first the one where reading stopped."""
        app = self.study_app
        wanted, app.wanted = app.wanted, None
        if wanted is not None:
            if app.came_from != app.DEFAULT_MODE:
                self._trail = Trail()  # it leads back there, not to earlier jumps
            self._open(wanted)
        elif self.page.opened is None:
            first = [Bookmark(entry.id, entry.id, 0) for entry in app.study.outline[:1]]
            for place in [mark] if (mark := app.study.bookmark()) else first:
                self._open(place)

    def jump(self, place: Bookmark) -> None:
        """Go to a place that is not the next to read, and remember the way back."""
        self._trail.jump(self._here)
        self._open(place)
        self.action_to_page()

    @property
    def _here(self) -> Bookmark:
        """The place now shown."""
        section = self.study_app.study.outline[self._index].id
        return Bookmark(section, self.page.block, self.page.row)

    def _open(self, place: Bookmark) -> None:
        study = self.study_app.study
        try:
            opened = self._read(place.section)
        except ContentError as error:
            self.study_app.tell(Text.once(str(error)), severity="error")
            return
        self._index = [entry.id for entry in study.outline].index(place.section)
        with self.app.batch_update():
            self.outline.mark(place.section)
            self.page.show(opened, opened.section.block_of(place.block), place.row)
            self._say_where()
        self._use_pause()

    def _read(self, section_id: str) -> Opened:
        study = self.study_app.study
        section = study.read(section_id)
        return Opened(
            section,
            study.skill(section.skill),
            study.sources(source_ids(section)),
            study.related(section.id),
        )

    def _outline_rows(self) -> Iterator[Row]:
        group = ""
        for entry in self.study_app.study.outline:
            before, group = group, group_of(entry.kind, entry.skill)
            if group != before:
                if before:
                    yield Row(Text.once(" "))
                yield Row(self._heading(entry), role="skill")
            yield Row(_plain(entry.title), entry.id, is_done=entry.id in self._ticks.read)

    def _heading(self, entry: OutlineEntry) -> Text:
        """What an entry of the outline stands under."""
        if entry.kind == "pair":
            return words.PAIRS
        if entry.kind == "sheet":
            return words.SHEETS
        skill = self.study_app.study.skill(entry.skill)
        return words.SKILL_TITLE.format(code=skill.code, title=_plain(skill.title))

    def _say_where(self) -> None:
        study = self.study_app.study
        place = words.POSITION.format(at=self._index + 1, all=len(study.outline))
        if study.outline[self._index].id in self._ticks.read:
            place = progress.IS_READ.format(place=place)
        if self.page.bilingual:
            place = words.WITH_BILINGUAL.format(place=place)
        self.query_one(TitleBar).show(_plain(study.cover.title), place)

    def _use_pause(self) -> None:
        if self._idle is not None:
            self._idle.stop()
        self._ahead = self._likely()
        self._idle = self.set_timer(_PAUSE, self._look_ahead)

    def _look_ahead(self) -> None:
        """Prepare one page that the next key may show, then let keys pass before another."""
        for section_id, lang in self._ahead:
            with suppress(ContentError):  # it is told when the section is asked for
                self.page.prepare(self._read(section_id), lang)
            self.call_later(self._look_ahead)
            return
        self._idle = self.set_timer(_REST, self.keep_place)

    def _likely(self) -> Iterator[tuple[str, Lang]]:
        """The next section, then this one in the other language; the one before is still kept."""
        here, *after = self.study_app.study.outline[self._index :][:2]
        lang = self.page.lang
        yield from ((entry.id, lang) for entry in after)
        yield here.id, lang.other

    def keep_place(self) -> None:
        """Write down where reading stopped."""
        if (opened := self.page.opened) is not None:
            self.study_app.keep_place(opened.section.id, self.page.block, self.page.row)

    @on(Menu.Chosen, "#outline")
    def _open_chosen(self, event: Menu.Chosen) -> None:
        self._open(Bookmark(event.row, event.row, 0))
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
        if not self._trail.leads_back and self.study_app.came_from != self.study_app.DEFAULT_MODE:
            self.go_back()
        self._retrace(self._trail.back(self._here))

    def action_trail_forth(self) -> None:
        """Go forth again to the place gone back from."""
        self._retrace(self._trail.forth(self._here))

    def _retrace(self, place: Bookmark | None) -> None:
        if place is not None:
            self._open(place)

    def action_next_section(self) -> None:
        """Open the section after this one."""
        self._step(1)

    def action_previous_section(self) -> None:
        """Open the section before this one."""
        self._step(-1)

    def _step(self, by: int) -> None:
        entries = self.study_app.study.outline
        if 0 <= self._index + by < len(entries):
            id_ = entries[self._index + by].id
            self._open(Bookmark(id_, id_, 0))

    def action_peek(self) -> None:
        """Show the block in focus in the other language."""
        self.page.toggle_peek()

    def action_bilingual(self) -> None:
        """Show both languages, or one again."""
        self.page.toggle_bilingual()
        self.set_class(self.page.bilingual, "-bilingual")
        self._say_where()

    @work
    async def action_turn_read(self) -> None:
        """Mark the section as read, or as not read."""
        section = self.study_app.study.outline[self._index].id
        if await self._ticks.turn(self.study_app, section):
            self._show_ticks()

    @work
    async def _look(self) -> None:
        if await self._ticks.look(self.study_app):
            self._show_ticks()

    def _show_ticks(self) -> None:
        with self.app.batch_update():
            self.outline.show(tuple(self._outline_rows()), self.outline.chosen_id)
            self._say_where()

    def action_to_outline(self) -> None:
        """Give the outline the keys; on a narrow screen it takes the place of the text."""
        self.add_class("-outline")
        self.outline.focus()

    def action_to_page(self) -> None:
        """Give the text the keys."""
        self.remove_class("-outline")
        self.page.focus()


def _plain(text: Text) -> Text:
    return Text(plain(text.en), plain(text.vi))
