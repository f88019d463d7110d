"""The Cards place: what it shows, which is what can be studied, a card, or how a session went."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from textual import getters
from textual.containers import Vertical

from studyapp.core.scheduling.memory import AGAIN
from studyapp.core.text import Lang, Text
from studyapp.study.sessions import offer
from studyapp.ui.card_face import Face, face_lines
from studyapp.ui.keys.key import key_name
from studyapp.ui.keys.table import BY_ID
from studyapp.ui.screens.acting import Acting
from studyapp.ui.screens.cards_start import end_rows, start_rows
from studyapp.ui.widgets.bars import TitleBar
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.ratings import RatingRow
from studyapp.ui.widgets.rows import Row
from studyapp.ui.widgets.search_input import SearchInput
from studyapp.ui.widgets.sheet import Sheet
from studyapp.words import cards as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from studyapp.core.cards.deck import Item
    from studyapp.core.history.events import Rating
    from studyapp.study.reviewing import Review
    from studyapp.typeset.wrap import Lines as Typeset

_MONTH = 30.44
_YEAR = 365.25
_FEW = 100
"""Days that are counted as days."""


class CardsView(Acting):
    """The place without what its keys do."""

    menu = getters.query_one("#cards", Menu)
    sheet = getters.query_one("#card", Sheet)
    line = getters.query_one("#answer-line", SearchInput)
    ratings = getters.query_one("#ratings", RatingRow)

    def __init__(self) -> None:
        super().__init__()
        self.stage: Literal["start", "card", "end"] = "start"
        self.review: Review | None = None
        self.what = words.TODAY
        """What is studied in this session."""
        self.is_peeked = False
        self._shown: Item | None = None
        """The card on the screen."""

    def compose_place(self) -> ComposeResult:
        """The list, and the card with its ratings, of which one is shown."""
        with Vertical(id="deck"):
            yield Menu(id="cards", numbered=True)
            yield Sheet(id="card")
            yield SearchInput(id="answer-line")
            yield RatingRow(id="ratings")

    def on_mount(self) -> None:
        """Show that the history is being opened."""
        self.sheet.show(self._set)
        self.menu.focus()

    def speak(self) -> None:
        """Say everything in the present language."""
        self.line.placeholder = words.TYPE_ANSWER[self.study_app.lang]
        super().speak()
        self.show()

    def show(self) -> None:
        """Show the stage as it is now."""
        with self.app.batch_update():
            is_card = self.stage == "card"
            self.set_class(is_card, "-card")
            if is_card:
                self._show_card()
            else:
                self.menu.show(tuple(self._rows()), self.menu.chosen_id)
                self.menu.focus()
            self.show_title()
        if not self.is_acting:  # else its end does so, for only then it is known which keys work
            self.refresh_bindings()

    def asked(self) -> Review | None:
        """The session, while a card of it is on the screen."""
        is_card = self.stage == "card" and self.review and self.review.current
        return self.review if is_card else None

    def _rows(self) -> Iterator[Row]:
        if not self.is_known:
            yield Row(words.UNKNOWN, role="notice.trap")
        elif not self.learning.is_awake:
            yield Row(words.OPENING, role="muted")
        elif self.stage == "end" and self.review is not None:
            yield from end_rows(self.learning, self.review)
        elif not self.learning.items:
            yield Row(words.NO_CARDS)
        else:
            yield from start_rows(self.learning, offer(self.learning), self.review)

    def show_title(self) -> None:
        """Show what is studied, the news, and how much is left."""
        title, right = words.CARDS, None
        if self.stage == "card" and self.review is not None:
            what = words.PLACE.format(place=words.CARDS, what=self.what)
            title = words.PLACE.format(place=what, what=words.CRAMMED) if self.crams else what
            right = words.LEFT.format(left=self.review.left)
        if self.news is not None:
            right = self.news if right is None else words.PLACE.format(place=self.news, what=right)
        self.query_one(TitleBar).show(title, right)

    @property
    def crams(self) -> bool:
        """Whether the session leaves the schedule alone."""
        return self.review is not None and self.review.crammed

    def _show_card(self) -> None:
        if (review := self.asked()) is None:
            return
        is_new, self._shown = review.current is not self._shown, review.current
        if is_new:
            self.sheet.top = 0
            self.line.value = ""
        is_typed = review.is_typed(self.study_app.lang) and not review.sight.is_revealed
        self.set_class(is_typed, "-typing")
        if is_typed != self.line.has_focus or self.focused is None:
            (self.line if is_typed else self.sheet).focus()
        self.sheet.show(self._set)
        if review.sight.is_revealed:
            self.ratings.offer(self._columns(review), review.suggested)
        else:
            self.ratings.say(words.TYPE_HINT if is_typed else words.REVEAL_HINT)

    def _columns(self, review: Review) -> tuple[tuple[Rating, Text], ...]:
        days = review.intervals()
        return tuple((rating, _when(rating, days.get(rating))) for rating in review.ratings)

    def _set(self, lang: Lang, width: int, _height: int) -> Typeset:
        review = self.asked()
        return [] if review is None else face_lines(self._face(review, lang), lang, width)

    def _face(self, review: Review, lang: Lang) -> Face:
        item = review.current
        assert item is not None  # noqa: S101 -- tells the type checker what `asked` has found out
        return Face(
            item=item,
            about=self._about(item),
            langs=review.languages(lang),
            is_revealed=review.sight.is_revealed,
            is_peeked=self.is_peeked,
            check=review.sight.check,
            remarks=tuple(self._remarks(review)),
        )

    def _about(self, item: Item) -> Text:
        kind = words.KINDS[item.kind]
        about = kind
        if item.skill:
            skill = self.study_app.study.skill(item.skill)
            about = words.ABOUT.format(skill=skill.code, kind=kind)
        if self.learning.progress.standing(item.key).is_flagged:
            about = words.PLACE.format(place=about, what=words.MARKED)
        return about

    def _remarks(self, review: Review) -> Iterator[Text]:
        if review.has_changed:
            yield words.HAS_CHANGED.format(key=self._key("cards.restart.b"))
        if review.is_leech and review.sight.is_revealed:
            note, suspend = self._key("cards.note.i"), self._key("cards.suspend.x")
            yield words.IS_LEECH.format(note=note, suspend=suspend)

    def _key(self, id_: str) -> Text:
        key = self.study_app.settings.keys.get(id_, BY_ID[id_].key)
        return Text(*map(partial(key_name, key), Lang))


def _when(rating: Rating, days: int | None) -> Text:
    """When an item comes back, in words."""
    if rating == AGAIN:
        return words.SOON
    if days is None:
        return words.NO_CHANGE
    if days < _FEW:
        return words.DAYS.format(count=days)
    if days < 2 * _YEAR:
        return words.MONTHS.format(count=round(days / _MONTH))
    return words.YEARS.format(count=round(days / _YEAR))
