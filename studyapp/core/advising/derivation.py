"""Traits that follow from others by calculation."""

from __future__ import annotations

from inspect import Parameter, signature
from typing import TYPE_CHECKING, Final

from studyapp.core.calculators import memory, routing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from studyapp.core.advising.decision import Trait
    from studyapp.core.advising.facts import Fact


def router_saving_percent(simple_percent: float, price_gap: float) -> float:
    """What a router saves of the all-large cost, in percent, before its own cost."""
    return 100 * routing.saving_share("router", simple_percent / 100, 1 / price_gap)


def cascade_saving_percent(simple_percent: float, price_gap: float) -> float:
    """What a cascade saves of the all-large cost, in percent, before the cost of its check."""
    return 100 * routing.saving_share("cascade", simple_percent / 100, 1 / price_gap)


CALCULATORS: Final[dict[str, Callable[..., float]]] = {
    "weights-gb": memory.weights_gb,
    "weights-share-of-gpu": memory.weights_percent_of_gpu,
    "weights-share-of-instance": memory.weights_percent_of_instance,
    "memory-share-of-instance": memory.memory_percent_of_instance,
    "router-saving": router_saving_percent,
    "cascade-saving": cascade_saving_percent,
}
"""What `core.decision.Derived` names: each takes its inputs in the order they are listed in."""


def derive(traits: Iterable[Trait], facts: dict[str, Fact]) -> dict[str, Fact]:
    """Add the traits that are not stated and whose inputs are known and make sense together."""
    found = dict(facts)
    for trait in traits:
        if trait.derived is not None and trait.id not in found:
            inputs = [found.get(name) for name in trait.derived.inputs]
            if None not in inputs:
                try:
                    found[trait.id] = CALCULATORS[trait.derived.calculator](*inputs)
                except ValueError:
                    continue  # such as a share above 100 %
    return found


def count_inputs(calculator: Callable[..., float]) -> int:
    """How many inputs a calculator must be given."""
    parameters = signature(calculator).parameters.values()
    return sum(parameter.default is Parameter.empty for parameter in parameters)
