"""Links are opened on the learner's act alone, in the learner's browser."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.hostile import PAGE, write_pack
from tests.pty.program import NOTES_ARE_SHOWN, assert_left_in_order
from tests.terminal import KEYS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pty.program import Program

BROWSER = """
import pathlib, sys
pathlib.Path(sys.argv[1]).open("a").write(sys.argv[2] + "\\n")
"""


def test_a_page_is_opened_only_when_it_is_chosen(program: Program, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack", "words")
    script, opened = tmp_path / "browser.py", tmp_path / "opened"
    script.write_text(BROWSER)
    env = {"BROWSER": f"{sys.executable} {script} {opened} %s &"}
    with program.start("--pack", str(pack), env=env) as terminal:
        terminal.wait_for("Start reading")
        terminal.send("1")
        terminal.wait_for(NOTES_ARE_SHOWN)
        terminal.send(KEYS["down"] * 2 + KEYS["enter"])
        terminal.wait_for("leads to example.com")
        assert not opened.exists()
        terminal.send("1")
        terminal.wait_for("was asked to open")
        while not opened.exists() or not opened.read_text():
            terminal.wait_quiet(0.05)
        assert opened.read_text() == f"{PAGE}/inline\n"
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait() == 0
        assert_left_in_order(terminal)


def test_without_a_browser_the_address_is_told(program: Program, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack", "words")
    env = {"BROWSER": "a-browser-that-draws-here", "PATH": str(tmp_path), "DISPLAY": ""}
    with program.start("--pack", str(pack), env=env) as terminal:
        terminal.wait_for("Start reading")
        terminal.send("1")
        terminal.wait_for(NOTES_ARE_SHOWN)
        terminal.send(KEYS["down"] * 2 + KEYS["enter"])
        terminal.wait_for("leads to example.com")
        terminal.send("1")
        terminal.wait_for("No browser could be started here.")
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait() == 0
        assert_left_in_order(terminal)
