"""`studyapp notes`: the pages as text, for pagers, pipes and screen readers."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from subprocess import run
from typing import TYPE_CHECKING

import pytest

from tests.hostile import write_pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import CompletedProcess

    Notes = Callable[..., CompletedProcess[str]]

PROGRAM = (sys.executable, "-m", "studyapp")


@pytest.fixture(scope="module")
def env(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> dict[str, str]:
    """Folders of their own, and a cache that holds the built-in pack already."""
    folder = tmp_path_factory.mktemp("home")
    own = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA")}
    own["XDG_CACHE_HOME"] = str(cache)
    return os.environ | own | {"LC_ALL": "C.UTF-8", "COLUMNS": "80"}


@pytest.fixture
def notes(env: dict[str, str]) -> Notes:
    def run_notes(*arguments: str, **changes: str) -> CompletedProcess[str]:
        return run(
            [*PROGRAM, "notes", *arguments],
            env=env | changes,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run_notes


@pytest.fixture
def shell(env: dict[str, str]) -> Notes:
    def run_shell(command: str, **changes: str) -> CompletedProcess[str]:
        line = f"set -o pipefail; {shlex.join(PROGRAM)} {command}"
        return run(
            ["bash", "-c", line],
            env=env | changes,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run_shell


def test_a_skill_is_printed_by_its_code_or_its_id(notes: Notes) -> None:
    printed = notes("2.2.2")
    assert (printed.returncode, printed.stderr) == (0, "")
    assert printed.stdout.startswith("2.2.2 · ")
    assert "2.2.3 · " not in printed.stdout
    assert notes("skill-2.2.2").stdout == printed.stdout


def test_a_section_is_printed_by_its_id(notes: Notes) -> None:
    printed = notes("needs-scope")
    assert printed.returncode == 0
    assert "What skill 2.2.1 asks" in printed.stdout
    assert printed.stdout.count("━━━━") > 0
    assert printed.stdout in notes("2.2.1").stdout


def test_without_a_reference_all_is_printed(notes: Notes) -> None:
    printed = notes().stdout
    for skill in ("2.2.1", "2.2.2", "2.2.3"):
        assert f"\n{skill} · " in f"\n{printed}"


def test_one_language_or_both(notes: Notes) -> None:
    english, vietnamese = "What skill 2.2.1 asks", "Skill 2.2.1 hỏi gì"
    assert english in notes("needs-scope").stdout
    only = notes("needs-scope", "--lang", "vi").stdout
    assert vietnamese in only
    assert english not in only
    both = notes("needs-scope", "--both", "--lang", "vi").stdout
    assert both.index(vietnamese) < both.index(english)


def test_the_language_may_be_given_before_the_command(env: dict[str, str]) -> None:
    command = [*PROGRAM, "--lang", "vi", "notes", "needs-scope"]
    printed = run(command, env=env, capture_output=True, encoding="utf-8", check=True)
    assert "Skill 2.2.1 hỏi gì" in printed.stdout


def test_a_pipe_gets_plain_text(notes: Notes) -> None:
    printed = notes("2.2.1", TERM="dumb").stdout
    assert "\x1b" not in printed
    assert max(map(len, printed.splitlines())) <= 80


def test_no_colours_are_printed_where_none_are_wanted(notes: Notes) -> None:
    assert "\x1b" in notes("needs-scope", FORCE_COLOR="1").stdout
    plain = notes("needs-scope", "--plain", FORCE_COLOR="1").stdout
    assert plain == notes("needs-scope").stdout


@pytest.mark.parametrize(
    ("ref", "near"),
    [
        ("2.2.9", "2.2.1"),
        ("need-scope", "needs-scope"),
        ("\x1b]0;x\x07 ???", "2.2.1, 2.2.2, 2.2.3"),
    ],
)
def test_an_unknown_reference_offers_what_is_near(notes: Notes, ref: str, near: str) -> None:
    printed = notes(ref)
    assert (printed.returncode, printed.stdout) == (2, "")
    assert "there is no skill or section" in printed.stderr
    assert near in printed.stderr
    assert "\x1b" not in printed.stderr


def test_a_skill_without_notes_says_so(notes: Notes, tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack", "words")
    (pack / "notes" / "01.yaml").unlink()
    printed = notes("9.9", "--pack", str(pack))
    assert printed.returncode == 1
    assert "no notes that can be read" in printed.stderr


@pytest.mark.parametrize("width", ["0", "1", "19", "many", "100000"])
def test_a_page_is_printed_at_any_width(notes: Notes, width: str) -> None:
    printed = notes("needs-options", COLUMNS=width)
    assert printed.returncode == 0
    assert "provisioned" in printed.stdout.lower()


@pytest.mark.parametrize(
    "changes",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=str,
)
def test_vietnamese_is_printed_whatever_the_locale(notes: Notes, changes: dict[str, str]) -> None:
    printed = notes("needs-scope", "--lang", "vi", **changes)
    assert (printed.returncode, printed.stderr) == (0, "")
    assert "Điều cần nhớ" in printed.stdout


@pytest.mark.parametrize("command", ["notes 2.2.1 | head -1", "notes | true", "--help | true"])
def test_a_pipe_that_is_closed_early_is_no_fault(shell: Notes, command: str) -> None:
    printed = shell(command)
    assert printed.returncode in {0, 141}
    assert printed.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["notes 2.2.1", "--version", "--help"])
def test_a_full_disk_is_told(shell: Notes, command: str) -> None:
    printed = shell(f"{command} >/dev/full")
    assert printed.returncode == 1
    assert printed.stderr == "studyapp: [Errno 28] No space left on device\n"


def test_closed_output_is_no_fault(shell: Notes) -> None:
    printed = shell("notes 2.2.1 >&-")
    assert (printed.returncode, printed.stderr) == (0, "")


def test_wrong_settings_are_told_beside_the_notes(notes: Notes, tmp_path: Path) -> None:
    (tmp_path / "studyapp").mkdir()
    (tmp_path / "studyapp" / "settings.json").write_text('{"lang": "xx"}')
    printed = notes("needs-scope", XDG_CONFIG_HOME=str(tmp_path))
    assert printed.returncode == 0
    assert "“lang”" in printed.stderr
    assert "What skill 2.2.1 asks" in printed.stdout


@pytest.mark.parametrize("name", ["a" * 5000, "nothing/there", "\udcff"])
def test_a_folder_that_cannot_be_is_told(notes: Notes, name: str) -> None:
    printed = notes("--pack", name)
    assert printed.returncode == 2
    assert printed.stderr.startswith("studyapp: ")
    assert printed.stderr.count("\n") == 1
