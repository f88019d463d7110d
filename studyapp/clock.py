"""The one place that reads the computer's clock."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 -- the one place
