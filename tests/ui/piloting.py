"""Pressing keys and reading the screen, as a learner does who waits for what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import screen_text

if TYPE_CHECKING:
    from typing import Any

    from textual.app import App
    from textual.pilot import Pilot


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after another, and wait for the screen."""
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


async def settle(pilot: Pilot[None]) -> None:
    """Wait for what works in the background, and for what that shows."""
    for _ in range(2):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press_each(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what each of them started."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def shown(app: App[Any]) -> str:
    """The text on the screen."""
    return screen_text(app).partition("---\n")[0]


def words_shown(app: App[Any]) -> str:
    """The same without line ends and frames."""
    return " ".join(shown(app).replace("┃", "").replace("│", "").replace("▌", "").split())
