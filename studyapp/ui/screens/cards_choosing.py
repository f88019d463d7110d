"""The Cards place before a card is shown: what is chosen there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on

from studyapp.core.cards.drill import Slice
from studyapp.core.history.events import Set, Suspended
from studyapp.core.ports import Bookmark
from studyapp.core.prose import plain
from studyapp.core.text import Text
from studyapp.study.sessions import begin, keys_of, offer, parts
from studyapp.ui.screens.cards_dialogs import (
    ChoiceDialog,
    FindDialog,
    amount_dialog,
    digit,
    items_dialog,
    keys_dialog,
)
from studyapp.ui.screens.cards_start import changed
from studyapp.ui.screens.cards_view import CardsView
from studyapp.ui.screens.links import LinksDialog
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row
from studyapp.words import cards as words
from studyapp.words.progress import SAVING

if TYPE_CHECKING:
    from studyapp.core.cards.deck import Item
    from studyapp.study.sessions import Part, What

_NAMES = {"today": words.ALL_TODAY, "due": words.DUE, "new": words.NEW}


class CardsChoosing(CardsView):
    """The place without the keys of a card."""

    def say_saving(self) -> None:
        """Say it where the ratings stand, while there are any."""
        if self.stage == "card":
            self.ratings.say(SAVING)
        else:
            super().say_saving()

    # --- what is chosen

    @on(Menu.Chosen, "#cards")
    def _choose(self, event: Menu.Chosen) -> None:
        self.news = None
        kind, _, name = event.row.partition(":")
        match kind:
            case "continue":
                self.go_on()
            case "today" | "due" | "new":
                self.begin(kind, _NAMES[kind])
            case "cram":
                self.begin("all", words.CRAM)
            case "flagged":
                self.begin("all", words.FLAGGED, Slice(flagged=True))
            case "forgotten":
                self.begin("all", words.FORGOTTEN, Slice(forgotten=True))
            case "by":
                self._choose_part(name)
            case "found":
                self.app.push_screen(FindDialog(), self._take_found)
            case "set":
                self.do(partial(self._set_choice, name))
            case "start":
                self.stage, self.review = "start", None
                self.show()
            case _:
                self._open_aside(kind)

    def go_on(self) -> None:
        """Show the card that the session has come to, or its end."""
        if self.review is not None:
            self.stage = "end" if self.review.current is None else "card"
            self.show()

    def begin(self, what: What, name: Text, part: Slice | None = None) -> None:
        """Begin a session, if there is anything in it."""
        review = begin(self.learning, what, part)
        if review.current is None:
            self.tell(words.NOTHING_HERE)
            return
        self.review, self.what, self.is_peeked = review, name, False
        self.go_on()

    def _choose_part(self, by: str) -> None:
        match by:
            case "skill":
                found, heading = parts(self.learning, "skill"), words.BY_SKILL
            case "tag":
                found, heading = parts(self.learning, "tag"), words.BY_TAG
            case _:
                found, heading = parts(self.learning, "kind"), words.BY_KIND
        by_name = {part.name: part for part in found}
        named = {part.name: self._called(by, part) for part in found}
        rows = [
            Row(
                words.PART.format(name=named[part.name], today=part.today, items=part.items),
                part.name,
                digit(at),
            )
            for at, part in enumerate(found)
        ]

        def take(name: str | None) -> None:
            if name is not None:
                self._ask_amount(named[name], by_name[name])

        self.app.push_screen(ChoiceDialog(heading, rows), take)

    def _called(self, by: str, part: Part) -> Text:
        if by == "skill":
            skill = self.study_app.study.skill(part.name)
            title = Text(plain(skill.title.en), plain(skill.title.vi))
            return words.SKILL.format(code=skill.code, title=title)
        return words.KINDS[part.name] if by == "kind" else Text.once(part.name)

    def _ask_amount(self, name: Text, part: Part) -> None:
        def take(what: What | None) -> None:
            if what is not None:
                self.begin(what, name, part.slice)

        self.app.push_screen(amount_dialog(name, part.today, part.items), take)

    def _take_found(self, items: tuple[Item, ...] | None) -> None:
        if items:
            self.begin("all", words.FOUND, keys_of(items))

    async def _set_choice(self, name: str) -> None:
        value = changed(self.learning.progress.settings, name)
        await self.keep(self.learning.keep(Set(name=name, value=value)))
        self.show()

    # --- what was put aside

    def _open_aside(self, which: str) -> None:
        offered = offer(self.learning)
        match which:
            case "suspended":
                dialog = items_dialog(words.SUSPENDED, words.SUSPENDED_HINT, offered.suspended)
                self.app.push_screen(dialog, self._bring_back)
            case "leeches":
                dialog = items_dialog(words.LEECHES, words.LEECHES_HINT, offered.leeches)
                self.app.push_screen(dialog, self._open_leech)
            case _:
                parked = self.learning.parked()
                self.app.push_screen(keys_dialog(words.PARKED, words.PARKED_HINT, parked))

    def _bring_back(self, key: str | None) -> None:
        if key is not None:
            self.do(partial(self._unsuspend, key))

    async def _unsuspend(self, key: str) -> None:
        if await self.keep(self.learning.keep(Suspended(item=key, on=False))):
            self.tell(words.BROUGHT_BACK)
        self.show()

    def _open_leech(self, key: str | None) -> None:
        if key is not None and (item := self.learning.item(key)) is not None:
            self.open_note(item)

    def open_note(self, item: Item) -> None:
        """Go to the note behind an item, or let the learner choose of several."""
        notes = self.study_app.study.notes_behind(item.see)
        if not notes:
            self.tell(words.NO_NOTE)
        elif len(notes) == 1:
            self.study_app.read(Bookmark(notes[0].section, notes[0].ref, 1))
        else:
            self.app.push_screen(LinksDialog(notes, ()))
