"""`studyapp check`, `schema` and `new pack` as an author and a pipeline use them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from studyapp.cli import main
from studyapp.library.json_schema import schemas
from tests.library.packs import paragraph, put, section, source, write_pack

STALE = source("old", checked_at="2001-01-01")


@pytest.fixture(autouse=True)
def _own_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def wrong() -> dict[str, object]:
    return section("s", paragraph("p", {"en": "5 commits", "vi": "6 commit nữa"}))


def test_a_clean_pack_gives_one_line_and_zero(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(here / "git")

    assert main(["check", "git"]) == 0
    assert capsys.readouterr() == ("0 errors, 0 warnings in 3 files\n", "")


def test_an_error_is_shown_at_its_place_and_gives_one(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(here / "git", wrong())

    assert main(["check", "git"]) == 1

    out, err = capsys.readouterr()
    assert out.startswith("error[P0412]: the languages differ: `5` only in English")
    assert "--> git/notes/all.yaml:21:13" in out
    assert '"6 commit nữa"' in out
    assert out.endswith("\n\n1 error, 0 warnings in 3 files\n")
    assert err == ""


def test_a_warning_alone_gives_zero(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pack(here, section(sources=["old"]), sources=[STALE])

    assert main(["check", "."]) == 0
    assert capsys.readouterr().out.endswith("\n0 errors, 1 warning in 3 files\n")


def test_programs_read_json_and_nothing_else(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(here / "git", wrong())

    assert main(["check", "git", "--format", "json"]) == 1

    out, err = capsys.readouterr()
    (found,) = json.loads(out)
    assert (found["code"], found["file"], found["line"]) == ("P0412", "git/notes/all.yaml", 21)
    assert err == "1 error, 0 warnings in 3 files\n"


def test_json_of_a_clean_pack_is_an_empty_list(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(here)

    assert main(["check", ".", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_gets_paths_from_the_working_folder(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(here / "git", wrong())

    assert main(["check", str(here / "git"), "--format", "github"]) == 1

    out, err = capsys.readouterr()
    assert out.startswith("::error file=git/notes/all.yaml,line=21,col=13,")
    assert err == "1 error, 0 warnings in 3 files\n"


def test_every_pack_of_a_folder_is_checked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pack(here / "packs/one", wrong())
    write_pack(here / "packs/two", section(sources=["old"]), sources=[STALE])
    (here / "packs/none").mkdir()

    assert main(["check", "packs"]) == 1

    out = capsys.readouterr().out
    assert "--> packs/one/notes/all.yaml" in out
    assert "--> packs/two/sources/pages.yaml" in out
    assert out.endswith("1 error, 1 warning in 6 files\n")


def test_the_built_in_pack_is_checked_without_a_path(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("0 errors,")


def test_the_pack_named_for_study_is_the_one_checked(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(here / "git", wrong())

    assert main(["--pack", "git", "check"]) == 1
    assert "git/notes/all.yaml" in capsys.readouterr().out


def test_what_was_checked_before_is_told_in_the_same_words(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_pack(here / "git", wrong(), section("t", sources=["old"]), sources=[source(), STALE])

    told = [(main(["check", "git"]), capsys.readouterr()) for _ in range(2)]

    assert told[0] == told[1]
    (kept,) = (tmp_path / "cache").rglob("checks/*")
    assert "6 commit nữa" in kept.read_text("utf-8")


def test_without_a_cache_it_is_checked_all_the_same(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "blocked").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(here / "blocked"))
    write_pack(here / "git", wrong())

    assert main(["check", "git"]) == 1
    assert capsys.readouterr().out.endswith("1 error, 0 warnings in 3 files\n")


@pytest.mark.parametrize("path", ["nowhere", "empty", "file"])
def test_what_holds_no_pack_cannot_be_checked(
    here: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "empty").mkdir()
    (here / "file").write_text("")

    assert main(["check", path]) == 2

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("studyapp: ")
    assert path in err


def test_a_file_that_could_not_be_read_is_named(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(here)
    (here / "notes/more.yml").write_text("sections: []")

    assert main(["check", "."]) == 1
    assert "--> notes/more.yml:1:1" in capsys.readouterr().out


def test_of_a_file_that_was_not_read_no_line_is_shown(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(here)
    put(here, "cards.yaml", {"cards": []})

    assert main(["check", "."]) == 1

    out = capsys.readouterr().out
    assert "--> cards.yaml:1:1" in out
    assert "1 |" not in out
    assert out.endswith("in 4 files\n")


def test_nothing_hostile_reaches_the_terminal(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(here)
    put(here, "notes/evil.yaml", "sections: [\x1b]0;owned\x07\u202e]")

    assert main(["check", "."]) == 1
    assert not {"\x1b", "\x07", "\u202e"} & set(capsys.readouterr().out)


def test_checking_loads_no_screens(here: Path) -> None:
    write_pack(here)
    program = (
        "import sys; from studyapp.cli import main; code = main(['check', '.']);"
        "print(code, 'textual' in sys.modules)"
    )

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert said.stdout.split()[-2:] == [b"0", b"False"]


def test_vietnamese_is_written_as_utf8_whatever_the_locale(here: Path) -> None:
    write_pack(here, wrong())
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "studyapp", "check", "."]

    said = subprocess.run(command, capture_output=True, env=env, check=False)

    assert said.returncode == 1
    assert "6 commit nữa" in said.stdout.decode("utf-8")


def test_a_new_pack_is_listed_and_checks_clean(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "pack", "mine"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "mine/pack.yaml"
    assert main(["check", "mine"]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out


def test_a_new_pack_does_not_go_into_a_full_folder(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "thesis.txt").write_text("mine")

    assert main(["new", "pack", "."]) == 2
    assert "not an empty folder" in capsys.readouterr().err


def test_schemas_are_written_into_each_pack(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_pack(here / "packs/one")
    write_pack(here / "packs/two")

    assert main(["schema", "packs"]) == 0

    listed = capsys.readouterr().out.splitlines()
    assert {path.split("/")[1] for path in listed} == {"one", "two"}
    assert {Path(path).name for path in listed} == set(schemas())
    assert all((here / path).is_file() for path in listed)


def test_a_folder_may_have_a_vietnamese_name(here: Path) -> None:
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "studyapp", "new", "pack", "bài-học"]

    said = subprocess.run(command, capture_output=True, env=env, check=True)

    assert said.stdout.decode("utf-8").startswith("bài-học/pack.yaml")


@pytest.mark.parametrize("command", [["check"], ["new", "pack"]])
def test_a_name_that_no_folder_can_have_is_told(
    here: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "x" * 5_000]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_named(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_pack(here)
    (here / ".schema").write_text("a file where a folder must be")

    assert main(["schema", "."]) == 2
    assert ".schema" in capsys.readouterr().err
