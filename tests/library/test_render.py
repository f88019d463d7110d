"""How diagnostics look to people, programs and GitHub."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from studyapp.core.errors import ContentError
from studyapp.library.diagnostics import START, Diagnostic, Spot
from studyapp.library.render import as_github, as_json, as_text
from studyapp.library.yaml12.reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

UNKNOWN = Diagnostic(
    code="P0202",
    severity="error",
    message="unknown field `explian`",
    file="git/basics.yaml",
    spot=Spot(line=11, column=5, end_column=12),
    label="did you mean `explain`?",
    help="in `rebase-1`",
)


def holding(text: str) -> Callable[[str], bytes]:
    return lambda _: text.encode()


def shown(text: str) -> str:
    return as_text(read_yaml(text.encode(), "a.yaml").diagnostics, holding(text))


def test_a_diagnostic_shows_its_line_like_a_compiler() -> None:
    text = "\n" * 10 + "    explian: It replays commits.\n"
    assert as_text([UNKNOWN], holding(text)) == (
        "error[P0202]: unknown field `explian`\n"
        "  --> git/basics.yaml:11:5\n"
        "   |\n"
        "11 |     explian: It replays commits.\n"
        "   |     ^^^^^^^ did you mean `explain`?\n"
        "   = in `rebase-1`"
    )


def test_the_first_of_two_keys_is_shown_above_the_second() -> None:
    assert shown("vi: một\n" + "# so on\n" * 8 + "vi: hai\n") == (
        "error[P0104]: duplicate key `vi`\n"
        "  --> a.yaml:10:1\n"
        "   |\n"
        " 1 | vi: một\n"
        "   | -- first one here\n"
        "10 | vi: hai\n"
        "   | ^^ second one here"
    )


def test_a_line_with_two_places_is_shown_once() -> None:
    assert shown("{a: 1, a: 1}\n") == (
        "error[P0104]: duplicate key `a`\n"
        " --> a.yaml:1:8\n"
        "  |\n"
        "1 | {a: 1, a: 1}\n"
        "  |        ^ second one here\n"
        "  |  - first one here"
    )


def test_carets_stand_below_wide_letters_tabs_and_what_is_spelled_out() -> None:
    assert shown("日本: '\t' # \u202e\n") == (
        "error[P0121]: character that turns the reading direction U+202E RIGHT-TO-LEFT OVERRIDE\n"
        " --> a.yaml:1:11\n"
        "  |\n"
        "1 | 日本: '    ' # <U+202E>\n"
        "  |                ^^^^^^^^"
    )


def test_carets_are_as_wide_as_what_they_stand_below() -> None:
    assert shown("日本: 1\n日本: 2\n").splitlines()[-2:] == [
        "2 | 日本: 2",
        "  | ^^^^ second one here",
    ]


def test_a_long_line_is_cut_around_the_place() -> None:
    line, underline = shown(f"a: {'đoạn ' * 80}\x1b {'sau ' * 80}\n").splitlines()[3:5]
    assert cell_len(line) < 140
    assert line.startswith("1 | …")
    assert line.endswith("…")
    assert line[underline.index("^") :].startswith("<U+001B>")


def test_without_its_file_a_diagnostic_keeps_its_words() -> None:
    def unreadable(_: str) -> bytes:
        raise ContentError("gone")

    found = Diagnostic(
        code="P0130", severity="error", message="only `.yaml` files are read",
        file="no\x1btes.yml", spot=START, label="rename it", help="to `notes.yaml`",
    )  # fmt: skip
    assert as_text([found], unreadable) == (
        "error[P0130]: only `.yaml` files are read\n"
        " --> no<U+001B>tes.yml:1:1\n"
        "  = rename it\n"
        "  = to `notes.yaml`"
    )


def test_a_file_that_changed_since_is_no_obstacle() -> None:
    assert as_text([UNKNOWN], holding("short now\n")).endswith(
        "11:5\n   = did you mean `explain`?\n   = in `rebase-1`"
    )


def test_diagnostics_are_parted_by_a_blank_line_and_read_their_file_once() -> None:
    read: list[str] = []

    def reading(file: str) -> bytes:
        read.append(file)
        return b"\n" * 12

    blocks = as_text([UNKNOWN, UNKNOWN], reading).split("\n\n")
    assert len(blocks) == 2
    assert read == ["git/basics.yaml"]


def test_colour_adds_nothing_but_colour() -> None:
    text = "\n" * 10 + "    explian: It replays commits.\n"
    coloured = as_text([UNKNOWN], holding(text), colour=True)
    assert coloured.startswith("\x1b[1;31merror[P0202]\x1b[0m: ")
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == as_text([UNKNOWN], holding(text))


def test_json_has_one_object_for_each() -> None:
    assert json.loads(as_json([UNKNOWN])) == [
        {
            "code": "P0202",
            "severity": "error",
            "file": "git/basics.yaml",
            "line": 11,
            "column": 5,
            "endColumn": 12,
            "message": "unknown field `explian`",
            "label": "did you mean `explain`?",
            "help": "in `rebase-1`",
        }
    ]
    assert json.loads(as_json([])) == []


def test_a_github_command_cannot_be_forged() -> None:
    forged = Diagnostic(
        code="P0202", severity="warning", message="100% `x\r\n::error::y`",
        file="a,b:c.yaml", spot=Spot(line=2, column=3, end_column=4),
    )  # fmt: skip
    assert as_github([forged, UNKNOWN], prefix="content/").splitlines() == [
        "::warning file=content/a%2Cb%3Ac.yaml,line=2,col=3,endColumn=4,title=P0202"
        "::100%25 `x<U+000D><U+000A>::error::y`",
        "::error file=content/git/basics.yaml,line=11,col=5,endColumn=12,title=P0202"
        "::unknown field `explian`%0Adid you mean `explain`?%0Ain `rebase-1`",
    ]


@given(st.text(), st.text(), st.binary(), st.integers(1, 4), st.integers(1, 9), st.integers(1, 9))
def test_nothing_in_a_diagnostic_reaches_the_terminal_as_a_control_character(
    message: str, file: str, raw: bytes, line: int, column: int, width: int
) -> None:
    found = Diagnostic(
        code="P0203", severity="error", message=message, file=file, label=message, help=file,
        spot=Spot(line=line, column=column, end_column=column + width), related=(START, message),
    )  # fmt: skip
    shown = as_text([found], lambda _: raw) + as_github([found]) + as_json([found])
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", shown)
