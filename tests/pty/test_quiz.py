"""`studyapp quiz` on a terminal: with screens at the set that is asked for, or in lines."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.pty.program import PROGRAM, assert_left_in_order
from tests.terminal import KEYS

if TYPE_CHECKING:
    from tests.pty.program import Program
    from tests.terminal import Terminal

SET = (
    "quiz",
    "--skill",
    "2.2.2",
    "--type",
    "choice",
    "--count",
    "3",
    "--seed",
    "7",
    "--lang",
    "en",
)


def test_the_screens_open_at_the_set_and_lead_home(program: Program) -> None:
    with program.start(*SET) as terminal:
        terminal.wait_for("1/3")
        terminal.send(KEYS["escape"])
        terminal.wait_quiet()
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait() == 0
        assert_left_in_order(terminal)


def test_a_set_that_cannot_be_is_told_before_anything_is_drawn(program: Program) -> None:
    with program.start("quiz", "--decision", "deploy") as terminal:
        assert terminal.wait() == 2
        assert b"nearest: deployment" in terminal.raw
        assert b"1049" not in terminal.raw


def begin(program: Program) -> Terminal:
    return program.start(*SET, "--plain", env={"TERM": "xterm-256color"})


def test_lines_alone_are_printed_where_that_is_wanted(program: Program) -> None:
    with begin(program) as terminal:
        terminal.wait_for("Question 1 of 3.")
        terminal.send("1 sure\r")
        terminal.wait_for("Enter: go on.")
        terminal.send("\x04")
        assert terminal.wait() == 0
        assert b"A question took" in terminal.raw
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_what_was_told_is_kept_however_it_ends(program: Program, number: signal.Signals) -> None:
    with begin(program) as terminal:
        terminal.wait_for("Question 1 of 3.")
        terminal.send("1 sure\r")
        terminal.wait_for("Enter: go on.")
        terminal.signal(number)
        assert terminal.wait() == (130 if number is signal.SIGINT else -number)
        assert b"Traceback" not in terminal.raw
    with program.start(argv=[*PROGRAM, "history", "export"]) as terminal:
        assert terminal.wait() == 0
        assert terminal.raw.count(b"Answered") == 1
