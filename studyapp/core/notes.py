"""What is read: sections of notes, made of blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from studyapp.core.schema import STRICT, ByType, Filled, Id
from studyapp.core.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside a section."""

    __pydantic_config__ = STRICT

    type: Literal["heading"]
    id: Id
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One idea in a few sentences."""

    __pydantic_config__ = STRICT

    type: Literal["paragraph"]
    id: Id
    text: Text
    sources: tuple[Id, ...] = ()
    """Sources of this paragraph in particular, beside those of the section."""
    volatile: bool = False
    """True when AWS changes what it says without notice; then `sources` must not be empty."""
    newer: bool = False
    """True when it tells a product change that the exam may not yet reflect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a list."""

    __pydantic_config__ = STRICT

    text: Text
    id: Id | None = None
    """Named only when something refers to this entry."""
    see: Id | None = None
    """The section or block that tells more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list, bulleted or numbered."""

    __pydantic_config__ = STRICT

    type: Literal["list"]
    id: Id
    items: Annotated[tuple[Item, ...], Filled()]
    intro: Text | None = None
    """A line above the list that says what it lists."""
    ordered: bool = False
    sources: tuple[Id, ...] = ()
    volatile: bool = False
    newer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table; its first cell names it."""

    __pydantic_config__ = STRICT

    id: Id
    cells: Annotated[tuple[Text, ...], Filled()]
    see: Id | None = None
    """The section or block that tells more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table whose first column names the rows."""

    __pydantic_config__ = STRICT

    type: Literal["table"]
    id: Id
    columns: Annotated[tuple[Text, ...], Filled()]
    rows: Annotated[tuple[Row, ...], Filled()]
    caption: Text | None = None
    sources: tuple[Id, ...] = ()
    volatile: bool = False
    newer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """A drawing in text; every line is shown as it stands, at most 50 cells wide."""

    __pydantic_config__ = STRICT

    type: Literal["diagram"]
    id: Id
    art: Text
    caption: Text
    """What the drawing shows, in words that stand alone for who cannot see it."""
    sources: tuple[Id, ...] = ()
    volatile: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A boxed remark: worth knowing, a trap, or how the exam sees it."""

    __pydantic_config__ = STRICT

    type: Literal["notice"]
    id: Id
    tone: Literal["info", "trap", "exam"]
    text: Text
    title: Text | None = None
    sources: tuple[Id, ...] = ()
    volatile: bool = False
    newer: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Nuance:
    """Stands beside a statement that is dated or too simple and says what is accurate."""

    __pydantic_config__ = STRICT

    type: Literal["nuance"]
    id: Id
    about: Annotated[tuple[Id, ...], Filled()]
    """The blocks, rows or entries it qualifies."""
    weight: Literal["corrects", "qualifies", "detail"]
    """Without it a learner answers wrongly; the statement is too simple; it is a detail."""
    title: Text
    text: Text
    sources: Annotated[tuple[Id, ...], Filled()]
    newer: bool = False
    """True when it tells a product change that the exam may not yet reflect."""
    volatile: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Further reading: pages of the pack's sources, by id."""

    __pydantic_config__ = STRICT

    type: Literal["links"]
    id: Id
    sources: Annotated[tuple[Id, ...], Filled()]
    intro: Text | None = None


Block = Annotated[
    Heading | Paragraph | Listing | Table | Diagram | Notice | Nuance | Links, ByType()
]
"""One piece of a section, told apart by its ``type``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One page of notes on one subject."""

    __pydantic_config__ = STRICT

    id: Id
    skill: Id
    title: Text
    takeaway: Text
    """The one line to remember."""
    sources: Annotated[tuple[Id, ...], Filled()]
    blocks: Annotated[tuple[Block, ...], Filled()]
    kind: Literal["page", "pair", "sheet"] = "page"
    """A page of notes, a comparison of what is easily confused, or a sheet to learn by heart."""
    see: tuple[Id, ...] = ()
    """Related sections; each is shown as related to this one too."""

    def block_of(self, ref: str) -> str:
        """The block that is or holds the row or entry with this id; any other id as it is."""
        for block in self.blocks:
            parts = (*getattr(block, "items", ()), *getattr(block, "rows", ()))
            if any(part.id == ref for part in parts):
                return block.id
        return ref

    def ids(self) -> tuple[str, ...]:
        """The id of the section and of everything in it that has one, in reading order."""
        found = [self.id]
        for block in self.blocks:
            found.append(block.id)
            if isinstance(block, Listing):
                found += [item.id for item in block.items if item.id]
            elif isinstance(block, Table):
                found += [row.id for row in block.rows]
        return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesFile:
    """A file of the ``notes`` folder; the folder's files are read in the order of their names."""

    __pydantic_config__ = STRICT

    sections: tuple[Section, ...]
