"""Flashcards as an author writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from studyapp.core.schema import STRICT, ByType, Filled, Id
from studyapp.core.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicCard:
    """A question and its answer; reversible, it also asks the other way round."""

    __pydantic_config__ = STRICT

    type: Literal["basic", "reversible"]
    id: Id
    skill: Id
    front: Text
    back: Text
    reason: Text | None = None
    """Why it is so, shown with the answer."""
    see: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()
    pair: Id | None = None
    """The comparison page whose two sides it helps to tell apart."""
    aliases: tuple[Id, ...] = ()
    """Ids it had before; its history follows it."""
    rev: int = 1
    """Raised only when the meaning changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClozeCard:
    """A text with blanks, each asked for by itself.

    A blank is written ``[[1: words]]``; both languages have the same numbers.
    """

    __pydantic_config__ = STRICT

    type: Literal["cloze"]
    id: Id
    skill: Id
    text: Text
    reason: Text | None = None
    see: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()
    pair: Id | None = None
    aliases: tuple[Id, ...] = ()
    rev: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCard:
    """A question whose answer is a list, or a sequence when the order matters."""

    __pydantic_config__ = STRICT

    type: Literal["list", "sequence"]
    id: Id
    skill: Id
    front: Text
    entries: Annotated[tuple[Text, ...], Filled()]
    reason: Text | None = None
    see: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()
    tags: tuple[Id, ...] = ()
    pair: Id | None = None
    aliases: tuple[Id, ...] = ()
    rev: int = 1


Card = Annotated[BasicCard | ClozeCard | ListCard, ByType()]
"""One flashcard, told apart by its ``type``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsFile:
    """A file of the ``cards`` folder."""

    __pydantic_config__ = STRICT

    cards: tuple[Card, ...]
