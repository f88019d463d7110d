"""`studyapp quiz` in lines: what is asked, understood, kept and told."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from studyapp.cli.plain import Conversation
from studyapp.cli.quiz_talk import QuizTalk
from studyapp.core.questions.sitting import Timing
from studyapp.core.text import Lang
from tests.cli.typing_learner import ALONE, Lines
from tests.joining import joined
from tests.quizzed import sitting
from tests.store.clocks import SetClock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.typing_learner import TypingLearner


# --- a question and its explanation


def test_a_right_answer_is_kept_and_explained(learner: TypingLearner) -> None:
    letter = learner.letters()["Do tidy."].lower()
    said = learner.quiz(f"{letter} sure", "")
    assert "Question 1 of 1. Skill 1.1. One right answer. Easy." in said
    assert "A team has one repository.\n\nAn engineer works alone.\n\nWhat is next?" in said
    assert f"> {letter} sure\n\n✓ Right.\n" in said
    assert "The words that decide:\n“alone”\nTakeaway: Take a.\n" in said
    assert "Right at the first try: 1 of 1 (100%).\n" in said
    (event,) = learner.events
    assert (event.kind, event.item) == ("Answered", "a-pack/q-alone")
    assert event.body["chosen"] == ["tidy"]
    assert event.body["right"] is True
    assert event.body["confidence"] == "sure"


def test_a_wrong_answer_is_told_why_and_what_would_make_it_right(learner: TypingLearner) -> None:
    found = learner.letters()
    said = learner.quiz(found["Do join."])
    assert f"✗ Wrong. You chose {found['Do join.']}; the answer is {found['Do tidy.']}." in said
    assert "Easily believed: “Belief m-join” In truth: Git" in said
    assert "It would be right with: " in said
    assert "1.1 · 0 of 1\n" in said


def test_a_letter_tells_more_of_an_answer(learner: TypingLearner) -> None:
    found = learner.letters()
    said = learner.quiz(f"{found['Do tidy.']} sure", found["Do join."], "x")
    before, _, more = said.partition(f"> {found['Do join.']}\n")
    assert "Easily believed" not in before
    assert f"{found['Do join.']}. Do join.\nGit\n" in more
    assert "Easily believed: “Belief m-join”" in more
    assert "> x\nThere is no such answer.\n" in more


def test_the_words_that_decide_are_told(learner: TypingLearner) -> None:
    said = learner.quiz("a b sure", options=("--type", "response"))
    assert "The words that decide:\n“Two branches”\nTakeaway" in said


def test_what_it_rests_on_is_told_when_asked_for(learner: TypingLearner) -> None:
    said = learner.quiz(learner.letters()["Do tidy."], "", "n")
    assert "Rebase: studyapp notes rebase\n" in said
    assert "https://" in said.partition("Sources\n")[2]


def test_what_was_missed_comes_back(learner: TypingLearner) -> None:
    wrong = learner.letters()["Do join."]
    said = learner.quiz(f"{wrong} sure", "")
    assert "Question 2 of 2." in said
    assert "Second try.\n" in said


def test_it_speaks_vietnamese(learner: TypingLearner) -> None:
    letter = learner.letters()["Do tidy."]
    said = learner.quiz(f"{letter} chắc", options=(*ALONE, "--lang", "vi"))
    assert "Một kỹ sư làm một mình." in said
    assert "✓ Đúng." in said
    assert "Điều cần nhớ: Chọn a." in said


def test_lines_fit_the_width_and_hold_no_escapes_or_boxes(learner: TypingLearner) -> None:
    said = learner.quiz(learner.letters()["Do join."], "", "n", "", "?")
    assert max(map(len, said.splitlines())) <= 70
    assert not set("\x1b│─╭╮╰╯┃") & set(said)


# --- how answers are typed


@pytest.mark.parametrize(
    ("type_", "wanted", "written"),
    [
        ("response", ("Do b.", "Do a."), "{0} {1}"),
        ("response", ("Do a.", "Do b."), "{0}{1} guess"),
        ("ordering", ("Step r", "Step s", "Step t"), "{0}, {1}, {2}"),
        ("matching", ("Answer x", "Answer y", "Answer z"), "1{0} 2{1} 3{2}"),
        ("matching", ("Answer y", "Answer x", "Answer z"), "2-{0} 1-{1}; 3 {2} sure"),
    ],
)
def test_each_type_has_its_way_of_answering(
    learner: TypingLearner, type_: str, wanted: tuple[str, ...], written: str
) -> None:
    options = ("--type", type_, "--seed", "2")
    found = learner.letters(*options)
    said = learner.quiz(written.format(*(found[words] for words in wanted)), "", options=options)
    assert "✓ Right." in said


def test_places_may_be_typed_for_letters(learner: TypingLearner) -> None:
    place = "ABCD".index(learner.letters()["Do tidy."]) + 1
    assert "✓ Right." in learner.quiz(str(place), "")


@pytest.mark.parametrize("said", ["z", "b surely", "9", "bsure", "hello", "?!", "\x1b[31m"])
def test_what_is_no_answer_is_asked_again(learner: TypingLearner, said: str) -> None:
    told = learner.quiz(said)
    assert "That is no answer here. Type the letter of the answer" in told
    assert told.count("Your answer?") == 2
    assert "\x1b" not in told
    assert learner.events == []


def test_too_many_or_too_few_are_not_taken(learner: TypingLearner) -> None:
    assert "1 are asked for, and you gave 2." in learner.quiz("a b")
    few = learner.quiz("a", options=("--type", "response", "--seed", "2"))
    assert "2 are asked for, and you gave 1." in few
    assert learner.events == []


def test_another_answer_may_be_typed_while_one_says_how_sure(learner: TypingLearner) -> None:
    found = learner.letters()
    learner.quiz(found["Do join."], found["Do tidy."], "1")
    (event,) = learner.events
    assert (event.body["chosen"], event.body["confidence"]) == (["tidy"], "guess")


@pytest.mark.parametrize(
    ("line", "kept_as"), [("", None), ("2", None), ("1", "guess"), ("s", "sure"), ("Chắc", "sure")]
)
def test_how_sure_is_asked_where_it_was_not_said(
    learner: TypingLearner, line: str, kept_as: str | None
) -> None:
    said = learner.quiz(learner.letters()["Do tidy."], line)
    assert "How sure?" in said
    (event,) = learner.events
    assert event.body.get("confidence") == kept_as, "to think so is what goes without saying"


# --- what else can be typed


def test_the_other_language_is_shown_and_recorded(learner: TypingLearner) -> None:
    said = learner.quiz("g", f"{learner.letters()['Do tidy.']} sure", "g")
    assert "Một kỹ sư làm một mình." in said
    assert "✓ Đúng." in said.partition("✓ Right.")[2]
    assert "With a look at the other language: 1 of 1" in said
    (event,) = learner.events
    assert event.body["peeked"] is True


def test_a_question_is_marked_and_made_a_card(learner: TypingLearner) -> None:
    said = learner.quiz("f", f"{learner.letters()['Do join.']} sure", "k", "f")
    assert "> f\nMarked.\n" in said
    assert "Made a flashcard, too." in said
    assert "No longer marked." in said
    assert [event.kind for event in learner.events] == ["Flagged", "Answered", "Carded", "Flagged"]


def test_an_answer_is_taken_back_and_given_again(learner: TypingLearner) -> None:
    found = learner.letters()
    for type_, words in (("choice", "Do join."), ("matching", "")):
        options = ALONE if type_ == "choice" else ("--type", type_, "--seed", "2")
        first = found[words] if words else "1a2b3c"
        said = learner.quiz(f"{first} sure", "u", f"{first} sure", "", options=options)
        assert "Taken back: an answer." in said
        assert said.count("Question 1 of 1.") == 2
    assert [event.kind for event in learner.events] == ["Answered", "Undone", "Answered"] * 2
    given = [event.body["chosen"] for event in learner.events if event.kind == "Answered"]
    assert (given[0], given[2]) == (given[1], given[3])
    assert "There is nothing to take back." in learner.quiz("u")


def test_a_skipped_question_is_asked_no_more_unless_that_is_taken_back(
    learner: TypingLearner,
) -> None:
    said = learner.quiz("s")
    assert "Skipped.\n\nNothing was answered.\n" in said
    said = learner.quiz("s", "u", options=("--count", "2", "--seed", "1"))
    assert said.count("Question 1 of 2.") == 2
    assert said.count("Question 1 of 1.") == 1
    assert learner.events == []


def test_q_ends_it_wherever_it_is_typed(learner: TypingLearner) -> None:
    for lines in (("q",), ("b", "Q"), ("?", "q")):
        assert "Nothing was answered." in learner.quiz(*lines, "b", "", "")
    assert learner.events == []
    said = learner.quiz(
        f"{learner.letters()['Do tidy.']} sure", "q", options=("--count", "3", *ALONE)
    )
    assert "1 of 1 (100%)" in said


def test_help_tells_every_command(learner: TypingLearner) -> None:
    said = learner.quiz("?", f"{learner.letters()['Do tidy.']} sure", "?")
    before, _, after = said.partition("✓ Right.")
    assert all(f"\n{command}: " in before for command in ("g", "f", "s", "u", "q"))
    assert all(f"\n{command}: " in after for command in ("n", "g", "k", "f", "u", "q"))


# --- how it ends


def test_the_end_of_the_input_ends_it_in_order(learner: TypingLearner) -> None:
    assert learner.quiz().endswith(
        "Next: read “Rebase”\n1.1 is where you know least so far (0%).\n"
    )
    assert learner.events == []
    said = learner.quiz(learner.letters()["Do tidy."])
    assert "✓ Right." in said, "an answer that nothing more is said of counts"
    assert len(learner.events) == 1


def test_an_interrupt_keeps_what_was_told(learner: TypingLearner) -> None:
    letter = learner.letters()["Do tidy."]

    def lines() -> Iterator[str]:
        yield f"{letter} sure"
        raise KeyboardInterrupt

    learner.run("quiz", *ALONE, lines=lines(), code=130)
    assert len(learner.events) == 1


def test_a_history_that_cannot_be_kept_is_told_before_anything_is_asked(
    learner: TypingLearner,
) -> None:
    learner.folders.data.mkdir(parents=True)
    (learner.folders.data / "history").write_text("a file where the folder should be")
    assert "The history cannot be written to" in learner.quiz("b", code=1)


def test_an_answer_is_told_once_it_is_kept_and_a_wait_for_that_is_told_too(
    learner: TypingLearner, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = learner.letters()["Do tidy."]
    monkeypatch.setattr("studyapp.cli.plain._PATIENCE", 0.05)
    database = learner.folders.data / "history" / "history.db"

    def lines() -> Iterator[str]:
        other = sqlite3.connect(database, check_same_thread=False)
        other.execute("BEGIN EXCLUSIVE")
        Timer(0.5, other.close).start()
        yield f"{letter} sure"

    said = learner.run("quiz", *ALONE, lines=lines())
    assert said.index("This is not saved yet: Another program") < said.index("✓ Right.")
    assert len(learner.events) == 1


def test_time_that_is_up_ends_it_with_the_present_question(
    learner: TypingLearner, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = SetClock(datetime(2026, 11, 22, 9, tzinfo=UTC))

    def lines() -> Iterator[str]:
        for line in ("s", "b sure", ""):
            clock.move(seconds=40)
            yield line

    monkeypatch.setattr("sys.stdin", Lines(lines()))
    study = joined(learner.pack, learner.folders, clock)
    practice = sitting(study, "q-0", "q-1", "q-2", timing=Timing.for_set(1))
    QuizTalk(Conversation(study, Lang.EN), practice).run()
    said = capsys.readouterr().out
    assert "Time left 1:00\n" in said
    assert "Time left 0:20\n" in said, "to skip a question takes time too"
    assert "Time is up: this is the last question" in said
    assert "Time is up.\n" in said
    assert said.count("Your answer?") == 2
