"""Whatever comes from the terminal, in whatever order: the program lives and obeys the next key."""

from __future__ import annotations

import contextlib
import random
from typing import TYPE_CHECKING

import pytest

from tests.pty.program import HOME_IS_SHOWN, answers, assert_left_in_order
from tests.terminal import KEYS

if TYPE_CHECKING:
    from tests.pty.program import Program
    from tests.terminal import Terminal

ODD = {
    "no UTF-8": b"\xff\xfe\x80",
    "Latin-1": "\xe9".encode("latin-1"),
    "an X10 mouse report": b"\x1b[M \xff\xff",
    "a mouse far away": b"\x1b[<0;99999;99999M",
    "a mouse nowhere": b"\x1b[<0;0;-5m",
    "a lone escape": b"\x1b",
    "half a sequence": b"\x1b[",
    "a title": b"\x1b]0;abc\x07",
    "a device control string": b"\x1bPabc\x1b\\",
    "a key beyond Unicode": b"\x1b[99999999u",
    "half a surrogate pair": b"\x1b[55296u",
    "a number too large": b"\x1b[1000000000000000;2u",
    "a sequence without numbers": b"\x1b[:;:u",
    "a position": b"\x1b[5;5R",
    "zeros": b"\0" * 50,
    "a paste": b"\x1b[200~" + b"pasted\n" * 15_000 + b"\x1b[201~",
}
BURSTS: tuple[str, ...] = (
    "12",
    "1\x1b1\x1b1\x1b",
    "1\r\r\r",
    "1b\x1bn",
    "8\r\r\r\r",
    "\x10\x10\x10",
    "??8?",
)
BURSTS += tuple(f"\x10{key}" for key in ("\x1b\x1b", "\r\r\r", "x\x1b[5~\x1b[6~", "\x1b\x10\x1b"))
BURSTS += ("1//x\x1b", "1tt\x1bt\x1b\x1b", "1gggbbgb", "1\x1b[D\x1b[C\x1b[D\r\x1b[D")
MIXED = [*KEYS.values(), *"123489npgblt/?x ", "\x10", "\x1bOP", "\x1bOQ"]
MIXED += [f"\x1b[<{button};{x};{y}M" for button in (0, 64, 65) for x, y in ((30, 10), (9, 12))]


def leave(terminal: Terminal) -> None:
    terminal.send(KEYS["ctrl+q"])
    assert terminal.wait() == 0
    assert_left_in_order(terminal)


def leave_from_anywhere(program: Program, terminal: Terminal) -> None:
    """Leave, wherever keys have led: Ctrl+Q may be taken for an answer, after Esc it is not."""
    for _ in range(8):
        with contextlib.suppress(TimeoutError, OSError):  # the keys may have left already
            terminal.wait_quiet(0.3)  # right after an Esc it would be Alt+Ctrl+Q
            terminal.send(KEYS["ctrl+q"])
            terminal.wait(3)
            break
        with contextlib.suppress(OSError):
            terminal.send(KEYS["escape"])
    report = program.data / "crash-report.txt"
    assert not report.exists(), report.read_text("utf-8")
    assert terminal.wait() == 0
    assert_left_in_order(terminal)


def test_bytes_that_mean_nothing_do_nothing(program: Program) -> None:
    with program.start() as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        for what, data in ODD.items():
            terminal.send(data)
            try:
                answers(terminal)
            except (TimeoutError, OSError) as error:
                pytest.fail(f"after {what}: {error}")
        leave(terminal)


def test_the_key_after_a_byte_that_is_no_utf_8_counts(program: Program) -> None:
    with program.start() as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        terminal.send(b"\xe9l")
        terminal.wait_for("Ghi công")
        leave(terminal)


@pytest.mark.parametrize(
    ("opener", "prompt"), [("/", "Words in"), ("\x10", "Type a")], ids=["search", "palette"]
)
def test_a_huge_paste_into_a_line_to_type_in(program: Program, opener: str, prompt: str) -> None:
    with program.start() as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        terminal.send(opener)
        terminal.wait_for(prompt)
        terminal.send(f"\x1b[200~{'a' * 100_000}\x1b[201~")
        terminal.wait_for("aaaaaaaa")
        leave_from_anywhere(program, terminal)


def test_keys_that_are_faster_than_the_screens(program: Program) -> None:
    with program.start() as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        for keys in BURSTS:
            terminal.send(keys + KEYS["escape"] * 5)
        leave_from_anywhere(program, terminal)


@pytest.mark.parametrize("seed", range(2))
def test_keys_at_random(program: Program, seed: int) -> None:
    choose = random.Random(seed)
    keys = [key for key in MIXED if key != KEYS["ctrl+q"]]
    with program.start(columns=100, rows=30) as terminal:
        terminal.wait_for(HOME_IS_SHOWN)
        for _ in range(4):
            terminal.send("".join(choose.choices(keys, k=25)))
            terminal.resize(choose.randint(1, 130), choose.randint(1, 45))
        leave_from_anywhere(program, terminal)
