"""What an author is told when a file is YAML but not what a pack is made of."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from studyapp.core.notes import NotesFile, Paragraph, Section
from studyapp.core.pack import Cover, SourcesFile
from studyapp.library.schema_errors import schema_diagnostics
from studyapp.library.shapes import field_names
from studyapp.library.yaml12.limits import MAX_DIAGNOSTICS
from studyapp.library.yaml12.reader import read_yaml
from tests.library.mistakes import COVER, COVERS, NOTES, SECTION, SOURCE, SOURCES, TYPES
from tests.library.values import json_values

if TYPE_CHECKING:
    from studyapp.library.diagnostics import Diagnostic


def cases(table: str) -> list[tuple[str, str, str]]:
    """What to change in a sound file, into what, and what is then said."""
    names = {model.__name__.upper(): field_names(model) for model in (Cover, Paragraph, Section)}
    for known, listed in {**names, "TYPES": TYPES}.items():
        table = table.replace(f"are {known}", "are " + ", ".join(f"`{name}`" for name in listed))
    found = []
    for case in table.rstrip().split("\n\n"):
        edit, expected = case.split("\n", 1)
        old, _, new = edit.replace("\\n", "\n").partition(" ->")
        found.append((old, new.removeprefix(" "), expected))
    return found


@cache
def adapter(model: type) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def findings(text: str, model: type) -> list[Diagnostic]:
    raw = text.encode()
    data: Any = read_yaml(raw, "a.yaml").data
    try:
        adapter(model).validate_json(json.dumps(data))
    except ValidationError as error:
        return schema_diagnostics(error, data, raw, "a.yaml", model)
    return []


def said(text: str, model: type) -> str:
    """Each finding: its code, what it underlines and its message; below it, label and help."""
    lines = text.splitlines()
    words = []
    for found in findings(text, model):
        underlined = lines[found.spot.line - 1][found.spot.column - 1 : found.spot.end_column - 1]
        words += [f"{found.code} | {underlined} | {found.message}", found.label, found.help]
    return "\n".join(filter(None, words))


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("text", "model"), [(SECTION, NotesFile), (SOURCE, SourcesFile), (COVER, Cover)]
)
def test_a_valid_file_has_no_findings(text: str, model: type) -> None:
    assert said(text, model) == ""


@pytest.mark.parametrize(("old", "new", "expected"), cases(NOTES))
def test_notes(old: str, new: str, expected: str) -> None:
    assert said(changed(SECTION, old, new), NotesFile) == expected


@pytest.mark.parametrize(("old", "new", "expected"), cases(SOURCES))
def test_sources(old: str, new: str, expected: str) -> None:
    assert said(changed(SOURCE, old, new), SourcesFile) == expected


@pytest.mark.parametrize(("old", "new", "expected"), cases(COVERS))
def test_cover(old: str, new: str, expected: str) -> None:
    assert said(changed(COVER, old, new), Cover) == expected


@pytest.mark.parametrize(
    ("text", "found"), [("[1]", "a list"), ("words", "`words`"), ("~", "nothing")]
)
def test_a_file_that_is_something_else_altogether(text: str, found: str) -> None:
    assert said(text, NotesFile) == (
        f"P0203 | {text} | expected a mapping, found {found}\nthe fields here are `sections`"
    )


def test_an_unknown_field_hides_no_other_missing_one() -> None:
    text = changed(changed(SECTION, "title:", "titel:"), "    skill: git-1\n", "")
    assert [found.message for found in findings(text, NotesFile)] == [
        "missing field `skill`",
        "unknown field `titel`",
    ]


def test_a_nested_mistake_is_told_once_and_in_the_order_of_the_file() -> None:
    table = """\
      - type: table
        id: t
        columns: [A]
        rows:
          - id: r
            cells: [true]
          - id: s
            cell: x
            cells: [3]
"""
    assert [(found.spot.line, found.code) for found in findings(SECTION + table, NotesFile)] == [
        (16, "P0203"),
        (18, "P0202"),
        (19, "P0203"),
    ]


def test_there_are_never_more_than_anybody_reads() -> None:
    text = "sections:\n" + "  - {}\n" * 1_000
    assert len(findings(text, NotesFile)) == MAX_DIAGNOSTICS


@given(st.data(), json_values)
def test_whatever_stands_anywhere_is_put_into_words(draw: st.DataObject, value: object) -> None:
    data: Any = read_yaml(SECTION.encode(), "a.yaml").data
    inside = data
    while isinstance(inside, dict | list) and inside:
        steps = st.sampled_from([*inside] if isinstance(inside, dict) else range(len(inside)))
        step = draw.draw(steps)
        if not isinstance(inside[step], dict | list) or draw.draw(st.booleans()):
            inside[step] = value
            break
        inside = inside[step]
    for found in findings(json.dumps(data, ensure_ascii=False), NotesFile):
        assert found.message
        assert found.code in {"P0201", "P0202", "P0203", "P0204"}
        assert "Input should" not in found.message
