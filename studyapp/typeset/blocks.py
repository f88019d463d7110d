"""How each type of block is set in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from rich.cells import cell_len, set_cell_size

from studyapp import words
from studyapp.core import prose
from studyapp.core.notes import Diagram, Heading, Links, Listing, Notice, Nuance, Paragraph, Table
from studyapp.core.text import Text
from studyapp.typeset import framed
from studyapp.typeset.clean import clean
from studyapp.typeset.ink import ink, join, read, rule
from studyapp.typeset.references import References, addresses, cite, set_links
from studyapp.typeset.tables import set_table
from studyapp.typeset.wrap import Lines, hang, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studyapp.core.notes import Block, Section
    from studyapp.core.pack import Skill
    from studyapp.core.text import Lang


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a block may point at."""

    references: References
    names: Mapping[str, Text]
    """What to call the rows and entries of the section, by id."""


def names(block: Block) -> dict[str, Text]:
    """First cells of rows and texts of named entries, by id."""
    match block:
        case Table():
            return {row.id: row.cells[0] for row in block.rows}
        case Listing():
            return {item.id: item.text for item in block.items if item.id}
        case _:
            return {}


def set_head(section: Section, skill: Skill, lang: Lang, width: int) -> Lines:
    """Set the skill, the section's title and a heavy rule."""
    return [
        *wrap(join((ink(skill.code, "skill"), read(skill.title[lang], "skill")), " · "), width),
        *wrap(read(section.title[lang], "title"), width),
        rule(width, glyph="━"),
    ]


def set_block(block: Block, around: Surroundings, lang: Lang, width: int) -> Lines:
    """Set a block in one language, no line wider than ``width`` cells."""
    match block:
        case Heading():
            mark = ink("▌ ", "heading")
            return hang(read(block.text[lang], "heading"), width, mark, mark)
        case Paragraph():
            body = wrap(read(block.text[lang]), width)
        case Listing():
            body = _set_list(block, lang, width)
        case Table():
            body = set_table(block, lang, width)
        case Diagram():
            body = _set_diagram(block, lang, width)
        case Notice():
            return framed.set_notice(block, lang, width, _foot(block, around, lang, width - 2))
        case Nuance():
            about = [around.names[ref] for ref in block.about if ref in around.names]
            foot = _foot(block, around, lang, width - 4)
            return framed.set_nuance(block, about, lang, width, foot)
        case Links():
            return set_links(block, around.references, lang, width)
        case _:
            assert_never(block)
    return body + _foot(block, around, lang, width)


def _foot(
    block: Paragraph | Listing | Table | Diagram | Notice | Nuance,
    around: Surroundings,
    lang: Lang,
    width: int,
) -> Lines:
    urls = dict.fromkeys(
        url for text in texts(block, around.references) for url in prose.links(text[lang])
    )
    cited = cite(block.sources, around.references, lang, width, volatile=block.volatile)
    # A nuance says so in its label, a drawing has no claims of its own.
    newer = not isinstance(block, Nuance | Diagram) and block.newer
    tag = wrap(ink(f"◇ {words.NEWER[lang]}", "newer"), width) if newer else []
    return [*tag, *addresses(urls, width), *cited]


def _set_list(block: Listing, lang: Lang, width: int) -> Lines:
    lines = wrap(read(block.intro[lang]), width) if block.intro else []
    digits = len(str(len(block.items)))
    for number, item in enumerate(block.items, start=1):
        mark = f"  {number:>{digits}}. " if block.ordered else "  • "
        text = read(item.text[lang])
        said = join((text, ink("→", "link")), " ") if item.see else text
        lines.extend(hang(said, width, ink(mark, "bullet")))
    return lines


def _set_diagram(block: Diagram, lang: Lang, width: int) -> Lines:
    art = [clean(line) for line in block.art[lang].rstrip("\n").split("\n")]
    indent = "  " if max(map(cell_len, art)) + 2 <= width else ""
    label = ink(f"{words.DIAGRAM[lang]} · ", "caption")
    caption = join((label, read(block.caption[lang], "caption")))
    return [
        *(ink(_cropped(indent + line, width).rstrip(), "diagram") for line in art),
        *hang(caption, width, ink(indent)),
    ]


def _cropped(line: str, width: int) -> str:
    return line if cell_len(line) <= width else set_cell_size(line, width - 1) + "…"


def texts(block: Block, references: References) -> Iterator[Text]:
    """Every text that a block shows, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Listing():
            yield from (block.intro,) if block.intro else ()
            yield from (item.text for item in block.items)
        case Table():
            yield from (block.caption,) if block.caption else ()
            yield from block.columns
            for row in block.rows:
                yield from row.cells
        case Diagram():
            yield from (block.art, block.caption)
        case Notice():
            yield from (block.title,) if block.title else ()
            yield block.text
        case Nuance():
            yield from (block.title, block.text)
        case Links():
            yield from (block.intro,) if block.intro else ()
            yield from (source.title for source in references.known(block.sources))
        case _:
            assert_never(block)
