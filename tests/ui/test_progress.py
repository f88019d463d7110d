"""Progress, the plan's dialog, read marks, and the best next thing at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studyapp.settings import Settings
from studyapp.study.marks import read_sections
from studyapp.ui.app import StudyApp
from studyapp.ui.screens.plan import PlanDialog, WishDialog
from studyapp.ui.screens.progress import ProgressScreen
from tests.conftest import SIZES
from tests.decked import CARDS, Learner, decked
from tests.joining import joined
from tests.ui.piloting import press_each, settle, shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from studyapp.files import Folders
    from tests.conftest import GoldenScreens

SCREENS = {
    "progress": ["o"],
    "progress-end": ["o", "end"],
    "plan": ["o", "enter"],
    "plan-changed": ["o", "enter", "1", "down", "down", "enter"],
    "plan-refused": ["o", "enter", "1", *"31/2", "enter"],
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return decked(tmp_path_factory.mktemp("decked"))


@pytest.fixture
def learner(root: Path, folders: Folders) -> Learner:
    """Someone who has studied for three weeks."""
    learner = Learner(root, folders)
    for day in range(20):
        learner.rate(3 if day % 5 else 1, "branching", *range(day % (CARDS + 1)))
        learner.sleep()
    return learner


@pytest.fixture
def app(learner: Learner, folders: Folders) -> StudyApp:
    return StudyApp(learner.study, folders, Settings())


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Wait for Home, then for what each key starts."""
    await settle(pilot)
    await press_each(pilot, *keys)


@pytest.mark.parametrize("screen", list(SCREENS))
async def test_screen(
    screen: str,
    learner: Learner,
    folders: Folders,
    golden_screens: GoldenScreens,
) -> None:
    app = StudyApp(learner.study, folders, Settings())
    async with app.run_test(size=SIZES[0]) as pilot:
        await press(pilot, *SCREENS[screen])
        await golden_screens(pilot, screen)


# --- home


async def test_home_shows_the_best_next_thing_in_place_and_enter_does_it(
    root: Path, folders: Folders
) -> None:
    app = StudyApp(joined(root, folders), folders, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Looking at what you have done" in shown(app)
        await press(pilot)
        assert "Next: read “Rebase”" in shown(app)
        assert "1.1 is where you know least so far (0%)." in shown(app)
        await press(pilot, "enter")
        assert app.current_mode == "notes"


async def test_enter_before_the_best_thing_is_known_does_it_once_it_is(
    root: Path, folders: Folders
) -> None:
    app = StudyApp(joined(root, folders), folders, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one("#home").action_choose()  # type: ignore[attr-defined]
        await press(pilot)
        assert app.current_mode == "notes"


async def test_the_best_next_thing_follows_the_language_and_the_cursor_stays(
    app: StudyApp, learner: Learner
) -> None:
    learner.sleep(15)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "down", "l")
        assert "Tiếp theo: ôn thẻ đến hạn" in shown(app)
        (line,) = [line for line in shown(app).splitlines() if "▌" in line]
        assert "Bắt đầu đọc" in line


async def test_due_cards_lead_to_the_cards(app: StudyApp, learner: Learner) -> None:
    learner.sleep(15)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert "Next: review what is due" in shown(app)
        await press(pilot, "enter")
        assert app.current_mode == "cards"
        assert "Question" in shown(app)


async def test_progress_is_one_key_from_home_and_esc_leads_back(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o")
        assert isinstance(app.screen, ProgressScreen)
        assert len(app.screen.query("*")) <= 12
        assert "Left today" in shown(app)
        await press(pilot, "escape")
        assert app.current_mode == "home"


# --- read marks


async def test_a_section_is_marked_read_and_home_counts_it(app: StudyApp, learner: Learner) -> None:
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await press(pilot, "1", "m")
        assert read_sections(learner.study) == {"rebase"}
        assert "✓ read · 1/3" in shown(app)
        assert "Marked as read." in shown(app)
        await press(pilot, "n")
        assert "✓ Rebase" in shown(app)
        assert "✓ read" not in shown(app)
        await press(pilot, "escape")
        assert "1.1  Branching · 1 of 2 read" in shown(app)


async def test_a_mark_is_taken_away_again(app: StudyApp, learner: Learner) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "m", "m", "n")
        assert read_sections(learner.study) == frozenset()
        assert "✓" not in shown(app)


# --- the plan


async def test_a_plan_holds_only_once_it_is_agreed_to(app: StudyApp, learner: Learner) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "o", "enter", "1", *"15/12/2026", "enter")
        assert isinstance(app.screen, PlanDialog)
        assert "Exam date: 2026-12-15 (in 24 days)" in shown(app)
        assert "Expected recall:" in shown(app)
        assert learner.study.learning.exam is None
        await press(pilot, "6")
        assert learner.study.learning.exam is None
        await press(pilot, "enter", "1", *"15/12/2026", "enter", "5")
        assert str(learner.study.learning.exam) == "2026-12-15"
        assert "To the exam on 2026-12-15: 24 days." in shown(app)
        assert "The new plan holds." in shown(app)


async def test_esc_changes_nothing(app: StudyApp, learner: Learner) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        before = learner.study.learning.limits
        await press(pilot, "o", "enter", "2", "down", "enter", "escape")
        assert learner.study.learning.limits == before


async def test_a_date_is_taken_away_with_arrows_and_enter_alone(
    app: StudyApp, learner: Learner
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", "enter", "1", "down", "enter", "5")
        assert learner.study.learning.exam is not None
        await press(pilot, "enter", "enter", "up", "up", "enter", "5")
        assert learner.study.learning.exam is None


async def test_what_cannot_be_taken_is_said_until_something_else_is_typed(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", "enter", "3", "0", "enter")
        assert isinstance(app.screen, WishDialog)
        assert "⚠ Write a whole number from 1 to 999." in shown(app)
        await press(pilot, "backspace")
        assert "⚠" not in shown(app)


async def test_the_language_changes_in_place_at_the_same_line(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "o", "space")
        assert isinstance(app.screen, ProgressScreen)
        before = app.screen.sheet.top
        assert before > 0
        await press(pilot, "l")
        assert app.screen.sheet.top == before
        assert "Tiến độ" in shown(app)


# --- when the history cannot be read


async def test_a_history_that_cannot_be_read_is_told(root: Path, folders: Folders) -> None:
    folders.data.mkdir(parents=True)
    (folders.data / "history").write_text("a file where the folder should be")
    app = StudyApp(joined(root, folders), folders, Settings())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "o", "enter")
        assert isinstance(app.screen, ProgressScreen | PlanDialog)
        await press(pilot, "escape", "escape")
        assert app.current_mode == "home"
