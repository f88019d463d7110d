"""What a pack says is shown as it stands, wherever it is shown; it is never markup or a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studyapp.core.text import Text
from studyapp.settings import Settings
from studyapp.ui.app import StudyApp
from studyapp.ui.widgets.menu import Menu
from tests.conftest import screen_text
from tests.hostile import section, write, write_pack
from tests.joining import joined

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

    from studyapp.files import Folders

MARKUP = (
    "[@click=app.exit]x[/]",
    "[/b]",
    "[red]",
    "[link=//x.y]x",
    "[table-3]",
    "{0}",
    "$x",
    "&lt;",
)
UNUSUAL = f"{'x' * 300} {'漢字' * 50} {'ก็ดี ห้อง nước đá́́́ ' * 9} {'🇻🇳 👍🏽 1️⃣ ⚠️' * 9}"
PLACES = {
    "home": ["1", "escape"],
    "notes": ["1"],
    "outline": ["1", "left"],
    "peek": ["1", "down", "down", "g"],
    "bilingual": ["1", "b"],
    "end-of-section": ["1", "end"],
    "links": ["1", "down", "down", "enter"],
    "terms": ["1", "t"],
    "credits": ["end", "enter"],
    "palette": ["ctrl+p", "9", "period", "9"],
    "search": ["slash", "x"],
}


def open_app(pack: Path, folders: Folders) -> StudyApp:
    study = joined(pack, folders)
    return StudyApp(study, folders, Settings())


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    for _ in range(200):
        if true():
            return
        await pilot.pause(0.01)
    pytest.fail("it did not come true")


def words_shown(app: StudyApp) -> str:
    return screen_text(app).partition("---")[0]


def commands_shown(app: StudyApp) -> list[object]:
    """Links and actions that a terminal or Textual would act on when they are clicked."""
    strips = app.screen._compositor.render_strips(app.size)
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    found: list[object] = [style.link for style in styles if style.link]
    return found + [meta for style in styles for meta in style.meta if meta.startswith("@")]


async def test_markup_of_a_pack_is_shown_and_does_nothing(tmp_path: Path, folders: Folders) -> None:
    app = open_app(write_pack(tmp_path / "pack", " ".join(MARKUP)), folders)
    async with app.run_test(size=(150, 60)) as pilot:
        for place, keys in PLACES.items():
            await press(pilot, *keys)
            shown = words_shown(app)
            assert [words for words in MARKUP if words not in shown] == [], place
            assert commands_shown(app) == [], place
            await press(pilot, "escape", "escape")
        assert app.is_running


async def test_long_wide_and_combining_words_stay_on_the_screen(
    tmp_path: Path, folders: Folders
) -> None:
    app = open_app(write_pack(tmp_path / "pack", UNUSUAL), folders)
    async with app.run_test(size=(61, 21)) as pilot:
        for place, keys in PLACES.items():
            await press(pilot, *keys)
            strips = app.screen._compositor.render_strips(app.size)
            assert {strip.cell_length for strip in strips} == {61}, place
            assert "xx" in words_shown(app), place
            await press(pilot, "escape", "escape")


@pytest.mark.parametrize("size", [(150, 60), (61, 21)])
@pytest.mark.parametrize("words", [" ".join(MARKUP), UNUSUAL], ids=["markup", "unusual"])
async def test_a_question_shows_words_as_they_stand_and_does_nothing_else(
    words: str, size: tuple[int, int], tmp_path: Path, folders: Folders
) -> None:
    app = open_app(write_pack(tmp_path / "pack", words), folders)
    async with app.run_test(size=size) as pilot:
        await pilot.press("4")
        await until(pilot, lambda: "best mix" in words_shown(app))
        for keys in (["1"], ["g"], ["b", "enter", "enter"], ["b"], ["end"], ["n", "escape"]):
            await press(pilot, *keys)
            strips = app.screen._compositor.render_strips(app.size)
            assert {strip.cell_length for strip in strips} == {size[0]}, keys
            assert commands_shown(app) == [], keys
            if keys == ["1"] and words != UNUSUAL and size[1] == 60:
                assert [each for each in MARKUP if each not in words_shown(app)] == []
        assert app.is_running


async def test_a_passing_message_shows_words_as_they_stand(
    tmp_path: Path, folders: Folders
) -> None:
    app = open_app(write_pack(tmp_path / "pack", "words"), folders)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        app.tell(Text.once(f"{' '.join(MARKUP)} \x1b]0;forged\x07"))
        await until(pilot, lambda: "forged" in words_shown(app))
        shown = words_shown(app)
        assert [words for words in MARKUP if words not in shown] == []
        assert "\x1b" not in shown
        assert commands_shown(app) == []


async def test_what_is_left_out_is_listed_as_it_stands(tmp_path: Path, folders: Folders) -> None:
    pack = write_pack(tmp_path / "pack", "words")
    broken = section("second", "words") | {"[@click=app.exit]x[/]": "[/b]"}
    write(pack / "notes" / "[red].yaml", {"sections": [broken]})
    (pack / "notes" / "\x1b]0;forged\x07.yaml").write_text("sections: []")
    app = open_app(pack, folders)
    async with app.run_test(size=(150, 50)) as pilot:
        assert "Broken parts of this pack that are left out: 2" in words_shown(app)
        await press(pilot, "end", "up", "enter")
        shown = words_shown(app)
        assert "[red].yaml" in shown
        assert "[@click=app.exit]x[/]" in shown
        assert "forged" in shown
        assert "\x1b" not in shown
        assert commands_shown(app) == []


async def test_a_section_with_escape_sequences_is_left_out(
    tmp_path: Path, folders: Folders
) -> None:
    pack = write_pack(tmp_path / "pack", "words")
    for at, words in enumerate(["\x1b[6n", "\x1b]0;forged\x07", "\x9b6n", "a\u202eb", "a\u200bb"]):
        write(pack / "notes" / f"1{at}.yaml", {"sections": [section(f"section-{at}", words)]})
    app = open_app(pack, folders)
    async with app.run_test(size=(150, 50)) as pilot:
        assert "left out: 5" in words_shown(app)
        await press(pilot, "end", "up", "enter")
        shown = words_shown(app)
        assert all(letter.isprintable() for letter in shown.replace("\n", ""))
        assert "U+001B" in shown


async def test_nothing_is_opened_by_moving_about(tmp_path: Path, folders: Folders) -> None:
    app = open_app(write_pack(tmp_path / "pack", "words"), folders)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "1", "down", "down", "enter")
        shown = words_shown(app)
        assert "https://example.com/page/inline" in shown
        assert "leads to example.com" in shown


async def test_a_host_that_cannot_exist_is_shown_all_the_same(
    tmp_path: Path, folders: Folders
) -> None:
    pack = write_pack(tmp_path / "pack", "words")
    odd = section("first", "words")
    odd["blocks"][0]["text"] = f"[x](https://{'a' * 70}.example/) [y](https://../)"
    write(pack / "notes" / "01.yaml", {"sections": [odd]})
    app = open_app(pack, folders)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "1", "down", "down", "enter")
        menu = app.screen.query_one("#links", Menu)
        said = "".join(menu.draw_line(at).plain.strip(" ▌") for at in range(menu.line_count))
        assert f"leads to{'a' * 70}.example" in said
