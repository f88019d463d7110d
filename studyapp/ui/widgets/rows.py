"""A row of a list to choose from, as it is drawn in either language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text as RichText

from studyapp.ui.themes import role_console
from studyapp.ui.widgets.lines import CURSOR

if TYPE_CHECKING:
    from studyapp.core.text import Lang, Text

_MEASURE = 92
"""Widest a row's words may run, for the eye's sake."""


def room_in(width: int) -> int:
    """Cells for words in a line of ``width``: what the cursor leaves, within the measure."""
    return max(8, min(width - len(CURSOR), _MEASURE))


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a menu, or words between entries when it has no id."""

    text: Text
    id: str | None = None
    """What choosing it means; None for words that cannot be chosen."""
    digit: str = ""
    """The digit that chooses it."""
    note: Text | None = None
    """A second, quieter text under the first."""
    marks: tuple[tuple[int, int], ...] = ()
    """Start and end in the note of what is set off."""
    role: str = ""
    """The typesetter's role of the text."""
    is_done: bool = False
    """Whether a list that marks what is open ticks it off."""

    def draw(self, lang: Lang, width: int, lead: str, *, peeked: bool = False) -> list[RichText]:
        """The row in a language behind a lead, without the cursor; peeked at, in both languages."""
        lines = _wrapped(self.text[lang], self.role, lead, width)
        if self.note is not None:
            lines += _wrapped(self.note[lang], "muted", " " * len(lead), width, self.marks)
        if peeked:
            tag = f"{lang.other.value.upper()} ┆ "
            other = self.draw(lang.other, width - len(tag), "")
            lines += [RichText().append(tag, "peek").append_text(line) for line in other]
        return lines

    def is_one_line(self, lang: Lang, width: int, lead: str) -> bool:
        """Whether it certainly draws as one line, told without drawing it."""
        return self.note is None and _fits(self.text[lang], width - len(lead))


def _fits(words: str, room: int) -> bool:
    return cell_len(words) <= room and "\n" not in words


def _wrapped(
    words: str, role: str, lead: str, width: int, marks: tuple[tuple[int, int], ...] = ()
) -> list[RichText]:
    """Wrap words behind a lead; later lines hang under the first."""
    room = max(4, width - len(lead))
    said = RichText(words, role, end="")
    for start, end in marks:
        said.stylize("found", start, end)
    lines = [said] if _fits(words, room) else list(said.wrap(role_console("dark"), room))
    indent = " " * len(lead)
    return [
        RichText().append(lead if first else indent, "digit").append_text(line)
        for first, line in zip([True, *[False] * len(lines)], lines, strict=False)
    ]
