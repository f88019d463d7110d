"""The line of an event: the same bytes however often it is read and written."""

from __future__ import annotations

import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.store.record import LATEST, Record, body_of, body_text, lines_of, read_line

IDS = st.binary(min_size=16, max_size=16).map(bytes.hex)
NAMES = st.text(min_size=1, max_size=20).filter(str.isprintable)
VALUES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
)
BODIES = st.dictionaries(st.text(max_size=9), VALUES, max_size=4)
RECORDS = st.builds(
    Record,
    IDS,
    IDS,
    st.integers(1, 2**63 - 1),
    st.integers(0, LATEST),
    st.integers(0, 2**63 - 1),
    NAMES,
    st.none() | NAMES,
    BODIES.map(body_text),
)
ONE = Record("0a" * 16, "0b" * 16, 1, 1_795_000_000_000, 5, "Reviewed", "p/a", '{"rating":3}')


@given(RECORDS)
def test_a_line_is_read_as_it_was_written(record: Record) -> None:
    line = record.line()
    assert line.endswith(b"\n")
    assert list(lines_of(line)) == [line[:-1]]
    assert read_line(line[:-1]) == record


def test_a_line_is_json() -> None:
    checksum, *said = json.loads(ONE.line())
    assert said == ["0a" * 16, "0b" * 16, 1, 1_795_000_000_000, 5, "Reviewed", "p/a", {"rating": 3}]
    assert int(checksum, 16) == ONE.checksum


@given(RECORDS, st.data())
def test_one_changed_byte_is_noticed(record: Record, data: st.DataObject) -> None:
    line = bytearray(record.line()[:-1])
    line[data.draw(st.integers(0, len(line) - 1))] ^= data.draw(st.integers(1, 255))
    assert read_line(bytes(line)) is None


@given(st.binary(max_size=300))
def test_any_bytes_are_no_fault(raw: bytes) -> None:
    assert read_line(raw) is None


def framed(said: bytes) -> bytes:
    return b'["%08x",%s' % (zlib.crc32(said), said)


@pytest.mark.parametrize(
    "body", ['{ "b" : 1.0, "a":1e2 }', '{"a":1,"a":2}', '{"\\u0000":"\\ud800"}']
)
def test_the_body_is_kept_byte_for_byte(body: str) -> None:
    record = ONE._replace(kind="FromTheFuture", body=body)
    line = record.line()[:-1]
    read = read_line(line)
    assert read is not None
    assert read.body == body
    assert read.line()[:-1] == line


@pytest.mark.parametrize(
    "changed",
    [
        {"id": "0A" * 16},
        {"id": "0a" * 15},
        {"device": "x" * 32},
        {"number": 0},
        {"number": 2**63},
        {"at": -1},
        {"at": LATEST + 1},
        {"order": -1},
        {"kind": ""},
        {"kind": "k" * 33},
        {"kind": "a\x1b[2J"},
        {"item": ""},
        {"item": "i" * 201},
        {"item": "a\nb"},
        {"body": '{"a":"%s"}' % ("x" * 65_536)},
        {"body": "[]"},
        {"body": "1"},
        {"body": '{"a":' + "[" * 60_000 + "]" * 5},
    ],
)
def test_what_no_event_may_hold_is_refused(changed: dict[str, Any]) -> None:
    assert read_line(ONE._replace(**changed).line()[:-1]) is None


@pytest.mark.parametrize(
    "said",
    [b"1]", b"]", b'"a","b"]', b'true,"b",1,1,1,"k",null,{}]', b"[" * 5_000, b'"a",' * 8 + b"{}]"],
)
def test_lines_of_another_shape_are_refused(said: bytes) -> None:
    assert read_line(framed(said)) is None


@pytest.mark.parametrize(
    ("ours", "other"),
    [(b",1,17", b",01,17"), (b'"Reviewed"', b'"\\u0052eviewed"'), (b'"p/a"', b'"p\\/a"')],
)
def test_only_our_own_way_of_writing_is_read(ours: bytes, other: bytes) -> None:
    said = ONE.line()[12:-1]
    assert ours in said
    assert read_line(framed(said.replace(ours, other))) is None


def test_numbers_that_are_truths_are_refused() -> None:
    said = ONE.line()[12:-1].replace(b",1,1795000000000,", b",true,1795000000000,")
    assert b"true" in said
    assert read_line(framed(said)) is None


def test_half_a_surrogate_pair_is_kept() -> None:
    assert body_of(body_text({"name": "a\ud800"})) == {"name": "a\ud800"}
    body_text({"name": "a\ud800"}).encode()


@pytest.mark.parametrize("body", [{"a": float("nan")}, {"a": "x" * 70_000}])
def test_what_cannot_be_written_is_refused(body: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"JSON|characters"):
        body_text(body)
