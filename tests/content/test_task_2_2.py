"""The built-in pack: clean, and holding every line of the notes it was made from."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from studyapp.core.notes import Nuance
from studyapp.core.pack import Pack
from studyapp.core.prose import plain
from studyapp.core.text import Lang, Text
from studyapp.core.texts import texts
from studyapp.library.check import check_pack
from studyapp.library.codec import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.library.load import Loaded

LINES = sorted(Path(__file__).parent.glob("source_lines_*.yaml"))
CHECKED = datetime(2026, 11, 22, tzinfo=UTC).date()


@pytest.fixture(scope="module")
def words_by_id(pack: Pack) -> dict[str, dict[Lang, str]]:
    """Every id of the pack with the words under it."""
    parts = (pack.cover, *pack.sources, *pack.sections)
    return {id_: said for part in parts for id_, said in _said(part)}


def _said(value: Any) -> Iterator[tuple[str, dict[Lang, str]]]:
    if isinstance(value, tuple):
        for part in value:
            yield from _said(part)
    elif is_dataclass(value) and not isinstance(value, Text):
        if name := getattr(value, "id", None):
            address = f"{getattr(value, 'url', '')} "
            said = {
                lang: address + " ".join(plain(text[lang]) for text in texts(value))
                for lang in Lang
            }
            yield name, said
        for field in fields(value):
            yield from _said(getattr(value, field.name))


def test_the_pack_is_clean(loaded: Loaded) -> None:
    assert check_pack(loaded, CHECKED) == []


def test_all_that_it_says_comes_back_from_a_cache(loaded: Loaded) -> None:
    for item in (item for file in loaded.files for item in file.items):
        assert from_json(to_json(item.value)) == item.value


@pytest.mark.parametrize("file", LINES, ids=lambda file: file.stem)
def test_every_line_of_the_source_notes_is_in_the_pack(
    file: Path, words_by_id: dict[str, dict[Lang, str]]
) -> None:
    lines = yaml.safe_load(file.read_text("utf-8"))
    assert lines
    missing = []
    for line in lines:
        said = words_by_id.get(line["id"])
        if said is None:
            missing.append(f"no {line['id']}")
            continue
        kept = [] if line.get("reworded") else [lang for lang in Lang if line[lang]]
        missing += [
            f"{line['id']} does not say {line[lang]!r}"
            for lang in kept
            if line[lang] not in said[lang]
        ]
    assert missing == []


def test_there_is_a_nuance_for_each_dated_statement(pack: Pack) -> None:
    nuances = [block for s in pack.sections for block in s.blocks if isinstance(block, Nuance)]
    assert len(nuances) >= 32
    assert {nuance.weight for nuance in nuances} == {"corrects", "qualifies", "detail"}


def test_each_skill_has_sections_and_no_page_is_too_long(pack: Pack) -> None:
    taught = {section.skill for section in pack.sections}
    assert taught == {skill.id for skill in pack.cover.skills}
    assert max(len(section.blocks) for section in pack.sections) <= 25
