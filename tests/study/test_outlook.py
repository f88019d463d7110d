"""How a learner stands, what is best to do next, and what a change of plan keeps."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.history.events import Read, Reviewed, Set
from studyapp.core.scheduling.quota import Limits
from studyapp.core.text import Lang
from studyapp.study import choices
from studyapp.study.best import best_next
from studyapp.study.marks import read_sections, turn
from studyapp.study.outlook import look, look_ahead
from studyapp.study.planning import FIELDS, RefusedError, Wish, rows
from tests.decked import CARDS, Learner, decked

if TYPE_CHECKING:
    from studyapp.files import Folders

TODAY = date(2026, 11, 22)
ALL = range(CARDS)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return decked(tmp_path_factory.mktemp("decked"))


@pytest.fixture
def learner(root: Path, folders: Folders) -> Learner:
    return Learner(root, folders)


def read(learner: Learner, *sections: str) -> None:
    for section in sections:
        learner.study.learning.keep_now(turn(learner.study, section))


# --- the best next thing


def test_a_beginner_reads_the_first_section_of_the_skill_that_weighs_most(
    learner: Learner,
) -> None:
    best = best_next(learner.study)
    assert (best.kind, best.target) == ("read", "rebase")
    assert best.why.en == "1.1 is where you know least so far (0%)."
    read(learner, "rebase")
    assert best_next(learner.study).target == "reset"


def test_reading_goes_on_in_the_skill_that_is_known_least(learner: Learner) -> None:
    learner.rate(3, "branching", *ALL)
    assert best_next(learner.study).target == "merge"


def test_what_is_due_comes_before_all_else(learner: Learner) -> None:
    learner.rate(3, "branching", 0, 1)
    learner.sleep(30)
    best = best_next(learner.study)
    assert best.kind == "due"
    assert set(best.keys) == {"a-pack/branching-card-0", "a-pack/branching-card-1"}
    assert best.what[Lang.VI] == "ôn thẻ đến hạn (2)"


def test_what_was_firm_and_slipped_today_comes_before_reading_until_it_is_recalled(
    learner: Learner,
) -> None:
    learner.rate(4, "branching", 0)
    learner.rate(1, "branching", 1)
    learner.sleep(30)
    learner.rate(1, "branching", 0, 1)
    best = best_next(learner.study)
    assert (best.kind, best.keys) == ("gaps", ("a-pack/branching-card-0",))
    learner.study.learning.keep_now(
        Reviewed(item="a-pack/branching-card-0", rating=3, crammed=True)
    )
    assert best_next(learner.study).kind == "read"


def test_with_the_weakest_skill_read_there_are_new_cards_then_a_scenario_or_rest(
    learner: Learner,
) -> None:
    read(learner, "rebase", "reset", "merge")
    best = best_next(learner.study)
    assert (best.kind, len(best.keys)) == ("new", 2 * CARDS)
    learner.study.learning.keep_now(Set(name=choices.NEW, value=0))
    assert best_next(learner.study).kind == "rest"


def test_a_pack_with_decisions_offers_one_to_try(pack: Path, folders: Folders) -> None:
    learner = Learner(pack, folders)
    read(learner, "blocks-tour")
    learner.study.learning.keep_now(Set(name=choices.NEW, value=0))
    best = best_next(learner.study)
    assert (best.kind, best.target) == ("advise", "choosing-a-block")


def test_the_last_look_before_the_exam_is_named_as_such(learner: Learner) -> None:
    learner.rate(4, "branching", *ALL)
    learner.sleep(6)
    exam = learner.study.learning.today + timedelta(days=2)
    learner.study.learning.keep_now(Set(name=choices.EXAM, value=exam.isoformat()))
    assert best_next(learner.study).kind == "final"


# --- how things stand


def test_an_outlook_counts_what_was_done(learner: Learner) -> None:
    learner.rate(3, "branching", 0, 1, 2, seconds=20)
    learner.sleep(10)
    learner.rate(3, "branching", 0, 1, seconds=10)
    learner.rate(1, "branching", 2, seconds=10)
    read(learner, "rebase")
    found = look(learner.study)
    assert found.reviews == {date(2026, 11, 1): 3, date(2026, 11, 11): 3}
    assert found.spent == (30_000, 30_000, 90_000, 90_000)
    assert [(each.asked, each.known) for each in found.recalled] == [(3, 2), (3, 2)]
    assert found.recalled[0].share == pytest.approx(2 / 3)
    assert (found.read, found.sections) == (1, 3)
    assert found.streak.days == 1


def test_the_last_seven_days_are_today_and_six_before(learner: Learner) -> None:
    learner.rate(3, "branching", 0)
    learner.sleep(10)
    learner.rate(3, "branching", 0)
    for days, asked in ((6, 1), (1, 0)):
        learner.sleep(days)
        assert look(learner.study).recalled[0].asked == asked


def test_an_outlook_tells_each_skill_apart(learner: Learner) -> None:
    learner.rate(4, "branching", *ALL)
    branching, merging = look(learner.study).skills
    assert branching.name.en == "1.1 Branching"
    assert branching.mastery.recall == pytest.approx(1)
    assert (merging.mastery.seen, merging.mastery.items) == (0, CARDS)


def test_the_days_ahead_lead_to_the_exam(learner: Learner) -> None:
    exam = learner.study.learning.today + timedelta(days=12)
    learner.study.learning.keep_now(Set(name=choices.EXAM, value=exam.isoformat()))
    found = look(learner.study)
    ahead = look_ahead(found)
    assert (found.exam, ahead.until, len(ahead.forecast)) == (exam, exam, 12)
    assert set(ahead.recall) == {"branching", "merging"}
    assert look(learner.study).recalled[0].share is None


# --- read marks


def test_a_section_is_marked_and_unmarked(learner: Learner) -> None:
    assert read_sections(learner.study) == frozenset()
    read(learner, "rebase", "merge")
    assert read_sections(learner.study) == {"rebase", "merge"}
    read(learner, "rebase")
    assert read_sections(learner.study) == {"merge"}


def test_marks_of_another_pack_or_of_what_is_gone_count_for_nothing(learner: Learner) -> None:
    learner.study.learning.keep_now(Read(item="other/rebase"), Read(item="a-pack/gone"))
    assert read_sections(learner.study) == frozenset()


# --- what is wished of the plan


def test_a_wish_keeps_only_what_it_changes() -> None:
    holds = Wish.of(None, Limits(new=20))
    wish = FIELDS["exam"].put(holds, date(2027, 1, 31))
    assert holds.acts(holds) == ()
    assert wish.acts(holds) == (Set(name=choices.EXAM, value="2027-01-31"),)
    assert holds.acts(wish) == (Set(name=choices.EXAM, value=None),)
    assert wish.limits(Limits(seconds=7)).seconds == 7


@pytest.mark.parametrize(
    "typed", ["2027-01-31", "31/1/2027", "31/01/2027", "31.1.2027", "31-01-2027"]
)
def test_a_day_may_be_written_in_many_ways(typed: str) -> None:
    assert FIELDS["exam"].read(typed, TODAY) == date(2027, 1, 31)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("exam", "31/2/2027"),
        ("exam", "2026-11-21"),
        ("exam", "2028-11-21"),
        ("exam", "soon"),
        ("new", "-1"),
        ("new", "1000"),
        ("new", "9" * 5000),
        ("new", "²"),
        ("minutes", "0"),
        ("retention", "69"),
        ("retention", "98%"),
        ("retention", "0.9"),
    ],
)
def test_what_cannot_be_is_refused(field: str, typed: str) -> None:
    with pytest.raises(RefusedError):
        FIELDS[field].read(typed, TODAY)


def test_numbers_are_read_and_said_in_their_unit() -> None:
    wish = Wish.of(date(2026, 11, 1), Limits())
    for id_, typed in (("new", "0"), ("minutes", "25"), ("retention", "92 %")):
        wish = FIELDS[id_].put(wish, FIELDS[id_].read(typed, TODAY))
    assert wish == Wish(date(2026, 11, 1), 0, 25, 0.92)
    assert [said.en for _, said in rows(wish, TODAY)] == [
        "Exam date: 2026-11-01 (over)",
        "New cards a day: 0",
        "Minutes a day: 25 minutes",
        "Recall to aim for: 92%",
    ]


@given(st.text(max_size=12))
def test_nothing_that_is_typed_ends_the_program(typed: str) -> None:
    for field in FIELDS.values():
        try:
            value = field.read(typed, TODAY)
        except RefusedError:
            continue
        assert field.show(value, TODAY).vi
