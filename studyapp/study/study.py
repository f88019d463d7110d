"""`Study` joins the pack and what the learner did with it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from studyapp.core.ports import Bookmark, group_of
from studyapp.study.leads import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import tzinfo

    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.decision import Scenario
    from studyapp.core.figures import FiguresFile
    from studyapp.core.glossary import Term
    from studyapp.core.notes import Section
    from studyapp.core.pack import Cover, Skill, Source
    from studyapp.core.ports import (
        Bookmarks,
        Clock,
        EventStore,
        Hit,
        OutlineEntry,
        PackReader,
    )
    from studyapp.core.questions.form import Misconception
    from studyapp.core.questions.variants.sisters import Variants
    from studyapp.core.text import Text
    from studyapp.study.advice import Consultation
    from studyapp.study.examining import Examining
    from studyapp.study.learning import Learning
    from studyapp.study.quizzing import Quizzing


class Study:
    """One learner's work with one pack."""

    def __init__(
        self,
        pack: PackReader,
        bookmarks: Bookmarks,
        open_history: Callable[[], EventStore],
        clock: Clock,
        zone: tzinfo,
    ) -> None:
        """Join a pack with what is remembered of it; the history is opened when first needed."""
        self._pack = pack
        self._bookmarks = bookmarks
        self._open_history = open_history
        self._clock = clock
        self._zone = zone
        self._advisors: dict[str, Advisor] = {}
        self._consultations: dict[str, Consultation] = {}

    @cached_property
    def cover(self) -> Cover:
        """The pack's identity, exam and skills."""
        return self._pack.cover

    @property
    def digest(self) -> str:
        """Changes with every byte of the pack."""
        return self._pack.digest

    @property
    def dropped(self) -> tuple[str, ...]:
        """The parts of the pack that are left out because they are broken."""
        return self._pack.dropped

    @cached_property
    def outline(self) -> tuple[OutlineEntry, ...]:
        """Every section in reading order."""
        return self._pack.outline()

    @property
    def has_notes(self) -> bool:
        """Whether there is anything to read."""
        return any(self._pack.counts.values())

    def sections_in(self, group: str) -> int:
        """How many sections a group of the outline has; see `core.ports.group_of`."""
        return self._pack.counts.get(group, 0)

    def first_in(self, group: str) -> Bookmark:
        """The beginning of the first section of a group that has any."""
        first = next(e.id for e in self.outline if group_of(e.kind, e.skill) == group)
        return Bookmark(first, first, 0)

    def skill(self, skill_id: str) -> Skill:
        """The skill with this id."""
        return next(skill for skill in self.cover.skills if skill.id == skill_id)

    def skill_of(self, section_id: str) -> Skill:
        """The skill that a section teaches."""
        return self.skill(next(entry.skill for entry in self.outline if entry.id == section_id))

    def related(self, section_id: str) -> tuple[OutlineEntry, ...]:
        """The sections that this one refers to, then those that refer to it."""
        return self._pack.related(section_id)

    def holder(self, ref: str) -> str | None:
        """The section that is or holds this id, if any."""
        return self._pack.holder(ref)

    def notes_behind(self, refs: Iterable[str]) -> tuple[Note, ...]:
        """The notes that ids lead to, with their sections' titles; unknown ids are left out."""
        titles = {entry.id: entry.title for entry in self.outline}
        holders = ((ref, self._pack.holder(ref)) for ref in dict.fromkeys(refs))
        return tuple(Note(holder, ref, titles[holder]) for ref, holder in holders if holder)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The glossary, in the order of the English terms."""
        return self._pack.terms()

    @cached_property
    def decisions(self) -> dict[str, Text]:
        """The titles of the decisions that the advisor answers, by id."""
        return self._pack.decisions()

    def advisor(self, decision_id: str) -> Advisor:
        """The advisor of a decision, made once; raises ContentError when there is none."""
        if decision_id not in self._advisors:
            from studyapp.core.advising.advisor import Advisor

            self._advisors[decision_id] = Advisor(self._pack.decision(decision_id))
        return self._advisors[decision_id]

    def consult(self, decision_id: str) -> Consultation:
        """The learner's facts for a decision, kept while the program runs.

        Raises ContentError when there is no such decision.
        """
        if decision_id not in self._consultations:
            from studyapp.study.advice import Consultation

            advisor = self.advisor(decision_id)
            self._consultations[decision_id] = Consultation(advisor, self.scenarios(decision_id))
        return self._consultations[decision_id]

    def scenarios(self, decision_id: str) -> tuple[Scenario, ...]:
        """The worked scenarios of a decision."""
        return self._pack.scenarios(decision_id)

    @cached_property
    def figures(self) -> FiguresFile:
        """The dated figures that calculators start from."""
        return self._pack.figures()

    def search(self, asked: str, limit: int) -> tuple[Hit, ...]:
        """The places that hold every word asked for, with or without marks, the best first."""
        return self._pack.search(asked, limit)

    def read(self, section_id: str) -> Section:
        """Open a section; raises ContentError when there is none."""
        return self._pack.section(section_id)

    def sources(self, ids: Iterable[str]) -> dict[str, Source]:
        """The sources with these ids, in the order asked for."""
        return {source.id: source for source in self._pack.sources(ids)}

    @cached_property
    def learning(self) -> Learning:
        """What there is to review, and how it stands."""
        from studyapp.study.learning import Learning

        return Learning(self._pack, self._open_history, self._clock, self._zone)

    @property
    def is_awake(self) -> bool:
        """Whether the history is open; nothing is loaded to find out."""
        return "learning" in self.__dict__ and self.learning.is_awake

    @cached_property
    def quizzing(self) -> Quizzing:
        """The bank of questions, and sittings of them."""
        from studyapp.study.quizzing import Quizzing

        return Quizzing(self)

    @cached_property
    def examining(self) -> Examining:
        """The timed exams: what is offered, the one that runs, and those that are over."""
        from studyapp.study.examining import Examining

        return Examining(self)

    @cached_property
    def misconceptions(self) -> dict[str, Misconception]:
        """The wrong beliefs behind wrong answers, by id."""
        return self._pack.misconceptions()

    @cached_property
    def variants(self) -> Variants:
        """Makes sisters of the questions of the bank."""
        from studyapp.core.questions.variants.sisters import Variants

        questions = self.learning.questions.values()
        return Variants(self._pack.fragments(), questions, self.advisor, self.digest)

    def close(self) -> int:
        """Save what waits and let go of the history; returns how many acts could not be saved."""
        return self.learning.close() if "learning" in self.__dict__ else 0

    def bookmark(self) -> Bookmark | None:
        """Where reading stopped, if that place is still in the pack."""
        mark = self._bookmarks.find(self.cover.id)
        if mark is None:
            return None
        section = self._pack.holder(mark.section)
        return None if section is None else mark._replace(section=section)

    def stop_at(self, section: str, block: str, row: int) -> None:
        """Remember where reading stopped; raises OSError when it cannot be written."""
        self._bookmarks.put(self.cover.id, Bookmark(section, block, row))
