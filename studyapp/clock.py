"""The one place that reads the computer's clock."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from studyapp.core.exams.clock import Stamp

_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """The computer's own clocks."""

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 -- the one place

    def stamp(self) -> Stamp:
        """What all clocks of the computer say."""
        from studyapp.core.exams.clock import Stamp  # only exams ask for it

        wall = int(self.now().timestamp() * 1000)
        return Stamp(wall, since_boot(), boot_id())


def since_boot() -> int:
    """Milliseconds since the computer started, its sleep included; no setting of a clock counts."""
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    if sys.platform == "darwin":  # where `time.monotonic` stands still during sleep
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000
    if sys.platform == "win32":
        import ctypes

        ticks = ctypes.windll.kernel32.GetTickCount64
        ticks.restype = ctypes.c_uint64
        return int(ticks())
    return time.monotonic_ns() // 1_000_000


@cache
def boot_id() -> str:
    """What tells one start of the computer from the next; only a digest of it is ever kept.

    Where the system has no such thing it tells one run of the program from the next: then the clock
    on the wall alone says how long it was closed.
    """
    try:
        named = _boot_session()
    except (OSError, ValueError):
        named = ""
    return blake2b((named or f"{os.getpid()} {time.time_ns()}").encode(), digest_size=6).hexdigest()


def _boot_session() -> str:
    """The system's own name for this start; empty or OSError where there is none."""
    if sys.platform == "linux":
        return _BOOT_ID.read_text("ascii").strip()
    if sys.platform == "darwin":
        import ctypes

        said = ctypes.create_string_buffer(64)
        size = ctypes.c_size_t(len(said))
        system = ctypes.CDLL(None)
        found = system.sysctlbyname(b"kern.bootsessionuuid", said, ctypes.byref(size), None, 0)
        return said.value.decode("ascii") if found == 0 else ""
    if sys.platform == "win32":
        import winreg

        place = (
            r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
        )
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
            return str(winreg.QueryValueEx(key, "BootId")[0])
    return ""


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
