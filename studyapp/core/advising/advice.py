"""What the advisor answers."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.core.advising.decision import Decision, Layer, Option, Rule
    from studyapp.core.advising.facts import Fact


class Step(StrEnum):
    """The comparison that decided between the best option and the next one, in this order."""

    LIMITS = "limits"
    """Every rival is ruled out."""
    STRONG = "strong"
    """Strong concerns for, minus those against."""
    QUALIFIER = "qualifier"
    """What the question's closing words compare."""
    WEAK = "weak"
    """Weak concerns for, minus those against."""
    PARTS = "parts"
    """Fewer parts."""


class Level(StrEnum):
    """How sure the advice of a layer is."""

    CLEAR = "clear"
    """Decided by limits, strong concerns or the qualifier."""
    LEANING = "leaning"
    """Decided by less, or resting on an assumption or a warning."""
    TIE = "tie"
    """Several options are equal in everything that is known."""
    SILENT = "silent"
    """No rule that holds speaks for an option of this layer or rules one out."""
    NONE = "none"
    """Every option is ruled out."""


class Verdict(StrEnum):
    """Where several options may apply: what is said of one."""

    APPLIES = "applies"
    """Strong concerns speak for it more than against it, or weak ones where those are even."""
    NO_HELP = "no-help"
    """Nothing outweighs what speaks against it, and that is weak."""
    HARMS = "harms"
    """Strong concerns speak against it more than for it."""
    RULED_OUT = "ruled-out"
    SILENT = "silent"
    """No rule that holds speaks of it."""


class Score(NamedTuple):
    """What two options are compared by, in this order; more is better."""

    strong: int
    qualifier: int
    weak: int
    fewer_parts: int


Effect = Literal["rules-out", "for", "against", "warns"]


class Reason(NamedTuple):
    """A rule that holds, and what it does to one option."""

    rule: Rule
    effect: Effect
    strength: Literal["weak", "strong"] | None
    part: str | None
    """The part of a combination that it speaks of, when it does not speak of the whole."""
    assumed: tuple[str, ...]
    """The traits it rests on that are assumed, not stated."""


class Standing(NamedTuple):
    """How one option stands."""

    option: Option
    score: Score | None
    """None when it is ruled out."""
    verdict: Verdict
    reasons: tuple[Reason, ...]
    """The heaviest first."""


class LayerAdvice(NamedTuple):
    """What is advised in one layer."""

    layer: Layer
    level: Level
    winners: tuple[Option, ...]
    """One when it is clear or leaning, several in a tie; where several apply, those that do."""
    standings: tuple[Standing, ...]
    """The best first, those ruled out last."""
    step: Step | None
    rests_on: tuple[str, ...]
    """The assumed traits without which the answer would be another."""


class Advice(NamedTuple):
    """Everything advised for a set of facts."""

    decision: Decision
    stated: Mapping[str, Fact]
    assumed: Mapping[str, Fact]
    derived: Mapping[str, Fact]
    clashes: tuple[int, ...]
    """Which of the decision's impossibilities the facts are, by index."""
    layers: tuple[LayerAdvice, ...]

    def layer(self, layer_id: str) -> LayerAdvice:
        """What is advised in the layer with this id."""
        return next(each for each in self.layers if each.layer.id == layer_id)

    def standing(self, option_id: str) -> Standing:
        """How one option stands."""
        return next(s for each in self.layers for s in each.standings if s.option.id == option_id)


class Change(NamedTuple):
    """One fact put in place of another, or of not knowing."""

    trait: str
    fact: Fact


class Flip(NamedTuple):
    """Changes of facts under which an option wins."""

    changes: tuple[Change, ...]
    level: Level


class WhyNot(NamedTuple):
    """Why an option is not the answer."""

    standing: Standing
    rivals: tuple[Standing, ...]
    """Those that stand better or alike; none when it is ruled out, or is itself the answer."""
    step: Step | None
    """What decides between it and the best rival; None when it is ruled out or they are equal."""


class Mention(NamedTuple):
    """A rule that speaks of an option, whether it holds or not."""

    rule: Rule
    effect: Effect
    strength: Literal["weak", "strong"] | None
    holds: bool


class Comparison(NamedTuple):
    """What the rules say of some options, by one trait."""

    trait: str
    mentions: tuple[tuple[Mention, ...], ...]
    """For each option, in the order asked for."""
