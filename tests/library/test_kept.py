"""Results of earlier runs are used as long as they are whole and follow from the same."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.library.check import check_pack
from studyapp.library.kept import Kept
from studyapp.library.load import load_pack
from tests.conftest import CHECKED
from tests.library.decisions import SCENARIOS
from tests.library.packs import paragraph, put, section
from tests.quizzed import BANK, quizzed

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.library.diagnostics import Diagnostic


class Doubling:
    """Work whose runs are counted."""

    def __init__(self) -> None:
        self.done: list[int] = []

    def __call__(self, kept: Kept, number: int) -> int:
        return kept.recall(partial(self._work, number), int, str, "doubled", str(number))

    def _work(self, number: int) -> int:
        self.done.append(number)
        return 2 * number


def saved(file: Path, *numbers: int, of: str = "program") -> Doubling:
    """Ask for numbers in one run."""
    kept, doubled = Kept(file, of), Doubling()
    assert [doubled(kept, number) for number in numbers] == [2 * number for number in numbers]
    kept.save()
    return doubled


def test_what_is_known_is_not_worked_out_again(tmp_path: Path) -> None:
    file = tmp_path / "results.txt"
    assert saved(file, 1, 2).done == [1, 2]
    assert saved(file, 1, 2, 3).done == [3]
    assert saved(file, 3, 2, 1).done == []


def test_another_program_trusts_nothing_of_it(tmp_path: Path) -> None:
    saved(tmp_path / "results.txt", 1)
    assert saved(tmp_path / "results.txt", 1, of="program that is newer").done == [1]


def test_what_is_not_asked_for_is_forgotten_when_it_is_said_so(tmp_path: Path) -> None:
    file = tmp_path / "results.txt"
    saved(file, 1, 2)
    kept = Kept(file, "program")
    Doubling()(kept, 1)
    kept.forget_unused()
    kept.save()
    assert saved(file, 1, 2).done == [2]


def test_parts_of_what_it_follows_from_do_not_run_into_each_other(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "results.txt")
    for name, of in (("one", ("ab", "c")), ("other", ("a", "bc")), ("third", ("abc",))):
        assert kept.recall(partial(str, name), str, str, *of) == name


def test_a_result_that_cannot_be_read_is_worked_out(tmp_path: Path) -> None:
    file = tmp_path / "results.txt"
    kept = Kept(file)
    kept.recall(lambda: "no number", str, str, "n")
    kept.save()
    assert Kept(file).recall(lambda: 7, int, str, "n") == 7


def test_where_nothing_can_be_written_it_is_worked_out_every_time(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file where a folder should be")
    assert saved(blocked / "results.txt", 1).done == [1]
    assert saved(blocked / "results.txt", 1).done == [1]


def test_a_folder_in_the_place_of_the_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "results.txt").mkdir()
    assert saved(tmp_path / "results.txt", 1).done == [1]
    assert (tmp_path / "results.txt").is_dir()


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_no_damage_changes_a_result(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "results.txt"
        saved(file, *range(5))
        whole = bytearray(file.read_bytes())
        at = data.draw(st.integers(0, len(whole) - 1))
        end = data.draw(st.integers(at, len(whole)))
        whole[at:end] = data.draw(st.binary(max_size=8))
        file.write_bytes(whole)
        saved(file, *range(5))
        assert saved(file, *range(5)).done == []


# --- checking a pack


def bank(root: Path) -> Path:
    """A pack with something of every kind that is checked, and faults in it."""
    quizzed(root, *BANK[:3])
    uneven = paragraph("uneven", {"en": "5 commits", "vi": "6 commit nữa"})
    put(root, "notes/more.yaml", {"sections": [section("more", uneven)]})
    worked = SCENARIOS[0] | {"decision": "sharing-work"}
    put(root, "scenarios/all.yaml", {"scenarios": [worked]})
    term = {"id": "t", "en": "merge", "vi": "trộn", "definition": "Git", "writing": "translate"}
    put(root, "glossary.yaml", {"terms": [term]})
    return root


def checked(root: Path, kept: Kept | None = None) -> tuple[object, list[Diagnostic]]:
    loaded = load_pack(root, kept)
    return loaded.pack, check_pack(loaded, CHECKED, kept)


def recheck(root: Path, file: Path) -> tuple[object, list[Diagnostic]]:
    """Check with what is kept of earlier runs."""
    kept = Kept(file, "program")
    found = checked(root, kept)
    kept.forget_unused()
    kept.save()
    return found


WORDS = ("merge", "option B", "3 *Git", "q-1", "q-alone")
CHANGES: tuple[Callable[[str], list[str]], ...] = (
    *(partial(lambda word, line: [line.replace("Git", word)], word) for word in WORDS),
    lambda line: [line.replace("1", "7").replace("true", "false")],
    lambda line: [line, line],
    lambda line: [],
)
"""What becomes of one line."""


def spoil(root: Path, data: st.DataObject) -> None:
    """Edit a file of a pack as authors do, and worse."""
    file = data.draw(st.sampled_from(sorted(root.rglob("*.yaml"))))
    lines = file.read_text("utf-8").split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    change = data.draw(st.sampled_from(CHANGES))
    (file.parent / data.draw(st.sampled_from([file.name, "copy.yaml"]))).write_text(
        "\n".join([*lines[:at], *change(lines[at]), *lines[at + 1 :]]), "utf-8"
    )
    if data.draw(st.integers(0, 5)) == 5:
        data.draw(st.sampled_from(sorted(root.rglob("*.yaml")))).unlink()


@settings(max_examples=8, deadline=None)
@given(st.data())
def test_whatever_is_edited_is_found_as_if_nothing_were_kept(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        root, file = bank(Path(folder) / "pack"), Path(folder) / "results.txt"
        recheck(root, file)
        for _ in range(3):
            spoil(root, data)
            assert recheck(root, file) == checked(root)


def test_what_is_found_again_is_the_same(tmp_path: Path) -> None:
    root, file = bank(tmp_path / "pack"), tmp_path / "results.txt"
    found = recheck(root, file)
    assert len({told.code for told in found[1]}) > 4
    assert recheck(root, file) == found == checked(root)


@pytest.mark.parametrize(
    ("file", "to"),
    [
        ("notes/more.yaml", "notes/other.yaml"),
        ("advisor/sharing.yaml", "advisor/other.yaml"),
        ("questions/all.yaml", "questions/other.yaml"),
        ("sources/pages.yaml", "notes/pages.yaml"),
    ],
)
def test_in_a_file_that_is_moved_the_same_is_found(file: str, to: str, tmp_path: Path) -> None:
    root, results = bank(tmp_path / "pack"), tmp_path / "results.txt"
    recheck(root, results)
    (root / file).rename(root / to)
    assert recheck(root, results) == checked(root)


def edit(root: Path, file: str, old: str, new: str) -> None:
    words = (root / file).read_text("utf-8")
    assert words.count(old) == 1
    (root / file).write_text(words.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "count"),
    [
        # The file, its texts and terms, the one question, the bank.
        ("questions/all.yaml", "Two branches of q-1.", "Two twigs of q-1.", 5),
        # The file, its texts and terms, the question that is told with it, the bank.
        ("cases/all.yaml", "A team has one repository.", "A team has one repo.", 5),
        # The file, its texts and terms.
        ("notes/all.yaml", '"It replays."', '"It repeats."', 3),
        # The file, its texts and terms, the decision, the one question it answers.
        ("advisor/sharing.yaml", '"Git",\n "question"', '"Git!",\n "question"', 5),
        # The file, its texts and terms, the decision.
        ("scenarios/all.yaml", '"with-others"', '"with-many"', 4),
        # The file and its texts, and the terms of every file with items.
        ("glossary.yaml", '"trộn"', '"gộp"', 12),
    ],
)
def test_an_edit_costs_itself_and_what_depends_on_it(
    file: str, old: str, new: str, count: int, tmp_path: Path
) -> None:
    root, results = bank(tmp_path / "pack"), tmp_path / "results.txt"
    recheck(root, results)
    before = set(results.read_text("utf-8").split("\n"))
    edit(root, file, old, new)
    recheck(root, results)
    after = set(results.read_text("utf-8").split("\n"))
    assert len(after - before) == len(before - after) == count
