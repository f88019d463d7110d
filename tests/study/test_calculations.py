"""The calculators from what is written to a bilingual result."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.figures import (
    Burndown,
    CacheFactors,
    FiguresFile,
    Instance,
    ModelPrice,
    ModelShape,
    PriceFactor,
    ProvisionedPrice,
)
from studyapp.core.text import Text
from studyapp.core.texts import texts
from studyapp.study.calculations import (
    CALCULATORS,
    InputError,
    Result,
    calculate,
    choices,
)

DAY = datetime(2026, 11, 22, tzinfo=UTC).date()


def model(name: str, parameters: int, layers: int, window: int | None = None) -> ModelShape:
    return ModelShape(
        id=f"fig-model-{name}",
        name=Text.once(name.replace("-", " ").title()),
        sources=("shapes",),
        as_of=DAY,
        parameters=parameters,
        layers=layers,
        kv_heads=8,
        head_dim=128,
        window_tokens=window,
    )


def instance(name: str, accelerators: int, gib: float, *, fp8: bool) -> Instance:
    return Instance(
        id=f"fig-instance-{name}",
        name=Text.once(name),
        sources=("instances",),
        as_of=DAY,
        accelerator="GPU",
        accelerators=accelerators,
        accelerator_gib=gib,
        fp8=fp8,
    )


def price(name: str, into: float, out: float) -> ModelPrice:
    return ModelPrice(
        id=f"fig-price-{name}",
        name=Text.once(name.title()),
        sources=("prices",),
        as_of=DAY,
        family="A family",
        tier="standard",
        input_usd_per_million=into,
        output_usd_per_million=out,
    )


def cache(name: str, write: float | None) -> CacheFactors:
    return CacheFactors(
        id=f"fig-cache-{name}",
        name=Text.once(name.title()),
        sources=("prices",),
        as_of=DAY,
        lifetime_minutes=5,
        read_factor=0.1,
        write_factor=write,
    )


FIGURES = FiguresFile(
    models=(model("small-8b", 8 * 10**9, 32, window=4096), model("large-70b", 70 * 10**9, 80)),
    instances=(
        instance("one.xlarge", 1, 24, fp8=False),
        instance("four.12xlarge", 4, 24, fp8=True),
        instance("eight.48xlarge", 8, 80, fp8=True),
    ),
    model_prices=(price("haiku", 1, 5), price("sonnet", 3, 15), price("old", 8, 24)),
    provisioned_prices=(
        ProvisionedPrice(
            id="fig-provisioned-old-one-month",
            name=Text("Old, 1 month", "Old, 1 tháng"),
            sources=("prices",),
            as_of=DAY,
            model_price="fig-price-old",
            term="one-month",
            usd_per_unit_hour=63,
        ),
    ),
    price_factors=(
        PriceFactor(
            id="fig-factor-batch",
            name=Text.once("Batch"),
            sources=("batch",),
            as_of=DAY,
            way="batch",
            factor=0.5,
        ),
    ),
    cache_factors=(cache("claude", 1.25), cache("nova", None)),
    burndowns=(
        Burndown(
            id="fig-burndown-new",
            name=Text("New models", "Model mới"),
            sources=("quotas",),
            as_of=DAY,
            quota_tokens_per_output_token=5,
        ),
    ),
)


def computed(calculator: str, **written: str) -> Result:
    return calculate(calculator, named(written), FIGURES)


def named(written: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in written.items()}


def number(result: Result, row: str) -> float | None:
    return next(each.number for each in result.rows if each.id == row)


def origins(result: Result) -> dict[str, str]:
    return {given.input.id: given.origin for given in result.given}


def test_a_number_of_parameters_borrows_the_shape_nearest_in_size() -> None:
    result = computed("memory", model="60B", precision="bf16", context="8192", concurrency="1")
    assert number(result, "weights") == 120
    assert number(result, "kv") == 2.5
    assert origins(result)["shape"] == "computed"
    assert result.figures[0].id == "fig-model-large-70b"


def test_a_model_of_the_pack_brings_its_own_shape_and_window() -> None:
    result = computed("memory", model="Small 8B", context="128K", concurrency="2")
    assert number(result, "kv") == 2 * 0.5  # 128 KiB for each of the 4,096 tokens that are kept
    assert "shape" not in origins(result)


def test_a_stated_size_of_the_cache_goes_before_every_shape() -> None:
    result = computed("memory", kv_per_token="1 MiB", context="1024", concurrency="1")
    assert number(result, "kv") == 1
    assert [figure for figure in result.figures if isinstance(figure, ModelShape)] == []


def test_the_table_tells_what_fits_where() -> None:
    result = computed("memory", model="small-8b", precision="fp8", concurrency="40")
    assert result.grid is not None
    verdicts = {row[0].en: row[-1].en for row in result.grid.rows}
    assert verdicts["one.xlarge"] == "the weights fit, with room for 28 of 40 requests"
    assert verdicts["eight.48xlarge"] == "fits"
    assert result.says.en.endswith(
        "fit on 2 of 3 instance types; the one with the least memory is four.12xlarge."
    )
    alone = computed("memory", model="small-8b", precision="fp8", instance="one.xlarge")
    assert alone.says.en.endswith("On one.xlarge: fits, but does not compute in FP8.")
    too_large = computed("memory", model="405B")
    assert "No single instance" in too_large.says.en


def test_break_even_starts_from_the_first_provisioned_price_and_its_model() -> None:
    result = computed("break-even")
    assert number(result, "provisioned") == 45_990
    assert number(result, "break-even") == pytest.approx(3_832.5e6)
    assert number(result, "break-even-rate") == pytest.approx(87_500)
    assert origins(result)["price"] == "computed"
    assert origins(result)["unit-price"] == "figure"
    assert next(row.value.en for row in result.rows if row.id == "carries") == "not known"


PRICES = {"unit-price": "$63", "input-price": "8 USD", "output-price": "24"}


def test_stated_prices_need_no_figures() -> None:
    result = calculate("break-even", PRICES, FiguresFile())
    assert number(result, "break-even") == pytest.approx(3_832.5e6)
    assert not result.figures
    assert not result.remarks


def test_work_that_can_wait_has_batch_to_beat() -> None:
    result = computed("break-even", can_wait="yes")
    assert number(result, "break-even") == pytest.approx(2 * 3_832.5e6)
    assert number(result, "batch") == 12_000
    with pytest.raises(InputError, match="does not say what batch inference costs"):
        calculate("break-even", PRICES | {"can-wait": "có"}, FiguresFile())


def test_what_is_stated_in_vain_is_told() -> None:
    result = computed("routing", ratio="5x", small="haiku", large="sonnet")
    assert "`small`, `large`" in result.remarks[0].en
    assert "small" not in origins(result)


def test_office_hours_raise_the_rate_that_breaks_even() -> None:
    result = computed("break-even", hours="10", days="22", throughput="100K")
    assert number(result, "break-even-rate-while-active") == pytest.approx(87_500 * 730 / 220)
    assert number(result, "used") == pytest.approx(151.5, abs=0.1)


def test_two_models_give_the_price_gap_unless_it_is_stated() -> None:
    priced = computed("routing", small="haiku", large="sonnet", simple="70%")
    assert number(priced, "router-saving") == pytest.approx(46.7, abs=0.05)
    assert number(priced, "cascade-saving") == pytest.approx(36.7, abs=0.05)
    stated = computed("routing", small="haiku", large="sonnet", simple="70%", ratio="5x")
    assert number(stated, "router-saving") == pytest.approx(56)


def test_the_usual_claim_is_put_to_the_test() -> None:
    assert "reaches the often claimed" in computed("routing", simple="80%", ratio="12x").says.en
    assert "stays below" in computed("routing", simple="70%", ratio="5x").says.en
    assert "cannot be reached" in computed("routing", simple="99%", ratio="2x").says.en


def test_quota_counts_the_burndown_and_what_a_request_reserves() -> None:
    result = computed("quota", requests="100", input_tokens="2K", output_tokens="500")
    assert number(result, "needed") == 450_000
    assert number(computed("quota", burndown="1x"), "needed") == 250_000
    few = computed("quota", input_tokens="500", max_tokens="1K", model_maximum="64K")
    assert (number(few, "in-flight"), number(few, "in-flight-unset")) == (1333, 31)


def test_caching_pays_from_the_second_use() -> None:
    result = computed("caching", uses="2", share="100%")
    assert number(result, "saving") == pytest.approx(32.5)
    assert number(result, "least-uses") == 2


@pytest.mark.parametrize(
    ("calculator", "written", "told"),
    [
        ("memory", {"model": "-5"}, "write a number such as `1B`"),
        ("memory", {"context": "8,000"}, "can be read in two ways"),
        ("memory", {"concurrency": "1.5"}, "must be a whole number"),
        ("memory", {"model": "3"}, "must be from 1M to "),
        ("memory", {"shape": "tiny"}, "knows no figure `tiny`"),
        ("break-even", {"input_tokens": "0", "output_tokens": "0"}, "cannot both be 0"),
        ("break-even", {"input_price": "0", "output_price": "0"}, "cannot both be 0"),
        ("break-even", {"unit_price": "63 EUR"}, "write a number such as `20`"),
        ("routing", {"small": "haiku"}, "state both"),
        ("routing", {"small": "sonnet", "large": "haiku"}, "not more than `large`"),
        ("quota", {"input_tokens": "0", "output_tokens": "0"}, "a request without tokens"),
        ("caching", {"cache": "nova"}, "state `write`"),
        ("caching", {"uses": "0"}, "must be from 1 use to"),
    ],
)
def test_what_cannot_be_used_is_told_in_both_languages(
    calculator: str, written: dict[str, str], told: str
) -> None:
    with pytest.raises(InputError, match=told) as refused:
        calculate(calculator, named(written), FIGURES)
    assert refused.value.said.en != refused.value.said.vi


def test_a_pack_without_figures_says_what_is_needed() -> None:
    with pytest.raises(InputError, match="`kv-per-token` is needed"):
        calculate("memory", {}, FiguresFile())
    with pytest.raises(InputError, match="no figures to choose from"):
        calculate("memory", {"model": "llama"}, FiguresFile())


@pytest.mark.parametrize("name", CALCULATORS)
def test_the_example_of_each_calculator_can_be_computed(name: str) -> None:
    written = dict(word.split("=") for word in CALCULATORS[name].example.split())
    result = calculate(name, written, FIGURES)
    assert {given.input.id for given in result.given if given.origin == "stated"} == set(written)
    assert result.plots


@pytest.mark.parametrize("name", CALCULATORS)
def test_each_choice_offered_can_be_read_back(name: str) -> None:
    alone = {"cache": {"write": "1x"}, "small": {"large": "old"}, "large": {"small": "haiku"}}
    for asked in CALCULATORS[name].inputs:
        for choice in choices(asked, FIGURES):
            written = alone.get(asked.id, {}) | {asked.id: choice.written}
            result = calculate(name, written, FIGURES)
            counted = {given.input.id: given.value for given in result.given}
            if asked.id in counted:
                assert counted[asked.id] == choice.name
            else:
                assert f"`{asked.id}`" in result.remarks[0].en


@given(
    st.sampled_from(sorted(CALCULATORS)),
    st.data(),
    st.text(st.sampled_from("0123456789.,eEKMB %x/$-"), max_size=8),
)
def test_whatever_is_written_gives_words_in_both_languages(
    name: str, data: st.DataObject, written: str
) -> None:
    asked = data.draw(st.sampled_from(CALCULATORS[name].inputs))
    for text in said(name, {asked.id: written}):
        assert text.en
        assert text.vi
        assert "{" not in text.en + text.vi
        assert "nan" not in text.en


def said(name: str, written: dict[str, str]) -> list[Text]:
    """Every text of a result, or why there is none."""
    try:
        result = calculate(name, written, FIGURES)
    except InputError as refused:
        return [refused.said]
    rows = tuple((row.label, row.value) for row in result.rows)
    cells = result.grid.rows if result.grid else ()
    return list(texts((result.says, rows, result.formulas, cells, result.remarks)))
