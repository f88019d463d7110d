"""How questions went, and when a quiz is the best thing to do next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from studyapp.core.history.events import Answered, Read, Reviewed, Set, Undone
from studyapp.core.questions.accuracy import Score
from studyapp.core.questions.shown import Shown
from studyapp.study import choices
from studyapp.study.best import best_next
from studyapp.study.outlook import look
from studyapp.study.quiz_outlook import look_at_quizzes, topics
from tests.decked import Learner, decked
from tests.joining import joined
from tests.library.packs import put
from tests.quizzed import PLAIN, answer, keep, question, quizzed, sitting
from tests.store.clocks import SetClock

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.files import Folders
    from studyapp.study.study import Study


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quizzed(tmp_path_factory.mktemp("quizzed"))


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 22, 9, tzinfo=UTC))


@pytest.fixture
def study(root: Path, folders: Folders, clock: SetClock) -> Study:
    return joined(root, folders, clock)


# --- how questions went


def test_accuracy_is_told_by_skill_decision_type_gloss_and_confidence(study: Study) -> None:
    practice = sitting(study, "q-alone", "q-0", "q-1", "q-2")
    practice.peek()
    answer(practice, right=False, confidence="sure")
    answer(practice, confidence="guess")
    answer(practice, confidence="think")
    found = look_at_quizzes(study)
    assert found.all == Score(2, 3)
    assert found.gloss == (Score(0, 1), Score(2, 2))
    assert found.calibration == {"guess": Score(1, 1), "think": Score(1, 1), "sure": Score(0, 1)}
    assert found.confident_mistakes == 1
    assert [(s.name.en, s.score, s.questions, s.tried) for s in found.skills] == [
        ("1.1 Branching", Score(0, 1), 1, 1),
        ("1.2 Merging", Score(2, 2), PLAIN + 1, 2),
    ]
    assert [(each.id, each.name.en) for each in found.decisions] == [("sharing-work", "Git")]
    assert found.counts == (PLAIN + 1, PLAIN - 2, 2, 0, 0)
    (of_type,) = topics(study, "type")
    assert (of_type.id, of_type.score) == ("choice", Score(2, 3))


def test_the_weakest_decision_comes_first_and_those_without_answers_last(
    folders: Folders, tmp_path: Path
) -> None:
    root = quizzed(tmp_path / "pack", question("q-x"), question("q-y", difficulty="hard"))
    study = joined(root, folders)
    answer(sitting(study, "q-y"))
    easy, hard = topics(study, "difficulty")
    assert (easy.score.share, hard.score.share) == (None, 1.0)
    assert look_at_quizzes(study).decisions == ()


def test_beliefs_that_misled_are_counted_and_the_latest_comes_first(
    study: Study, clock: SetClock
) -> None:
    for wrong in ("q-0", "q-1"):
        answer(sitting(study, wrong), right=False)
    clock.move(days=1)
    join = Answered(item="a-pack/q-alone", chosen=("join",), right=False)
    keep(study, join, replace(join, variant=3, shown="broken"), replace(join, right=True), join)
    misled = look_at_quizzes(study).misled
    assert [(each.misconception.id, each.times) for each in misled] == [("m-join", 2), ("m-git", 2)]
    assert misled[0].last > misled[1].last


def test_a_variant_tells_its_own_beliefs(study: Study) -> None:
    found = study.quizzing.posed("a-pack/q-alone")
    assert found is not None
    shown = Shown(replace(found, variant=3), 1).text.replace("m-join", "m-git")
    keep(
        study,
        Answered(item=found.key, chosen=("join",), right=False, variant=3, shown=shown),
    )
    (misled,) = look_at_quizzes(study).misled
    assert misled.misconception.id == "m-git"


def test_an_answer_given_after_the_key_was_seen_is_in_no_accuracy(study: Study) -> None:
    act = Answered(item="a-pack/q-0", chosen=("b",), right=False, sitting="s")
    (first,) = study.learning.keep_now(act)
    study.learning.keep_now(Undone(target=first.id))
    keep(study, replace(act, chosen=("a",), right=True))
    assert look_at_quizzes(study).all == Score(0, 0)
    assert study.quizzing.counts().missed == 0


def test_questions_have_their_own_counts_beside_cards(study: Study, clock: SetClock) -> None:
    practice = sitting(study, "q-0")
    clock.move(seconds=80)
    answer(practice)
    found = look(study)
    assert found.reviews == {}
    assert found.answers == {clock.now().date(): 1}
    assert found.spent.today == 80_000
    assert found.streak.days == 1
    assert [each.asked for each in found.recalled] == [0, 0]
    assert found.skills == ()


# --- the summary of a sitting


def test_a_summary_tells_all_that_the_sitting_came_to(study: Study, clock: SetClock) -> None:
    practice = sitting(study, "q-alone", "q-0", "q-1", "q-2", "q-3")
    for at, (right, sure) in enumerate(((False, "sure"), (True, "guess"), (True, "think"))):
        if at == 1:
            practice.peek()
        clock.move(seconds=20)
        answer(practice, right=right, confidence=sure)  # type: ignore[arg-type]
    practice.pick("a")
    clock.move(seconds=40)
    summary = practice.summary()
    assert summary.first == Score(2, 3), "what is not submitted is not counted"
    assert dict(summary.skills) == {"branching": Score(0, 1), "merging": Score(2, 2)}
    assert summary.guesses == Score(1, 1)
    assert [posed.question.id for posed in summary.confident_mistakes] == ["q-alone"]
    assert [posed.question.id for posed in summary.missed] == ["q-alone", "q-0"]
    assert (summary.milliseconds, summary.seconds_each, summary.exam_pace) == (60_000, 20, 90)
    assert summary.gloss == (Score(1, 1), Score(1, 2))
    assert summary.best.kind == "read"


def test_a_summary_of_nothing_is_one_too(study: Study) -> None:
    summary = study.quizzing.sit([]).summary()
    assert (summary.first, summary.seconds_each, summary.missed) == (Score(0, 0), None, ())


# --- the best thing to do next


def test_due_questions_come_before_reading_and_after_due_cards(
    study: Study, clock: SetClock
) -> None:
    answer(sitting(study, "q-0"))
    assert best_next(study).kind == "read"
    clock.move(days=4)
    best = best_next(study)
    assert (best.kind, best.keys) == ("quiz", ("a-pack/q-0",))
    assert best.what.vi == "làm câu hỏi đến hạn (1)"


def test_a_few_misses_wait_and_many_do_not(study: Study) -> None:
    for number in range(3):
        assert best_next(study).kind == "read"
        answer(sitting(study, f"q-{number}"), right=False)
    best = best_next(study)
    assert best.kind == "quiz"
    assert set(best.keys) == {f"a-pack/q-{number}" for number in range(3)}


def test_what_is_kept_back_is_never_the_best_thing_to_do(study: Study, clock: SetClock) -> None:
    answer(sitting(study, "q-exam"))
    clock.move(days=30)
    assert best_next(study).kind == "read"


def test_who_has_met_enough_cards_tries_a_first_quiz(tmp_path: Path, folders: Folders) -> None:
    root = decked(tmp_path / "decked")
    bank = [question("q-0", see=["rebase"]), question("q-1", see=["rebase"])]
    beliefs = [{"id": "m-git", "belief": "Git", "truth": "Git", "see": ["rebase"]}]
    put(root, "questions/all.yaml", {"questions": bank})
    put(root, "misconceptions/all.yaml", {"misconceptions": beliefs})
    learner = Learner(root, folders)
    learner.rate(4, "branching", *range(6))
    learner.rate(4, "merging", *range(3))
    assert best_next(learner.study).kind == "read"
    learner.rate(4, "merging", 3)
    best = best_next(learner.study)
    assert (best.kind, best.keys) == ("quiz", ())
    answer(sitting(learner.study, "q-0"))
    assert best_next(learner.study).kind == "read"
    for section in ("rebase", "reset", "merge"):
        keep(learner.study, Read(item=f"a-pack/{section}"))
    keep(learner.study, Set(name=choices.NEW, value=0))
    new = best_next(learner.study)
    assert (new.kind, new.what.en) == ("quiz", "answer new questions (1)")
    keep(learner.study, Reviewed(item="a-pack/merging-card-4", rating=3))
    learner.sleep(40)
    assert best_next(learner.study).kind == "due"
