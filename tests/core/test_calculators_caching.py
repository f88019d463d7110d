"""When prompt caching pays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.calculators.caching import least_uses_that_pay, saving_share

WRITES = st.floats(0, 5)
READS = st.floats(0, 0.95)


@pytest.mark.parametrize(
    ("write_factor", "uses", "saving"),
    [
        (1.25, 1, -0.25),
        (1.25, 2, 0.325),
        (1.25, 5, 0.67),
        (1.25, 10, 0.785),
        (2.0, 2, -0.05),
        (2.0, 3, 0.27),
        (2.0, 10, 0.71),
    ],
)
def test_the_worked_examples(write_factor: float, uses: int, saving: float) -> None:
    assert saving_share(uses, write_factor, 0.1) == pytest.approx(saving, abs=0.005)


def test_only_the_cached_part_of_the_prompt_is_saved_on() -> None:
    assert saving_share(2, 1.25, 0.1, cached_share=0.8) == pytest.approx(0.8 * 0.325)
    assert saving_share(2, 1.25, 0.1, cached_share=0) == 0


def test_the_least_uses_that_pay() -> None:
    assert least_uses_that_pay(1.25, 0.1) == 2
    assert least_uses_that_pay(2.0, 0.1) == 3
    assert least_uses_that_pay(1.0, 0.25) == 2
    assert least_uses_that_pay(0.0, 0.25) == 1


def test_even_is_not_yet_a_saving() -> None:
    assert saving_share(2, 1.9, 0.1) == pytest.approx(0)
    assert least_uses_that_pay(1.9, 0.1) == 3


def test_reads_at_full_price_never_pay_back_a_write() -> None:
    assert least_uses_that_pay(1.25, 1.0) is None


@given(write=WRITES, read=READS)
def test_from_the_least_uses_on_and_not_before_it_pays(write: float, read: float) -> None:
    least = least_uses_that_pay(write, read)
    assert least is not None
    assert saving_share(least, write, read) > -1e-8
    assert least == 1 or saving_share(least - 1, write, read) < 1e-8


@given(write=st.floats(1, 5), read=READS, uses=st.floats(1, 1e6), cached=st.floats(0, 1))
def test_more_uses_never_save_less_nor_more_than_a_read_does(
    write: float, read: float, uses: float, cached: float
) -> None:
    saving = saving_share(uses, write, read, cached)
    assert saving_share(uses + 1, write, read, cached) >= saving - 1e-12
    assert saving <= cached * (1 - read) + 1e-12


def test_senseless_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="`uses` must be at least 1"):
        saving_share(0.5, 1.25, 0.1)
    with pytest.raises(ValueError, match="`write_factor`"):
        saving_share(2, -1, 0.1)
    with pytest.raises(ValueError, match="`read_factor`"):
        least_uses_that_pay(1.25, 1.1)
    with pytest.raises(ValueError, match="`cached_share`"):
        saving_share(2, 1.25, 0.1, cached_share=80)
