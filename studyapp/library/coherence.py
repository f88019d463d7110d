"""Whether a decision hangs together: its rules and scenarios name what there is."""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING

from studyapp.core.advising.advice import Verdict
from studyapp.core.advising.decision import Bounds
from studyapp.core.advising.derivation import CALCULATORS, count_inputs
from studyapp.core.advising.facts import read_edge, read_fact
from studyapp.core.errors import UsageError
from studyapp.library.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from studyapp.core.advising.decision import Conditions, Decision, Option, Rule, Scenario, Trait
    from studyapp.core.quantity import Quantity
    from studyapp.core.questions.variants.fragments import Wording
    from studyapp.library.walk import Place

_VERDICTS = (Verdict.APPLIES, Verdict.NO_HELP, Verdict.HARMS)


def incoherent(place: Place, decision: Decision) -> Iterator[Finding]:
    """P0311 to P0315: a decision names what it does not have, or says what cannot be."""
    traits = {trait.id: trait for trait in decision.traits}
    options = {option.id: option for option in decision.options}
    for field in ("layers", "traits", "options"):
        yield from _twice(place / field, [each.id for each in getattr(decision, field)])
    for index, trait in enumerate(decision.traits):
        yield from _of_trait(place / "traits" / index, trait, traits)
    for index, option in enumerate(decision.options):
        yield from _of_option(place / "options" / index, option, decision, options)
    for index, rule in enumerate(decision.rules):
        yield from _of_rule(place / "rules" / index, rule, options)
        yield from _of_conditions(place / "rules" / index / "when", rule.when, traits)
    for index, each in enumerate(decision.impossible):
        yield from _of_conditions(place / "impossible" / index / "when", each.when, traits)
    yield from _of_qualifier(place / "qualifier", decision, traits)


def misstated(place: Place, scenario: Scenario, decision: Decision) -> Iterator[Finding]:
    """P0316: a scenario states or expects what its decision does not know."""
    traits = {trait.id: trait for trait in decision.traits}
    for name, said in scenario.facts.items():
        yield from _unknown(place / "facts" / name, "trait", name, traits, "P0316")
        if name in traits:
            yield from _unreadable(place / "facts" / name, traits[name], said, "P0316")
    layers = {layer.id: layer.id for layer in decision.layers}
    keys: Collection[str] = layers if decision.choose == "one" else _VERDICTS
    for name, expected in scenario.expect.items():
        where = place / "expect" / name
        yield from _unknown(where, "layer or verdict", name, keys, "P0316")
        members = {o.id for o in decision.options if o.layer == layers.get(name, o.layer)}
        wanted = (expected,) if isinstance(expected, str) else expected
        for option in wanted:
            yield from _unknown(where, "option", option, members, "P0316")


def misspoken(place: Place, wording: Wording, decision: Decision) -> Iterator[Finding]:
    """P0318: fragments speak of what their decision does not know."""
    traits = {trait.id: trait for trait in decision.traits}
    for index, phrases in enumerate(wording.phrases):
        where = place / "phrases" / index
        yield from _unknown(where / "trait", "trait", phrases.trait, traits, "P0318")
        if trait := traits.get(phrases.trait):
            if phrases.value is not None:
                yield from _unreadable(where / "value", trait, phrases.value, "P0318")
            for at, amount in enumerate(phrases.amounts):
                yield from _unreadable(
                    where / "amounts" / at / "value", trait, amount.value, "P0318"
                )
    options = [option.id for option in decision.options]
    for index, proposal in enumerate(wording.proposals):
        where = place / "proposals" / index / "option"
        yield from _unknown(where, "option", proposal.option, options, "P0318")
    for index, each in enumerate(wording.unlikely):
        yield from _of_conditions(place / "unlikely" / index / "when", each.when, traits)


def _of_trait(place: Place, trait: Trait, traits: Mapping[str, Trait]) -> Iterator[Finding]:
    yield from _twice(place / "values", [value.id for value in trait.values])
    if bool(trait.values) == bool(trait.unit):
        yield _wrong("P0312", place / "id", f"trait `{trait.id}` needs either values or a unit")
    elif trait.unit is None and trait.choices:
        yield _wrong("P0312", place / "choices", "only numbers have choices")
    for index, choice in enumerate(trait.choices if trait.unit else ()):
        yield from _unreadable_edge(place / "choices" / index, trait, choice, "P0312")
    if trait.assume is not None:
        values = [value.id for value in trait.values]
        yield from _unknown(place / "assume", "value", trait.assume, values, "P0311")
    if trait.derived is not None and trait.assume is not None:
        yield _wrong("P0312", place / "assume", "what is computed cannot be assumed too")
    if trait.derived is not None:
        for index, name in enumerate(trait.derived.inputs):
            known = [t.id for t in traits.values() if t.derived is None]
            yield from _unknown(place / "derived" / "inputs" / index, "trait", name, known, "P0311")
        wanted = count_inputs(CALCULATORS[trait.derived.calculator])
        if len(trait.derived.inputs) != wanted:
            message = f"`{trait.derived.calculator}` takes {wanted} inputs"
            yield _wrong("P0312", place / "derived" / "inputs", message)


def _of_option(
    place: Place, option: Option, decision: Decision, options: Mapping[str, Option]
) -> Iterator[Finding]:
    layers = [layer.id for layer in decision.layers]
    yield from _unknown(place / "layer", "layer", option.layer, layers, "P0311")
    simple = [each.id for each in options.values() if not each.parts]
    for index, part in enumerate(option.parts):
        yield from _unknown(place / "parts" / index, "simple option", part, simple, "P0311")
    against = {r.id for r in decision.rules if not set(option.parts).isdisjoint(r.rules_out)}
    for index, rule in enumerate(option.lifts):
        kind = "rule against one of its parts"
        yield from _unknown(place / "lifts" / index, kind, rule, against, "P0311")


def _of_rule(place: Place, rule: Rule, options: Mapping[str, Option]) -> Iterator[Finding]:
    named = {
        "rules_out": rule.rules_out,
        "favours": tuple(rule.favours or ()),
        "against": tuple(rule.against or ()),
        "warns": rule.warns,
    }
    for field, names in named.items():
        for index, name in enumerate(names):
            step = name if field in {"favours", "against"} else index
            yield from _unknown(place / field / step, "option", name, options, "P0311")
    if not any(named.values()):
        yield _wrong("P0313", place / "id", f"rule `{rule.id}` says nothing of any option")
    if bool(rule.favours or rule.against) != (rule.concern is not None):
        message = "a rule has a concern if it speaks for or against options, and only then"
        yield _wrong("P0313", place / ("concern" if rule.concern else "id"), message)
    counts = Counter(n for field in ("rules_out", "favours", "against") for n in named[field])
    for name in (name for name, count in counts.items() if count > 1):
        yield _wrong("P0313", place / "id", f"rule `{rule.id}` says two things of `{name}`")


def _of_conditions(
    place: Place, when: Conditions, traits: Mapping[str, Trait]
) -> Iterator[Finding]:
    for name, condition in when.items():
        where = place / name
        yield from _unknown(where, "trait", name, traits, "P0311")
        trait = traits.get(name)
        if trait is None:
            continue
        if isinstance(condition, Bounds):
            yield from _of_bounds(where, condition, trait)
        elif trait.unit is not None:
            yield _wrong("P0314", where, f"`{name}` is a number: say `at_least`, `over` or so")
        else:
            values = [value.id for value in trait.values]
            for index, value in enumerate(condition):
                yield from _unknown(where / index, "value", value, values, "P0311")


def _of_bounds(place: Place, bounds: Bounds, trait: Trait) -> Iterator[Finding]:
    edges = {
        side: edge
        for side in ("at_least", "over", "at_most", "under")
        if (edge := getattr(bounds, side)) is not None
    }
    if not edges:
        yield _wrong("P0314", place, "this range has no edge")
    if trait.unit is None and not trait.ordered:
        yield _wrong("P0314", place, f"the values of `{trait.id}` have no order: list them")
    for side, edge in edges.items():
        yield from _unreadable_edge(place / side, trait, edge, "P0314")


def _of_qualifier(
    place: Place, decision: Decision, traits: Mapping[str, Trait]
) -> Iterator[Finding]:
    qualifier = decision.qualifier
    if qualifier is None:
        return
    yield from _unknown(place / "trait", "trait", qualifier.trait, traits, "P0311")
    trait = traits.get(qualifier.trait)
    values = [value.id for value in trait.values] if trait else []
    if qualifier.effort is not None:
        yield from _unknown(place / "effort", "value", qualifier.effort, values, "P0311")
    concerns = {rule.concern for rule in decision.rules if rule.concern}
    for value, concern in (qualifier.concerns or {}).items():
        yield from _unknown(place / "concerns" / value, "value", value, values, "P0311")
        yield from _unknown(place / "concerns" / value, "concern", concern, concerns, "P0311")


def _unknown(
    place: Place, kind: str, name: str, known: Iterable[str], code: str
) -> Iterator[Finding]:
    if name not in (names := list(known)):
        near = get_close_matches(name, names, n=1)
        label = f"did you mean `{near[0]}`?" if near else ""
        message = f"unknown {kind} `{name}`"
        yield Finding(code=code, message=message, place=place, label=label)


def _unreadable(place: Place, trait: Trait, said: Quantity, code: str) -> Iterator[Finding]:
    try:
        read_fact(trait, said)
    except UsageError as error:
        yield _wrong(code, place, str(error))


def _unreadable_edge(place: Place, trait: Trait, said: Quantity, code: str) -> Iterator[Finding]:
    try:
        read_edge(trait, said)
    except UsageError as error:
        yield _wrong(code, place, str(error))


def _twice(place: Place, ids: list[str]) -> Iterator[Finding]:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            yield _wrong("P0315", place / index / "id", f"`{name}` is named twice")


def _wrong(code: str, place: Place, message: str) -> Finding:
    return Finding(code=code, message=message, place=place)
