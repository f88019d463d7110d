"""`studyapp stats`: how the learner stands, as text and as a document."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from studyapp.cli import main
from studyapp.core.history.events import Read, Set
from studyapp.study import choices
from tests.decked import CARDS, Learner, decked
from tests.joining import close_histories

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studyapp.files import Folders

    Run = Callable[..., str]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return decked(tmp_path_factory.mktemp("decked"))


@pytest.fixture
def stats(
    root: Path,
    folders: Folders,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Run the command on the folders of the test; gives what it prints, or prints beside that."""
    for name, folder in (("CONFIG", folders.config), ("CACHE", folders.cache)):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "70")

    def run(*arguments: str, beside: bool = False) -> str:
        close_histories()
        options = ("--pack", str(root), "--data", str(folders.data))
        assert main([*options, "stats", *arguments]) == 0
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return err if beside else out

    return run


@pytest.fixture
def studied(root: Path, folders: Folders) -> Learner:
    """Someone who learned, came back after ten days, and then some more."""
    learner = Learner(root, folders)
    learner.rate(3, "branching", 0, 1, 2, seconds=20)
    learner.sleep(10)
    learner.rate(3, "branching", 0, 1)
    learner.rate(1, "branching", 2)
    learner.study.learning.keep_now(
        Read(item="a-pack/rebase"), Set(name=choices.RETENTION_AIM, value=0.85)
    )
    return learner


def test_a_beginner_is_told_where_to_begin(stats: Run) -> None:
    said = stats()
    assert said.startswith("Next: read “Rebase”\n  1.1 is where you know least so far (0%).\n")
    assert "Left today: 0 due, 12 new." in said
    assert "Your first day can be today." in said
    assert "last 7 days" in said
    assert "nothing asked yet" in said
    assert "\x1b" not in said
    assert max(map(len, said.splitlines())) <= 70


def test_it_speaks_vietnamese(stats: Run) -> None:
    said = stats("--lang", "vi")
    assert said.startswith("Tiếp theo: đọc “Rebase”")
    assert "Ngày đầu tiên có thể là hôm nay." in said


def test_the_document_holds_everything_that_is_drawn(stats: Run, studied: Learner) -> None:
    found = json.loads(stats("--json"))
    assert found["pack"] == "a-pack"
    assert found["reviews"] == [
        {"day": "2026-11-01", "reviews": 3},
        {"day": "2026-11-11", "reviews": 3},
    ]
    assert found["milliseconds"]["all"] == 78_000
    assert found["retention"]["target"] == 0.85
    assert found["notes"] == {"read": 1, "sections": 3}
    assert [(skill["cards"], skill["seen"]) for skill in found["skills"]] == [
        (CARDS, 3),
        (CARDS, 0),
    ]
    assert found["plan"]["exam"] is None
    assert found["plan"]["forecast"][0]["day"] == found["today"]
    assert set(found["best"]) == {"kind", "what", "why", "cards", "target"}


def test_the_exam_that_was_set_is_where_the_plan_leads(
    stats: Run, root: Path, folders: Folders
) -> None:
    today = date.fromisoformat(json.loads(stats("--json"))["today"])
    exam = (today + timedelta(days=20)).isoformat()
    Learner(root, folders).study.learning.keep_now(Set(name=choices.EXAM, value=exam))
    plan = json.loads(stats("--json"))["plan"]
    assert (plan["exam"], plan["until"], len(plan["forecast"])) == (exam, exam, 20)
    assert f"To the exam on {exam}: 20 days." in stats()


def test_a_history_that_cannot_be_kept_is_told_and_the_rest_is_shown(
    stats: Run, folders: Folders
) -> None:
    folders.data.mkdir(parents=True)
    (folders.data / "history").write_text("a file where the folder should be")
    assert "Next: read" in stats()
    assert "The history cannot be written to" in stats(beside=True)
