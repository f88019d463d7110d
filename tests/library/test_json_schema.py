"""The schemas that editors use say what the models accept, and the committed ones are these."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from studyapp.library.builtin import builtin_pack
from studyapp.library.items import KINDS, schema_file
from studyapp.library.json_schema import schemas, write_schemas
from studyapp.library.load import load_pack
from tests.library.packs import paragraph, section, source, write_pack


def test_the_schemas_of_the_built_in_pack_are_up_to_date() -> None:
    folder = builtin_pack() / ".schema"

    committed = {path.name: path.read_text("utf-8") for path in folder.iterdir()}

    assert committed == schemas(), "run `studyapp schema`"


def test_schemas_are_written_where_the_first_lines_point(tmp_path: Path) -> None:
    written = write_schemas(tmp_path)

    names = [path.relative_to(tmp_path).as_posix() for path in written]
    assert names == [schema_file(place) for place in KINDS]
    assert names[:2] == [".schema/pack.json", ".schema/sources.json"]
    assert [path.read_text("utf-8") for path in written] == list(schemas().values())


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    assert len(schemas()) == len(KINDS)
    for text in schemas().values():
        schema = json.loads(text)
        assert schema["$schema"].startswith("https://json-schema.org/")
        assert schema["title"].startswith("studyapp ")
        assert text == json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def definition(name: str, file: str = "notes.json") -> Any:
    return json.loads(schemas()[file])["$defs"][name]


def test_editors_show_what_classes_and_fields_are_for() -> None:
    nuance = definition("Nuance")

    assert nuance["description"].startswith("Stands beside a statement")
    assert nuance["properties"]["about"]["description"].startswith("The blocks, rows or entries")
    pack = json.loads(schemas()["pack.json"])
    assert "checked longer ago" in pack["properties"]["stale_after_days"]["description"]


def test_editors_tell_blocks_apart_and_accept_a_text_written_once() -> None:
    blocks = definition("Section")["properties"]["blocks"]["items"]
    scalar, both = definition("Text")["anyOf"]

    assert set(blocks["discriminator"]["mapping"]) >= {"paragraph", "list", "table", "nuance"}
    assert scalar == {"type": "string", "minLength": 1}
    assert both["required"] == ["en", "vi"]
    assert both["additionalProperties"] is False


@pytest.mark.parametrize(
    ("name", "field", "rule"),
    [
        ("Notice", "tone", ("enum", ["info", "trap", "exam"])),
        ("Paragraph", "volatile", ("type", "boolean")),
        ("Section", "sources", ("minItems", 1)),
        ("Paragraph", "type", ("const", "paragraph")),
    ],
)
def test_the_schema_states_the_rule(name: str, field: str, rule: tuple[str, object]) -> None:
    keyword, value = rule

    assert definition(name)["properties"][field][keyword] == value


@pytest.mark.parametrize(
    "broken",
    [
        section(blocks=[{"type": "notice", "id": "n", "tone": "loud", "text": "Git"}]),
        section(blocks=[paragraph(volatile="yes")]),
        section(sources=[]),
        section(blocks=[paragraph(type="paragraf")]),
        section(blocks=[paragraph(text={"en": "Git"})]),
        section(blocks=[paragraph(text="")]),
        section(id_="Has Capitals"),
        section(more="than asked for"),
    ],
    ids=["tone", "volatile", "no source", "type", "one language", "empty", "id", "unknown"],
)
def test_and_the_models_refuse_what_breaks_it(tmp_path: Path, broken: dict[str, Any]) -> None:
    loaded = load_pack(write_pack(tmp_path, broken))

    assert loaded.pack is not None
    assert loaded.pack.sections == ()
    assert loaded.diagnostics
    assert load_pack(write_pack(tmp_path, section())).diagnostics == ()


@pytest.mark.parametrize(
    "changed",
    [{"url": "http://x.example/"}, {"checked_at": "2026-13-01"}, {"via": "hearsay"}],
    ids=["url", "date", "via"],
)
def test_models_refuse_a_source_that_cannot_be_checked(
    tmp_path: Path, changed: dict[str, str]
) -> None:
    loaded = load_pack(write_pack(tmp_path, sources=[source(**changed)]))

    assert loaded.pack is not None
    assert loaded.pack.sources == ()
