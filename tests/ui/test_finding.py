"""Finding one's way: search, terms, related notes, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from studyapp.core.ports import Bookmark
from studyapp.core.text import Lang
from studyapp.settings import Settings
from studyapp.ui.app import StudyApp
from studyapp.ui.screens.home import HomeScreen
from studyapp.ui.screens.notes import NotesScreen
from studyapp.ui.screens.search import SearchDialog
from tests.conftest import screen_text
from tests.joining import joined
from tests.ui.piloting import press

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.files import Folders


@pytest.fixture
def app(builtin: Path, folders: Folders) -> StudyApp:
    return StudyApp(joined(builtin, folders), folders, Settings())


def block_in_focus(app: StudyApp) -> str:
    assert isinstance(app.screen, NotesScreen)
    return app.screen.page.block


def open_section(app: StudyApp) -> str:
    assert isinstance(app.screen, NotesScreen)
    assert app.screen.page.opened is not None
    return app.screen.page.opened.section.id


async def test_search_goes_to_the_block_found_and_esc_comes_back(app: StudyApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "1", "down", "down")
        before = (open_section(app), block_in_focus(app))
        await press(pilot, "slash", *"hoa von")
        hits = app.study.search("hoa von", 1)
        await press(pilot, "enter")
        assert open_section(app) == hits[0].section
        assert block_in_focus(app) == hits[0].block
        await press(pilot, "escape")
        assert (open_section(app), block_in_focus(app)) == before
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_search_works_from_home_and_the_arrows_choose(app: StudyApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", *"batch", "down", "down", "enter")
        assert open_section(app) == app.study.search("batch", 3)[2].section


async def test_search_survives_a_change_of_language(app: StudyApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", *"latency", "f2")
        assert isinstance(app.screen, SearchDialog)
        assert app.lang is Lang.VI
        assert app.screen.line.value == "latency"
        assert "Tìm kiếm" in screen_text(app)


async def test_vietnamese_typed_by_an_input_method_arrives_right(app: StudyApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", "t", "i", "e", "n", "g", *["backspace"] * 3, "ế", "n", "g")
        assert isinstance(app.screen, SearchDialog)
        assert app.screen.line.value == "tiếng"
        await press(pilot, *["backspace"] * 5, "e")
        for mark in "\u0302\u0301":
            app.screen.line.post_message(events.Key("mark", mark))
        await pilot.pause()
        assert app.screen.line.value == "ế"


async def test_terms_of_the_block_are_shown_in_both_languages(app: StudyApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "1", "down", "down", "t")
        shown = screen_text(app)
        assert "In this block" in shown
        assert "foundation model" in shown
        assert "mô hình nền tảng" in shown
        await press(pilot, "escape")
        assert open_section(app) == app.study.outline[0].id


async def test_related_notes_are_reached_from_both_ends(app: StudyApp) -> None:
    study = app.study
    section = next(e.id for e in study.outline if study.related(e.id))
    other = study.related(section)[0].id
    assert section in [entry.id for entry in study.related(other)]
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "1")
        notes = app.screen
        assert isinstance(notes, NotesScreen)
        while open_section(app) != section:
            await press(pilot, "n")
        while notes.page.block != f"{section}:related":
            await press(pilot, "down")
        await press(pilot, "enter", "1")
        assert open_section(app) == other
        await press(pilot, "comma")
        assert open_section(app) == section
        assert notes.page.block == f"{section}:related"
        await press(pilot, "full_stop")
        assert open_section(app) == other


async def test_entries_of_a_sheet_lead_to_their_notes(app: StudyApp) -> None:
    sheet = next(entry for entry in app.study.outline if entry.kind == "sheet")
    async with app.run_test(size=(100, 40)) as pilot:
        app.read(Bookmark(sheet.id, sheet.id, 0))
        await pilot.pause()
        notes = app.screen
        assert isinstance(notes, NotesScreen)
        section = app.study.read(sheet.id)
        block = next(
            b
            for b in section.blocks
            if any(
                getattr(p, "see", None) for p in (*getattr(b, "rows", ()), *getattr(b, "items", ()))
            )
        )
        while notes.page.block != block.id:
            await press(pilot, "down")
        await press(pilot, "enter", "1")
        assert open_section(app) != sheet.id
        await press(pilot, "escape")
        assert open_section(app) == sheet.id
