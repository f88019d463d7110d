"""What a router and a cascade save, and the claims of 60 and 80 percent put to the test."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.calculators.routing import (
    Pattern,
    highest_saving_share,
    latency,
    saving_curve,
    saving_share,
    simple_share_needed,
)

SHARES = st.floats(0, 1)
RATIOS = st.floats(0.001, 1)
OVERHEADS = st.floats(0, 0.5)
PATTERNS = st.sampled_from(("router", "cascade"))


def test_a_three_to_one_pair_with_seventy_percent_simple() -> None:
    assert saving_share("router", 0.7, 1 / 3) == pytest.approx(0.467, abs=0.0005)
    assert saving_share("cascade", 0.7, 1 / 3) == pytest.approx(0.367, abs=0.0005)


def test_a_thirteen_to_one_pair_saves_two_thirds() -> None:
    assert saving_share("router", 0.7, 0.075) == pytest.approx(0.6475)


@pytest.mark.parametrize(
    ("gap", "router", "cascade"),
    [
        (3, [33, 40, 47, 53, 60], [17, 27, 37, 47, 57]),
        (5, [40, 48, 56, 64, 72], [30, 40, 50, 60, 70]),
        (12, [46, 55, 64, 73, 82.5], [42, 52, 62, 72, 82]),
        (40 / 3, [46, 55.5, 65, 74, 83], [42.5, 52.5, 62.5, 72.5, 82.5]),
        (160 / 7, [48, 57, 67, 76.5, 86], [46, 56, 66, 76, 86]),
    ],
)
def test_the_grid_of_savings(gap: float, router: list[float], cascade: list[float]) -> None:
    points = saving_curve(1 / gap, points=11)[5:10]
    assert [100 * point.router_saving_share for point in points] == pytest.approx(router, abs=0.5)
    assert [100 * point.cascade_saving_share for point in points] == pytest.approx(cascade, abs=0.5)


@pytest.mark.parametrize(
    ("wanted", "gap", "router", "cascade"),
    [
        (0.6, 3, 0.90, 0.93),
        (0.6, 5, 0.75, 0.80),
        (0.6, 12, 0.65, 0.68),
        (0.8, 3, None, None),
        (0.8, 5, 1.00, 1.00),
        (0.8, 12, 0.87, 0.88),
        (0.8, 20, 0.84, 0.85),
        (0.6, 20, 0.63, 0.65),
    ],
)
def test_what_the_claims_need(
    wanted: float, gap: float, router: float | None, cascade: float | None
) -> None:
    needed = [simple_share_needed(pattern, wanted, 1 / gap) for pattern in ("router", "cascade")]
    assert needed == [
        each if each is None else pytest.approx(each, abs=0.006) for each in (router, cascade)
    ]


def test_no_pair_saves_more_than_its_gap() -> None:
    assert highest_saving_share(1 / 3) == pytest.approx(0.667, abs=0.0005)
    assert highest_saving_share(1 / 3, overhead_share=0.1) == pytest.approx(0.567, abs=0.0005)


def test_equal_prices_save_nothing() -> None:
    assert simple_share_needed("router", 0.1, 1.0) is None
    assert simple_share_needed("router", 0.0, 1.0) == 0
    assert saving_share("router", 1.0, 1.0) == 0


def test_a_router_delays_all_and_a_cascade_only_the_hard() -> None:
    routed = latency("router", 0.7, 1.0, 4.0, overhead_seconds=0.1)
    assert tuple(routed) == pytest.approx((2.0, 1.1, 4.1))
    cascaded = latency("cascade", 0.7, 1.0, 4.0, overhead_seconds=0.1)
    assert tuple(cascaded) == pytest.approx((2.3, 1.1, 5.1))


@given(simple=SHARES, ratio=RATIOS, overhead=OVERHEADS)
def test_a_router_saves_at_least_what_a_cascade_does(
    simple: float, ratio: float, overhead: float
) -> None:
    router, cascade = (
        saving_share(pattern, simple, ratio, overhead) for pattern in ("router", "cascade")
    )
    assert router >= cascade - 1e-12


@given(pattern=PATTERNS, simple=SHARES, more=SHARES, ratio=RATIOS, overhead=OVERHEADS)
def test_more_simple_queries_never_save_less(
    pattern: Pattern, simple: float, more: float, ratio: float, overhead: float
) -> None:
    low, high = sorted((simple, more))
    low_saving = saving_share(pattern, low, ratio, overhead)
    assert saving_share(pattern, high, ratio, overhead) >= low_saving
    assert low_saving <= highest_saving_share(ratio, overhead) + 1e-12


@given(pattern=PATTERNS, wanted=SHARES, ratio=RATIOS, overhead=OVERHEADS)
def test_the_share_that_is_needed_saves_what_is_wanted(
    pattern: Pattern, wanted: float, ratio: float, overhead: float
) -> None:
    needed = simple_share_needed(pattern, wanted, ratio, overhead)
    if needed is None:
        assert highest_saving_share(ratio, overhead) < wanted
    else:
        assert saving_share(pattern, needed, ratio, overhead) == pytest.approx(wanted, abs=1e-6)


@given(simple=SHARES, small=st.floats(0.01, 10), large=st.floats(0.01, 100))
def test_a_cascade_takes_small_and_check_and_its_share_of_large(
    simple: float, small: float, large: float
) -> None:
    mean = latency("cascade", simple, small, large, 0.5).mean_seconds
    assert mean == pytest.approx(small + 0.5 + (1 - simple) * large)


def test_senseless_numbers_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match="`simple_share`"):
        saving_share("router", 1.1, 0.5)
    with pytest.raises(ValueError, match="`price_ratio`"):
        saving_share("router", 0.5, 0)
    with pytest.raises(ValueError, match="`price_ratio`"):
        highest_saving_share(1.5)
    with pytest.raises(ValueError, match="`overhead_share`"):
        saving_share("cascade", 0.5, 0.5, -0.1)
    with pytest.raises(ValueError, match="`wanted_saving_share`"):
        simple_share_needed("router", 60, 0.5)
    with pytest.raises(ValueError, match="`large_seconds`"):
        latency("router", 0.5, 1, 0)
    with pytest.raises(ValueError, match="`points_after_the_first`"):
        saving_curve(0.5, points=1)
