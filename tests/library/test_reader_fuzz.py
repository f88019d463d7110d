"""Mutated and hostile files: whatever the bytes, the reader ends soon and says something true.

Each run makes the same 2,000 mutations. The long run is
``STUDYAPP_FUZZ=100000 pytest tests/library/test_reader_fuzz.py``.
"""

from __future__ import annotations

import json
import os
import random
import re
import time
from typing import TYPE_CHECKING, Final

import pytest
import yaml

from studyapp.library.render import as_text
from studyapp.library.yaml12 import events
from studyapp.library.yaml12.limits import MAX_DIAGNOSTICS
from studyapp.library.yaml12.reader import positions, read_yaml
from tests.library.corpus import HOSTILE, SOUND, TOKENS

if TYPE_CHECKING:
    from studyapp.library.diagnostics import Spot

_MUTATIONS: Final = int(os.environ.get("STUDYAPP_FUZZ", "2000"))
_CHUNKS: Final = 20
_FORBIDDEN: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\u200b\ufeff]"
)
_SEEDS: Final = (
    SOUND.encode(),
    SOUND.replace("\n", "\r\n").encode(),
    b"\xef\xbb\xbf" + SOUND[: SOUND.index("blocks")].encode(),
    *(token.encode("utf-8", "surrogatepass") for token in TOKENS if len(token) > 2),
    *(raw for raw in HOSTILE.values() if len(raw) < 1_000),
)


def mutated(rng: random.Random) -> bytes:
    raw = bytearray(rng.choice(_SEEDS[:3]) if rng.random() < 0.8 else rng.choice(_SEEDS))
    for _ in range(rng.randrange(1, 6)):
        place = rng.randrange(len(raw) + 1)
        match rng.randrange(5):
            case 0 | 1:
                raw[place:place] = rng.choice(TOKENS).encode("utf-8", "surrogatepass")
            case 2:
                del raw[place : place + rng.randrange(1, 10)]
            case 3:
                raw[place : place + 1] = rng.randbytes(1)
            case _:
                raw[place:place] = raw[place : place + rng.randrange(60)]
    return bytes(raw)


def lines_of(raw: bytes) -> list[str]:
    """The lines of a file as an editor counts them."""
    text = raw.removeprefix(b"\xef\xbb\xbf").decode(errors="replace")
    return re.split("\r\n|\r|\n", text)


def is_inside(spot: Spot, lines: list[str]) -> bool:
    if not 1 <= spot.line <= len(lines):
        return False
    after = len(lines[spot.line - 1]) + 1
    return 1 <= spot.column <= after and spot.column < spot.end_column <= max(
        after, spot.column + 1
    )


def check(raw: bytes) -> None:
    data, diagnostics = read_yaml(raw, "notes/a.yaml")
    lines = lines_of(raw)
    for found in diagnostics:
        assert is_inside(found.spot, lines), found
        assert found.related is None or is_inside(found.related[0], lines), found
    assert len(diagnostics) <= MAX_DIAGNOSTICS
    assert not _FORBIDDEN.search(as_text(diagnostics, lambda _: raw))
    if any(found.severity == "error" for found in diagnostics):
        assert data is None
    else:
        json.dumps(data, allow_nan=False).encode()
        assert is_inside(positions(raw).value(("sections", 0, "blocks", 1)), lines)


@pytest.mark.parametrize("chunk", range(_CHUNKS))
def test_mutated_files(chunk: int) -> None:
    rng = random.Random(chunk)
    for _ in range(_MUTATIONS // _CHUNKS):
        raw = mutated(rng)
        start = time.perf_counter()
        try:
            check(raw)
        except Exception as problem:
            problem.add_note(f"the file was {raw!r}")
            raise
        assert time.perf_counter() - start < 1, raw


def test_mutated_files_where_libyaml_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_LOADER", yaml.SafeLoader)
    rng = random.Random(_CHUNKS)
    for _ in range(_MUTATIONS // _CHUNKS):
        check(mutated(rng))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_end_soon(name: str) -> None:
    start = time.perf_counter()
    check(HOSTILE[name])
    assert time.perf_counter() - start < 10
