"""The calculators: values stepped through and typed, answers at once, in both languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studyapp.core.text import Lang
from studyapp.library.scaffold import new_pack
from studyapp.settings import Settings
from studyapp.study.calculations import CALCULATORS
from studyapp.ui.app import StudyApp
from studyapp.ui.screens.calculators import CalculatorsScreen
from studyapp.ui.screens.home import HomeScreen
from studyapp.ui.screens.notes import NotesScreen
from studyapp.ui.screens.value import ValueDialog
from tests.conftest import CHECKED, SIZES
from tests.joining import joined
from tests.ui.piloting import press, shown

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from studyapp.files import Folders
    from tests.conftest import GoldenScreens

FIGURES = """
models:
  - {id: fig-model-small-8b, name: Small 8B, parameters: 8000000000, layers: 32, kv_heads: 8,
     head_dim: 128, sources: [example-page], as_of: 2026-11-22}
  - {id: fig-model-large-70b, name: Large 70B, parameters: 70000000000, layers: 80, kv_heads: 8,
     head_dim: 128, sources: [example-page], as_of: 2026-11-22}
instances:
  - {id: fig-instance-one.gpu, name: one.gpu, accelerator: GPU, accelerators: 1,
     accelerator_gib: 24, fp8: true, sources: [example-page], as_of: 2026-11-22}
  - {id: fig-instance-eight.gpu, name: eight.gpu, accelerator: Octo, accelerators: 8,
     accelerator_gib: 80, fp8: false, sources: [example-page], as_of: 2026-11-22}
model_prices:
  - {id: fig-price-cheap, name: Cheap, family: Example, tier: standard, input_usd_per_million: 1,
     output_usd_per_million: 5, sources: [markdown-spec], as_of: 2026-11-22}
  - {id: fig-price-dear, name: Dear, family: Example, tier: standard, input_usd_per_million: 8,
     output_usd_per_million: 24, legacy: true, sources: [markdown-spec], as_of: 2026-11-22}
provisioned_prices:
  - {id: fig-provisioned-dear, name: {en: "Dear, 1 month", vi: "Dear, 1 tháng"},
     model_price: fig-price-dear, term: one-month, usd_per_unit_hour: 63, legacy: true,
     sources: [markdown-spec], as_of: 2026-11-22}
cache_factors:
  - {id: fig-cache-short, name: {en: 5 minutes, vi: 5 phút}, lifetime_minutes: 5,
     read_factor: 0.1, write_factor: 1.25, sources: [example-page], as_of: 2026-11-22}
burndowns:
  - {id: fig-burndown-five, name: {en: Five for one, vi: Năm cho một},
     quota_tokens_per_output_token: 5, sources: [example-page], as_of: 2026-11-22}
"""


@pytest.fixture(scope="session")
def figured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small pack, with figures to count with."""
    root = tmp_path_factory.mktemp("figured") / "small"
    new_pack(root, CHECKED)
    (root / "figures.yaml").write_text(FIGURES, "utf-8")
    return root


def program(root: Path, folders: Folders, lang: Lang = Lang.EN) -> StudyApp:
    study = joined(root, folders)
    assert not study.dropped
    return StudyApp(study, folders, replace(Settings(), lang=lang))


@pytest.fixture
def app(figured: Path, folders: Folders) -> StudyApp:
    return program(figured, folders)


async def open_calculator(pilot: Pilot[None], app: StudyApp, name: str | None = None) -> None:
    app.calculate(name)
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("name", list(CALCULATORS))
async def test_screen(
    name: str,
    figured: Path,
    folders: Folders,
    golden_screens: GoldenScreens,
) -> None:
    app = program(figured, folders, Lang.EN)
    async with app.run_test(size=SIZES[0]) as pilot:
        await open_calculator(pilot, app, name)
        await golden_screens(pilot, f"calculator-{name}")


async def test_dialog(
    figured: Path,
    folders: Folders,
    golden_screens: GoldenScreens,
) -> None:
    app = program(figured, folders, Lang.EN)
    async with app.run_test(size=SIZES[0]) as pilot:
        await open_calculator(pilot, app, "memory")
        await press(pilot, "enter", "x", "enter")
        await golden_screens(pilot, "calculator-value")


async def test_a_step_counts_anew_at_once(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_calculator(pilot, app, "memory")
        assert "130.4 GiB of weights" in shown(app)
        await press(pilot, "down", "right", "right")
        assert "Precision: INT8" in shown(app)
        assert "65.19 GiB of weights" in shown(app)
        await press(pilot, "left", "left")
        assert "130.4 GiB of weights" in shown(app)


async def test_an_input_without_a_value_gets_one_and_loses_it_again(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_calculator(pilot, app, "memory")
        await press(pilot, *["down"] * 4)
        assert "Instance: –" in shown(app)
        await press(pilot, "right")
        assert "Instance: one.gpu" in shown(app)
        assert "too small: the weights need" in shown(app)
        await press(pilot, "left")
        assert "Instance: –" in shown(app)


async def test_a_value_is_typed_with_its_unit_and_steps_go_on_from_it(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_calculator(pilot, app, "memory")
        await press(pilot, "3", *"16K", "enter")
        assert "Tokens per request: 16K tokens" in shown(app)
        assert "39.06 GiB of KV cache" in shown(app)
        await press(pilot, "right")
        assert "Tokens per request: 32K tokens" in shown(app)
        await press(pilot, "left")
        assert "Tokens per request: 8K tokens" in shown(app)


async def test_what_cannot_be_read_says_why_and_keeps_what_was_typed(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_calculator(pilot, app, "memory")
        await press(pilot, "3", *"many", "enter")
        assert isinstance(app.screen, ValueDialog)
        assert app.screen.line.value == "many"
        assert "cannot be `many`" in shown(app)
        await press(pilot, "f2")
        assert app.screen.line.value == "many"
        assert "không thể là `many`" in shown(app)
        await press(pilot, "escape")
        assert "Token mỗi request: 8K token" in shown(app)


async def test_a_figure_is_found_by_its_name_without_marks(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_calculator(pilot, app, "caching")
        await press(pilot, "f2", "3", *"phut")
        assert isinstance(app.screen, ValueDialog)
        assert "ghi 1.25, đọc 0.1 × giá input · tính đến 2026-11-22" in shown(app)
        await press(pilot, "enter")
        assert "Cache: 5 phút" in shown(app)


async def test_a_figure_is_found_by_what_it_says(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_calculator(pilot, app, "memory")
        await press(pilot, "5", *"octo", "enter")
        assert "Instance: eight.gpu" in shown(app)


async def test_enter_means_the_list_once_the_cursor_was_moved_there(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_calculator(pilot, app, "memory")
        await press(pilot, "1", *"8B", "down", "enter")
        assert "Model: Small 8B" in shown(app)


async def test_a_price_to_choose_is_dated_and_called_an_example(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_calculator(pilot, app, "break-even")
        await press(pilot, "4")
        assert "63 USD per model unit and hour, example, not a quote · as of 2026-11-22" in shown(
            app
        )


async def test_the_default_comes_back(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_calculator(pilot, app, "memory")
        await press(pilot, "1", *"8B", "enter")
        assert "14.9 GiB of weights" in shown(app)
        await press(pilot, "1", "home", "up", "up", "up", "up", "up", "up", "up", "enter")
        assert "Model: 70B" in shown(app)
        assert "(taken by default)" in shown(app)


async def test_vietnamese_typed_by_an_input_method_arrives_right(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_calculator(pilot, app, "quota")
        await press(pilot, "f2", "5", *"Nam", "backspace", "backspace", "ă", "m")
        assert isinstance(app.screen, ValueDialog)
        assert app.screen.line.value == "Năm"
        await press(pilot, "enter")
        assert "Năm cho một" in shown(app)


async def test_next_and_previous_go_round_and_keep_what_was_written(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_calculator(pilot, app, "memory")
        await press(pilot, "right")
        written = next(row for row in shown(app).splitlines() if "1 Model:" in row)
        for name in [*list(CALCULATORS)[1:], "memory"]:
            await press(pilot, "n")
            assert CALCULATORS[name].name.en in shown(app)
        assert written in shown(app)
        await press(pilot, "p")
        assert "Calculator 5/5" in shown(app)


async def test_the_language_changes_in_place(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_calculator(pilot, app, "routing")
        await press(pilot, "down", "right", "space")
        screen = app.screen
        assert isinstance(screen, CalculatorsScreen)
        before = (screen.menu.chosen_id, screen.answer.top)
        await press(pilot, "l")
        assert (screen.menu.chosen_id, screen.answer.top) == before
        assert screen.answer.top > 0
        assert "Chênh lệch giá: " in shown(app)
        assert "Price gap" not in shown(app)


async def test_the_answer_is_read_to_its_end_and_from_the_beginning_again(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_calculator(pilot, app, "memory")
        await press(pilot, *["space"] * 8)
        screen = app.screen
        assert isinstance(screen, CalculatorsScreen)
        seen = {screen.answer.top}
        while screen.answer.top not in (0,) and len(seen) < 30:
            await press(pilot, "space")
            seen.add(screen.answer.top)
        assert screen.answer.top == 0
        await press(pilot, "tab", "end")
        assert "Example Domain" in shown(app)


async def test_esc_returns_to_where_the_calculators_were_opened(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        await open_calculator(pilot, app, "quota")
        await press(pilot, "escape")
        assert isinstance(app.screen, NotesScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        await open_calculator(pilot, app)
        assert "Calculator 4/5" in shown(app)
        await press(pilot, "q")
        assert isinstance(app.screen, HomeScreen)


async def test_the_palette_opens_each_calculator_also_from_another(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        for typed, place in (("quota in tok", "4/5"), ("hoa von cua prov", "2/5")):
            await press(pilot, "ctrl+p", *(key.replace(" ", "space") for key in typed))
            await app.workers.wait_for_complete()
            await pilot.pause(0.2)
            await press(pilot, "enter")
            await pilot.pause(0.2)
            assert f"Calculator {place}" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_note_found_from_a_calculator_over_the_notes_is_shown(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        await open_calculator(pilot, app)
        await press(pilot, "slash", *"tour", "enter")
        assert isinstance(app.screen, NotesScreen)


@pytest.mark.parametrize("lang", list(Lang))
async def test_without_figures_it_says_what_it_needs_and_counts_with_what_is_typed(
    lang: Lang, pack: Path, folders: Folders
) -> None:
    app = program(pack, folders, lang)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_calculator(pilot, app, "memory")
        for _ in CALCULATORS:
            await press(pilot, "right", "left", "enter", "escape", "n")
        assert {Lang.EN: "is needed", Lang.VI: "Cần `"}[lang] in shown(app)
        await press(pilot, "7", *"320 KiB".replace(" ", ""), "enter")
        assert "19.53 GiB" in shown(app)
