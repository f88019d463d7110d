"""Where an offset into a file's text stands, in lines and columns as editors count them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from studyapp.library.diagnostics import Spot

_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text, split only when a place is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> str:
        """Take the line with this number, from 1, without its line end."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def spot(self, start: int, end: int) -> Spot:
        """Place ``text[start:end]``; of several lines, what it has of the first."""
        line = bisect_right(self._starts, start)
        words = self[line].rstrip()
        before = self._starts[line - 1]
        column = start - before + 1
        end_column = max(min(end - before, len(words)) + 1, column + 1)
        return Spot(line=line, column=column, end_column=end_column)
