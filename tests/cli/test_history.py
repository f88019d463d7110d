"""The commands that keep the history: export, import, restore, doctor, where; and the cards."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess, run
from typing import TYPE_CHECKING, Any

import pytest

from studyapp.cli import main
from studyapp.core.history.events import Reviewed
from studyapp.store.history import History
from tests.privileges import bound_by_modes
from tests.store.clocks import StepClock
from tests.store.trials import ids

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Program = Callable[..., CompletedProcess[str]]

PROGRAM = (sys.executable, "-m", "studyapp")
REPOSITORY = Path(__file__).parents[2]
REVIEW = Reviewed(item="task-2.2/a", rating=3)
EVENTS = 30


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("home")
    own = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA")}
    own["XDG_CACHE_HOME"] = str(cache)
    return os.environ | own | {"LC_ALL": "C.UTF-8", "COLUMNS": "80", "PYTHONPATH": str(REPOSITORY)}


@pytest.fixture
def program(
    env: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Program:
    """Runs the program with its data in a folder of the test; by itself where `argv` starts it."""
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)

    def run_program(
        *arguments: str, data: str = "data", argv: Sequence[str] = ()
    ) -> CompletedProcess[str]:
        command = [*arguments, "--data", str(tmp_path / data)]
        if argv:
            return run([*argv, *command], capture_output=True, encoding="utf-8", check=False)
        code = main(command)
        return CompletedProcess(command, code, *capsys.readouterr())

    return run_program


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A history with some events; its folder."""
    folder = tmp_path / "data" / "history"
    with closing(History(folder, StepClock())) as made:
        made.append([REVIEW] * EVENTS)
    return folder


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """The history of another computer; its folder."""
    folder = tmp_path / "other" / "history"
    with closing(History(folder, StepClock())) as made:
        made.append([REVIEW] * 5)
    return folder


def findings(printed: CompletedProcess[str]) -> dict[str, dict[str, Any]]:
    return {each["code"]: each for each in json.loads(printed.stdout)["findings"]}


# --- export and import


def test_an_exported_history_comes_back_byte_for_byte(program: Program, history: Path) -> None:
    assert program("history", "export", "taken.jsonl").stdout == (
        f"Events written to taken.jsonl: {EVENTS}.\n"
    )
    merged = program("history", "import", "taken.jsonl", data="new")
    assert (merged.returncode, merged.stderr) == (0, "")
    assert merged.stdout == f"Events added: {EVENTS}. There already: 0. Lines skipped: 0.\n"
    taken = (history.parents[1] / "taken.jsonl").read_text("utf-8")
    for data in ("data", "new"):
        assert program("history", "export", data=data).stdout == taken
    again = program("history", "import", "taken.jsonl", data="new").stdout
    assert again == f"Events added: 0. There already: {EVENTS}. Lines skipped: 0.\n"


def test_two_computers_come_to_the_same(program: Program, history: Path, other: Path) -> None:
    program("history", "export", "a.jsonl")
    program("history", "export", "b.jsonl", data="other")
    program("history", "import", "b.jsonl", "a.jsonl")
    program("history", "import", "a.jsonl", data="other")
    assert program("history", "export").stdout == program("history", "export", data="other").stdout
    assert len(ids(history)) == EVENTS + 5


def test_a_pipe_takes_a_history_to_another_folder(
    env: dict[str, str], history: Path, tmp_path: Path
) -> None:
    app = shlex.join(PROGRAM)
    line = f"{app} history export --data data - | {app} history import --data new -"
    run(["sh", "-c", line], env=env, cwd=tmp_path, capture_output=True, check=True)
    assert ids(tmp_path / "new" / "history") == ids(history)


def test_wrong_lines_are_told_by_their_number_and_skipped(program: Program, history: Path) -> None:
    lines = program("history", "export").stdout.splitlines()
    lines[3] = lines[3].replace("Reviewed", "reviewed")
    lines[6:6] = ["", "no event", "  "]
    (history.parents[1] / "wrong.jsonl").write_text("\r\n".join(lines), "utf-8")
    merged = program("history", "import", "wrong.jsonl", "--lang", "vi", data="new")
    assert merged.returncode == 1
    assert [line.partition(": ")[0] for line in merged.stderr.splitlines()] == [
        "wrong.jsonl:4",
        "wrong.jsonl:8",
    ]
    assert f"đã thêm: {EVENTS - 1}. Đã có sẵn: 0. Số dòng bỏ qua: 2." in merged.stdout


def test_a_file_full_of_wrong_lines_is_told_in_few(program: Program, tmp_path: Path) -> None:
    (tmp_path / "noise").write_bytes(b"\xff\x1b[2J\n" * 1_000)
    merged = program("history", "import", "noise")
    assert merged.returncode == 1
    assert "noise: further lines of this kind that were skipped: 980." in merged.stderr
    assert "\x1b" not in merged.stderr
    assert not (tmp_path / "data").exists()


def test_what_can_be_read_is_added_when_another_file_cannot(
    program: Program, history: Path, other: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    names = ("missing", "empty", "x" * 300, str(other / "journal"))
    merged = program("history", "import", *names)
    assert merged.returncode == 1
    assert merged.stderr.count("skipped") == 3
    assert merged.stdout == "Events added: 5. There already: 0. Lines skipped: 0.\n"
    assert len(ids(history)) == EVENTS + 5


def test_an_export_replaces_no_file(program: Program, history: Path, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    (tmp_path / "link").symlink_to("nowhere")
    for name in ("there", "link", ".", "/dev/null", "there/below", "y" * 300):
        refused = program("history", "export", name)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr.startswith(f"studyapp: {name}")
        assert refused.stderr.count("\n") == 1
    assert (tmp_path / "there").read_text() == "mine"


@pytest.mark.parametrize(
    ("command", "code"), [("history export", 1), ("history backups", 0), ("restore", 1)]
)
def test_looking_for_a_history_that_is_not_there_makes_none(
    program: Program, tmp_path: Path, command: str, code: int
) -> None:
    looked = program(*command.split())
    assert looked.returncode == code
    assert "yet" in looked.stdout + looked.stderr
    assert not (tmp_path / "data").exists()


def test_closed_input_and_output_are_no_fault(
    env: dict[str, str], history: Path, tmp_path: Path
) -> None:
    for command in (
        "import - <&-",
        "export >&-",
        "backups >&-",
    ):
        line = f"{shlex.join(PROGRAM)} --data data history {command}"
        ended = run(["sh", "-c", line], env=env, cwd=tmp_path, capture_output=True, check=False)
        assert b"Traceback" not in ended.stderr


# --- restore


def test_a_backup_gives_back_what_is_gone_and_takes_nothing(
    program: Program, history: Path, tmp_path: Path
) -> None:
    with closing(History(history, StepClock())) as made:
        assert made.back_up() is None
    before = ids(history)
    shutil.copytree(history / "backups", tmp_path / "kept")
    shutil.rmtree(history)
    with closing(History(history, StepClock())) as made:
        (newer,) = made.append([REVIEW])
    newest = max(path.name for path in (tmp_path / "kept").glob("*.gz"))
    restored = program("restore", str(tmp_path / "kept" / newest))
    assert restored.returncode == 0
    assert f"added: {EVENTS}, there already: 0." in restored.stdout
    assert ids(history) == before | {newer.id}


def test_the_newest_backup_that_can_be_read_is_restored(program: Program, history: Path) -> None:
    with closing(History(history, StepClock())) as made:
        made.append([REVIEW])
        assert made.back_up() is None
    *_, whole, newest = sorted(history.glob("backups/*.gz"))
    newest.write_bytes(newest.read_bytes()[:-9])
    listed = program("history", "backups").stdout
    assert f"{newest.name}: made 2026-11-22" in listed
    restored = program("restore")
    assert restored.returncode == 0
    assert f"{newest.name} is damaged" in restored.stderr
    assert restored.stdout.startswith(f"From {whole.name}: ")
    assert program("restore", newest.name).returncode == 1
    unknown = program("restore", "other.db.gz")
    assert unknown.returncode == 2
    assert "`studyapp history backups` lists them" in unknown.stderr


# --- doctor


def test_the_doctor_finds_a_whole_history_on_one_screen(program: Program, history: Path) -> None:
    files = {path: path.read_bytes() for path in history.rglob("*") if path.is_file()}
    for lang, verdict in (("en", "All is well."), ("vi", "Mọi thứ đều ổn.")):
        looked = program("doctor", "--lang", lang)
        assert (looked.returncode, looked.stderr) == (0, "")
        *_, last = lines = looked.stdout.splitlines()
        assert last == verdict
        assert len(lines) < 24
        assert max(map(len, lines)) <= 80
    assert {path: path.read_bytes() for path in history.rglob("*") if path.is_file()} == files


def test_the_doctor_repairs_what_is_damaged(program: Program, history: Path) -> None:
    before = ids(history)
    (history / "history.db").write_bytes(b"x" * 9_000)
    shutil.rmtree(history / "backups")
    assert program("doctor").returncode == 2
    repaired = program("doctor", "--repair", "--json")
    assert repaired.returncode == json.loads(repaired.stdout)["exit_code"] == 0
    assert "rebuilt-damaged" in [each["code"] for each in json.loads(repaired.stdout)["done"]]
    assert findings(repaired)["set-aside"]["severity"] == "remark"
    assert ids(history) == before
    assert (next(history.glob("damaged/*")) / "history.db").read_bytes() == b"x" * 9_000


def test_copies_that_differ_are_trouble_until_they_are_repaired(
    program: Program, history: Path
) -> None:
    shutil.rmtree(history / "journal")
    looked = program("doctor", "--json")
    assert looked.returncode == 1
    assert findings(looked)["copies-differ"]["values"] == {"database": EVENTS, "journal": 0}
    assert program("doctor", "--repair").returncode == 0
    assert program("doctor").returncode == 0


KILLED_WHILE_WRITING = """
import os, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode = TRUNCATE")
db.execute("PRAGMA cache_size = 2")
db.execute("BEGIN IMMEDIATE")
for n in range(4000):
    db.execute("INSERT INTO meta VALUES(?, ?)", (n, "x" * 500))
os.kill(os.getpid(), 9)
"""


def kill_while_writing(history: Path) -> None:
    run([sys.executable, "-c", KILLED_WHILE_WRITING, str(history / "history.db")], check=False)
    assert (history / "history.db-journal").stat().st_size


def test_items_that_the_pack_no_longer_has_are_listed(program: Program, history: Path) -> None:
    with closing(History(history, StepClock())) as made:
        made.append([Reviewed(item="task-2.2/fc-question-four-things", rating=3)])
    assert json.loads(program("doctor", "--json").stdout)["parked"] == ["task-2.2/a"]
    assert "the pack no longer has: 1. Their history is kept: task-2.2/a" in " ".join(
        program("doctor").stdout.split()
    )


def test_what_a_crash_left_half_written_is_no_trouble(program: Program, history: Path) -> None:
    kill_while_writing(history)
    files = {path: path.read_bytes() for path in history.rglob("*") if path.is_file()}
    looked = program("doctor", "--json")
    assert looked.returncode == 0
    assert findings(looked)["interrupted"]["severity"] == "remark"
    assert findings(looked)["events"]["values"] == {"events": EVENTS, "devices": 1}
    assert {path: path.read_bytes() for path in history.rglob("*") if path.is_file()} == files


def test_a_history_of_a_newer_version_is_read_and_not_written(
    program: Program, history: Path, other: Path
) -> None:
    with closing(sqlite3.connect(history / "history.db")) as db:
        db.execute("PRAGMA user_version = 99")
    raw = (history / "history.db").read_bytes()
    assert program("doctor").returncode == 2
    refused = program("history", "import", str(other / "journal"))
    assert refused.returncode == 1
    assert "newer version of studyapp" in refused.stderr
    exported = program("history", "export")
    assert (exported.returncode, len(exported.stdout.splitlines())) == (0, EVENTS)
    assert (history / "history.db").read_bytes() == raw


# --- surroundings


@pytest.mark.parametrize("state", ["clean", "after a crash", "damaged", "no database"])
def test_a_home_that_cannot_be_written_to_is_read_without_a_fault(
    program: Program, history: Path, other: Path, state: str
) -> None:
    if state == "after a crash":
        kill_while_writing(history)
    elif state == "damaged":
        (history / "history.db").write_bytes(b"x" * 9_000)
    elif state == "no database":
        (history / "history.db").unlink()
    paths = [history, *history.rglob("*")]
    for path in paths:
        path.chmod(path.stat().st_mode & ~0o222)
    argv = bound_by_modes(PROGRAM)
    exported = program("history", "export", argv=argv)
    answers = [
        program(*command, argv=argv)
        for command in (
            ("history", "import", str(other / "journal")),
            ("history", "backups"),
            ("restore",),
            ("doctor",),
            ("doctor", "--repair"),
        )
    ]
    for path in paths:
        path.chmod(path.stat().st_mode | 0o200)
    assert (exported.returncode, len(exported.stdout.splitlines())) == (0, EVENTS)
    assert "cannot be written to" in exported.stderr
    assert [answer.returncode for answer in answers[:3]] == [1, 0, 1]
    assert not any("Traceback" in answer.stderr for answer in (exported, *answers))


def test_a_folder_that_may_not_be_entered_is_told(program: Program, history: Path) -> None:
    history.chmod(0)
    argv = bound_by_modes(PROGRAM)
    commands = (("doctor",), ("doctor", "--repair"), ("history", "export"), ("history", "backups"))
    answers = [program(*command, argv=argv) for command in (*commands, ("where",))]
    history.chmod(0o700)
    assert [answer.returncode for answer in answers] == [2, 2, 1, 1, 0]
    assert not any("Traceback" in answer.stderr for answer in answers)
    assert "Permission denied" in answers[0].stdout
    assert all("Permission denied" in answer.stderr for answer in answers[2:4])


def test_a_locked_history_is_waited_for_and_then_told(
    program: Program, history: Path, other: Path
) -> None:
    with closing(sqlite3.connect(history / "history.db", isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        refused = program("history", "import", str(other / "journal"))
        db.execute("ROLLBACK")
    assert refused.returncode == 1
    assert refused.stderr.endswith(
        "has locked the history. Nothing was changed; please try again.\n"
    )
    assert program("history", "import", str(other / "journal")).returncode == 0


@pytest.mark.parametrize("above", ["Dropbox", "OneDrive - Work"])
def test_a_folder_that_is_kept_in_step_is_told(program: Program, above: str) -> None:
    looked = program("doctor", "--json", data=f"{above}/studyapp")
    assert looked.returncode == 0
    assert findings(looked)["place-synced"]["severity"] == "remark"


def test_where_tells_every_path_and_whether_it_is_there(
    program: Program, history: Path, env: dict[str, str]
) -> None:
    told = json.loads(program("where", "--json").stdout)["places"]
    there = {each["id"]: each["exists"] for each in told if each["id"] != "cache"}
    assert there == {
        "config": False,
        "data": True,
        "bookmarks": False,
        "history": True,
        "database": True,
        "journal": True,
        "backups": True,
        "damaged": False,
        "crash_report": False,
        "pack": True,
    }
    assert {each["id"]: each["path"] for each in told}["database"] == str(history / "history.db")
    printed = program("where", "--lang", "vi").stdout
    assert f"cơ sở dữ liệu       {history / 'history.db'}\n" in printed
    assert f"{history.parent / 'bookmarks.json'} (chưa có)\n" in printed


def test_the_data_folder_comes_from_the_option_then_the_environment(
    env: dict[str, str], tmp_path: Path
) -> None:
    def data(*arguments: str, **changes: str) -> str:
        command = [*PROGRAM, *arguments, "--json"]
        printed = run(command, env=env | changes, cwd=tmp_path, capture_output=True, check=True)
        paths = {each["id"]: each["path"] for each in json.loads(printed.stdout)["places"]}
        return str(paths["data"])

    assert data("where") == str(Path(env["XDG_DATA_HOME"]) / "studyapp")
    assert data("where", STUDYAPP_DATA="named") == str(tmp_path / "named")
    assert data("where", "--data", "given", STUDYAPP_DATA="named") == str(tmp_path / "given")
    assert data("--data", "given", "where") == str(tmp_path / "given")


# --- cards


def test_cards_are_listed_by_skill_in_one_language(program: Program) -> None:
    everything = program("cards").stdout
    some = program("cards", "--skill", "2.2.1").stdout
    assert program("cards", "--skill", "skill-2.2.1").stdout == some
    assert some.partition("\n\n")[0] in everything
    assert 100 < int(some.rpartition(" ")[2]) < int(everything.rpartition(" ")[2])
    assert "\x1b" not in everything
    assert "Số thẻ: " in program("cards", "--lang", "vi").stdout
    unknown = program("cards", "--skill", "2.2.9")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "nearest: 2.2." in unknown.stderr
