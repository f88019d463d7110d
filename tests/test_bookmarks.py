"""Bookmarks: one small file, which other packs' places share."""

from __future__ import annotations

import json
import sys
from subprocess import run
from typing import TYPE_CHECKING

import pytest

from studyapp.bookmarks import BookmarkFile
from studyapp.core.ports import Bookmark
from tests.privileges import bound_by_modes

if TYPE_CHECKING:
    from pathlib import Path

MARK = Bookmark("section", "block", 3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "bookmarks.json"


def test_each_pack_has_its_own_place(path: Path) -> None:
    marks = BookmarkFile(path)
    assert marks.find("one") is None
    marks.put("one", MARK)
    marks.put("two", Bookmark("other", "block", -2))
    assert marks.find("one") == MARK
    assert marks.find("two") == Bookmark("other", "block", -2)


@pytest.mark.parametrize("raw", [b"", b"[]", b"\xff", b'{"one": 1}', b"[" * 100_000])
def test_a_damaged_file_holds_no_place_and_takes_new_ones(path: Path, raw: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(raw)
    marks = BookmarkFile(path)
    assert marks.find("one") is None
    marks.put("one", MARK)
    assert marks.find("one") == MARK


@pytest.mark.parametrize(
    "place",
    [
        {},
        {"section": "a", "block": "b"},
        {"section": 1, "block": "b", "row": 0},
        {"section": "a", "block": None, "row": 0},
        {"section": "a", "block": "b", "row": "0"},
        {"section": "\ud800", "block": "b", "row": 0},
        ["a", "b", 0],
    ],
)
def test_a_place_that_makes_no_sense_is_no_place(path: Path, place: object) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"one": place, "two": MARK._asdict()}))
    assert BookmarkFile(path).find("one") is None
    assert BookmarkFile(path).find("two") == MARK


def test_a_file_that_cannot_be_read_is_not_replaced(path: Path) -> None:
    BookmarkFile(path).put("one", MARK)
    before = path.read_bytes()
    path.chmod(0)
    script = (
        "import sys, pathlib\n"
        "from studyapp.bookmarks import BookmarkFile\n"
        "from studyapp.core.ports import Bookmark\n"
        "marks = BookmarkFile(pathlib.Path(sys.argv[1]))\n"
        "assert marks.find('one') is None\n"
        "try:\n"
        "    marks.put('two', Bookmark('section', 'block', 0))\n"
        "except PermissionError:\n"
        "    print('refused')\n"
    )
    child = run(
        bound_by_modes([sys.executable, "-c", script, str(path)]),
        capture_output=True,
        text=True,
        check=True,
    )
    assert child.stdout == "refused\n"
    path.chmod(0o600)
    assert path.read_bytes() == before
