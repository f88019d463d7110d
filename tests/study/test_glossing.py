"""Terms are found in a text whatever their form, and only as whole words."""

from __future__ import annotations

from studyapp.core.glossary import Term
from studyapp.core.text import Text
from studyapp.study.glossing import terms_in


def term(en: str, vi: str, *forms: str) -> Term:
    return Term(
        id=f"term-{en.replace(' ', '-').lower()}",
        en=en,
        vi=vi,
        forms=forms,
        writing="both",
        definition=Text.once(en),
    )


UNIT = term("model unit", "đơn vị mô hình", "MU")
DELAY = term("latency", "độ trễ")
POINT = term("endpoint", "điểm gọi model")


def found(en: str, vi: str) -> list[str]:
    return [term.en for term in terms_in(Text(en, vi), (UNIT, DELAY, POINT))]


def test_terms_come_in_the_order_in_which_they_stand() -> None:
    assert found("An endpoint has low latency.", "x") == ["endpoint", "latency"]


def test_either_language_and_any_form_will_do() -> None:
    assert found("x", "Độ trễ thấp") == ["latency"]
    assert found("Two MUs are two model units.", "x") == ["model unit"]
    assert found("Endpoints", "x") == ["endpoint"]


def test_a_part_of_a_word_is_no_term() -> None:
    assert found("a mutex", "muộn") == []


def test_a_short_form_counts_only_in_its_own_case() -> None:
    assert found("mu", "x") == []
    assert found("MU", "x") == ["model unit"]


def test_a_term_inside_a_longer_one_does_not_count() -> None:
    tier, base = term("tier", "tầng"), term("infrastructure", "hạ tầng")
    assert terms_in(Text("x", "hạ tầng"), (tier, base)) == (base,)
    assert terms_in(Text("x", "hạ tầng, tầng"), (tier, base)) == (base, tier)
