"""What items of a pack owe each other: ids that are unique and references that lead somewhere."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.advising.decision import Decision, Layer, Option, Rule, Scenario, Trait, Value
from studyapp.core.cards.deck import blanks
from studyapp.core.cards.form import BasicCard, ClozeCard, ListCard
from studyapp.core.figures import Figure
from studyapp.core.glossary import Term
from studyapp.core.notes import Item, Row, Section, Table
from studyapp.core.pack import Cover, Exam, Skill, Source
from studyapp.core.questions.form import (
    Case,
    Choice,
    ChoiceQuestion,
    Entry,
    Match,
    MatchingQuestion,
    Misconception,
    OrderingQuestion,
)
from studyapp.core.questions.variants.fragments import Wording
from studyapp.core.text import Lang
from studyapp.library.coherence import incoherent, misspoken, misstated
from studyapp.library.findings import Finding
from studyapp.library.walk import field_names, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from studyapp.library.walk import Part, Place

_KINDS: Final = {
    Skill: "skill",
    Source: "source",
    Section: "section",
    Row: "row",
    Item: "list item",
    Term: "term",
    Decision: "decision",
    Rule: "rule",
    Scenario: "scenario",
    Figure: "figure",
    BasicCard: "card",
    ClozeCard: "card",
    ListCard: "card",
    Misconception: "misconception",
    Case: "case",
    ChoiceQuestion: "question",
    OrderingQuestion: "question",
    MatchingQuestion: "question",
}
"""What a thing with an id is called; every other one is a block."""
_LOCAL: Final = (Layer, Trait, Value, Option, Choice, Entry, Match)
"""What has an id that belongs to its decision or question only."""


class _Target(NamedTuple):
    """What the ids in a field lead to."""

    kinds: tuple[str, ...]
    origin: str
    """The file or folder of a pack where they are defined."""


_REFERENCES: Final = {
    "skill": _Target(("skill",), "pack.yaml"),
    "sources": _Target(("source",), "sources"),
    "about": _Target(("block", "row", "list item"), "notes"),
    "decision": _Target(("decision",), "advisor"),
    "pair": _Target(("section",), "notes"),
    "case": _Target(("case",), "cases"),
    "misconception": _Target(("misconception",), "misconceptions"),
    "model_price": _Target(("figure",), "figures.yaml"),
    "see": _Target(("section", "block", "row", "list item"), "notes"),
}
_MAX_SUGGESTIONS: Final = 20
"""The nearest id is looked for among all of them: affordable for slips, not for thousands."""


class Fault(NamedTuple):
    """Why an item cannot be used beside the others."""

    item: Part
    finding: Finding


class _Named(NamedTuple):
    kind: str
    place: Place


class _Reference(NamedTuple):
    item: Part
    place: Place
    target: _Target
    id: str


def faults(items: Sequence[Part], hidden: Mapping[str, Set[str] | None]) -> Iterator[Fault]:
    """Find the items that clash with earlier ones, contradict themselves, or refer to nothing.

    ``hidden`` holds, by file or folder of the pack, the ids inside items that are broken in
    themselves, so that what refers to them is not reported too; None stands for any id, where a
    whole file cannot be read.
    """
    named: dict[str, _Named] = {}
    references: list[_Reference] = []
    for item in items:
        for part in parts(item):
            yield from (Fault(item, finding) for finding in _duplicates(part, named))
            yield from (Fault(item, finding) for finding in _misfits(part))
            references += _references(item, part)
    yield from _unresolved(references, named, hidden)
    yield from _misstated(items)


def _duplicates(part: Part, named: dict[str, _Named]) -> Iterator[Finding]:
    name = getattr(part.value, "id", None)
    if name is None or isinstance(part.value, (Cover, *_LOCAL)):
        return
    place = part.place / "id"
    cls: type = type(part.value)
    first = named.setdefault(name, _Named(_kind(cls), place))
    if first.place is not place:
        yield Finding(
            code="P0301",
            message=f"duplicate id `{name}`",
            place=place,
            label="an id names one thing in the whole pack",
            first=first.place,
        )


@cache
def _kind(cls: type) -> str:
    return next((kind for known, kind in _KINDS.items() if issubclass(cls, known)), "block")


def _misfits(part: Part) -> Iterator[Finding]:
    if isinstance(part.value, Table):
        width = len(part.value.columns)
        for index, row in enumerate(part.value.rows):
            if len(row.cells) != width:
                message = f"row `{row.id}` does not fit: cells {len(row.cells)}, columns {width}"
                place = part.place / "rows" / index / "cells"
                yield Finding(code="P0303", message=message, place=place)
    elif isinstance(part.value, Exam):
        low, high = part.value.scale
        if not low <= part.value.pass_mark <= high:
            message = f"pass mark {part.value.pass_mark} is outside the scale {low} to {high}"
            yield Finding(code="P0304", message=message, place=part.place / "pass_mark")
    elif isinstance(part.value, Decision):
        yield from incoherent(part.place, part.value)
    elif isinstance(part.value, ClozeCard):
        text = part.value.text
        asked = {number for lang in Lang for number in blanks(text[lang])}
        uneven = asked - (blanks(text.en).keys() & blanks(text.vi).keys())
        if uneven or not asked:
            named = ", ".join(map(str, sorted(uneven))) or "any"
            message = f"card `{part.value.id}` has not blank {named} in both languages"
            yield Finding(code="P0317", message=message, place=part.place / "text")


def _misstated(items: Iterable[Part]) -> Iterator[Fault]:
    """Find the scenarios and fragments that say what their decision does not know."""
    decisions: dict[str, Decision] = {}
    for item in items:  # the folder of the decisions is read before that of the scenarios
        if isinstance(item.value, Decision):
            decisions[item.value.id] = item.value
        elif isinstance(item.value, Scenario) and item.value.decision in decisions:
            for finding in misstated(item.place, item.value, decisions[item.value.decision]):
                yield Fault(item, finding)
        elif isinstance(item.value, Wording) and item.value.decision in decisions:
            for finding in misspoken(item.place, item.value, decisions[item.value.decision]):
                yield Fault(item, finding)


def _references(item: Part, part: Part) -> Iterator[_Reference]:
    cls: type = type(part.value)
    for field, target in _referring(cls):
        ids = getattr(part.value, field)
        if isinstance(ids, str):
            yield _Reference(item, part.place / field, target, ids)
        elif ids:
            place = part.place / field
            for index, name in enumerate(ids):
                yield _Reference(item, place / index, target, name)


@cache
def _referring(cls: type) -> tuple[tuple[str, _Target], ...]:
    """The fields of a class that hold ids of other things."""
    return tuple((name, _REFERENCES[name]) for name in field_names(cls) if name in _REFERENCES)


def _unresolved(
    references: Iterable[_Reference],
    named: Mapping[str, _Named],
    hidden: Mapping[str, Set[str] | None],
) -> Iterator[Fault]:
    suggestions = _Suggestions(named)
    for item, place, target, name in references:
        label = ""
        if found := named.get(name):
            if found.kind in target.kinds:
                continue
            message = f"`{name}` is a {found.kind}, not a {' or '.join(target.kinds)}"
        else:
            out_of_sight = hidden[target.origin]
            if out_of_sight is None or name in out_of_sight:
                continue
            message = f"unknown {target.kinds[0]} `{name}`"
            label = suggestions.label(name, target)
        yield Fault(item, Finding(code="P0302", message=message, place=place, label=label))


class _Suggestions:
    """Guesses which id was meant, as long as there are few to guess."""

    def __init__(self, named: Mapping[str, _Named]) -> None:
        self._named = named
        self._left = _MAX_SUGGESTIONS

    def label(self, unknown: str, target: _Target) -> str:
        if not self._left:
            return ""
        self._left -= 1
        known = [name for name, (kind, _) in self._named.items() if kind in target.kinds]
        near = get_close_matches(unknown, known, n=1)
        return f"did you mean `{near[0]}`?" if near else ""
