"""Fragments of which variants of decision questions are made, in both languages.

In a phrase the words between ``«`` and ``»`` are those that state the fact. Names in braces are
filled in: ``{who}``, ``{company}``, ``{does}``, ``{users}``, ``{items}`` and ``{item}`` from a
company, ``{value}`` with an amount, and in an opening ``{the-weights}`` with the phrase of a trait.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from studyapp.core.advising.decision import Conditions
from studyapp.core.quantity import Quantity
from studyapp.core.schema import STRICT, ByType, Filled, Id
from studyapp.core.text import Text

Texts = Annotated[tuple[Text, ...], Filled()]
"""Ways of saying the same; each says all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Somebody who has a problem, told so that any facts can follow."""

    __pydantic_config__ = STRICT

    type: Literal["company"]
    who: Text
    """At the first mention: ``A ferry line in Greece``."""
    company: Text
    """At later mentions, inside a sentence: ``the ferry line``."""
    does: Text
    """What a model does for it, after `who`: ``answers questions of passengers``."""
    users: Text
    """Those who need the answers, in the plural: ``passengers``."""
    items: Text
    """What requests are about, in the plural: ``questions``."""
    item: Text
    """One of them, without an article: ``question``."""
    suits: tuple[Id, ...] = ()
    """What can be said of it that cannot be said of all, by names that phrases need."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sensible number for a trait, and how it is written in a sentence."""

    __pydantic_config__ = STRICT

    value: Quantity
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """How one fact is stated: by clauses that can begin a sentence or follow another clause."""

    __pydantic_config__ = STRICT

    trait: Id
    value: Id | None = None
    amounts: tuple[Amount, ...] = ()
    """Of a trait that counts: the numbers that these phrases suit."""
    ways: Texts
    needs: tuple[Id, ...] = ()
    """What a company must suit so that it can be said of it."""
    is_noun: bool = False
    """True when these are no clauses but stand inside an opening."""
    is_long: bool = False
    """True when these share their sentence with no other clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """A closing sentence."""

    __pydantic_config__ = STRICT

    text: Text
    asks_for_several: bool = False
    """True when it suits a question with more than one right answer."""
    value: Id | None = None
    """Of the qualifier's trait: the value that it states."""
    worse: Text | None = None
    """Why an answer is wrong that is merely worse than the key in what this asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """How an answer proposes an option: sentences without a full stop, from short to long."""

    __pydantic_config__ = STRICT

    option: Id
    texts: Texts
    misconception: Id
    """What somebody believes who picks it wrongly, unless the bank knows better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlikely:
    """Facts that no story tells together, though no rule forbids it."""

    __pydantic_config__ = STRICT

    when: Annotated[Conditions, Filled()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """All that is needed to tell situations of one decision and the answers to them."""

    __pydantic_config__ = STRICT

    type: Literal["decision"]
    decision: Id
    needs: tuple[Id, ...] = ()
    """What a company must suit to be told of at all."""
    problem: Id | None = None
    """The trait that says what goes wrong: where it is stated, a key must be a remedy for that."""
    openings: Texts
    """First sentences, with the traits they state in braces."""
    asides: tuple[Text, ...] = ()
    """Sentences that state no fact, for stems that would be too short or tell of no problem."""
    phrases: Annotated[tuple[Phrases, ...], Filled()]
    order: Annotated[tuple[Annotated[tuple[Id, ...], Filled()], ...], Filled()]
    """The traits in the order of telling; those of one group may share a sentence."""
    closings: Annotated[tuple[Closing, ...], Filled()]
    proposals: Annotated[tuple[Proposal, ...], Filled()]
    unlikely: tuple[Unlikely, ...] = ()


Fragment = Annotated[Company | Wording, ByType()]
"""A company or the wording of a decision, told apart by its ``type``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FragmentsFile:
    """A file of the ``fragments`` folder."""

    __pydantic_config__ = STRICT

    fragments: tuple[Fragment, ...]
