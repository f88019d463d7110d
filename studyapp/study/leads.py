"""Where a block of notes leads: its links and the sources it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.prose import runs
from studyapp.core.text import Lang, Text
from studyapp.core.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studyapp.core.notes import Section
    from studyapp.core.pack import Source


class Lead(NamedTuple):
    """An address the learner may open."""

    url: str
    title: Text
    source: Source | None
    """The checked source behind the address, if it is one."""

    @property
    def host(self) -> str:
        """Whose page it is, as a browser looks it up: addresses of packs are ASCII."""
        return self.url.removeprefix("https://").partition("/")[0]


class Note(NamedTuple):
    """A place in the notes that tells more."""

    section: str
    ref: str
    """The section or the block in it."""
    title: Text
    """Of the section."""


def see_ids(section: Section, block_id: str) -> tuple[str, ...]:
    """What the entries and rows of a block refer to, each once."""
    block = next((block for block in section.blocks if block.id == block_id), None)
    parts = (*getattr(block, "items", ()), *getattr(block, "rows", ()))
    return tuple(dict.fromkeys(part.see for part in parts if part.see))


def source_ids(section: Section) -> tuple[str, ...]:
    """Every source a section names, in its head or in its blocks, each once."""
    named = [*section.sources]
    for block in section.blocks:
        named += getattr(block, "sources", ())
    return tuple(dict.fromkeys(named))


def leads(section: Section, block_id: str, sources: Mapping[str, Source]) -> tuple[Lead, ...]:
    """The links of a block, then its own sources, then those of the section; each address once."""
    found: dict[str, Lead] = {}
    block = next((block for block in section.blocks if block.id == block_id), None)
    for url, title in _inline(block):
        found.setdefault(url, Lead(url, title, None))
    for id_ in (*getattr(block, "sources", ()), *section.sources):
        if (source := sources.get(id_)) is not None:
            found.setdefault(source.url, Lead(source.url, source.title, source))
    return tuple(found.values())


def _inline(value: object) -> Iterator[tuple[str, Text]]:
    """Address and words of every link in the texts of a value."""
    for text in texts(value):
        spoken = {lang: {r.href: r.text for r in runs(text[lang]) if r.href} for lang in Lang}
        for url, words in spoken[Lang.EN].items():
            yield url, Text(words, spoken[Lang.VI].get(url, words))
