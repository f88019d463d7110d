"""`studyapp quiz`: which questions it asks, and what `studyapp stats` tells of them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from studyapp.core.history.events import Answered, Flagged, Set
from studyapp.study import choices, quiz_choices
from tests.decked import SKILLS, decked
from tests.library.packs import COVER, put
from tests.quizzed import quizzed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.typing_learner import TypingLearner


# --- which questions


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("--skill", "1.1"), 1),
        (("--skill", "merging", "--type", "choice"), 6),
        (("--difficulty", "hard"), 3),
        (("--count", "20"), 10),
        (("--count", "20", "--include-exam-only"), 11),
        (("--count", "4"), 4),
        (("--unseen", "--type", "response"), 1),
        (("--weakest", "--count", "2"), 2),
    ],
)
def test_a_part_of_the_bank_is_asked(
    learner: TypingLearner, options: tuple[str, ...], count: int
) -> None:
    said = learner.quiz(*["s"] * 20, options=options)
    assert f"Question 1 of {count}." in said
    assert said.count("Skipped.") == count


def test_nothing_that_fits_is_said(learner: TypingLearner) -> None:
    for name in ("--due", "--missed", "--flagged"):
        assert learner.quiz(options=(name,)) == "There is no question here now.\n"


def test_what_was_marked_or_missed_can_be_asked_for(learner: TypingLearner) -> None:
    wrong = Answered(item="a-pack/q-2", chosen=("b",), right=False)
    learner.did(Flagged(item="a-pack/q-1"), wrong)
    assert "Two branches of q-1." in learner.quiz(options=("--flagged",))
    assert "Two branches of q-2." in learner.quiz(options=("--missed",))


def test_a_clock_is_told(learner: TypingLearner) -> None:
    assert re.search(r"Time left (5:00|4:5\d)\n", learner.quiz(options=("--minutes", "5")))
    assert re.search(r"At exam pace, 1:[32]\d left\n", learner.quiz(options=("--exam-pace",)))
    assert "left" not in learner.quiz()


def test_what_is_not_said_is_as_the_learner_chose_it(learner: TypingLearner) -> None:
    learner.did(
        Set(name=quiz_choices.SIZE, value="5"),
        Set(name=quiz_choices.CLOCK, value="minutes:20"),
        Set(name=choices.QUESTIONS, value="en-vi"),
    )
    said = learner.quiz("a b c sure", options=("--lang", "vi"))
    assert "Câu 1/5." in said
    assert re.search(r"Còn (20:00|19:5\d)\n", said)
    assert "What is next?" in said, "the question is in English"
    assert "Question 1 of 7." in learner.quiz(options=("--count", "7"))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--skill", "1.11"), "there is no skill `1.11`; nearest: 1.1"),
        (("--decision", "sharing"), "there is no decision `sharing`; nearest: sharing-work"),
        (("--count", "0"), "`0` is no whole number from 1 up"),
        (("--minutes", "soon"), "`soon` is no whole number from 1 up"),
        (("--due", "--unseen"), "not allowed with argument"),
        (("--minutes", "5", "--exam-pace"), "not allowed with argument"),
        (("--type", "essay"), "invalid choice"),
    ],
)
def test_what_is_not_understood_is_told(
    learner: TypingLearner, options: tuple[str, ...], told: str
) -> None:
    assert told in learner.quiz(options=options, code=2)


def test_a_pack_without_questions_or_exam_is_told(tmp_path: Path, learner: TypingLearner) -> None:
    learner.pack = decked(tmp_path / "decked")
    assert "This pack has no questions." in learner.quiz(options=(), code=1)
    learner.pack = quizzed(tmp_path / "quizzed")
    cover = {name: said for name, said in COVER.items() if name != "exam"}
    put(learner.pack, "pack.yaml", cover | {"skills": SKILLS})
    assert "no exam whose pace" in learner.quiz(options=("--exam-pace",), code=2)


def test_a_corrected_key_scores_earlier_answers_anew(learner: TypingLearner) -> None:
    learner.did(Answered(item="a-pack/q-1", chosen=("b",), right=True))
    said = learner.quiz()
    assert said.startswith("Corrected keys · 1\nTwo branches of q-1.\nnow right: 0, now wrong: 1\n")
    assert "Corrected keys" not in learner.quiz()


# --- how one stands


def test_stats_tell_how_questions_went(learner: TypingLearner) -> None:
    learner.quiz(f"{learner.letters()['Do join.']} sure")
    found = json.loads(learner.run("stats", "--json"))["quiz"]
    assert found["score"] == {"right": 0, "of": 1, "share": 0.0}
    assert found["confident_mistakes"] == 1
    assert found["calibration"]["sure"]["of"] == 1
    assert found["gloss"]["without"] == found["score"]
    assert [(topic["id"], topic["tried"], topic["score"]["of"]) for topic in found["skills"]] == [
        ("branching", 1, 1),
        ("merging", 0, 0),
    ]
    (decision,) = found["decisions"]
    assert decision["id"] == "sharing-work"
    (belief,) = found["misled"]
    assert (belief["id"], belief["times"]) == ("m-join", 1)
    assert (found["missed"], found["due"]) == (1, 0)
    told = learner.run("stats")
    assert "All answers: 0 of 1 right.\nRight when sure: 0 of 1;" in told
    assert "10 questions: 9 new, 1 missed, 0 due, 0 marked." in told
