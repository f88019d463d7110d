"""What may be done in an exam, when, and what comes of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from studyapp.core.exams.acts import (
    ExamAnswered,
    ExamMarked,
    ExamPaused,
    ExamResumed,
    ExamSubmitted,
)
from studyapp.core.exams.attempt import Refusal, Step
from studyapp.core.exams.clock import HEARTBEAT
from tests.core.exams import MINUTE, QUESTIONS, Room


def kinds(room: Room) -> list[str]:
    return [event.kind for event in room.log.events]


def test_it_begins_with_the_first_question_shown_and_nothing_answered() -> None:
    attempt = Room.enter().attempt
    assert (attempt.place, attempt.remaining, attempt.ended) == (0, 10 * MINUTE, None)
    assert attempt.placed.question.id == "hat"
    assert attempt.counts == {"blank": 1, "unseen": 3}
    assert attempt.blanks == (0, 1, 2, 3)


def test_a_pick_is_kept_with_the_time_used_and_can_be_changed_and_taken_back() -> None:
    room = Room.enter()
    room.work(7_000)
    step = room.attempt.pick("b", room.clocks.stamp)
    assert isinstance(step, Step)
    (act,) = step.acts
    assert act == ExamAnswered(
        attempt="attempt", used=7_000, stamp=room.clocks.stamp, place=0, chosen=("b",), right=False
    )
    room.did(step)
    attempt = room.did(room.attempt.pick("a", room.clocks.stamp))
    assert (attempt.draft.chosen, attempt.cell.state) == (("a",), "answered")
    attempt = room.did(attempt.pick("a", room.clocks.stamp))
    assert (attempt.draft.chosen, attempt.cell.state) == ((), "blank")
    assert attempt.cell.answers == (("b",), ("a",))
    assert room.folded() == attempt


def test_several_answers_are_picked_one_by_one_and_no_more_than_asked_for() -> None:
    room = Room.enter()
    now = room.clocks.stamp
    room.did(room.attempt.jump(1, now))
    attempt = room.did(room.attempt.pick("c", now))
    assert attempt.cell.state == "partial"
    attempt = room.did(attempt.pick("b", now))
    assert (attempt.cell.state, attempt.cell.answers) == ("answered", (("c", "b"),))
    assert attempt.pick("a", now) is Refusal.FULL
    assert attempt.pick("z", now) is Refusal.UNKNOWN


def test_the_order_in_which_answers_are_picked_is_no_change() -> None:
    room = Room.enter()
    now = room.clocks.stamp
    room.did(room.attempt.jump(1, now))
    for option in ("a", "b", "a", "a"):
        room.did(room.attempt.pick(option, now))
    assert room.attempt.cell.answers == (("a", "b"),)


def test_confidence_goes_with_an_answer_and_leaves_with_it() -> None:
    room = Room.enter()
    now = room.clocks.stamp
    assert room.attempt.feel("sure", now) is Refusal.BLANK
    room.did(room.attempt.pick("a", now))
    assert room.did(room.attempt.feel("sure", now)).draft.confidence == "sure"
    assert room.did(room.attempt.pick("b", now)).draft.confidence == "sure"
    assert room.did(room.attempt.pick("b", now)).draft.confidence is None
    assert room.folded() == room.attempt


def test_a_struck_option_is_kept_as_such_and_takes_back_its_pick() -> None:
    room = Room.enter()
    now = room.clocks.stamp
    room.did(room.attempt.pick("a", now))
    step = room.attempt.strike("a", now)
    assert isinstance(step, Step)
    assert [type(act) for act in step.acts] == [ExamAnswered, ExamMarked]
    attempt = room.did(step)
    assert attempt.draft.chosen == ()
    assert attempt.draft.struck == {"a"}
    assert room.did(attempt.pick("a", now)).draft.struck == frozenset()
    room.did(room.attempt.strike("d", now))
    assert room.did(room.attempt.strike("d", now)).draft.struck == frozenset()
    assert room.attempt.strike("z", now) is Refusal.UNKNOWN
    assert room.folded() == room.attempt


def test_flags_and_jumps_are_kept_and_a_question_is_seen_once() -> None:
    room = Room.enter()
    now = room.clocks.stamp
    room.did(room.attempt.flag(now))
    assert room.attempt.flagged == (0,)
    assert kinds(room)[-1] == "ExamMarked"
    room.did(room.attempt.jump(2, now))
    room.did(room.attempt.flag(now))
    room.did(room.attempt.flag(now))
    assert room.attempt.flagged == (0,)
    before = len(kinds(room))
    assert room.did(room.attempt.jump(0, now)).place == 0
    assert room.did(room.attempt.jump(2, now)).place == 2
    assert len(kinds(room)) == before
    assert room.attempt.jump(4, now) is Refusal.UNKNOWN
    assert room.attempt.jump(-1, now) is Refusal.UNKNOWN
    assert room.attempt.counts == {"blank": 2, "unseen": 2}


def test_a_strict_exam_has_no_pause_and_no_help() -> None:
    room = Room.enter(mode="strict")
    now = room.clocks.stamp
    assert room.attempt.pause(now) is Refusal.STRICT_PAUSE
    assert room.attempt.gloss(now) is Refusal.STRICT_HELP
    assert room.attempt.refuses_help is Refusal.STRICT_HELP
    assert room.did(room.attempt.submit(now)).refuses_help is None


def test_a_relaxed_exam_counts_looks_at_the_other_language() -> None:
    room = Room.enter(mode="relaxed")
    assert room.attempt.refuses_help is None
    for _ in range(2):
        room.did(room.attempt.gloss(room.clocks.stamp))
    assert room.attempt.cell.glosses == 2
    assert room.attempt.draft.has_peeked


def test_a_pause_stops_the_clock_and_every_act_but_submitting() -> None:
    room = Room.enter(mode="relaxed")
    room.work(MINUTE)
    assert room.attempt.resume(room.clocks.stamp) is Refusal.RUNNING
    attempt = room.did(room.attempt.pause(room.clocks.stamp))
    room.clocks.run(90 * MINUTE)
    now = room.clocks.stamp
    for refused in (
        attempt.pick("a", now),
        attempt.flag(now),
        attempt.jump(1, now),
        attempt.pause(now),
        attempt.gloss(now),
        attempt.feel("sure", now),
        attempt.strike("a", now),
    ):
        assert refused is Refusal.PAUSED
    assert attempt.tick(now) == Step(attempt)
    room.crash()
    assert room.come_back().is_paused
    attempt = room.did(room.attempt.resume(now))
    assert attempt.remaining == 9 * MINUTE
    assert attempt.gaps[0][1:] == (90 * MINUTE, 0, True)
    assert room.did(attempt.pause(now)).submit(now) != Refusal.PAUSED


def test_when_the_time_is_up_the_exam_ends_as_it_is_whatever_is_done() -> None:
    room = Room.enter()
    room.did(room.attempt.pick("a", room.clocks.stamp))
    room.work(10 * MINUTE - 1_000)
    assert not room.attempt.is_over
    room.clocks.run(1_000)
    step = room.attempt.pick("b", room.clocks.stamp)
    assert isinstance(step, Step)
    (act,) = step.acts
    assert isinstance(act, ExamSubmitted)
    assert (act.by, act.used) == ("time", 10 * MINUTE)
    attempt = room.did(step)
    assert attempt.cells[0].draft.chosen == ("a",)
    assert attempt.ended == "time"


def test_time_that_runs_out_while_closed_ends_the_exam_when_it_is_opened() -> None:
    room = Room.enter()
    room.work(MINUTE)
    room.crash()
    room.clocks.run(60 * MINUTE)
    attempt = room.come_back()
    assert (attempt.ended, attempt.used) == ("time", 10 * MINUTE)
    assert kinds(room)[-2:] == ["ExamResumed", "ExamSubmitted"]
    assert room.folded() == attempt


def test_nothing_is_done_after_the_end() -> None:
    room = Room.enter(mode="relaxed")
    attempt = room.did(room.attempt.submit(room.clocks.stamp))
    now = room.clocks.stamp
    refused = (
        attempt.pick("a", now),
        attempt.feel("sure", now),
        attempt.strike("a", now),
        attempt.flag(now),
        attempt.gloss(now),
        attempt.jump(1, now),
        attempt.pause(now),
        attempt.resume(now),
        attempt.come_back(now),
        attempt.submit(now),
    )
    assert set(refused) == {Refusal.OVER}
    assert attempt.tick(now) == Step(attempt)


@pytest.mark.parametrize(
    ("minutes", "left", "warning"),
    [
        (100, 100, None),
        (100, 20.1, None),
        (100, 20, "fifth"),
        (100, 5.1, "fifth"),
        (100, 5, "five-minutes"),
        (24, 5, "five-minutes"),
        (24, 4.8, "fifth"),
        (4, 4, None),
        (4, 0.8, "fifth"),
    ],
)
def test_there_is_a_warning_at_a_fifth_and_at_five_minutes(
    minutes: float, left: float, warning: str | None
) -> None:
    room = Room.enter(minutes=minutes)
    room.clocks.run(round((minutes - left) * MINUTE))
    assert room.attempt.charged(room.clocks.stamp).warning == warning


def test_the_pace_is_told_in_questions() -> None:
    room = Room.enter(minutes=4)
    room.did(room.attempt.pick("a", room.clocks.stamp))
    assert room.attempt.ahead == 1
    room.clocks.run(2 * MINUTE)
    assert room.attempt.charged(room.clocks.stamp).ahead == -1


def test_the_time_of_each_question_is_that_in_which_it_was_shown() -> None:
    room = Room.enter()
    room.work(10_000)
    room.did(room.attempt.jump(1, room.clocks.stamp))
    room.work(20_000)
    room.did(room.attempt.jump(0, room.clocks.stamp))
    room.work(5_000)
    assert [cell.spent for cell in room.attempt.cells] == [15_000, 20_000, 0, 0]
    room.crash()
    assert [cell.spent for cell in room.attempt.cells] == [15_000, 20_000, 0, 0]
    room.did(room.attempt.submit(room.clocks.stamp))
    assert [cell.spent for cell in room.folded().cells] == [15_000, 20_000, 0, 0]


def test_acts_that_make_no_sense_or_come_too_late_lead_to_nothing() -> None:
    room = Room.enter(mode="relaxed")
    attempt, now = room.attempt, room.clocks.stamp
    for act in (
        ExamAnswered(attempt="another", stamp=now, place=0, chosen=("a",)),
        ExamAnswered(attempt="attempt", stamp=now, place=9, chosen=("a",)),
        ExamAnswered(attempt="attempt", stamp=now, place=-1, chosen=("a",)),
        ExamAnswered(attempt="attempt", stamp=now, place=0, chosen=("z",)),
        ExamMarked(attempt="attempt", stamp=now, place=9, what="flag"),
    ):
        assert attempt.after(act).cells[1:] == attempt.cells[1:]
        assert not attempt.after(act).draft.chosen
    late = ExamAnswered(
        attempt="attempt", used=10 * MINUTE, stamp=now, place=0, chosen=("a",), right=True
    )
    assert not attempt.after(late).draft.chosen
    assert attempt.after(ExamResumed(attempt="attempt", used=-5)).used == 0
    assert attempt.after(ExamPaused(attempt="attempt")).last == attempt.last, "it has no stamp"
    over = room.did(attempt.submit(now))
    assert over.after(replace(late, used=0)) == over


def test_a_note_of_another_exam_or_without_sense_is_passed_over() -> None:
    room = Room.enter()
    room.work(MINUTE)
    attempt = room.attempt
    notes: list[dict[str, Any]] = [
        {},
        {**attempt.note, "attempt": "another"},
        {**attempt.note, "used": "much"},
        {**attempt.note, "used": 5},
        {**attempt.note, "place": 99},
        {**attempt.note, "stamp": [1]},
    ]
    for note in notes:
        assert attempt.recalled(note) == attempt


class Sitting(RuleBasedStateMachine):
    """Any sequence of acts, crashes and clocks; a plain model says what must be kept."""

    mode = "strict"

    def __init__(self) -> None:
        super().__init__()
        self.room = Room.enter(mode=self.mode, minutes=2)
        self.answers: dict[int, set[str]] = {}
        self.left = self.room.attempt.remaining
        self.real = 0
        """Milliseconds since the beginning, by a clock that nothing changes."""
        self.awake = 0
        """Of those, the ones in which the program ran."""
        self.interruptions = 0
        self.paused = False

    def pass_(self, milliseconds: int, *, awake: bool) -> None:
        self.real += milliseconds
        self.awake += milliseconds if awake and not self.paused else 0

    def did(self, step: object) -> bool:
        """Take a step unless it is refused; returns whether it was done before the end."""
        if isinstance(step, Refusal):
            return False
        self.room.did(step)
        return not self.room.attempt.is_over

    @rule(option=st.sampled_from("abcde"))
    def pick(self, option: str) -> None:
        before = self.room.attempt
        step = before.pick(option, self.room.clocks.stamp)
        if self.did(step):
            now = self.answers.setdefault(before.place, set())
            if option in now:
                now.remove(option)
            elif before.placed.question.type == "choice":
                self.answers[before.place] = {option}
            else:
                now.add(option)

    @rule(option=st.sampled_from("abcde"))
    def strike(self, option: str) -> None:
        before = self.room.attempt
        if self.did(before.strike(option, self.room.clocks.stamp)):
            self.answers.get(before.place, set()).discard(option)

    @rule(place=st.integers(-1, len(QUESTIONS)))
    def jump(self, place: int) -> None:
        self.did(self.room.attempt.jump(place, self.room.clocks.stamp))

    @rule()
    def flag(self) -> None:
        self.did(self.room.attempt.flag(self.room.clocks.stamp))

    @rule()
    def gloss(self) -> None:
        done = self.did(self.room.attempt.gloss(self.room.clocks.stamp))
        assert not (done and self.mode == "strict")

    @rule()
    def pause(self) -> None:
        if self.did(self.room.attempt.pause(self.room.clocks.stamp)):
            assert self.mode == "relaxed"
            self.paused = True

    @rule()
    def resume(self) -> None:
        if self.did(self.room.attempt.resume(self.room.clocks.stamp)):
            self.paused = False

    @rule(seconds=st.integers(1, 30))
    def work(self, seconds: int) -> None:
        self.room.work(1000 * seconds)
        self.pass_(1000 * seconds, awake=True)

    @rule(away=st.integers(HEARTBEAT + 1, 40_000))
    def sleep(self, away: int) -> None:
        self.room.clocks.run(away)
        self.pass_(away, awake=False)
        self.interruptions += 1
        self.did(self.room.attempt.tick(self.room.clocks.stamp))

    @rule(lost=st.integers(0, 4_000), away=st.integers(0, 40_000))
    def crash(self, lost: int, away: int) -> None:
        self.room.clocks.run(lost)
        self.pass_(lost, awake=True)
        self.room.crash()
        self.room.clocks.run(away)
        self.pass_(away, awake=False)
        self.interruptions += 1
        self.did(self.room.attempt.come_back(self.room.clocks.stamp))

    @rule(by=st.integers(-(10**9), 10**9))
    def set_the_clock(self, by: int) -> None:
        self.room.clocks.set(by)

    @precondition(lambda self: self.real > 30_000)
    @rule()
    def submit(self) -> None:
        self.did(self.room.attempt.submit(self.room.clocks.stamp))

    @invariant()
    def remaining_never_rises(self) -> None:
        assert 0 <= self.room.attempt.remaining <= self.left
        self.left = self.room.attempt.remaining

    @invariant()
    def time_is_as_the_policy_says(self) -> None:
        used, allowed = self.room.attempt.used, self.room.attempt.allowed
        if self.mode == "strict":
            assert used == min(self.real, allowed) or self.room.attempt.is_over
        else:
            assert used >= min(self.awake, allowed) or self.room.attempt.is_over
            assert used <= self.awake + HEARTBEAT * self.interruptions

    @invariant()
    def the_log_says_what_is_shown_and_what_was_done(self) -> None:
        shown, told = self.room.attempt, self.room.folded().recalled(self.room.note)
        assert (told.ended, told.is_paused, told.gaps) == (shown.ended, shown.is_paused, shown.gaps)
        assert [cell.is_flagged for cell in told.cells] == [c.is_flagged for c in shown.cells]
        assert [cell.draft for cell in told.cells] == [cell.draft for cell in shown.cells]
        given = {at: set(cell.draft.chosen) for at, cell in enumerate(told.cells)}
        assert given == {at: self.answers.get(at, set()) for at in given}
        assert told.shown_at(shown.place) == shown or not shown.is_over

    @invariant()
    def nothing_comes_after_the_end(self) -> None:
        ends = [at for at, kind in enumerate(kinds(self.room)) if kind == "ExamSubmitted"]
        assert ends in ([], [len(kinds(self.room)) - 1])


class RelaxedSitting(Sitting):
    mode = "relaxed"


LIMITS = settings(max_examples=20, stateful_step_count=25, deadline=None)
TestStrict = Sitting.TestCase
TestStrict.settings = LIMITS
TestRelaxed = RelaxedSitting.TestCase
TestRelaxed.settings = LIMITS
