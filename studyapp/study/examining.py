"""`Examining`: the exams of a pack: what is offered, the one that runs, and those that are over.

An exam goes: ``sitting = await study.examining.start(terms)``; show ``sitting.attempt`` and act by
``await sitting.pick(...)`` and the like, see `ExamSitting`, until ``sitting.attempt.is_over``; then
``study.examining.report(sitting.attempt)``. After a crash ``study.examining.running`` is there
again, and ``sitting = await study.examining.resume()`` goes on with it.
"""

from __future__ import annotations

import asyncio
from random import Random
from typing import TYPE_CHECKING, Any, Final

from studyapp.core.exams.attempt import Attempt, Refusal
from studyapp.core.exams.blueprint import cut
from studyapp.core.exams.clock import HEARTBEAT, NEVER, elapsed, stamp_of
from studyapp.core.exams.draw import draw, drawable
from studyapp.core.exams.sheet import Sheet, acts_of
from studyapp.study.exam_results import ExamResults
from studyapp.study.sitting_exams import ExamSitting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.core.exams.clock import Stamp
    from studyapp.core.exams.sheet import Placed, Terms
    from studyapp.core.pack import Exam
    from studyapp.core.ports import Claim
    from studyapp.core.questions.choosing import Candidate
    from studyapp.core.questions.form import Misconception
    from studyapp.study.study import Study

_ALIVE: Final = 2 * HEARTBEAT
"""Milliseconds without a sign of life after which a window is taken for closed."""


class Examining(ExamResults):
    """The exams of a pack and what the learner did in them; raises StoreError."""

    def __init__(self, study: Study) -> None:
        super().__init__(study)
        self.sitting: ExamSitting | None = None
        """The exam that this window sits, or sat last."""

    # --- what is offered

    @property
    def exam(self) -> Exam | None:
        """What the pack says of its exam, with the presets; None when it has none."""
        return self._study.cover.exam

    def pool(self) -> list[Candidate]:
        """The questions that an exam may ask; none when the pack has no exam."""
        types = () if self.exam is None else self.exam.types
        return drawable(self._study.quizzing.candidates(), types)

    def offered(self, terms: Terms) -> Terms:
        """Terms for no more questions than the pack has; see `core.exams.blueprint.cut`."""
        return cut(terms, len(self.pool()))

    # --- the exam that runs

    @property
    def running(self) -> Attempt | None:
        """The exam that runs, here or in another window, as it was left; None when none does.

        The time left at this moment is ``running.charged(now).remaining``, with ``now`` from
        `now`.
        """
        if self.sitting is not None and not self._is_past(self.sitting):
            return self.sitting.attempt
        exams = self._learning.progress.exams
        for sat in exams.attempts(self._study.cover.id):
            if sat.by is None and (attempt := exams.attempt(sat.id)) is not None:
                claim = self._learning.store.claimed(self._claim)
                return attempt if claim is None else attempt.recalled(claim.note)
        return None

    @property
    def is_elsewhere(self) -> bool:
        """Whether another window gave a sign of life of the exam just now.

        To take an exam over from there is to be asked about; `resume` then does it.
        """
        if self.sitting is not None and not self._is_past(self.sitting):
            return False
        claim = self._learning.store.claimed(self._claim)
        alive = NEVER if claim is None else stamp_of(claim.note.get("alive"))
        return alive != NEVER and elapsed(alive, self.now) < _ALIVE

    @property
    def now(self) -> Stamp:
        """What the clocks say."""
        return self._learning.clock.stamp()

    async def start(self, terms: Terms, seed: int | None = None) -> ExamSitting | None:
        """Draw a paper and begin; None when an exam runs already, or there is nothing to ask.

        The seed gives the paper; without one it is the time. Raises NotSavedError.
        """
        self._learning.wake()
        self._learning.catch_up()
        pool = self.pool()
        if self.running is not None or not pool:
            return None
        claim = await self._take()
        if self.running is not None:  # another window was faster
            return None
        given = self.now.wall if seed is None else seed
        chance = Random(given)  # noqa: S311 -- a choice, not a secret
        offered = cut(terms, len(pool))
        weights = {skill.id: float(skill.weight) for skill in self._study.cover.skills}
        places = await asyncio.to_thread(draw, pool, offered, weights, self._met(), chance)
        sheet = self._sheet(offered, given, places)
        attempt = Attempt.beginning(sheet)
        claim = claim._replace(note=_note(attempt, sheet.began))
        await self._learning.keep(*acts_of(sheet), claim=claim)
        self.sitting = ExamSitting(self._learning, attempt, claim)
        return self.sitting

    async def resume(self) -> ExamSitting | None:
        """Go on with the exam that runs, taking it over from any other window.

        One that this window sits already is not begun anew. It is over at once when its time is up;
        None when no exam runs. Raises NotSavedError.
        """
        self._learning.wake()
        self._learning.catch_up()
        if self.sitting is not None and not self._is_past(self.sitting):
            return self.sitting
        if self.running is None:
            return None
        claim = await self._take()
        self.sitting = None
        attempt = self.running
        if attempt is None:
            return None
        now = self.now
        step = attempt.come_back(now)
        if isinstance(step, Refusal):
            return None
        here = _here(attempt, claim.note)
        claim = claim._replace(note={**_note(step.attempt, now), "here": here})
        await self._learning.keep(*step.acts, claim=claim)
        self.sitting = ExamSitting(self._learning, step.attempt, claim, here)
        return self.sitting

    async def end_if_up(self) -> Attempt | None:
        """End an exam whose time ran out while nothing was open; returns it if there was one."""
        running = self.running
        if running is None or self.is_elsewhere or not running.charged(self.now).is_up:
            return None
        sitting = await self.resume()
        return None if sitting is None else sitting.attempt

    # --- how it is done

    @property
    def _claim(self) -> str:
        return f"exam {self._study.cover.id}"

    async def _take(self) -> Claim:
        """Claim the exams of the pack for this window, and know what others did before."""
        claim = await asyncio.wrap_future(self._learning.store.claim(self._claim))
        self._learning.catch_up()
        return claim

    def _is_past(self, sitting: ExamSitting) -> bool:
        sat = self._learning.progress.exams.sat(sitting.attempt.sheet.id)
        is_over_elsewhere = sat is not None and sat.by is not None
        return sitting.is_taken_over or sitting.attempt.is_over or is_over_elsewhere

    def _met(self) -> set[str]:
        """The questions of earlier exams: their explanations may have been read."""
        aliases = self._learning.aliases
        keys = (each.key for sat in self.attempts() for each in sat.started.questions)
        return {aliases.get(key, key) for key in keys}

    def _sheet(self, terms: Terms, seed: int, places: tuple[Placed, ...]) -> Sheet:
        exam, learning = self.exam, self._learning
        if exam is None:
            raise LookupError("the pack has no exam")
        now = self.now
        id_ = f"{learning.store.device[:8]}-{now.wall:x}-{len(learning.progress.ledger):x}"
        return Sheet(
            id=id_,
            pack=self._study.cover.id,
            pack_digest=self._study.digest,
            terms=terms,
            seed=seed,
            places=places,
            misconceptions=_named(places, self._study.misconceptions),
            scale=exam.scale,
            pass_mark=exam.pass_mark,
            began=now,
        )


def _note(attempt: Attempt, now: Stamp) -> dict[str, Any]:
    return {**attempt.note, "alive": list(now)}


def _here(attempt: Attempt, note: Mapping[str, Any]) -> str:
    """The answer that the cursor was on, if a note knows it and it belongs to this question."""
    is_there = (note.get("attempt"), note.get("place")) == (attempt.sheet.id, attempt.place)
    here = note.get("here")
    known = {line.id for line in attempt.draft.shown.lines}
    return here if is_there and isinstance(here, str) and here in known else ""


def _named(
    places: Iterable[Placed], known: Mapping[str, Misconception]
) -> dict[str, Misconception]:
    """The misconceptions that wrong answers of a paper name."""
    options = (option for each in places for option in each.question.options)
    names = dict.fromkeys(option.misconception for option in options if option.misconception)
    return {name: known[name] for name in names if name in known}
