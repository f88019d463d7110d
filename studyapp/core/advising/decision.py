"""What a decision of the advisor is made of: traits, options and rules, as an author writes them.

Ids of layers, traits, values and options belong to their decision; those of rules and scenarios
are unique in the whole pack.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from studyapp.core.quantity import Quantity, Unit
from studyapp.core.schema import STRICT, Between, Filled, Id
from studyapp.core.text import Text

Strength = Literal["weak", "strong"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One answer to a trait's question."""

    __pydantic_config__ = STRICT

    id: Id
    name: Text
    means: Text
    """In one line, what is true when this is the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """How a trait follows from others when it is not stated."""

    __pydantic_config__ = STRICT

    calculator: Literal[
        "weights-gb",
        "weights-share-of-gpu",
        "weights-share-of-instance",
        "memory-share-of-instance",
        "router-saving",
        "cascade-saving",
    ]
    inputs: Annotated[tuple[Id, ...], Filled()]
    """The traits it is computed from; unknown until all of them are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """A question about the situation: labelled values, or a number with a unit."""

    __pydantic_config__ = STRICT

    id: Id
    name: Text
    asks: Text
    values: tuple[Value, ...] = ()
    ordered: bool = False
    """True when the values stand from least to most, so that rules may say ``at_least``."""
    unit: Unit | None = None
    """What a number counts; a trait has either values or a unit."""
    choices: tuple[Quantity, ...] = ()
    """Of a number: the values offered by name, at least one for each range the rules tell apart."""
    assume: Id | None = None
    """The value taken while nothing is stated."""
    derived: Derived | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A part of the answer within which options are rivals."""

    __pydantic_config__ = STRICT

    id: Id
    name: Text
    means: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing that can be chosen."""

    __pydantic_config__ = STRICT

    id: Id
    layer: Id
    name: Text
    means: Text
    effort: Annotated[int, Between(1, 5)]
    """How much there is to operate, from 1 (nothing) to 5 (everything)."""
    parts: tuple[Id, ...] = ()
    """Of a combination: the options it joins."""
    lifts: tuple[Id, ...] = ()
    """Of a combination: the rules against its parts that it answers."""
    see: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A range of an ordered or numeric trait."""

    __pydantic_config__ = STRICT

    at_least: Quantity | None = None
    over: Quantity | None = None
    at_most: Quantity | None = None
    under: Quantity | None = None


Conditions = dict[Id, Annotated[tuple[Id, ...], Filled()] | Bounds]
"""By trait: the values, one of which must hold, or the range; all traits must agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What follows for some options when some facts hold, and why."""

    __pydantic_config__ = STRICT

    id: Id
    when: Annotated[Conditions, Filled()]
    because: Text
    see: Annotated[tuple[Id, ...], Filled()]
    sources: Annotated[tuple[Id, ...], Filled()]
    concern: Id | None = None
    """What it speaks to; counts once for each option, however many of its rules hold."""
    rules_out: tuple[Id, ...] = ()
    favours: dict[Id, Strength] | None = None
    against: dict[Id, Strength] | None = None
    warns: tuple[Id, ...] = ()
    """Options that it says something about without changing their rank."""
    exam_lag: bool = False
    """True when it tells a product change that the exam may not yet reflect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Impossible:
    """Facts that cannot hold together."""

    __pydantic_config__ = STRICT

    when: Annotated[Conditions, Filled()]
    because: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """How the question's closing words compare options that are otherwise alike."""

    __pydantic_config__ = STRICT

    trait: Id
    effort: Id | None = None
    """The value that compares what there is to operate."""
    concerns: dict[Id, Id] | None = None
    """By value, the concern that it compares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A question that the advisor answers, with everything it knows about it."""

    __pydantic_config__ = STRICT

    id: Id
    title: Text
    question: Text
    choose: Literal["one", "several"]
    """Whether options of a layer are ranked, or each is judged alone."""
    layers: Annotated[tuple[Layer, ...], Filled()]
    traits: Annotated[tuple[Trait, ...], Filled()]
    """In the order in which one should ask."""
    options: Annotated[tuple[Option, ...], Filled()]
    rules: tuple[Rule, ...] = ()
    qualifier: Qualifier | None = None
    impossible: tuple[Impossible, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A situation and what must be advised in it: a witness for the rules and a start to learn."""

    __pydantic_config__ = STRICT

    id: Id
    decision: Id
    title: Text
    story: Text
    facts: Annotated[dict[Id, Quantity], Filled()]
    expect: Annotated[dict[Id, Id | tuple[Id, ...]], Filled()]
    """By layer, the option that wins; where several apply: ``applies``, ``no-help``, ``harms``."""
    because: Text
    rests_on: tuple[str, ...] = ()
    """The author's own names for the facts that decide it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenariosFile:
    """A file of the ``scenarios`` folder."""

    __pydantic_config__ = STRICT

    scenarios: tuple[Scenario, ...]
