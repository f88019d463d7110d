"""What can be wrong with a question."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class FlawKind(StrEnum):
    """The sort of thing that is wrong; each has its own code in `studyapp check`."""

    PHRASE = "phrase"
    """A fact's phrase does not stand in the question."""
    UNKNOWN = "unknown"
    """The decision does not know a fact, an option or a rule."""
    IMPOSSIBLE = "impossible"
    """The facts cannot hold together."""
    SHAPE = "shape"
    """So many answers, keys or entries a question of this type cannot have."""
    PROPOSAL = "proposal"
    """What the answers stand for cannot be compared."""
    UNCLEAR = "unclear"
    """The key is not the clear winner among the answers."""
    UNREFUTED = "unrefuted"
    """What a wrong answer should fall to does not refute it."""
    UNOFFERED = "unoffered"
    """An option that is not among the answers stands as high as the key."""
    ROLE = "role"
    """A fact is deciding that is said not to be, or the other way round."""
    WARNED = "warned"
    """A rule warns of the key."""
    SUM = "sum"
    """The figures do not add up."""
    UNPROVED = "unproved"
    """Nothing says that the key is right."""
    UNEXPLAINED = "unexplained"
    """A wrong answer names no misconception."""
    LETTER = "letter"
    """A text names an answer by a letter."""


Path = tuple[str | int, ...]
"""The keys and indexes that lead to something inside a question."""


class Flaw(NamedTuple):
    """One thing that is wrong with a question."""

    kind: FlawKind
    at: Path
    """What it is about; something that is written, never what is missing."""
    message: str
    """For the author: what is wrong, and what the advisor says instead."""
    hint: str = ""
