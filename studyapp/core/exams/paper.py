"""The questions of an exam as text that outlives the pack they came from."""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from studyapp.core.plain_data import data_of, read
from studyapp.core.questions.form import ChoiceQuestion, Misconception

if TYPE_CHECKING:
    from collections.abc import Sequence

_PIECE: Final = 60_000
"""Characters of a piece: no event holds many more."""
_MOST: Final = 1 << 24
"""Bytes of the largest paper that is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What was asked, in this order, with all that is said of it afterwards."""

    questions: tuple[ChoiceQuestion, ...]
    misconceptions: tuple[Misconception, ...] = ()
    """Those that its wrong answers name."""


def packed(paper: Paper) -> tuple[str, ...]:
    """The paper in pieces that events can hold, each of them text."""
    said = json.dumps(data_of(paper), ensure_ascii=False, separators=(",", ":"))
    whole = base64.b64encode(zlib.compress(said.encode(), 9)).decode("ascii")
    return tuple(whole[at : at + _PIECE] for at in range(0, len(whole), _PIECE))


def unpacked(pieces: Sequence[str]) -> Paper:
    """The paper that some pieces hold; raises ValueError where they do not hold one."""
    try:
        unzip = zlib.decompressobj()
        said = unzip.decompress(base64.b64decode("".join(pieces), validate=True), _MOST)
        if not unzip.eof:
            raise ValueError("the paper is cut off, or larger than any of ours")
        return read(Paper, json.loads(said))
    except (zlib.error, RecursionError) as error:
        raise ValueError("the paper cannot be read") from error
