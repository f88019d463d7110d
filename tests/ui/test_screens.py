"""Every screen in both languages at three sizes, compared with golden text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from studyapp.core.text import Lang
from studyapp.settings import Settings
from studyapp.ui.app import StudyApp
from tests.conftest import SIZES, screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.files import Folders
    from studyapp.study.study import Study
    from tests.conftest import GoldenScreens

SCREENS = {
    "home": [],
    "notes": ["1"],
    "outline": ["1", "left"],
    "peek": ["1", "down", "down", "g"],
    "bilingual": ["1", "b"],
    "end-of-section": ["1", "end"],
    "links": ["1", "end", "enter"],
    "settings": ["s"],
    "keys": ["s", "3"],
    "help": ["question_mark"],
    "credits": ["end", "enter"],
    "search": ["slash", "p", "a", "c", "k"],
    "terms": ["1", "t"],
}
TAKING_EVERY_KEY = {"ask-key": ["s", "3", "down", "enter"], "palette": ["ctrl+p"]}
"""Screens on which the language cannot be switched."""


@pytest.mark.parametrize("screen", list(SCREENS))
async def test_screen(
    screen: str,
    study: Study,
    folders: Folders,
    golden_screens: GoldenScreens,
) -> None:
    app = StudyApp(study, folders, Settings())
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()  # Home has found what to do next
        for key in SCREENS[screen]:
            await pilot.press(key)
            await pilot.pause()
        await golden_screens(pilot, screen)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("screen", list(TAKING_EVERY_KEY))
async def test_screen_that_takes_every_key(
    screen: str,
    lang: Lang,
    study: Study,
    folders: Folders,
    golden: Callable[[str, str], None],
) -> None:
    app = StudyApp(study, folders, replace(Settings(), lang=lang))
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        for key in TAKING_EVERY_KEY[screen]:
            await pilot.press(key)
            await pilot.pause()
        for columns, rows in SIZES:
            await pilot.resize_terminal(columns, rows)
            await app.workers.wait_for_complete()
            await pilot.pause(0.2)
            golden(f"{screen}-{lang}-{columns}x{rows}", screen_text(app))


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("size", [(59, 20), (60, 19), (20, 6), (5, 3)])
async def test_too_small_a_window_says_so(
    size: tuple[int, int], lang: Lang, study: Study, folders: Folders
) -> None:
    app = StudyApp(study, folders, replace(Settings(), lang=lang))
    async with app.run_test(size=size) as pilot:
        shown = "".join(screen_text(app).partition("---")[0].split())
        assert f"{size[0]}×{size[1]}" in shown or size[0] < 20
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "studyapp" in screen_text(app).splitlines()[0]
        assert "60×20" not in screen_text(app)
