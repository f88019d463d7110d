"""The built-in figures: sound in themselves, and giving the sums that the notes print."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from studyapp.core.calculators.break_even import (
    Load,
    Purchase,
    TokenPrice,
    blended_usd_per_million,
    break_even,
)
from studyapp.core.calculators.caching import least_uses_that_pay
from studyapp.core.calculators.memory import (
    Fit,
    Need,
    fit_each,
    kept_tokens,
    kv_bytes_per_token,
    weights_bytes,
    weights_gb,
)
from studyapp.core.figures import Figure, FiguresFile, ModelPrice, ModelShape
from studyapp.library.builtin import builtin_pack
from studyapp.library.load import load_pack
from studyapp.library.yaml12.reader import read_yaml

TOKENS_OF_A_CHAT = 8192


@pytest.fixture(scope="module")
def figures() -> FiguresFile:
    raw = Path(builtin_pack() / "figures.yaml").read_bytes()
    data, diagnostics = read_yaml(raw, "figures.yaml")
    assert diagnostics == ()
    return TypeAdapter(FiguresFile).validate_json(json.dumps(data))


def every(figures: FiguresFile) -> list[Figure]:
    return list(
        chain[Figure](
            figures.models,
            figures.instances,
            figures.model_prices,
            figures.provisioned_prices,
            figures.price_factors,
            figures.cache_factors,
            figures.burndowns,
        )
    )


def shape(figures: FiguresFile, name: str) -> ModelShape:
    return next(each for each in figures.models if each.id == f"fig-model-{name}")


def price(figures: FiguresFile, name: str) -> ModelPrice:
    return next(each for each in figures.model_prices if each.id == f"fig-price-{name}")


def fit_on(figures: FiguresFile, model: str, precision: str, instance: str) -> Fit:
    found = shape(figures, model)
    need = Need(
        weights_bytes(found.parameters, precision),
        kv_bytes_per_token(found.layers, found.kv_heads, found.head_dim),
        kept_tokens(TOKENS_OF_A_CHAT, found.window_tokens),
    )
    fits = {each.name.en: fit for each, fit in fit_each(need, figures.instances)}
    return fits[instance]


def test_ids_are_unique_and_say_that_they_are_figures(figures: FiguresFile) -> None:
    ids = [each.id for each in every(figures)]
    assert len(set(ids)) == len(ids)
    assert all(each.startswith("fig-") for each in ids)


def test_every_source_is_one_of_the_pack(figures: FiguresFile) -> None:
    pack = load_pack(builtin_pack()).pack
    assert pack is not None
    cited = {source for each in every(figures) for source in each.sources}
    assert cited <= {source.id for source in pack.sources}


def test_provisioned_prices_stand_beside_the_price_of_the_same_model(figures: FiguresFile) -> None:
    prices = {each.id: each for each in figures.model_prices}
    for each in figures.provisioned_prices:
        model = prices[each.model_price]
        assert each.name.en.startswith(model.name.en)
        assert each.legacy == model.legacy


@pytest.mark.parametrize(
    ("model", "bf16_gb", "kib_per_token"),
    [
        ("mistral-7b-v0.1", 14.5, 128),
        ("llama-2-7b", 13.5, 512),
        ("llama-2-13b", 26.0, 800),
        ("llama-3.1-8b", 16.1, 128),
        ("llama-3.1-70b", 141.1, 320),
        ("llama-3.1-405b", 811.7, 504),
    ],
)
def test_the_sizes_of_the_models(
    figures: FiguresFile, model: str, bf16_gb: float, kib_per_token: float
) -> None:
    found = shape(figures, model)
    assert weights_gb(found.parameters, "bf16") == pytest.approx(bf16_gb, abs=0.05)
    per_token = kv_bytes_per_token(found.layers, found.kv_heads, found.head_dim)
    assert per_token == kib_per_token * 1024


@pytest.mark.parametrize(
    ("model", "precision", "instance", "room_gib", "tokens", "chats"),
    [
        ("llama-3.1-8b", "bf16", "g5.xlarge", 5.2, 42_000, 5),
        ("llama-3.1-8b", "int8", "g5.xlarge", 12.6, 104_000, 12),
        ("llama-3.1-8b", "bf16", "g6e.xlarge", 25.3, 207_000, 25),
        ("llama-3.1-70b", "bf16", "g5.48xlarge", 29.5, 97_000, 11),
        ("llama-3.1-70b", "bf16", "g6e.12xlarge", 29.5, 97_000, 11),
        ("llama-3.1-70b", "bf16", "p4d.24xlarge", 157, 513_000, 62),
        ("llama-3.1-70b", "bf16", "p5.48xlarge", 445, 1_460_000, 177),
        ("llama-3.1-70b", "fp8", "g6e.12xlarge", 95, 312_000, 38),
        ("llama-3.1-70b", "int4", "g6e.xlarge", 7.4, 24_000, 2),
        ("llama-3.1-70b", "fp8", "p5.4xlarge", 6.3, 21_000, 2),
        ("llama-3.1-405b", "fp8", "p5.48xlarge", 198, 412_000, 50),
        ("llama-3.1-405b", "bf16", "p5en.48xlarge", 259, 539_000, 65),
    ],
)
def test_what_fits_where(
    figures: FiguresFile,
    model: str,
    precision: str,
    instance: str,
    room_gib: float,
    tokens: int,
    chats: int,
) -> None:
    told = fit_on(figures, model, precision, instance)
    assert told.fits
    assert told.kv_room_gib == pytest.approx(room_gib, abs=0.5 if room_gib >= 90 else 0.06)
    assert told.tokens_in_flight == pytest.approx(tokens, abs=max(600, tokens // 200))
    assert told.requests_in_flight == chats


def test_405b_in_bf16_does_not_fit_on_eight_h100(figures: FiguresFile) -> None:
    assert not fit_on(figures, "llama-3.1-405b", "bf16", "p5.48xlarge").fits


def test_a_sliding_window_lets_more_chats_run(figures: FiguresFile) -> None:
    told = fit_on(figures, "mistral-7b-v0.1", "bf16", "g5.xlarge")
    assert told.requests_in_flight == told.tokens_in_flight // 4096


def test_every_instance_is_told_in_the_order_of_the_file(figures: FiguresFile) -> None:
    told = fit_each(Need(1e9, 1e5, 1000), figures.instances)
    assert [instance for instance, _ in told] == list(figures.instances)


@pytest.mark.parametrize(
    ("small", "large", "gap"),
    [
        ("claude-haiku-4.5", "claude-sonnet-4.5", 3),
        ("claude-haiku-4.5", "claude-opus-4.5", 5),
        ("nova-lite", "nova-pro", 13.3),
        ("nova-micro", "nova-pro", 22.9),
        ("claude-haiku-5.5", "claude-sonnet-5", 20),
    ],
)
def test_the_price_gaps_that_routing_is_taught_with(
    figures: FiguresFile, small: str, large: str, gap: float
) -> None:
    prices = [
        blended_usd_per_million(
            TokenPrice(found.input_usd_per_million, found.output_usd_per_million), 3, 1
        )
        for found in (price(figures, small), price(figures, large))
    ]
    assert prices[1] / prices[0] == pytest.approx(gap, abs=0.05)


@pytest.mark.parametrize(
    ("provisioned", "million_tokens"),
    [
        ("claude-2.1-one-month", 3_832.5),
        ("claude-2.1-six-months", 2_129),
        ("claude-instant-one-month", 24_090),
    ],
)
def test_the_volumes_at_which_provisioned_breaks_even(
    figures: FiguresFile, provisioned: str, million_tokens: float
) -> None:
    hourly = next(
        each for each in figures.provisioned_prices if each.id == f"fig-provisioned-{provisioned}"
    )
    on_demand = next(each for each in figures.model_prices if each.id == hourly.model_price)
    load = Load(requests_per_month=1, input_tokens_per_request=3, output_tokens_per_request=1)
    told = break_even(
        load,
        TokenPrice(on_demand.input_usd_per_million, on_demand.output_usd_per_million),
        Purchase(1, hourly.usd_per_unit_hour),
    )
    assert told.break_even_tokens_per_month / 1e6 == pytest.approx(million_tokens, abs=0.5)


def test_a_longer_cache_costs_more_uses(figures: FiguresFile) -> None:
    least = {
        each.id: least_uses_that_pay(each.write_factor, each.read_factor)
        for each in figures.cache_factors
        if each.write_factor is not None
    }
    assert least == {"fig-cache-claude-5-minutes": 2, "fig-cache-claude-1-hour": 3}
