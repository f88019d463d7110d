"""What there is to review in a pack: its cards, its terms, and the rows that compare a pair.

Terms and rows are asked as the glossary and the notes say them, so no fact is written twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from studyapp.core.cards.form import BasicCard, ClozeCard, ListCard
from studyapp.core.notes import Table
from studyapp.core.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from studyapp.core.cards.form import Card
    from studyapp.core.glossary import Term
    from studyapp.core.notes import Row, Section

_BLANK: Final = re.compile(r"\[\[(\d+): *(.*?) *\]\]", re.DOTALL)
_HOLE: Final = "[…]"
_BACK: Final = "/back"
_ROW_FRONT: Final = Text(
    "In “{pair}”\n{side} · {aspect}: {hole}", "Trong “{pair}”\n{side} · {aspect}: {hole}"
)
"""The pair comes first: an aspect such as `the first call` means nothing without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to review: a front, and a back to recall."""

    key: str
    """``pack/id``; a part of a card adds its own name: ``pack/id/2``, ``pack/id/back``."""
    skill: str
    """Empty when it belongs to none."""
    kind: str
    """basic, reversible, cloze, list, sequence, term or row."""
    front: Text
    back: Text
    group: str
    """Items of one group are siblings: one gives away the other."""
    entries: tuple[Text, ...] = ()
    """The parts of the back of a list or sequence; none for other kinds."""
    reason: Text | None = None
    see: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    pair: str | None = None
    """The comparison page whose sides it helps to tell apart."""
    side: int = 0
    """Which side of the pair a row asks about, from 1; 0 when none in particular."""
    aliases: tuple[str, ...] = ()
    """Keys it had before; its history follows it."""
    rev: int = 1

    @property
    def digest(self) -> str:
        """16 hexadecimal digits that change with the words shown."""
        shown = (words for text in (self.front, self.back) for words in (text.en, text.vi))
        return blake2b("\0".join(shown).encode(), digest_size=8).hexdigest()


def deck(
    pack_id: str,
    cards: Iterable[Card],
    terms: Iterable[Term],
    pairs: Iterable[Section],
    skill_of: Callable[[str], str],
) -> tuple[Item, ...]:
    """Every item of a pack: cards, then terms, then rows of pairs.

    Within each skill the author's order holds; the cards of the skills are mixed evenly, so that
    whoever meets a few new ones a day meets all skills. `skill_of` gives the skill of the section
    that is or holds an id, empty when there is none.
    """
    return (
        *(item for card in _mixed(cards) for item in _of_card(f"{pack_id}/{card.id}", card)),
        *(item for term in terms for item in _of_term(f"{pack_id}/{term.id}", term, skill_of)),
        *(item for section in pairs for item in _of_pair(pack_id, section)),
    )


def _mixed(cards: Iterable[Card]) -> Iterator[Card]:
    """Each skill's cards at even distances from the first card to the last."""
    of_skill: dict[str, list[Card]] = {}
    for card in cards:
        of_skill.setdefault(card.skill, []).append(card)
    placed = [
        ((place + 0.5) / len(group), skill, card)
        for skill, group in of_skill.items()
        for place, card in enumerate(group)
    ]
    return (card for _, _, card in sorted(placed, key=itemgetter(0, 1)))


def blanks(words: str) -> dict[int, tuple[str, ...]]:
    """The words in the blanks of a cloze text, by the number of the blank."""
    found: dict[int, tuple[str, ...]] = {}
    for blank in _BLANK.finditer(words):
        number = int(blank[1])
        found[number] = (*found.get(number, ()), blank[2])
    return found


def _of_card(key: str, card: Card) -> Iterator[Item]:
    match card:
        case BasicCard():
            yield _card_item(key, card, card.front, card.back)
            if card.type == "reversible":
                yield _card_item(key, card, card.back, card.front, _BACK)
        case ListCard():
            back = _both(lambda lang: "\n".join(entry[lang] for entry in card.entries))
            yield replace(_card_item(key, card, card.front, back), entries=card.entries)
        case ClozeCard():
            for number in sorted(blanks(card.text.en).keys() & blanks(card.text.vi).keys()):
                front = _both(partial(_blanked, card.text, number))
                back = _both(partial(_blank, card.text, number))
                yield _card_item(key, card, front, back, f"/{number}")


def _card_item(key: str, card: Card, front: Text, back: Text, part: str = "") -> Item:
    pack_id = key.removesuffix(card.id)
    return Item(
        key=key + part,
        skill=card.skill,
        kind=card.type,
        front=front,
        back=back,
        group=key,
        reason=card.reason,
        see=card.see,
        sources=card.sources,
        tags=card.tags,
        pair=card.pair,
        aliases=tuple(pack_id + alias + part for alias in card.aliases),
        rev=card.rev,
    )


def _blanked(text: Text, number: int, lang: Lang) -> str:
    return _BLANK.sub(lambda blank: _HOLE if int(blank[1]) == number else blank[2], text[lang])


def _blank(text: Text, number: int, lang: Lang) -> str:
    return " … ".join(dict.fromkeys(blanks(text[lang])[number]))


def _of_term(key: str, term: Term, skill_of: Callable[[str], str]) -> Iterator[Item]:
    """English to Vietnamese and back; by its meaning where both write it alike."""
    skill = next(filter(None, map(skill_of, term.see)), "")
    name, other = Text.once(term.en), Text.once(term.vi)
    if term.en == term.vi:
        other = term.definition
    for front, back, part in ((name, other, ""), (other, name, _BACK)):
        yield Item(
            key=key + part,
            skill=skill,
            kind="term",
            front=front,
            back=back,
            group=key,
            reason=None if other is term.definition else term.definition,
            see=term.see,
        )


def _of_pair(pack_id: str, section: Section) -> Iterator[Item]:
    """What each side of a comparison has for each aspect, but for what the exam may not know."""
    for table in section.blocks:
        if isinstance(table, Table) and not table.newer:
            for row in table.rows:
                for side in range(1, len(row.cells)):
                    yield _row_item(pack_id, section, table, row, side)


def _row_item(pack_id: str, section: Section, table: Table, row: Row, side: int) -> Item:
    return Item(
        key=f"{pack_id}/{row.id}/{side}",
        skill=section.skill,
        kind="row",
        front=_ROW_FRONT.format(
            pair=section.title, side=table.columns[side], aspect=row.cells[0], hole=_HOLE
        ),
        back=row.cells[side],
        group=f"{pack_id}/{row.id}",
        reason=section.takeaway,
        see=(row.id,),
        sources=table.sources or section.sources,
        pair=section.id,
        side=side,
    )


def _both(say: Callable[[Lang], str]) -> Text:
    return Text(say(Lang.EN), say(Lang.VI))
