"""The advisor in both languages at three sizes, compared with golden text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studyapp.settings import Settings
from studyapp.ui.app import StudyApp
from tests.conftest import SIZES

if TYPE_CHECKING:
    from studyapp.files import Folders
    from studyapp.study.study import Study
    from tests.conftest import GoldenScreens

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


@pytest.mark.parametrize("screen", list(SCREENS))
async def test_screen(
    screen: str,
    study: Study,
    folders: Folders,
    golden_screens: GoldenScreens,
) -> None:
    app = StudyApp(study, folders, Settings())
    async with app.run_test(size=SIZES[0]) as pilot:
        for key in SCREENS[screen]:
            await pilot.press(key)
            await pilot.pause()
        # What is worth asking is found after the answers are shown.
        await golden_screens(pilot, screen, pause=0.2)
