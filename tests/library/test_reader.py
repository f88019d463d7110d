"""Reading YAML of unknown origin: what becomes a value, what is refused, and where it stands."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studyapp.library.yaml12 import events, limits
from studyapp.library.yaml12.reader import read_yaml
from tests.library.corpus import SOUND, at
from tests.library.values import json_values, texts

if TYPE_CHECKING:
    from studyapp.library.diagnostics import Diagnostic


@pytest.fixture(params=[yaml.CSafeLoader, yaml.SafeLoader], ids=["libyaml", "pure Python"])
def each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_LOADER", request.param)


def read(text: str) -> Any:
    data, diagnostics = read_yaml(text.encode(), "notes/a.yaml")
    assert diagnostics == ()
    return data


def findings(text: str | bytes) -> tuple[Diagnostic, ...]:
    return read_yaml(text if isinstance(text, bytes) else text.encode(), "notes/a.yaml").diagnostics


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-7", -7),
        ("999999999999999999", 999_999_999_999_999_999),
        ("0.5", 0.5),
        ("-1.5e3", -1500.0),
        ("2e-7", 2e-7),
        ("2.2.1", "2.2.1"),
        ("2026-11-22", "2026-11-22"),
        ("99.9%", "99.9%"),
        ("Amazon Bedrock", "Amazon Bedrock"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("''", ""),
    ],
)
def test_an_unquoted_scalar_is_a_value_only_if_it_is_clearly_one(
    written: str, value: object
) -> None:
    (read_value,) = read(f"- {written}\n")
    assert (type(read_value), read_value) == (type(value), value)


@pytest.mark.parametrize(
    "written",
    [
        *("no", "yes", "On", "OFF", "True", "NULL", "010", "0o17", "0x1F", "0b1", "1_000", "+1"),
        *(".5", "1.", "1e999", ".inf", "-.INF", ".nan", "12:30", "1:30:59.5", "9" * 19),
    ],
)
def test_a_value_of_other_readers_is_text_and_warned_of(written: str) -> None:
    text = f"answer: {written}\n"
    data, (warning,) = read_yaml(text.encode(), "notes/a.yaml")
    assert data == {"answer": written}
    assert (warning.code, warning.severity) == ("P0401", "warning")
    assert at(warning.spot, text) == written
    assert read(f"answer: '{written}'\n") == {"answer": written}


def test_text_comes_in_composed_letters_without_a_byte_order_mark() -> None:
    decomposed = unicodedata.normalize("NFD", "tiếng Việt: ngữ")
    assert read(f"\ufeff{decomposed.replace(': ', '-')}: '{decomposed}'\n") == {
        "tiếng Việt-ngữ": "tiếng Việt: ngữ"
    }


def test_a_sound_file_is_read_whole() -> None:
    data = read(SOUND)
    section = data["sections"][0]
    assert section["title"] == {"en": "What rebase does", "vi": "Rebase làm gì"}
    assert section["blocks"][0]["text"]["en"].endswith("**strong** words.\n")
    assert section["blocks"][1]["rows"][0]["cells"] == ["1", "git rebase -i"]
    assert (section["checked_at"], section["count"], section["nothing"]) == ("2026-11-22", -7, None)


REFUSED = [
    ("a: 1\nb: 2\na: 3\n", "P0104", "a"),
    ("cafe\u0301: 1\ncaf\u00e9: 2\n", "P0104", "café"),
    ("a: &here x\n", "P0110", "&here x"),
    ("a: *here\n", "P0110", "*here"),
    ("<<: x\n", "P0110", "<<"),
    ("a: !!str 1\n", "P0111", "!!str 1"),
    ("a: ! 1\n", "P0111", "! 1"),
    ("- !!python/object/apply:os.system ['id']\n", "P0111", "!!python/object/apply:os.system ["),
    ("1: x\n", "P0105", "1"),
    ("true: x\n", "P0105", "true"),
    ("~: x\n", "P0105", "~"),
    ("? [a]\n: x\n", "P0105", "["),
    ("? {a: b}\n: x\n", "P0105", "{"),
    ("a: 1\n---\nb: 2\n", "P0103", "---"),
    ("a: x\x1b[31my\n", "P0120", "\x1b"),
    ("a: 1 # \x07\n", "P0120", "\x07"),
    ("a: x\x85y\n", "P0120", "\x85"),
    ("a: x\u2028y\n", "P0120", "\u2028"),
    ('a: "x\\e[31my"\n', "P0120", "\\e"),
    ('a: "x\\ry"\n', "P0120", "\\r"),
    ('a: "x\\Ny"\n', "P0120", "\\N"),
    ('a: "x\\Py"\n', "P0120", "\\P"),
    ('a: "x\\x9by"\n', "P0120", "\\x9b"),
    ('"\\0": x\n', "P0120", "\\0"),
    ("a: x\u202ey\n", "P0121", "\u202e"),
    ("a: 1 # \u202e\n", "P0121", "\u202e"),
    ('a: "\\\\ \\u202e"\n', "P0121", "\\u202e"),
    ("a: x\u2067y # \u2069\n", "P0121", "x\u2067y"),
    ("a: \u2069x\u2066\n", "P0121", "\u2069x\u2066"),
    ("a: x\u200by\n", "P0122", "\u200b"),
    ("a: \ufeff\n", "P0122", "\ufeff"),
    ("a: x\U000e0041\n", "P0122", "\U000e0041"),
    ("a: x" + "\u0301\u0323" * 16 + "\n", "P0101", "x" + "\u0301\u0323" * 16),
    ("a: b: c\n", "P0100", ":"),
    ("a:\n\tb: c\n", "P0100", "\t"),
    ("a: @x\n", "P0100", "@"),
    ("a: {b: [1, 2}\n", "P0100", "}"),
    ("- a\nb: c\n", "P0100", "b"),
]  # fmt: skip


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize(("text", "code", "place"), REFUSED)
def test_what_a_pack_may_not_hold_is_refused_at_its_place(text: str, code: str, place: str) -> None:
    data, (error,) = read_yaml(text.encode(), "notes/a.yaml")
    assert data is None
    assert (error.code, error.severity, error.file) == (code, "error", "notes/a.yaml")
    assert at(error.spot, text) == place


@pytest.mark.parametrize(
    ("raw", "code", "column"),
    [
        (b"", "P0103", 1),
        (b"# nothing but a comment\n", "P0103", 1),
        ("a: ắ\n".encode("utf-16"), "P0102", 1),
        ("a: x\n".encode("utf-16-be"), "P0102", 1),
        ("a: x\n".encode("utf-32"), "P0102", 1),
        ("ô: ".encode() + b"caf\xe9\n", "P0102", 7),
        (b"a: \xed\xa0\x80\n", "P0102", 4),
        (b"a: " + b"x" * limits.MAX_FILE_BYTES, "P0101", 1),
    ],
    ids=["empty", "comment", "UTF-16", "UTF-16 unmarked", "UTF-32", "Latin-1", "surrogate", "huge"],
)
def test_bytes_that_are_no_text_are_refused(raw: bytes, code: str, column: int) -> None:
    (error,) = findings(raw)
    assert (error.code, error.spot.line, error.spot.column) == (code, 1, column)


@pytest.mark.parametrize("escape", ["\\ud800", "\\ud83d\\ude00", "\\UFFFFFFFF", "\\U00110000"])
@pytest.mark.usefixtures("each_parser")
def test_escapes_that_are_no_characters_are_refused(escape: str) -> None:
    data, errors = read_yaml(f'a: 1\nb: "{escape}"\n'.encode(), "notes/a.yaml")
    assert data is None
    assert {error.spot.line for error in errors} == {2}


def test_a_duplicate_key_shows_the_first_one() -> None:
    text = "en: one\nvi: một\nen: two\nen: three\n"
    errors = findings(text)
    assert [error.spot.line for error in errors] == [3, 4]
    for error in errors:
        assert error.related is not None
        first, what = error.related
        assert (first.line, at(first, text), what) == (1, "en", "first one here")


def test_unclosed_quotes_show_where_they_open() -> None:
    (error,) = findings("a: 1\nb: 'x\nc: y\n")
    assert error.related is not None
    assert error.related[0].line == 2


def test_every_problem_is_told_at_once_in_the_order_of_the_file() -> None:
    text = "z: no\na: &x 1\nb: *x\nb: !t z\n1: y\n"
    codes = [found.code for found in findings(text)]
    assert codes == ["P0401", "P0110", "P0110", "P0104", "P0111", "P0105"]


def test_there_are_never_more_diagnostics_than_anybody_reads() -> None:
    assert len(findings("- *a\n" * 500)) == limits.MAX_DIAGNOSTICS


def test_warnings_neither_hide_an_error_nor_cost_the_data() -> None:
    data, warnings = read_yaml(b"- no\n" * 500, "notes/a.yaml")
    assert data == ["no"] * 500
    assert len(warnings) == limits.MAX_DIAGNOSTICS
    data, found = read_yaml(b"- no\n" * 500 + b"- *a\n", "notes/a.yaml")
    assert data is None
    assert "P0110" in {each.code for each in found}


@pytest.mark.parametrize(
    ("within", "beyond"),
    [
        ("[" * 16 + "]" * 16, "[" * 17 + "]" * 17),
        ("- x\n" * 99_999, "- x\n" * 100_000),
        ("x" * 65_536, "x" * 65_537),
        ("- 'e" + "\u0323" * 30 + "'", "- 'e" + "\u0323" * 32 + "'"),
    ],
    ids=["depth", "nodes", "text", "marks"],
)
def test_limits_hold_to_the_last_one(within: str, beyond: str) -> None:
    assert findings(within) == ()
    assert [found.code for found in findings(beyond)] == ["P0101"]


@given(json_values)
def test_json_is_read_as_what_it_means(data: object) -> None:
    assert read(json.dumps(data, ensure_ascii=False)) == data


@given(texts, st.sampled_from(["'", '"', "|", ">"]))
def test_a_text_means_the_same_in_every_style(text: str, style: str) -> None:
    written = yaml.dump({"text": text}, default_style=style, allow_unicode=True, width=20)
    assert read(written.replace("!!null ", "")) == {"text": text}
