"""Settings, folders, locales and streams as they may be: a clear word, and as much as can work."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

import pytest

from tests.privileges import bound_by_modes
from tests.pty.program import HOME_IS_SHOWN, PROGRAM, answers, assert_left_in_order
from tests.terminal import KEYS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pty.program import Program
    from tests.terminal import Terminal

NEEDS_TERMINAL = "To read without one: studyapp notes"


def leave(terminal: Terminal) -> None:
    terminal.send(KEYS["ctrl+q"])
    assert terminal.wait() == 0
    assert_left_in_order(terminal)


def write_settings(program: Program, raw: str) -> Path:
    program.config.mkdir(parents=True)
    file = program.config / "settings.json"
    file.write_text(raw, "utf-8")
    return file


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ('{"lang": "vi",', "defaults"),
        ('{"theme": "neon", "lang": 3}', "“theme”"),
        ('{"colour": "red"}', "“colour”"),
        (json.dumps({"keys": {f"no.{n}": "x" for n in range(99)}}), "changed;"),
        (json.dumps({"keys": {"app.language.f2": "n"}}), "n already means “Next section”"),
    ],
)
def test_wrong_settings_are_named_and_the_program_works(
    program: Program, raw: str, told: str
) -> None:
    write_settings(program, raw)
    with program.start() as terminal:
        terminal.wait_for(told)
        terminal.wait_for(HOME_IS_SHOWN)
        answers(terminal)
        leave(terminal)


def test_settings_that_may_not_be_read_are_named_and_left_alone(program: Program) -> None:
    file = write_settings(program, '{"lang": "vi"}')
    file.chmod(0)
    with program.start(argv=bound_by_modes(PROGRAM)) as terminal:
        terminal.wait_for("(Permission")
        terminal.send("l")
        terminal.wait_for("Ghi công")
        leave(terminal)
    file.chmod(0o600)
    assert file.read_text("utf-8") == '{"lang": "vi"}'


def test_folders_that_cannot_be_written_cost_only_what_would_be_kept(
    program: Program, tmp_path: Path
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    env = {f"XDG_{name}_HOME": str(closed / name) for name in ("CONFIG", "DATA", "CACHE")}
    with program.start(argv=bound_by_modes(PROGRAM), env=env) as terminal:
        terminal.wait_for(HOME_IS_SHOWN, 20)
        terminal.send("1")
        terminal.wait_for("saved")
        terminal.wait_for("(Permission")
        terminal.send("l")
        terminal.wait_for("Điều cần nhớ")
        leave(terminal)


def test_a_home_that_is_not_there_is_no_reason_to_stop(program: Program) -> None:
    env = {"HOME": "/dev/null/nobody", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""}
    with program.start(env=env) as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        terminal.send("l")
        terminal.wait_for("lưu")
        leave(terminal)


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"TERM": "", "COLORTERM": ""},
        {"TERM": "linux", "COLORTERM": "", "NO_COLOR": "1"},
    ],
    ids=str,
)
def test_vietnamese_is_shown_whatever_the_locale_and_the_terminal(
    program: Program, env: dict[str, str]
) -> None:
    with program.start("--lang", "vi", env=env) as terminal:
        terminal.wait_for("Bắt đầu đọc")
        terminal.send("1")
        terminal.wait_for("Điều cần nhớ")
        leave(terminal)


@pytest.mark.parametrize("redirection", ["</dev/null", "2>errors", "<&-", "2>&-"])
def test_without_a_terminal_it_says_what_to_do(
    program: Program, tmp_path: Path, redirection: str
) -> None:
    command = f"cd {shlex.quote(str(tmp_path))}; {shlex.join(PROGRAM)} {redirection}; echo code=$?"
    with program.start(argv=("sh", "-c", f"{command}; cat errors")) as terminal:
        terminal.wait_for("code=2")
        if "2>&-" not in redirection:
            terminal.wait_for(NEEDS_TERMINAL)
        assert terminal.wait() in {0, 1}
        assert b"\x1b[?1049h" not in terminal.raw
        assert b"Traceback" not in terminal.raw


def test_a_dumb_terminal_is_told_what_to_do(program: Program) -> None:
    with program.start("--lang", "vi", env={"TERM": "dumb"}) as terminal:
        terminal.wait_for("Để đọc không cần terminal: studyapp notes")
        assert terminal.wait() == 2


def test_output_to_a_pipe_does_not_disturb_the_screens(program: Program) -> None:
    command = f"{shlex.join(PROGRAM)} | cat"
    with program.start(argv=("sh", "-c", command)) as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        answers(terminal)
        leave(terminal)
