"""Every text of a pack, with what the rules need to know about where it stands."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from studyapp.core.pack import Source
from studyapp.core.text import Lang, Text
from studyapp.library.findings import Finding
from studyapp.library.items import said
from studyapp.library.walk import parts

if TYPE_CHECKING:
    from studyapp.library.items import LoadedFile
    from studyapp.library.walk import Place


class Passage(NamedTuple):
    """A text where it stands."""

    place: Place
    text: Text
    is_shared: bool
    """Written once for both languages."""
    is_drawing: bool
    """Shown as it stands, not read as Markdown."""
    is_quoted: bool
    """Somebody else's words, such as the title of a page, in the language they were written in."""

    def finding(
        self,
        code: str,
        message: str,
        lang: Lang | None = None,
        *,
        severity: Literal["error", "warning"] = "error",
        label: str = "",
        hint: str = "",
    ) -> Finding:
        """Report something about the text, or about its words in one language."""
        place = self.place if lang is None else self.place / lang.value
        return Finding(
            code=code, message=message, place=place, severity=severity, label=label, help=hint
        )


def passages(file: LoadedFile) -> list[Passage]:
    """Visit every text of a file in reading order."""
    written = said(file)
    return [
        Passage(
            part.place,
            part.value,
            is_shared=isinstance(reduce(_step, part.place.path, written), str),
            is_drawing=part.place.path[-1] == "art",
            is_quoted=isinstance(item.value, Source) or part.place.path[0] == "credits",
        )
        for item in file.items
        for part in parts(item)
        if isinstance(part.value, Text)
    ]


def _step(written: Any, key: str | int) -> Any:
    return written[key]
