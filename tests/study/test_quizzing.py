"""The bank of questions: what can be asked, cards made of it, and corrected keys."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from studyapp.core.history.events import Answered, Flagged, Reviewed, Suspended
from studyapp.core.questions.choosing import Wanted
from studyapp.core.questions.shown import Posed
from tests.joining import joined
from tests.quizzed import BANK, PLAIN, answer, asked, keep, quizzed, run, sitting
from tests.store.clocks import SetClock

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.files import Folders
    from studyapp.study.practising import Practice
    from studyapp.study.study import Study

ALONE = "a-pack/q-alone"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quizzed(tmp_path_factory.mktemp("quizzed"))


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 22, 9, tzinfo=UTC))


@pytest.fixture
def study(root: Path, folders: Folders, clock: SetClock) -> Study:
    return joined(root, folders, clock)


@pytest.fixture
def practice(study: Study) -> Practice:
    """A sitting that begins with the question on a decision."""
    return sitting(study, "q-alone", *(f"q-{at}" for at in range(PLAIN)))


# --- choosing and counting


def test_what_the_exam_keeps_back_is_not_asked_unless_it_is_opened(study: Study) -> None:
    assert study.quizzing.begin(count=None).sitting.length == PLAIN + 1
    opened = study.quizzing.begin(Wanted(exam_only=True), count=None)
    assert opened.sitting.length == PLAIN + 2
    assert study.quizzing.begin(count=2).sitting.length == 2


def test_the_seed_gives_a_sitting_again(study: Study) -> None:
    one, other = (study.quizzing.begin(seed=9, count=5) for _ in range(2))
    assert one.sitting.waiting == other.sitting.waiting
    assert one.shown == other.shown


def test_parts_of_the_bank_tell_what_they_hold(study: Study) -> None:
    keep(study, Flagged(item="a-pack/q-1"), Suspended(item="a-pack/q-2"))
    practice = sitting(study, "q-0")
    answer(practice, right=False)
    merging, branching = study.quizzing.parts("skill")
    assert (merging.name, merging.counts) == ("merging", (PLAIN - 1, PLAIN - 2, 1, 0, 1))
    assert (branching.name, branching.counts.questions) == ("branching", 1)
    assert [part.name for part in study.quizzing.parts("decision")] == ["sharing-work"]
    assert study.quizzing.parts("pair") == ()
    (of_type,) = study.quizzing.parts("type", exam_only=True)
    assert of_type.counts.questions == PLAIN + 1
    assert study.quizzing.begin(branching.wanted).sitting.length == 1


def test_a_question_returns_when_it_is_due(study: Study, clock: SetClock) -> None:
    answer(sitting(study, "q-0"))
    assert study.quizzing.counts(Wanted(due=True)).questions == 0
    clock.move(days=3)
    assert study.quizzing.counts().due == 1
    assert asked(study.quizzing.begin()) == "q-0"


def test_cards_ask_for_no_more_because_of_questions(study: Study, clock: SetClock) -> None:
    before = study.learning.quota(), study.learning.pace
    answer(sitting(study, "q-0"), right=False)
    clock.move(days=2)
    assert (study.learning.quota(), study.learning.pace) == before
    assert study.learning.parked() == ()


def test_a_sitting_without_end_is_joined_by_more(practice: Practice, study: Study) -> None:
    found = study.quizzing.posed(ALONE)
    assert isinstance(found, Posed)
    length = practice.sitting.length
    practice.pick("join")
    practice.join([replace(found, variant=1)])
    assert practice.sitting.length == length + 1
    assert practice.draft.chosen == ("join",)
    practice.end()
    assert practice.current is None


# --- cards made of questions


def test_a_missed_question_makes_a_card_of_the_deck(
    practice: Practice, study: Study, root: Path, folders: Folders
) -> None:
    cards = study.learning.items
    run(practice.card())
    (made,) = (item for item in study.learning.items if item.kind == "question")
    assert made.key == f"{ALONE}/card"
    assert made.back.en == "Do tidy."
    assert made.front.vi.startswith("Một nhóm có một kho mã.\nMột kỹ sư")
    assert study.learning.item(made.key) == made
    assert made.key in study.learning.quota().new
    keep(study, Reviewed(item=made.key, rating=3))
    assert study.learning.progress.memory(ALONE) is None
    again = joined(root, folders).learning
    again.wake()
    assert again.items == (*cards, made)
    run(practice.card())
    assert study.learning.items == cards
    assert study.learning.parked() == (made.key,)


def test_a_card_goes_when_its_making_is_taken_back_elsewhere(
    practice: Practice, study: Study
) -> None:
    cards = study.learning.items
    run(practice.card())
    run(study.learning.undo())
    assert study.learning.items == cards


# --- corrected keys


def corrected(tmp_path: Path, folders: Folders, clock: SetClock, **more: Any) -> Study:
    """The same pack, but the key of ``q-0`` is ``b``."""
    other = [dict(each) for each in BANK]
    options = [{**o, "key": o["id"] == "b"} for o in other[1]["options"]]
    other[1] |= {"options": options, "rev": 2, **more}
    return joined(quizzed(tmp_path / "corrected", *other), folders, clock)


def test_a_corrected_key_rescores_the_past_once_and_tells(
    study: Study, folders: Folders, tmp_path: Path, clock: SetClock
) -> None:
    act = Answered(item="a-pack/q-0", chosen=("b",), right=False)
    keep(study, act, replace(act, chosen=("a",), right=True), replace(act, chosen=("c",)))
    keep(study, replace(act, variant=3), replace(act, rev=3), replace(act, chosen=("gone",)))
    keep(study, replace(act, chosen=("gone",), right=True))
    assert asyncio.run(study.quizzing.rescore()) == ()
    after = corrected(tmp_path, folders, clock)
    (found,) = asyncio.run(after.quizzing.rescore())
    assert (found.posed.question.id, found.better, found.worse) == ("q-0", 1, 1)
    answers = after.learning.progress.standing("a-pack/q-0").answers
    assert [each.is_right for each in answers] == [True, False, False, False, False, False, True]
    assert asyncio.run(after.quizzing.rescore()) == ()
    last = after.learning.last_act()
    assert last is not None
    assert last.kind == "Answered"


def test_an_older_pack_does_not_score_back_what_a_newer_one_corrected(
    study: Study, folders: Folders, tmp_path: Path, clock: SetClock
) -> None:
    keep(study, Answered(item="a-pack/q-0", chosen=("b",), right=False))
    after = corrected(tmp_path, folders, clock)
    asyncio.run(after.quizzing.rescore())
    assert study.learning.catch_up()
    assert asyncio.run(study.quizzing.rescore()) == ()
    assert study.learning.progress.standing("a-pack/q-0").answers[0].is_right


def test_a_renamed_question_keeps_its_history_and_its_card(
    study: Study, folders: Folders, tmp_path: Path, clock: SetClock
) -> None:
    practice = sitting(study, "q-0")
    run(practice.card())
    answer(practice, right=False)
    keep(study, Reviewed(item="a-pack/q-0/card", rating=3))
    after = corrected(tmp_path, folders, clock, id="q-new", aliases=["q-0"])
    after.learning.wake()
    assert after.learning.progress.standing("a-pack/q-new").is_missed
    assert after.learning.items[-1].key == "a-pack/q-new/card"
    assert after.learning.progress.standing("a-pack/q-new/card").reviews == 1
    assert after.learning.parked() == ()
    found = after.quizzing.posed("a-pack/q-0")
    assert found is not None
    assert found.key == "a-pack/q-new"
    assert after.quizzing.posed("a-pack/gone") is None
