"""The least that Textual does: one Static, which shows the next of some texts at any key.

Run as a program with the files of the texts.
"""

from __future__ import annotations

import sys
from itertools import cycle
from pathlib import Path

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static


class Floor(App[None]):
    """A bare app."""

    def __init__(self, texts: list[Content]) -> None:
        super().__init__()
        self._texts = cycle(texts)

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Static(next(self._texts))

    def on_key(self) -> None:
        """Replace the whole text."""
        self.query_one(Static).update(next(self._texts))


if __name__ == "__main__":
    Floor([Content(Path(name).read_text("utf-8")) for name in sys.argv[1:]]).run()
