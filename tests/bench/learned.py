"""A learner of many days: a history of a hundred thousand answers, to the cards of the pack."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from studyapp.clock import SystemClock
from studyapp.core.history.events import Reviewed
from studyapp.files import Folders
from studyapp.library.builtin import builtin_pack
from tests.joining import joined
from tests.store.clocks import SetClock

if TYPE_CHECKING:
    from studyapp.core.history.events import Rating

EVENTS = 100_000
_DAYS = 250
_RATINGS: tuple[Rating, ...] = (1, 2, 3, 3, 3, 3, 3, 4)


def learn(data: Path, cache: Path) -> None:
    """Write the history into a folder for data; the last of its days was yesterday."""
    clock = SetClock(SystemClock().now())
    clock.set(days=-_DAYS)
    chance = Random(5)
    study = joined(builtin_pack(), Folders(data, data, cache), clock)
    keys = [item.key for item in study.learning.items]
    with closing(study):
        for _ in range(_DAYS):
            asked = chance.choices(keys, k=EVENTS // _DAYS)
            rated = chance.choices(_RATINGS, k=len(asked))
            study.learning.store.append(
                [
                    Reviewed(item=key, rating=rating, milliseconds=6000)
                    for key, rating in zip(asked, rated, strict=True)
                ]
            )
            clock.move(days=1)
