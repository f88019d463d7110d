"""Typeset lines that are read and scrolled, made anew for each language and size."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from studyapp.ui.widgets.typeset_lines import TypesetLines

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.core.text import Lang
    from studyapp.typeset.wrap import Lines as Typeset


class Sheet(TypesetLines):
    """Shows what a typesetter makes of the present language, width and height."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 -- as Textual calls it
        super().__init__(id=id)
        self._set: Callable[[Lang, int, int], Typeset] | None = None
        self._lines: Typeset = []

    @property
    def typeset(self) -> Typeset:
        """The lines as they were typeset last."""
        return self._lines

    def show(self, set_: Callable[[Lang, int, int], Typeset]) -> None:
        """Show what ``set_`` makes of a language, a width and a height in cells.

        Lines that stay as they were are not painted again: from card to card most do.
        """
        self._set = set_
        before = self._lines
        self._typeset()
        if max(len(before), len(self._lines)) > self.size.height:  # scrolled, or with a mark
            super().lay_out()
            return
        lines = enumerate(zip_longest(before, self._lines))
        self.refresh_lines(at for at, (was, line) in lines if was != line)

    def lay_out(self) -> None:
        """Typeset at the present size."""
        self._typeset()
        super().lay_out()

    def _typeset(self) -> None:
        if self._set is not None and self.size.width:
            self._lines = self._set(self.lang, self.room, self.size.height)
