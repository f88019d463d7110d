"""The memory of a language model: weights, KV cache and what fits where."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.calculators.memory import (
    BYTES_PER_PARAMETER,
    Need,
    fit,
    kept_tokens,
    kv_bytes_per_token,
    kv_gib,
    memory_percent_of_instance,
    weights_bytes,
    weights_gb,
    weights_percent_of_gpu,
    weights_percent_of_instance,
)

LLAMA_8B, LLAMA_70B, LLAMA_405B = 8.03e9, 70.554e9, 405.853e9
GIB = 2**30

PARAMETERS = st.floats(1e6, 1e13)
PRECISIONS = st.sampled_from(sorted(BYTES_PER_PARAMETER))
NEEDS = st.builds(Need, st.floats(1e6, 1e13), st.floats(1e3, 1e7), st.floats(1, 1e6))
COUNTS = st.integers(1, 64)
MEMORIES = st.floats(1, 500)


def test_70b_in_two_bytes_is_141_gb_or_131_gib() -> None:
    assert weights_gb(LLAMA_70B, "bf16") == pytest.approx(141.1, abs=0.05)
    assert weights_bytes(LLAMA_70B, "bf16") / GIB == pytest.approx(131.4, abs=0.05)


@pytest.mark.parametrize(
    ("parameters", "fp32", "bf16", "int8", "int4"),
    [
        (7.242e9, 29.0, 14.5, 7.2, 3.6),
        (LLAMA_8B, 32.1, 16.1, 8.0, 4.0),
        (LLAMA_70B, 282.2, 141.1, 70.6, 35.3),
        (LLAMA_405B, 1623.4, 811.7, 405.9, 202.9),
    ],
)
def test_each_precision_has_its_size_in_gb(
    parameters: float, fp32: float, bf16: float, int8: float, int4: float
) -> None:
    sizes = [weights_gb(parameters, name) for name in ("fp32", "bf16", "int8", "int4")]
    assert sizes == pytest.approx([fp32, bf16, int8, int4], abs=0.06)


def test_an_unknown_precision_is_told_the_known_ones() -> None:
    with pytest.raises(ValueError, match="`fp7` is none of fp32, bf16"):
        weights_gb(LLAMA_8B, "fp7")


@pytest.mark.parametrize(
    ("layers", "kv_heads", "kib_per_token", "gib_at_4k"),
    [(32, 8, 128, 0.5), (80, 8, 320, 1.25), (126, 8, 504, 1.96875), (32, 32, 512, 2.0)],
)
def test_a_token_of_kv_cache(
    layers: int, kv_heads: int, kib_per_token: float, gib_at_4k: float
) -> None:
    per_token = kv_bytes_per_token(layers, kv_heads, 128)
    assert per_token == kib_per_token * 1024
    assert kv_gib(per_token, 4096) == gib_at_4k


def test_a_long_conversation_takes_as_much_as_a_small_model() -> None:
    assert kv_gib(kv_bytes_per_token(80, 8, 128), 8192) == 2.5
    assert kv_gib(kv_bytes_per_token(32, 8, 128), 131_072) == 16
    assert kv_gib(kv_bytes_per_token(80, 8, 128), 131_072) == 40


def test_a_sliding_window_caps_what_is_kept() -> None:
    assert kept_tokens(131_072, window_tokens=4096) == 4096
    assert kept_tokens(1000, window_tokens=4096) == 1000
    assert kept_tokens(131_072) == 131_072


def test_weights_that_do_not_fit_leave_no_room() -> None:
    need = Need(weights_bytes(LLAMA_405B, "bf16"), kv_bytes_per_token(126, 8, 128), 8192)
    told = fit(need, accelerators=8, accelerator_gib=80)
    assert not told.fits
    assert told.weights_gib == pytest.approx(756, abs=0.1)
    assert told.usable_gib == pytest.approx(576)
    assert (told.accelerators_needed, told.kv_room_gib) == (11, 0)
    assert (told.tokens_in_flight, told.requests_in_flight) == (0, 0)


def test_weights_may_fit_without_room_for_one_request() -> None:
    need = Need(weights_bytes(LLAMA_70B, "int4"), kv_bytes_per_token(80, 8, 128), 131_072)
    told = fit(need, accelerators=1, accelerator_gib=44.7)
    assert told.fits
    assert told.tokens_in_flight > 0
    assert told.requests_in_flight == 0


def test_shares_tell_what_fits_by_one_hundred() -> None:
    assert weights_percent_of_gpu(LLAMA_8B, "bf16", 22.35) == pytest.approx(74.4, abs=0.1)
    assert weights_percent_of_gpu(LLAMA_70B, "bf16", 44.7) == pytest.approx(326.7, abs=0.1)
    assert weights_percent_of_instance(LLAMA_70B, "bf16", 44.7, 4) == pytest.approx(81.7, abs=0.1)


def test_the_share_with_kv_cache_reaches_one_hundred_where_the_requests_end() -> None:
    need = Need(weights_bytes(LLAMA_70B, "bf16"), 320 * 1024, 8192)
    most = fit(need, accelerators=4, accelerator_gib=44.7).requests_in_flight
    percent = [
        memory_percent_of_instance(LLAMA_70B, "bf16", 44.7, 4, 8192, requests, 320)
        for requests in (0, most, most + 1)
    ]
    assert percent[0] == weights_percent_of_instance(LLAMA_70B, "bf16", 44.7, 4)
    assert percent[1] <= 100 < percent[2]


@given(parameters=PARAMETERS, precision=PRECISIONS)
def test_twice_the_parameters_weigh_twice(parameters: float, precision: str) -> None:
    assert weights_gb(2 * parameters, precision) == 2 * weights_gb(parameters, precision)


@given(need=NEEDS, accelerators=COUNTS, accelerator_gib=MEMORIES)
def test_what_fits_is_what_there_are_accelerators_for(
    need: Need, accelerators: int, accelerator_gib: float
) -> None:
    told = fit(need, accelerators, accelerator_gib)
    assert told.fits == (told.accelerators_needed <= accelerators)
    assert told.kv_room_gib <= told.usable_gib
    kept = told.requests_in_flight * need.kept_tokens_per_request
    assert kept <= (told.tokens_in_flight + 1) * (1 + 1e-9)


@given(need=NEEDS, accelerator_gib=MEMORIES)
def test_as_many_accelerators_as_needed_hold_the_weights_and_one_fewer_does_not(
    need: Need, accelerator_gib: float
) -> None:
    needed = fit(need, 1, accelerator_gib).accelerators_needed
    assert fit(need, needed, accelerator_gib).fits
    assert needed == 1 or not fit(need, needed - 1, accelerator_gib).fits


@given(need=NEEDS, accelerators=COUNTS, accelerator_gib=MEMORIES)
def test_more_accelerators_never_hold_less(
    need: Need, accelerators: int, accelerator_gib: float
) -> None:
    fewer, more = (fit(need, n, accelerator_gib) for n in (accelerators, accelerators + 1))
    assert more.tokens_in_flight >= fewer.tokens_in_flight
    assert more.requests_in_flight >= fewer.requests_in_flight


@pytest.mark.parametrize("senseless", [0, -1, math.nan, math.inf])
def test_senseless_numbers_are_refused_by_name(senseless: float) -> None:
    with pytest.raises(ValueError, match="`parameters`"):
        weights_gb(senseless, "bf16")
    with pytest.raises(ValueError, match="`accelerator_gib`"):
        weights_percent_of_gpu(LLAMA_8B, "bf16", senseless)
    with pytest.raises(ValueError, match="`accelerators`"):
        weights_percent_of_instance(LLAMA_8B, "bf16", 80, senseless)
    with pytest.raises(ValueError, match="`bytes_per_token`"):
        kv_gib(senseless, 1)
    with pytest.raises(ValueError, match="`usable_share`"):
        weights_percent_of_gpu(LLAMA_8B, "bf16", 80, senseless)
