"""The Quiz place: what can be practised, answers of every type, what is said of them, the end."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest

from studyapp.core.history.events import Answered, Set
from studyapp.core.questions.grading import key_of
from studyapp.core.questions.sitting import UNTIMED, Timing
from studyapp.settings import Settings
from studyapp.study import choices, quiz_choices
from studyapp.ui import keeping
from studyapp.ui.app import StudyApp
from studyapp.ui.screens.advisor import AdvisorScreen
from studyapp.ui.screens.home import HomeScreen
from studyapp.ui.screens.notes import NotesScreen
from studyapp.ui.screens.quiz import QuizScreen
from tests.conftest import SIZES
from tests.joining import joined
from tests.store.clocks import SetClock
from tests.ui.piloting import settle, shown
from tests.ui.piloting import words_shown as words
from tests.ui.quiz_bank import quiz_pack
from tests.ui.slow_disk import SlowDisk, until

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textual.pilot import Pilot

    from studyapp.core.history.events import Event
    from studyapp.files import Folders
    from studyapp.study.learning import Learning
    from studyapp.study.practising import Practice
    from studyapp.study.study import Study
    from tests.conftest import GoldenScreens

SEED = 5
"""Gives the options of `q-choice` the order copy, merge, wait, rebase."""
MINUTES = Timing.for_set(10)
SCREENS: dict[str, tuple[Sequence[str], Timing, Sequence[str]]] = {
    "quiz-start": ((), UNTIMED, ()),
    "quiz-choice": (["q-choice"], UNTIMED, ["g", "down", "x", "d"]),
    "quiz-case": (["q-case"], UNTIMED, ["m", "a", "enter"]),
    "quiz-response": (["q-response"], MINUTES, ["a", "down", "space", "c"]),
    "quiz-ordering": (["q-ordering"], UNTIMED, ["b", "down", "space", "down"]),
    "quiz-matching": (["q-matching"], UNTIMED, ["a", "right"]),
    "quiz-wrong": (["q-choice", "q-response"], UNTIMED, ["a", "enter", "3"]),
    "quiz-right": (["q-response"], MINUTES, ["RIGHT", "enter", "enter"]),
    "quiz-end": (["q-choice"], UNTIMED, ["b", "enter", "3", "n", "d", "enter", "1", "n"]),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quiz_pack(tmp_path_factory.mktemp("quizzes"))


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 22, 9, tzinfo=UTC))


@pytest.fixture
def app(root: Path, folders: Folders, clock: SetClock) -> StudyApp:
    return StudyApp(joined(root, folders, clock), folders, Settings())


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what each of them started; RIGHT picks the right answer."""
    for key in keys:
        for each in right_letters(pilot.app) if key == "RIGHT" else (key,):
            await pilot.press(each)
        await settle(pilot)


def right_letters(app: object) -> Sequence[str]:
    assert isinstance(app, StudyApp)
    shown = practice(app).draft.shown
    return [shown.letter(each).lower() for each in key_of(shown.question)]


def sit(names: Sequence[str], timing: Timing, study: Study) -> Practice:
    found = (study.quizzing.posed(f"a-pack/{name}") for name in names)
    return study.quizzing.sit([each for each in found if each], timing=timing, seed=SEED)


async def practise(
    pilot: Pilot[None], *names: str, keys: Sequence[str] = (), timing: Timing = UNTIMED
) -> None:
    """Begin a sitting of some questions, and press keys there."""
    app = pilot.app
    assert isinstance(app, StudyApp)
    await settle(pilot)
    if names:
        app.wanted_practice = partial(sit, names, timing)
    await press(pilot, "4", *keys)


def place(app: StudyApp) -> QuizScreen:
    assert isinstance(app.screen, QuizScreen)
    return app.screen


def practice(app: StudyApp) -> Practice:
    found = place(app).practice
    assert found is not None
    return found


def learning(app: StudyApp) -> Learning:
    return app.study.learning


def kept(app: StudyApp, kind: str) -> list[Event]:
    return [event for event in learning(app).progress.ledger if event.kind == kind]


@pytest.mark.parametrize("screen", list(SCREENS))
async def test_screen(screen: str, app: StudyApp, golden_screens: GoldenScreens) -> None:
    names, timing, keys = SCREENS[screen]
    async with app.run_test(size=SIZES[0]) as pilot:
        await practise(pilot, *names, keys=keys, timing=timing)
        await golden_screens(pilot, screen)


# --- what can be practised


async def test_start_asks_the_best_mix_at_once(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, keys=["1"])
        assert practice(app).sitting.length == 5, "what is kept for the exam is not asked"
        assert "Quiz · the best mix" in shown(app)


async def test_why_the_mix_is_what_it_is_follows_the_answers(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice")
        await press(pilot, "escape")
        assert "New ones of every skill" in words(app)
        await press(pilot, "enter", "a", "enter", "enter", "escape")
        assert "First what you missed (1) and what is due (0)" in words(app)


@pytest.mark.parametrize(
    ("keys", "said", "asked"),
    [
        (["6", "2"], "1.1 Branching", {"q-choice", "q-case"}),
        (["7", "1"], "How to share work", {"q-choice", "q-case"}),
        (["end", *["up"] * 6, "enter", "4"], "Match", {"q-matching"}),
        (["end", *["up"] * 5, "enter", "1"], "Easy", None),
        (["4"], "Never tried", None),
        (["5"], "Weakest first", None),
    ],
)
async def test_a_part_is_practised_by_itself(
    keys: list[str], said: str, asked: set[str] | None, app: StudyApp
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, keys=keys)
        assert f"Quiz · {said}" in shown(app)
        waiting = {posed.question.id for posed in practice(app).sitting.waiting}
        assert waiting == asked or (asked is None and len(waiting) == 5)


async def test_a_pack_without_fragments_has_no_new_situations(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, keys=["end", *["up"] * 4, "enter"])
        assert "There is no question here now." in words(app)
        assert app.screen_stack[0].query_one("#quizzes").display


async def test_what_is_marked_missed_and_due_can_be_practised(
    app: StudyApp, clock: SetClock
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, keys=["2"])
        assert "There is no question here now." in shown(app)
        await press(pilot, "3", "9")
        assert place(app).stage == "start"
        app.wanted_practice = partial(sit, ["q-choice"], UNTIMED)
        await press(pilot, "escape", "4", "m", "a", "enter", "enter", "escape")
        clock.move(days=30)
        for key in ("2", "3", "9"):
            await press(pilot, key)
            assert [each.question.id for each in practice(app).sitting.waiting] == ["q-choice"]
            await press(pilot, "escape")


async def test_how_to_practise_is_kept_and_taken_back(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, keys=["end", "enter"])
        assert "asked here, too" in shown(app)
        await press(pilot, "up", "enter", "enter", "up", "enter", "up", *["enter"] * 4)
        assert "Clock: 10 minutes for the set" in shown(app)
        assert "question English, explanation Vietnamese" in shown(app)
        assert "At one go: 5 questions" in shown(app)
        await press(pilot, "1")
        assert practice(app).sitting.length == 5
        assert "Time left 10:00" in shown(app)
        await press(pilot, "escape", "u")
        assert "Taken back: a choice of how to practise." in shown(app)
        assert quiz_choices.size_of(learning(app).progress.settings) is None


async def test_a_key_that_was_corrected_is_told(app: StudyApp) -> None:
    learning(app).keep_now(
        Answered(item="a-pack/q-choice", chosen=("rebase",), right=False, confidence="sure")
    )
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await practise(pilot)
        assert "Corrected keys · 1" in shown(app)
        assert kept(app, "Regraded")[0].body["right"] is True
        assert "anew: 1. See the list" in words(app)
        place(app).menu.move_to("rescored")
        await press(pilot, "enter")
        assert "now right: 1, now wrong: 0" in shown(app)


# --- making an answer


async def test_a_letter_and_two_enters_answer(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["d", "enter", "enter"])
        (event,) = kept(app, "Answered")
        assert (event.body["chosen"], event.body["right"]) == (["rebase"], True)
        assert "confidence" not in event.body, "one that says nothing thinks so"
        assert "✓ Right." in shown(app)


async def test_digits_answer_and_say_how_sure(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["2", "enter", "3"])
        (event,) = kept(app, "Answered")
        assert (event.body["chosen"], event.body["confidence"]) == (["wait"], "sure")
        assert "You felt sure." in shown(app)


async def test_arrows_and_enter_are_enough(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["down", "down", "enter", "left", "enter"])
        (event,) = kept(app, "Answered")
        assert (event.body["chosen"], event.body["confidence"]) == (["copy"], "guess")
        await press(pilot, "enter", "up", "up", "enter", "right", "enter", "enter")
        assert kept(app, "Answered")[1].body["confidence"] == "sure"
        assert place(app).stage == "end"


async def test_enter_submits_what_is_picked_wherever_the_cursor_is(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["b", "down", "down", "enter", "enter"])
        assert kept(app, "Answered")[0].body["chosen"] == ["wait"]


async def test_esc_takes_back_what_enter_had_picked(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["enter", "escape", "down", "enter", "enter"])
        assert kept(app, "Answered")[0].body["chosen"] == ["wait"]


async def test_nothing_is_submitted_that_is_not_complete(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-response", keys=["a", "enter"])
        assert "Not yet: 1 of 2" in shown(app)
        await press(pilot, "3", "3", "d")
        assert "Too many" not in shown(app), "3 was taken back before d was picked"
        await press(pilot, "e")
        assert "Too many: take one back first" in shown(app)
        await press(pilot, "enter", "enter")
        assert len(kept(app, "Answered")[0].body["chosen"]) == 2


async def test_a_struck_out_answer_is_not_picked_by_enter(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["a", "x"])
        assert practice(app).draft.chosen == ()
        await press(pilot, "enter")
        assert "Not yet: 0 of 1" in shown(app)
        await press(pilot, "delete", "enter", "enter")
        assert kept(app, "Answered")[0].body["chosen"] == ["merge"]


async def test_letters_put_in_order_and_the_last_one_follows(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-ordering")
        letters = right_letters(app)
        await press(pilot, *letters[:-1], "enter", "enter")
        assert kept(app, "Answered")[0].body["right"] is True


async def test_an_entry_is_lifted_moved_and_dropped(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-ordering")
        before = practice(app).draft.arranged
        await press(pilot, "space", "down", "down", "down", "up", "space", "down")
        first, *rest = before
        assert practice(app).draft.chosen == (*rest[:2], first, rest[2])
        assert place(app).paper.here == rest[2], "the cursor goes on by itself"
        await press(pilot, "space", "up", "escape")
        assert place(app).seen.lifted is None
        assert place(app).stage == "question"


async def test_matches_are_given_by_letters_and_arrows(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-matching")
        rebase = next(a.letter for a in practice(app).draft.shown.answers if "rebase" in a.text.en)
        other = "b" if rebase == "A" else "a"
        await press(pilot, rebase.lower(), other, "left", "left", "right", "2", "left")
        assert len(practice(app).draft.chosen) >= 2
        await press(pilot, "1", rebase.lower(), "2", other, "3", rebase.lower())
        await press(pilot, "enter", "enter")
        assert kept(app, "Answered")[0].body["right"] is True


async def test_a_mouse_is_enough_too(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice")
        line = next(at for at, row in enumerate(shown(app).splitlines()) if "C ( )" in row)
        await pilot.click("#paper", offset=(10, line - place(app).paper.region.y))
        await settle(pilot)
        assert practice(app).draft.chosen == ("copy",)
        await press(pilot, "enter")
        column = shown(app).splitlines()[21].index("Sure")
        await pilot.click("#answer-row", offset=(column, 0))
        await settle(pilot)
        assert kept(app, "Answered")[0].body["confidence"] == "sure"


async def test_hasty_keys_act_one_after_the_other(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", "q-response")
        await pilot.press("d", "enter", "enter", "enter", "a", "b", "enter", "1", "n")
        await settle(pilot)
        felt = [event.body.get("confidence") for event in kept(app, "Answered")]
        assert felt == [None, "guess"]


# --- two languages


async def test_the_language_changes_in_place_and_counts_as_a_peek(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["x", "d", "l"])
        assert "Bạn chọn: D. Enter để nộp." in shown(app)
        assert place(app).paper.here == "rebase"
        await press(pilot, "enter", "l", "3")
        (event,) = kept(app, "Answered")
        assert event.body["peeked"] is True
        assert (event.body["chosen"], event.body["confidence"]) == (["rebase"], "sure")


async def test_peeking_shows_the_other_language_and_is_kept(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-response", keys=["g"])
        assert "VI ╎ Hai nhánh cùng sửa một dòng." in shown(app)
        assert "VI ╎ Push bằng force." in shown(app)
        await press(pilot, "g", "RIGHT", "enter", "enter")
        assert "VI ╎" not in shown(app)
        assert kept(app, "Answered")[0].body["peeked"] is True


async def test_an_answer_in_one_language_is_no_peek(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["d", "enter", "enter", "l"])
        assert "peeked" not in kept(app, "Answered")[0].body


async def test_questions_may_be_english_and_explanations_vietnamese(app: StudyApp) -> None:
    learning(app).keep_now(Set(name=choices.QUESTIONS, value="en-vi"))
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["l"])
        assert "A developer of a Danish toy maker" in shown(app)
        await press(pilot, "d", "enter", "enter")
        assert "Suy ra từ quy tắc của chúng tôi: Phần chưa ai thấy" in words(app)
        assert "peeked" not in kept(app, "Answered")[0].body
        await press(pilot, "l")
        assert "Suy ra từ quy tắc" in shown(app), "the explanation stays in its language"


# --- what is said of an answer


async def test_an_explanation_says_why_and_what_would_make_it_right(app: StudyApp) -> None:
    async with app.run_test(size=(80, 60)) as pilot:
        await practise(pilot, "q-choice", keys=["a", "enter", "enter"])
        said = words(app)
        for each in (
            "A ✗ wrong · your answer",
            "Because of merge.",
            "Outweighed, for our rules say: What nobody has seen may still be tidied. [1, 2,",
            "Easily believed: “A merge is always safer.” In truth: Nothing is lost either way.",
            "It would be right with: Seen by: Others instead of Nobody else",
            "D ✓ right · not chosen",
            "Underlined: the words that decide.",
            "Rebase what is yours alone; merge what others have",
            "1. Pro Git · read live 2026-11-01",
        ):
            assert each in said
        assert said.index("A ✗") < said.index("D ✓") < said.index("B ✗")


async def test_a_letter_tells_more_of_an_answer_and_less_again(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["d", "enter", "enter"])
        assert "Easily believed" not in shown(app)
        await press(pilot, "a")
        assert place(app).paper.here == "merge"
        assert "Easily believed" in shown(app)
        await press(pilot, "left")
        assert "Easily believed" not in shown(app)
        await press(pilot, "right")
        assert "Easily believed" in shown(app)


async def test_space_reads_on_and_begins_again_at_the_end(app: StudyApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await practise(pilot, "q-choice", keys=["a", "enter", "enter"])
        assert "2. Git pages" not in shown(app)
        for _ in range(9):
            await press(pilot, "space")
            if "2. Git pages" in shown(app):
                break
        else:
            pytest.fail("the end is not reached")
        await press(pilot, "space")
        assert "A developer of a Danish toy" in shown(app)


async def test_the_note_leads_back_to_the_same_place(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["o"])
        assert isinstance(app.screen, QuizScreen), "before the answer there is no help"
        await press(pilot, "a", "enter", "enter", "space")
        before = shown(app)
        await press(pilot, "o")
        assert isinstance(app.screen, NotesScreen)
        await press(pilot, "escape")
        assert shown(app) == before


async def test_the_advisor_opens_with_the_facts_and_leads_back(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["i"])
        assert isinstance(app.screen, QuizScreen)
        await press(pilot, "a", "enter", "enter", "i")
        assert isinstance(app.screen, AdvisorScreen)
        assert app.screen.sight.talk.facts == {"sharing": "alone", "commits": 50}
        await press(pilot, "escape")
        assert "A  ✗ wrong · your answer" in shown(app)
        await press(pilot, "escape", "escape", "3", "escape")
        assert isinstance(app.screen, HomeScreen), "opened at home, it leads home"


async def test_a_missed_question_becomes_a_card(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-response", keys=["a", "d", "enter", "enter", "k"])
        assert "Made a flashcard, too." in shown(app)
        assert "⧉ flashcard" in shown(app)
        assert learning(app).item("a-pack/q-response/card") is not None
        await press(pilot, "k")
        assert "It is a flashcard no longer." in shown(app)
        await press(pilot, "u")
        assert "⧉ flashcard" in shown(app)


async def test_undo_goes_back_to_the_answer_as_it_was_made(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", "q-response", keys=["a", "enter", "enter", "n", "u"])
        assert "Taken back: an answer." in shown(app)
        assert practice(app).draft.chosen == ("merge",)
        assert practice(app).given is None
        await press(pilot, "d", "enter", "enter")
        assert kept(app, "Answered")[-1].body["right"] is True


async def test_undo_on_the_first_page_goes_back_into_the_sitting(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["a", "enter", "enter", "escape", "u"])
        assert place(app).stage == "question"
        assert practice(app).given is None


# --- the way through a sitting


async def test_what_was_missed_comes_back_in_the_same_sitting(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["a", "enter", "3"])
        assert "It comes back in this set" in shown(app)
        await press(pilot, "n")
        assert "second try" in shown(app)
        assert "2/2" in shown(app)
        await press(pilot, "RIGHT", "enter", "enter")
        assert "It comes back" not in shown(app)
        await press(pilot, "enter")
        assert "Right at the first try: 0 of 1 (0%)." in shown(app)
        assert "At the second try: 1 of 1." in shown(app)


async def test_a_sitting_is_kept_while_one_is_elsewhere(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", "q-response", keys=["b", "escape", "escape"])
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "4")
        assert "Go on with this set · 1/2" in shown(app)
        await press(pilot, "enter")
        assert practice(app).draft.chosen == ("wait",)


async def test_a_sitting_can_be_ended_early(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-response", "q-choice", keys=["RIGHT", "enter", "enter", "escape"])
        await press(pilot, "down", "enter")
        assert "Right at the first try: 1 of 1 (100%)." in shown(app)
        await press(pilot, "escape")
        assert "Go on with this set" not in shown(app)


async def test_the_missed_are_practised_again_from_the_end(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["a", "enter", "1", "n", "a", "enter", "1", "n"])
        await press(pilot, "2")
        assert "Quiz · Missed or guessed" in shown(app)
        assert practice(app).sitting.length == 1


async def test_the_next_best_step_is_one_key_away(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["d", "enter", "3", "n"])
        assert "Next: read “Rebase”" in shown(app)
        await press(pilot, "1")
        assert isinstance(app.screen, NotesScreen)


async def test_home_leads_into_the_questions_that_are_due(app: StudyApp, clock: SetClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", keys=["d", "enter", "enter", "n", "escape", "escape"])
        clock.move(days=30)
        await press(pilot, "4", "escape", "home", "enter")
        assert "Quiz · what is best now" in shown(app)
        assert practice(app).draft.shown.question.id == "q-choice"
        await press(pilot, "escape", "escape", "home", "enter")
        assert place(app).stage == "question", "a sitting that is under way goes on"


async def test_time_is_told_and_forces_nothing(app: StudyApp, clock: SetClock) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "q-choice", "q-response", timing=MINUTES)
        clock.move(minutes=9, seconds=55)
        await until(pilot, "Time left 0:05")
        clock.move(seconds=6)
        await until(pilot, "Time is up: this is the last question")
        await press(pilot, "d", "enter", "enter", "enter")
        assert "Right at the first try: 1 of 1 (100%)." in shown(app)


async def test_the_pace_of_the_exam_is_told_for_each_question(
    app: StudyApp, clock: SetClock
) -> None:
    learning(app).keep_now(Set(name=quiz_choices.CLOCK, value="pace"))
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, keys=["4"])
        assert "At exam pace, 1:30 left" in shown(app)
        clock.move(seconds=100)
        await until(pilot, "Over the exam's pace by 0:10")


async def test_progress_tells_how_it_went(app: StudyApp) -> None:
    async with app.run_test(size=(80, 60)) as pilot:
        await practise(pilot, "q-choice", keys=["a", "enter", "3", "escape", "escape"])
        await press(pilot, "o", "end")
        said = words(app)
        assert "All answers: 0 of 1 right." in said
        assert "Right when sure: 0 of 1; when you thought so: nothing asked yet" in said
        assert "0 of 1 right · tried 1 of 3" in said
        assert "not tried yet · 3" in said
        assert "“A merge is always safer.” (1×) In truth: Nothing is lost either way." in said


# --- what is kept


async def test_an_answer_is_told_only_once_it_is_kept(
    app: StudyApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_WORRY", 0.3)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await practise(pilot, "q-choice", keys=["d", "enter"])
        disk = SlowDisk(learning(app))
        await pilot.press("enter")
        await until(pilot, "aving…")
        assert "Right" not in shown(app)
        await until(pilot, "disk")
        assert practice(app).given is None
        disk.let_go()
        await settle(pilot)
        assert "✓ Right." in shown(app)
        assert len(kept(app, "Answered")) == 1


async def test_an_answer_that_cannot_be_kept_can_be_given_again(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await practise(pilot, "q-choice", keys=["d", "enter"])
        disk = SlowDisk(learning(app))
        await pilot.press("enter")
        await until(pilot, "aving…")
        disk.give_up()
        await settle(pilot)
        assert practice(app).given is None
        assert "How sure?" in shown(app)


async def test_a_history_that_cannot_be_read_is_told(app: StudyApp, folders: Folders) -> None:
    folders.data.mkdir(parents=True)
    (folders.data / "history").write_text("no folder")
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot)
        assert place(app).stage == "start"
        await press(pilot, "1", "d", "enter", "enter")
        assert place(app).practice is None or practice(app).given is None
