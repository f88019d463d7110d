"""Lines that are typed on a terminal, or come through a pipe."""

from __future__ import annotations

import contextlib
import sys

from studyapp.typeset.clean import clean


def listen() -> None:
    """Take in odd bytes as well as one can; to be called before the first line is read."""
    with contextlib.suppress(AttributeError):  # what stands in for a terminal may not have it
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]


def next_line() -> str | None:
    """The next line, without blanks around it; None at the end."""
    print("> ", end="", flush=True)
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        print()
        return None
    if not sys.stdin.isatty():  # so that what is written reads as a conversation
        print(clean(line.strip()))
    return line.strip()
