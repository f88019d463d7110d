"""What the learner writes into the calculators, kept while the program runs."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Calculations:
    """What is written for each calculator, and which was shown last."""

    shown: str = "memory"
    written: dict[str, dict[str, str]] = field(default_factory=dict)
    """By calculator and input; an input that is not here takes its default."""

    @property
    def stated(self) -> dict[str, str]:
        """What is written for the calculator that is shown."""
        return self.written.setdefault(self.shown, {})
