"""Numbers with units: how they are read and shown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.quantity import UNITS, Unit, name_quantity, read_quantity, show_quantity
from studyapp.core.text import Lang, Text

SIZES: tuple[Unit, ...] = ("MB", "GB", "GiB", "KiB")
COUNTS: tuple[Unit, ...] = ("tokens", "tokens/min", "requests", "models")


@pytest.mark.parametrize(
    ("written", "unit", "number"),
    [
        ("40MB", "MB", 40),
        ("40 MB", "MB", 40),
        ("  40  mb ", "MB", 40),
        ("0.04 GB", "MB", 40),
        ("1,5 GB", "MB", 1500),
        ("1.5 GB", "MB", 1500),
        ("40", "MB", 40),
        (40, "MB", 40),
        (0.5, "GB", 0.5),
        ("1 GiB", "MB", 1073.741824),
        ("24 GiB", "GiB", 24),
        ("2 MiB", "KiB", 2048),
        ("1 TB", "GB", 1000),
        ("70B", "parameters", 70e9),
        ("70 b", "parameters", 70e9),
        ("500K", "tokens", 500_000),
        ("500Ktokens/min", "tokens/min", 500_000),
        ("2M", "tokens/min", 2_000_000),
        ("20min", "s", 1200),
        ("1 h", "s", 3600),
        ("1,5 h", "s", 5400),
        ("250 ms", "s", 0.25),
        ("1 d", "h", 24),
        ("8 h/day", "h/day", 8),
        ("60 %", "%", 60),
        ("1.5x", "x", 1.5),
        ("4 GPUs", "GPUs", 4),
        ("2 instances", "instances", 2),
        ("20 phút", "s", 1200),
        ("20 phut", "s", 1200),
        ("1,5 giờ", "s", 5400),
        ("1 ngày", "h", 24),
        ("8 giờ/ngày", "h/day", 8),
        ("500K token/phút", "tokens/min", 500_000),
        ("70B tham số", "parameters", 70e9),
        ("4 GPU", "GPUs", 4),
    ],
)
def test_a_number_is_read_in_the_unit_of_its_trait(
    written: str | float, unit: Unit, number: float
) -> None:
    assert read_quantity(written, unit) == pytest.approx(number, rel=1e-12)


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("", "MB"),
        ("MB", "MB"),
        ("much", "MB"),
        ("-3 MB", "MB"),
        ("1.2.3 MB", "MB"),
        ("40 MB 2", "MB"),
        ("nan", "MB"),
        ("inf", "s"),
        ("40 s", "MB"),
        ("40 MB", "s"),
        ("70B", "s"),
        ("5 h", "parameters"),
        ("50 %", "x"),
        ("2K", "GPUs"),
        ("40 parrots", "tokens"),
    ],
)
def test_what_is_no_such_number_is_told_what_can_be_written(written: str, unit: Unit) -> None:
    with pytest.raises(ValueError, match=r"such as|write") as refused:
        read_quantity(written, unit)
    assert "`10" in str(refused.value)
    assert written.strip("0123456789 .,-") in str(refused.value)


def test_a_refusal_names_units_that_are_then_understood() -> None:
    with pytest.raises(ValueError, match=r"`s` is no unit") as refused:
        read_quantity("40 s", "MB")
    offered = str(refused.value).split("write ")[1].split(", ")
    assert len(offered) == 8
    for example in offered:
        assert read_quantity(example.strip("`"), "MB") > 0


@pytest.mark.parametrize(
    ("number", "unit", "shown"),
    [
        (40, "MB", "40 MB"),
        (0.5, "MB", "500 KB"),
        (1000, "MB", "1 GB"),
        (1500, "GB", "1.5 TB"),
        (24, "GiB", "24 GiB"),
        (0.5, "GiB", "512 MiB"),
        (320, "KiB", "320 KiB"),
        (7e10, "parameters", "70B"),
        (1.5e8, "parameters", "150M"),
        (2_000_000, "tokens/min", "2M tokens/min"),
        (300, "requests", "300 requests"),
        (900, "s", "15 min"),
        (5400, "s", "1.5 h"),
        (0.25, "s", "250 ms"),
        (60, "%", "60%"),
        (1.5, "x", "1.5x"),
        (8, "GPUs", "8 GPUs"),
        (8, "h/day", "8 h/day"),
    ],
)
def test_a_number_is_shown_as_people_say_it(number: float, unit: Unit, shown: str) -> None:
    assert show_quantity(number, unit) == shown


@pytest.mark.parametrize(
    ("number", "unit", "named"),
    [
        (900, "s", Text("15 min", "15 phút")),
        (72, "h", Text("72 h", "72 giờ")),
        (0.25, "s", Text.once("250 ms")),
        (8, "h/day", Text("8 h/day", "8 giờ/ngày")),
        (2_000_000, "tokens/min", Text("2M tokens/min", "2M token/phút")),
        (1, "instances", Text("1 instance", "1 instance")),
        (40, "MB", Text.once("40 MB")),
        (60, "%", Text.once("60%")),
    ],
)
def test_a_unit_is_named_in_each_language(number: float, unit: Unit, named: Text) -> None:
    assert name_quantity(number, unit) == named


@given(unit=st.sampled_from(sorted(UNITS)), number=st.integers(1, 9_999).map(float))
def test_what_is_named_in_either_language_is_read_as_the_same_number(
    unit: Unit, number: float
) -> None:
    named = name_quantity(number, unit)
    for lang in Lang:
        assert read_quantity(named[lang], unit) == pytest.approx(number, rel=6e-4)


@given(
    unit=st.sampled_from(sorted(UNITS)),
    number=st.floats(0.01, 9_999, allow_subnormal=False) | st.integers(1, 9_999).map(float),
)
def test_what_is_shown_is_read_as_the_same_number_within_four_digits(
    unit: Unit, number: float
) -> None:
    shown = show_quantity(number, unit).replace(" ", "")
    assert read_quantity(shown, unit) == pytest.approx(number, rel=6e-4, abs=1e-9)


@given(unit=st.sampled_from(SIZES), number=st.floats(0.001, 9_999))
def test_the_units_of_a_size_are_a_thousand_or_1024_apart(unit: Unit, number: float) -> None:
    decimal = [read_quantity(f"{number:.4f} {name}", unit) for name in ("KB", "MB", "GB", "TB")]
    binary = [read_quantity(f"{number:.4f} {name}", unit) for name in ("KiB", "MiB", "GiB", "TiB")]
    for low, high in pairwise(decimal):
        assert high == pytest.approx(1000 * low, rel=1e-6, abs=2e-6)
    for low, high in pairwise(binary):
        assert high == pytest.approx(1024 * low, rel=1e-6, abs=2e-6)


@given(unit=st.sampled_from(COUNTS), number=st.integers(1, 9_999))
def test_counts_are_read_in_thousands_millions_and_billions(unit: Unit, number: int) -> None:
    read = [read_quantity(f"{number}{letter}", unit) for letter in ("", "K", "M", "B")]
    assert read == [number, number * 1e3, number * 1e6, number * 1e9]


@given(unit=st.sampled_from(sorted(UNITS)), number=st.floats(0.001, 1e9).map(lambda x: round(x, 3)))
def test_a_bare_number_is_in_the_unit_itself(unit: Unit, number: float) -> None:
    assert read_quantity(number, unit) == read_quantity(f"{number:.4f}", unit) == number
    assert read_quantity(f"{number:.4f} {unit}", unit) == number


@given(unit=st.sampled_from(sorted(UNITS)), written=st.text(max_size=12))
def test_no_text_whatever_does_more_than_raise_value_error(unit: Unit, written: str) -> None:
    try:
        number = read_quantity(written, unit)
    except ValueError:
        return
    assert number >= 0
