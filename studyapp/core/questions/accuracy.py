"""How many answers were right, as a whole and by what tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from studyapp.core.history.events import Confidence

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from typing import TypeVar

    K = TypeVar("K", bound=Hashable)
    G = TypeVar("G", bound="Given")

CONFIDENCES: Final[tuple[Confidence, ...]] = ("guess", "think", "sure")


class Given(Protocol):
    """An answer, as far as accuracy is concerned."""

    @property
    def is_right(self) -> bool:
        """Whether it was right."""

    @property
    def confidence(self) -> Confidence:
        """How sure the learner was."""

    @property
    def peeked(self) -> bool:
        """Whether the other language was looked at first."""


class Score(NamedTuple):
    """Right answers of all."""

    right: int
    of: int

    @property
    def share(self) -> float | None:
        """The share that was right, 0 to 1; None when there are none."""
        return self.right / self.of if self.of else None


def score(given: Iterable[Given]) -> Score:
    """How many are right."""
    right = [each.is_right for each in given]
    return Score(sum(right), len(right))


def scores(given: Iterable[G], by: Callable[[G], K]) -> dict[K, Score]:
    """The same for each group of them, in the order in which groups first appear."""
    groups: dict[K, list[G]] = {}
    for each in given:
        groups.setdefault(by(each), []).append(each)
    return {name: score(members) for name, members in groups.items()}


def calibration(given: Iterable[Given]) -> dict[Confidence, Score]:
    """How many are right of those that were guessed, thought and sure; all three are there."""
    found = scores(given, lambda each: each.confidence)
    return {confidence: found.get(confidence, Score(0, 0)) for confidence in CONFIDENCES}


class Glossed(NamedTuple):
    """Accuracy of answers before which the other language was looked at, and of the others."""

    with_gloss: Score
    without: Score


def glossed(given: Iterable[Given]) -> Glossed:
    """Accuracy with and without the gloss."""
    found = scores(given, lambda each: each.peeked)
    return Glossed(found.get(True, Score(0, 0)), found.get(False, Score(0, 0)))
