"""The rows of the Cards place: what can be studied, how, and how a session went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.prose import plain
from studyapp.core.text import Text
from studyapp.study import choices
from studyapp.ui.widgets.rows import Row
from studyapp.words import cards as words
from studyapp.words.progress import duration

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studyapp.core.scheduling.quota import Quota
    from studyapp.study.learning import Learning
    from studyapp.study.reviewing import Review
    from studyapp.study.sessions import Offer

_BLANK = Row(Text.once(" "))


def start_rows(learning: Learning, offer: Offer, review: Review | None) -> Iterator[Row]:
    """What can be studied now, and how."""
    yield Row(words.TODAY, role="title")
    yield Row(_asked(offer.quota))
    if (exam := learning.exam) is not None and exam >= learning.today:
        yield Row(words.DAYS_LEFT.format(days=(exam - learning.today).days), role="muted")
    yield _BLANK
    if review is not None and review.current is not None:
        yield Row(_counted(words.CONTINUE, review.left), "continue")
    quota = offer.quota
    yield Row(_counted(words.ALL_TODAY, quota.cards), "today", "1")
    yield Row(_counted(words.DUE, len(quota.due) + len(quota.final)), "due", "2")
    yield Row(_counted(words.NEW, len(quota.new)), "new", "3")
    yield Row(words.BY_SKILL, "by:skill", "4")
    yield Row(words.BY_TAG, "by:tag", "5")
    yield Row(words.BY_KIND, "by:kind", "6")
    yield Row(_counted(words.FLAGGED, offer.flagged), "flagged", "7")
    yield Row(_counted(words.FORGOTTEN, offer.forgotten), "forgotten", "8")
    yield Row(words.FOUND, "found", "9")
    yield Row(words.CRAM, "cram", "", words.CRAM_MEANS)
    yield _BLANK
    yield from _how_rows(learning.progress.settings)
    yield from _aside_rows(learning, offer)


def end_rows(learning: Learning, review: Review) -> Iterator[Row]:
    """What a session came to, and what comes next."""
    summary, left = review.summary(), learning.quota().cards
    yield Row(words.DONE, role="title")
    yield _BLANK
    if summary.answers:
        yield Row(
            words.SUMMARY.format(
                answers=summary.answers,
                known=summary.known,
                time=duration(summary.milliseconds),
            )
        )
    else:
        yield Row(words.NO_ANSWERS)
    yield Row(words.MORE_TODAY.format(cards=count(left)) if left else words.NO_MORE_TODAY)
    yield Row(words.TOMORROW.format(cards=count(summary.tomorrow)))
    yield _BLANK
    yield Row(words.GO_ON, "start", "1")


def count(cards: int) -> Text:
    """A number of cards in words."""
    return words.CARD if cards == 1 else words.SOME_CARDS.format(count=cards)


def session_said(session: str) -> Text:
    """How long a session is, in words."""
    unit, _, number = session.partition(":")
    match unit:
        case "cards":
            return words.SESSION_CARDS.format(count=number)
        case "minutes":
            return words.SESSION_MINUTES.format(count=number)
        case _:
            return words.SESSION_ALL


def changed(settings: Mapping[str, object], name: str) -> str | bool:
    """The value that follows the present one of a choice of how to study."""
    match name:
        case choices.SESSION:
            return _after(choices.SESSIONS, choices.session_of(settings))
        case choices.DIRECTION:
            return _after(choices.DIRECTIONS, choices.direction_of(settings))
        case _:
            return settings.get(name) is not True


def _after(offered: tuple[str, ...], present: str) -> str:
    return offered[(offered.index(present) + 1) % len(offered)]


def _asked(quota: Quota) -> Text:
    if not quota.cards:
        return words.ASKED_NOTHING
    said = words.ASKED_FINAL if quota.final else words.ASKED_TODAY
    return said.format(
        cards=count(quota.cards), due=len(quota.due), final=len(quota.final), new=len(quota.new)
    )


def _counted(name: Text, cards: int) -> Text:
    return words.COUNTED.format(name=name, count=cards)


def _how_rows(settings: Mapping[str, object]) -> Iterator[Row]:
    two = settings.get(choices.TWO_BUTTONS) is True
    typed = settings.get(choices.TYPED) is True
    said = (
        (choices.SESSION, words.SESSION, session_said(choices.session_of(settings))),
        (choices.DIRECTION, words.DIRECTION, words.DIRECTIONS[choices.direction_of(settings)]),
        (choices.TWO_BUTTONS, words.BUTTONS, words.TWO_BUTTONS if two else words.FOUR_BUTTONS),
        (choices.TYPED, words.TYPED, words.TYPED_ON if typed else words.TYPED_OFF),
    )
    yield Row(words.HOW, role="heading")
    for name, called, value in said:
        yield Row(words.SETTING.format(name=called, value=value), f"set:{name}")


def _aside_rows(learning: Learning, offer: Offer) -> Iterator[Row]:
    counted = (
        ("suspended", words.SUSPENDED, len(offer.suspended)),
        ("leeches", words.LEECHES, len(offer.leeches)),
        ("parked", words.PARKED, len(learning.parked())),
    )
    held = [(id_, name, cards) for id_, name, cards in counted if cards]
    if held:
        yield _BLANK
        yield Row(words.ASIDE, role="heading")
    for id_, name, cards in held:
        yield Row(_counted(name, cards), id_)


def front_of(text: Text) -> Text:
    """The words of a card in a list."""
    return Text(*(plain(words).replace("\n", " / ") for words in (text.en, text.vi)))
