"""Sums give what the calculators give, and questions on arithmetic are held to them."""

from __future__ import annotations

from dataclasses import replace
from inspect import signature
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.errors import UsageError
from studyapp.core.questions.form import Case, Choice, ChoiceQuestion, Sum
from studyapp.core.questions.proving.amounts import stands
from studyapp.core.questions.proving.flaws import FlawKind
from studyapp.core.questions.proving.proof import prove
from studyapp.core.questions.proving.sums import SUMS, compute
from studyapp.core.text import Text

if TYPE_CHECKING:
    from studyapp.core.quantity import Quantity
    from studyapp.core.questions.proving.flaws import Flaw
    from studyapp.core.questions.proving.sums import Measure

ANY = Text.once("any")


@pytest.mark.parametrize(
    ("name", "of", "result", "unit"),
    [
        ("weights-gb", {"model": "70B", "precision": "bf16"}, 140, "GB"),
        ("weights-gb", {"model": "70B", "precision": "INT4"}, 35, "GB"),
        ("kv-per-token", {"layers": 80, "kv-heads": 8, "head-dim": 128}, 320, "KiB"),
        (
            "kv-per-token",
            {"layers": 80, "kv-heads": 8, "head-dim": 128, "bytes-per-value": 1},
            160,
            "KiB",
        ),
        ("kv-cache-gib", {"kv-per-token": 320, "context": 8192, "concurrency": 32}, 80, "GiB"),
        (
            "kv-cache-gb",
            {"kv-per-token": 320, "context": 8192, "concurrency": 32},
            85.89934592,
            "GB",
        ),
        ("gpus-needed", {"model": "70B", "precision": "bf16", "gpu-memory": "80 GB"}, 2, "GPUs"),
        ("gpus-needed", {"model": "40B", "precision": "bf16", "gpu-memory": "80 GB"}, 1, "GPUs"),
        (
            "gpus-needed",
            {"model": "40B", "precision": "bf16", "gpu-memory": "80 GB", "usable-share": "90 %"},
            2,
            "GPUs",
        ),
        ("copies-on-gpu", {"model": "7B", "precision": "int8", "gpu-memory": 24}, 3, "models"),
        (
            "requests-in-memory",
            {
                "model": "8B",
                "precision": "bf16",
                "gpu-memory": "24 GB",
                "gpus": 1,
                "kv-per-token": 128,
                "context": 8192,
                "usable-share": 90,
            },
            5,
            "requests",
        ),
        ("router-saving", {"simple-share": "70 %", "price-gap": 10}, 63, "%"),
        (
            "router-saving",
            {"simple-share": 70, "price-gap": 10, "overhead-share": "3 %"},
            60,
            "%",
        ),
        ("cascade-saving", {"simple-share": 70, "price-gap": 10}, 60, "%"),
        (
            "router-seconds",
            {"simple-share": 80, "small-seconds": "500 ms", "large-seconds": 2},
            0.8,
            "s",
        ),
        (
            "cascade-seconds",
            {"simple-share": 80, "small-seconds": "500 ms", "large-seconds": 2},
            0.9,
            "s",
        ),
        (
            "quota-tokens-per-minute",
            {
                "requests-per-minute": 100,
                "input-tokens": "2K",
                "output-tokens": 300,
                "burndown": 5,
            },
            350_000,
            "tokens/min",
        ),
        (
            "requests-in-flight",
            {"quota-per-minute": "1M", "input-tokens": 6000, "max-tokens": 4000},
            100,
            "requests",
        ),
        (
            "on-demand-usd",
            {
                "requests": "1M",
                "input-tokens": "2K",
                "output-tokens": 500,
                "input-usd": "$3",
                "output-usd": "15 USD",
            },
            13_500,
            "USD",
        ),
        ("provisioned-usd-per-month", {"model-units": 2, "usd-per-unit-hour": 20}, 29_200, "USD"),
        (
            "break-even-tokens",
            {"model-units": 1, "usd-per-unit-hour": 20, "usd-per-million-tokens": 2},
            7.3e9,
            "tokens",
        ),
        ("cache-saving", {"uses": 10, "write-factor": 1.25, "read-factor": 0.1}, 78.5, "%"),
        ("cache-break-even", {"write-factor": 2, "read-factor": 0.1}, 3, "requests"),
    ],
)
def test_a_sum_by_hand(name: str, of: dict[str, Quantity], result: float, unit: Measure) -> None:
    found, measure = compute(Sum(calculation=name, of=of))
    assert found == pytest.approx(result)
    assert measure == unit


@pytest.mark.parametrize("name", SUMS)
def test_every_calculation_takes_what_it_lists(name: str) -> None:
    parameters = signature(SUMS[name].compute).parameters
    assert set(parameters) == {given.replace("-", "_") for given in SUMS[name].of}


@pytest.mark.parametrize(
    ("name", "of", "said"),
    [
        ("weight-gb", {"model": "70B"}, "no calculation `weight-gb`; there are `weights-gb`"),
        ("weights-gb", {"model": "70B", "bits": 8}, "takes `model`, `precision`, not `bits`"),
        ("weights-gb", {"model": "70B"}, "`weights-gb` needs `precision`"),
        ("weights-gb", {"model": "many", "precision": "int8"}, "`many` is not a number"),
        ("weights-gb", {"model": "70B", "precision": "int7"}, "`int7` is none of fp32"),
        ("router-saving", {"simple-share": 170, "price-gap": 10}, "must be from 0 to 1"),
        ("router-saving", {"simple-share": 70, "price-gap": 0}, "`price_gap` must be more than 0"),
        ("cache-break-even", {"write-factor": 1, "read-factor": 1}, "the cache never pays"),
        (
            "kv-per-token",
            {"layers": 1.5, "kv-heads": 8, "head-dim": 128},
            "`layers` must be a whole number",
        ),
    ],
)
def test_a_sum_that_cannot_be_done_says_why(name: str, of: dict[str, Quantity], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        compute(Sum(calculation=name, of=of))
    assert said in str(caught.value)


# --- figures in texts


@pytest.mark.parametrize(
    ("said", "measure", "words"),
    [
        ("70B", "parameters", "A 70B model"),
        ("70B", "parameters", "a 70-billion-parameter model"),
        ("70B", "parameters", "Model 70 tỷ tham số"),
        ("1.2M", "tokens", "takes 1,200,000 tokens."),
        ("2K", "tokens", "mỗi prompt 2,000 token"),
        (12_000, "tokens/min", "12,000 tokens per minute"),
        ("80 GB", "GiB", "GPUs of 80 GB"),
        ("80 GB", "GiB", "an 80-GB GPU"),
        ("1.5 GB", "GiB", "1,500 MB"),
        ("30 %", "%", "about 30% of them"),
        ("2 min", "s", "120 s, or 2 phút"),
        (8, "x", "8 KV heads"),
        ("$3", "USD", "costs $3 per million"),
        ("int8", "precision", "quantised to INT8"),
    ],
)
def test_a_figure_stands_in_a_text_as_people_write_it(
    said: Quantity, measure: Measure, words: str
) -> None:
    assert stands(said, measure, words)


@pytest.mark.parametrize(
    ("said", "measure", "words"),
    [
        ("70B", "parameters", "A 7B model, 700 users, version 1.70"),
        ("2K", "tokens", "2 prompts"),
        ("80 GB", "GiB", "80 GiB"),
        (8, "x", "INT8 on a p4d.24xlarge, 48 layers"),
        ("int8", "precision", "8 bits"),
        (5, "x", "nothing"),
    ],
)
def test_another_figure_is_not_taken_for_it(said: Quantity, measure: Measure, words: str) -> None:
    assert not stands(said, measure, words)


@given(st.integers(1, 10**8))
def test_a_number_stands_with_and_without_commas(number: int) -> None:
    assert stands(number, "tokens", f"It reads {number:,} tokens.")
    assert stands(number, "tokens", f"It reads {number} tokens.")
    assert not stands(number, "tokens", f"It reads {number + 1:,} tokens.")


# --- questions


def answer(name: str, amount: Quantity | None, **more: Any) -> Choice:
    said = Text.once(f"It takes {amount}") if amount is not None else ANY
    return Choice(id=name, text=said, why=ANY, amount=amount, misconception="m-any", **more)


WEIGHTS = ChoiceQuestion(
    type="choice",
    id="q-any",
    skill="skill",
    difficulty="easy",
    stem=Text("A 13B model in BF16.", "Model 13B ở BF16."),
    asks=Text("How much memory do its weights take?", "Trọng số cần bao nhiêu bộ nhớ?"),
    options=(
        answer("halved", "13 GB"),
        answer("right", "26 GB", key=True),
        answer("doubled", "52 GB"),
        answer("bits", "208 GB"),
    ),
    takeaway=ANY,
    see=("note",),
    computes=Sum(calculation="weights-gb", of={"model": "13B", "precision": "bf16"}),
)


def flaws(asked: ChoiceQuestion, case: Case | None = None) -> list[Flaw]:
    return list(prove(None, asked, case))


def with_amount(name: str, amount: Quantity | None) -> ChoiceQuestion:
    return replace(
        WEIGHTS,
        options=tuple(
            answer(o.id, amount, key=o.key) if o.id == name else o for o in WEIGHTS.options
        ),
    )


def test_a_question_whose_key_is_computed_has_no_flaw() -> None:
    assert flaws(WEIGHTS) == []


@pytest.mark.parametrize(
    ("spoilt", "at", "said"),
    [
        (
            replace(WEIGHTS, computes=Sum(calculation="weights", of={"model": "13B"})),
            ("computes",),
            "no calculation `weights`",
        ),
        (
            replace(WEIGHTS, stem=Text("A 13B model in BF16.", "Model 12B ở BF16.")),
            ("computes", "of", "model"),
            "`model: 13B` does not stand in the question (vi)",
        ),
        (
            replace(WEIGHTS, stem=Text("A 13B model.", "Model 13B ở BF16.")),
            ("computes", "of", "precision"),
            "`precision: bf16` does not stand in the question (en)",
        ),
        (with_amount("right", "27 GB"), ("options", 1, "amount"), "`right` is the key, but 26 GB"),
        (with_amount("bits", "26.0 GB"), ("options", 3, "amount"), "`bits` is wrong, but 26 GB"),
        (with_amount("bits", "26000 MB"), ("options", 3, "amount"), "`bits` is wrong, but 26 GB"),
        (with_amount("bits", "20 apples"), ("options", 3, "amount"), "`apples` is no unit"),
        (with_amount("bits", None), ("options", 3, "id"), "`bits` has no amount"),
        (
            replace(WEIGHTS, computes=None, sources=("page",), options=WEIGHTS.options[:4]),
            ("options", 0, "amount"),
            "`halved` has an amount, but no sum",
        ),
    ],
)
def test_sums_and_answers_agree(
    spoilt: ChoiceQuestion, at: tuple[str | int, ...], said: str
) -> None:
    first = flaws(spoilt)[0]
    assert (first.kind, first.at) == (FlawKind.SUM, at)
    assert said in first.message


def test_an_answer_says_its_amount() -> None:
    right = replace(WEIGHTS.options[1], text=Text("It takes 26 GB", "Cần 25 GB"))
    asked = replace(WEIGHTS, options=(right, *WEIGHTS.options[2:], WEIGHTS.options[0]))
    assert [flaw.at for flaw in flaws(asked)] == [("options", 0, "text", "vi")]


def test_figures_may_stand_in_the_case() -> None:
    asked = replace(WEIGHTS, stem=ANY)
    case = Case(id="c", title=ANY, story=WEIGHTS.stem)
    assert flaws(asked, case) == []
    assert {flaw.at for flaw in flaws(asked)} == {
        ("computes", "of", "model"),
        ("computes", "of", "precision"),
    }


@pytest.mark.parametrize(
    ("amount", "is_met"),
    [
        ("85.9 GB", True),
        ("86 GB", True),
        ("85.90 GB", True),
        ("85.8 GB", False),
        ("85.91 GB", False),
        ("0.09 TB", True),
        (86, True),
        (85.9, True),
        (85, False),
    ],
)
def test_the_key_is_rounded_as_it_is_written(amount: Quantity, is_met: bool) -> None:
    asked = replace(
        with_amount("right", amount),
        stem=Text.once("320 KiB a token, 8,192 tokens, 32 requests"),
        computes=Sum(
            calculation="kv-cache-gb",
            of={"kv-per-token": "320 KiB", "context": 8192, "concurrency": 32},
        ),
    )
    assert (flaws(asked) == []) is is_met
