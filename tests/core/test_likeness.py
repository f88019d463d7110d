"""Texts that say almost the same are found, and no others."""

from __future__ import annotations

from itertools import combinations
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.questions.bias.likeness import likeness, pairs, shingles, vocabulary

TEXTS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=8), max_size=12)


@given(TEXTS, st.sampled_from((0.2, 1 / 3, 0.5, 0.8, 1.0)))
def test_every_like_pair_is_found_without_comparing_all(
    texts: list[frozenset[str]], least: float
) -> None:
    found = [(pair.earlier, pair.later) for pair in pairs(texts, least)]
    compared = [
        (one, other)
        for one, other in combinations(range(len(texts)), 2)
        if likeness(texts[one], texts[other]) >= least
    ]

    assert sorted(found) == compared


def test_shingles_are_runs_of_three_folded_words() -> None:
    assert shingles("Một GPU, 45 GiB") == {"mot gpu 45", "gpu 45 gib"}
    assert shingles("Một GPU") == shingles(normalize("NFD", "Một GPU")) == {"mot gpu"}
    assert shingles("…") == frozenset()
    assert vocabulary("GPU gpu 45") == {"gpu", "45"}


@given(st.text(), st.text())
def test_likeness_is_mutual(one: str, other: str) -> None:
    assert likeness(shingles(one), shingles(other)) == likeness(shingles(other), shingles(one))
    assert likeness(shingles(one), shingles(one)) in (0, 1)
