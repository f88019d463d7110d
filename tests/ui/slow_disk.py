"""A history whose acts are kept only when a test says so."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

import pytest

from studyapp.core.ports import Notice, NotSavedError
from tests.conftest import screen_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

    from studyapp.core.history.events import Act, Event
    from studyapp.core.ports import Claim
    from studyapp.study.learning import Learning


class SlowDisk:
    """Holds acts back, then keeps them or gives up."""

    def __init__(self, learning: Learning) -> None:
        self._store: Any = learning.store
        self._held: list[tuple[Future[tuple[Event, ...]], Sequence[Act], Claim | None]] = []
        self.trouble = Notice("full", {})
        learning._store = self

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def submit(self, acts: Sequence[Act], claim: Claim | None = None) -> Future[tuple[Event, ...]]:
        self._held.append((Future(), acts, claim))
        return self._held[-1][0]

    def let_go(self) -> None:
        for future, acts, claim in self._held:
            future.set_result(self._store.submit(acts, claim).result(5))
        self._held.clear()

    def give_up(self) -> None:
        for future, *_ in self._held:
            future.set_exception(NotSavedError(self.trouble))
        self._held.clear()


async def until(pilot: Pilot[None], words: str) -> None:
    """Wait until words are on the screen."""
    for _ in range(200):
        await pilot.pause(0.02)
        if words in screen_text(pilot.app):
            return
    pytest.fail(f"{words!r} is not shown:\n{screen_text(pilot.app)}")
