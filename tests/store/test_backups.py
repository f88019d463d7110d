"""Backups: whole before they count, thinned with age, and only ever added from."""

from __future__ import annotations

import gzip
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from studyapp.core.history.events import Reviewed
from studyapp.store.backups import Backup, backups, is_due, kept
from studyapp.store.exchange import restore
from studyapp.store.folder import DataFolder
from studyapp.store.history import History
from tests.store.clocks import START, SetClock

REVIEW = Reviewed(item="p/a", rating=3)


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


def use(data: DataFolder, clock: SetClock, acts: int = 1) -> None:
    with closing(History(data.path, clock)) as history:
        history.append([REVIEW] * acts)
        assert [notice for notice in history.notices if notice.code.startswith("backup")] == []


def test_the_first_act_makes_one_and_then_every_half_hour_of_use(data: DataFolder) -> None:
    clock = SetClock()
    use(data, clock)
    use(data, clock)
    assert [backup.events for backup in backups(data)] == [1]
    clock.move(minutes=31)
    use(data, clock)
    assert [backup.events for backup in backups(data)] == [1, 3]
    clock.move(days=-300)  # a clock that was wrong for a while neither stops nor hurries them
    for _ in range(3):
        use(data, clock)
    assert [backup.events for backup in backups(data)] == [4, 3]


def test_nothing_is_left_of_one_that_was_not_finished(data: DataFolder) -> None:
    clock = SetClock()
    use(data, clock)
    (data.backups / "unfinished.db").write_bytes(b"half")
    (data.backups / "unfinished.gz").write_bytes(b"half")
    clock.move(hours=1)
    use(data, clock)
    assert sorted(path.suffix for path in data.backups.iterdir()) == ["", ".gz", ".gz"]


def test_thinning_keeps_all_of_two_days_and_the_last_of_days_weeks_and_months() -> None:
    made = [
        Backup(START - timedelta(hours=hours), 100_000 - hours, False, Path(str(hours)))
        for hours in range(0, 24 * 500, 3)
    ]
    keep = kept(made, START)
    recent = {backup for backup in made if START - backup.at < timedelta(days=2)}
    assert recent <= keep
    assert max(made) in keep
    older = sorted(keep - recent)
    days = {backup.at.date() for backup in older}
    assert len(older) == len(days)  # at most one of a day
    assert 5 + 6 + 9 <= len(older) <= 7 + 8 + 12
    assert START - older[0].at > timedelta(days=300)
    assert kept(sorted(keep), START) == keep


def test_the_newest_the_largest_and_those_with_fewer_are_never_thinned() -> None:
    largest = Backup(START - timedelta(days=3000), 9_000, False, Path("a"))
    fewer = Backup(START - timedelta(days=2000, hours=1), 5, True, Path("b"))
    others = [
        Backup(START - timedelta(days=700 + day), 10, False, Path(f"c{day}")) for day in range(600)
    ]
    keep = kept([largest, fewer, *others], START)
    assert {largest, fewer, max(others)} <= keep
    assert len(keep) < len(others)
    assert kept([], START) == set()


def test_one_with_fewer_events_is_kept_beside_the_others_and_told(data: DataFolder) -> None:
    clock = SetClock()
    use(data, clock, 50)
    shutil.copytree(data.path, data.path.with_name("small"))
    clock.move(hours=1)
    (data.backups / "2026-11-22T093000Z-999.db.gz").write_bytes(
        next(data.backups.glob("*-50.db.gz")).read_bytes()
    )
    with closing(History(data.path, clock)) as history:
        notice = history.back_up()
        assert notice is not None
        assert (notice.code, notice.values) == ("backup-fewer", {"events": 50, "before": 999})
        clock.move(hours=1)
        assert history.back_up() is None  # it is told once
    assert [backup.fewer for backup in backups(data)] == [False, False, True, False]


def test_restoring_adds_what_is_missing_and_takes_nothing(data: DataFolder, tmp_path: Path) -> None:
    clock = SetClock()
    use(data, clock, 30)
    (backup,) = backups(data)
    other = DataFolder(tmp_path / "other")
    use(other, clock, 5)
    with closing(History(other.path, clock)) as history:
        before = set(history.records())
        assert restore(history, backup.path)[:2] == (30, 0)
        assert restore(history, backup.path)[:2] == (0, 30)
        assert before < set(history.records())
        assert history.changes()
    other.database.unlink()  # what was restored is in the journal too
    with closing(History(other.path, clock)) as history:
        assert len(list(history.events())) == 35


def test_a_backup_that_is_damaged_is_refused(data: DataFolder) -> None:
    clock = SetClock()
    use(data, clock, 30)
    (backup,) = backups(data)
    raw = backup.path.read_bytes()
    with closing(History(data.path, clock)) as history:
        for damaged in (raw[:-9], raw[:50], b"no gzip at all", gzip.compress(b"no database" * 99)):
            (data.path / "b.db.gz").write_bytes(damaged)
            with pytest.raises(OSError, match=r"b\.db\.gz|gzip"):
                restore(history, data.path / "b.db.gz")
        assert len(list(history.events())) == 30


def test_a_folder_that_takes_no_backup_is_told_and_the_act_is_kept(data: DataFolder) -> None:
    data.path.mkdir()
    data.backups.write_text("in the way")
    with closing(History(data.path, SetClock())) as history:
        history.append([REVIEW])
        history.close()
        assert [notice.code for notice in history.notices] == ["backup-failed"]
    assert is_due(data, START)
