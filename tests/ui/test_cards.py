"""The Cards place: what can be studied, the card, its ratings, and the way back from every act."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from studyapp.core.history.events import Reviewed, Set, Suspended
from studyapp.settings import Settings
from studyapp.study import choices
from studyapp.ui import keeping
from studyapp.ui.app import StudyApp
from studyapp.ui.screens.cards import CardsScreen
from studyapp.ui.screens.home import HomeScreen
from studyapp.ui.screens.notes import NotesScreen
from tests.conftest import SIZES
from tests.joining import joined
from tests.library.packs import put, section, write_pack
from tests.store.clocks import SetClock
from tests.ui.piloting import press_each as press
from tests.ui.piloting import settle, shown
from tests.ui.slow_disk import SlowDisk, until

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from studyapp.core.history.events import Event
    from studyapp.files import Folders
    from studyapp.study.learning import Learning
    from studyapp.study.reviewing import Review
    from tests.conftest import GoldenScreens


def card(id_: str, **changes: Any) -> dict[str, Any]:
    sound: dict[str, Any] = {
        "type": "basic",
        "id": id_,
        "skill": "branching",
        "front": {"en": "What does rebase do?", "vi": "Lệnh rebase làm gì?"},
        "back": {"en": "It replays commits", "vi": "Phát lại các commit"},
    }
    return sound | changes


CARDS = [
    card(
        "replay",
        reason={"en": "On **another** base.", "vi": "Trên một gốc **khác**."},
        see=["rebase-why"],
        tags=["history"],
    ),
    card(
        "steps",
        type="sequence",
        front={"en": "How to rebase?", "vi": "Rebase thế nào?"},
        entries=[{"en": "Fetch", "vi": "Tải về"}, {"en": "Rebase", "vi": "Phát lại"}],
    )
    | {"see": ["rebase-why", "reset-why"]},
    {
        "type": "cloze",
        "id": "moves",
        "skill": "branching",
        "text": {"en": "Reset moves the [[1: branch]].", "vi": "Reset dời [[1: nhánh]]."},
    },
]
del CARDS[1]["back"]
BY_KIND = {"basic": "1", "sequence": "2", "cloze": "3"}
SCREENS = {
    "cards": [],
    "cards-front": ["6", "1", "1"],
    "cards-back": ["6", "1", "1", "g", "space"],
    "cards-sequence": ["6", "2", "2", "space", "m"],
    "cards-typed": ["end", "enter", "6", "3", "1", *"branhc", "enter"],
    "cards-parts": ["6"],
    "cards-amount": ["6", "2"],
    "cards-found": ["9", *"rebase"],
    "cards-reason": ["6", "1", "1", "x"],
    "cards-report": ["6", "1", "1", "r"],
    "cards-end": ["6", "1", "1", "space", "3"],
    "cards-aside": ["6", "1", "1", "x", "3", "1"],
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("carded")
    write_pack(root, section("rebase"), section("reset"))
    put(root, "cards/all.yaml", {"cards": CARDS})
    return root


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 22, 9, tzinfo=UTC))


@pytest.fixture
def app(root: Path, folders: Folders, clock: SetClock) -> StudyApp:
    return StudyApp(joined(root, folders, clock), folders, Settings())


async def study(pilot: Pilot[None], *keys: str) -> None:
    """Open the cards from home, and press keys there."""
    await settle(pilot)
    await press(pilot, "2", *keys)


def place(app: StudyApp) -> CardsScreen:
    assert isinstance(app.screen, CardsScreen)
    return app.screen


def review(app: StudyApp) -> Review:
    found = place(app).review
    assert found is not None
    return found


def learning(app: StudyApp) -> Learning:
    return app.study.learning


def kept(app: StudyApp, kind: str) -> list[Event]:
    return [event for event in learning(app).progress.ledger if event.kind == kind]


@pytest.mark.parametrize("screen", list(SCREENS))
async def test_screen(
    screen: str,
    app: StudyApp,
    golden_screens: GoldenScreens,
) -> None:
    async with app.run_test(size=SIZES[0]) as pilot:
        await study(pilot, *SCREENS[screen])
        if screen == "cards-report":
            app.screen.query_one("#told").display = False  # it names a folder of this run
            await pilot.pause()
        await golden_screens(pilot, screen)


async def test_space_reveals_and_a_digit_rates(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "6", "1", "1")
        assert "It replays commits" not in shown(app)
        await press(pilot, "space")
        assert "It replays commits" in shown(app)
        await press(pilot, "4")
        (event,) = kept(app, "Reviewed")
        assert (event.item, event.body["rating"]) == ("a-pack/replay", 4)
        assert "Answers: 1, of them known: 1." in shown(app)


async def test_arrows_and_enter_are_enough(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "enter", "enter", "left", "left", "enter")
        (event,) = kept(app, "Reviewed")
        assert event.body["rating"] == 1
        await press(pilot, "enter", "right", "enter")
        assert kept(app, "Reviewed")[1].body["rating"] == 4


async def test_a_digit_before_the_back_is_shown_rates_nothing(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "1", "3")
        assert not kept(app, "Reviewed")
        assert review(app).left == 3


async def test_hasty_keys_act_one_after_the_other(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "1")
        await pilot.press("space", "3", "space", "2", "u", "1")
        await settle(pilot)
        ratings = [event.body["rating"] for event in kept(app, "Reviewed")]
        assert ratings == [3, 1]


async def test_undo_goes_back_card_by_card_from_the_end(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "1", *["space", "3"] * 3)
        assert place(app).stage == "end"
        await press(pilot, "u", "u", "u")
        assert review(app).left == 3
        assert not kept(app, "Reviewed")
        assert review(app).sight.is_revealed


async def test_undo_on_the_first_page_takes_back_what_was_done_there(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "end", "enter")
        assert learning(app).progress.settings[choices.TYPED] is True
        await press(pilot, "u")
        assert "Taken back: a choice" in shown(app)
        assert not learning(app).progress.settings
        await press(pilot, "u")
        assert "nothing to take back" in shown(app)


async def test_undo_on_the_first_page_goes_back_into_the_session(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "1", "space", "3", "escape", "u")
        assert place(app).stage == "card"
        assert review(app).left == 3


async def test_a_lucky_guess_is_owned_up_to(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "1", "space", "3", "k")
        (event,) = kept(app, "Reviewed")
        assert event.body["guessed"] is True
        assert "Counted as a guess" in shown(app)
        assert review(app).left == 3


async def test_peeking_is_kept_with_the_answer(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "6", "1", "1", "g")
        assert "VI ┆ Lệnh rebase làm gì?" in shown(app)
        await press(pilot, "g")
        assert "VI ┆" not in shown(app)
        await press(pilot, "space", "3")
        assert kept(app, "Reviewed")[0].body["peeked"] is True


async def test_a_card_is_marked_put_off_and_suspended(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "1", "m")
        assert "⚑ marked" in shown(app)
        await press(pilot, "h")
        assert "Put off until tomorrow" in shown(app)
        assert review(app).left == 2
        await press(pilot, "x", "3")
        assert kept(app, "Suspended")[0].body["why"] == "unclear"
        assert review(app).left == 1
        await press(pilot, "escape")
        assert "Marked · 1" in shown(app)
        await press(pilot, "end", "enter", "1")
        assert not learning(app).progress.standing(str(kept(app, "Suspended")[0].item)).is_suspended


async def test_the_note_behind_a_card_leads_back_to_it(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "6", "1", "1", "i")
        assert isinstance(app.screen, CardsScreen)
        await press(pilot, "space", "i")
        assert isinstance(app.screen, NotesScreen)
        await press(pilot, "escape")
        assert "It replays commits" in shown(app)
        await press(pilot, "3")
        assert len(kept(app, "Reviewed")) == 1


async def test_several_notes_are_offered_and_none_is_said(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "6", "2", "2", "space", "i")
        assert "→ Rebase" in shown(app)
        await press(pilot, "escape", "escape", "6", "3", "2", "space", "i")
        assert "No note tells more" in shown(app)


async def test_a_session_is_kept_while_one_is_elsewhere(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "1", "space", "3", "escape", "escape")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "2")
        assert "Go on with this session · 2" in shown(app)
        await press(pilot, "enter")
        assert review(app).left == 2


async def test_the_language_changes_in_place(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "6", "1", "1", "space", "l")
        assert "Phát lại các commit" in shown(app)
        assert "Quên" in shown(app)
        assert "Còn" not in shown(app).splitlines()[3]
        await press(pilot, "l", "3")
        assert len(kept(app, "Reviewed")) == 1


async def test_front_and_back_may_be_in_two_languages(app: StudyApp) -> None:
    learning(app).keep_now(Set(name=choices.DIRECTION, value="en-vi"))
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "6", "1", "1", "space")
        assert "What does rebase do?" in shown(app)
        assert "Phát lại các commit" in shown(app)


async def test_two_buttons_are_numbered_one_and_two(app: StudyApp) -> None:
    learning(app).keep_now(Set(name=choices.TWO_BUTTONS, value=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "1", "space", "3")
        assert not kept(app, "Reviewed")
        await press(pilot, "2")
        assert kept(app, "Reviewed")[0].body["rating"] == 3


async def test_a_typed_answer_is_told_right_or_wrong(app: StudyApp) -> None:
    learning(app).keep_now(Set(name=choices.TYPED, value=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "6", "3", "1", *"bramch", "enter")
        assert "Nearly right" in shown(app)
        assert "“bramch” for “branch”" in shown(app)
        await press(pilot, "enter")
        assert kept(app, "Reviewed")[0].body["rating"] == 2


async def test_an_empty_answer_only_shows_the_back(app: StudyApp) -> None:
    learning(app).keep_now(Set(name=choices.TYPED, value=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "6", "3", "1", "enter")
        assert review(app).sight.is_revealed
        assert review(app).sight.check is None


async def test_what_is_typed_stays_while_one_is_elsewhere(app: StudyApp) -> None:
    learning(app).keep_now(Set(name=choices.TYPED, value=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "6", "3", "1", *"bran", "f2", "escape", "enter")
        assert place(app).line.value == "bran"
        assert place(app).line.has_focus


async def test_cards_are_found_by_words(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "9", *"lenh", "enter")
        assert review(app).left == 1
        assert "What does rebase do?" in shown(app)
        assert review(app).crammed


async def test_a_part_with_nothing_in_it_says_so(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "7")
        assert "There is no card here now." in shown(app)
        assert place(app).stage == "start"


async def test_a_choice_of_how_to_study_goes_round(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "end", "up", "up", "up", "enter")
        assert "At one go: 10 cards" in shown(app)
        await press(pilot, *["enter"] * (len(choices.SESSIONS) - 1))
        assert "At one go: as many as there are" in shown(app)


async def test_a_report_is_written_for_the_author(app: StudyApp, folders: Folders) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "6", "1", "1", "r", *"typo", "enter")
        assert place(app).stage == "card"
    said = (folders.data / "reports.md").read_text("utf-8")
    assert "a-pack/replay" in said
    assert "> typo" in said


async def test_a_card_whose_meaning_changed_may_begin_anew(app: StudyApp) -> None:
    deck = learning(app)
    deck.keep_now(Reviewed(item="a-pack/replay", rating=4))
    deck.items = tuple(replace(item, rev=2) for item in deck.items)
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "6", "1", "2")
        assert "press b to begin it anew" in shown(app)
        await press(pilot, "b")
        assert "This card begins anew." in shown(app)
        assert "press b" not in shown(app)
        assert deck.progress.memory("a-pack/replay") is None


async def test_a_card_that_keeps_slipping_points_to_its_note(
    app: StudyApp, clock: SetClock
) -> None:
    for _ in range(9):
        learning(app).keep_now(Reviewed(item="a-pack/replay", rating=1))
        clock.move(days=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "2", "space")
        assert "This card keeps slipping." in shown(app)
        await press(pilot, "escape", "end")
        assert "Forgotten again and again · 1" in shown(app)
        await press(pilot, "enter", "1")
        assert isinstance(app.screen, NotesScreen)


async def test_what_another_window_did_is_seen_on_return(
    app: StudyApp, root: Path, folders: Folders, clock: SetClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot, "escape")
        other = joined(root, folders, clock).learning
        other.keep_now(Suspended(item="a-pack/replay", why="easy"))
        await press(pilot, "2", "end")
        assert "Suspended · 1" in shown(app)


async def test_an_answer_is_shown_as_given_only_once_it_is_kept(
    app: StudyApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_WORRY", 0.3)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await study(pilot, "1", "space")
        disk = SlowDisk(learning(app))
        await pilot.press("3")
        await until(pilot, "aving…")
        assert review(app).left == 3
        await until(pilot, "disk")
        assert review(app).left == 3
        disk.let_go()
        await settle(pilot)
        assert review(app).left == 2
        assert len(kept(app, "Reviewed")) == 1


async def test_an_answer_that_cannot_be_kept_leaves_the_card(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await study(pilot, "1", "space")
        disk = SlowDisk(learning(app))
        await pilot.press("3")
        await until(pilot, "aving…")
        disk.give_up()
        await settle(pilot)
        assert review(app).left == 3
        assert "disk" in shown(app)
        assert place(app).ratings.rating == 3


async def test_a_history_that_cannot_be_read_is_told(app: StudyApp, folders: Folders) -> None:
    folders.data.mkdir(parents=True)
    (folders.data / "history").write_text("no folder")
    async with app.run_test(size=(80, 24)) as pilot:
        await study(pilot)
        assert place(app).stage == "start"
        await press(pilot, "1", "space", "3")
        assert review(app).left == 3
    await asyncio.sleep(0)
