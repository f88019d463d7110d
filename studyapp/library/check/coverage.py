"""Whether everything in a pack is used, and no section is too much for one page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.notes import Section
from studyapp.core.pack import Cover, Source
from studyapp.library.findings import Finding
from studyapp.library.walk import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.library.load import Loaded
    from studyapp.library.walk import Part

_MOST_BLOCKS: Final = 25


def unused(loaded: Loaded) -> Iterator[Finding]:
    """P0305, P0306: nothing cites a source, or no section teaches a skill."""
    # What is left out might use what seems unused.
    if loaded.pack is None or loaded.dropped:
        return
    cited, taught = _cited(loaded), {section.skill for section in loaded.pack.sections}
    for item in (item for file in loaded.files for item in file.items):
        if isinstance(item.value, Source) and item.value.id not in cited:
            message = f"nothing cites the source `{item.value.id}`"
            place = item.place / "id"
            yield Finding(code="P0305", message=message, place=place, severity="warning")
        elif isinstance(item.value, Cover):
            for index, skill in enumerate(item.value.skills):
                if skill.id not in taught:
                    message = f"no section teaches the skill `{skill.id}`"
                    place = item.place / "skills" / index / "id"
                    yield Finding(code="P0306", message=message, place=place, severity="warning")


def crowded(item: Part) -> Iterator[Finding]:
    """P0307: a section has too many blocks."""
    if isinstance(item.value, Section) and len(item.value.blocks) > _MOST_BLOCKS:
        yield Finding(
            code="P0307",
            message=f"section `{item.value.id}` has {len(item.value.blocks)} blocks",
            place=item.place / "blocks" / _MOST_BLOCKS,
            severity="warning",
            label=f"more than {_MOST_BLOCKS} are hard to read: make two sections",
        )


def _cited(loaded: Loaded) -> set[str]:
    inside = (part for file in loaded.files for item in file.items for part in parts(item))
    return {source for part in inside for source in getattr(part.value, "sources", ())}
