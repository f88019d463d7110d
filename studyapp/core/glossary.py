"""The terms of the subject, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from studyapp.core.schema import STRICT, Filled, Id
from studyapp.core.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the subject: what it means, and how to write it in Vietnamese."""

    __pydantic_config__ = STRICT

    id: Id
    en: Annotated[str, Filled()]
    """The English term, as AWS writes it."""
    vi: Annotated[str, Filled()]
    """What it is called in Vietnamese."""
    forms: tuple[str, ...] = ()
    """Other forms in which texts of either language write it: plurals, abbreviations."""
    writing: Literal["keep", "translate", "both"]
    """In Vietnamese text: keep the English word, write the Vietnamese one, or either."""
    definition: Text
    advice: Text | None = None
    """What to mind when writing or reading the term."""
    see: tuple[Id, ...] = ()
    """Sections or blocks that tell more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryFile:
    """The file ``glossary.yaml``."""

    __pydantic_config__ = STRICT

    terms: tuple[Term, ...]
