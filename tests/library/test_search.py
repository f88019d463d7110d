"""Search: both languages, with or without marks, ranked, the hit in context."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studyapp.core.fold import fold
from studyapp.core.text import Lang
from studyapp.library.builtin import builtin_pack
from studyapp.library.compiled import CompiledPack

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.core.ports import Hit


@pytest.fixture(scope="module")
def pack(cache: Path) -> CompiledPack:
    return CompiledPack(builtin_pack(), cache / "studyapp")


def found(hit: Hit) -> list[str]:
    return [fold(hit.context[start:end]) for start, end in hit.marks]


@pytest.mark.parametrize("asked", ["triển khai", "trien khai", "TRIỂN KHAI", "  triển   khai "])
def test_vietnamese_is_found_with_and_without_marks(pack: CompiledPack, asked: str) -> None:
    hits = pack.search(asked, 10)
    assert hits
    assert all(hit.lang is Lang.VI for hit in hits)
    assert any("triển khai" in hit.context.lower() for hit in hits)


def test_d_finds_the_stroked_letter(pack: CompiledPack) -> None:
    assert any("độ trễ" in hit.context for hit in pack.search("do tre", 40))


def test_both_languages_are_searched_at_once(pack: CompiledPack) -> None:
    assert {hit.lang for hit in pack.search("throughput", 40)} == set(Lang)


def test_a_title_ranks_before_a_mention(pack: CompiledPack) -> None:
    first = pack.search("cascading", 10)[0]
    assert "cascading" in fold(first.title[first.lang])


def test_every_word_must_be_there_and_the_last_may_be_unfinished(pack: CompiledPack) -> None:
    hits = pack.search("provisioned through", 20)
    assert hits
    for hit in hits:
        assert {"provisioned", "through"} & set(found(hit))
    assert pack.search("provisioned zebra", 20) == ()


@pytest.mark.parametrize(
    "asked", ["", "   ", '"', "AND", "-", "a:b*", "'); DROP TABLE said;--", "()"]
)
def test_whatever_is_typed_is_words_and_never_syntax(pack: CompiledPack, asked: str) -> None:
    for hit in pack.search(asked, 5):
        assert hit.section or hit.block


def test_the_hit_stands_in_its_context(pack: CompiledPack) -> None:
    for hit in pack.search("quota", 20):
        assert hit.marks
        assert set(found(hit)) == {"quota"}
        assert len(hit.context) <= 80


def test_a_block_is_found_once(pack: CompiledPack) -> None:
    places = [(hit.section, hit.block) for hit in pack.search("bedrock", 40)]
    assert len(places) == len(set(places)) == 40


def test_every_hit_in_a_section_leads_to_it(pack: CompiledPack) -> None:
    for hit in pack.search("sagemaker", 40):
        if hit.section:
            held = pack.holder(hit.block.partition(":")[0])
            assert held == hit.section
