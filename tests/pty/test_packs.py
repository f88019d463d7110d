"""Packs that are missing, broken or mean harm: told plainly, and none gets at the terminal."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.hostile import section, write, write_pack
from tests.privileges import bound_by_modes
from tests.pty.program import PROGRAM, assert_left_in_order
from tests.terminal import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.pty.program import Program

HARM = ("\x1b[6n", "\x1b]52;c;Zm9yZ2Vk\x07", "\x9b6n", "\x1bPq\x1b\\", "a\u202eb")
OURS = re.compile(
    rb"\x1b\[(?:[0-9;]*[HmK]"  # where, how it looks, clear to the end of the line
    rb"|\?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026|2048)[hl]"  # modes, each switched back
    rb"|\?20(?:26|48)\$p|[<>][0-9]*u)"  # what the terminal can do, how it sends keys
    rb"|\x1b\]22;[a-z]*\x07"  # the shape of the mouse pointer
)
"""Every sequence that Textual prints of its own accord."""


def missing(folder: Path) -> Path:
    return folder / "nothing" / "there"


def a_file(folder: Path) -> Path:
    file = folder / "file"
    file.write_text("id: pack")
    return file


def empty(folder: Path) -> Path:
    return folder


def broken_cover(folder: Path) -> Path:
    write_pack(folder, "words")
    (folder / "pack.yaml").write_text("id: [\n")
    return folder


def bomb(folder: Path) -> Path:
    write_pack(folder, "words")
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 30)]
    (folder / "pack.yaml").write_text("\n".join(["l0: &l0 x", *levels]))
    return folder


def nest(folder: Path) -> Path:
    write_pack(folder, "words")
    (folder / "pack.yaml").write_text("[" * 100_000)
    return folder


def closed(folder: Path) -> Path:
    write_pack(folder, "words").chmod(0)
    return folder


def of_harmful_names(folder: Path) -> Path:
    (folder / "\x1b]0;forged\x07.yaml").write_text("id: [")
    return folder


@pytest.mark.parametrize(
    ("make", "code", "told"),
    [
        (missing, 2, "there is no folder"),
        (a_file, 2, "there is no folder"),
        (empty, 1, "pack.yaml"),
        (broken_cover, 1, "pack.yaml:2"),
        (bomb, 1, "aliases"),
        (nest, 1, "nest deeper"),
        (closed, 1, "cannot be read: Permission denied"),
        (of_harmful_names, 1, "]0;forged.yaml"),
    ],
)
def test_a_pack_that_cannot_be_opened_is_told_before_anything_is_drawn(
    program: Program, tmp_path: Path, make: Callable[[Path], Path], code: int, told: str
) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    pack = str(make(folder))
    with program.start("--pack", pack, argv=bound_by_modes(PROGRAM)) as terminal:
        assert terminal.wait() == code
        said = terminal.raw.decode()
    folder.chmod(0o700)
    assert told in said
    assert said.startswith(("studyapp: ", "Preparing"))
    assert "Traceback" not in said
    assert "\x1b" not in said


def test_of_a_pack_with_one_broken_section_the_rest_works(program: Program, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack", "sound words")
    write(pack / "notes" / "02.yaml", {"sections": [section("second", "x") | {"titel": "x"}]})
    with program.start("--pack", str(pack)) as terminal:
        terminal.wait_for("left out: 1")
        terminal.send(KEYS["end"] + KEYS["up"] + KEYS["enter"])
        terminal.wait_for("notes/02.yaml:1: unknown field `titel`")
        terminal.send(KEYS["escape"])
        terminal.wait_quiet(0.2)
        terminal.send("1")
        terminal.wait_for("Takeaway")
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait() == 0
        assert_left_in_order(terminal)
    printed = subprocess.run(
        [*PROGRAM, "notes", "--pack", str(pack)],
        env=os.environ | program.env,
        capture_output=True,
        check=True,
    )
    assert b"sound words" in printed.stdout
    assert b"left out: 1" in printed.stderr


def test_no_pack_makes_the_program_print_a_sequence_of_its_own(
    program: Program, tmp_path: Path
) -> None:
    pack = write_pack(tmp_path / "pack", "[@click=app.exit]x[/] [link=https://x.example]y[/link]")
    for at, words in enumerate(HARM):
        write(pack / "notes" / f"1{at}.yaml", {"sections": [section(f"harm-{at}", words)]})
        write(pack / "notes" / f"2{at}.yaml", {words: words})
        (pack / "notes" / f"{words.replace('/', '')}.yaml").write_text("sections: []")
    with program.start("--pack", str(pack), columns=150, rows=50) as terminal:
        terminal.wait_for("left out")
        for keys in (
            KEYS["end"] + KEYS["up"] + KEYS["enter"],  # what is left out
            KEYS["end"] + KEYS["enter"],  # credits
            "1gbl" + KEYS["down"] * 2 + KEYS["enter"],  # notes, links
            "t",  # terms
            "/x",  # search
            "\x10x",  # palette
        ):
            terminal.send(keys)
            terminal.wait_quiet(0.3)
            terminal.send(KEYS["escape"])
            terminal.wait_quiet(0.3)
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait() == 0
        assert_left_in_order(terminal)
        printed = terminal.raw
    rest = OURS.sub(b"", printed).decode()
    assert re.findall(r"[^\x20-\x7e\xa0-\U0010ffff\r\n].{0,20}", rest) == []
    assert "left out" in rest
    assert "\u202e" not in rest
