"""What chance alone does, against the textbooks and against drawing lots."""

from __future__ import annotations

from math import isclose
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.questions.bias.chances import Stratum, associate, uneven, wilson


def test_wilson_gives_the_known_intervals() -> None:
    assert wilson(49, 65) == pytest.approx((0.637, 0.842), abs=1e-3)
    assert wilson(6, 8) == pytest.approx((0.409, 0.929), abs=1e-3)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_wilson_holds_the_share_and_mirrors(counted: tuple[int, int]) -> None:
    hits, of = counted
    low, high = wilson(hits, of)
    mirrored = wilson(of - hits, of)

    assert 0 <= low <= hits / of + 1e-12
    assert hits / of - 1e-12 <= high <= 1
    assert mirrored == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(
    ("counts", "chance"),
    [
        ([25, 25, 25, 25], 1.0),
        ([40, 20, 20, 20], 0.00738),
        ([11, 9], 0.65472),
        ([50, 20, 30], 0.00091),
    ],
)
def test_uneven_is_pearsons_test(counts: list[int], chance: float) -> None:
    assert uneven(counts, sum(counts)) == pytest.approx(chance, abs=1e-5)


def test_uneven_allows_for_keys_that_cannot_share_a_place() -> None:
    """Drawn two of five at a time, as chance does it, one bank in twenty is that uneven."""
    lots = Random(0)
    drawn = [[lots.sample(range(5), 2) for _ in range(40)] for _ in range(1_000)]
    counted = [[sum(at in keys for keys in each) for at in range(5)] for each in drawn]
    found = sum(uneven(counts, 40) < 0.05 for counts in counted) / 1_000

    assert 0.03 < found < 0.07


def test_associate_is_the_test_of_mantel_and_haenszel() -> None:
    avoided = associate([Stratum(4, 1, 2, 0)] * 16)
    # Expected 8, variance 4: the corrected distance is 7.5 of 2.
    assert (avoided.found, avoided.expected) == (0, 8)
    assert avoided.chance == pytest.approx(0.000177, abs=1e-6)
    assert isclose(associate([Stratum(4, 1, 2, 1)] * 16).chance, avoided.chance)


def test_associate_hears_nothing_where_all_are_alike() -> None:
    assert associate([Stratum(4, 1, 4, 1), Stratum(4, 1, 0, 0)] * 50).chance == 1
    assert associate([]).chance == 1
