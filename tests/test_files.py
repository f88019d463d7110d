"""The learner's folders and small files."""

from __future__ import annotations

import os
import pwd
import stat
from pathlib import Path

import pytest

from studyapp.files import Folders, make_private, read_small, write_atomically


def test_a_file_is_replaced_whole_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "file.json"
    write_atomically(path, "old")
    write_atomically(path, "mới ✓\n")
    assert path.read_bytes() == "mới ✓\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [entry.name for entry in path.parent.iterdir()] == ["file.json"]


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file.json").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_atomically(tmp_path / "file.json", "text")
    assert [entry.name for entry in tmp_path.iterdir()] == ["file.json"]


def test_half_a_surrogate_pair_is_written_as_an_escape(tmp_path: Path) -> None:
    write_atomically(tmp_path / "file", "a\ud800b")
    assert (tmp_path / "file").read_text("utf-8") == "a\\ud800b"


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"\xef\xbb\xbf{}")
    assert read_small(tmp_path / "file") == "{}"


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="not a regular file"):
        read_small(tmp_path / "pipe")


def test_a_device_and_a_folder_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "endless").symlink_to("/dev/zero")
    with pytest.raises(OSError, match="not a regular file"):
        read_small(tmp_path / "endless")
    with pytest.raises(OSError, match="not a regular file"):
        read_small(tmp_path)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(1_000_001)
    with pytest.raises(ValueError, match="more than 1,000,000 bytes"):
        read_small(tmp_path / "huge")


def test_folders_follow_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    assert Folders.of_platform() == Folders(
        *(tmp_path / name / "studyapp" for name in ("CONFIG", "DATA", "CACHE"))
    )


def test_without_any_home_nothing_is_made_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(_uid: int) -> None:
        raise KeyError

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    folders = Folders.of_platform()
    for folder in (folders.config, folders.data, folders.cache):
        with pytest.raises(OSError, match="Not a directory"):
            make_private(folder)
    assert list(tmp_path.iterdir()) == []
