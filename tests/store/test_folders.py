"""Where the data lies: where the platform says, unless the learner says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from studyapp.files import Folders


def test_the_data_may_lie_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    platform = Folders.of_platform()
    monkeypatch.setenv("STUDYAPP_DATA", str(tmp_path / "named"))
    assert Folders.of_platform() == Folders(platform.config, tmp_path / "named", platform.cache)
    assert Folders.of_platform(tmp_path / "given").data == tmp_path / "given"
    monkeypatch.setenv("STUDYAPP_DATA", "")
    assert Folders.of_platform() == platform


def test_a_relative_folder_stays_the_same_when_the_program_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Folders.of_platform(Path("here")).data == tmp_path / "here"
