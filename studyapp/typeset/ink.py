"""Words in roles: how they are written, read from Markdown, joined and measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.text import Span, Text

from studyapp.core import prose
from studyapp.typeset.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.typeset.roles import Role


class Inked(NamedTuple):
    """Words and the roles they are in; a page makes thousands, so this is less than a rich Text."""

    words: str
    roles: tuple[tuple[int, int, Role], ...] = ()
    """First character, the one after the last, and the role; later ones lie on top."""

    @property
    def cells(self) -> int:
        """Width in terminal cells."""
        return cell_len(self.words)

    def cut(self, start: int, end: int) -> Inked:
        """Take the characters from ``start`` to just before ``end``."""
        return Inked(
            self.words[start:end],
            tuple(
                (max(first, start) - start, min(last, end) - start, role)
                for first, last, role in self.roles
                if first < end and last > start
            ),
        )

    def padded(self, width: int) -> Inked:
        """Fill up with blanks to a width in cells."""
        return Inked(self.words + " " * (width - self.cells), self.roles)

    def bare(self) -> Inked:
        """Drop the blanks at the end."""
        return self.cut(0, len(self.words.rstrip(" "))) if self.words.endswith(" ") else self

    def text(self) -> Text:
        """Give the same as rich text, whose styles are the names of the roles."""
        return Text(self.words, spans=[Span(*role) for role in self.roles])


def ink(words: str, role: Role | None = None) -> Inked:
    """Write literal words in a role."""
    shown = clean(words)
    return Inked(shown, ((0, len(shown), role),) if role and shown else ())


def read(markdown: str, role: Role | None = None) -> Inked:
    """Read inline Markdown; its roles lie on top of the given one."""
    inked = join(_run(run) for run in prose.runs(markdown))
    return Inked(inked.words, ((0, len(inked.words), role), *inked.roles)) if role else inked


def _run(run: prose.Run) -> Inked:
    words = clean(run.text)
    roles: dict[Role, bool] = {
        "link": run.href is not None,
        "strong": run.strong,
        "emphasis": run.emphasis,
        "code": run.code,
    }
    return Inked(words, tuple((0, len(words), role) for role, on in roles.items() if on and words))


def join(parts: Iterable[Inked], between: str = "") -> Inked:
    """Put parts one after the other."""
    written: list[str] = []
    roles: list[tuple[int, int, Role]] = []
    start = 0
    for part in parts:
        written.append(part.words)
        roles.extend((start + first, start + last, role) for first, last, role in part.roles)
        start += len(part.words) + len(between)
    return Inked(between.join(written), tuple(roles))


def rule(width: int, role: Role = "rule", glyph: str = "─") -> Inked:
    """Draw a horizontal line."""
    return ink(glyph * width, role)
