"""The quiz prepares in the learner's pauses what the next key may show, and nothing twice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from textual.app import App

from studyapp.core.questions.accuracy import CONFIDENCES
from studyapp.core.text import Lang
from studyapp.settings import Settings
from studyapp.typeset.ink import Inked, ink
from studyapp.ui.app import StudyApp
from studyapp.ui.question_face import beside_lines, face_paper
from studyapp.ui.screens.quiz import QuizScreen
from studyapp.ui.screens.quiz_ahead import QuizAhead
from studyapp.ui.screens.quiz_face import Faces, Seen
from studyapp.ui.widgets.bars import KeyBar
from studyapp.ui.widgets.sheet import Sheet
from tests.joining import joined
from tests.ui.counting import counted
from tests.ui.piloting import press_each
from tests.ui.quiz_bank import quiz_pack

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.pilot import Pilot

    from studyapp.files import Folders
    from studyapp.study.practising import Practice
    from studyapp.study.study import Study

TYPESET = (face_paper, beside_lines)
PAINTED = Inked.text
"""What is typeset is turned into this when it is painted, and never else."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quiz_pack(tmp_path_factory.mktemp("quizzes"))


@pytest.fixture
def quiz_study(root: Path, folders: Folders) -> Study:
    return joined(root, folders)


@pytest.fixture
def app(quiz_study: Study, folders: Folders) -> StudyApp:
    return StudyApp(quiz_study, folders, Settings())


def sit(study: Study) -> Practice:
    found = (study.quizzing.posed(f"a-pack/{name}") for name in ("q-choice", "q-response"))
    return study.quizzing.sit([each for each in found if each], seed=5)


async def practise(pilot: Pilot[None], *keys: str) -> QuizScreen:
    """Begin a sitting, and press keys there."""
    app = pilot.app
    assert isinstance(app, StudyApp)
    app.wanted_practice = sit
    await press_each(pilot, "4", *keys)
    assert isinstance(app.screen, QuizScreen)
    return app.screen


@pytest.mark.parametrize("size", [(120, 40), (60, 20)])
async def test_what_was_foreseen_is_only_put_on_the_screen(
    size: tuple[int, int], app: StudyApp
) -> None:
    async with app.run_test(size=size) as pilot:
        place = await practise(pilot, "a")
        for key in ("f2", "f2", "enter", "f2", "f2", "1", "f2", "f2"):
            for _ in place.likely():
                pass
            with counted(*TYPESET, PAINTED, but_in=QuizAhead._step) as calls:
                await press_each(pilot, key)
            assert calls.total() == 0, key


async def test_pauses_are_used_in_the_language_of_the_screen(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot, "a")
        for key in ("enter", "f2"):
            with counted(face_paper) as calls:
                await pilot.press(key)
                for _ in range(200):
                    await pilot.pause(0.02)
                    if calls["face_paper"] >= len(CONFIDENCES):
                        break
            assert calls["face_paper"] >= len(CONFIDENCES)


async def test_a_key_waits_for_one_small_step_of_looking_ahead(app: StudyApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        place = await practise(pilot, "d", "enter")
        place.seen.is_peeked = True  # for which nothing is prepared yet
        steps = place.likely()
        most = 0
        while True:
            with counted(*TYPESET, PAINTED) as calls:
                if next(steps, steps) is steps:
                    break
            assert calls["face_paper"] + calls["beside_lines"] <= 1
            most = max(most, calls["text"])
        assert 0 < most <= 8


async def test_a_key_collects_the_keys_that_work_once(app: StudyApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await practise(pilot)
        with counted(KeyBar._collect) as calls:
            await press_each(pilot, "a")
        assert calls["_collect"] == 1


async def test_the_explanation_that_was_foreseen_is_the_one_that_is_given(
    quiz_study: Study,
) -> None:
    practice, faces, seen = sit(quiz_study), Faces(quiz_study), Seen()
    practice.pick("merge")
    practice.pick("wait")
    face = partial(faces.face, practice, seen, Lang.VI)
    foreseen = faces.paper(face("sure"), Lang.VI, 70, 24, is_wide=False)
    doubtful = faces.paper(face("guess"), Lang.VI, 70, 24, is_wide=False)
    practice.feel("sure")
    practice.peek()
    await practice.submit()
    assert faces.paper(face(), Lang.VI, 70, 24, is_wide=False) is foreseen
    assert foreseen.lines != doubtful.lines
    narrower = faces.paper(face(), Lang.VI, 60, 24, is_wide=False)
    assert narrower is not foreseen


async def test_papers_of_long_ago_are_let_go(quiz_study: Study) -> None:
    practice, faces = sit(quiz_study), Faces(quiz_study)
    face = faces.face(practice, Seen(), Lang.EN)
    papers = [faces.paper(face, Lang.EN, width, 24, is_wide=False) for width in range(40, 70)]
    assert faces.paper(face, Lang.EN, 69, 24, is_wide=False) is papers[-1]
    assert faces.paper(face, Lang.EN, 40, 24, is_wide=False) is not papers[0]


class OneSheet(App[None]):
    """A program that shows nothing but a sheet."""

    CSS = "Sheet { height: 1fr; padding: 1 0 0 1; }"

    def compose(self) -> ComposeResult:
        yield Sheet(id="sheet")


async def test_a_line_is_painted_once_and_forgotten_among_many() -> None:
    async with OneSheet().run_test(size=(40, 10)) as pilot:
        sheet = pilot.app.query_one(Sheet)

        def paints(first: int) -> int:
            with counted(PAINTED) as calls:
                for _ in sheet.prepare([ink(f"line {at}") for at in range(first, first + 20)]):
                    pass
            return calls["text"]

        assert paints(0) == 20
        assert paints(0) == 0
        assert paints(10) == 10
        for first in range(100, 2000, 20):
            assert paints(first) == 20
        assert paints(0) == 20
