"""Windows of any size, changing as fast as they like."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.pty.program import HOME_IS_SHOWN, NOTES_ARE_SHOWN, assert_left_in_order
from tests.terminal import KEYS

if TYPE_CHECKING:
    from tests.pty.program import Program
    from tests.terminal import Terminal


def open_notes(terminal: Terminal) -> list[str]:
    """Open the notes; returns the rows of the screen but the last, which names keys."""
    terminal.wait_for(HOME_IS_SHOWN)
    terminal.send("1")
    terminal.wait_for(NOTES_ARE_SHOWN)
    terminal.wait_quiet(1)  # the history is opened beside
    return rows(terminal)


def rows(terminal: Terminal) -> list[str]:
    """The rows of the screen but the last, which names keys."""
    return terminal.screen.splitlines()[:-1]


def assert_comes_back(terminal: Terminal, before: list[str]) -> None:
    """On a busy machine a pause does not mean that it has ended; being the same does."""
    for _ in range(10):
        terminal.wait_quiet(0.5, 20)
        if rows(terminal) == before:
            return
    assert rows(terminal) == before


@pytest.mark.parametrize("seed", range(3))
def test_a_storm_of_sizes_leaves_the_screen_as_it_was(program: Program, seed: int) -> None:
    choose = random.Random(seed)
    sizes = [(choose.randint(1, 300), choose.randint(1, 100)) for _ in range(198)]
    with program.start() as terminal:
        before = open_notes(terminal)
        for size in [*sizes, (1, 1), (120, 40)]:
            terminal.resize(*size)
        assert_comes_back(terminal, before)
        terminal.send("n")
        terminal.wait_for("2/")
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait() == 0
        assert_left_in_order(terminal)


def test_a_window_that_is_small_for_a_moment_is_painted_anew(program: Program) -> None:
    with program.start() as terminal:
        before = open_notes(terminal)
        terminal.resize(30, 10)
        terminal.resize(120, 40)
        assert_comes_back(terminal, before)


def test_a_window_that_is_too_small_says_so_until_it_grows(program: Program) -> None:
    with program.start(columns=20, rows=6) as terminal:
        terminal.wait_for("20×6")
        terminal.resize(59, 20)
        terminal.wait_for("59×20")
        terminal.resize(60, 20)
        terminal.wait_for("Start reading")
        terminal.send("1")
        terminal.wait_for(NOTES_ARE_SHOWN)
        terminal.resize(1, 1)
        terminal.send("b")
        terminal.resize(120, 40)
        terminal.wait_for("both languages")
        terminal.send(KEYS["ctrl+q"])
        assert terminal.wait() == 0
        assert_left_in_order(terminal)


def test_a_window_of_one_cell_can_be_left(program: Program) -> None:
    with program.start(columns=1, rows=1) as terminal:
        while b"\x1b[?2004h" not in terminal.raw:  # it listens
            terminal.wait_quiet(0.05)
        terminal.send("1?" + KEYS["ctrl+q"])
        assert terminal.wait() == 0
        assert_left_in_order(terminal)
