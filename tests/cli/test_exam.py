"""`studyapp exam` in lines: its rules, how it is sat, how it ends, and how one goes on with it."""

from __future__ import annotations

import re
from threading import Event
from typing import TYPE_CHECKING

import pytest

from studyapp.cli.exam_talk import ExamTalk
from studyapp.cli.plain import Conversation
from studyapp.core.exams.blueprint import terms_of_own
from studyapp.core.text import Lang
from tests.cli.typing_learner import Lines
from tests.decked import decked
from tests.joining import joined
from tests.store.clocks import SetClock
from tests.ui.exam_bank import exam_pack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
    said = sit(sitter, "", "x y", "j 99", "?", "q")
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
    again = sit(sitter, "g", "q", options=())
    assert again.startswith("An exam is running: 10 min left, 0 of 4 answered\n")
    assert START not in again
    assert "A strict exam has no help" in again
    assert "clock stands still" not in again
    assert kinds(sitter).count("ExamStarted") == 1


def test_a_relaxed_exam_shows_the_other_language(sitter: TypingLearner) -> None:
    said = sit(sitter, "", "g", options=(*QUICK, "--relaxed", "--lang", "vi"))
    assert "Câu 1/4." in said
    assert "Ngôn ngữ của câu hỏi: tiếng Việt" in said
    assert "branch" in said.partition("> g\n")[2]


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


def test_the_time_runs_out_while_a_line_is_waited_for(
    root: Path,
    learner: TypingLearner,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    clock = SetClock()
    study = joined(root, learner.folders, clock)
    talk = ExamTalk(Conversation(study, Lang.EN), learner.folders.data)

    def typed() -> Iterator[str]:
        yield ""
        clock.move(minutes=6)
        pause = Event()
        for _ in range(500):
            if not talk.attempt.is_over:
                pause.wait(0.02)
        yield "b"

    monkeypatch.setattr("sys.stdin", Lines(typed()))
    assert study.cover.exam is not None
    talk.begin(terms_of_own(study.cover.exam, 3, 5), 1)
    said = capsys.readouterr().out
    told = "The time is up; the exam was submitted as it was.\nEnter: the result.\n"
    assert "0 of 3 right" in said.partition(told)[2]
    assert "Saved" not in said
    assert talk.attempt.ended == "time"
