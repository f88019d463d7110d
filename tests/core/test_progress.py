"""Progress: depends on the set of events alone, and undo gives back what was there before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.history.events import (
    Act,
    Buried,
    Event,
    Flagged,
    Linked,
    Rating,
    Read,
    Restarted,
    Reviewed,
    Set,
    Suspended,
    Undone,
)
from studyapp.core.history.progress import Progress
from studyapp.core.history.tallies import Streak, Tally, mastery, streak, total
from studyapp.core.scheduling.memory import replay
from tests.core.history import DAY, DAYS, ITEM, History, fold, later

if TYPE_CHECKING:
    from collections.abc import Iterable

RATINGS_GIVEN: tuple[Rating, ...] = (1, 3, 4, 2, 1, 3)
KEYS = ("pack/a", "pack/b", "pack/c")
items = st.sampled_from(KEYS)
chances: st.SearchStrategy[Any] = st.booleans()
acts: st.SearchStrategy[Act] = st.one_of(
    st.builds(
        Reviewed,
        item=items,
        rating=st.sampled_from((1, 2, 3, 4)),
        guessed=st.booleans(),
        crammed=st.booleans(),
        milliseconds=st.integers(0, 90_000),
        rev=st.integers(1, 2),
    ),
    st.builds(Flagged, item=items, on=st.booleans()),
    st.builds(Suspended, item=items, on=st.booleans(), why=st.sampled_from(("", "known"))),
    st.builds(Buried, item=items, day=st.just("2026-03-04")),
    st.builds(Read, item=items, on=st.booleans()),
    st.builds(Restarted, item=items, rev=st.integers(2, 3)),
    st.builds(Linked, item=items, old=items),
    st.builds(Set, name=st.sampled_from(("exam", "new")), value=st.integers(0, 3)),
)


@st.composite
def histories(draw: st.DrawFn, *, undos: bool = True) -> History:
    """Acts over some days, any of which, undos too, may be undone."""
    history = History()
    day = 0
    for _ in range(draw(st.integers(0, 20))):
        day += draw(st.integers(0, 3))
        if undos and history.events and draw(chances):
            history.undo(draw(st.sampled_from(history.events)), day)
        else:
            history.did(draw(acts), day)
    return history


def told(progress: Progress, keys: Iterable[str] = KEYS) -> dict[str, Any]:
    """All that progress says."""
    return {
        "items": {key: (progress.standing(key), progress.memory(key)) for key in keys},
        "kept": {key: tuple(progress.events(key)) for key in keys},
        "settings": dict(progress.settings),
        "read": progress.read,
        "calendar": dict(progress.calendar),
        "undo": (progress.ledger.undoable("laptop"), progress.ledger.redoable("laptop")),
    }


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_in_which_events_come_does_not_matter(history: History, chance: Any) -> None:
    shuffled = [*history.events, *history.events[:3]]
    chance.shuffle(shuffled)
    assert told(fold(shuffled)) == told(history.progress)


@given(histories(), st.sets(st.integers(0, 20)))
def test_looking_between_events_changes_nothing(history: History, looks: set[int]) -> None:
    progress = Progress(DAYS)
    for at, event in enumerate(history.events):
        progress.feed(event)
        if at in looks:
            told(progress)
    assert told(progress) == told(history.progress)


def without_traces(said: dict[str, Any]) -> dict[str, Any]:
    """What progress says, but for what an undo leaves: an answer seen, and a way to redo it."""
    standings = {
        key: (standing.scheduled, standing.reviews, standing.is_flagged, standing.is_suspended,
              standing.why, standing.buried, standing.is_read, standing.rev, memory)
        for key, (standing, memory) in said["items"].items()
    }  # fmt: skip
    calendar = {
        day: (t.acts, t.reviews, t.new, t.milliseconds) for day, t in said["calendar"].items()
    }
    return {**said, "items": standings, "calendar": calendar, "undo": said["undo"][0]}


@given(histories(), st.integers(1, 6))
def test_undo_gives_back_the_earlier_state_level_by_level(history: History, levels: int) -> None:
    progress = history.progress
    before = [told(progress)]
    for rating in RATINGS_GIVEN[:levels]:
        progress.feed(history.did(Reviewed(item="pack/a", rating=rating), 70))
        before.append(told(progress))
    for earlier in reversed(before[:-1]):
        last = progress.ledger.undoable("laptop")
        assert last is not None
        progress.feed(history.undo(last, 70))
        assert without_traces(told(progress)) == without_traces(earlier)
        assert progress.standing("pack/a").is_seen
    for later_on in before[1:]:
        undo = progress.ledger.redoable("laptop")
        assert undo is not None
        progress.feed(history.undo(undo, 70))
        assert without_traces(told(progress)) == without_traces(later_on)
    assert told(progress)["calendar"] == before[-1]["calendar"]
    assert progress.ledger.redoable("laptop") is None


@given(histories())
def test_undoing_an_undo_gives_all_back(history: History) -> None:
    before = told(history.progress)
    for event in tuple(history.events):
        history.undo(history.undo(event, 80), 80)
    assert told(history.progress) == before


@given(histories(undos=False))
def test_what_is_remembered_is_what_was_rated(history: History) -> None:
    plain = [event for event in history.events if event.kind == Reviewed.kind]
    for key in KEYS:
        rated: list[tuple[date, Rating]] = [
            (DAYS.of(event.at), 1 if event.body.get("guessed") else event.body["rating"])
            for event in plain
            if event.item == key and not event.body.get("crammed")
        ]
        assert fold(plain).memory(key) == replay(rated)


def test_a_guess_counts_as_known_and_comes_back_as_forgotten() -> None:
    history = History()
    history.rated(3)
    history.did(Reviewed(item=ITEM, rating=3, guessed=True), 4)
    progress = history.progress
    assert progress.memory(ITEM) == replay([(DAY, 3), (later(4), 1)])
    assert progress.calendar[later(4)].recalled == 1
    assert progress.standing(ITEM).is_forgotten_on(later(4))


def test_cramming_leaves_the_schedule_and_the_accuracy_alone() -> None:
    history = History()
    history.rated(3)
    history.did(Reviewed(item=ITEM, rating=1, crammed=True), 4)
    history.rated(3, 4)
    progress = history.progress
    assert progress.memory(ITEM) == replay([(DAY, 3), (later(4), 3)])
    done = progress.calendar[later(4)]
    assert (done.reviews, done.asked) == (2, 0)


def test_an_answer_that_was_taken_back_leaves_both_sides_of_the_accuracy() -> None:
    history = History()
    history.rated(3)
    wrong = history.rated(1, 5)
    assert history.progress.calendar[later(5)].asked == 1
    history.undo(wrong, 5)
    assert history.progress.memory(ITEM) == replay([(DAY, 3)])
    assert later(5) not in history.progress.calendar
    history.rated(3, 5)
    done = history.progress.calendar[later(5)]
    assert (done.asked, done.recalled, done.reviews) == (0, 0, 1)
    history.rated(3, 9)
    assert history.progress.calendar[later(9)].recalled == 1


def test_only_the_first_answer_of_a_day_is_counted_in_the_accuracy() -> None:
    history = History()
    answers: tuple[tuple[Rating, int], ...] = ((1, 0), (3, 0), (1, 3), (3, 3), (2, 6))
    for rating, day in answers:
        history.rated(rating, day)
    calendar = history.progress.calendar
    assert [(t.new, t.asked, t.recalled) for t in calendar.values()] == [
        (1, 0, 0),
        (0, 1, 0),
        (0, 1, 1),
    ]
    assert total(calendar, DAY, later(3)) == Tally(acts=4, reviews=4, new=1, asked=1)


def test_who_leaves_the_room_has_not_studied_for_hours() -> None:
    history = History()
    history.did(Reviewed(item=ITEM, rating=3, milliseconds=3_600_000))
    history.did(Reviewed(item=ITEM, rating=3, milliseconds=4_000))
    assert history.progress.calendar[DAY].milliseconds == 64_000


def test_a_memory_before_a_day_is_that_of_the_evening_before() -> None:
    history = History()
    history.rated(3)
    history.rated(1, 2)
    progress = history.progress
    assert progress.memory_before(ITEM, later(2)) == replay([(DAY, 3)])
    assert progress.memory_before(ITEM, later(3)) == progress.memory(ITEM)
    assert progress.memory_before(ITEM, DAY) is None


def test_a_night_owl_studies_on_the_day_before() -> None:
    history = History()
    history.rated(3, 1, hour=2)
    assert list(history.progress.calendar) == [DAY]


def test_a_new_item_takes_over_the_history_it_is_linked_to() -> None:
    history = History()
    history.rated(3, item="pack/old")
    history.did(Flagged(item="pack/old"))
    link = history.did(Linked(item="pack/new", old="pack/old"), 1)
    history.rated(3, 2, item="pack/new")
    progress = history.progress
    assert progress.memory("pack/new") == replay([(DAY, 3), (later(2), 3)])
    assert progress.standing("pack/new").is_flagged
    assert total(progress.calendar, DAY, later(9)).reviews == 2
    assert progress.calendar[later(2)].new == 0
    progress.feed(history.undo(link, 3))
    assert progress.memory("pack/new") == replay([(later(2), 3)])


def test_history_follows_a_key_that_was_renamed_twice_and_hears_of_late_events() -> None:
    history = History()
    history.rated(3, item="pack/one")
    progress = Progress(DAYS, {"pack/one": "pack/two", "pack/two": "pack/three"})
    assert progress.memory("pack/three") is None
    progress.feed(history.events[0])
    assert progress.memory("pack/three") == replay([(DAY, 3)])


def test_links_in_a_ring_do_no_harm() -> None:
    history = History()
    history.rated(3, item="pack/a")
    history.did(Linked(item="pack/a", old="pack/b"))
    history.did(Linked(item="pack/b", old="pack/a"))
    assert history.progress.memory("pack/b") == history.progress.memory("pack/a")


def test_an_item_that_is_restarted_is_new_and_was_seen() -> None:
    history = History()
    history.rated(3)
    restart = history.did(Restarted(item=ITEM, rev=2), 3)
    progress = history.progress
    assert progress.memory(ITEM) is None
    assert (progress.standing(ITEM).is_seen, progress.standing(ITEM).rev) == (True, 2)
    progress.feed(history.rated(3, 5))
    assert (progress.calendar[later(5)].new, progress.calendar[later(5)].asked) == (1, 0)
    progress.feed(history.undo(history.events[-1], 5))
    progress.feed(history.undo(restart, 5))
    assert progress.memory(ITEM) == replay([(DAY, 3)])


def test_a_late_event_takes_its_place_in_time() -> None:
    first, second = History("phone"), History("laptop")
    off = first.did(Flagged(item=ITEM, on=False))
    on = second.did(Flagged(item=ITEM))
    on = on._replace(order=off.order + 1)
    progress = fold([on])
    assert progress.standing(ITEM).is_flagged
    progress.feed(off)
    assert progress.standing(ITEM).is_flagged
    progress.feed(off._replace(id="phone-000009", order=on.order + 1))
    assert not progress.standing(ITEM).is_flagged


def test_an_undo_cannot_reach_what_comes_after_it() -> None:
    history = History()
    early = history.did(Undone(target="laptop-000002"))
    history.rated(3)
    assert early.order < history.events[1].order
    assert history.progress.memory(ITEM) is not None


def test_undo_takes_back_only_what_this_device_did() -> None:
    phone, laptop = History("phone"), History("laptop")
    mine = laptop.rated(3)
    theirs = phone.rated(3, 1)
    assert fold([mine, theirs]).ledger.undoable("laptop") == mine


def test_an_undo_is_no_act_even_if_it_names_an_item() -> None:
    history = History()
    history.did(Undone(item=ITEM, target=history.rated(3).id), 1)
    assert history.progress.calendar == {}


def test_after_a_new_act_there_is_nothing_to_redo() -> None:
    history = History()
    history.undo(history.rated(3))
    assert history.progress.ledger.redoable("laptop") == history.events[-1]
    history.rated(2)
    assert history.progress.ledger.redoable("laptop") is None


def test_undos_of_undos_go_as_deep_as_one_likes() -> None:
    history = History()
    last = history.rated(3)
    for _ in range(400):
        last = history.undo(last)
    assert history.progress.memory(ITEM) is not None
    history.undo(last)
    assert history.progress.memory(ITEM) is None


@pytest.mark.parametrize(
    "body", [{}, {"rating": 0}, {"rating": 5}, {"rating": "3"}, {"rating": True}, {"rating": None}]
)
def test_a_review_that_makes_no_sense_is_none(body: dict[str, Any]) -> None:
    event = History().rated(3)._replace(body=body)
    progress = fold([event])
    assert progress.memory(ITEM) is None
    assert progress.calendar[DAY].reviews == 0


def test_kinds_of_a_later_version_change_nothing_but_that_something_was_done() -> None:
    history = History()
    unknown: Event = history.rated(3)._replace(kind="Dreamt", body={"of": ["sheep"]})
    progress = fold([unknown])
    assert progress.memory(ITEM) is None
    assert progress.calendar == {DAY: Tally(acts=1)}


def test_settings_keep_the_last_value() -> None:
    history = History()
    history.did(Set(name="exam", value="2026-05-01"))
    change = history.did(Set(name="exam", value="2026-06-01"))
    assert history.progress.settings == {"exam": "2026-06-01"}
    history.undo(change)
    assert history.progress.settings == {"exam": "2026-05-01"}


def test_another_retention_moves_what_is_due() -> None:
    history = History()
    history.rated(4)
    progress = history.progress
    before = progress.memory(ITEM)
    progress.aim(0.95)
    after = progress.memory(ITEM)
    assert before is not None
    assert after is not None
    assert after.due < before.due


def test_sections_are_read_until_they_are_unread() -> None:
    history = History()
    history.did(Read(item="pack/s"))
    history.did(Read(item="pack/t"))
    history.did(Read(item="pack/t", on=False))
    assert history.progress.read == {"pack/s"}


@pytest.mark.parametrize(
    ("studied", "today", "found"),
    [
        ([], 0, Streak(0, 0, 0)),
        ([0, 1, 2], 2, Streak(3, 0, 3)),
        ([0, 1, 2], 3, Streak(3, 0, 3)),
        ([0, 1, 3, 4], 4, Streak(4, 1, 4)),
        ([0, 1, 4], 4, Streak(1, 0, 2)),
        ([0, 1, 2], 4, Streak(3, 0, 3)),
        ([0, 1, 2], 5, Streak(0, 0, 3)),
        ([0, 2, 4], 5, Streak(3, 2, 3)),
    ],
)
def test_a_missed_day_is_a_gap_in_a_streak(studied: list[int], today: int, found: Streak) -> None:
    calendar = {later(day): Tally(acts=1) for day in studied}
    assert streak(calendar, later(today)) == found


def test_mastery_counts_what_is_strong_today_and_what_was_never_met() -> None:
    fresh, faded = replay([(DAY, 4)]), replay([(DAY - timedelta(days=90), 3)])
    found = mastery([("s1", fresh), ("s1", faded), ("s1", None), ("s2", None)], DAY)
    assert (found["s1"].items, found["s1"].seen, found["s1"].strong) == (3, 2, 1)
    assert 1 / 3 < found["s1"].recall < 2 / 3
    assert found["s1"].share == pytest.approx(1 / 3)
    assert found["s2"].recall == 0
