"""Whether fragments can tell every fact and option that is asked about, and fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.questions.bias.telltale import names
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.questions.variants.fragments import Company, Wording
from studyapp.core.questions.variants.stems import MARKED, SLOT
from studyapp.core.text import Lang
from studyapp.core.texts import texts
from studyapp.library.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from studyapp.core.advising.decision import Decision
    from studyapp.core.pack import Pack
    from studyapp.core.text import Text
    from studyapp.library.load import Loaded
    from studyapp.library.walk import Place

_OF_COMPANY: Final = frozenset({"who", "company", "does", "users", "items", "item"})
_LANGUAGES: Final = {Lang.EN: "English", Lang.VI: "Vietnamese"}
_FEWEST_WAYS: Final = 2
"""Ways of saying an answer: with one alone, its length would tell whether it is right."""


def unspoken(loaded: Loaded) -> Iterator[Finding]:
    """P0901 to P0905: what fragments leave out, and phrases that do not join or are not alike."""
    if loaded.pack is None:
        return
    decisions = {decision.id: decision for decision in loaded.pack.decisions}
    stated = _stated(loaded.pack)
    companies = [each for each in loaded.pack.fragments if isinstance(each, Company)]
    suits = {name for company in companies for name in company.suits}
    for item in (item for file in loaded.files for item in file.items):
        value = item.value
        if isinstance(value, Company):
            for text in texts(value):
                yield from _misjoined(item.place, text, slots=(), marks=0)
        elif isinstance(value, Wording) and value in loaded.pack.fragments:
            if decision := decisions.get(value.decision):
                yield from _missing(item.place, value, decision, stated.get(decision.id, {}))
            yield from _unsuited(item.place, value, suits)
            yield from _unfit(item.place, value)
            yield from _unlike(item.place, value)


def _stated(pack: Pack) -> dict[str, dict[str, str]]:
    """By decision and trait, a question that states it."""
    found: dict[str, dict[str, str]] = {}
    for question in pack.questions:
        if isinstance(question, ChoiceQuestion) and question.decision:
            for fact in question.facts:
                found.setdefault(question.decision, {}).setdefault(fact.trait, question.id)
    return found


def _missing(
    place: Place, wording: Wording, decision: Decision, stated: Mapping[str, str]
) -> Iterator[Finding]:
    """P0901: options, facts and closing sentences that cannot be told."""
    proposed = {proposal.option for proposal in wording.proposals}
    for option in decision.options:
        if option.id not in proposed:
            message = f"nothing says how an answer proposes `{option.id}`"
            yield Finding(code="P0901", message=message, place=place / "proposals")
    qualifier = decision.qualifier.trait if decision.qualifier else None
    told = {phrases.trait for phrases in wording.phrases}
    for trait, question in stated.items():
        if trait not in told and trait != qualifier:
            message = f"nothing says how `{trait}` is stated, which `{question}` asks about"
            yield Finding(code="P0901", message=message, place=place / "phrases")
    placed = {name for group in wording.order for name in group}
    nouns = {phrases.trait for phrases in wording.phrases if phrases.is_noun}
    for trait in sorted(told - nouns - placed):
        message = f"`{trait}` has no place in the order of telling"
        yield Finding(code="P0901", message=message, place=place / "order")
    closed = {closing.value for closing in wording.closings}
    values = [value.id for t in decision.traits if t.id == qualifier for value in t.values]
    for name in (name for name in (None, *values) if name not in closed):
        said = "nothing" if name is None else f"`{name}`"
        message = f"no closing sentence asks for {said} in particular"
        yield Finding(code="P0901", message=message, place=place / "closings")


def _unsuited(place: Place, wording: Wording, suits: Collection[str]) -> Iterator[Finding]:
    """P0902: phrases that can be said of no company."""
    needed = [(place / "needs" / at, name) for at, name in enumerate(wording.needs)]
    for index, phrases in enumerate(wording.phrases):
        where = place / "phrases" / index / "needs"
        needed += [(where / at, name) for at, name in enumerate(phrases.needs)]
    for spot, name in needed:
        if name not in suits:
            yield Finding(code="P0902", message=f"no company suits `{name}`", place=spot)


def _unfit(place: Place, wording: Wording) -> Iterator[Finding]:
    """P0903, P0904: what cannot be filled in, and facts without the words that state them."""
    for index, phrases in enumerate(wording.phrases):
        slots = {*_OF_COMPANY, "value"} if phrases.amounts else _OF_COMPANY
        for at, way in enumerate(phrases.ways):
            where = place / "phrases" / index / "ways" / at
            yield from _misjoined(where, way, slots, marks=1)
            if len(phrases.amounts) > 1 and "value" not in SLOT.findall(way.en):
                message = "the amount is said nowhere: `{value}` stands for it"
                yield Finding(code="P0903", message=message, place=where)
    nouns = {f"the-{phrases.trait}" for phrases in wording.phrases if phrases.is_noun}
    for at, opening in enumerate(wording.openings):
        yield from _misjoined(place / "openings" / at, opening, _OF_COMPANY | nouns, marks=0)
    opened = {slot for opening in wording.openings for slot in SLOT.findall(opening.en)}
    for name in sorted(nouns - opened):
        message = f"no opening has `{{{name}}}`"
        yield Finding(code="P0903", message=message, place=place / "openings")
    for at, aside in enumerate(wording.asides):
        yield from _misjoined(place / "asides" / at, aside, _OF_COMPANY, marks=0)
    for at, closing in enumerate(wording.closings):
        marks = 0 if closing.value is None else 1
        yield from _misjoined(place / "closings" / at / "text", closing.text, (), marks=marks)
    for index, proposal in enumerate(wording.proposals):
        for at, text in enumerate(proposal.texts):
            where = place / "proposals" / index / "texts" / at
            yield from _misjoined(where, text, (), marks=0)


def _misjoined(place: Place, text: Text, slots: Iterable[str], *, marks: int) -> Iterator[Finding]:
    found = {lang: set(SLOT.findall(text[lang])) for lang in Lang}
    for name in sorted(set().union(*found.values()).difference(slots)):
        yield Finding(code="P0903", message=f"nothing fills `{{{name}}}` here", place=place)
    for name in sorted(found[Lang.EN] ^ found[Lang.VI]):
        message = f"`{{{name}}}` stands in one language only"
        yield Finding(code="P0903", message=message, place=place)
    for lang, named in _LANGUAGES.items():
        count = len(MARKED.findall(text[lang]))
        if count != marks:
            message = f"{named}: {count} phrases stand between « and », not {marks}"
            yield Finding(code="P0904", message=message, place=place)


def _unlike(place: Place, wording: Wording) -> Iterator[Finding]:
    """P0905: answers that are told from each other by the way they are said."""
    for index, proposal in enumerate(wording.proposals):
        where = place / "proposals" / index / "texts"
        if len(proposal.texts) < _FEWEST_WAYS:
            message = f"`{proposal.option}` is said in one way only"
            yield Finding(code="P0905", message=message, place=where, severity="warning")
        for lang, named in _LANGUAGES.items():
            said = [set(names(text[lang])) for text in proposal.texts]
            for at, found in enumerate(said):
                if differing := found ^ said[0]:
                    listed = ", ".join(f"`{name}`" for name in sorted(differing))
                    message = f"{named}: not every way names {listed}"
                    yield Finding(
                        code="P0905", message=message, place=where / at, severity="warning"
                    )
