"""The queue of a session: what is asked, in which order, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date
    from random import Random

    from studyapp.core.cards.deck import Item
    from studyapp.core.history.standing import Standing
    from studyapp.core.scheduling.quota import Quota

_RETURNS_AFTER: Final = 7
"""Items between a miss and its second try, if there are as many."""
_RUN: Final = 4
"""Items of one pair in a row, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A part of the deck; what is not said leaves nothing out."""

    skills: Collection[str] = ()
    tags: Collection[str] = ()
    """Any of them."""
    kinds: Collection[str] = ()
    keys: Collection[str] = ()
    flagged: bool = False
    """Only items that are flagged."""
    forgotten: bool = False
    """Only items that were forgotten today."""

    def holds(self, item: Item, standing: Standing, today: date) -> bool:
        """Whether an item belongs to it."""
        return (
            (not self.skills or item.skill in self.skills)
            and (not self.tags or not set(self.tags).isdisjoint(item.tags))
            and (not self.kinds or item.kind in self.kinds)
            and (not self.keys or item.key in self.keys)
            and (not self.flagged or standing.is_flagged)
            and (not self.forgotten or standing.is_forgotten_on(today))
        )


@dataclass(frozen=True, slots=True)
class Drill:
    """A session under way; each answer gives a new one, so that the one before can be kept."""

    waiting: tuple[Item, ...]
    """What is still to ask, the current item first."""
    done: tuple[str, ...] = ()
    """Keys of the items that are through."""
    missed: frozenset[str] = frozenset()
    """Keys of the items that were missed and come, or came, back."""

    @property
    def current(self) -> Item | None:
        """What is asked now; None at the end."""
        return self.waiting[0] if self.waiting else None

    def answered(self, *, known: bool) -> Drill:
        """Go on: what was known is through, what was not comes back later."""
        if not self.waiting:
            return self
        item, *rest = self.waiting
        if known:
            return replace(self, waiting=tuple(rest), done=(*self.done, item.key))
        rest.insert(_RETURNS_AFTER, item)
        return replace(self, waiting=tuple(rest), missed=self.missed | {item.key})

    def skipped(self) -> Drill:
        """Go on without an answer: the item is suspended, buried or left for another day."""
        return replace(self, waiting=self.waiting[1:])


def cards_in(minutes: float, seconds: float) -> int:
    """How many items fit into a session, at the seconds one takes: at least one."""
    return max(1, int(60 * minutes / seconds))


def scheduled(
    items: Sequence[Item],
    standings: Mapping[str, Standing],
    quota: Quota,
    today: date,
    chance: Random,
    *,
    part: Slice | None = None,
    cards: int | None = None,
) -> Drill:
    """A session of what today asks for: what is due, then the final pass, then what is new.

    Of siblings only the first is asked, the others another day. `cards` is the most to ask.
    `chance`, seeded, gives the order.
    """
    part = part or Slice()
    by_key = {
        item.key: item
        for item in items
        if not standings[item.key].is_suspended
        and standings[item.key].buried != today.isoformat()
        and part.holds(item, standings[item.key], today)
    }
    groups: set[str] = set()
    room, queue = cards, []
    for keys in ((*quota.due, *quota.final), quota.new):
        chosen = _alone((by_key[key] for key in keys if key in by_key), groups)[:room]
        queue += _arranged(chosen, chance)
        room = None if room is None else room - len(chosen)
    return Drill(tuple(queue))


def crammed(
    items: Iterable[Item],
    standings: Mapping[str, Standing],
    today: date,
    chance: Random,
    *,
    part: Slice | None = None,
    cards: int | None = None,
) -> Drill:
    """A session of a part of the deck, due or not, whose answers leave the schedule alone."""
    part = part or Slice()
    held = [
        item
        for item in items
        if not standings[item.key].is_suspended and part.holds(item, standings[item.key], today)
    ]
    chance.shuffle(held)
    return Drill(tuple(_arranged(_alone(held, set())[:cards], chance)))


def _alone(items: Iterable[Item], groups: set[str]) -> list[Item]:
    """The items without those that have a sibling before them."""
    chosen = []
    for item in items:
        if item.group not in groups:
            groups.add(item.group)
            chosen.append(item)
    return chosen


def _arranged(items: Iterable[Item], chance: Random) -> list[Item]:
    """The items in random order, those that are easily confused next to each other."""
    pairs: dict[str, list[Item]] = {}
    for item in items:
        pairs.setdefault(item.pair or item.key, []).append(item)
    runs: list[list[Item]] = []
    for confusable in pairs.values():
        chance.shuffle(confusable)
        taken = _by_turns(confusable)
        runs += (taken[at : at + _RUN] for at in range(0, len(taken), _RUN))
    chance.shuffle(runs)
    return [item for run in runs for item in run]


def _by_turns(items: Iterable[Item]) -> list[Item]:
    """The items of a pair, one of each side in turn."""
    sides: dict[int, list[Item]] = {}
    for item in items:
        sides.setdefault(item.side, []).append(item)
    turns = zip_longest(*sides.values())
    return [item for turn in turns for item in turn if item is not None]
