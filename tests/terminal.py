"""A real pseudo-terminal with one program on it: what it prints, when, and how that looks."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, Self

from tests.display import Display

KEYS = {
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "page_up": "\x1b[5~",
    "page_down": "\x1b[6~",
    "ctrl+c": "\x03",
    "ctrl+q": "\x11",
}
"""What a terminal sends for the keys that have no character of their own."""

ANSWERS = (
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
    (re.compile(rb"\x1b\[\?2048\$p"), b"\x1b[?2048;0$y"),
    (re.compile(rb"\x1b\[0?c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[>0?q"), b"\x1bP>|test\x1b\\"),
    (re.compile(rb"\x1b\[6n"), b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[\?u"), b"\x1b[?0u"),
    (re.compile(rb"\x1b\]11;\?(?:\x07|\x1b\\)"), b"\x1b]11;rgb:0000/0000/0000\x1b\\"),
)
LONGEST_QUERY = 16
CLOSED = -1
LULL = 0.01
"""Seconds of silence before the screen is rebuilt, so that rebuilding delays no stamp."""


class Terminal:
    """One program on one terminal; leaving the context ends the program.

    A thread stamps output the moment it is read (seconds of ``time.perf_counter``) and answers the
    program's questions to the terminal; the screen is rebuilt only when somebody looks at it.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 40,
        env: Mapping[str, str] | None = None,
        cwd: Path | str | None = None,
    ) -> None:
        """Start the program, with ``env`` added to its `environment`."""
        self._display = Display(columns, rows)
        self._displayed = 0
        self._reads: list[tuple[float, bytes]] = []
        self._changed = threading.Condition()
        self._ended = False
        self._code: int | None = None
        environ = environment(env or {})
        self._wake, self._woken = os.pipe()
        self.started = time.perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            _set_size(pty.STDIN_FILENO, columns, rows)
            _become(argv, environ, cwd)
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reaper = threading.Thread(target=self._reap, daemon=True)
        self._reader.start()
        self._reaper.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.signal(signal.SIGKILL)
        self._reaper.join()
        self.hang_up()
        os.close(self._wake)
        os.close(self._woken)

    @property
    def screen(self) -> str:
        """The text on the screen now, one line a row."""
        while self._next_frame():
            pass
        return self._display.text

    def frames(self) -> Iterator[str]:
        """The text of each visible frame that nobody has looked at yet."""
        while self._next_frame():
            yield self._display.text

    @property
    def raw(self) -> bytes:
        """Every byte printed so far."""
        return b"".join(data for _, data in self._reads)

    def send(self, data: str | bytes) -> float:
        """Type; returns the time just before."""
        left = data.encode() if isinstance(data, str) else data
        stamp = time.perf_counter()
        while left:
            left = left[os.write(self._master, left) :]
        return stamp

    def wait_for(self, text: str, timeout: float = 10) -> float:
        """The time at the end of the first visible frame with ``text``; raises TimeoutError."""
        deadline = time.perf_counter() + timeout
        while True:
            if text in self._display.text:
                return self._display.stamp
            ended = self._ended
            if self._next_frame():
                continue
            if ended or time.perf_counter() > deadline:
                self._give_up(f"{text!r} did not appear")
            self._rest(self._displayed, timeout, deadline)
            while not self._rest(len(self._reads), LULL, deadline):
                pass

    def wait_quiet(self, quiet: float = 0.1, timeout: float = 5) -> float:
        """Wait for ``quiet`` seconds of silence; the time of the last byte. Raises TimeoutError."""
        deadline = time.perf_counter() + timeout
        while not self._rest(len(self._reads), quiet, deadline):
            if time.perf_counter() > deadline:
                self._give_up("it did not stop printing")
        return self._reads[-1][0] if self._reads else self.started

    def wait(self, timeout: float = 10) -> int:
        """The exit code once the program ends, negative for a signal; raises TimeoutError."""
        with self._changed:
            self._changed.wait_for(lambda: self._code is not None and self._ended, timeout)
            code = self._code
        if code is None:
            self._give_up("it did not end")
        return code

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        while self._next_frame():
            pass
        self._display.resize(columns, rows)
        _set_size(self._master, columns, rows)

    def signal(self, number: int) -> None:
        """Send a signal to the program, unless it has ended."""
        with self._changed:
            if self._code is None:
                os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal under the program, as a closed window does."""
        os.write(self._woken, b".")
        self._reader.join()

    def _listen(self) -> None:
        recent = b""
        while True:
            ready = select.select([self._master, self._wake], [], [])[0]
            try:
                data = b"" if self._wake in ready else os.read(self._master, 1 << 16)
            except OSError:  # how Linux tells that the last program on the terminal has gone
                data = b""
            stamp = time.perf_counter()
            if not data:
                break
            with self._changed:
                self._reads.append((stamp, data))
                self._changed.notify_all()
            with suppress(OSError):  # the program may be gone before its answer
                recent = self._answer(recent + data)[-LONGEST_QUERY:]
        with self._changed:
            os.close(self._master)
            self._master = CLOSED
            self._ended = True
            self._changed.notify_all()

    def _answer(self, printed: bytes) -> bytes:
        """Answer each question in ``printed``; what is left of it may begin another."""
        end = 0
        for question, answer in ANSWERS:
            for found in question.finditer(printed):
                os.write(self._master, answer)
                end = max(end, found.end())
        return printed[end:]

    def _reap(self) -> None:
        # Waits without reaping first, so that signal() never meets a number that is another's.
        os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOWAIT)
        with self._changed:
            self._code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
            self._changed.notify_all()

    def _rest(self, seen: int, quiet: float, deadline: float) -> bool:
        """Wait for more than ``seen`` reads, at most ``quiet`` seconds; True when none came."""
        patience = max(0, min(quiet, deadline - time.perf_counter()))
        with self._changed:
            self._changed.wait_for(lambda: self._ended or len(self._reads) > seen, patience)
            return self._ended or len(self._reads) == seen

    def _next_frame(self) -> bool:
        """Bring the screen to the next moment that was visible; False when there is none yet."""
        while not self._display.advance():
            if self._displayed == len(self._reads):
                return False
            self._display.feed(*self._reads[self._displayed])
            self._displayed += 1
        return True

    def _give_up(self, why: str) -> NoReturn:
        raise TimeoutError(f"{why}; the screen shows:\n{self.screen}")


def environment(changes: Mapping[str, str]) -> dict[str, str]:
    """The environment of a program; an empty value takes a variable away."""
    usual = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    bare = dict.fromkeys(("COLUMNS", "LINES", "NO_COLOR"), "")
    merged = os.environ | usual | bare | dict(changes)
    return {name: value for name, value in merged.items() if value}


def _become(argv: Sequence[str], environ: dict[str, str], cwd: Path | str | None) -> NoReturn:
    """Turn the forked child into the program."""
    try:
        if cwd is not None:
            os.chdir(cwd)
        os.execvpe(argv[0], list(argv), environ)
    except OSError as error:
        os.write(2, str(error).encode())
    finally:
        os._exit(127)


def _set_size(terminal: int, columns: int, rows: int) -> None:
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
