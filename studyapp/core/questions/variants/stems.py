"""How a situation is told: the sentences of a stem, alike in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.questions.form import StatedFact
from studyapp.core.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from random import Random

    from studyapp.core.advising.facts import Facts
    from studyapp.core.questions.variants.fragments import Closing, Company
    from studyapp.core.questions.variants.ground import Ground, Telling

WORDS: Final = (40, 110)
"""English words of a stem with its closing sentence, the fewest and the most."""
SLOT: Final = re.compile(r"\{([a-z0-9-]+)\}")
MARKED: Final = re.compile("«(.*?)»")
_SIGNS: Final = re.compile(r"[\ue000-\uefff]")
_FIRST_SIGN: Final = 0xE000
"""Private signs, a pair for each fact, stand around the words that state it until all is joined."""
AND: Final = Text(", and ", ", và ")
_JOINTS: Final = (AND, AND, Text("; ", "; "))
_AGAIN: Final = {"company": Text("it", "họ"), "users": Text("they", "họ")}
"""What stands for a name that its sentence has already said."""
_MOST_SENTENCES: Final = 4


class Story(NamedTuple):
    """What a question tells before its answers."""

    stem: Text
    asks: Text
    facts: tuple[StatedFact, ...]


class Teller:
    """Tells the situations of one decision."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        order = ground.wording.order
        self._groups = {name: at for at, group in enumerate(order) for name in group}
        self._places = {name: at for at, name in enumerate(self._groups)}

    def tell(self, facts: Facts, closing: Closing, chance: Random) -> Story | None:
        """Tell of some company that has these facts; None where that is too short or too long.

        The closing sentence states the qualifier, if one is among the facts.
        """
        told = self._told(facts)
        ways = {
            name: _signed(_way(telling, chance), at)
            for at, (name, telling) in enumerate(told.items())
        }
        sentences = self._sentences(told, ways, chance)
        if not sentences:
            return None
        company = chance.choice(self._ground.suited(facts))
        asks = _signed(closing.text, len(told))
        stem = _written(sentences, company)
        wording = self._ground.wording
        has_aim = wording.problem is None or wording.problem in facts
        if wording.asides and not (has_aim and _count(stem, asks) >= WORDS[0]):
            stem = _written([*sentences, chance.choice(wording.asides)], company)
        if not WORDS[0] <= _count(stem, asks) <= WORDS[1]:
            return None
        stated = tuple(self._stated(facts, told, stem, asks))
        return Story(_bare(stem), _bare(asks), stated)

    def _told(self, facts: Facts) -> dict[str, Telling]:
        """How each fact is told that has a phrase, in the order of telling."""
        known = {name: self._ground.tellings.get((name, fact)) for name, fact in facts.items()}
        told = {name: telling for name, telling in known.items() if telling is not None}
        last = len(self._places)
        return dict(sorted(told.items(), key=lambda each: self._places.get(each[0], last)))

    def _sentences(
        self, told: Mapping[str, Telling], ways: Mapping[str, Text], chance: Random
    ) -> list[Text]:
        """The opening and what follows it; nothing where no opening states what it should."""
        nouns = {name for name, telling in told.items() if telling.phrases.is_noun}
        fitting = [
            opening
            for opening in self._ground.wording.openings
            if {f"the-{name}" for name in nouns} == _trait_slots(opening)
        ]
        if not fitting:
            return []
        said = {f"the-{name}": ways[name] for name in nouns}
        opening = _filled(chance.choice(fitting), said)
        runs = self._runs({name: told[name] for name in told if name not in nouns})
        return [opening, *(_joined([ways[name] for name in run], chance) for run in runs)]

    def _runs(self, told: Mapping[str, Telling]) -> list[list[str]]:
        """Which clauses share a sentence: two of one group, and others if there are many."""
        runs = [[name] for name in told]
        long = {name for name, telling in told.items() if telling.phrases.is_long}
        for is_choosy in (True, False):
            at = 0
            while at < len(runs) - 1 and (is_choosy or len(runs) >= _MOST_SENTENCES):
                one, other = runs[at], runs[at + 1]
                are_short = len(one) == len(other) == 1 and long.isdisjoint(one + other)
                if are_short and (not is_choosy or self._group(*one) == self._group(*other)):
                    runs[at : at + 2] = [one + other]
                at += 1
        return runs

    def _group(self, name: str) -> int:
        return self._groups.get(name, -1)

    def _stated(
        self, facts: Facts, told: Mapping[str, Telling], stem: Text, asks: Text
    ) -> Iterator[StatedFact]:
        for at, (name, telling) in enumerate(told.items()):
            yield StatedFact(trait=name, value=telling.value, says=_between(stem, at))
        for name in facts.keys() - told.keys():
            yield StatedFact(trait=name, value=facts[name], says=_between(asks, len(told)))


def _trait_slots(opening: Text) -> set[str]:
    return {slot for slot in SLOT.findall(opening.en) if slot.startswith("the-")}


def _way(telling: Telling, chance: Random) -> Text:
    way = chance.choice(telling.phrases.ways)
    return way if telling.amount is None else _filled(way, {"value": telling.amount.text})


def _joined(clauses: Sequence[Text], chance: Random) -> Text:
    joint = chance.choice(_JOINTS)
    return Text(*(joint[lang].join(clause[lang] for clause in clauses) for lang in Lang))


def _filled(text: Text, values: Mapping[str, Text]) -> Text:
    """Fill the slots that have a value."""

    def fill(lang: Lang) -> str:
        return SLOT.sub(
            lambda slot: values[slot[1]][lang] if slot[1] in values else slot[0], text[lang]
        )

    return Text(*map(fill, Lang))


def _written(sentences: Sequence[Text], company: Company) -> Text:
    """Sentences about a company, each with its capital and its full stop."""
    return Text(
        *(" ".join(_sentence(each[lang], company, lang) for each in sentences) for lang in Lang)
    )


def _sentence(words: str, company: Company, lang: Lang) -> str:
    said = set[str]()

    def name(slot: re.Match[str]) -> str:
        field = slot[1]
        again = field in said and field in _AGAIN
        said.add("company" if field == "who" else field)
        found: Text = _AGAIN[field] if again else getattr(company, field)
        return found[lang]

    return f"{_capital(SLOT.sub(name, words))}."


def _capital(words: str) -> str:
    at = next((at for at, sign in enumerate(words) if not _SIGNS.match(sign)), 0)
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]


def _signed(text: Text, at: int) -> Text:
    """Put the signs of the fact at some place around the words that state it."""
    before, after = (chr(_FIRST_SIGN + 2 * at + side) for side in (0, 1))
    return Text(*(MARKED.sub(f"{before}\\1{after}", text[lang]) for lang in Lang))


def _between(text: Text, at: int) -> Text:
    before, after = (chr(_FIRST_SIGN + 2 * at + side) for side in (0, 1))
    return _bare(Text(*(text[lang].partition(before)[2].partition(after)[0] for lang in Lang)))


def _bare(text: Text) -> Text:
    return Text(*(_SIGNS.sub("", text[lang]) for lang in Lang))


def _count(stem: Text, asks: Text) -> int:
    return len(f"{stem.en} {asks.en}".split())
