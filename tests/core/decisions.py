"""Decisions to test the advisor with: one written by hand, and any small one."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from studyapp.core.advising.decision import (
    Bounds,
    Decision,
    Impossible,
    Layer,
    Option,
    Qualifier,
    Rule,
    Trait,
    Value,
)
from studyapp.core.text import Text

if TYPE_CHECKING:
    from studyapp.core.advising.decision import Conditions
    from studyapp.core.advising.facts import Fact

ANY = Text.once("any")


def trait(name: str, *values: str, **more: Any) -> Trait:
    """A trait whose values are named like their ids."""
    written = tuple(Value(id=value, name=Text.once(value), means=ANY) for value in values)
    return Trait(id=name, name=ANY, asks=ANY, values=written, **more)


def layer(name: str) -> Layer:
    return Layer(id=name, name=ANY, means=ANY)


def option(name: str, layer_id: str, effort: int = 3, **more: Any) -> Option:
    return Option(id=name, layer=layer_id, name=ANY, means=ANY, effort=effort, **more)


def rule(name: str, when: Conditions, **effects: Any) -> Rule:
    return Rule(id=name, when=when, because=ANY, see=("note",), sources=("page",), **effects)


def decision(name: str, **parts: Any) -> Decision:
    return Decision(id=name, title=ANY, question=ANY, **parts)


SERVING = decision(
    "serving",
    choose="one",
    layers=(layer("endpoint"), layer("billing")),
    traits=(
        trait("weights", "base", "custom", assume="base"),
        Trait(
            id="interaction",
            name=ANY,
            asks=ANY,
            values=(
                Value(id="live", name=Text("A person waits", "Có người chờ"), means=ANY),
                Value(id="can-wait", name=Text("It can wait", "Chờ được"), means=ANY),
            ),
        ),
        trait("payload", unit="MB", choices=("4 MB", "10 MB", "40 MB")),
        trait("traffic", "rare", "steady", "peaks", ordered=True),
        trait("closing", "least-effort", "lowest-latency"),
    ),
    options=(
        option("real-time", "endpoint", 4),
        option("queue", "endpoint", 2),
        option("serverless", "endpoint", 1),
        option(
            "pair", "endpoint", 5, parts=("real-time", "serverless"), lifts=("no-burst-capacity",)
        ),
        option("by-token", "billing", 1),
        option("reserved", "billing", 2),
    ),
    rules=(
        rule(
            "size-limit", {"payload": Bounds(over="25 MB")}, rules_out=("real-time", "serverless")
        ),
        rule("nobody-waits", {"interaction": ("live",)}, rules_out=("queue",)),
        rule("no-burst-capacity", {"traffic": Bounds(at_least="peaks")}, rules_out=("serverless",)),
        rule(
            "answers-now",
            {"interaction": ("live",)},
            concern="latency",
            favours={"real-time": "strong"},
        ),
        rule(
            "decouples",
            {"interaction": ("can-wait",)},
            concern="decoupling",
            favours={"queue": "strong"},
        ),
        rule("new-quota", {"interaction": ("can-wait",)}, warns=("queue",), exam_lag=True),
        rule("slow-upload", {"payload": Bounds(over="6 MB")}, warns=("real-time",)),
        rule(
            "follows-peaks",
            {"traffic": ("peaks",)},
            concern="elasticity",
            favours={"pair": "strong"},
            against={"real-time": "weak"},
        ),
        rule("sleeps", {"traffic": ("rare",)}, concern="price", favours={"serverless": "weak"}),
        rule(
            "stays-warm", {"traffic": ("steady",)}, concern="latency", favours={"real-time": "weak"}
        ),
        rule(
            "flat-price", {"traffic": ("steady",)}, concern="price", favours={"reserved": "strong"}
        ),
        rule("hosted", {"weights": ("base",)}, concern="price", favours={"by-token": "strong"}),
        rule("own-weights", {"weights": ("custom",)}, rules_out=("by-token",)),
    ),
    qualifier=Qualifier(
        trait="closing", effort="least-effort", concerns={"lowest-latency": "latency"}
    ),
    impossible=(
        Impossible(when={"traffic": ("rare",), "payload": Bounds(over="25 MB")}, because=ANY),
    ),
)
"""How to serve a model: one endpoint and one way to pay are the answer."""

_LAYERS = ("base", "top")
_CONCERNS = ("calm", "cost", "speed")
_EDGES = ("1 MB", "2 MB", "4 MB", "8 MB")
_NUMBERS = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 9.0)
"""On, between and beyond the edges."""
_ONE_IN_THREE = (True, False, False)


@st.composite
def decisions(draw: st.DrawFn, /, *, traits: int = 5) -> Decision:
    """Any small decision; its sizes are drawn, and what it says is dice thrown for each part.

    Drawing every word would take a hundred times as long as what is tested with it.
    """
    seed = draw(st.integers(0, 2**32))
    known = tuple(_trait(seed, f"trait{i}") for i in range(draw(st.integers(3, traits))))
    options = [_option(seed, f"option{i}") for i in range(draw(st.integers(2, 5)))]
    names = [each.id for each in options]
    whole = draw(st.booleans())
    spoken_of = known[: draw(st.sampled_from((len(known), -1)))]
    rules = tuple(
        _rule(seed, f"rule{i}", spoken_of, [*names, "whole"] if whole else names)
        for i in range(draw(st.sampled_from(range(13))))
    )
    if whole:
        options.append(_combination(seed, names, rules))
    dice = Random(f"{seed} rest")
    return decision(
        "any",
        choose=dice.choice(("one", "one", "several")),
        layers=tuple(map(layer, _LAYERS)),
        traits=known,
        options=tuple(options),
        rules=rules,
        qualifier=_qualifier(dice, known),
        impossible=tuple(
            Impossible(when=_when(dice, known, 2), because=ANY)
            for _ in range(draw(st.integers(0, 2)))
        ),
    )


def facts_of(known: Decision) -> st.SearchStrategy[dict[str, Fact]]:
    """Some facts of a decision, numbers on the edges among them."""
    said = {each.id: st.sampled_from((None, *choices(each))) for each in known.traits}
    return st.fixed_dictionaries(said).map(
        lambda facts: {name: fact for name, fact in facts.items() if fact is not None}
    )


def choices(of: Trait) -> tuple[Fact, ...]:
    """What could be stated of a trait of `decisions`: values, or numbers on and between edges."""
    return _NUMBERS if of.unit else tuple(value.id for value in of.values)


def _trait(seed: int, name: str) -> Trait:
    dice = Random(f"{seed} {name}")
    if dice.choice(_ONE_IN_THREE):
        return trait(name, unit="MB", choices=tuple(dice.sample(_NUMBERS, dice.randint(0, 2))))
    values = ("v0", "v1", "v2")[: dice.randint(2, 3)]
    assumed = dice.choice(values) if dice.choice(_ONE_IN_THREE) else None
    return trait(name, *values, ordered=dice.random() < 0.5, assume=assumed)


def _option(seed: int, name: str, **more: Any) -> Option:
    dice = Random(f"{seed} {name}")
    return option(name, dice.choice(_LAYERS), dice.randint(1, 5), **more)


def _combination(seed: int, names: list[str], rules: tuple[Rule, ...]) -> Option:
    dice = Random(f"{seed} whole")
    parts = tuple(dice.sample(names, 2))
    against = [rule.id for rule in rules if not set(parts).isdisjoint(rule.rules_out)]
    lifts = tuple(name for name in against if dice.random() < 0.5)
    return _option(seed, "whole", parts=parts, lifts=lifts)


def _when(dice: Random, known: tuple[Trait, ...], count: int) -> Conditions:
    return {each.id: _condition(dice, each) for each in dice.sample(known, count)}


def _condition(dice: Random, about: Trait) -> tuple[str, ...] | Bounds:
    values = [value.id for value in about.values]
    if about.unit is None and not (about.ordered and dice.random() < 0.5):
        return tuple(dice.sample(values, dice.randint(1, len(values) - 1)))
    sides = dice.sample(("at_least", "over", "at_most", "under"), dice.choice((1, 1, 2)))
    return Bounds(**{side: dice.choice(_EDGES if about.unit else values) for side in sides})


def _rule(seed: int, name: str, known: tuple[Trait, ...], options: list[str]) -> Rule:
    dice = Random(f"{seed} {name}")
    when = _when(dice, known, dice.choice((1, 1, 2)))
    named = dice.sample(options, dice.randint(1, 2))
    effect = dice.choice(("rules_out", "warns", "speaks", "speaks", "speaks"))
    if effect == "rules_out":
        return rule(name, when, rules_out=tuple(named))
    if effect == "warns":
        return rule(name, when, warns=tuple(named), exam_lag=dice.random() < 0.5)
    said = {each: dice.choice(("weak", "strong")) for each in named}
    against = {each: said.pop(each) for each in named if dice.choice(_ONE_IN_THREE)}
    concern = dice.choice(_CONCERNS)
    return rule(name, when, concern=concern, favours=said or None, against=against or None)


def _qualifier(dice: Random, known: tuple[Trait, ...]) -> Qualifier | None:
    asked = known[-1]
    if asked.unit is not None or dice.choice(_ONE_IN_THREE):
        return None
    return Qualifier(trait=asked.id, effort="v0", concerns={"v1": dice.choice(_CONCERNS)})
