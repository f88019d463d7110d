"""What a learner wishes of the plan: read as typed, said in words, and kept as acts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from studyapp.core.errors import UsageError
from studyapp.core.history.events import Set
from studyapp.core.text import Text
from studyapp.study import choices
from studyapp.words import planning as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.core.scheduling.quota import Limits

_DAY_FIRST: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_FARTHEST: Final = timedelta(days=366)
_DIGITS: Final = 4


@dataclass(frozen=True, slots=True)
class Wish:
    """What can be chosen; equal wishes make equal plans."""

    exam: date | None
    new: int
    minutes: float | None
    retention: float

    @classmethod
    def of(cls, exam: date | None, limits: Limits) -> Wish:
        """What holds now."""
        return cls(exam, limits.new, limits.minutes, limits.retention)

    def limits(self, before: Limits) -> Limits:
        """The limits it means, at the pace of those before."""
        return replace(before, new=self.new, minutes=self.minutes, retention=self.retention)

    def acts(self, before: Wish) -> tuple[Set, ...]:
        """What has to be kept for it to hold instead of another."""
        kept = ((before._kept()[name], name, value) for name, value in self._kept().items())
        return tuple(Set(name=name, value=value) for old, name, value in kept if value != old)

    def _kept(self) -> dict[str, Any]:
        return {
            choices.EXAM: self.exam.isoformat() if self.exam else None,
            choices.NEW: self.new,
            choices.MINUTES: self.minutes,
            choices.RETENTION_AIM: self.retention,
        }


class RefusedError(UsageError):
    """What was typed cannot be taken."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.en)
        self.said = said


class Field(NamedTuple):
    """One thing to choose."""

    id: str
    """Of the attribute of `Wish`."""
    name: Text
    means: Text
    read: Callable[[str, date], Any]
    """Understands what is typed on a day; raises RefusedError."""
    show: Callable[[Any, date], Text]
    offers: Callable[[date], tuple[Any, ...]]
    """Values to choose from on a day."""

    def value(self, wish: Wish) -> Any:
        """What a wish says of it."""
        return getattr(wish, self.id)

    def put(self, wish: Wish, value: Any) -> Wish:
        """The wish with another value."""
        return replace(wish, **{self.id: value})


def _read_exam(typed: str, today: date) -> date:
    day_first = _DAY_FIRST.fullmatch(typed)
    try:
        if day_first is None:
            found = date.fromisoformat(typed)
        else:
            found = date(int(day_first[3]), int(day_first[2]), int(day_first[1]))
    except ValueError:
        raise RefusedError(words.REFUSED_DAY) from None
    if not today <= found <= today + _FARTHEST:
        raise RefusedError(words.REFUSED_FAR)
    return found


def _read_number(typed: str, _today: date, *, low: int, high: int) -> int:
    is_number = typed.isascii() and typed.isdigit() and len(typed) <= _DIGITS
    if not (is_number and low <= int(typed) <= high):
        raise RefusedError(words.REFUSED_NUMBER.format(low=low, high=high))
    return int(typed)


def _read_retention(typed: str, today: date) -> float:
    low, high = (round(100 * share) for share in choices.RETENTION_RANGE)
    return _read_number(typed.removesuffix("%").rstrip(), today, low=low, high=high) / 100


def _show_exam(exam: date | None, today: date) -> Text:
    if exam is None:
        return words.NO_EXAM
    if exam < today:
        return words.EXAM_OVER.format(day=exam.isoformat())
    return words.EXAM_IN.format(day=exam.isoformat(), days=(exam - today).days)


def _show_number(number: int, _today: date) -> Text:
    return Text.once(str(number))


def _show_minutes(minutes: float | None, _today: date) -> Text:
    if minutes is None:
        return words.NO_LIMIT
    return words.MINUTES_SAID.format(minutes=f"{minutes:g}")


def _show_retention(retention: float, _today: date) -> Text:
    return words.PERCENT.format(percent=round(100 * retention))


def _exams(today: date) -> tuple[date | None, ...]:
    return (None, *(today + timedelta(weeks=weeks) for weeks in (2, 4, 6, 8, 12, 16, 26)))


def _fixed(*offered: Any) -> Callable[[date], tuple[Any, ...]]:
    def offers(_today: date) -> tuple[Any, ...]:
        return offered

    return offers


FIELDS: Final = {
    field.id: field
    for field in (
        Field("exam", words.EXAM, words.EXAM_MEANS, _read_exam, _show_exam, _exams),
        Field(
            "new",
            words.NEW,
            words.NEW_MEANS,
            partial(_read_number, low=0, high=choices.NEW_MOST),
            _show_number,
            _fixed(0, 5, 10, 15, 20, 30, 40, 60),
        ),
        Field(
            "minutes",
            words.MINUTES,
            words.MINUTES_MEANS,
            partial(_read_number, low=1, high=choices.MINUTES_MOST),
            _show_minutes,
            _fixed(None, 5, 10, 15, 20, 30, 45, 60),
        ),
        Field(
            "retention",
            words.RETENTION,
            words.RETENTION_MEANS,
            _read_retention,
            _show_retention,
            _fixed(0.8, 0.85, 0.88, 0.9, 0.92, 0.95),
        ),
    )
}
"""By id, in the order in which they are asked."""


def rows(wish: Wish, today: date) -> Iterator[tuple[str, Text]]:
    """The id of each thing to choose, with what a wish says of it."""
    for field in FIELDS.values():
        value = field.show(field.value(wish), today)
        yield field.id, words.ROW.format(name=field.name, value=value)
