"""The one place that reads the computer's clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 -- the one place


class LocalZone(tzinfo):
    """The time zone that the computer is in, with its summer time."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """How far its clocks are ahead of UTC at a moment on them."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Unknown: the offset has it in it."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """What it is called at a moment on its clocks."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, moment: datetime) -> datetime:
        """A moment of UTC on its clocks."""
        try:
            ahead = moment.replace(tzinfo=UTC).astimezone().utcoffset()
        except (OSError, OverflowError):  # beyond what the system's calendar knows
            ahead = None
        return moment + (ahead or timedelta())
