"""Reading: language, peek, both languages, places kept, keys changed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from studyapp.core.text import Lang
from studyapp.settings import Settings, load_settings
from studyapp.study.study import Study
from studyapp.ui.app import StudyApp
from studyapp.ui.keys.table import ALL, BY_ID, CHANGEABLE, clash
from studyapp.ui.screens.notes import NotesScreen
from tests.conftest import screen_text
from tests.joining import joined
from tests.ui.piloting import press

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.files import Folders


@pytest.fixture
def study(builtin: Path, folders: Folders) -> Study:
    """Work with the built-in pack, whose sections are longer than a screen."""
    return joined(builtin, folders)


@pytest.fixture
def app(study: Study, folders: Folders) -> StudyApp:
    return StudyApp(study, folders, Settings())


def notes(app: StudyApp) -> NotesScreen:
    assert isinstance(app.screen, NotesScreen)
    return app.screen


async def test_switching_language_keeps_block_row_and_focus(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "n", *["down"] * 12)
        page = notes(app).page
        block, row = page.block, page.row
        english = screen_text(app)
        await press(pilot, "l")
        assert app.lang is Lang.VI
        assert (page.block, page.row, page.has_focus) == (block, row, True)
        assert screen_text(app) != english
        await press(pilot, "f2")
        assert screen_text(app) == english


async def test_language_reaches_screens_in_the_background(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "l", "escape")
        assert "Đọc tiếp" in screen_text(app)
        await press(pilot, "s", "1")
        assert "Settings" in screen_text(app)
        await press(pilot, "escape", "1")
        assert "Takeaway" in screen_text(app)


async def test_peek_shows_and_hides_the_other_language_of_one_block(app: StudyApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "1", "down")
        before = screen_text(app)
        assert "Điều cần nhớ" not in before
        await press(pilot, "g")
        assert "Điều cần nhớ" in screen_text(app)
        assert "Kiến thức" not in screen_text(app), "only the block in focus is shown twice"
        await press(pilot, "g")
        assert screen_text(app) == before


@pytest.mark.parametrize(("width", "beside"), [(120, True), (80, False)])
async def test_both_languages_stand_beside_or_under_each_other(
    app: StudyApp, width: int, beside: bool
) -> None:
    async with app.run_test(size=(width, 40)) as pilot:
        await press(pilot, "1", "b")
        lines = screen_text(app).splitlines()
        english = next(at for at, line in enumerate(lines) if "Takeaway" in line)
        vietnamese = next(at for at, line in enumerate(lines) if "Điều cần nhớ" in line)
        assert (english == vietnamese) is beside
        assert english <= vietnamese


async def test_a_window_that_was_narrow_for_a_while_is_painted_as_before(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "1")
        before = screen_text(app)
        await pilot.resize_terminal(70, 20)
        await pilot.resize_terminal(120, 40)
        await press(pilot, "down", "up")
        assert screen_text(app) == before


async def test_reading_goes_on_where_it_stopped(
    app: StudyApp, study: Study, folders: Folders
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "6", *["down"] * 6)
        page = notes(app).page
        left_at = (page.opened, page.block, page.top)
        await press(pilot, "ctrl+q")
    again = StudyApp(study, folders, Settings())
    async with again.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        page = notes(again).page
        assert (page.opened, page.block, page.top) == left_at


async def test_paging_on_from_the_end_opens_the_next_section(app: StudyApp, study: Study) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "end", "space")
        opened = notes(app).page.opened
        assert opened is not None
        assert opened.section.id == study.outline[1].id
        assert notes(app).page.top == 0


async def test_going_down_shows_every_line_of_a_section(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1", "n")
        page = notes(app).page
        seen: set[int] = set()
        for _ in range(200):
            seen |= set(range(page.top, page.top + page.size.height))
            before = (page.top, page.at)
            await pilot.press("down")
            if (page.top, page.at) == before:
                break
        with_words = {at for at in range(page.line_count) if page.draw_line(at).plain.strip()}
        assert with_words
        assert seen >= with_words


async def test_the_outline_opens_sections(app: StudyApp, study: Study) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "1", "left", "down", "down", "enter")
        opened = notes(app).page.opened
        assert opened is not None
        assert opened.section.id == study.outline[2].id
        assert notes(app).page.has_focus


async def test_the_palette_finds_sections_without_vietnamese_marks(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p", *"so sanh bon".replace(" ", "_"))
        await press(pilot, *["backspace"] * 11, *["s", "o", "space", "s", "a", "n", "h"])
        await app.workers.wait_for_complete()
        await pilot.pause(0.3)
        assert "Read: The four options compared" in screen_text(app)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert "four options" in screen_text(app)


async def test_a_changed_key_works_at_once_and_is_kept(app: StudyApp, folders: Folders) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        app.use_keys({"app.language.l": "x"})
        await press(pilot, "l")
        assert app.lang.value == "en"
        await press(pilot, "x")
        assert app.lang.value == "vi"
    kept, problems = load_settings(folders.config / "settings.json")
    assert kept == Settings(Lang.VI, "dark", {"app.language.l": "x"})
    assert problems == ()


async def test_a_key_is_changed_by_pressing_it(app: StudyApp, folders: Folders) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "s", "3")
        menu = app.screen.query_one("#keys-list")
        await press(pilot, "down", "enter", "y")
        changed = {CHANGEABLE[0].id: "y"}
        assert app.settings.keys == changed
        await press(pilot, "down", "enter", "y")
        assert menu.is_attached
        assert app.settings.keys == changed or CHANGEABLE[1].action == CHANGEABLE[0].action
        app.exit()
    kept = json.loads((folders.config / "settings.json").read_text("utf-8"))["keys"]
    assert kept == app.settings.keys


async def test_every_theme_shows_the_same_words(app: StudyApp, folders: Folders) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        words = screen_text(app).partition("---")[0]
        for theme in ("light", "contrast", "dark"):
            app.use_theme(theme)
            await pilot.pause()
            assert screen_text(app).partition("---")[0] == words
    assert load_settings(folders.config / "settings.json")[0].theme == "dark"


async def test_settings_that_cannot_be_saved_still_hold(app: StudyApp, folders: Folders) -> None:
    folders.config.parent.mkdir(parents=True, exist_ok=True)
    folders.config.write_text("a file where the folder should be")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await press(pilot, "l")
        await pilot.pause(0.2)
        assert "Không lưu được" in screen_text(app)
        assert "Bắt đầu đọc" in screen_text(app)


async def test_vietnamese_is_the_language_of_a_vietnamese_locale(
    study: Study, folders: Folders
) -> None:
    settings, _ = load_settings(folders.config / "settings.json", "vi_VN.UTF-8")
    async with StudyApp(study, folders, settings).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Bắt đầu đọc" in screen_text(pilot.app)


def test_keys_have_their_own_ids_and_do_not_clash() -> None:
    assert len(BY_ID) == len(ALL)
    for key in CHANGEABLE:
        assert clash(key, key.key, {}) is None, key.id


def test_no_key_is_one_that_vietnamese_typing_rewrites() -> None:
    alone = {"w", "left_square_bracket", "right_square_bracket"}
    assert not alone & {key.key for key in ALL}


def test_a_changed_key_may_not_hide_another() -> None:
    language = BY_ID["app.language.l"]
    assert clash(language, "n", {}) is BY_ID["notes.next.n"]
    assert clash(language, "n", {key.id: "v" for key in ALL if key.key == "n"}) is None
    assert clash(language, "f2", {}) is None, "two keys for one act do not clash"
    assert replace(Settings(), keys={}).keys == {}
