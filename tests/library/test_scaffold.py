"""A new pack shows everything a pack can hold and has nothing wrong with it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest

from studyapp.core import notes
from studyapp.core.errors import UsageError
from studyapp.core.pack import Cover
from studyapp.library.check import check_pack
from studyapp.library.json_schema import schemas
from studyapp.library.load import load_pack
from studyapp.library.scaffold import new_pack

TODAY = date(2031, 5, 17)


@pytest.mark.parametrize("folder", ["new", "deep/in/new", "there"])
def test_a_new_pack_checks_clean(tmp_path: Path, folder: str) -> None:
    (tmp_path / "there").mkdir()
    root = tmp_path / folder

    new_pack(root, TODAY)

    assert check_pack(load_pack(root), TODAY) == []


def test_its_sources_count_as_checked_on_the_day_it_is_made(tmp_path: Path) -> None:
    new_pack(tmp_path, TODAY)

    loaded = load_pack(tmp_path)

    assert loaded.pack is not None
    assert {source.checked_at for source in loaded.pack.sources} == {TODAY}
    assert {d.code for d in check_pack(loaded, TODAY + timedelta(days=366))} == {"P0502"}


def test_it_shows_every_kind_of_block(tmp_path: Path) -> None:
    new_pack(tmp_path, TODAY)

    loaded = load_pack(tmp_path)

    assert loaded.pack is not None
    shown = {type(block) for section in loaded.pack.sections for block in section.blocks}
    assert shown == set(get_args(get_args(notes.Block)[0]))


def test_it_names_every_field_of_its_cover_but_the_credits(tmp_path: Path) -> None:
    new_pack(tmp_path, TODAY)

    written = (tmp_path / "pack.yaml").read_text("utf-8")

    missing = {field.name for field in fields(Cover) if f"\n{field.name}:" not in written}
    assert missing == {"credits"}


def test_it_tells_what_it_wrote_and_wrote_nothing_else(tmp_path: Path) -> None:
    written = new_pack(tmp_path, TODAY)

    assert sorted(written) == sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert {path.name for path in written} >= {"pack.yaml", *schemas()}
    assert all(b"\r" not in path.read_bytes() for path in written)


def test_it_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")

    with pytest.raises(UsageError, match="not an empty folder"):
        new_pack(tmp_path, TODAY)
    with pytest.raises(UsageError, match="not an empty folder"):
        new_pack(tmp_path / "thesis.txt", TODAY)

    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
