"""However the program ends, the terminal is as before and the place is kept."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.pty.program import (
    HOME_IS_SHOWN,
    NOTES_ARE_SHOWN,
    PROGRAM,
    answers,
    assert_left_in_order,
)
from tests.terminal import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.pty.program import Program
    from tests.terminal import Terminal


def read_second_section(terminal: Terminal) -> str:
    """Open the notes and go on by one section; returns the id that a bookmark must have."""
    terminal.wait_for(HOME_IS_SHOWN)
    terminal.send("1")
    terminal.wait_for("1/")
    terminal.send("n")
    terminal.wait_for("2/")
    return "needs-options"


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not true():
        assert time.monotonic() < deadline, "it did not come true"
        time.sleep(0.01)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it(program: Program, number: signal.Signals) -> None:
    with program.start() as terminal:
        section = read_second_section(terminal)
        terminal.signal(number)
        assert terminal.wait() == 128 + number
        assert_left_in_order(terminal)
    assert program.bookmark() == section


def test_a_signal_ends_it_at_its_first_byte(program: Program) -> None:
    with program.start() as terminal:
        until(lambda: b"\x1b[?1049h" in terminal.raw)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert_left_in_order(terminal)


def test_a_signal_ends_it_while_a_dialog_is_open_and_keys_come(program: Program) -> None:
    with program.start() as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        terminal.send("s")
        terminal.wait_for("English")
        terminal.send(KEYS["down"] * 500)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert_left_in_order(terminal)


@pytest.mark.parametrize("keys", ["", KEYS["down"] * 500], ids=["idle", "busy"])
def test_a_closed_window_ends_it(program: Program, keys: str) -> None:
    with program.start() as terminal:
        section = read_second_section(terminal)
        terminal.send(keys)
        terminal.hang_up()
        assert terminal.wait() == 128 + signal.SIGHUP
    assert program.bookmark() == section
    assert not (program.data / "crash-report.txt").exists()


def test_a_closed_window_ends_it_even_where_nobody_tells_it(program: Program) -> None:
    deaf = (sys.executable, "-c", _DEAF, *PROGRAM)
    with program.start(argv=deaf) as terminal:
        section = read_second_section(terminal)
        terminal.hang_up()
        assert terminal.wait() == 128 + signal.SIGHUP
    assert program.bookmark() == section


_DEAF = """
import os, signal, sys
# A session without a controlling terminal gets no signal when the terminal goes.
if os.fork():
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    os._exit(os.waitstatus_to_exitcode(os.wait()[1]))
os.setsid()
os.execv(sys.argv[1], sys.argv[1:])
"""


def test_control_c_says_how_to_leave(program: Program) -> None:
    with program.start() as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        terminal.send(KEYS["ctrl+c"])
        terminal.wait_for("To leave, press Ctrl+Q.")
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait() == 0
        assert_left_in_order(terminal)


def test_q_leaves_from_home(program: Program) -> None:
    with program.start() as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        terminal.send("q")
        assert terminal.wait() == 0
        assert_left_in_order(terminal)


def state(terminal: Terminal) -> str:
    return Path(f"/proc/{terminal.pid}/stat").read_text().rpartition(")")[2].split()[0]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_it_can_be_stopped_and_goes_on(program: Program) -> None:
    with program.start() as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        terminal.signal(signal.SIGTSTP)
        until(lambda: state(terminal) == "T")
        assert_left_in_order(terminal)
        before = len(terminal.raw)
        terminal.signal(signal.SIGCONT)
        until(lambda: b"\x1b[?1049h" in terminal.raw[before:])
        answers(terminal)
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait() == 0
        assert_left_in_order(terminal)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_being_told_to_go_on_changes_nothing_when_it_was_not_stopped(program: Program) -> None:
    with program.start() as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        terminal.wait_for("Next: ")  # by then the history is open, which has a thread of its own
        threads = len(list(Path(f"/proc/{terminal.pid}/task").iterdir()))
        terminal.signal(signal.SIGCONT)
        answers(terminal)
        assert len(list(Path(f"/proc/{terminal.pid}/task").iterdir())) == threads
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait() == 0


def test_the_shell_gets_back_a_terminal_that_echoes(program: Program) -> None:
    shell = ("sh", "-c", '"$0" "$@"; stty -a; echo code=$?', *PROGRAM)
    with program.start(argv=shell) as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        terminal.send("1")
        terminal.wait_for(NOTES_ARE_SHOWN)
        terminal.send(KEYS["ctrl+q"])
        terminal.wait_for("code=0")
        told = terminal.screen.replace(";", " ").split()
    assert {"echo", "icanon", "isig", "icrnl", "ixon"} <= set(told)
