"""The advisor in both languages at three sizes, compared with golden text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from studyapp.core.text import Lang
from studyapp.settings import Settings
from studyapp.ui.app import StudyApp
from tests.conftest import screen_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.files import Folders
    from studyapp.study.study import Study

SIZES = [(120, 40), (80, 24), (60, 20)]
ADVISOR = "3"
"""The digit that opens the advisor at home."""
SCREENS = {
    "advisor": [ADVISOR],
    "advisor-values": [ADVISOR, "right", "enter"],
    "advisor-answers": [ADVISOR, "right", "down", "right", "tab"],
    "advisor-option": [ADVISOR, "right", "tab", "down", "down", "down", "enter"],
    "advisor-scenarios": [ADVISOR, "s"],
    "advisor-loaded": [ADVISOR, "s", "2", "tab"],
    "advisor-compare": [ADVISOR, "right", "tab", "down", "down", "down", "c"],
    "advisor-clash": [ADVISOR, "right", "down", "left"],
}


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", list(SCREENS))
async def test_screen(
    screen: str,
    size: tuple[int, int],
    lang: Lang,
    study: Study,
    folders: Folders,
    golden: Callable[[str, str], None],
) -> None:
    app = StudyApp(study, folders, replace(Settings(), lang=lang))
    async with app.run_test(size=size) as pilot:
        for key in SCREENS[screen]:
            await pilot.press(key)
            await pilot.pause()
        await pilot.pause(0.2)  # what is worth asking is found after the answers are shown
        golden(f"{screen}-{lang}-{size[0]}x{size[1]}", screen_text(app))
