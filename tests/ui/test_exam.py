"""The Exam place: what is agreed, sat, survived, and told afterwards."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from studyapp.core.history.events import Set
from studyapp.core.questions.grading import key_of
from studyapp.core.text import Lang
from studyapp.settings import Settings
from studyapp.study import exam_choices
from studyapp.ui.app import StudyApp
from studyapp.ui.screens.exam import ExamScreen
from studyapp.ui.screens.home import HomeScreen
from studyapp.ui.screens.notes import NotesScreen
from studyapp.ui.screens.quiz import QuizScreen
from tests.conftest import SIZES, screen_text
from tests.joining import joined
from tests.store.clocks import SetClock
from tests.ui.exam_bank import exam_pack
from tests.ui.piloting import settle, shown
from tests.ui.piloting import words_shown as words
from tests.ui.quiz_bank import both
from tests.ui.slow_disk import SlowDisk, until

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.pilot import Pilot

    from studyapp.core.exams.attempt import Attempt
    from studyapp.core.history.events import Event
    from studyapp.files import Folders
    from tests.conftest import GoldenScreens

EXAM = "5"
"""The digit that opens the exam at home."""
BEGIN = ["1", "1"]
"""Begins the quick one."""
LATER = 60
"""Seconds after which a window that was killed is taken for closed."""
WRONG = ["WRONG", "right", "right", "n"]
"""Wrong, and sure of it."""
SCREENS: dict[str, Sequence[str]] = {
    "exam-start": [*BEGIN, "RIGHT", "n", *WRONG, "s", "3", "escape"],
    "exam-rules": ["2"],
    "exam-question": [*BEGIN, "g", "RIGHT", "left", "m", "x", "RIGHT"],
    "exam-grid": [*BEGIN, "RIGHT", "m", "n", "RIGHT", "n", "j"],
    "exam-submit": [*BEGIN, "RIGHT", "m", "s"],
    "exam-result": [*BEGIN, "RIGHT", "right", "n", *WRONG, "s", "3"],
    "exam-review": [*BEGIN, "RIGHT", "right", "n", *WRONG, "s", "3", "1"],
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exam_pack(tmp_path_factory.mktemp("exams"))


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 22, 9, tzinfo=UTC))


@pytest.fixture
def app(root: Path, folders: Folders, clock: SetClock) -> StudyApp:
    return StudyApp(joined(root, folders, clock), folders, Settings())


@pytest.fixture
def relaxed(app: StudyApp) -> StudyApp:
    """The program of somebody who chose a relaxed exam."""
    app.study.learning.keep_now(Set(name=exam_choices.MODE, value="relaxed"))
    return app


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what each started; RIGHT answers all that is asked, WRONG not."""
    for key in keys:
        for each in answers(pilot.app, key) if key in ("RIGHT", "WRONG") else (key,):
            await pilot.press(each)
            await settle(pilot)


def answers(app: object, which: str) -> Sequence[str]:
    assert isinstance(app, StudyApp)
    shown = attempt(app).draft.shown
    keys = key_of(shown.question)
    others = [line.id for line in shown.lines if line.id not in keys]
    wanted = keys if which == "RIGHT" else others[: len(keys)]
    return [shown.letter(each).lower() for each in wanted]


async def sit(pilot: Pilot[None], *keys: str) -> None:
    """Open the exam from home, and press keys there."""
    await settle(pilot)
    await press(pilot, EXAM, *keys)


def place(app: StudyApp) -> ExamScreen:
    assert isinstance(app.screen_stack[0], ExamScreen)
    return app.screen_stack[0]


def attempt(app: StudyApp) -> Attempt:
    found = place(app).attempt
    assert found is not None
    return found


def kept(app: StudyApp, kind: str) -> list[Event]:
    return [event for event in app.study.learning.progress.ledger if event.kind == kind]


async def pass_time(pilot: Pilot[None], clock: SetClock, **by: float) -> None:
    """Let time pass, and the clock of the place tick."""
    clock.move(**by)
    app = pilot.app
    assert isinstance(app, StudyApp)
    screen = next(s for stack in app._screen_stacks.values() for s in stack if is_exam(s))
    assert isinstance(screen, ExamScreen)
    screen.tick()
    await settle(pilot)


def is_exam(screen: object) -> bool:
    return isinstance(screen, ExamScreen)


@pytest.mark.parametrize("screen", list(SCREENS))
async def test_screen(screen: str, relaxed: StudyApp, golden_screens: GoldenScreens) -> None:
    async with relaxed.run_test(size=SIZES[0]) as pilot:
        await sit(pilot, *SCREENS[screen])
        await golden_screens(pilot, screen)


# --- before it begins


async def test_the_terms_say_what_they_mean_and_are_fixed_at_the_start(app: StudyApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await sit(pilot, "2")
        assert "Mode: Strict" in shown(app)
        assert "no pause, no help" in words(app)
        assert "These weights are ours" in words(app)
        assert "1.1: 60%, 1.2: 40%" in words(app)
        assert "no more than 5 questions" in words(app)
        await press(pilot, "2", "3", "4")
        assert "Mode: Relaxed" in shown(app)
        assert "Language of the questions: Vietnamese" in shown(app)
        await press(pilot, "escape")
        assert "Full · 5 questions, 9 minutes" in shown(app), "7.5 minutes and the extra ones"
        await press(pilot, "1", "1")
        terms = attempt(app).sheet.terms
        assert (terms.preset, terms.mode, terms.lang) == ("quick", "relaxed", Lang.VI)
        assert terms.allowed == 700_000


async def test_a_count_and_a_time_of_ones_own(app: StudyApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await sit(pilot, "3", "5", "0", "enter")
        assert "no such number" in shown(app)
        await press(pilot, "backspace", "3", "enter", "6", "7", "enter", "1")
        terms = attempt(app).sheet.terms
        assert (terms.preset, terms.scored, terms.allowed) == ("", 3, 420_000)
        assert len(attempt(app).cells) == 3


async def test_a_seed_that_was_asked_for_gives_the_paper_and_is_told(app: StudyApp) -> None:
    app.wanted_exam = exam_choices.AskedExam(None, 7)
    async with app.run_test(size=(80, 60)) as pilot:
        await sit(pilot, "1")
        assert "Seed of the paper: 7." in shown(app)
        await press(pilot, "1")
        asked = [each.question.id for each in attempt(app).sheet.places]
        assert attempt(app).sheet.seed == 7
        await press(pilot, "s", "3")
        assert "Seed of the paper: 7." in shown(app)
        await press(pilot, "escape", *BEGIN)
        assert attempt(app).sheet.seed != 7, "it is for one exam"
    assert len(asked) == 4


# --- answers


async def test_letters_digits_and_arrows_answer_and_enter_goes_on(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "c")
        lines = attempt(app).draft.shown.lines
        assert attempt(app).draft.chosen == (lines[2].id,)
        await press(pilot, "1")
        assert attempt(app).draft.chosen == (lines[0].id,)
        assert "Answer: A" in shown(app)
        await press(pilot, "enter")
        assert attempt(app).place == 1
        await press(pilot, "p", "down", "space")
        assert (attempt(app).place, attempt(app).draft.chosen) == (0, (lines[1].id,))
        assert len(kept(app, "ExamAnswered")) == 3


async def test_confidence_strikes_and_flags_are_in_reach_of_one_key(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "right", "a", "right", "right", "right")
        assert attempt(app).draft.confidence == "sure"
        assert "● Sure" in shown(app)
        await press(pilot, "left", "left", "b", "x", "m")
        assert attempt(app).draft.confidence is None, "an answer that is struck out is none"
        assert len(attempt(app).draft.struck) == 1
        assert "⚑ flagged" in shown(app)


async def test_an_answer_is_shown_only_once_it_is_on_the_disk(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sit(pilot, *BEGIN)
        disk = SlowDisk(app.study.learning)
        await pilot.press("b")
        await until(pilot, "aving…")
        assert "(•)" not in shown(app)
        disk.let_go()
        await settle(pilot)
        assert "B (•)" in shown(app)


async def test_what_cannot_be_kept_is_not_shown(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sit(pilot, *BEGIN)
        disk = SlowDisk(app.study.learning)
        await pilot.press("b")
        await until(pilot, "aving…")
        disk.give_up()
        await settle(pilot)
        assert "(•)" not in shown(app)
        assert "a–f" in shown(app)


async def test_all_questions_at_a_glance_lead_anywhere(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "a", "m", "n", "j")
        assert "1 ●A⚑" in shown(app)
        assert "2 ○" in shown(app)
        assert "not seen 2" in words(app)
        await press(pilot, "4", "enter")
        assert (place(app).stage, attempt(app).place) == ("question", 3)
        await press(pilot, "tab", "n")
        assert place(app).grid.here == 0, "the flagged one comes after the last"
        await press(pilot, "n", "left", "right", "m", "enter")
        assert attempt(app).place == 1
        assert attempt(app).flagged == (0, 1)
        await press(pilot, "j", "end", "enter")
        assert "Submit the exam now?" in shown(app)


# --- the rules


@pytest.mark.parametrize("key", ["l", "f2", "question_mark", "f1", "g", "slash", "ctrl+p", "o"])
async def test_a_strict_exam_refuses_help_with_a_word(key: str, app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, key)
        assert "A strict exam has no help" in shown(app)
        assert place(app) is app.screen
        assert app.lang is Lang.EN


async def test_a_strict_exam_names_no_key_that_only_refuses(app: StudyApp) -> None:
    def named() -> str:
        return shown(app).splitlines()[-1]

    async with app.run_test(size=(200, 24)) as pilot:
        await sit(pilot)
        everywhere = ("l Tiếng Việt", "/ Search", "? Help")
        assert all(key in named() for key in everywhere)
        await press(pilot, *BEGIN)
        assert "g Peek" not in named()
        for keys in (["a"], ["s"], ["escape", "j"], ["escape", "escape", "2"]):
            await press(pilot, *keys)
            assert not any(key in named() for key in everywhere)
            assert named().strip(), "others are named"
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, EXAM, "s", "3")
        assert all(key in named() for key in everywhere)


async def test_notes_and_other_places_open_again_after_a_strict_exam(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "q", "2")
        for key in ("1", "2", "3", "4"):
            await press(pilot, key)
            assert isinstance(app.screen, HomeScreen)
        await press(pilot, EXAM, "s", "3", "escape", "escape", "1")
        assert isinstance(app.screen, NotesScreen)


async def test_a_relaxed_exam_pauses_and_counts_looks(relaxed: StudyApp, clock: SetClock) -> None:
    app = relaxed
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "g")
        assert "VI ╎" in shown(app)
        await press(pilot, "g", "g")
        assert attempt(app).cell.glosses == 2
        await press(pilot, "h")
        assert "What should the team do?" not in shown(app)
        await pass_time(pilot, clock, minutes=30)
        assert "0:10:00 left" in shown(app)
        await press(pilot, "enter")
        assert "What should the team do?" in words(app)
        await press(pilot, "o")
        assert "wait until the exam is over" in words(app)


# --- the clock


async def test_the_countdown_changes_one_line(app: StudyApp, clock: SetClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN)
        before = screen_text(app).splitlines()
        await pass_time(pilot, clock, seconds=1)
        after = screen_text(app).splitlines()
        changed = [
            at for at, pair in enumerate(zip(before, after, strict=True)) if len({*pair}) > 1
        ]
        assert changed == [22]
        assert "0:09:59 left" in after[22]


async def test_warnings_are_words(app: StudyApp, clock: SetClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN)
        await pass_time(pilot, clock, minutes=5)
        assert "Five minutes are left." in shown(app)
        assert "2 behind the pace" in shown(app)
        await pass_time(pilot, clock, minutes=3)
        assert "A fifth of the time is left." in shown(app)


@pytest.mark.parametrize("keys", [["s"], ["j"], ["escape"], ["a", "m"]])
async def test_time_submits_what_is_there_whatever_is_open(
    keys: list[str], app: StudyApp, clock: SetClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "RIGHT", *keys)
        await pass_time(pilot, clock, minutes=11)
        assert app.screen is place(app)
        assert "The time is up; the exam was submitted as it was." in words(app)
        (event,) = kept(app, "ExamSubmitted")
        assert event.body["by"] == "time"


async def test_time_that_runs_out_elsewhere_is_told_there(app: StudyApp, clock: SetClock) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sit(pilot, *BEGIN, "q", "2")
        assert "An exam is running: 10 min left" in shown(app)
        await pass_time(pilot, clock, minutes=11)
        assert "See Exam for" in words(app)
        await press(pilot, EXAM)
        assert "0 of 4 right" in shown(app)


# --- what it survives


async def test_a_killed_exam_comes_first_at_home_and_goes_on(
    app: StudyApp, root: Path, folders: Folders, clock: SetClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "b", "n", "m")
        place(app).sitting = None  # nothing is let go of, as when it is killed
    clock.move(seconds=LATER)
    again = StudyApp(joined(root, folders, clock), folders, Settings())
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "An exam is running: 9 min left, 1 of 4 answered" in shown(again)
        assert "/ Search" not in shown(again).splitlines()[-1], "it would be refused"
        await press(pilot, "enter")
        assert "0:09:00 left" in shown(again)
        assert (attempt(again).place, attempt(again).flagged) == (1, (1,))
        assert attempt(again).cells[0].draft.chosen


@pytest.mark.parametrize("is_killed", [True, False])
async def test_an_exam_goes_on_with_the_cursor_where_it_was(
    relaxed: StudyApp, root: Path, folders: Folders, clock: SetClock, is_killed: bool
) -> None:
    app = relaxed
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "n", "a", "down", "down")
        left = place(app).paper.here
        if is_killed:
            await pass_time(pilot, clock, seconds=5)
            place(app).sitting = None
            clock.move(seconds=LATER)
        else:
            await app.action_quit()
    again = StudyApp(joined(root, folders, clock), folders, Settings())
    async with again.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert attempt(again).place == 1
        assert place(again).paper.here == left == attempt(again).draft.shown.lines[2].id
        await press(pilot, "j", "enter", "h", "enter")
        assert place(again).paper.here == left, "nor does the grid or a pause lose it"
        await press(pilot, "up", "h")
        await again.action_quit()
    third = StudyApp(joined(root, folders, clock), folders, Settings())
    async with third.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter")
        assert place(third).paper.here == attempt(third).draft.shown.lines[1].id


async def test_an_exam_whose_time_ran_out_while_closed_is_over(
    app: StudyApp, root: Path, folders: Folders, clock: SetClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "RIGHT")
    clock.reboot(hours=2)
    again = StudyApp(joined(root, folders, clock), folders, Settings())
    async with again.run_test(size=(80, 24), notifications=True) as pilot:
        await settle(pilot)
        assert "The time of your exam is up" in words(again)
        await press(pilot, EXAM)
        assert "Quick · Strict · 1 of 4" in shown(again)
        await press(pilot, "end", "enter")
        assert "1 of 4 right" in shown(again)


async def test_another_window_takes_the_exam_and_this_one_takes_it_back(
    app: StudyApp, root: Path, folders: Folders, clock: SetClock
) -> None:
    other = joined(root, folders, clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "a")
        await asyncio.to_thread(other.learning.wake)
        there = await other.examining.resume()
        assert there is not None
        assert await there.jump(2) is None
        await pass_time(pilot, clock, seconds=5)
        assert "Another window sits this exam" in words(app)
        await press(pilot, "b", "n", "c")
        assert attempt(app).place == 1, "one can look on"
        assert len(kept(app, "ExamAnswered")) == 1
        await press(pilot, "t")
        assert "Another window" not in words(app)
        assert attempt(app).place == 2
        await press(pilot, "a")
        assert len(kept(app, "ExamAnswered")) == 2
        await there.beat()
        assert await other.examining.resume() is not None
        await press(pilot, "b")
        assert "Another window sits this exam" in words(app), "each time"


async def test_an_exam_that_is_open_elsewhere_is_asked_about(
    app: StudyApp, root: Path, folders: Folders, clock: SetClock
) -> None:
    other = joined(root, folders, clock)
    await asyncio.to_thread(other.learning.wake)
    terms = exam_choices.terms_of(app.study.cover.exam, "quick", {})  # type: ignore[arg-type]
    assert await other.examining.start(terms) is not None
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot)
        assert "seems to be open in another window" in words(app)
        assert place(app).attempt is None
        await press(pilot, "1")
        assert "Question 1 of 4" in shown(app)


# --- leaving and submitting


async def test_leaving_says_that_the_clock_runs_on(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "q")
        assert "runs on" in words(app)
        await press(pilot, "escape")
        assert app.screen is place(app)
        await press(pilot, "escape", "2")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, EXAM)
        assert "Question 1 of 4" in shown(app)


async def test_a_relaxed_exam_can_be_paused_on_leaving(relaxed: StudyApp) -> None:
    async with relaxed.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "escape", "2")
        assert "An exam is paused: 10 min left" in shown(relaxed)
        await press(pilot, EXAM, "escape")
        assert isinstance(relaxed.screen, HomeScreen), "nothing runs, so nothing is asked"


async def test_submitting_asks_once_and_warns_of_blanks(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "a", "s")
        assert "Questions without a whole answer: 3" in words(app)
        assert "Open: 2, 3, 4" in shown(app)
        await press(pilot, "1")
        assert attempt(app).place == 1
        await press(pilot, "s", "2", "s", "3")
        assert len(kept(app, "ExamSubmitted")) == 1
        assert place(app).stage == "result"


# --- afterwards


async def test_a_result_tells_the_score_and_leads_through_every_question(app: StudyApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await sit(pilot, *BEGIN, "RIGHT", "n", *WRONG, "RIGHT", "n", "s", "3")
        assert "2 of 4 right: 50 %" in shown(app)
        assert "95 % interval" in shown(app)
        assert "No scaled score" in shown(app)
        assert "fewer than 20 questions" in words(app)
        await press(pilot, "1")
        assert "Question 2 of 4" in shown(app), "the confident mistake comes first"
        assert "You felt sure." in shown(app)
        await press(pilot, "n")
        assert "Question 4 of 4" in shown(app), "then what is blank"
        await press(pilot, "p", "p", "escape", "down", "up", "enter")
        await press(pilot, "n", "n", "n", "n")
        assert place(app).stage == "result"


async def test_an_explanation_leads_to_notes_and_back(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "s", "3", "1", "o")
        assert isinstance(app.screen, NotesScreen)
        await press(pilot, "escape")
        assert place(app).stage == "review"


async def test_what_was_missed_is_practised_and_made_cards_of(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "RIGHT", "n", *WRONG, "s", "3", "4")
        assert "Flashcards made: 3." in shown(app)
        assert len(kept(app, "Carded")) == 3
        await press(pilot, "2")
        assert isinstance(app.screen, QuizScreen)
        assert app.screen.practice is not None
        assert app.screen.practice.sitting.length == 3


@pytest.mark.parametrize("keys", [["3"], ["1", "v"]], ids=["result", "explanation"])
async def test_sisters_of_what_was_missed_are_one_key_away(app: StudyApp, keys: list[str]) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "s", "3", *keys)
        assert isinstance(app.screen, QuizScreen)
        assert app.screen.practice is not None
        assert app.screen.practice.sitting.length == 4, "this pack has no sisters to tell"


async def test_a_result_is_saved_and_its_files_are_named(app: StudyApp, folders: Folders) -> None:
    async with app.run_test(size=(200, 40)) as pilot:
        await sit(pilot, *BEGIN, "RIGHT", "s", "3", "5")
        (page,) = (folders.data / "exams").glob("*.md")
        (told,) = (folders.data / "exams").glob("*.json")
        assert "# Quick" in page.read_text("utf-8")
        assert json.loads(told.read_text("utf-8"))["score"]["right"] == 1
        assert "Saved in" in shown(app)


async def test_a_result_that_cannot_be_saved_says_why(app: StudyApp, folders: Folders) -> None:
    async with app.run_test(size=(200, 40), notifications=True) as pilot:
        await sit(pilot, *BEGIN, "s", "3")
        (folders.data / "exams").write_text("no folder", "utf-8")
        await press(pilot, "5")
        assert "could not be written: File exists" in words(app)
        assert "kept in your history" in words(app)
        (folders.data / "exams").unlink()
        await press(pilot, "5")
        assert "Saved in" in shown(app), "trying again is possible"


async def test_earlier_exams_are_listed_and_opened(app: StudyApp, clock: SetClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "RIGHT", "s", "3", "escape")
        clock.move(days=1)
        await press(pilot, *BEGIN, "s", "3", "6")
        assert "2026-11-23 · Quick · Strict · 0 of 4" in shown(app)
        assert "2026-11-22 · Quick · Strict · 1 of 4" in shown(app)
        assert "━━━━━─" in shown(app)
        await press(pilot, "end", "enter")
        assert "1 of 4 right" in shown(app)


async def test_a_pack_that_changed_since_is_told_in_the_review(
    app: StudyApp, root: Path, folders: Folders, clock: SetClock, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sit(pilot, *BEGIN, "RIGHT", "s", "3")
        assert "The pack has changed since" not in shown(app)
        await press(pilot, "1")
        assert "The pack has changed since" not in shown(app)
    edited = exam_pack(tmp_path / "edited", remark=both("Others.", "Khác."))
    later = StudyApp(joined(edited, folders, clock), folders, Settings(lang=Lang.VI))
    async with later.run_test(size=(80, 24)) as pilot:
        await sit(pilot, "end", "enter")
        assert "Gói đã thay đổi từ lúc thi" in shown(later)
        await press(pilot, "1", "l")
        assert "The pack has changed since: what the advisor adds" in words(later)
