"""How much time has passed between two moments, whatever became of the computer and its clock."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

HEARTBEAT: Final = 5_000
"""Milliseconds between two signs of life of an exam; what is longer is an interruption."""


class Stamp(NamedTuple):
    """What the clocks of a computer say at one moment."""

    wall: int
    """Milliseconds of UTC by the clock on the wall, which anybody can set."""
    boot: int
    """Milliseconds since the computer started, sleep included."""
    boot_id: str
    """Differs from start to start of the computer."""


NEVER: Final = Stamp(0, 0, "")


def elapsed(earlier: Stamp, later: Stamp) -> int:
    """Milliseconds from one moment to another, never below 0.

    Within one boot no change of the clock on the wall matters; from boot to boot there is no other.
    """
    if earlier.boot_id and earlier.boot_id == later.boot_id:
        return max(0, later.boot - earlier.boot)
    return max(0, later.wall - earlier.wall)


def stamp_of(said: Any) -> Stamp:
    """The stamp that an event or a note has; one that says nothing for anything else."""
    match said:
        case [int(wall), int(boot), str(boot_id)]:
            return Stamp(wall, boot, boot_id)
        case _:
            return NEVER
