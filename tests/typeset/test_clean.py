"""Which characters may reach the terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from studyapp.typeset.clean import clean


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Chọn on-demand", "Chọn on-demand"),
        ("Cho\u0323n", "Chọn"),
        ("red \x1b[31mtext\x07", "red [31mtext"),
        ("a\u202eb\u2066c\u200bd\u00ade\ufeff", "abcde"),
        ("a\tb\nc\u2028d", "a b c d"),
        ("⚠\ufe0f trap", "⚠ trap"),
        ("\ud800", ""),
        ("10\u00a0GB", "10\u00a0GB"),
    ],
)
def test_words_are_shown_without_what_steers_the_terminal(words: str, shown: str) -> None:
    assert clean(words) == shown


def test_no_control_or_format_character_passes() -> None:
    steering = (
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )

    assert clean("".join(steering)).strip() == ""


@given(st.text())
def test_cleaning_twice_changes_nothing_and_widths_add_up(words: str) -> None:
    cleaned = clean(words)

    assert clean(cleaned) == cleaned
    assert cell_len(cleaned) == sum(map(cell_len, cleaned))
