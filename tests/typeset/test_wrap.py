"""How text breaks into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from studyapp.typeset.ink import ink, read
from studyapp.typeset.wrap import hang, wrap


def wrapped(words: str, width: int) -> list[str]:
    return [line.words for line in wrap(ink(words), width)]


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("pay per token", 13, ["pay per token"]),
        ("pay per token", 12, ["pay per", "token"]),
        ("trả tiền theo từng token", 13, ["trả tiền theo", "từng token"]),
        ("漢字 漢字 漢字", 9, ["漢字 漢字", "漢字"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("see abcdefghij now", 6, ["see", "abcdef", "ghij", "now"]),
        (
            "https://aws.amazon.com/bedrock/pricing",
            32,
            ["https://aws.amazon.com/bedrock/", "pricing"],
        ),
        ("label · words", 6, ["label", "·", "words"]),
        ("label · words", 5, ["label", "·", "words"]),
        ("漢字 a", 1, ["漢", "字", "a"]),
        ("a/b", 0, ["a/", "b"]),
        ("label · words", 8, ["label ·", "words"]),
    ],
)
def test_text_breaks_between_words_or_else_after_joints(
    words: str, width: int, lines: list[str]
) -> None:
    assert wrapped(words, width) == lines


def test_a_dot_or_dash_between_words_starts_no_line() -> None:
    assert wrapped("one two · three", 8) == ["one", "two ·", "three"]
    assert wrapped("one two — three", 8) == ["one", "two —", "three"]


def test_later_lines_hang_under_the_words_of_the_first() -> None:
    lines = hang(ink("stable and predictable traffic"), 20, ink("  • "))

    assert [line.words for line in lines] == ["  • stable and", "    predictable", "    traffic"]


def test_a_role_goes_on_where_its_words_go_on() -> None:
    first, second = wrap(read("set **each `max_tokens` field** now"), 20)

    assert first.words == "set each max_tokens"
    assert first.roles == ((4, 9, "strong"), (9, 19, "strong"), (9, 19, "code"))
    assert second.words == "field now"
    assert second.roles == ((0, 5, "strong"),)


@given(st.text(st.sampled_from("ab ế漢 /-·—👍"), max_size=120), st.integers(2, 40))
def test_wrapping_fits_and_loses_nothing_but_blanks(words: str, width: int) -> None:
    lines = wrapped(words, width)

    assert all(cell_len(line) <= width for line in lines) or cell_len(words) <= width
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
