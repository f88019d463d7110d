"""The paper of an exam, kept in the history: it comes back as it was, whatever the pack is now."""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import replace
from typing import Any

import pytest

from studyapp.core.exams.acts import (
    KINDS,
    ExamAnswered,
    ExamPaper,
    ExamStarted,
    Listed,
    exam_act_of,
)
from studyapp.core.exams.paper import Paper, packed, unpacked
from studyapp.core.exams.sheet import acts_of, sheet_of
from studyapp.core.plain_data import data_of, read
from studyapp.core.questions.form import Choice, ChoiceQuestion
from studyapp.core.text import Text
from tests.core.bank import ANY, BIG_UPLOADS, MISCONCEPTIONS, choice
from tests.core.exams import QUESTIONS, Clocks, Room, sheet
from tests.core.history import History

PAPER = Paper(questions=(*QUESTIONS, BIG_UPLOADS), misconceptions=tuple(MISCONCEPTIONS.values()))


def test_a_paper_comes_back_as_it_was() -> None:
    assert unpacked(packed(PAPER)) == PAPER


def test_a_long_paper_is_kept_in_pieces_that_events_can_hold() -> None:
    words = " ".join(str(number**7) for number in range(20_000))
    long = replace(PAPER, questions=(choice(stem=Text.once(words)), *PAPER.questions))
    pieces = packed(long)
    assert len(pieces) > 1
    assert max(map(len, pieces)) < 65_000
    assert unpacked(pieces) == long


@pytest.mark.parametrize(
    "harm",
    [
        lambda text: text[:-8],
        lambda text: text[: len(text) // 2],
        lambda text: "%" + text[1:],
        lambda _: "",
        lambda _: base64.b64encode(zlib.compress(b"[1, 2")).decode(),
        lambda _: base64.b64encode(zlib.compress(b"[" * 100_000)).decode(),
        lambda _: base64.b64encode(zlib.compress(bytes(1 << 25))).decode(),
        lambda _: base64.b64encode(zlib.compress(b'{"questions": 3}')).decode(),
    ],
    ids=["end", "half", "letter", "empty", "json", "deep", "bomb", "other"],
)
def test_a_damaged_paper_is_told_from_a_whole_one(harm: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpacked([harm("".join(packed(PAPER)))])


def test_what_another_version_wrote_is_read_as_far_as_it_is_known() -> None:
    said = data_of(BIG_UPLOADS)
    said["colour"] = "blue"
    del said["sources"]
    assert read(ChoiceQuestion, said) == replace(BIG_UPLOADS, sources=())


@pytest.mark.parametrize(
    "changed",
    [
        {"stem": "one language"},
        {"stem": {"en": "English"}},
        {"type": "essay"},
        {"rev": "1"},
        {"rev": True},
        {"options": {}},
        {"options": [1]},
        {"decision": 5},
        {"computes": {"calculation": "sum", "of": {"a": []}}},
        {"exam_only": None},
    ],
)
def test_data_of_another_type_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(ChoiceQuestion, data_of(BIG_UPLOADS) | changed)


def test_a_missing_part_is_refused() -> None:
    with pytest.raises(ValueError, match="Choice without why"):
        read(Choice, {"id": "a", "text": data_of(ANY)})


def test_an_exam_comes_back_from_the_events_with_which_it_began() -> None:
    begun = sheet(Clocks(), mode="relaxed", unscored=frozenset({2}), known=frozenset({0}))
    started, *papers = acts_of(begun)
    assert isinstance(started, ExamStarted)
    assert started.questions[2] == Listed("pack/cap", 9, is_scored=False, is_new=True, rev=3)
    assert sheet_of(started, [each for each in papers if isinstance(each, ExamPaper)]) == begun
    with pytest.raises(ValueError, match="missing"):
        sheet_of(started, [])


def test_every_act_comes_back_from_its_event() -> None:
    room = Room.enter(mode="relaxed")
    now = room.clocks.stamp
    for step in ("pick", "feel", "strike", "flag", "gloss", "pause", "resume", "submit"):
        given = {"pick": ("a",), "feel": ("sure",), "strike": ("b",)}.get(step, ())
        room.did(getattr(room.attempt, step)(*given, now))
    room_kinds = {event.kind for event in room.log.events}
    assert room_kinds == KINDS
    for event in room.log.events:
        act = exam_act_of(event)
        assert act is not None
        assert json.loads(json.dumps(act.body())) == event.body


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"attempt": 3, "place": 0},
        {"attempt": "a", "place": "0"},
        {"attempt": "a", "place": 0, "chosen": "ab"},
        {"attempt": "a", "place": 0, "stamp": [1, 2]},
        {"attempt": "a", "place": 0, "confidence": "very"},
    ],
)
def test_an_event_without_sense_is_no_act(body: dict[str, Any]) -> None:
    log = History()
    event = log.did(ExamAnswered(attempt="a", place=0))
    assert exam_act_of(event) is not None
    assert exam_act_of(event._replace(body=body)) is None
    assert exam_act_of(event._replace(kind="ExamDreamt")) is None
