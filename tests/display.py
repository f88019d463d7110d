"""What a terminal shows of the bytes a program prints, frame by frame."""

from __future__ import annotations

import re

import pyte

HOLD, SHOW = b"\x1b[?2026h", b"\x1b[?2026l"
"""Synchronized output: what stands between these two becomes visible at once."""

UNSEEN = re.compile(
    rb"\x1b\[[0-9;:]*m"  # colours: costly to follow and not part of the text
    rb"|\x1b\[[<=>][0-?]*[ -/]*[@-~]"  # keyboard protocols, which pyte would print
    rb"|\x1b\[\??[0-9;]*[ -/]+[@-~]"
    rb"|\x1b[P^_X][^\x1b]*\x1b\\"
)
UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P^_X][^\x07\x1b]*\x1b?)?$")


class Display:
    """The screen at the last visible moment of what has been fed."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._pending = b""
        self._held = False
        self._arrived = 0.0
        self.stamp = 0.0
        """When the last byte that is on the screen arrived."""

    @property
    def text(self) -> str:
        """The text on the screen, one line a row."""
        return "\n".join(self._screen.display)

    def feed(self, stamp: float, data: bytes) -> None:
        """Take in what arrived; nothing changes on the screen until the next `advance`."""
        self._pending += data
        self._arrived = stamp

    def advance(self) -> bool:
        """Show the next visible moment; False when it has not all arrived."""
        mark = SHOW if self._held else HOLD
        found = self._pending.find(mark)
        if found >= 0:
            end = found + len(mark)
            self._held = not self._held
        elif self._held:
            return False
        else:
            cut = UNFINISHED.search(self._pending)
            end = cut.start() if cut else len(self._pending)
        self._stream.feed(UNSEEN.sub(b"", self._pending[:end]))
        self._pending = self._pending[end:]
        self.stamp = self._arrived
        return end > 0

    def resize(self, columns: int, rows: int) -> None:
        """Change the size; the program is expected to draw anew."""
        self._screen.resize(rows, columns)
