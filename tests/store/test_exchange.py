"""Merging: in any order, any number of times, with anything torn, it comes to the same."""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.history.events import Event, Reviewed, Undone
from studyapp.core.ports import StoreError
from studyapp.store.exchange import Merged, export, merge
from studyapp.store.history import History
from studyapp.store.record import Record
from tests.store.clocks import SetClock

REVIEW = Reviewed(item="p/a", rating=3)
STRANGE = Record(
    "0a" * 16, "0b" * 16, 7, 1_795_000_000_000, 5, "FromTheFuture", None, '{ "x" : 1.0,"x":2 }'
)


def opened(folder: Path, **moved: float) -> History:
    clock = SetClock()
    clock.move(**moved)
    return History(folder, clock)


def test_a_history_comes_back_byte_for_byte(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "one")) as one:
        one.append([REVIEW, Reviewed(item="p/đ", rating=1)])
        one.add([STRANGE])
        assert export(one, tmp_path / "one.jsonl") == 3
    with closing(opened(tmp_path / "two")) as two:
        assert merge(two, tmp_path / "one.jsonl") == Merged(3, 0, 0)
        assert merge(two, tmp_path / "one.jsonl") == Merged(0, 3, 0)
        assert export(two, tmp_path / "two.jsonl") == 3
        assert [event.kind for event in two.events()] == ["FromTheFuture", "Reviewed", "Reviewed"]
    assert (tmp_path / "two.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()
    assert STRANGE.line() in (tmp_path / "two.jsonl").read_bytes()
    assert (tmp_path / "two" / "journal" / STRANGE.device / "2026-11.log").read_bytes() == (
        STRANGE.line()
    )


def test_a_folder_of_journals_can_be_merged(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "one")) as one:
        one.append([REVIEW] * 3)
    (log,) = (tmp_path / "one" / "journal").glob("*/*.log")
    log.with_name("2026-11.sync-conflict-20261122.log").write_bytes(log.read_bytes()[:-4])
    with closing(opened(tmp_path / "two")) as two:
        assert merge(two, tmp_path / "one" / "journal") == Merged(3, 0, 1)


def test_torn_and_changed_lines_are_counted_and_left_out(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "one")) as one:
        one.append([REVIEW] * 4)
        export(one, tmp_path / "file")
    lines = (tmp_path / "file").read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b'"rating":3', b'"rating":4')
    (tmp_path / "file").write_bytes(b"".join(lines)[:-9] + b"\n\n\r\nnonsense")
    with closing(opened(tmp_path / "two")) as two:
        assert merge(two, tmp_path / "file") == Merged(2, 0, 3)


def test_an_own_past_gives_this_computer_a_new_id(tmp_path: Path) -> None:
    with closing(opened(tmp_path / "one")) as one:
        (event,) = one.append([REVIEW])
        other = STRANGE._replace(device=event.device, number=2, body="{}")
        one.add([other])
        (later,) = one.append([REVIEW])
        assert later.device != event.device
        assert later.number == 1
    with closing(opened(tmp_path / "one")) as one:
        assert one.append([REVIEW])[0].device == later.device


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with closing(opened(tmp_path / "one")) as one:
        for name in ("link", "nothing"):
            with pytest.raises(OSError, match=name):
                merge(one, tmp_path / name)
        with (tmp_path / "huge").open("wb") as file:
            file.truncate(65 * 1024 * 1024)
        with pytest.raises(OSError, match="64 MB"):
            merge(one, tmp_path / "huge")
    with pytest.raises(StoreError):
        one.add([STRANGE])


def fold(events: Sequence[Event]) -> dict[str | None, list[str]]:
    """A stand-in for progress that depends on the order: reviews by item, without those undone."""
    undone = {event.body.get("target") for event in events if event.kind == "Undone"}
    state: dict[str | None, list[str]] = {}
    for event in events:
        if event.id not in undone:
            state.setdefault(event.item, []).append(f"{event.kind} {event.at} {dict(event.body)}")
    return state


OPERATIONS = st.lists(
    st.tuples(st.sampled_from(["act", "act", "undo", "ship", "torn"]), st.integers(0, 2)),
    min_size=4,
    max_size=24,
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(operations=OPERATIONS, seed=st.integers(0, 10**6))
def test_three_computers_come_to_the_same_whatever_is_exchanged_when(
    tmp_path_factory: pytest.TempPathFactory, operations: list[tuple[str, int]], seed: int
) -> None:
    top = tmp_path_factory.mktemp("computers")
    rng = random.Random(seed)
    clocks = [SetClock() for _ in range(3)]
    computers = [History(top / str(index), clock) for index, clock in enumerate(clocks)]
    kept: set[str] = set()
    for what, index in operations:
        clocks[index].move(seconds=rng.randrange(-4_000, 9_000))
        here, there = computers[index], computers[(index + 1) % 3]
        if what in {"act", "undo"}:
            known = [event.id for event in here.events()]
            undo = what == "undo" and known
            act = Undone(target=rng.choice(known)) if undo else REVIEW
            kept.update(event.id for event in here.append([act]))
        else:
            export(here, top / "file")
            raw = (top / "file").read_bytes()
            part = raw[: rng.randrange(len(raw) + 1)] if what == "torn" else raw
            (top / "file").write_bytes(part)
            merge(there, top / "file")
    for order in ((0, 1, 2), (2, 0, 1), (1, 2, 0)):
        for source, target in zip(order, (*order[1:], order[0]), strict=True):
            export(computers[source], top / "file")
            merge(computers[target], top / "file")
    ends = [list(computer.events()) for computer in computers]
    assert ends[0] == ends[1] == ends[2]
    assert {event.id for event in ends[0]} == kept
    folded = fold(ends[0])
    assert all(fold(end) == folded for end in ends)
    for computer in computers:
        computer.close()


RECORDS = st.builds(
    lambda id_, device, number, at: Record(
        f"{id_:032x}", f"{device:032x}", number, at, at << 16, "Reviewed", "p/a", '{"rating":3}'
    ),
    st.integers(1, 40),
    st.integers(1, 3),
    st.integers(1, 9),
    st.integers(0, 10**12),
)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    parts=st.lists(st.lists(RECORDS, max_size=8), min_size=1, max_size=4), seed=st.integers(0, 99)
)
def test_parts_may_be_added_in_any_order_and_more_than_once(
    tmp_path_factory: pytest.TempPathFactory, parts: list[list[Record]], seed: int
) -> None:
    by_id = {record.id: record for part in parts for record in part}
    parts = [[by_id[record.id] for record in part] for part in parts]  # an id names one event
    top = tmp_path_factory.mktemp("parts")
    rng = random.Random(seed)
    again = rng.sample(parts, len(parts)) + rng.sample(parts, 1)
    with closing(opened(top / "a")) as first, closing(opened(top / "b")) as second:
        for part in parts:
            first.add(part)
        for part in again:
            second.add(part)
        expected = sorted(by_id.values(), key=lambda record: (record.order, record.id))
        assert list(first.records()) == list(second.records()) == expected
