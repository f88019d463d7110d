"""Clocks that do what a test says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from studyapp.core.exams.clock import Stamp

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


class SetClock:
    """A clock that stands still until it is moved; so do those since the computer's start."""

    def __init__(self, now: datetime = START) -> None:
        self._now = now
        self._boot = 60_000
        self._boots = 1

    def now(self) -> datetime:
        return self._now

    def stamp(self) -> Stamp:
        return Stamp(int(self._now.timestamp() * 1000), self._boot, f"boot {self._boots}")

    def move(self, **by: float) -> None:
        """Time passes."""
        self._now += timedelta(**by)
        self._boot += round(timedelta(**by).total_seconds() * 1000)

    def set(self, **by: float) -> None:
        """Somebody sets the clock on the wall to another time."""
        self._now += timedelta(**by)

    def reboot(self, **by: float) -> None:
        """The computer starts anew, and it is a while later."""
        self._now += timedelta(**by)
        self._boot = 5_000
        self._boots += 1


class StepClock:
    """A clock that moves on by a second each time it is read."""

    def __init__(self, now: datetime = START) -> None:
        self._now = now

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def stamp(self) -> Stamp:
        at = int(self.now().timestamp() * 1000)
        return Stamp(at, at - int(START.timestamp() * 1000), "boot")
