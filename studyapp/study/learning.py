"""`Learning` joins what a pack has to review with what the learner did."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Final

from studyapp.core.cards.deck import deck
from studyapp.core.history.events import (
    Answered,
    Buried,
    Carded,
    Flagged,
    Linked,
    Restarted,
    Reviewed,
    Suspended,
    Undone,
)
from studyapp.core.history.tallies import total
from studyapp.core.questions.carding import KIND, card_key, card_of
from studyapp.core.questions.shown import case_of
from studyapp.core.scheduling.plan import plan
from studyapp.core.scheduling.quota import State, quota
from studyapp.study.choices import UNLESS_SET, exam_of, limits_of
from studyapp.study.past import Past

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, tzinfo

    from studyapp.core.cards.deck import Item
    from studyapp.core.history.events import Event
    from studyapp.core.history.progress import Progress
    from studyapp.core.history.standing import Standing
    from studyapp.core.ports import Clock, EventStore, PackReader
    from studyapp.core.questions.form import Case, Question
    from studyapp.core.scheduling.plan import Plan
    from studyapp.core.scheduling.quota import Limits, Quota

_OF_ITEMS: Final = {
    act.kind for act in (Reviewed, Answered, Carded, Flagged, Suspended, Buried, Restarted)
}
_PACE_DAYS: Final = 30
_PACE_REVIEWS: Final = 30
"""Answers before the learner's own pace is known."""
_PACE_RANGE: Final = (4.0, 60.0)
"""Seconds."""


class Learning(Past):
    """What one learner has to review, and how it stands."""

    def __init__(
        self,
        pack: PackReader,
        open_history: Callable[[], EventStore],
        clock: Clock,
        zone: tzinfo,
    ) -> None:
        super().__init__(open_history, clock, zone)
        self._pack = pack

    # --- the deck and the bank

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Everything there is to review, in the author's order, then the cards made of questions.

        Those are known once the history is.
        """
        pack, outline = self._pack, self._pack.outline()
        skills = {entry.id: entry.skill for entry in outline}
        # The other sections are not read, for that would take longer than all the rest.
        pairs = [pack.section(entry.id) for entry in outline if entry.kind == "pair"]

        def skill_of(ref: str) -> str:
            return skills.get(pack.holder(ref) or "", "")

        return deck(self.pack_id, pack.cards(), pack.terms(), pairs, skill_of)

    def item(self, key: str) -> Item | None:
        """The item with a key, or that once had it; None when the pack has it no longer."""
        return self._by_key.get(self.aliases.get(key, key))

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question of the bank by ``pack/id``, in the author's order."""
        return {f"{self.pack_id}/{each.id}": each for each in self._pack.questions()}

    @cached_property
    def cases(self) -> dict[str, Case]:
        """The scenarios that several questions share, by id."""
        return self._pack.cases()

    def question(self, key: str) -> Question | None:
        """The question with a key, or that once had it; None when the bank has it no longer."""
        return self.questions.get(self.aliases.get(key, key))

    @cached_property
    def aliases(self) -> dict[str, str]:
        """The present key of each former one, of items and of questions."""
        found = {old: item.key for item in self.items for old in item.aliases}
        for key, question in self.questions.items():
            for alias in question.aliases:
                old = f"{self.pack_id}/{alias}"
                found |= {old: key, card_key(old): card_key(key)}
        return found

    @cached_property
    def pack_id(self) -> str:
        """What the keys of the pack begin with."""
        return self._pack.cover.id

    @cached_property
    def _by_key(self) -> dict[str, Item]:
        return {item.key: item for item in self.items}

    def _made(self) -> tuple[Item, ...]:
        """The cards that the learner made of questions."""
        standing = self.progress.standing
        return tuple(
            card_of(self.pack_id, question, case_of(question, self.cases))
            for key, question in self.questions.items()
            if standing(key).is_carded
        )

    def _make_cards(self) -> None:
        """Take in which questions are cards now."""
        written = tuple(item for item in self.items if item.kind != KIND)
        self.items = (*written, *self._made())
        self.__dict__.pop("_by_key", None)

    def _take(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        super()._take(events)
        if any(event.kind in (Carded.kind, Undone.kind) for event in events):
            self._make_cards()
        return events

    def wake(self) -> Progress:
        """Open and fold the history unless that is done; for any thread.

        What is asked for next, from the deck to the calendar, takes as long, and shall not keep a
        screen waiting either: it is made here as well.
        """
        with self._waking:
            is_first = not self.is_awake
            progress = super().wake()
            if is_first:
                self._make_cards()
                _ = self.states(), progress.calendar
            return progress

    # --- today and the days to come

    @property
    def exam(self) -> date | None:
        """The day of the exam, if the learner has set one."""
        return exam_of(self.progress.settings)

    @property
    def limits(self) -> Limits:
        """What the learner is willing to do in a day, at the learner's own pace."""
        return limits_of(self.progress.settings, self.pace)

    @property
    def pace(self) -> float:
        """Seconds that the learner takes for an item."""
        today = self.today
        done = total(self.progress.calendar, today - timedelta(days=_PACE_DAYS), today)
        if done.reviews < _PACE_REVIEWS or not done.milliseconds:
            return UNLESS_SET.seconds
        least, most = _PACE_RANGE
        return min(max(done.milliseconds / done.reviews / 1000, least), most)

    def states(self) -> tuple[State, ...]:
        """The items as a plan sees them, but for those suspended, or put off today."""
        progress, today = self.progress, self.today
        hidden = today.isoformat()
        held = (
            item
            for item in self.items
            if not (standing := progress.standing(item.key)).is_suspended
            and standing.buried != hidden
        )
        return tuple(
            State(
                item.key,
                item.skill,
                item.group,
                progress.memory_before(item.key, today),
                progress.memory(item.key),
            )
            for item in held
        )

    def plan(self, exam: date | None, limits: Limits) -> Plan:
        """The days to an exam within some limits; those that hold are `exam` and `limits`."""
        return plan(self.states(), self.today, exam, limits)

    def quota(self) -> Quota:
        """What is left to do today."""
        return quota(self.states(), self.today, self.exam, self.limits)

    def tomorrow(self) -> Quota:
        """What the next day asks for if nothing more is done today."""
        progress, day = self.progress, self.today + timedelta(days=1)
        shown = (item for item in self.items if not progress.standing(item.key).is_suspended)
        states = tuple(
            State(item.key, item.skill, item.group, memory, memory)
            for item, memory in ((item, progress.memory(item.key)) for item in shown)
        )
        return quota(states, day, self.exam, self.limits)

    # --- what became of items

    def standings(self) -> dict[str, Standing]:
        """How things stand with each item of the pack, by its key."""
        return {item.key: self.progress.standing(item.key) for item in self.items}

    def parked(self) -> tuple[str, ...]:
        """The keys of items in the history that the pack no longer has."""
        events = tuple(self.progress.ledger)
        linked = {str(event.body.get("old")) for event in events if event.kind == Linked.kind}
        keys = {event.item for event in events if event.kind in _OF_ITEMS and event.item}
        mine = (key for key in keys - linked if key.startswith(f"{self.pack_id}/"))
        gone = (key for key in mine if self.item(key) is None and self.question(key) is None)
        return tuple(sorted(gone))

    def changed(self) -> tuple[Item, ...]:
        """The items whose meaning has changed since they were last reviewed or restarted."""
        standing = self.progress.standing
        return tuple(item for item in self.items if 0 < standing(item.key).rev < item.rev)
