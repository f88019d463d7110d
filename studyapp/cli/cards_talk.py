"""A session of cards as a conversation in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.fold import fold
from studyapp.core.scheduling.memory import AGAIN
from studyapp.core.text import Lang, Text
from studyapp.words import cards as words
from studyapp.words import quiz_plain as own_words
from studyapp.words.progress import duration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.cli.plain import Conversation
    from studyapp.core.cards.deck import Item
    from studyapp.core.history.events import Rating
    from studyapp.study.reviewing import Review

_COMMANDS: Final = frozenset({"q", "f", "u", "?"})
"""What no typed answer can be."""


class CardsTalk:
    """Shows the cards of a session one after the other, and takes a rating of each."""

    def __init__(self, talk: Conversation, review: Review) -> None:
        self._talk = talk
        self._review = review

    def run(self) -> None:
        """Ask until nothing is left, the learner stops or the input ends; then tell how it went."""
        self._talk.say(own_words.CARD_HOW_TO)
        self._front()
        while self._review.current is not None:
            is_revealed = self._review.sight.is_revealed
            if not (self._ask_rating() if is_revealed else self._ask()):
                break
        self._talk.pause()
        self._talk.say(*self._summary())

    def _front(self) -> None:
        """Say what is asked now; nothing at the end."""
        review, item = self._review, self._review.current
        if item is None:
            return
        self._talk.pause()
        about = words.KINDS.get(item.kind, Text.once(item.kind))
        if item.skill:
            about = words.ABOUT.format(skill=self._talk.study.skill(item.skill).code, kind=about)
        self._talk.say(own_words.CARD_AT.format(about=about, left=review.left))
        if review.standing.is_flagged:
            self._talk.say(own_words.FLAGGED)
        self._talk.read_out(item.front, self._langs[0])

    def _back(self) -> None:
        """Say the verdict on a typed answer, the back, why it is so, and the ratings."""
        item, lang, check = self._review.current, self._langs[1], self._review.sight.check
        if item is None:
            return
        if check is not None:
            self._talk.say(words.VERDICTS[check.verdict])
        self._read_back(item, lang)
        if item.reason is not None:
            self._talk.read_out(item.reason, lang, f"{words.WHY[self._talk.lang]}: ")
        self._talk.say(*self._ratings())

    def _read_back(self, item: Item, lang: Lang) -> None:
        if not item.entries:
            self._talk.read_out(item.back, lang)
        for number, entry in enumerate(item.entries, start=1):
            self._talk.read_out(entry, lang, f"{number}. " if item.kind == "sequence" else "")

    def _ratings(self) -> Iterator[Text]:
        days = self._review.intervals()
        for number, rating in enumerate(self._review.ratings, start=1):
            when = words.SOON if rating == AGAIN else words.NO_CHANGE
            if rating in days:
                when = words.DAYS.format(count=days[rating])
            name = words.RATINGS[rating]
            yield own_words.RATING.format(number=number, name=name, when=when)

    # --- what is typed

    def _ask(self) -> bool:
        """Show the back, or do what is typed instead; returns whether to go on."""
        is_typed = self._review.is_typed(self._talk.lang)
        said = self._talk.ask(own_words.TYPE_IT if is_typed else own_words.ENTER_SHOWS)
        match None if said is None else fold(said):
            case "":
                self._review.reveal()
                self._back()
            case "g" if (item := self._review.current) is not None:
                self._review.peek()
                self._talk.read_out(item.front, self._langs[0].other)
            case str(answer) if said and is_typed and answer not in _COMMANDS:
                self._review.answer(said, self._talk.lang)
                self._back()
            case command:
                return self._do(command)
        return True

    def _ask_rating(self) -> bool:
        """Take the rating, or do what is typed instead; returns whether to go on."""
        ratings, suggested = self._review.ratings, self._review.suggested
        said = self._talk.ask(own_words.RATE.format(rating=words.RATINGS[suggested]))
        numbers = {str(number): rating for number, rating in enumerate(ratings, start=1)}
        match None if said is None else fold(said):
            case "":
                self._rate(suggested)
            case "g" if (item := self._review.current) is not None:
                self._read_back(item, self._langs[1].other)
            case number if number in numbers:
                self._rate(numbers[number])
            case command:
                return self._do(command)
        return True

    def _do(self, command: str | None) -> bool:
        """Do what can be done before and after the back is shown; returns whether to go on."""
        match command:
            case None | "q":
                return False
            case "f":
                self._flag()
            case "u":
                self._undo()
            case _:
                self._talk.say(*own_words.CARD_HELP)
        return True

    def _rate(self, rating: Rating) -> None:
        if self._talk.keep(self._review.rate(rating)):
            self._front()

    def _flag(self) -> None:
        if self._talk.keep(self._review.flag()):
            is_flagged = self._review.standing.is_flagged
            self._talk.say(own_words.FLAGGED if is_flagged else own_words.UNFLAGGED)

    def _undo(self) -> None:
        event = self._review.last_event
        if event is None:
            self._talk.say(words.NOTHING_TO_UNDO)
        elif self._talk.keep(self._review.undo()):
            self._talk.say(words.UNDONE.get(event.kind, words.UNDONE_OTHER))
            self._front()
            if self._review.sight.is_revealed:
                self._back()

    # --- the end

    def _summary(self) -> Iterator[Text]:
        summary, left = self._review.summary(), self._talk.study.learning.quota().cards
        if summary.answers:
            time = duration(summary.milliseconds)
            given = {"answers": summary.answers, "known": summary.known, "time": time}
            yield words.SUMMARY.format(**given)
        else:
            yield words.NO_ANSWERS
        yield words.MORE_TODAY.format(cards=_count(left)) if left else words.NO_MORE_TODAY
        yield words.TOMORROW.format(cards=_count(summary.tomorrow))

    @property
    def _langs(self) -> tuple[Lang, Lang]:
        """Of front and back."""
        return self._review.languages(self._talk.lang)


def _count(cards: int) -> Text:
    return words.CARD if cards == 1 else words.SOME_CARDS.format(count=cards)
