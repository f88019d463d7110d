"""The learner's days: they begin at an hour of the night, where the learner lives."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final

_QUARTER: Final = 15 * 60 * 1000
"""Milliseconds in which no day begins: every zone is whole quarters of an hour from UTC."""
_LAST: Final = int(datetime(9998, 1, 1, tzinfo=UTC).timestamp() * 1000)


class Days:
    """Turns moments into days of the learner, who may well study past midnight."""

    def __init__(self, zone: tzinfo, hour: int = 4) -> None:
        """Days of a time zone, each beginning at an hour, 0 to 23, of its clocks."""
        self.zone = zone
        self._into = timedelta(hours=hour)
        self._known: dict[int, date] = {}

    def of(self, at: int) -> date:
        """The day of a moment in milliseconds of UTC; one beyond the calendar is moved into it."""
        quarter = at // _QUARTER
        day = self._known.get(quarter)
        if day is None:
            moment = min(max(quarter * _QUARTER, 0), _LAST) // 1000
            day = (datetime.fromtimestamp(moment, tz=self.zone) - self._into).date()
            self._known[quarter] = day
        return day
