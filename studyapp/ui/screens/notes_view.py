"""The notes without what their keys do: an outline beside the text of one section."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import getters, work
from textual.containers import Horizontal

from studyapp import words
from studyapp.core.errors import ContentError
from studyapp.core.ports import Bookmark, group_of
from studyapp.core.prose import plain
from studyapp.core.text import Lang, Text
from studyapp.study.leads import source_ids
from studyapp.study.trail import Trail
from studyapp.ui.screens.base import Place
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
    from textual.timer import Timer

    from studyapp.core.ports import OutlineEntry

_PAUSE = 0.02
"""Seconds without another section, shorter than between repeats of a held key, to look ahead."""
_REST = 0.25
"""Seconds more before the place is written down."""


class NotesView(Place):
    """The reader as it is seen."""

    outline = getters.query_one("#outline", Menu)
    page = getters.query_one("#page", PageView)

    def __init__(self) -> None:
        super().__init__()
        self.index = 0
        self._idle: Timer | None = None
        self._ahead: Iterator[tuple[str, Lang]] = iter(())
        self.trail = Trail()
        self.ticks = Ticks()

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

    def on_screen_suspend(self) -> None:
        """Write the place down before leaving it."""
        self.keep_place()

    def open_wanted(self) -> None:
        """Open the place asked for elsewhere, or at first the one where reading stopped."""
        app = self.study_app
        wanted, app.wanted = app.wanted, None
        if wanted is not None:
            if app.came_from != app.DEFAULT_MODE:
                self.trail = Trail()  # it leads back there, not to earlier jumps
            self.open_place(wanted)
        elif self.page.opened is None:
            first = [Bookmark(entry.id, entry.id, 0) for entry in app.study.outline[:1]]
            for place in [mark] if (mark := app.study.bookmark()) else first:
                self.open_place(place)

    @property
    def here(self) -> Bookmark:
        """The place now shown."""
        section = self.study_app.study.outline[self.index].id
        return Bookmark(section, self.page.block, self.page.row)

    def open_place(self, place: Bookmark) -> None:
        """Show a place in its section."""
        study = self.study_app.study
        try:
            opened = self._read(place.section)
        except ContentError as error:
            self.study_app.tell(Text.once(str(error)), severity="error")
            return
        self.index = [entry.id for entry in study.outline].index(place.section)
        with self.app.batch_update():
            self.outline.mark(place.section)
            self.page.show(opened, opened.section.block_of(place.block), place.row)
            self.say_where()
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
            yield Row(_plain(entry.title), entry.id, is_done=entry.id in self.ticks.read)

    def _heading(self, entry: OutlineEntry) -> Text:
        """What an entry of the outline stands under."""
        if entry.kind == "pair":
            return words.PAIRS
        if entry.kind == "sheet":
            return words.SHEETS
        skill = self.study_app.study.skill(entry.skill)
        return words.SKILL_TITLE.format(code=skill.code, title=_plain(skill.title))

    def say_where(self) -> None:
        """Say in the title which section of how many is open."""
        study = self.study_app.study
        place = words.POSITION.format(at=self.index + 1, all=len(study.outline))
        if study.outline[self.index].id in self.ticks.read:
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
        here, *after = self.study_app.study.outline[self.index :][:2]
        lang = self.page.lang
        yield from ((entry.id, lang) for entry in after)
        yield here.id, lang.other

    def keep_place(self) -> None:
        """Write down where reading stopped."""
        if (opened := self.page.opened) is not None:
            self.study_app.keep_place(opened.section.id, self.page.block, self.page.row)

    @work
    async def _look(self) -> None:
        if await self.ticks.look(self.study_app):
            self.show_ticks()

    def show_ticks(self) -> None:
        """Show anew which sections are read."""
        with self.app.batch_update():
            self.outline.show(tuple(self._outline_rows()), self.outline.chosen_id)
            self.say_where()

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
