"""What the program needs of the terminal and of the platform around it."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable


def is_interactive() -> bool:
    """Whether a full-screen program can be drawn and typed at here; Textual draws on stderr."""
    streams = (sys.__stdin__, sys.__stderr__)
    return os.environ.get("TERM") != "dumb" and all(s is not None and s.isatty() for s in streams)


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; a letter that still cannot be written becomes ``?``."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]


def on_signals(loop: asyncio.AbstractEventLoop, leave: Callable[[int], None]) -> None:
    """Call ``leave`` with an exit code when the program is told to end or its terminal goes."""
    for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK"):
        if (number := getattr(signal, name, None)) is None:
            continue
        try:
            loop.add_signal_handler(number, leave, 128 + number)
        except NotImplementedError:  # Windows has no loop handlers
            signal.signal(number, lambda got, _frame: loop.call_soon_threadsafe(leave, 128 + got))
