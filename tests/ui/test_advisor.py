"""The advisor's live screen: facts in, answers out, every change taken back, at any width."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studyapp.core.text import Lang
from studyapp.library.scaffold import new_pack
from studyapp.settings import Settings
from studyapp.ui.app import StudyApp
from studyapp.ui.screens.advisor import AdvisorScreen
from studyapp.ui.screens.advisor_ahead import look_ahead
from studyapp.ui.screens.home import HomeScreen
from studyapp.ui.screens.notes import NotesScreen
from tests.conftest import CHECKED, screen_text
from tests.joining import joined
from tests.ui.piloting import press

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from studyapp.core.advising.facts import Facts
    from studyapp.files import Folders
    from studyapp.study.study import Study

WIDE = (120, 40)
ADVISOR = "3"
"""The digit that opens the advisor at home."""


@pytest.fixture
def app(study: Study, folders: Folders) -> StudyApp:
    return StudyApp(study, folders, Settings())


def changed(root: Path, folders: Folders, *swaps: tuple[str, str]) -> StudyApp:
    """The program with a pack of which the decision is written otherwise."""
    new_pack(root, CHECKED)
    file = root / "advisor/small.yaml"
    text = file.read_text("utf-8")
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")
    study = joined(root, folders)
    return StudyApp(study, folders, Settings())


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the question worth asking is found."""
    await pilot.pause(0.15)


def place(app: StudyApp) -> AdvisorScreen:
    assert isinstance(app.screen, AdvisorScreen)
    return app.screen


def facts(app: StudyApp) -> Facts:
    return place(app).sight.talk.facts


def winners(app: StudyApp, layer: str = "form") -> list[str]:
    advice = place(app).sight.talk.advice
    return [option.id for option in advice.layer(layer).winners]


async def go_to(pilot: Pilot[None], app: StudyApp, row: str) -> None:
    """Move the cursor of the answers to a row, as the arrow keys would."""
    answers = place(app).answers
    answers.move_to(row)
    await pilot.pause()
    assert answers.chosen_id == row, [each.id for each in answers.rows]


async def test_with_nothing_stated_the_question_to_ask_is_one_key_away(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR)
        await settle(pilot)
        await press(pilot, "tab")
        answers = place(app).answers
        listed = [row.id for row in answers.rows if (row.id or "").startswith("option:")]
        options = place(app).sight.talk.decision.options
        assert listed == [f"option:{option.id}" for option in options], "in the author's order"
        await press(pilot, "enter")
        asked = place(app).sight.talk.findings.question()
        assert place(app).facts.has_focus
        assert place(app).facts.chosen_id == f"trait:{asked}"
        assert "0 ● unknown" in screen_text(app)


async def test_what_a_likely_key_shows_is_found_out_before(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "right")
        screen, talk = place(app), place(app).sight.talk
        for _ in look_ahead(screen.sight, screen.facts, screen.answers):
            pass
        likely = [talk.changed(("material", talk.next_fact("material", by))) for by in (1, -1)]
        for facts in likely:
            assert talk.imagined(facts).findings.has_sought_question(), facts


async def test_a_scenario_closes_the_values_that_were_open(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "enter", "s", "1")
        assert "0 · unknown" not in screen_text(app)
        assert "0 ● unknown" not in screen_text(app)


async def test_a_fact_changes_the_answer_at_once(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR)
        assert "Nothing is stated yet" in screen_text(app)
        assert "█" not in screen_text(app)
        await press(pilot, "right")
        assert "Nothing is stated yet" not in screen_text(app)
        assert winners(app) == ["paragraph"]
        assert "██████ Paragraph" in screen_text(app)
        assert "one idea in a few sentences" in screen_text(app)
        await press(pilot, "right")
        assert winners(app) == ["listing"]
        await press(pilot, "left", "left")
        assert facts(app) == {}


async def test_values_are_chosen_by_digit_with_unknown_first(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "enter")
        shown = screen_text(app)
        assert shown.index("0 ● unknown") < shown.index("1 · One idea")
        assert "A thought that needs a few sentences" in shown
        await press(pilot, "4")
        assert facts(app) == {"material": "flow"}
        assert "0 · unknown" not in screen_text(app), "choosing closes the values"
        assert place(app).facts.chosen_id == "trait:material"
        await press(pilot, "enter", "0")
        assert facts(app) == {}
        await press(pilot, "right", "0")
        assert facts(app) == {}, "0 also speaks of a fact that is not open"


async def test_arrows_choose_and_close_values_too(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "enter", "down", "down", "enter")
        assert facts(app) == {"material": "idea"}
        await press(pilot, "enter", "down", "left")
        assert place(app).facts.chosen_id == "trait:material"
        assert "0 · unknown" not in screen_text(app)
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, AdvisorScreen), "Esc closes the values first"
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_what_is_assumed_is_said_to_be(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR)
        line = next(line for line in screen_text(app).splitlines() if "Reader" in line)
        assert "Sees it" in line
        assert "assumed" in line


async def test_a_number_is_typed_with_its_unit(app: StudyApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, ADVISOR, "down", "enter", "5", "s", "o", "enter")
        await pilot.pause(0.1)
        assert "no number" in screen_text(app)
        assert facts(app) == {}
        await press(pilot, "backspace", "backspace", "3", "space", "m")
        await press(pilot, "f2", "i", "n", "enter")
        assert app.lang is Lang.VI
        assert facts(app) == {"reading-time": 180}
        assert place(app).facts.has_focus
        await press(pilot, "right")
        assert facts(app) == {"reading-time": 600}, "the next greater of those offered"


async def test_typing_ends_with_escape_and_with_tab(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "down", "enter", "5", "3", "escape")
        assert place(app).facts.has_focus
        assert not place(app).typed.display
        await press(pilot, "5", "3", "tab")
        assert not place(app).typed.display
        assert facts(app) == {}


async def test_the_fact_worth_asking_is_marked_and_one_key_away(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "end")
        await settle(pilot)
        asked = place(app).sight.talk.findings.question()
        assert asked is not None
        assert "? Ask next: " in screen_text(app)
        await press(pilot, "tab", "a")
        assert place(app).facts.chosen_id == f"trait:{asked}"
        assert place(app).facts.has_focus
        assert "0 ● unknown" in screen_text(app)


async def test_an_applied_change_makes_the_option_win_and_is_taken_back(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "right", "tab")
        await go_to(pilot, app, "option:table")
        await press(pilot, "enter")
        shown = screen_text(app)
        assert "What would make “Table” the answer?" in shown
        assert "Paragraph stands better" in shown
        await press(pilot, "1")
        assert winners(app) == ["table"]
        assert place(app).answers.chosen_id == "option:table"
        await press(pilot, "u")
        assert winners(app) == ["paragraph"]
        await press(pilot, "u")
        assert facts(app) == {}
        await press(pilot, "u")
        assert facts(app) == {}


async def test_two_changes_are_looked_for_when_one_does_not_do(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "right", "tab")
        talk = place(app).sight.talk
        talk.state("reader", "ears")
        place(app).show()
        await go_to(pilot, app, "option:diagram")
        await press(pilot, "enter")
        assert "Look for two changes together" in screen_text(app)
        await go_to(pilot, app, "pairs:diagram")
        await press(pilot, "enter", "1")
        assert winners(app) == ["diagram"]


async def test_reset_forgets_everything_and_undo_brings_it_back(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "right", "down", "right", "r")
        assert facts(app) == {}
        await press(pilot, "u")
        assert facts(app) == {"material": "idea", "reading-time": 10}


async def test_a_scenario_loads_its_facts_and_says_why(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "s")
        assert "Forty services each have a quota" in screen_text(app)
        assert "Every service answers" not in screen_text(app), "first think, then read why"
        await press(pilot, "2")
        assert winners(app) == ["table"]
        assert "Every service answers the same three questions" in screen_text(app)
        await press(pilot, "down", "right")
        assert "facts changed since" in screen_text(app)
        assert "Every service answers" not in screen_text(app)
        await press(pilot, "u", "tab", "home", "enter")
        assert "Forty services each have a quota" in screen_text(app)


async def test_the_note_behind_a_reason_leads_back(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "right", "tab")
        await go_to(pilot, app, "reason:paragraph:one-idea")
        for back in ("escape", "comma", "q"):
            await press(pilot, "i")
            await pilot.pause(0.1)
            assert isinstance(app.screen, NotesScreen)
            assert app.screen.page.block == "tour-intro"
            await press(pilot, back)
            assert place(app).answers.chosen_id == "reason:paragraph:one-idea"
            assert place(app).answers.has_focus
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "1", "escape")
        assert isinstance(app.screen, HomeScreen), "notes opened from home lead home"


async def test_several_notes_behind_a_reason_are_offered(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "down", "right", "right", "tab")
        await go_to(pilot, app, "reason:table:eye-searches")
        await press(pilot, "i")
        assert "Links and sources" in screen_text(app)
        assert "Example Domain" in screen_text(app)


async def test_a_reason_shows_its_dated_source(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "right", "tab")
        await go_to(pilot, app, "reason:paragraph:one-idea")
        assert "Example Domain" not in screen_text(app)
        await press(pilot, "enter")
        assert f"Example Domain (checked {CHECKED})" in screen_text(app)


async def test_marked_options_are_compared_fact_by_fact(app: StudyApp) -> None:
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await press(pilot, ADVISOR, "right", "tab", "c")
        await pilot.pause(0.1)
        assert "Mark two or three options" in screen_text(app), "the cursor is on no option"
        for option in ("paragraph", "table", "listing", "diagram"):
            await go_to(pilot, app, f"option:{option}")
            await press(pilot, "space")
        assert place(app).sight.unfolded.marked == ["paragraph", "table", "listing"]
        await go_to(pilot, app, "option:listing")
        await press(pilot, "space", "c")
        shown = screen_text(app)
        assert "A  Paragraph" in shown
        assert "B  Table" in shown
        assert "● A++" in shown, "what holds now"
        assert "○ B++" in shown, "what would hold with other facts"
        await press(pilot, "enter")
        await pilot.pause(0.1)
        assert isinstance(app.screen, NotesScreen)
        await press(pilot, "escape")
        assert place(app).sight.unfolded.marked == ["paragraph", "table"]


async def test_an_option_alone_is_compared_with_its_best_rival(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "right", "tab")
        await go_to(pilot, app, "option:table")
        await press(pilot, "c")
        assert "A  Table" in screen_text(app)
        assert "B  Paragraph" in screen_text(app)


async def test_the_advice_is_copied_as_text_in_the_present_language(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "right", "x")
        assert "Material: One idea" in app.clipboard
        assert "Form: Paragraph · clear" in app.clipboard
        assert "https://example.com/" in app.clipboard
        await press(pilot, "l", "x")
        assert "Nội dung: Một ý" in app.clipboard


async def test_switching_language_keeps_focus_open_rows_and_half_typed_words(
    app: StudyApp,
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "right", "tab")
        await go_to(pilot, app, "option:table")
        await press(pilot, "enter")
        await settle(pilot)
        english, screen = screen_text(app), place(app)
        await press(pilot, "l")
        assert (screen.answers.chosen_id, screen.answers.has_focus) == ("option:table", True)
        assert "Điều gì sẽ khiến “Bảng” thành đáp án?" in screen_text(app)
        await press(pilot, "l")
        assert screen_text(app) == english
        await press(pilot, "tab", "down", "enter", "5", "4", "f2")
        assert (screen.typed.value, screen.typed.has_focus) == ("4", True)
        assert "Thời gian đọc, ví dụ" in screen.typed.placeholder


async def test_one_row_is_peeked_at_in_the_other_language(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "g")
        await settle(pilot)
        line = next(line for line in screen_text(app).splitlines() if "VI ┆" in line)
        assert "Nội dung" in line
        assert "Người đọc" not in screen_text(app)


async def test_a_narrow_screen_shows_one_half_at_a_time(app: StudyApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, ADVISOR, "right")
        shown = screen_text(app)
        assert "Material" in shown
        assert "Form: Paragraph" in shown, "the first answer is told beside the facts"
        assert "██████" not in shown
        await press(pilot, "tab")
        assert "██████ Paragraph" in screen_text(app)
        assert "Material" not in screen_text(app)
        await press(pilot, "escape")
        assert "Material" in screen_text(app)
        assert isinstance(app.screen, AdvisorScreen)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "██████ Paragraph" in screen_text(app)


async def test_facts_that_cannot_hold_together_are_told(app: StudyApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "right", "down", "left")
        assert "⚠ These facts cannot hold together: " in screen_text(app)
        told = next(row for row in place(app).answers.rows if "cannot hold" in row.text.en)
        assert "Material: One idea, Reading time: 10 min" in told.text.en


async def test_when_all_is_ruled_out_one_change_that_frees_something_is_offered(
    tmp_path: Path, folders: Folders
) -> None:
    everything = "rules_out: [paragraph, listing, table, diagram]"
    app = changed(tmp_path / "pack", folders, ("rules_out: [paragraph]", everything))
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "down", *["right"] * 3)
        assert facts(app) == {"reading-time": 120}
        shown = screen_text(app)
        assert "every option is ruled out" in shown
        assert "The limits that leave nothing: Reading time" in shown
        await press(pilot, "tab", "1")
        assert place(app).sight.talk.advice.layer("form").level != "none"


async def test_what_is_decided_next_is_told_where_options_are_equal(
    tmp_path: Path, folders: Folders
) -> None:
    equal = "favours: {paragraph: strong, listing: strong}"
    app = changed(
        tmp_path / "pack",
        folders,
        ("favours: {paragraph: strong}", equal),
    )
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "right")
        await settle(pilot)
        await settle(pilot)
        assert len(winners(app)) == 2
        assert "Would decide: " in screen_text(app)


async def test_a_pack_without_decisions_has_no_advisor(tmp_path: Path, folders: Folders) -> None:
    root = tmp_path / "pack"
    new_pack(root, CHECKED)
    (root / "advisor/small.yaml").unlink()
    (root / "scenarios/small.yaml").unlink()
    study = joined(root, folders)
    app = StudyApp(study, folders, Settings())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert "Advisor" not in screen_text(app)
        await press(pilot, ADVISOR)
        assert isinstance(app.screen, HomeScreen)
        app.advise()
        await pilot.pause(0.1)
        assert "no advisor" in screen_text(app)


async def test_facts_are_kept_while_another_place_is_shown(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ADVISOR, "right", "escape", "1", "escape", ADVISOR)
        assert facts(app) == {"material": "idea"}
        assert "██████ Paragraph" in screen_text(app)


async def test_the_palette_opens_a_decision(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p", *"block", "down", "up")
        await app.workers.wait_for_complete()
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, AdvisorScreen)


@pytest.mark.parametrize("lang", list(Lang))
async def test_a_layer_no_fact_speaks_of_can_be_opened(
    lang: Lang, study: Study, folders: Folders
) -> None:
    app = StudyApp(study, folders, replace(Settings(), lang=lang))
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, ADVISOR, "right", "tab")
        await go_to(pilot, app, "layer:label")
        assert "option:notice" not in {row.id for row in place(app).answers.rows}
        await press(pilot, "right")
        await go_to(pilot, app, "option:notice")
        await press(pilot, "right", "left")
        assert place(app).facts.has_focus
