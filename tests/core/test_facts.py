"""Facts as a learner or an author writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.advising.facts import FactError, read_fact, read_facts, show_fact, write_fact
from studyapp.core.errors import UsageError
from studyapp.core.text import Text
from tests.core.decisions import SERVING

TRAITS = {trait.id: trait for trait in SERVING.traits}


def test_values_are_said_by_id_or_by_name_in_either_language_with_or_without_marks() -> None:
    interaction = TRAITS["interaction"]
    for said in ("live", "A person waits", "a PERSON waits", "Có người chờ", "co nguoi cho"):
        assert read_fact(interaction, said) == "live"
    assert read_facts(SERVING, {"interaction": "Chờ được", "traffic": "peaks"}) == {
        "interaction": "can-wait",
        "traffic": "peaks",
    }


def test_numbers_are_said_with_any_unit_of_their_kind_or_with_none() -> None:
    for said in ("40 MB", "40MB", "0,04 GB", "40", 40):
        assert read_facts(SERVING, {"payload": said}) == {"payload": 40.0}


def test_nothing_said_is_nothing_known() -> None:
    assert read_facts(SERVING, {}) == {}


def test_an_unknown_trait_is_answered_with_the_nearest() -> None:
    with pytest.raises(
        UsageError, match=r"`serving` has no trait `trafic`; did you mean `traffic`\?"
    ):
        read_facts(SERVING, {"trafic": "peaks"})
    with pytest.raises(UsageError, match=r"`serving` has no trait `zzz`$"):
        read_facts(SERVING, {"zzz": "peaks"})


def test_an_unknown_value_is_answered_with_the_nearest_and_with_all() -> None:
    said = "`traffic` cannot be `peak`; did you mean `peaks`?; it is one of rare, steady, peaks"
    with pytest.raises(UsageError) as refused:
        read_facts(SERVING, {"traffic": "peak"})
    assert str(refused.value) == said
    with pytest.raises(UsageError, match="cannot be `7`; it is one of rare, steady, peaks"):
        read_facts(SERVING, {"traffic": 7})


@pytest.mark.parametrize("said", ["forty", "40 s", "-40 MB", ""])
def test_no_number_is_answered_with_the_trait_and_the_units(said: str) -> None:
    with pytest.raises(UsageError, match=r"`payload`: .*`10 MB`"):
        read_facts(SERVING, {"payload": said})


@pytest.mark.parametrize("said", [0, -1, "0", "0.0 GB"])
def test_a_number_is_more_than_nothing(said: str | float) -> None:
    with pytest.raises(UsageError, match="`payload` must be a number above 0"):
        read_facts(SERVING, {"payload": said})


def test_a_fact_is_shown_in_both_languages() -> None:
    assert show_fact(TRAITS["interaction"], "live") == Text("A person waits", "Có người chờ")
    assert show_fact(TRAITS["payload"], 1500.0) == Text.once("1.5 GB")


def test_what_is_not_understood_is_answered_in_both_languages() -> None:
    with pytest.raises(FactError) as refused:
        read_facts(SERVING, {"trafic": "peaks"})
    assert refused.value.said.vi == (
        "`serving` không có dữ kiện `trafic`; có phải ý bạn là `traffic`?"
    )
    with pytest.raises(FactError) as refused:
        read_facts(SERVING, {"payload": "40 s"})
    assert refused.value.said.vi.startswith("`payload`: `s` không phải đơn vị dùng ở đây")


@given(number=st.integers(1, 9_999).map(float), value=st.sampled_from(("rare", "steady", "peaks")))
def test_what_is_written_is_read_back(number: float, value: str) -> None:
    assert read_fact(TRAITS["payload"], write_fact(TRAITS["payload"], number)) == number
    assert read_fact(TRAITS["traffic"], write_fact(TRAITS["traffic"], value)) == value
