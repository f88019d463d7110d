"""What a load takes of an on-demand quota, and what an unset limit costs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.calculators.quota import (
    quota_tokens_per_minute,
    requests_in_flight,
    reserved_tokens_per_request,
)

TOKENS = st.integers(0, 1_000_000)


def test_output_counts_five_times_where_the_burndown_is_five() -> None:
    assert quota_tokens_per_minute(100, 2_000, 500, burndown=5) == 450_000
    assert quota_tokens_per_minute(100, 2_000, 500) == 250_000


def test_writing_to_the_cache_counts_like_input() -> None:
    assert quota_tokens_per_minute(100, 1_000, 500, cache_write_tokens=1_000) == 250_000


def test_an_unset_limit_reserves_the_maximum_of_the_model() -> None:
    told = requests_in_flight(2_000_000, 500, max_tokens=1_000, model_maximum_tokens=64_000)
    assert told == (1_333, 31)


def test_a_reservation_holds_what_is_read_from_the_cache_too() -> None:
    assert reserved_tokens_per_request(500, 1_000, cache_tokens=3_000) == 4_500
    assert requests_in_flight(9_000, 500, 1_000, 1_000, cache_tokens=3_000) == (2, 2)


@given(rpm=st.integers(0, 100_000), inputs=TOKENS, outputs=TOKENS, burndown=st.floats(1, 10))
def test_twice_the_requests_take_twice_the_quota(
    rpm: int, inputs: int, outputs: int, burndown: float
) -> None:
    once = quota_tokens_per_minute(rpm, inputs, outputs, burndown=burndown)
    assert quota_tokens_per_minute(2 * rpm, inputs, outputs, burndown=burndown) == 2 * once
    assert once >= quota_tokens_per_minute(rpm, inputs, outputs)


@given(
    quota=st.floats(0, 1e9), inputs=TOKENS, limit=st.integers(1, 64_000), room=st.integers(0, 9_999)
)
def test_a_lower_limit_never_lets_fewer_run(
    quota: float, inputs: int, limit: int, room: int
) -> None:
    told = requests_in_flight(quota, inputs, limit, limit + room)
    assert told.with_max_tokens >= told.with_model_maximum >= 0
    taken = told.with_max_tokens * reserved_tokens_per_request(inputs, limit)
    assert taken <= quota * (1 + 1e-9)


def test_senseless_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="`requests_per_minute`"):
        quota_tokens_per_minute(-1, 1, 1)
    with pytest.raises(ValueError, match="`burndown`"):
        quota_tokens_per_minute(1, 1, 1, burndown=0)
    with pytest.raises(ValueError, match="`max_tokens`"):
        reserved_tokens_per_request(1, 0)
    with pytest.raises(ValueError, match="at most 1000 tokens"):
        requests_in_flight(1e6, 500, max_tokens=2_000, model_maximum_tokens=1_000)
