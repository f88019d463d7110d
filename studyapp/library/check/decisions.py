"""Whether decisions hang together, and their scenarios show what they are there for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from studyapp.core.advising.decision import Scenario
from studyapp.library.check.limits import contradictory
from studyapp.library.check.witness import unwitnessed
from studyapp.library.codec import to_json
from studyapp.library.findings import recalled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studyapp.library.check.rules import Rules
    from studyapp.library.check.witness import Worked
    from studyapp.library.findings import Finding
    from studyapp.library.kept import Kept
    from studyapp.library.load import Loaded
    from studyapp.library.walk import Place


def undecided(loaded: Loaded, rules: Mapping[str, Rules], kept: Kept) -> Iterator[Finding]:
    """P0601 to P0614: what is wrong with the decisions, by the scenarios they answer too."""
    if loaded.pack is None:
        return
    sound = {scenario.id for scenario in loaded.pack.scenarios}
    worked: dict[str, list[Worked]] = {name: [] for name in rules}
    for item in (item for file in loaded.files for item in file.items):
        scenario = item.value
        if isinstance(scenario, Scenario) and scenario.id in sound and scenario.decision in worked:
            worked[scenario.decision].append((item.place, scenario))
    for item in (item for file in loaded.files for item in file.items):
        for name, scenarios in worked.items():
            if item.value is rules[name].decision:
                work = partial(_examined, item.place, rules[name], scenarios)
                of = to_json(item.place), rules[name].written, to_json(scenarios)
                yield from recalled(kept, work, "decision", *of)


def _examined(place: Place, rules: Rules, scenarios: Sequence[Worked]) -> Iterator[Finding]:
    yield from contradictory(place, rules.advisor)
    yield from unwitnessed(place, rules.advisor, scenarios)
