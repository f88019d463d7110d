"""`studyapp cards --plain`: a session of cards in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studyapp.core.history.events import Set
from studyapp.study import choices
from tests.decked import CARDS, decked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.typing_learner import TypingLearner


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return decked(tmp_path_factory.mktemp("decked"))


@pytest.fixture
def reviewer(deck: Path, learner: TypingLearner) -> TypingLearner:
    """Someone with cards of two skills."""
    learner.pack = deck
    return learner


def review(reviewer: TypingLearner, *lines: str, options: tuple[str, ...] = ()) -> str:
    return reviewer.run("cards", "--plain", *options, lines=iter(lines))


def test_a_card_is_turned_and_rated(reviewer: TypingLearner) -> None:
    said = review(reviewer, "", "3", options=("--skill", "1.1"))
    assert f"1.1 · question. {CARDS} left.\nQuestion " in said
    assert "\nAnswer " in said
    assert "1: Again, soon\n2: Hard, 1 d\n3: Good, " in said
    assert f"{CARDS - 1} left." in said
    assert "Answers: 1, of them known: 1." in said
    (event,) = reviewer.events
    assert (event.kind, event.body["rating"]) == ("Reviewed", 3)


def test_enter_alone_takes_the_rating_that_was_named(reviewer: TypingLearner) -> None:
    said = review(reviewer, "", "")
    assert "Your rating? Enter: Good." in said
    assert reviewer.events[0].body["rating"] == 3


def test_everything_can_be_gone_through(reviewer: TypingLearner) -> None:
    said = review(reviewer, *["", "4"] * 2 * CARDS)
    assert f"Answers: {2 * CARDS}" in said
    assert "Today asks for nothing more." in said
    assert review(reviewer).startswith("Today asks for nothing more.")


def test_a_rating_is_taken_back(reviewer: TypingLearner) -> None:
    said = review(reviewer, "u", "", "1", "u", "4")
    assert "There is nothing to take back." in said
    before, _, after = said.partition("Taken back: an answer.\n")
    assert before.count("Your rating?") == 1
    assert after.index("1: Again") < after.index("Your rating?"), "the back is still shown"
    assert [event.kind for event in reviewer.events] == ["Reviewed", "Undone", "Reviewed"]


def test_the_other_language_is_shown_and_recorded(reviewer: TypingLearner) -> None:
    said = review(reviewer, "g", "", "g", "3")
    assert "Câu hỏi " in said
    assert "Trả lời " in said
    assert reviewer.events[0].body["peeked"] is True


def test_a_card_is_marked(reviewer: TypingLearner) -> None:
    assert "> f\nMarked.\n" in review(reviewer, "f")
    assert "> f\nNo longer marked.\n" in review(reviewer, "", "f", "f")
    assert [event.kind for event in reviewer.events] == ["Flagged"] * 3


def test_what_is_not_understood_says_what_is(reviewer: TypingLearner) -> None:
    said = review(reviewer, "x", "", "5", "?")
    assert said.count("u: undo the last act") == 3
    assert reviewer.events == []


@pytest.mark.parametrize("lines", [(), ("q",), ("", "Q", "3"), ("",)])
def test_it_ends_in_order(reviewer: TypingLearner, lines: tuple[str, ...]) -> None:
    assert "Nothing was answered." in review(reviewer, *lines)
    assert reviewer.events == []


def test_answers_are_typed_where_that_was_chosen(reviewer: TypingLearner) -> None:
    reviewer.did(Set(name=choices.TYPED, value=True), Set(name=choices.TWO_BUTTONS, value=True))
    said = review(reviewer, "answer 99", "2", "", "1", options=("--lang", "en"))
    assert "Type the answer; Enter alone shows it." in said
    assert "✗ Not quite." in said or "≈ Nearly right." in said
    assert [event.body["rating"] for event in reviewer.events[2:]] == [3, 1]


def test_it_speaks_vietnamese_and_in_both_where_that_was_chosen(reviewer: TypingLearner) -> None:
    assert "Câu hỏi " in review(reviewer, options=("--lang", "vi"))
    reviewer.did(Set(name=choices.DIRECTION, value="en-vi"))
    said = review(reviewer, "", options=("--lang", "vi"))
    assert "Question " in said
    assert "Trả lời " in said
