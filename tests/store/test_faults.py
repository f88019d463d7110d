"""A full disk, a home that cannot be written to, a locked file, a network, and other windows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from studyapp.core.history.events import Reviewed
from studyapp.core.ports import NotSavedError
from studyapp.store import database, history, places
from studyapp.store.database import connect
from studyapp.store.disk import write_durably
from studyapp.store.history import History
from studyapp.store.layout import holds_together
from tests.privileges import bound_by_modes
from tests.store.clocks import SetClock, StepClock
from tests.store.trials import ids

REVIEW = Reviewed(item="p/a", rating=3)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system of 4 MB."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = shutil.which("mount") and os.geteuid() == 0
    if (
        not mounted
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", place],
            capture_output=True,
            check=False,
        ).returncode
    ):
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", place], check=True)


def filled(folder: Path, how: str) -> dict[str, Any]:
    program = [sys.executable, "-m", "tests.store.filling", str(folder), how]
    said: dict[str, Any] = json.loads(
        subprocess.run(program, capture_output=True, text=True, check=True).stdout
    )
    return said


def test_a_full_disk_loses_nothing_and_saving_goes_on_when_there_is_room(small_disk: Path) -> None:
    said = filled(small_disk / "data", "disk")
    assert (said["trouble"], said["after"]) == ("full", None)
    assert "full-ballast" in said["notices"]
    assert len(said["kept"]) > 100
    assert ids(small_disk / "data") == set(said["kept"])
    with closing(connect(small_disk / "data" / "history.db")) as db:
        assert holds_together(db)


def test_files_that_may_not_grow_lose_nothing(tmp_path: Path) -> None:
    said = filled(tmp_path / "data", "limit")
    assert said["trouble"] in {"full", "refused"}
    assert said["after"] is None
    assert ids(tmp_path / "data") == set(said["kept"])
    assert len(said["kept"]) > 100


@pytest.fixture
def short_files() -> Iterator[None]:
    """No file may grow beyond 1 kB."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("short_files")
def test_a_file_that_could_not_be_written_whole_leaves_the_old_one_alone(tmp_path: Path) -> None:
    write_durably(tmp_path / "file", b"old")
    with pytest.raises(OSError, match="too large"):
        write_durably(tmp_path / "file", bytes(2_000))
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises((IsADirectoryError, PermissionError)):
        write_durably(tmp_path / "file", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


LOOK = """
import sys, pathlib
from studyapp.core.history.events import Reviewed
from studyapp.core.ports import NotSavedError
from studyapp.store.history import History
from tests.store.clocks import SetClock
history = History(pathlib.Path(sys.argv[1]), SetClock())
try:
    history.submit([Reviewed(item="p/a", rating=3)])
except NotSavedError as error:
    print(history.state.kind, error.why.code, len(list(history.events())))
history.close()
"""

HOT = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute('PRAGMA journal_mode = TRUNCATE')
db.execute('PRAGMA cache_size = 2')
db.execute('BEGIN IMMEDIATE')
for n in range(4000):
    db.execute('INSERT INTO meta VALUES(?, ?)', (n, 'x' * 500))
os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("state", ["clean", "after a crash", "damaged", "no database"])
def test_a_home_that_cannot_be_written_to_can_be_read(tmp_path: Path, state: str) -> None:
    folder = tmp_path / "data"
    with closing(History(folder, SetClock())) as made:
        made.append([REVIEW] * 20)
    if state == "after a crash":
        subprocess.run([sys.executable, "-c", HOT, str(folder / "history.db")], check=False)
        assert (folder / "history.db-journal").stat().st_size
    elif state == "damaged":
        (folder / "history.db").write_bytes(b"x" * 9_000)
    elif state == "no database":
        (folder / "history.db").unlink()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    child = subprocess.run(
        bound_by_modes([sys.executable, "-c", LOOK, str(folder)]),
        capture_output=True,
        text=True,
        check=False,
    )
    for path in (folder, *folder.rglob("*")):
        path.chmod(path.stat().st_mode | 0o200)
    assert (child.stdout, child.stderr) == ("read-only refused 20\n", "")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_locked_database_is_waited_for_told_and_then_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    monkeypatch.setattr(history, "PATIENCE", 1.0)
    with closing(History(tmp_path, SetClock())) as store:
        store.append([REVIEW])
        with closing(connect(tmp_path / "history.db")) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(NotSavedError) as caught:
                store.append([REVIEW])
            assert caught.value.why.code == "busy"
            waiting = store.submit([REVIEW])
            assert not store.changes()  # and whoever asks does not wait
            other.execute("ROLLBACK")
        assert waiting.result(30)[0].number == 3
        assert store.trouble is None
        assert len(list(store.events())) == 3


def test_a_history_locked_at_the_start_is_read_and_told_to_need_another_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(History(tmp_path, SetClock())) as store:
        store.append([REVIEW])
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    with closing(connect(tmp_path / "history.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with closing(History(tmp_path, SetClock())) as store:
            assert len(list(store.events())) == 1
            other.execute("ROLLBACK")
            with pytest.raises(NotSavedError) as caught:
                store.append([REVIEW])
    assert caught.value.why.code == "locked"


def test_what_cannot_be_saved_by_the_end_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    store = History(tmp_path, SetClock())
    with closing(connect(tmp_path / "history.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        waiting = store.submit([REVIEW, REVIEW])
        assert store.close() == 2
    assert isinstance(waiting.exception(0), NotSavedError)
    assert ids(tmp_path) == set()


@pytest.mark.parametrize("windows", [2, 4])
def test_windows_that_write_at_once_keep_everything(tmp_path: Path, windows: int) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.store.writing", str(tmp_path / "data"), "40"],
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(windows)
    ]
    told = [program.communicate()[0].split() for program in programs]
    assert [program.returncode for program in programs] == [0] * windows
    with closing(History(tmp_path / "data", StepClock())) as store:
        events = list(store.events())
        assert store.notices == ()
    assert [event.id for event in events] == [
        event.id for event in sorted(events, key=lambda e: e.number)
    ]
    assert {event.id for event in events} == {id_ for ids_ in told for id_ in ids_}
    assert [event.number for event in events] == list(range(1, 40 * windows + 1))
    assert len({event.device for event in events}) == 1


MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /home rw - nfs4 server:/home rw
31 30 0:41 / /home/me/my\\040disk rw - ext4 /dev/sdb rw
32 22 0:42 / /mnt/s rw - fuse.sshfs me@host: rw
broken
33 22 0:43 / /nothing - \
"""


@pytest.mark.parametrize(
    ("folder", "code", "system"),
    [
        ("/srv/data", None, None),
        ("/home/me/data", "place-remote", "nfs4"),
        ("/home/me/my disk/data", None, None),
        ("/mnt/s/x", "place-remote", "fuse.sshfs"),
        ("/srv/Dropbox/study", "place-synced", "Dropbox"),
        ("/srv/OneDrive - Firm/study", "place-synced", "OneDrive"),
    ],
)
def test_a_folder_on_a_network_or_kept_in_step_is_told(
    folder: str, code: str | None, system: str | None
) -> None:
    notice = places.remark(Path(folder), MOUNTS)
    assert (notice and notice.code, notice and notice.values["system"]) == (code, system)


def test_a_folder_of_syncthing_is_known_by_its_mark(tmp_path: Path) -> None:
    assert places.remark(tmp_path / "data", "") is None
    (tmp_path / ".stfolder").mkdir()
    notice = places.remark(tmp_path / "data", "")
    assert notice is not None
    assert notice.values["system"] == "Syncthing"
    with closing(History(tmp_path / "data", SetClock())) as store:
        assert [notice.code for notice in store.notices] == ["place-synced"]
        assert store.append([REVIEW])
