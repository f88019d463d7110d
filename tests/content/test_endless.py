"""Practice without end: sisters of the built-in pack's questions, asked one after the other."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from studyapp.core.exams.blueprint import terms_of_own
from studyapp.core.questions.choosing import Wanted
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.text import Lang
from studyapp.files import Folders
from tests.joining import joined
from tests.store.clocks import SetClock

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.study.practising import Practice
    from studyapp.study.study import Study

MANY = 12


@pytest.fixture
def study(builtin: Path, folders: Folders) -> Study:
    return joined(builtin, folders, SetClock(datetime(2026, 11, 22, 9, tzinfo=UTC)))


async def answer(practice: Practice) -> ChoiceQuestion:
    """Pick as many answers as are asked for, from the top, and go on."""
    shown = practice.shown
    assert shown is not None
    assert isinstance(shown.question, ChoiceQuestion)
    for line in shown.lines[: sum(option.key for option in shown.question.options)]:
        practice.pick(line.id)
    await practice.submit()
    practice.next()
    return shown.question


async def test_it_goes_on_until_the_learner_ends_it(study: Study) -> None:
    practice = study.quizzing.endless(Wanted(skills={"skill-2.2.1"}), seed=7)
    asked = [await answer(practice) for _ in range(MANY)]
    assert practice.is_endless
    assert practice.current is not None
    assert {question.skill for question in asked} == {"skill-2.2.1"}
    practice.end()
    assert practice.current is None


async def test_a_seed_gives_the_same_sisters_again(study: Study) -> None:
    told = []
    for _ in range(2):
        practice = study.quizzing.endless(seed=11)
        told.append([(await answer(practice)).stem for _ in range(3)])
    assert told[0] == told[1]
    assert len(set(told[0])) == 3
    assert told[0] != [(await answer(study.quizzing.endless(seed=12))).stem for _ in range(3)]


async def test_the_log_keeps_what_was_shown_and_the_schedule_stays(study: Study) -> None:
    question = await answer(study.quizzing.endless(seed=3))
    (event,) = [e for e in study.learning.progress.ledger if e.kind == "Answered"]
    assert question.id == f"{str(event.item).removeprefix('task-2.2/')}.{event.body['variant']}"
    assert event.body["pack_digest"] == study.digest
    assert question.stem[Lang.VI] in json.dumps(json.loads(event.body["shown"]), ensure_ascii=False)
    assert study.learning.progress.memory(str(event.item)) is None


def test_what_has_no_sister_gives_nothing_to_ask(study: Study) -> None:
    practice = study.quizzing.endless(Wanted(types={"ordering"}), seed=1)
    assert practice.current is None


async def test_what_an_exam_found_missing_is_practised_by_sisters_never_met(study: Study) -> None:
    examining = study.examining
    assert examining.exam is not None
    sitting = await examining.start(terms_of_own(examining.exam, 6, 10), seed=5)
    assert sitting is not None
    await sitting.submit()
    missed = examining.report(sitting.attempt).missed
    first = (await examining.practise_sisters(missed)).sitting.waiting
    assert [posed.key for posed in first] == [each.key for each in missed]
    sisters = [posed for posed in first if posed.variant is not None]
    own = [posed for posed in first if posed.variant is None]
    assert sisters
    assert own, "what has no sister comes as itself"
    assert all(posed == study.quizzing.posed(posed.key) for posed in own)
    practice = await examining.practise_sisters(missed)
    asked = {(await answer(practice)).stem for _ in sisters}
    again = (await examining.practise_sisters(missed)).sitting.waiting
    assert len([posed for posed in again if posed.variant is not None]) == len(sisters)
    assert not asked & {posed.question.stem for posed in again if posed.variant is not None}
