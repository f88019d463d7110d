"""A few lines beside a list, about the row under its cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.typeset.ink import read
from studyapp.typeset.wrap import wrap
from studyapp.ui.widgets.lines import CURSOR, Lines

if TYPE_CHECKING:
    from rich.text import Text as RichText

    from studyapp.core.text import Text
    from studyapp.typeset.ink import Inked
    from studyapp.typeset.roles import Role

Said = tuple["Text", "Role | None"]


class Aside(Lines, can_focus=False):
    """Words that follow a cursor; what does not fit is left out."""

    INDENT = len(CURSOR)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._said: tuple[Said, ...] = ()
        self._lines: list[Inked] = []

    @property
    def line_count(self) -> int:
        """As many as fit."""
        return min(len(self._lines), self.size.height)

    def tell(self, *said: Said) -> None:
        """Say something else."""
        if said != self._said:
            self._said = said
            self.lay_out()

    def lay_out(self) -> None:
        """Break the words at the present width."""
        width = max(1, self.line_width - self.INDENT)
        self._lines = [
            line for text, role in self._said for line in wrap(read(text[self.lang], role), width)
        ]
        super().lay_out()

    def draw_line(self, at: int) -> RichText:
        """One line of the words."""
        return self._lines[at].text()
