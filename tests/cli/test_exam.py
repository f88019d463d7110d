"""`studyapp exam` in lines: its rules, how it is sat, how it ends, and how one goes on with it."""

from __future__ import annotations

import asyncio
import json
import re
from threading import Event
from typing import TYPE_CHECKING

import pytest

from studyapp.cli.exam_talk import ExamTalk
from studyapp.cli.plain import Conversation
from studyapp.core.exams.attempt import Refusal
from studyapp.core.exams.blueprint import terms_of_own
from studyapp.core.text import Lang
from tests.cli.typing_learner import Lines
from tests.decked import decked
from tests.joining import joined
from tests.store.clocks import SetClock
from tests.ui.exam_bank import exam_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from studyapp.study.study import Study
    from tests.cli.typing_learner import TypingLearner

QUICK = ("--preset", "quick", "--seed", "3")
START = "Enter: begin; the clock starts at once."


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return exam_pack(tmp_path_factory.mktemp("examined"))


@pytest.fixture
def sitter(learner: TypingLearner, root: Path) -> TypingLearner:
    learner.pack = root
    return learner


def sit(
    learner: TypingLearner, *lines: str, options: tuple[str, ...] = QUICK, code: int = 0
) -> str:
    """Type lines into an exam; gives the conversation."""
    return learner.run("exam", *options, lines=iter(lines), code=code)


def kinds(learner: TypingLearner) -> list[str]:
    return [event.kind for event in learner.events if event.kind.startswith("Exam")]


# --- before it begins


def test_the_rules_are_said_and_nothing_begins_unasked(sitter: TypingLearner) -> None:
    said = sit(sitter, "q", options=(*QUICK, "--relaxed", "--extra-time"))
    assert said.startswith("Quick · 4 questions, 12 minutes\nMode: Relaxed\n")
    assert "Extra time: yes\n" in said
    assert START in said
    assert said.endswith("Nothing was begun.\n")
    assert kinds(sitter) == []


def test_an_exam_of_ones_own_asks_no_more_than_there_is(sitter: TypingLearner) -> None:
    said = sit(sitter, options=("--count", "10", "--minutes", "20"))
    assert "Your own · 5 questions, 10 minutes\n" in said
    assert "no more than 5 questions" in " ".join(said.split())


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ((), "--preset with one of quick, full; or --count N"),
        (("--preset", "quik"), "there is no preset `quik`; nearest: quick"),
        (("--preset", "quick", "--count", "3"), "leave out --count and --minutes"),
        (("--count", "201"), "--count takes 200 at most"),
        (("--strict", "--relaxed"), "not allowed with argument"),
    ],
)
def test_what_is_not_understood_is_told(
    sitter: TypingLearner, options: tuple[str, ...], told: str
) -> None:
    assert told in sit(sitter, options=options, code=2)


def test_a_pack_without_an_exam_is_told(learner: TypingLearner, tmp_path: Path) -> None:
    learner.pack = decked(tmp_path / "decked")
    assert "no questions for one" in sit(learner, code=1)


# --- while it runs


def letter_of(said: str, answer: str) -> tuple[str, str]:
    """The first question that has an answer: its number, and the letter of the answer."""
    for question in said.split("\nQuestion ")[1:]:
        if found := re.search(rf"^(\w)\. {re.escape(answer)}$", question, re.M):
            return question.partition(" ")[0], found[1]
    raise AssertionError(said)


def test_an_answer_is_kept_and_can_be_changed(sitter: TypingLearner) -> None:
    paper = sit(sitter, "", "n", "n", "n")
    place, late = letter_of(paper, "Do it late.")
    _, right = letter_of(paper, "Do it right.")
    said = sit(sitter, f"j {place}", f"{late} sure", f"j {place}", right, "q", options=())
    assert f"Saved: {late}.\n" in said
    assert f"Your answer so far: {late}. Sure.\n" in said
    assert f"Saved: {right}.\n" in said
    found = [event.body["chosen"] for event in sitter.events if event.kind == "ExamAnswered"]
    assert found[-1] == ["right"]
    assert "1 of 4 right" in sit(sitter, "s", "y", options=())


def test_what_is_no_answer_is_told(sitter: TypingLearner) -> None:
    said = sit(sitter, "", "z y", "x", "x z", "j 99", "?", "q")
    assert said.count("Type x and the letter of one answer") == 2
    assert "That is no answer here." in said
    assert "There is no such question or answer.\n" in said
    assert "j 5: question 5\n" in said.partition("> ?\n")[2]
    assert "ExamAnswered" not in kinds(sitter)


def test_it_goes_to_and_fro_flags_and_tells_all_at_a_glance(sitter: TypingLearner) -> None:
    said = sit(sitter, "", "p", "n", "f", "j 4", "n", "grid", "q")
    assert re.search(r"Question 1 of 4\. .+\. (0:10:00|0:09:5\d) left\.", said)
    assert "This is the first question.\n" in said
    assert "> f\nFlagged.\n" in said
    assert "That was the last question." in said
    assert "> grid\nblank: 1, 2, 4\nnot seen: 3\nflagged: 2\nTime left: " in said


def test_leaving_a_strict_exam_says_that_the_clock_goes_on(sitter: TypingLearner) -> None:
    said = sit(sitter, "", "q", options=(*QUICK, "--strict"))
    assert "The clock of a strict exam goes on" in said
    again = sit(sitter, "g", "h", "?", "q", options=())
    assert "pause" not in again.partition("> ?\n")[2]
    assert again.startswith("An exam is running: 10 min left, 0 of 4 answered\n")
    assert START not in again
    assert "A strict exam has no help" in again
    assert "clock stands still" not in again
    assert "A strict exam cannot be paused." in again
    assert kinds(sitter).count("ExamStarted") == 1


def test_a_relaxed_exam_shows_the_other_language(sitter: TypingLearner) -> None:
    said = sit(sitter, "", "g", options=(*QUICK, "--relaxed", "--lang", "vi"))
    assert "Câu 1/4." in said
    assert "Ngôn ngữ của câu hỏi: tiếng Việt" in said
    told = said.partition("> g\n")[2]
    assert "branch" in told
    assert "Số lần xem ngôn ngữ kia trong bài thi này: 1.\n" in told


def test_a_relaxed_exam_pauses_until_enter(sitter: TypingLearner) -> None:
    said = sit(sitter, "", "h", "b", "", "h", "q", options=(*QUICK, "--relaxed"))
    assert "h: pause; the clock stands still\n" in said
    paused = said.partition("> h\n")[2]
    assert paused.lstrip().startswith("The exam is paused\nTime left: 0:")
    assert "Question" not in paused.partition("> b\n")[0]
    assert "go on with it first" in paused
    assert "Question 1 of 4." in paused.partition("> \n")[2]
    kept = kinds(sitter)
    assert kept.count("ExamPaused") == 2
    assert "ExamAnswered" not in kept
    assert "The exam is paused\n" in sit(sitter, "q", options=()), "it waits for Enter again"
    assert kinds(sitter).count("ExamResumed") == 1


def test_answers_are_struck_out_and_brought_back(sitter: TypingLearner) -> None:
    said = sit(sitter, "", "x b", "xc", "x b", "p", "", "q")
    assert "> x b\nStruck out: B.\n" in said
    assert "> x b\nBrought back: B.\n" in said.partition("> xc\nStruck out: C.\n")[2]
    assert "your answer no longer" not in said
    assert "Struck out: C.\n" in said.rpartition("Question 1 of 4.")[2]
    assert kinds(sitter).count("ExamMarked") == 3


def test_an_answer_that_is_struck_out_is_taken_back(sitter: TypingLearner) -> None:
    paper = sit(sitter, "", "n", "n", "n", "q")
    place, right = letter_of(paper, "Do it right.")
    said = sit(sitter, f"j {place}", right, f"j {place}", f"x {right}", "q", options=())
    assert f"Struck out: {right}.\nIt is your answer no longer.\n" in said
    assert "0 of 4 right" in sit(sitter, "s", "y", options=())


# --- the end


def test_to_submit_is_asked_once_and_the_result_is_told_and_written(sitter: TypingLearner) -> None:
    said = sit(sitter, "", "s", "", "s", "y")
    assert said.count("Questions without a whole answer: 4.") == 2
    assert "You submitted the exam.\n0 of 4 right: 0 %" in said
    assert "Left blank: 4\n" in said
    path = sitter.folders.data / "exams"
    (page,) = path.glob("*.md")
    assert f"Every question: {page}" in said.replace("\n", "") or page.name in said.replace(
        "\n", ""
    )
    assert kinds(sitter)[-1] == "ExamSubmitted"
    assert START in sit(sitter), "another one can begin"


@pytest.mark.parametrize("key", ["r", "v"])
def test_what_was_missed_can_be_practised(sitter: TypingLearner, key: str) -> None:
    said = sit(sitter, "", "s", "y", key, "q")
    offered, _, after = said.partition(f"Enter: end.\n> {key}\n")
    assert "Missed: 4. r: practise them." in offered
    assert "Question 1 of 4." in after
    assert ("Making new situations…" in after) == (key == "v")


def test_stats_know_of_the_exams(sitter: TypingLearner) -> None:
    assert "Mock exams" not in sitter.run("stats")
    sit(sitter, "", "s", "y")
    sit(sitter, "", "a", "q")
    said = sitter.run("stats").partition("\nMock exams\n")[2]
    assert re.fullmatch(r"• .+ · Quick · Strict · 0 of 4\n  ─+ 0%\n", said), "one is over"
    (told,) = json.loads(sitter.run("stats", "--json"))["exams"]
    assert (told["preset"], told["by"], told["blank"]) == ("quick", "learner", 4)
    assert told["score"] == {"right": 0, "of": 4, "share": 0}


def test_a_result_that_cannot_be_written_is_told_and_nothing_is_lost(
    sitter: TypingLearner,
) -> None:
    sitter.folders.data.mkdir()
    (sitter.folders.data / "exams").write_text("in the way", "utf-8")
    said = " ".join(sit(sitter, "", "s", "y", "r", "q", code=1).split())
    assert "0 of 4 right: 0 %" in said
    assert "The files could not be written: File exists. The result itself is kept" in said
    assert "Question 1 of 4." in said.partition("> r")[2], "what is offered is offered still"
    assert kinds(sitter)[-1] == "ExamSubmitted"


class Window:
    """An exam in lines on a clock that is set, so that things can happen between the lines."""

    def __init__(self, root: Path, learner: TypingLearner, printed: pytest.CaptureFixture[str]):
        self.clock = SetClock()
        self._root, self._folders, self._printed = root, learner.folders, printed
        self.open()

    def open(self) -> None:
        """Start the program, anew if it was before."""
        self.study = self.elsewhere()
        self.talk = ExamTalk(Conversation(self.study, Lang.EN), self._folders.data)

    def begin(self, lines: Iterator[str]) -> str:
        """Sit three questions in fifty minutes; gives the conversation."""
        assert self.study.cover.exam is not None
        terms = terms_of_own(self.study.cover.exam, 3, 50)
        return self._heard(lines, lambda: self.talk.begin(terms, 1))

    def go_on(self, lines: Iterator[str]) -> str:
        """Go on with the exam that runs."""
        return self._heard(lines, self.talk.go_on)

    def elsewhere(self) -> Study:
        """Another window on the same history."""
        return joined(self._root, self._folders, self.clock)

    def wait_until(self, is_true: Callable[[], bool]) -> None:
        """Wait for what the passing of time brings about."""
        pause = Event()
        for _ in range(500):
            if is_true():
                return
            pause.wait(0.02)
        raise AssertionError("it did not come true")

    def _heard(self, lines: Iterator[str], sit: Callable[[], None]) -> str:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.stdin", Lines(lines))
            sit()
        return self._printed.readouterr().out


@pytest.fixture
def window(root: Path, learner: TypingLearner, capsys: pytest.CaptureFixture[str]) -> Window:
    return Window(root, learner, capsys)


def test_the_time_runs_out_while_a_line_is_waited_for(window: Window) -> None:
    def typed() -> Iterator[str]:
        yield ""
        window.clock.move(minutes=51)
        window.wait_until(lambda: window.talk.attempt.is_over)
        yield "b"

    said = window.begin(typed())
    told = "The time is up; the exam was submitted as it was.\nEnter: the result.\n"
    assert "0 of 3 right" in said.partition(told)[2]
    assert "Saved" not in said
    assert window.talk.attempt.ended == "time"


def test_an_exam_whose_time_ran_out_while_closed_goes_to_its_result(window: Window) -> None:
    window.begin(iter(["", "a", "q"]))
    window.clock.move(minutes=51)
    window.open()
    said = window.go_on(iter(()))
    assert said.lstrip().startswith("The time is up; the exam was submitted as it was.\n")
    assert "Question" not in said


def test_short_time_is_told_once_before_the_next_prompt(window: Window) -> None:
    def typed() -> Iterator[str]:
        yield ""
        for minutes in (39, 2, 1, 4, 1):
            window.clock.move(minutes=minutes)
            yield "f"
        yield "q"

    told = [line for line in window.begin(typed()).splitlines() if "left." in line][1:]
    assert told == ["A fifth of the time is left.", "Five minutes are left."]


def test_taking_an_exam_over_is_asked_about_and_leaves_it_to_the_taker(window: Window) -> None:
    other = window.elsewhere()
    assert other.cover.exam is not None
    terms = terms_of_own(other.cover.exam, 3, 25)
    there = asyncio.run(other.examining.start(terms, 1))
    assert there is not None
    said = window.go_on(iter([""]))
    assert "seems to be open in another window" in " ".join(said.split())
    assert "Question" not in said
    assert asyncio.run(there.flag()) is None, "nothing was taken"
    said = window.go_on(iter(["y", "a", "q"]))
    assert "> y\n\nQuestion 1 of 3." in said
    assert "Saved: A.\n" in said
    assert asyncio.run(there.flag()) is Refusal.TAKEN_OVER


@pytest.mark.parametrize("line", ["b", "s"])
def test_an_exam_that_another_window_takes_is_over_here(window: Window, line: str) -> None:
    other = window.elsewhere()

    def typed() -> Iterator[str]:
        yield ""
        yield "a"
        there = asyncio.run(other.examining.resume())
        assert there is not None
        yield line
        yield "y"

    said = window.begin(typed())
    assert "The exam goes on in another window" in said
    assert "The clock of a strict exam" not in said, "that is for the other window to tell"
    assert "You submitted" not in said
    running = other.examining.running
    assert running is not None
    assert len(running.cells[0].draft.chosen) == 1
    assert not running.cells[1].draft.chosen


def test_a_window_learns_while_it_waits_that_another_has_the_exam(window: Window) -> None:
    other = window.elsewhere()

    def typed() -> Iterator[str]:
        yield ""
        assert asyncio.run(other.examining.resume()) is not None
        window.clock.move(seconds=5)
        window.wait_until(lambda: window.talk.sitting.is_taken_over)
        yield "a"

    said = window.begin(typed())
    assert "here it can only be looked at" in " ".join(said.split())
    assert "Saved" not in said
