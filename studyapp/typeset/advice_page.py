"""A whole piece of advice as plain text, to be copied and sent to somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.prose import plain
from studyapp.typeset.advising import advice_lines
from studyapp.typeset.changes import fact_text, trait_of
from studyapp.words import advice as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studyapp.core.advising.advice import Advice
    from studyapp.core.pack import Source
    from studyapp.core.text import Lang


def source_ids(advice: Advice) -> tuple[str, ...]:
    """The sources behind every reason given, each once."""
    reasons = (r for layer in advice.layers for s in layer.standings for r in s.reasons)
    return tuple(dict.fromkeys(name for reason in reasons for name in reason.rule.sources))


def advice_page(advice: Advice, sources: Mapping[str, Source], lang: Lang) -> str:
    """Facts, answers with their reasons, and sources, in one language."""
    return "\n".join(_lines(advice, sources, lang)) + "\n"


def _lines(advice: Advice, sources: Mapping[str, Source], lang: Lang) -> Iterator[str]:
    decision = advice.decision
    yield plain(decision.title[lang])
    yield plain(decision.question[lang])
    yield ""
    known = (
        (advice.stated, None),
        (advice.assumed, words.ASSUMED),
        (advice.derived, words.DERIVED),
    )
    for facts, how in known:
        for name, fact in facts.items():
            said = fact_text(trait_of(decision, name), fact)
            told = said if how is None else words.TAGGED.format(words=said, tag=how)
            yield f"- {plain(told[lang])}"
    for line in advice_lines(advice):
        if line.depth == 0:
            yield ""
        yield "  " * line.depth + plain(line.text[lang])
    yield ""
    yield words.FOLLOWS[lang]
    for source in sources.values():
        dated = words.SOURCE.format(title=source.title, date=source.checked_at.isoformat())
        yield f"- {plain(dated[lang])} {source.url}"
