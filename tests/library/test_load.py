"""A pack with something broken in it is read as far as it can be used."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.library.load import load_pack
from studyapp.library.stamp import digest, fingerprint
from tests.library.packs import COVER, paragraph, pointed_at, put, section, source, write_pack

EXAM = {
    "name": "Git",
    "code": "G-1",
    "scored": 40,
    "unscored": 0,
    "minutes": 60,
    "scale": [100, 1000],
    "pass_mark": 750,
    "sources": ["book"],
}


def told(root: Path) -> list[tuple[str, str, str]]:
    return [(d.code, d.file, d.message) for d in load_pack(root).diagnostics]


def kept(root: Path) -> list[str]:
    pack = load_pack(root).pack
    assert pack is not None
    return [section.id for section in pack.sections]


def test_a_sound_pack_is_read_whole(tmp_path: Path) -> None:
    loaded = load_pack(write_pack(tmp_path, section(), cover={**COVER, "exam": EXAM}))

    assert loaded.pack is not None
    assert loaded.pack.cover.exam is not None
    assert loaded.pack.sections[0].takeaway.vi == "Nó phát lại."
    assert loaded.pack.sources[0].checked_at.isoformat() == "2026-11-01"
    assert loaded.diagnostics == loaded.dropped == ()


def test_sections_follow_the_names_of_files_and_then_the_file(tmp_path: Path) -> None:
    write_pack(tmp_path, section("m"))
    put(tmp_path, "notes/b.yaml", {"sections": [section("z"), section("y")]})
    put(tmp_path, "notes/a.yaml", {"sections": [section("x")]})

    assert kept(tmp_path) == ["x", "m", "z", "y"]


def test_a_broken_section_is_left_out_alone(tmp_path: Path) -> None:
    broken = section("second", title={"en": "Only English"}, blcks=[])
    root = write_pack(tmp_path, section("first"), broken, section("third"))

    loaded = load_pack(root)

    assert kept(root) == ["first", "third"]
    assert {d.code for d in loaded.diagnostics} == {"P0201", "P0202"}
    (dropped,) = loaded.dropped
    assert dropped in loaded.diagnostics


def test_each_part_left_out_is_told_once(tmp_path: Path) -> None:
    def broken(name: str) -> dict[str, object]:
        return section(name, title=1, takeaway=2)

    root = write_pack(tmp_path, broken("first"), section("second"), broken("third"))
    put(root, "notes/zz.yaml", "sections: [")

    first, third, file = load_pack(root).dropped

    assert (first.code, third.code, file.code) == ("P0203", "P0203", "P0100")
    assert "`first`" in first.help
    assert "`third`" in third.help
    assert [pointed_at(root, found) for found in (first, third)] == ["1", "1"]


def test_a_part_is_left_out_for_an_error_not_for_a_warning(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    put(root, "notes/all.yaml", "sections:\n  - id: s\n    title: no\n    takeaway: 5\n")

    loaded = load_pack(root)

    assert loaded.diagnostics[0].severity == "warning"
    assert [d.severity for d in loaded.dropped] == ["error"]


def test_of_several_clashes_the_first_is_told(tmp_path: Path) -> None:
    root = write_pack(tmp_path, section("torn", skill="no", sources=["none"]))

    loaded = load_pack(root)

    assert [d.message for d in loaded.dropped] == ["unknown skill `no`"]
    assert len(loaded.diagnostics) == 2


def test_places_stay_right_after_an_item_was_left_out(tmp_path: Path) -> None:
    dangling = section("second", sources=["bok"])
    root = write_pack(tmp_path, section("first", title=1), dangling)

    found = next(d for d in load_pack(root).diagnostics if d.code == "P0302")

    assert pointed_at(root, found) == '"bok"'


def test_a_file_that_is_no_yaml_is_left_out_whole(tmp_path: Path) -> None:
    root = write_pack(tmp_path, section("first"))
    put(root, "notes/broken.yaml", "sections:\n\t- id: x\n")

    assert kept(root) == ["first"]
    assert told(root)[0][:2] == ("P0100", "notes/broken.yaml")


@pytest.mark.parametrize(
    "cover",
    [
        {**COVER, "title": 5},
        {**COVER, "skills": [*COVER["skills"], *COVER["skills"]]},
        {**COVER, "exam": {**EXAM, "sources": ["nowhere"]}},
        {**COVER, "exam": {**EXAM, "pass_mark": 1001}},
    ],
    ids=["type", "duplicate", "reference", "pass mark"],
)
def test_without_a_sound_cover_there_is_no_pack(tmp_path: Path, cover: dict[str, object]) -> None:
    loaded = load_pack(write_pack(tmp_path, cover=cover))

    assert loaded.pack is None
    assert [d.file for d in loaded.diagnostics] == ["pack.yaml"]


def test_a_folder_without_a_cover_says_what_is_missing(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    (root / "pack.yaml").unlink()

    assert told(root) == [("P0131", "pack.yaml", "there is no `pack.yaml`")]
    assert load_pack(root).pack is None


@pytest.mark.parametrize("folder", ["nowhere", "empty"])
def test_a_folder_with_nothing_in_it_is_no_pack(tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()

    assert load_pack(tmp_path / folder).pack is None


def test_a_file_in_no_known_place_is_named(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    put(root, "note/more.yaml", {"sections": []})
    put(root, "notes/deeper/more.yaml", {"sections": []})
    put(root, "quizzes.yaml", {"cards": []})

    found = {d.file: d for d in load_pack(root).diagnostics}

    assert {d.code for d in found.values()} == {"P0132"}
    assert found["note/more.yaml"].label == "did you mean `notes`?"
    assert found["notes/deeper/more.yaml"].label == found["quizzes.yaml"].label == ""
    assert "notes/*.yaml" in found["quizzes.yaml"].help


def test_an_id_names_one_thing_in_the_whole_pack(tmp_path: Path) -> None:
    table = {
        "type": "table",
        "id": "steps",
        "columns": ["A"],
        "rows": [{"id": "book", "cells": ["a"]}],
    }
    root = write_pack(tmp_path, section("one"), section("two", table), section("two"))
    lines = (root / "sources/pages.yaml").read_text().splitlines()
    at = 1 + next(number for number, line in enumerate(lines) if '"id": "book"' in line)

    row, again = load_pack(root).diagnostics

    assert row.message == "duplicate id `book`"
    assert row.help == f"in `steps`; first one at sources/pages.yaml:{at}"
    assert again.message == "duplicate id `two`"
    assert again.related is not None
    assert again.related[1] == "first one here"
    assert kept(root) == ["one"]


def test_a_pack_may_have_the_name_of_something_in_it(tmp_path: Path) -> None:
    assert told(write_pack(tmp_path, cover={**COVER, "id": "book"})) == []


def test_the_first_of_two_with_one_id_is_kept(tmp_path: Path) -> None:
    root = write_pack(tmp_path, section("same", paragraph("p1")), section("same", paragraph("p2")))

    pack = load_pack(root).pack

    assert pack is not None
    assert [s.blocks[0].id for s in pack.sections] == ["p1"]


@pytest.mark.parametrize(
    ("changed", "message", "label"),
    [
        ({"skill": "branchin"}, "unknown skill `branchin`", "did you mean `branching`?"),
        ({"sources": ["book", "boook"]}, "unknown source `boook`", "did you mean `book`?"),
        ({"sources": ["branching"]}, "`branching` is a skill, not a source", ""),
        ({"skill": "rebase-why"}, "`rebase-why` is a block, not a skill", ""),
    ],
)
def test_a_reference_leads_to_what_it_names(
    tmp_path: Path, changed: dict[str, object], message: str, label: str
) -> None:
    root = write_pack(tmp_path, section(), section("broken", **changed))

    (found,) = load_pack(root).diagnostics

    assert (found.code, found.message, found.label) == ("P0302", message, label)
    assert pointed_at(root, found).strip('"') in message
    assert kept(root) == ["rebase"]


@pytest.mark.parametrize(
    ("about", "is_sound"),
    [
        ("p", True),
        ("row", True),
        ("entry", True),
        ("elsewhere", True),
        ("book", False),
        ("no", False),
    ],
)
def test_a_nuance_is_about_a_block_a_row_or_an_entry(
    tmp_path: Path, about: str, *, is_sound: bool
) -> None:
    blocks = [
        paragraph("p"),
        {"type": "table", "id": "t", "columns": ["A"], "rows": [{"id": "row", "cells": ["a"]}]},
        {"type": "list", "id": "l", "items": [{"text": "Git", "id": "entry"}, {"text": "Git"}]},
        {
            "type": "nuance",
            "id": "n",
            "about": [about],
            "weight": "detail",
            "title": "Git",
            "text": "Git",
            "sources": ["book"],
        },
    ]
    root = write_pack(tmp_path, section("one", *blocks), section("two", paragraph("elsewhere")))

    assert (told(root) == []) is is_sound


def test_what_is_broken_is_not_reported_again_as_unknown(tmp_path: Path) -> None:
    root = write_pack(tmp_path, sources=[source("book", url="http://plain.example")])

    loaded = load_pack(root)

    assert [d.file for d in loaded.diagnostics] == ["sources/pages.yaml"]
    assert kept(root) == ["rebase"]


def test_nothing_is_unknown_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    put(root, "sources/pages.yaml", "sources: [")

    assert {file for _, file, _ in told(root)} == {"sources/pages.yaml"}


def test_a_section_without_its_skill_is_never_kept(tmp_path: Path) -> None:
    root = write_pack(tmp_path, section("lost", skill="gone"), section("gone", title=1))

    assert kept(root) == []


def test_many_unknown_ids_get_few_suggestions(tmp_path: Path) -> None:
    root = write_pack(tmp_path, *(section(f"s{n}", sources=["boook"]) for n in range(50)))

    found = load_pack(root).diagnostics

    assert len(found) == 50
    assert sum(bool(d.label) for d in found) == 20


def test_a_row_has_a_cell_for_every_column(tmp_path: Path) -> None:
    rows = [{"id": "full", "cells": ["a", "b"]}, {"id": "short", "cells": ["a"]}]
    table = {"type": "table", "id": "t", "columns": ["A", "B"], "rows": rows}
    root = write_pack(tmp_path, section("one", table), section("two"))

    assert told(root) == [
        ("P0303", "notes/all.yaml", "row `short` does not fit: cells 1, columns 2")
    ]
    assert kept(root) == ["two"]


def test_the_pass_mark_is_on_the_scale(tmp_path: Path) -> None:
    root = write_pack(tmp_path, cover={**COVER, "exam": {**EXAM, "pass_mark": 99}})

    (found,) = load_pack(root).diagnostics

    assert found.message == "pass mark 99 is outside the scale 100 to 1000"
    assert pointed_at(root, found) == "99"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_linked_file_is_refused_and_told(tmp_path: Path) -> None:
    root = write_pack(tmp_path / "pack")
    put(tmp_path, "sources/secret.yaml", {"sources": [source("secret")]})
    (root / "sources/link.yaml").symlink_to(tmp_path / "sources/secret.yaml")

    loaded = load_pack(root)

    assert [d.code for d in loaded.dropped] == ["P0130"]
    assert loaded.pack is not None
    assert [s.id for s in loaded.pack.sources] == ["book"]


@pytest.mark.parametrize("stamp", [fingerprint, digest])
def test_a_stamp_is_the_same_for_the_same_files(tmp_path: Path, stamp: object) -> None:
    assert callable(stamp)
    root = write_pack(tmp_path)
    before = stamp(root)
    (root / "README.md").write_text("not read")
    (root / ".hidden").mkdir()
    (root / ".hidden/x.yaml").write_text("not read")

    assert stamp(root) == before


@pytest.mark.parametrize("stamp", [fingerprint, digest])
def test_a_stamp_tells_every_change(tmp_path: Path, stamp: object) -> None:
    assert callable(stamp)
    root = write_pack(tmp_path)
    seen = [stamp(root)]
    put(root, "notes/all.yaml", {"sections": [section("longer-than-before")]})
    seen.append(stamp(root))
    (root / "notes/all.yaml").rename(root / "notes/other.yaml")
    seen.append(stamp(root))
    (root / "notes/other.yaml").unlink()
    seen.append(stamp(root))

    assert len(set(seen)) == 4


def test_a_digest_sees_the_bytes_and_a_fingerprint_the_time(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    looks, says = fingerprint(root), digest(root)
    os.utime(root / "pack.yaml", ns=(0, 0))

    assert fingerprint(root) != looks
    assert digest(root) == says


def test_no_file_can_pass_for_another_one(tmp_path: Path) -> None:
    for name, content in (("one/a.yaml", "b.yaml\0"), ("two/a.yaml", ""), ("two/b.yaml", "")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)

    assert digest(tmp_path / "one") != digest(tmp_path / "two")


def test_a_stamp_costs_no_parser() -> None:
    program = (
        "import sys, pathlib; from studyapp.library.stamp import digest, fingerprint;"
        "digest(pathlib.Path('tests')); fingerprint(pathlib.Path('tests'));"
        "print({'yaml', 'pydantic', 'rich'} & set(sys.modules))"
    )

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert said.stdout.strip() == b"set()"
