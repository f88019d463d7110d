"""The rules by which questions and scenarios of a pack are judged."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from studyapp.core.advising.advisor import Advisor
from studyapp.library.codec import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.advising.decision import Decision


class Rules:
    """The rules of one decision, compiled when they are first needed."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision

    @cached_property
    def advisor(self) -> Advisor:
        """What answers by them."""
        return Advisor(self.decision)

    @cached_property
    def written(self) -> str:
        """All that the decision says, in one line."""
        return to_json(self.decision)


def rules_of(decisions: Iterable[Decision]) -> dict[str, Rules]:
    """The rules of each decision, by its id."""
    return {decision.id: Rules(decision) for decision in decisions}
