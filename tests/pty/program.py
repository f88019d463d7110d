"""The program on a terminal, with folders of its own, and what must hold when it has ended."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROGRAM = (sys.executable, "-m", "studyapp")
REPOSITORY = Path(__file__).parents[2]
HOME_IS_SHOWN = "2 Cards"
NOTES_ARE_SHOWN = "Takeaway"

_MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")
_ON_AT_REST = {b"7", b"25"}
"""Modes that a terminal has at rest: lines wrap, the cursor is shown."""
_NOT_OURS = {b"2026"}
"""A frame, which ends by itself."""


class Program:
    """Starts the program in folders that nobody else uses."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.config = folder / "config" / "studyapp"
        self.data = folder / "data" / "studyapp"
        self.env = {
            "XDG_CONFIG_HOME": str(self.config.parent),
            "XDG_DATA_HOME": str(self.data.parent),
            "XDG_CACHE_HOME": str(cache),
            "PYTHONPATH": str(REPOSITORY),
        }

    def start(
        self,
        *arguments: str,
        argv: Sequence[str] = PROGRAM,
        env: Mapping[str, str] | None = None,
        columns: int = 120,
        rows: int = 40,
    ) -> Terminal:
        """Start it, or another command, on a terminal."""
        command = [*argv, *arguments]
        return Terminal(command, columns=columns, rows=rows, env=self.env | dict(env or {}))

    def bookmark(self) -> str:
        """The section where reading of the built-in pack stopped."""
        kept = json.loads((self.data / "bookmarks.json").read_text("utf-8"))
        section: str = kept["task-2.2"]["section"]
        return section


def assert_left_in_order(terminal: Terminal) -> None:
    """Every mode that was changed is as it was, and nobody was shown a traceback."""
    state = dict(_MODE.findall(terminal.raw))
    wrong = {
        mode: now
        for mode, now in state.items()
        if mode not in _NOT_OURS and now != (b"h" if mode in _ON_AT_REST else b"l")
    }
    assert wrong == {}
    assert b"1049" in state, "it never drew a screen"
    assert terminal.raw.count(b"\x1b[>") == terminal.raw.count(b"\x1b[<u"), "the keyboard protocol"
    assert b"Traceback" not in terminal.raw


def answers(terminal: Terminal) -> None:
    """Assert that Home still does what is asked of it: it speaks the other language and back."""
    for key, shown in (("l", "2 Thẻ ghi nhớ"), ("l", HOME_IS_SHOWN)):
        for patience in (1, 9):  # what was sent before may have swallowed the first key
            terminal.send(key)
            try:
                terminal.wait_for(shown, patience)
                break
            except TimeoutError:
                if patience > 1:
                    raise
