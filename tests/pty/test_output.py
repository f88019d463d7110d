"""Whatever a pack holds, the terminal is sent only what draws a screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests import hostile
from tests.terminal import KEYS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pty.program import Program

OURS = re.compile(
    rb"\x1b\[[0-9;]*m"  # colours and emphasis
    rb"|\x1b\[[0-9;]*[HJK]"  # where to write, and what to clear
    rb"|\x1b\[\?[0-9;]+[hl]"  # modes
    rb"|\x1b\[\?(?:2026|2048)\$p|\x1b\[0?c"  # questions
    rb"|\x1b\[>[0-9]+u|\x1b\[<u"  # the keyboard protocol, taken and given back
    rb"|\x1b\]22;[a-z-]+\x07"  # the shape of the pointer
)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

MEAN = "\x1b]0;pwned\x07\x1b[6n\x9b5n\u202e"
"""Sets the title, asks where the cursor is, with C1 controls too, and turns the text round."""


def test_names_of_files_command_no_terminal(program: Program, tmp_path: Path) -> None:
    pack = hostile.write_pack(tmp_path / f"pack{MEAN}", "[/b] [@click=app.quit]x[/] %s {0} ${x}")
    (pack / "notes" / f"02{MEAN}.yaml").write_text("sections: [", "utf-8")

    with program.start("--pack", str(pack)) as terminal:
        terminal.wait_for("Credits and licences")
        for key in ("9", "s", "c", "end", "1", "t", "/", "ctrl+p"):
            terminal.send(KEYS.get(key, key))
            terminal.wait_quiet(0.2)
            terminal.send(KEYS["escape"])
            terminal.wait_quiet(0.2)
        for _ in range(12):  # through every row of Home, opening each
            terminal.send(KEYS["down"] + KEYS["enter"])
            terminal.wait_quiet(0.2)
            assert CONTROL.search(OURS.sub(b"", terminal.raw).decode()) is None
            terminal.send(KEYS["escape"])
            terminal.wait_quiet(0.2)
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait() == 0

    assert CONTROL.search(OURS.sub(b"", terminal.raw).decode()) is None


def test_names_of_files_in_errors_command_no_terminal(program: Program, tmp_path: Path) -> None:
    with program.start("--pack", str(tmp_path / MEAN)) as terminal:
        assert terminal.wait() == 2
    assert "pwned" in terminal.raw.decode()
    assert CONTROL.search(terminal.raw.decode().replace("\r\n", "\n")) is None
