"""Someone who types lines into a command, on a bank with a question of each type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from studyapp.cli import main
from tests.joining import close_histories, joined
from tests.quizzed import BANK, option, question

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from studyapp.core.history.events import Act, Event
    from studyapp.files import Folders

ALONE = ("--decision", "sharing-work", "--seed", "1")
"""Asks the one question that is about a decision."""


def _other(id_: str, **more: Any) -> dict[str, Any]:
    """A question that is no choice, and so has no options."""
    made = question(id_, difficulty="hard", **more)
    return {name: said for name, said in made.items() if name != "options"}


BANK_OF_ALL = [
    *BANK,
    question(
        "q-two",
        type="response",
        difficulty="hard",
        facts=[
            {"trait": "branches", "value": 2, "says": {"en": "Two branches", "vi": "Hai nhánh"}},
            {"trait": "name", "value": "two", "says": "q-two", "role": "context"},
        ],
        options=[*(option(id_, key=True) for id_ in "ab"), *(option(id_) for id_ in "cde")],
    ),
    _other(
        "q-order",
        type="ordering",
        entries=[{"id": id_, "text": f"Step {id_}", "why": "Git"} for id_ in "rst"],
    ),
    _other(
        "q-match",
        type="matching",
        matches=[
            {"id": id_, "prompt": f"Prompt {id_}", "answer": f"Answer {id_}", "why": "Git"}
            for id_ in "xyz"
        ],
    ),
]


class Lines:
    """Stands in for what is typed or piped in; what gives the lines may do things before each."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines

    def readline(self) -> str:
        return next((f"{line}\n" for line in self._lines), "")

    def isatty(self) -> bool:
        return False


class TypingLearner:
    def __init__(
        self,
        pack: Path,
        folders: Folders,
        patch: pytest.MonkeyPatch,
        printed: pytest.CaptureFixture[str],
    ) -> None:
        self.pack = pack
        self.folders = folders
        self._patch = patch
        self._printed = printed

    def run(self, *arguments: str, lines: Iterator[str] | None = None, code: int = 0) -> str:
        """Run a command; gives what it says, and what it complains of where it fails."""
        close_histories()
        self._patch.setattr("sys.stdin", Lines(iter(()) if lines is None else lines))
        options = ("--pack", str(self.pack), "--data", str(self.folders.data))
        assert main([*options, *arguments]) == code
        out, err = self._printed.readouterr()
        assert "Traceback" not in err
        return out + err if code in {1, 2} else out

    def quiz(self, *lines: str, options: tuple[str, ...] = ALONE, code: int = 0) -> str:
        """Type lines into a quiz; gives the conversation."""
        return self.run("quiz", *options, lines=iter(lines), code=code)

    def letters(self, *options: str) -> dict[str, str]:
        """The letter of each answer to the first question, by its words."""
        said = self.quiz(options=options or ALONE)
        return {words: letter for letter, words in re.findall(r"^(\w)\. (.+)$", said, re.M)}

    @property
    def events(self) -> list[Event]:
        """What the history holds."""
        close_histories()
        return list(joined(self.pack, self.folders).learning.store.events())

    def did(self, *acts: Act) -> None:
        """Let something have been done before."""
        close_histories()
        joined(self.pack, self.folders).learning.keep_now(*acts)
