"""Where the values and keys of a file are said to stand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from studyapp.library.yaml12.reader import positions
from tests.library.corpus import SOUND, at
from tests.library.values import json_values

if TYPE_CHECKING:
    from collections.abc import Iterator


def _paths(data: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, object]]:
    yield path, data
    inner = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data if isinstance(data, list) else [])
    )
    for step, value in inner:
        yield from _paths(value, (*path, step))


@given(json_values)
def test_every_value_and_key_is_found_where_it_stands(data: object) -> None:
    text = json.dumps(data, ensure_ascii=False)
    where = positions(text.encode())
    for path, value in _paths(data):
        assert json.loads(at(where.value(path), text)) == value
        if path and isinstance(path[-1], str):
            assert json.loads(at(where.key(path), text)) == path[-1]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_places_in_block_style(line_end: str) -> None:
    text = SOUND.replace("\n", line_end)
    where = positions(text.encode())
    section = ("sections", 0)

    def value(*path: str | int) -> str:
        return at(where.value((*section, *path)), text)

    assert value() == "id: rebase"
    assert value("takeaway", "vi").startswith("'Nó phát lại")
    assert value("blocks", 0, "text", "en") == "|"
    assert value("blocks", 1, "columns", 1) == "Lệnh"
    assert at(where.key((*section, "blocks", 1, "rows")), text) == "rows"
    assert where.value(section).line == 3


def test_a_key_in_decomposed_letters_is_found_by_its_composed_name() -> None:
    text = "ghi chu\u0301: x\n"
    assert at(positions(text.encode()).value(("ghi chú",)), text) == "x"


def test_a_path_that_is_not_there_leads_to_what_is_around_it() -> None:
    text = "title: Bedrock\nlist: [a, b]\n"
    where = positions(text.encode())
    assert at(where.value(("title", "vi")), text) == "Bedrock"
    assert at(where.key(("title", "vi")), text) == "title"
    assert at(where.key(("list", 1)), text) == "b"
    assert at(where.value(("nothing",)), text) == "title: Bedrock"
