"""Typeset pages kept ready: the section that is open and its neighbours, in both languages."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.typeset.page import Manner, Page, typeset

if TYPE_CHECKING:
    from rich.segment import Segment

    from studyapp.core.notes import Section
    from studyapp.core.pack import Skill, Source
    from studyapp.core.ports import OutlineEntry
    from studyapp.core.text import Lang

_KEPT: Final = 24


class Opened(NamedTuple):
    """A section with what is needed to show it."""

    section: Section
    skill: Skill
    sources: dict[str, Source]
    related: tuple[OutlineEntry, ...] = ()


class Setting(NamedTuple):
    """Everything that the look of a page depends on, beside its section."""

    lang: Lang
    theme: str
    width: int
    """Cells of text."""
    manner: Manner = Manner.ONE
    peeked: frozenset[str] = frozenset()
    """The blocks that are shown in the other language too."""


class Kept(NamedTuple):
    """A page and what of it has been painted, by line and width."""

    page: Page
    painted: dict[tuple[int, int], list[Segment]]


class Pages:
    """The pages that were set last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, Setting], Kept] = OrderedDict()

    def get(self, opened: Opened, setting: Setting) -> Kept:
        """The page of a section, set now unless it is kept."""
        key = opened.section.id, setting
        if key not in self._kept:
            self._kept[key] = Kept(_set(opened, setting), {})
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def _set(opened: Opened, setting: Setting) -> Page:
    return typeset(
        opened.section,
        opened.sources,
        opened.skill,
        lang=setting.lang,
        width=setting.width,
        manner=setting.manner,
        peeked=setting.peeked,
        related=tuple(entry.title for entry in opened.related),
    )
