"""What the tests of conversations share: a bank of questions, and someone who types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studyapp.files import Folders
from tests.cli.typing_learner import BANK_OF_ALL, TypingLearner
from tests.quizzed import quizzed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack with a question of each type; not to be written to."""
    return quizzed(tmp_path_factory.mktemp("bank"), *BANK_OF_ALL)


@pytest.fixture
def learner(
    bank: Path,
    caches: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> TypingLearner:
    """Someone with folders of their own."""
    for name in ("CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(caches if name == "CACHE" else tmp_path / name))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "70")
    folders = Folders(tmp_path / "config", tmp_path / "data", caches / "studyapp")
    return TypingLearner(bank, folders, monkeypatch, capsys)
