"""The command line: builds everything, and is the one place that catches StudyError."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from studyapp import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code: 0 done, 1 something is wrong, 2 not understood."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    code = 0
    try:
        code = _run(arguments)
        print(end="", flush=True)  # what fails to be written shall fail here
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader of a pipe has had enough
        _drop_output()
        return code or 141
    except OSError as error:
        _drop_output()
        _say(str(error))
        return code or 1
    return code


def _run(arguments: list[str]) -> int:
    if arguments == ["--version"]:  # answered before anything is imported
        print(f"studyapp {__version__}")
        return 0
    from studyapp.cli.arguments import run
    from studyapp.core.errors import StudyError, UsageError

    try:
        return run(arguments)
    except StudyError as error:
        _say(str(error))
        return 2 if isinstance(error, UsageError) else 1
    except SystemExit as answered:  # how argparse ends after its help and its complaints
        return int(answered.code or 0)


def _say(what: str) -> None:
    """Say what went wrong; names of files and words of packs in it may hold anything."""
    from studyapp.typeset.clean import clean

    lines = "\n".join(clean(line) for line in what.splitlines())
    with contextlib.suppress(OSError):  # the terminal may be what went wrong
        print(f"studyapp: {lines}", file=sys.stderr)


def _drop_output() -> None:
    """Let what is not yet written go nowhere, or Python would complain again at exit."""
    with contextlib.suppress(OSError):
        sys.stdout.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
