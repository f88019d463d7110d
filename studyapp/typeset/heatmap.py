"""Reviews of each day as shades, the weeks beside each other, with what they show in words."""

from __future__ import annotations

from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, Final

from studyapp.typeset.ink import Inked, ink, join
from studyapp.words import progress as words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from studyapp.core.text import Lang, Text
    from studyapp.typeset.wrap import Lines

_SHADES: Final = "·░▒▓█"
_MARGIN: Final = 3
"""Cells for the names of weekdays."""
_MOST_WEEKS: Final = 26
"""Half a year: more would show a beginner little but emptiness."""


def set_heatmap(reviews: Mapping[date, int], today: date, lang: Lang, width: int) -> Lines:
    """Draw the weeks up to today as columns of days, as many weeks as there is room for."""
    mondays = _mondays(today, width)
    most = max((reviews.get(day, 0) for day in _days(mondays, today)), default=0)
    lines = [ink(" " * _MARGIN + _months(mondays, lang), "muted")]
    for weekday in range(7):
        name = ink(words.WEEKDAYS[weekday][lang].ljust(_MARGIN), "muted")
        days = [monday + timedelta(days=weekday) for monday in mondays]
        drawn = join(
            ink(f"{_shade(reviews.get(day, 0), most)} ", "strong" if day == today else "diagram")
            for day in days
            if day <= today
        )
        lines.append(join((name, drawn)).bare())
    legend = _legend(most, lang)
    beside = join(legend, "  ")
    entries = [beside] if _MARGIN + beside.cells <= width else legend
    return [*lines, *(join((Inked(" " * _MARGIN), entry)) for entry in entries)]


def heatmap_in_words(reviews: Mapping[date, int], today: date, width: int) -> Text:
    """Say what the chart of that width shows."""
    mondays = _mondays(today, width)
    shown = {day: reviews[day] for day in _days(mondays, today) if reviews.get(day)}
    if not shown:
        return words.NO_REVIEWS.format(weeks=len(mondays))
    day = max(shown, key=lambda day: (shown[day], day))
    return words.HEATMAP_SAID.format(
        weeks=len(mondays),
        reviews=sum(shown.values()),
        days=len(shown),
        most=shown[day],
        day=words.short_day(day),
        today=shown.get(today, 0),
    )


def _mondays(today: date, width: int) -> list[date]:
    """The first days of the weeks for which there is room, the present one last."""
    weeks = max(1, min(_MOST_WEEKS, (width - _MARGIN + 1) // 2))
    last = today - timedelta(days=today.weekday())
    return [last - timedelta(weeks=back) for back in reversed(range(weeks))]


def _days(mondays: Sequence[date], today: date) -> list[date]:
    return [mondays[0] + timedelta(days=at) for at in range((today - mondays[0]).days + 1)]


def _months(mondays: Sequence[date], lang: Lang) -> str:
    """The names of months over the weeks in which they begin, where there is room."""
    line = ""
    for at, monday in enumerate(mondays):
        begins = at == 0 or monday.month != mondays[at - 1].month
        name = words.month(monday)[lang]
        if begins and len(line) <= 2 * at and 2 * at + len(name) <= 2 * len(mondays):
            line = line.ljust(2 * at) + name + " "
    return line.rstrip()


def _shade(count: int, most: int) -> str:
    return _SHADES[ceil(4 * count / most)] if count else _SHADES[0]


def _legend(most: int, lang: Lang) -> Lines:
    """Each shade with the counts it stands for; a shade that stands for none is left out."""
    parts = [ink(f"{_SHADES[0]} {words.LEGEND_NONE[lang]}", "muted")]
    for level in range(1, 5):
        low, high = (level - 1) * most // 4 + 1, level * most // 4
        if low <= high:
            said = f"{low}" if low == high else words.RANGE.format(low=low, high=high)[lang]
            parts.append(ink(f"{_SHADES[level]} {said}", "muted"))
    return parts
