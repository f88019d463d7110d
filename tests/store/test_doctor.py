"""What the doctor finds, without touching anything, and what repairing does; and the words."""

from __future__ import annotations

import random
import re
import string
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.core.history.events import Reviewed
from studyapp.core.ports import Notice
from studyapp.core.text import Lang
from studyapp.store.doctor import examine, repair
from studyapp.store.history import History
from studyapp.words.history import FINDINGS, NOTICES, found, said
from tests.store.clocks import START, SetClock
from tests.store.trials import HARMS, ids

SOURCES = sorted((Path(__file__).parents[2] / "studyapp" / "store").glob("*.py"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with closing(History(tmp_path / "data", SetClock())) as history:
        history.append([Reviewed(item="p/a", rating=3)] * 300)
    return tmp_path / "data"


def troubles(folder: Path) -> set[str]:
    return {finding.code for finding in examine(folder, START) if finding.severity == "trouble"}


def test_a_whole_history_has_nothing_to_be_told(data: Path) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    findings = examine(data, START)
    assert {finding.severity for finding in findings} == {"fine"}
    by_code = {finding.code: finding.values for finding in findings}
    assert by_code["events"] == {"events": 300, "devices": 1}
    assert by_code["backups"] == {"backups": 1, "events": 300, "hours": 0}
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before


def test_an_empty_folder_is_no_trouble(tmp_path: Path) -> None:
    assert troubles(tmp_path / "nothing") == set()
    assert not (tmp_path / "nothing").exists()
    assert {finding.code for finding in examine(tmp_path, START)} >= {"no-database", "no-backup"}


@pytest.mark.parametrize("harm", sorted(set(HARMS) - {"nothing"}))
def test_every_harm_is_found_and_repaired(data: Path, harm: str) -> None:
    told = ids(data)
    HARMS[harm](data, random.Random(3))
    codes = {finding.code for finding in examine(data, START) if finding.severity != "fine"}
    assert codes
    notices = repair(data, SetClock())
    assert notices
    assert troubles(data) == set()
    assert ids(data) == told
    for notice in notices:
        assert said(notice)[Lang.EN]


def test_a_clock_that_was_ahead_and_open_files_are_told(data: Path) -> None:
    clock = SetClock()
    clock.move(days=3)
    with closing(History(data, clock)) as history:
        history.append([Reviewed(item="p/a", rating=3)])
    (data / "history.db").chmod(0o644)
    codes = {finding.code for finding in examine(data, START)}
    assert codes >= {"clock-ahead", "open-to-others"}


def test_a_newest_backup_that_cannot_be_read_is_trouble(data: Path) -> None:
    (backup,) = data.glob("backups/*.gz")
    backup.write_bytes(backup.read_bytes()[:-5])
    assert troubles(data) == {"backup-unreadable"}


def test_every_code_has_words_and_all_words_are_used() -> None:
    source = "\n".join(path.read_text("utf-8") for path in SOURCES)
    notices = set(re.findall(r'Notice\(\s*"([a-z-]+)"', source))
    findings = set(re.findall(r'Finding\(\s*(?:"[a-z]+"|[^"]*?"fine"[^,]*),\s*"([a-z-]+)"', source))
    assert notices == set(NOTICES)
    assert findings | {"place-remote", "place-synced"} == set(FINDINGS)


@pytest.mark.parametrize("words", [NOTICES, FINDINGS])
def test_both_languages_tell_the_same_values(words: dict[str, object]) -> None:
    for text in words.values():
        names = [{name for _, name, *_ in string.Formatter().parse(text[lang])} for lang in Lang]  # type: ignore[index]
        assert names[0] == names[1], text


def test_a_notice_is_put_into_words() -> None:
    assert said(Notice("database-mended", {"events": 3})).en.endswith("journal: 3.")
    assert found("sqlite", {"version": "3.40"}).vi == "SQLite 3.40"
