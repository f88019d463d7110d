"""Damage of every kind, and what is left after it."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.history.events import Reviewed
from studyapp.core.ports import Notice
from studyapp.store.database import connect
from studyapp.store.history import History
from studyapp.store.salvage import salvage
from tests.store.clocks import SetClock, StepClock
from tests.store.trials import HARMS, ids

REVIEW = Reviewed(item="p/a", rating=3, milliseconds=4200)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with 600 events and no backup; not to be written to."""
    folder = tmp_path_factory.mktemp("made") / "data"
    with closing(History(folder, StepClock())) as history:
        history.append([REVIEW] * 600)
    shutil.rmtree(folder / "backups")
    return folder


@pytest.fixture
def data(made: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    shutil.copytree(made, tmp_path / "data")
    return tmp_path / "data"


def opened(folder: Path) -> tuple[int, tuple[Notice, ...]]:
    """The number of events, and what opening told."""
    with closing(History(folder, StepClock())) as history:
        assert history.state.kind == "writable"
        return len(list(history.events())), history.notices


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("seed", range(3))
def test_either_copy_is_enough(data: Path, harm: str, seed: int) -> None:
    HARMS[harm](data, random.Random(seed))
    assert opened(data)[0] == 600
    assert opened(data) == (600, ())  # and it is told once


@pytest.mark.parametrize("harm", [harm for harm in HARMS if harm.startswith("journal")])
def test_a_mended_journal_is_enough_again(data: Path, harm: str) -> None:
    HARMS[harm](data, random.Random(1))
    events, notices = opened(data)
    (mended,) = [notice for notice in notices if notice.code == "journal-mended"]
    assert 0 < int(mended.values["events"]) <= 600
    (data / "history.db").unlink()
    assert opened(data)[0] == events == 600


def test_what_is_damaged_is_kept_and_counted(data: Path) -> None:
    HARMS["header of the database lost"](data, random.Random(1))
    damaged = (data / "history.db").read_bytes()
    events, notices = opened(data)
    notice = notices[0]
    assert len(notices) == 1
    assert notice.code == "rebuilt-damaged"
    counts = {name: notice.values[name] for name in ("events", "database", "journal", "missing")}
    assert counts == {"events": 600, "database": 600, "journal": 0, "missing": 0}
    assert (Path(str(notice.values["aside"])) / "history.db").read_bytes() == damaged
    HARMS["database emptied"](data, random.Random(1))
    opened(data)
    HARMS["database scrambled"](data, random.Random(1))
    opened(data)
    assert len(list((data / "damaged").iterdir())) == 2  # an empty file is not damaged
    assert events == 600


def test_both_damaged_leaves_only_out_what_is_gone_in_both(data: Path) -> None:
    rng = random.Random(5)
    raw = bytearray((data / "history.db").read_bytes())
    leaves = [page for page in range(1, len(raw) // 4096) if raw[page * 4096] == 0x0D]
    for page in rng.sample(leaves, 8):
        raw[page * 4096 : page * 4096 + 4096] = bytes(4096)
    (data / "history.db").write_bytes(raw)
    in_database = {record.id for record in salvage(data / "history.db")}
    (log,) = data.glob("journal/*/*.log")
    lines = log.read_bytes().split(b"\n")
    log.write_bytes(b"\n".join(lines[: len(lines) // 2]))
    in_journal = {line[13:45].decode() for line in lines[: len(lines) // 2]}
    events, notices = opened(data)
    assert 300 <= events < 600
    assert ids(data) == in_database | in_journal
    rebuilt = next(notice for notice in notices if notice.code == "rebuilt-damaged")
    assert rebuilt.values["events"] == events
    assert rebuilt.values["database"] == len(in_database)
    assert rebuilt.values["journal"] == len(in_journal - in_database)


def test_when_both_are_gone_the_newest_backup_that_can_be_read_is_used(data: Path) -> None:
    with closing(History(data, StepClock())) as history:
        assert history.back_up() is None
        history.append([REVIEW])
        assert history.back_up() is None
    newest = max(data.glob("backups/*.gz"))
    newest.write_bytes(newest.read_bytes()[:-20])
    shutil.rmtree(data / "journal")
    (data / "history.db").unlink()
    events, notices = opened(data)
    assert (events, notices[0].code, notices[0].values["backup"]) == (600, "rebuilt-missing", 600)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**6), changes=st.integers(1, 30))
def test_scattered_damage_of_the_database_never_loses_anything(
    made: Path, tmp_path_factory: pytest.TempPathFactory, seed: int, changes: int
) -> None:
    folder = tmp_path_factory.mktemp("scattered") / "data"
    shutil.copytree(made, folder)
    rng = random.Random(seed)
    raw = bytearray((folder / "history.db").read_bytes())
    for _ in range(changes):
        raw[rng.randrange(len(raw))] = rng.randrange(256)
    (folder / "history.db").write_bytes(raw)
    with closing(History(folder, StepClock())) as history:
        history.check()
        assert len(list(history.events())) == 600
    shutil.rmtree(folder)


def test_salvage_reads_every_row_of_pages_that_are_whole(made: Path, tmp_path: Path) -> None:
    raw = (made / "history.db").read_bytes()
    (tmp_path / "db").write_bytes(b"\xff" * 100 + raw[100:])
    assert len({record.id for record in salvage(tmp_path / "db")}) == 600
    (tmp_path / "db").write_bytes(b"\xff" * 4096)
    assert list(salvage(tmp_path / "db")) == []


def test_a_flipped_bit_in_an_event_is_found_when_it_is_read(data: Path) -> None:
    raw = bytearray((data / "history.db").read_bytes())
    raw[raw.index(b'"milliseconds":4200') + 16] ^= 1
    (data / "history.db").write_bytes(raw)
    with closing(History(data, StepClock())) as history:
        told = len(history.notices)
        assert told == 0  # a quick look cannot see it
        assert len({event.id for event in history.events()}) == 600  # the journal has it still
        assert [notice.code for notice in history.notices] == ["rebuilt-damaged"]
        assert len(list(history.events())) == 600
        history.append([REVIEW])
    assert opened(data) == (601, ())


@pytest.mark.parametrize(("days", "told"), [(6.9, []), (7, ["rebuilt-damaged"])])
def test_a_history_that_stays_open_is_checked_once_a_week(
    data: Path, days: float, told: list[str]
) -> None:
    clock = SetClock()
    with closing(History(data, clock)) as history:
        raw = bytearray((data / "history.db").read_bytes())
        raw[raw.index(b'"milliseconds":4200') + 16] ^= 1
        (data / "history.db").write_bytes(raw)
        clock.move(days=days)
        assert not history.changes()
    assert [notice.code for notice in history.notices] == told


@pytest.mark.parametrize("removed", ["history.db", "journal"])
def test_a_copy_that_vanishes_while_the_program_runs_comes_back(data: Path, removed: str) -> None:
    with closing(History(data, StepClock())) as history:
        history.append([REVIEW])
        path = data / removed
        path.unlink() if path.is_file() else shutil.rmtree(path)
        history.append([REVIEW])
    assert opened(data)[0] == 602
    shutil.rmtree(data / "journal")
    assert opened(data)[0] == 602


def test_a_window_follows_when_another_makes_the_database_anew(data: Path) -> None:
    here = History(data, StepClock())
    here.append([REVIEW])
    position = here.position
    HARMS["header of the database lost"](data, random.Random(2))
    there = History(data, StepClock())
    there.append([REVIEW])
    here.append([REVIEW])
    assert there.changes()
    there.append([REVIEW])
    assert here.changes()
    assert not here.changes()
    assert {event.id for event in here.events(position)} >= {e.id for e in there.events()} - ids(
        data
    )
    assert len(list(here.events())) == len(list(there.events())) == 604
    here.close()
    there.close()


def test_what_a_crash_left_in_the_database_alone_goes_to_the_journal(data: Path) -> None:
    with closing(History(data, StepClock())) as history:
        (record, *_) = history.records()
    lost = record._replace(id="0" * 31 + "1", number=601)
    with closing(connect(data / "history.db")) as db:
        from studyapp.store.database import insert

        insert(db, [lost])
    assert opened(data) == (601, ())
    assert any(b'"%s"' % lost.id.encode() in path.read_bytes() for path in data.glob("journal/*/*"))


def test_a_row_cannot_be_changed_or_removed(data: Path) -> None:
    with closing(connect(data / "history.db")) as db:
        for sql in (
            "UPDATE event SET at = 0",
            "DELETE FROM event",
            "INSERT OR REPLACE INTO event SELECT * FROM event LIMIT 1",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                db.execute(sql)
        with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
            db.execute(
                "INSERT INTO event VALUES(NULL, x'00', x'00', 1, 1, 1, 'k', NULL, '{}', 1)"
                " ON CONFLICT(id) DO NOTHING"
            )


def test_a_database_that_belongs_to_another_program_is_set_aside(data: Path) -> None:
    (data / "history.db").unlink()
    with closing(sqlite3.connect(data / "history.db")) as db:
        db.execute("CREATE TABLE moz_places(id)")
        db.commit()
    events, notices = opened(data)
    assert (events, [notice.code for notice in notices]) == (600, ["rebuilt-damaged"])


def test_a_killed_transaction_beside_a_missing_database_does_no_harm(data: Path) -> None:
    script = (
        "import os, sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute('PRAGMA journal_mode = TRUNCATE')\n"
        "db.execute('PRAGMA cache_size = 2')\n"
        "db.execute('BEGIN IMMEDIATE')\n"
        "for n in range(4000):\n"
        "    db.execute('INSERT INTO meta VALUES(?, ?)', (n, 'x' * 500))\n"
        "os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(data / "history.db")], check=False)
    assert (data / "history.db-journal").stat().st_size
    shutil.copytree(data, data.parent / "other")
    assert opened(data) == (600, ())
    (data.parent / "other" / "history.db").unlink()
    events, notices = opened(data.parent / "other")
    assert (events, [notice.code for notice in notices]) == (600, ["rebuilt-missing"])
