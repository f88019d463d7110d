"""Typeset lines that are read and scrolled, made anew for each language and size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.text import Text as RichText

    from studyapp.core.text import Lang
    from studyapp.typeset.wrap import Lines as Typeset


class Sheet(Lines):
    """Shows what a typesetter makes of the present language, width and height."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 -- as Textual calls it
        super().__init__(id=id)
        self._set: Callable[[Lang, int, int], Typeset] | None = None
        self._lines: Typeset = []

    @property
    def line_count(self) -> int:
        """As many as were typeset."""
        return len(self._lines)

    def show(self, set_: Callable[[Lang, int, int], Typeset]) -> None:
        """Show what ``set_`` makes of a language, a width and a height in cells."""
        self._set = set_
        self.lay_out()

    def draw_line(self, at: int) -> RichText:
        """One typeset line."""
        return self._lines[at].text()

    def lay_out(self) -> None:
        """Typeset at the present size."""
        if self._set is not None and self.size.width:
            # A blank keeps words off the scroll mark.
            self._lines = self._set(self.lang, max(1, self.line_width - 1), self.size.height)
        super().lay_out()
