"""Typed answers: what is the same, what is nearly the same, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.typing_check import Slip, Verdict, check
from studyapp.core.text import Lang, Text

BOTH = Text("A semantic cache", "Cache theo ngữ nghĩa")


@pytest.mark.parametrize(
    ("typed", "back"),
    [
        ("semantic cache", "A semantic cache"),
        ("SEMANTIC  cache.", "A semantic cache"),
        ("bo nho dem", "bộ nhớ đệm"),
        ("modelId", "Only… `modelId`".removeprefix("Only… ")),
        ("guide", "the [guide](https://example.com/x)"),
        ("1024 tokens", "1,024 tokens"),
        ("1.024 tokens", "1,024 tokens"),
        ("0,5", "0.5"),
        ("6GB", "6 GB"),
        ("max tokens", "`max_tokens`"),
        ("cold-start", "cold start"),
        ("coldstart", "cold start"),
    ],
)
def test_the_same_in_other_letters_is_right(typed: str, back: str) -> None:
    assert check(typed, Text.once(back), Lang.EN).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("typed", "back", "slip"),
    [
        ("quantisation", "quantization", Slip("quantisation", "quantization")),
        ("tensor paralelism", "tensor parallelism", Slip("paralelism", "parallelism")),
        ("thougrhput", "throughput", Slip("thougrhput", "throughput")),
        ("waits in teh queue now", "waits in queue now", None),
        ("bacth inference", "batch inference", Slip("bacth", "batch")),
    ],
)
def test_a_slip_of_the_keys_is_near_and_named(typed: str, back: str, slip: Slip | None) -> None:
    found = check(typed, Text.once(back), Lang.EN)
    assert found.verdict is (Verdict.NEAR if slip else Verdict.WRONG)
    assert slip is None or found.slips == (slip,)


@pytest.mark.parametrize(
    ("typed", "back"),
    [
        ("", "cache"),
        ("?!", "cache"),
        ("15 minutes", "10 minutes"),
        ("minutes", "15 minutes"),
        ("1,024", "1,025"),
        ("0.5", "5"),
        ("llama 2", "llama 3"),
        ("llama2", "llama3"),
        ("router", "cascade"),
        ("flux", "flex"),
        ("prompt caching", "prefix caching"),
        ("not throttled", "throttled"),
    ],
)
def test_other_words_and_other_numbers_are_wrong(typed: str, back: str) -> None:
    assert check(typed, Text.once(back), Lang.EN).verdict is Verdict.WRONG


def test_either_language_will_do_and_the_closer_one_is_told() -> None:
    assert check("cache theo ngu nghia", BOTH, Lang.EN)[:2] == (Verdict.RIGHT, Lang.VI)
    assert check("semantic cache", BOTH, Lang.VI)[:2] == (Verdict.RIGHT, Lang.EN)
    assert check("cache theo nghia", BOTH, Lang.EN)[:2] == (Verdict.WRONG, Lang.EN)


def test_letters_written_as_a_base_and_a_mark_are_the_same() -> None:
    assert check("ngu\u031b\u0303 nghi\u0303a", Text("x", "ngữ nghĩa"), Lang.VI).verdict == "right"


@given(st.text(min_size=1).filter(lambda said: any(map(str.isalpha, said))), st.sampled_from(Lang))
def test_what_the_card_says_is_right_in_capitals_too(back: str, lang: Lang) -> None:
    plain = Text.once(f"x {back}")
    assert check(plain.en, plain, lang).verdict is Verdict.RIGHT
    if back.isascii():
        assert check(plain.en.upper(), plain, lang).verdict is Verdict.RIGHT


@given(st.text(), st.text(min_size=1))
def test_anything_may_be_typed(typed: str, back: str) -> None:
    assert check(typed, Text.once(back), Lang.EN).verdict in Verdict
