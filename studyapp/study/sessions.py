"""What can be studied now, and how a session of it begins."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Literal, NamedTuple

from studyapp.core.cards.drill import Slice, crammed, scheduled
from studyapp.core.fold import fold
from studyapp.core.scheduling.quota import Quota
from studyapp.core.text import Lang
from studyapp.study.choices import cards_of, session_of
from studyapp.study.reviewing import Review

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.core.cards.deck import Item
    from studyapp.study.learning import Learning

What = Literal["today", "due", "new", "all"]
"""What of a part of the deck: what today asks for, or of that only what is due or new; or all of
it, which leaves the schedule alone."""


class Part(NamedTuple):
    """A named part of the deck that can be studied by itself."""

    name: str
    """As the pack or the deck has it: the id of a skill, a tag, a kind."""
    slice: Slice
    today: int
    """Items of it that today asks for."""
    items: int
    """All of its items."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to study at a moment."""

    quota: Quota
    """What today asks for."""
    flagged: int
    forgotten: int
    """Items that were forgotten today."""
    suspended: tuple[Item, ...]
    leeches: tuple[Item, ...]
    """Items that are forgotten again and again, and not suspended."""


def offer(learning: Learning) -> Offer:
    """What there is to study now."""
    progress, today = learning.progress, learning.today
    flagged = forgotten = 0
    suspended, leeches = [], []
    for item in learning.items:
        standing = progress.standing(item.key)
        if standing.is_suspended:
            suspended.append(item)
            continue
        flagged += standing.is_flagged
        forgotten += standing.is_forgotten_on(today)
        memory = progress.memory(item.key)
        if memory is not None and memory.is_leech:
            leeches.append(item)
    return Offer(learning.quota(), flagged, forgotten, tuple(suspended), tuple(leeches))


def parts(learning: Learning, by: Literal["skill", "tag", "kind"]) -> tuple[Part, ...]:
    """The parts of the deck by skill, tag or kind, those with the most items first."""
    quota = learning.quota()
    asked = {*quota.due, *quota.final, *quota.new}
    items, today = Counter[str](), Counter[str]()
    for item in learning.items:
        if learning.progress.standing(item.key).is_suspended:
            continue
        for name in _names(item, by):
            items[name] += 1
            today[name] += item.key in asked
    named = (name for name, _ in items.most_common() if name)
    return tuple(Part(name, _slice(by, name), today[name], items[name]) for name in named)


def found(learning: Learning, asked: str) -> tuple[Item, ...]:
    """The items that hold every word asked for, with or without marks, in either language."""
    wanted = fold(asked).split()
    if not wanted:
        return ()
    said = ((item, _folded(item)) for item in learning.items)
    return tuple(item for item, words in said if all(word in words for word in wanted))


def begin(
    learning: Learning,
    what: What,
    part: Slice | None = None,
) -> Review:
    """A session, no longer than the learner's sessions are."""
    chance = Random(int(learning.clock.now().timestamp() * 1000))  # noqa: S311 -- an order, not a secret
    items, standings, today = learning.items, learning.standings(), learning.today
    most = cards_of(session_of(learning.progress.settings), learning.pace)
    if what == "all":
        drill = crammed(items, standings, today, chance, part=part, cards=most)
    else:
        quota = _only(learning.quota(), what)
        drill = scheduled(items, standings, quota, today, chance, part=part, cards=most)
    return Review(learning, drill, crammed=what == "all")


def keys_of(items: Iterable[Item]) -> Slice:
    """The part of the deck that is these items; they must be some."""
    return Slice(keys=frozenset(item.key for item in items))


def _only(quota: Quota, what: What) -> Quota:
    match what:
        case "due":
            return quota._replace(new=())
        case "new":
            return Quota((), (), quota.new)
        case _:
            return quota


def _names(item: Item, by: str) -> tuple[str, ...]:
    named: Mapping[str, tuple[str, ...]] = {
        "skill": (item.skill,),
        "tag": item.tags,
        "kind": (item.kind,),
    }
    return named[by]


def _slice(by: str, name: str) -> Slice:
    match by:
        case "skill":
            return Slice(skills={name})
        case "tag":
            return Slice(tags={name})
        case _:
            return Slice(kinds={name})


def _folded(item: Item) -> str:
    return fold(" ".join(text[lang] for text in (item.front, item.back) for lang in Lang))
