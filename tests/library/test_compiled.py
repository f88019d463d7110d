"""A pack is compiled once, again when its YAML changes, and again when the file is damaged."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import get_args

import pytest

from studyapp.core.errors import ContentError
from studyapp.core.notes import Block
from studyapp.library.codec import from_json, to_json
from studyapp.library.compiled import CompiledPack
from studyapp.library.load import load_pack
from tests.library.packs import paragraph, put, section, write_pack

REBASE = section("rebase", title="Rebase")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A pack with two sections, to be edited."""
    return write_pack(tmp_path / "pack", REBASE, section("merge", title="Merge"))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@contextmanager
def opened(root: Path, cache: Path) -> Iterator[CompiledPack]:
    with closing(CompiledPack(root, cache)) as pack:
        yield pack


def compiles(root: Path, cache: Path) -> bool:
    """Open a pack and say whether it had to be compiled."""
    told: list[None] = []
    with closing(CompiledPack(root, cache, lambda: told.append(None))):
        return bool(told)


def titles(root: Path, cache: Path) -> list[str]:
    with opened(root, cache) as pack:
        return [entry.title.en for entry in pack.outline()]


def compiled_file(cache: Path) -> Path:
    (file,) = (cache / "packs").iterdir()
    return file


def test_compiled_once_and_used_again(root: Path, cache: Path) -> None:
    assert compiles(root, cache)
    assert not compiles(root, cache)


def test_holds_what_the_yaml_says(pack: Path, cache: Path) -> None:
    loaded = load_pack(pack).pack
    assert loaded is not None
    with opened(pack, cache) as compiled:
        ids = [entry.id for entry in compiled.outline()]
        assert compiled.cover == loaded.cover
        assert tuple(compiled.section(id_) for id_ in ids) == loaded.sections
        assert compiled.sources([source.id for source in loaded.sources]) == loaded.sources
        assert set(compiled.terms()) == set(loaded.terms)
        assert sum(compiled.counts.values()) == len(loaded.sections)
        for one in loaded.sections:
            assert {compiled.holder(ref) for ref in one.ids()} == {one.id}


def test_every_kind_of_block_comes_back_as_it_was(pack: Path) -> None:
    loaded = load_pack(pack).pack
    assert loaded is not None
    blocks = [block for one in loaded.sections for block in one.blocks]
    union, _ = get_args(Block)
    assert {type(block) for block in blocks} == set(get_args(union))
    for block in blocks:
        assert from_json(to_json(block)) == block


def test_sources_come_in_the_order_asked_for_without_unknown_ones(root: Path, cache: Path) -> None:
    with opened(root, cache) as pack:
        assert [source.id for source in pack.sources(["unheard-of", "book", "book"])] == ["book"]
        assert pack.sources([]) == ()


def test_what_is_not_there_is_said(root: Path, cache: Path) -> None:
    with opened(root, cache) as pack:
        assert pack.holder("cherry-pick") is None
        with pytest.raises(ContentError, match="cherry-pick"):
            pack.section("cherry-pick")


def test_a_pack_without_a_cover_cannot_be_opened(root: Path, cache: Path) -> None:
    (root / "pack.yaml").unlink()
    with pytest.raises(ContentError, match=r"pack\.yaml"):
        CompiledPack(root, cache)


def test_parts_left_out_are_remembered(root: Path, cache: Path) -> None:
    put(root, "notes/broken.yaml", {"sections": [section("broken", paragraph("p", text=""))]})
    assert compiles(root, cache)
    with opened(root, cache) as pack:
        (told,) = pack.dropped
        assert told.startswith("notes/broken.yaml:")


# --- changes of the YAML


def retitle(root: Path) -> None:
    put(root, "notes/all.yaml", {"sections": [section("rebase", title="Rebuild")]})


def add_a_file(root: Path) -> None:
    put(root, "notes/more.yaml", {"sections": [section("bisect", title="Bisect")]})


def remove_a_file(root: Path) -> None:
    (root / "sources/pages.yaml").unlink()


def keep_its_size(root: Path) -> None:
    file = root / "notes/all.yaml"
    file.write_text(file.read_text("utf-8").replace("Merge", "Mango"), "utf-8")


@pytest.mark.parametrize("change", [retitle, add_a_file, remove_a_file, keep_its_size])
def test_a_change_is_noticed_at_the_next_start(
    change: Callable[[Path], None], root: Path, cache: Path
) -> None:
    assert titles(root, cache) == ["Rebase", "Merge"]
    change(root)
    assert compiles(root, cache)
    assert not compiles(root, cache)


def test_what_was_edited_is_shown(root: Path, cache: Path) -> None:
    assert titles(root, cache) == ["Rebase", "Merge"]
    retitle(root)
    assert titles(root, cache) == ["Rebuild"]


def test_a_file_saved_unchanged_is_not_compiled_again(root: Path, cache: Path) -> None:
    assert compiles(root, cache)
    os.utime(root / "notes/all.yaml", (1, 1))
    assert not compiles(root, cache)


def test_a_pack_being_read_is_not_disturbed_by_a_new_one(root: Path, cache: Path) -> None:
    with opened(root, cache) as before:
        retitle(root)
        assert titles(root, cache) == ["Rebuild"]
        assert before.section("merge").title.en == "Merge"


def test_packs_do_not_get_in_each_others_way(root: Path, cache: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(root, tmp_path / "copy")
    retitle(copy)
    assert titles(root, cache) == ["Rebase", "Merge"]
    assert titles(copy, cache) == ["Rebuild"]
    assert not compiles(root, cache)


# --- damage


def sql(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as db, db:
        db.execute(statement)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "garbage": lambda file: file.write_bytes(b"\x00garbage" * 4_000),
    "cut short": lambda file: file.write_bytes(file.read_bytes()[:5_000]),
    "overwritten within": lambda file: file.write_bytes(
        file.read_bytes()[:4_096] + b"\xff" * 8_192 + file.read_bytes()[12_288:]
    ),
    "no table": lambda file: sql(file, "DROP TABLE meta"),
    "no cover": lambda file: sql(file, "DELETE FROM meta WHERE name = 'cover'"),
    "cover is no JSON": lambda file: sql(file, "UPDATE meta SET value = '{' WHERE name = 'cover'"),
    "cover of another shape": lambda file: sql(
        file, """UPDATE meta SET value = '{"_":"Cover","age":7}' WHERE name = 'cover'"""
    ),
    "no stamp": lambda file: sql(file, "DELETE FROM meta WHERE name = 'digest'"),
    "section is no JSON": lambda file: sql(file, "UPDATE section SET body = 'x'"),
    "section of an unknown kind": lambda file: sql(
        file, """UPDATE section SET body = '{"_":"Chapter"}'"""
    ),
    "no sections": lambda file: sql(file, "DROP TABLE section"),
    "no sources": lambda file: sql(file, "DROP TABLE source"),
    "counts are no JSON": lambda file: sql(
        file, "UPDATE meta SET value = '?' WHERE name = 'counts'"
    ),
}


@pytest.mark.parametrize("damage", list(DAMAGE))
def test_a_damaged_file_is_made_again(damage: str, root: Path, cache: Path) -> None:
    assert compiles(root, cache)
    DAMAGE[damage](compiled_file(cache))
    with opened(root, cache) as pack:
        assert pack.cover.id == "a-pack"
        assert pack.counts == {"branching": 2}
        assert [entry.id for entry in pack.outline()] == ["rebase", "merge"]
        assert pack.section("merge").title.en == "Merge"
        assert [source.id for source in pack.sources(["book"])] == ["book"]
    assert not compiles(root, cache)


def test_every_thread_may_read_it_even_damaged(root: Path, cache: Path) -> None:
    titles(root, cache)
    with closing(sqlite3.connect(compiled_file(cache))) as db, db:
        db.execute("UPDATE section SET body = 'scrambled'")
    with opened(root, cache) as pack, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(pack.section, ["rebase", "merge"] * 40))
    assert [section.title.en for section in found] == ["Rebase", "Merge"] * 40


def test_where_nothing_can_be_written_the_pack_lives_in_memory(root: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.write_text("a file where a folder should be")
    with opened(root, cache) as pack:
        assert pack.section("merge").title.en == "Merge"
    assert cache.is_file()


def test_a_folder_in_the_place_of_the_file_is_left_alone(root: Path, cache: Path) -> None:
    assert compiles(root, cache)
    file = compiled_file(cache)
    file.unlink()
    (file / "precious").mkdir(parents=True)
    assert titles(root, cache) == ["Rebase", "Merge"]
    assert [left.name for left in (cache / "packs").iterdir()] == [file.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_learner_may_read_it(root: Path, cache: Path) -> None:
    before = os.umask(0)
    try:
        assert compiles(root, cache)
    finally:
        os.umask(before)
    assert stat.S_IMODE((cache / "packs").stat().st_mode) == 0o700
    assert stat.S_IMODE(compiled_file(cache).stat().st_mode) == 0o600
