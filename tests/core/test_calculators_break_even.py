"""When Provisioned Throughput is cheaper than paying by the token."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from studyapp.core.calculators.break_even import (
    HOURS_PER_MONTH,
    BreakEven,
    Load,
    Purchase,
    TokenPrice,
    active_hours_per_month,
    blended_usd_per_million,
    break_even,
    cost_curve,
    self_hosted_usd_per_million,
)

CLAUDE_2_1 = TokenPrice(8, 24)
ONE_UNIT = Purchase(1, 63.0)

REQUESTS = st.floats(0, 1e9)
TOKENS = st.floats(1, 1e5)
PRICES = st.builds(TokenPrice, st.floats(0.01, 100), st.floats(0.01, 100))
PURCHASES = st.builds(
    Purchase, st.integers(1, 100), st.floats(0.1, 500), st.none() | st.floats(1, 1e6)
)
LOADS = st.builds(
    Load,
    requests_per_month=REQUESTS,
    input_tokens_per_request=TOKENS,
    output_tokens_per_request=TOKENS,
    active_hours_per_month=st.floats(1, 744),
)


def three_to_one(requests_per_month: float, active_hours: float = HOURS_PER_MONTH) -> Load:
    """1,000 tokens a request, three of input to one of output."""
    return Load(
        requests_per_month=requests_per_month,
        input_tokens_per_request=750,
        output_tokens_per_request=250,
        active_hours_per_month=active_hours,
    )


@pytest.mark.parametrize(
    ("price", "usd_per_hour", "usd_per_month", "million_tokens", "tokens_per_minute"),
    [
        (CLAUDE_2_1, 63.0, 45_990, 3_832.5, 87_500),
        (CLAUDE_2_1, 34.99, 25_543, 2_128.6, 48_600),
        (TokenPrice(0.8, 2.4), 39.6, 28_908, 24_090, 550_000),
    ],
)
def test_the_worked_examples(
    price: TokenPrice,
    usd_per_hour: float,
    usd_per_month: float,
    million_tokens: float,
    tokens_per_minute: float,
) -> None:
    told = break_even(three_to_one(1_000_000), price, Purchase(1, usd_per_hour))
    assert told.provisioned_usd_per_month == pytest.approx(usd_per_month, abs=0.5)
    assert told.break_even_tokens_per_month / 1e6 == pytest.approx(million_tokens, abs=0.1)
    assert told.break_even_tokens_per_minute == pytest.approx(tokens_per_minute, rel=1e-3)


def test_below_the_break_even_on_demand_is_cheaper_by_the_difference() -> None:
    told = break_even(three_to_one(1_000_000), CLAUDE_2_1, ONE_UNIT)
    assert told.on_demand_usd_per_month == 12_000
    assert told.cheapest == "on-demand"
    assert told.provisioned_saves_usd_per_month == pytest.approx(12_000 - 45_990)
    assert told.volume_percent_of_break_even == pytest.approx(26.1, abs=0.05)


def test_above_the_break_even_provisioned_is_cheaper() -> None:
    told = break_even(three_to_one(4_000_000), CLAUDE_2_1, ONE_UNIT)
    assert told.cheapest == "provisioned"
    assert told.provisioned_saves_usd_per_month == pytest.approx(48_000 - 45_990)


def test_work_that_can_wait_has_to_beat_the_batch_price() -> None:
    told = break_even(three_to_one(4_000_000), CLAUDE_2_1, ONE_UNIT, batch_factor=0.5)
    assert (told.batch_usd_per_month, told.usd_per_million_to_beat) == (24_000, 6)
    assert told.cheapest == "batch"
    assert told.break_even_tokens_per_minute == pytest.approx(2 * 87_500)
    assert break_even(three_to_one(1), CLAUDE_2_1, ONE_UNIT).batch_usd_per_month is None


def test_office_hours_ask_for_more_than_three_times_the_rate() -> None:
    hours = active_hours_per_month(10, 22)
    told = break_even(three_to_one(1, hours), CLAUDE_2_1, ONE_UNIT)
    assert hours / HOURS_PER_MONTH == pytest.approx(0.30, abs=0.005)
    assert told.break_even_tokens_per_minute_while_active == pytest.approx(290_341, abs=1)
    around_the_clock = told.break_even_tokens_per_minute
    assert told.break_even_tokens_per_minute_while_active / around_the_clock == pytest.approx(
        3.3, abs=0.05
    )


def test_what_a_model_unit_carries_is_not_known_unless_told() -> None:
    told = break_even(three_to_one(1_000_000), CLAUDE_2_1, ONE_UNIT)
    assert (told.carries_load, told.used_percent_while_active) == (None, None)
    assert told.break_even_used_percent is None


def test_a_unit_that_is_told_may_never_break_even() -> None:
    told = break_even(three_to_one(4_000_000), CLAUDE_2_1, Purchase(1, 63.0, 70_000))
    assert told.break_even_used_percent == pytest.approx(125)
    assert told.carries_load is False
    two = break_even(three_to_one(4_000_000), CLAUDE_2_1, Purchase(2, 63.0, 70_000))
    assert two.carries_load is True
    assert two.used_percent_while_active == pytest.approx(65.2, abs=0.05)


def test_self_hosting_pays_for_idle_hours() -> None:
    assert self_hosted_usd_per_million(10, 2_000, 0.5) == pytest.approx(2.78, abs=0.005)


def test_the_curves_cross_at_the_break_even() -> None:
    points = cost_curve(12, 45_990, 2 * 3_832.5e6, points=3)
    assert [point.by_token_usd_per_month for point in points] == pytest.approx([0, 45_990, 91_980])
    assert {point.provisioned_usd_per_month for point in points} == {45_990}


@given(load=LOADS, price=PRICES, purchase=PURCHASES)
def test_at_the_break_even_both_cost_the_same(
    load: Load, price: TokenPrice, purchase: Purchase
) -> None:
    tokens = break_even(load, price, purchase).break_even_tokens_per_month
    there = break_even(_with(load, tokens), price, purchase)
    assert there.on_demand_usd_per_month == pytest.approx(there.provisioned_usd_per_month)
    assert there.volume_percent_of_break_even == pytest.approx(100)


@given(load=LOADS, price=PRICES, purchase=PURCHASES)
def test_the_cheapest_is_told_by_the_volume(
    load: Load, price: TokenPrice, purchase: Purchase
) -> None:
    told = break_even(load, price, purchase)
    assume(abs(told.volume_percent_of_break_even - 100) > 1e-6)
    assert (told.cheapest == "provisioned") == (told.volume_percent_of_break_even > 100)


@given(load=LOADS, price=PRICES, purchase=PURCHASES, factor=st.floats(0.01, 1))
def test_a_lower_price_moves_the_break_even_away(
    load: Load, price: TokenPrice, purchase: Purchase, factor: float
) -> None:
    told, batch = (break_even(load, price, purchase, each) for each in (None, factor))
    assert batch.break_even_tokens_per_month >= told.break_even_tokens_per_month * (1 - 1e-9)


@given(load=LOADS, price=PRICES, purchase=PURCHASES)
def test_prices_in_another_currency_change_no_volume(
    load: Load, price: TokenPrice, purchase: Purchase
) -> None:
    dearer = TokenPrice(*(7 * each for each in price))
    there = purchase._replace(usd_per_unit_hour=7 * purchase.usd_per_unit_hour)
    assert _volumes(break_even(load, dearer, there)) == pytest.approx(
        _volumes(break_even(load, price, purchase))
    )


@given(price=PRICES, input_tokens=TOKENS, output_tokens=TOKENS)
def test_a_blend_lies_between_its_prices(
    price: TokenPrice, input_tokens: float, output_tokens: float
) -> None:
    blended = blended_usd_per_million(price, input_tokens, output_tokens)
    assert min(price) * (1 - 1e-9) <= blended <= max(price) * (1 + 1e-9)


def test_senseless_loads_and_prices_are_refused() -> None:
    with pytest.raises(ValueError, match="`requests_per_month`"):
        three_to_one(-1)
    with pytest.raises(ValueError, match="no month has 745 hours"):
        three_to_one(1, 745)
    with pytest.raises(ValueError, match="no month has 22 days of 25 hours"):
        active_hours_per_month(25, 22)
    with pytest.raises(ValueError, match="`tokens_per_request`"):
        Load(requests_per_month=1, input_tokens_per_request=0, output_tokens_per_request=0)
    with pytest.raises(ValueError, match="`usd_per_million`"):
        break_even(three_to_one(1), TokenPrice(0, 0), ONE_UNIT)
    with pytest.raises(ValueError, match="`model_units`"):
        break_even(three_to_one(1), CLAUDE_2_1, Purchase(0, 63.0))
    with pytest.raises(ValueError, match="`tokens_per_minute_per_unit`"):
        break_even(three_to_one(1), CLAUDE_2_1, Purchase(1, 63.0, 0))
    with pytest.raises(ValueError, match="`batch_factor`"):
        break_even(three_to_one(1), CLAUDE_2_1, ONE_UNIT, batch_factor=1.5)
    with pytest.raises(ValueError, match="`points_after_the_first`"):
        cost_curve(12, 45_990, 1e9, points=1)
    with pytest.raises(ValueError, match="`busy_share`"):
        self_hosted_usd_per_million(10, 2_000, 0)


def test_a_month_without_requests_costs_nothing_on_demand() -> None:
    told = break_even(three_to_one(0), CLAUDE_2_1, ONE_UNIT)
    assert (told.on_demand_usd_per_month, told.cheapest) == (0, "on-demand")


def _with(load: Load, tokens_per_month: float) -> Load:
    return Load(
        requests_per_month=tokens_per_month / load.tokens_per_request,
        input_tokens_per_request=load.input_tokens_per_request,
        output_tokens_per_request=load.output_tokens_per_request,
        active_hours_per_month=load.active_hours_per_month,
    )


def _volumes(told: BreakEven) -> list[float]:
    return [
        told.break_even_tokens_per_month,
        told.break_even_tokens_per_minute,
        told.break_even_tokens_per_minute_while_active,
        told.volume_percent_of_break_even,
    ]
