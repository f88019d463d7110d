"""Steps from one layout to the next, cut short anywhere, and layouts from the future."""

from __future__ import annotations

import random
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.core.history.events import Reviewed
from studyapp.core.ports import NotSavedError
from studyapp.store import layout
from studyapp.store.backups import backups
from studyapp.store.database import connect
from studyapp.store.doctor import examine
from studyapp.store.folder import DataFolder
from studyapp.store.history import History
from studyapp.store.layout import STEPS, migrate, version
from tests.store.clocks import START, SetClock
from tests.store.power import Disk

LATER = (
    *STEPS,
    (
        "CREATE TABLE seen(item TEXT PRIMARY KEY, times INTEGER NOT NULL)",
        "INSERT INTO seen SELECT item, count(*) FROM event GROUP BY item",
    ),
    (
        "CREATE TABLE large(seq INTEGER PRIMARY KEY, body TEXT)",
        "INSERT INTO large SELECT seq, body FROM event",
    ),
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with 200 events in the present layout."""
    with closing(History(tmp_path / "data", SetClock())) as history:
        history.append([Reviewed(item=f"p/{number}", rating=3) for number in range(200)])
    return tmp_path / "data"


def tables(db: sqlite3.Connection) -> set[str]:
    return {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_power_cut_leaves_a_whole_layout_that_the_next_start_finishes(
    data: Path, tmp_path: Path
) -> None:
    disk = Disk(tmp_path)
    with disk.recording(), closing(connect(data / "history.db")) as db:
        migrate(db, LATER)
    rng = random.Random(8)
    seen = set()
    for cut in range(len(disk.log) + 1):
        image = tmp_path.parent / "image"
        image.mkdir()
        disk.image(cut, rng, image)
        with closing(connect(image / "data" / "history.db")) as db:
            assert layout.holds_together(db)
            seen.add(version(db))
            assert ("seen" in tables(db), "large" in tables(db)) == (
                version(db) > 1,
                version(db) > 2,
            )
            migrate(db, LATER)
            assert version(db) == 3
            assert db.execute("SELECT count(*) FROM large").fetchone() == (200,)
        shutil.rmtree(image)
    assert seen == {1, 2, 3}


def test_windows_that_migrate_at_once_do_it_once(data: Path) -> None:
    def run(_window: int) -> int:
        with closing(connect(data / "history.db")) as db:
            migrate(db, LATER)
            return version(db)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(run, range(4))) == [3] * 4


def test_a_step_that_fails_changes_nothing(data: Path) -> None:
    broken = (*STEPS, ("CREATE TABLE seen(item)", "SELECT * FROM nowhere"))
    with closing(connect(data / "history.db")) as db:
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            migrate(db, broken)
        assert (version(db), "seen" in tables(db)) == (1, False)


def test_there_is_a_backup_before_the_first_step(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(data / "backups")
    monkeypatch.setattr(layout, "STEPS", LATER)
    monkeypatch.setattr(migrate, "__defaults__", (LATER,))
    with closing(History(data, SetClock())) as history:
        assert len(list(history.events())) == 200
    (backup,) = backups(DataFolder(data))
    assert backup.events == 200
    with closing(connect(data / "history.db")) as db:
        assert version(db) == 3


def test_a_newer_layout_is_read_and_left_alone(data: Path) -> None:
    with closing(connect(data / "history.db")) as db:
        migrate(db, LATER)
        db.execute("ALTER TABLE event RENAME TO happened")
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    with closing(History(data, SetClock())) as history:
        assert history.state.kind == "newer"
        assert history.trouble is not None
        assert (history.trouble.code, history.trouble.values) == ("newer", {"version": "3"})
        assert len(list(history.events())) == 200
        with pytest.raises(NotSavedError):
            history.submit([Reviewed(item="p/a", rating=3)])
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before
    assert "newer" in {finding.code for finding in examine(data, START)}


@pytest.mark.parametrize("old", [(3, 34, 0), (3, 45, 0)])
def test_strict_is_only_asked_of_an_sqlite_that_knows_it(
    old: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib.util

    spec = importlib.util.find_spec("studyapp.store.layout")
    assert spec is not None
    assert spec.loader is not None
    monkeypatch.setattr(sqlite3, "sqlite_version_info", old)
    again = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(again)
    assert ("STRICT" in " ".join(again.STEPS[0])) == (old >= (3, 37))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        migrate(db, again.STEPS)
        assert layout.is_sound(db)
