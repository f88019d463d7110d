"""A fault of the program itself ends it with few words, a report, and the terminal as before."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from tests.privileges import bound_by_modes
from tests.pty.program import HOME_IS_SHOWN, assert_left_in_order

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pty.program import Program

FAULTY = '''
"""The program with a fault behind one key."""

import sys
from functools import partial
from pathlib import Path

from studyapp.bookmarks import BookmarkFile
from studyapp.clock import LocalZone, SystemClock
from studyapp.core.errors import ContentError
from studyapp.files import Folders
from studyapp.library.builtin import builtin_pack
from studyapp.library.compiled import CompiledPack
from studyapp.settings import Settings
from studyapp.store.history import History
from studyapp.study.study import Study
from studyapp.ui import app
from studyapp.ui.app import StudyApp


class Faulty(StudyApp):
    CSS_PATH = str(Path(app.__file__).with_name(StudyApp.CSS_PATH))

    def action_help(self):
        secret = "what the learner answered"
        match sys.argv[1]:
            case "action":
                raise RuntimeError(f"boom{chr(27)}]0;forged{chr(7)}{chr(0xD800)}")
            case "twice":
                for _ in range(2):
                    self.screen.call_later(self.fail)
                raise RuntimeError("boom")
            case "worker":
                self.run_worker(self.fail_later())
            case "markup":
                self.notify("[/b]")
            case "content":
                raise ContentError("this pack has no section `x`")

    def fail(self):
        raise RuntimeError("boom")

    async def fail_later(self):
        self.fail()


folders = Folders.of_platform()
pack = CompiledPack(builtin_pack(), folders.cache)
study = Study(
    pack,
    BookmarkFile(folders.data / "bookmarks.json"),
    partial(History, folders.data / "history", SystemClock()),
    SystemClock(),
    LocalZone(),
)
program = Faulty(study, folders, Settings())
program.run()
sys.exit(program.return_code)
'''


@pytest.fixture
def faulty(tmp_path: Path) -> tuple[str, ...]:
    script = tmp_path / "faulty.py"
    script.write_text(FAULTY)
    return (sys.executable, str(script))


@pytest.mark.parametrize("kind", ["action", "twice", "worker", "markup"])
def test_a_fault_leaves_a_report_without_values(
    program: Program, faulty: tuple[str, ...], kind: str
) -> None:
    with program.start(kind, argv=faulty) as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        terminal.send("?")
        assert terminal.wait() == 1
        assert_left_in_order(terminal)
        said = terminal.raw.rpartition(b"\x1b[?1049l")[2]
        assert said.count(b"studyapp met a fault of its own") == 1
        assert b"crash-report.txt" in said.replace(b"\r\n", b"")
        assert b"\x1b]" not in said
        assert b"errors shown" not in said
    report = program.data / "crash-report.txt"
    told = report.read_text("utf-8")
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert {"markup": "closing tag '[/b]'"}.get(kind, "RuntimeError: boom") in told
    assert "what the learner answered" not in told


def test_a_fault_whose_report_cannot_be_written_is_told_in_one_line(
    program: Program, faulty: tuple[str, ...]
) -> None:
    program.data.mkdir(parents=True)
    program.data.chmod(0o500)
    with program.start("action", argv=bound_by_modes(faulty)) as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        terminal.send("?")
        assert terminal.wait() == 1
        assert_left_in_order(terminal)
        said = terminal.raw.rpartition(b"\x1b[?1049l")[2]
        assert b"had to stop: RuntimeError: boom]0;forged" in said.replace(b"\r\n", b"")
        assert b"\x1b]" not in said


def test_what_a_pack_lacks_is_told_as_it_is_and_needs_no_report(
    program: Program, faulty: tuple[str, ...]
) -> None:
    with program.start("content", argv=faulty) as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        terminal.send("?")
        terminal.wait_for("this pack has no section `x`")
        assert terminal.wait() == 1
        assert_left_in_order(terminal)
    assert not (program.data / "crash-report.txt").exists()
