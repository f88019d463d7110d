"""Where claims come from: numbered sources, short citations and addresses to read on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from studyapp import words
from studyapp.core.notes import Heading, Links
from studyapp.typeset.ink import ink, join, read, rule
from studyapp.typeset.wrap import Lines, hang, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studyapp.core.notes import Section
    from studyapp.core.pack import Source
    from studyapp.core.text import Lang, Text
    from studyapp.typeset.ink import Inked

_FOOT: Final = 24  # cells of the rule that parts the sources from the text


@dataclass(frozen=True, slots=True)
class References:
    """The sources a section rests on, numbered from 1 in the order of its list."""

    numbered: Mapping[str, tuple[int, Source]]
    sources: Mapping[str, Source]
    """Every source there is, numbered or not."""

    @classmethod
    def of(cls, section: Section, sources: Mapping[str, Source]) -> References:
        """Give numbers to a section's own sources, then its blocks'; a missing one is left out."""
        cited = list(section.sources)
        for block in section.blocks:
            if not isinstance(block, Heading | Links):
                cited.extend(block.sources)
        found = [source for source in dict.fromkeys(cited) if source in sources]
        numbered = {source: (n, sources[source]) for n, source in enumerate(found, start=1)}
        return cls(numbered, sources)

    def known(self, ids: Iterable[str]) -> list[Source]:
        """Find the sources with these ids; a missing one is left out."""
        return [self.sources[source] for source in ids if source in self.sources]

    def titles(self) -> tuple[Text, ...]:
        """Titles in the order of the list."""
        return tuple(source.title for _, source in self.numbered.values())


def cite(ids: Sequence[str], refs: References, lang: Lang, width: int, *, volatile: bool) -> Lines:
    """Set what a block rests on, such as ``[2] docs.aws.amazon.com · checked …``."""
    groups: dict[Inked, list[str]] = {}
    for number, source in sorted({refs.numbered[id_] for id_ in ids if id_ in refs.numbered}):
        groups.setdefault(_checked_briefly(source, lang, volatile=volatile), []).append(str(number))
    lines: Lines = []
    for checked, numbers in groups.items():
        lead = ink(f"[{', '.join(numbers)}] ", "source")
        lines.extend(hang(checked, width, lead, ink("    ")))
    return lines


def set_sources(refs: References, lang: Lang, width: int) -> Lines:
    """Set the numbered list at the foot of a section, under a short rule.

    How most sources were checked is said once, above the list.
    """
    digits = len(str(len(refs.numbered)))
    checks = Counter(checked(source) for _, source in refs.numbered.values())
    (usual, _), *_ = checks.most_common(1)
    heading = join((ink(words.SOURCES[lang], "heading"), ink(usual[lang], "source")), " · ")
    lines = [rule(min(_FOOT, width)), *wrap(heading, width)]
    for number, source in refs.numbered.values():
        lead = ink(f"{number:>{digits}}. ", "bullet")
        lines.extend(_entry(source, lang, width, lead, usual))
    return lines


def set_related(titles: Sequence[Text], lang: Lang, width: int) -> Lines:
    """Set the titles of related sections."""
    lines = wrap(ink(words.RELATED[lang], "heading"), width)
    for title in titles:
        lines.extend(hang(read(title[lang], "link"), width, ink("→ ", "bullet")))
    return lines


def set_links(block: Links, refs: References, lang: Lang, width: int) -> Lines:
    """Set pages to read on, each with its address."""
    intro = (block.intro or words.FURTHER_READING)[lang]
    lines = wrap(read(intro, None if block.intro else "strong"), width)
    for source in refs.known(block.sources):
        lines.extend(_entry(source, lang, width, ink("  • ", "bullet")))
    return lines


def addresses(urls: Iterable[str], width: int) -> Lines:
    """Set the addresses that links in a text lead to."""
    lines: Lines = []
    for url in urls:
        lines.extend(hang(ink(url, "muted"), width, ink("→ ", "muted")))
    return lines


def _entry(source: Source, lang: Lang, width: int, lead: Inked, known: Text | None = None) -> Lines:
    indent = ink(" " * lead.cells)
    lines = hang(read(source.title[lang], "link"), width, lead)
    lines += hang(ink(source.url, "muted"), width, indent)
    check = checked(source)
    return lines if check == known else lines + hang(ink(check[lang], "source"), width, indent)


def _checked_briefly(source: Source, lang: Lang, *, volatile: bool) -> Inked:
    host = ink(f"{urlsplit(source.url).hostname} · ", "source")
    if source.unverified:
        return join((host, ink(words.UNVERIFIED[lang], "source")))
    day = (words.AS_OF if volatile else words.CHECKED).format(date=source.checked_at.isoformat())
    way = words.LIVE if source.via == "live" else words.STORED_COPY
    dated = ink(day[lang], "volatile" if volatile else "source")
    return join((host, dated, ink(f", {way[lang]}", "source")))


def checked(source: Source) -> Text:
    """Say how and when a source was last checked."""
    if source.unverified:
        return words.ADDRESS_UNVERIFIED
    phrase = words.CHECKED_LIVE if source.via == "live" else words.CHECKED_COPY
    return phrase.format(date=source.checked_at.isoformat())
