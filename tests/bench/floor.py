"""The least that Textual does: one Static or some, which show the next of some texts at any key.

Run as a program with the files of the texts, and over how many Statics to spread each.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static


class Floor(App[None]):
    """A bare app."""

    def __init__(self, texts: list[list[Content]]) -> None:
        super().__init__()
        self._texts = cycle(texts)

    def compose(self) -> ComposeResult:
        """A widget for each part of a text."""
        yield from map(Static, next(self._texts))

    def on_key(self) -> None:
        """Replace the whole text."""
        for widget, part in zip(self.query(Static), next(self._texts), strict=True):
            widget.update(part)


def _parts(text: str, count: int) -> Iterator[Content]:
    """Share the lines of a text out."""
    lines = text.split("\n")
    for at in range(count):
        share = lines[at * len(lines) // count : (at + 1) * len(lines) // count]
        yield Content("\n".join(share))


if __name__ == "__main__":
    parser = ArgumentParser()
    parser.add_argument("--widgets", type=int, default=1)
    parser.add_argument("files", nargs="+", type=Path)
    asked = parser.parse_args()
    Floor([[*_parts(file.read_text("utf-8"), asked.widgets)] for file in asked.files]).run()
