"""Sections of notes printed to a terminal or a pager: the same pages as on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text
from rich.theme import Theme

from studyapp.typeset.page import Manner, typeset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.console import Console

    from studyapp.core.notes import Section
    from studyapp.core.pack import Skill, Source
    from studyapp.core.text import Lang

_WIDEST: Final = 100

STYLES: Final[dict[str, str]] = {
    "title": "bold",
    "skill": "dim",
    "heading": "bold cyan",
    "strong": "bold",
    "emphasis": "italic",
    "code": "cyan",
    "link": "underline",
    "muted": "dim",
    "rule": "dim",
    "takeaway": "green",
    "takeaway.label": "bold green",
    "table.head": "bold",
    "table.key": "bold",
    "notice.info": "bold blue",
    "notice.trap": "bold red",
    "notice.exam": "bold yellow",
    "nuance": "magenta",
    "nuance.label": "bold magenta",
    "newer": "bold yellow",
    "volatile": "yellow",
    "bullet": "cyan",
    "diagram": "none",
    "caption": "italic",
    "peek": "dim",
    "source": "dim",
    "deciding": "bold underline",
    "struck": "dim strike",
}
"""By role; the sixteen colours alone, for they follow the reader's own theme, light or dark."""


def print_sections(
    sections: Iterable[tuple[Section, Mapping[str, Source], Skill]],
    console: Console,
    lang: Lang,
    manner: Manner,
) -> None:
    """Print sections one after the other, in colour only where the console shows colour."""
    width = min(console.width, _WIDEST)
    with console.use_theme(Theme(STYLES)):
        for number, (section, sources, skill) in enumerate(sections):
            if number:
                console.print("\n")
            page = typeset(section, sources, skill, lang=lang, width=width, manner=manner)
            console.print(Text("\n").join(page.lines), soft_wrap=True)
