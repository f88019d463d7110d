"""A session of cards: what is asked, what is kept, and how it is taken back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from studyapp.core.cards.deck import Item
from studyapp.core.cards.drill import Drill
from studyapp.core.cards.typing_check import Verdict
from studyapp.core.history.events import Reviewed, Set
from studyapp.core.scheduling.memory import AGAIN, GOOD
from studyapp.core.text import Lang, Text
from studyapp.study import choices
from studyapp.study.reports import report
from studyapp.study.reviewing import Review
from studyapp.study.sessions import begin, found, keys_of, offer, parts
from tests.joining import joined
from tests.store.clocks import SetClock

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

    from studyapp.core.history.events import Act
    from studyapp.files import Folders
    from studyapp.study.learning import Learning

HOST = Item(
    key="small/host",
    skill="one",
    kind="basic",
    front=Text("Who runs the servers?", "Ai vận hành máy chủ?"),
    back=Text("The provider", "Nhà cung cấp"),
    group="small/host",
    tags=("limits",),
)
ITEMS = (
    HOST,
    replace(HOST, key="small/two", group="small/two", kind="cloze", tags=()),
    replace(HOST, key="small/three", group="small/three", skill="two"),
)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 22, 9, tzinfo=UTC))


@pytest.fixture
def learning(pack: Path, folders: Folders, clock: SetClock) -> Learning:
    learning = joined(pack, folders, clock).learning
    learning.items = ITEMS
    return learning


@pytest.fixture
def review(learning: Learning) -> Review:
    return Review(learning, Drill(ITEMS), crammed=False)


def run(act: Coroutine[object, object, object]) -> None:
    asyncio.run(act)


def kept(learning: Learning, *acts: Act) -> None:
    run(learning.keep(*acts))


def key(review: Review) -> str:
    assert review.current is not None
    return review.current.key


def test_an_answer_is_kept_with_all_that_belongs_to_it(
    review: Review, learning: Learning, clock: SetClock
) -> None:
    clock.move(seconds=8)
    review.peek()
    review.reveal()
    run(review.rate(GOOD))
    (event,) = learning.progress.events(HOST.key)
    assert event.body == {
        "rating": 3,
        "milliseconds": 8000,
        "peeked": True,
        "digest": HOST.digest,
    }
    assert key(review) == "small/two"
    assert not review.sight.is_revealed
    assert not review.sight.has_peeked


def test_what_is_missed_comes_back_before_the_end(review: Review) -> None:
    run(review.rate(AGAIN))
    assert review.left == 3
    for rating in (GOOD, GOOD):
        run(review.rate(rating))
    assert key(review) == HOST.key


def test_every_act_of_the_session_is_taken_back_one_by_one(
    review: Review, learning: Learning
) -> None:
    review.reveal()
    run(review.rate(GOOD))
    run(review.flag())
    run(review.bury())
    run(review.suspend("easy"))
    assert review.current is None
    for expected in ("small/three", "small/two", "small/two", HOST.key):
        run(review.undo())
        assert key(review) == expected
    assert review.sight.is_revealed
    assert not review.can_undo
    standings = learning.standings().values()
    assert not any(s.reviews or s.is_flagged or s.buried or s.is_suspended for s in standings)
    run(review.undo())
    assert key(review) == HOST.key


def test_a_lucky_guess_counts_as_forgotten_and_comes_back(
    review: Review, learning: Learning
) -> None:
    run(review.rate(4))
    review.reveal()
    assert review.can_be_guess
    run(review.guessed())
    standing = learning.progress.standing(HOST.key)
    assert [rating for _, rating in standing.scheduled] == [AGAIN]
    assert (key(review), review.left) == ("small/two", 3)
    assert review.sight.is_revealed
    assert not review.can_be_guess
    assert review.summary().answers == 1
    assert review.summary().known == 0
    run(review.undo())
    assert [rating for _, rating in learning.progress.standing(HOST.key).scheduled] == [4]
    assert review.left == 2
    run(review.undo())
    assert not learning.progress.standing(HOST.key).reviews


def test_what_was_not_known_is_no_guess(review: Review) -> None:
    run(review.rate(AGAIN))
    assert not review.can_be_guess
    run(review.guessed())
    assert review.summary().answers == 1


def test_the_last_card_that_was_guessed_is_asked_again(learning: Learning) -> None:
    review = Review(learning, Drill(ITEMS[:1]), crammed=False)
    run(review.rate(GOOD))
    assert review.current is None
    run(review.guessed())
    assert key(review) == HOST.key
    assert not review.sight.is_revealed


def test_each_rating_tells_when_the_card_comes_back(review: Review, learning: Learning) -> None:
    days = review.intervals()
    assert days.keys() == {2, 3, 4}
    assert 1 <= days[2] < days[3] < days[4]
    kept(learning, Set(name=choices.EXAM, value="2026-11-25"))
    assert review.intervals()[4] == 3
    kept(learning, Set(name=choices.EXAM, value="2026-11-01"))
    assert review.intervals() == days


def test_cramming_leaves_the_schedule_alone(learning: Learning) -> None:
    review = begin(learning, "all")
    assert review.left == 3
    assert review.intervals() == {}
    first = key(review)
    run(review.rate(AGAIN))
    assert learning.progress.memory(first) is None
    assert learning.progress.standing(first).reviews == 1


def test_two_buttons_are_forgotten_and_known(review: Review, learning: Learning) -> None:
    kept(learning, Set(name=choices.TWO_BUTTONS, value=True))
    assert review.ratings == (AGAIN, GOOD)
    assert review.intervals().keys() == {GOOD}


@pytest.mark.parametrize(
    ("direction", "langs"),
    [
        ("ui", (Lang.VI, Lang.VI)),
        ("en-vi", (Lang.EN, Lang.VI)),
        ("vi-en", (Lang.VI, Lang.EN)),
    ],
)
def test_cards_are_asked_in_the_languages_that_were_chosen(
    review: Review, learning: Learning, direction: str, langs: tuple[Lang, Lang]
) -> None:
    kept(learning, Set(name=choices.DIRECTION, value=direction))
    assert review.languages(Lang.VI) == langs


@pytest.mark.parametrize(
    ("typed", "verdict", "rating"),
    [
        ("nha cung cap", Verdict.RIGHT, 3),
        ("the providre", Verdict.NEAR, 2),
        ("máy", Verdict.WRONG, 1),
    ],
)
def test_a_typed_answer_is_checked_and_speaks_for_a_rating(
    review: Review, learning: Learning, typed: str, verdict: Verdict, rating: int
) -> None:
    assert not review.is_typed(Lang.VI)
    kept(learning, Set(name=choices.TYPED, value=True))
    assert review.is_typed(Lang.VI)
    review.answer(typed, Lang.VI)
    assert review.sight.is_revealed
    assert review.sight.check is not None
    assert review.sight.check.verdict is verdict
    assert review.suggested == rating


def test_a_near_miss_is_forgotten_where_there_are_two_buttons(
    review: Review, learning: Learning
) -> None:
    kept(learning, Set(name=choices.TWO_BUTTONS, value=True))
    review.answer("providre", Lang.EN)
    assert review.sight.check is not None
    assert review.sight.check.verdict is Verdict.NEAR
    assert review.suggested == AGAIN


def test_a_card_whose_meaning_changed_asks_once(learning: Learning) -> None:
    kept(learning, Reviewed(item=HOST.key, rating=3))
    raised = replace(HOST, rev=2)
    learning.items = (raised, *ITEMS[1:])
    review = Review(learning, Drill((raised,)), crammed=False)
    assert review.has_changed
    run(review.restart())
    assert not review.has_changed
    assert learning.progress.memory(HOST.key) is None
    assert key(review) == HOST.key


def test_a_card_that_keeps_slipping_is_told(learning: Learning, clock: SetClock) -> None:
    review = Review(learning, Drill(ITEMS[:1]), crammed=False)
    for _ in range(9):
        assert not review.is_leech
        run(review.rate(AGAIN))
        clock.move(days=1)
    assert review.is_leech
    assert offer(learning).leeches == (HOST,)


def test_the_end_tells_what_was_done_and_what_tomorrow_asks_for(
    learning: Learning, clock: SetClock
) -> None:
    kept(learning, Set(name=choices.NEW, value=2))
    review = begin(learning, "today")
    assert review.left == 2
    for rating in (AGAIN, GOOD, GOOD):
        clock.move(seconds=5)
        run(review.rate(rating))
    summary = review.summary()
    assert (summary.answers, summary.known, summary.milliseconds) == (3, 2, 15_000)
    assert summary.tomorrow >= 1


def test_due_and_new_are_sessions_of_their_own(learning: Learning, clock: SetClock) -> None:
    kept(learning, Reviewed(item=HOST.key, rating=1))
    clock.move(days=3)
    assert key(begin(learning, "due")) == HOST.key
    assert begin(learning, "due").left == 1
    assert begin(learning, "new").left == 2
    assert begin(learning, "today").left == 3


@pytest.mark.parametrize(("session", "left"), [("all", 60), ("cards:10", 10), ("minutes:5", 25)])
def test_a_session_is_no_longer_than_chosen(learning: Learning, session: str, left: int) -> None:
    learning.items = tuple(
        replace(HOST, key=f"small/{at}", group=f"small/{at}") for at in range(60)
    )
    kept(learning, Set(name=choices.SESSION, value=session))
    assert begin(learning, "all").left == left


def test_parts_of_the_deck_tell_how_much_they_hold(learning: Learning) -> None:
    one, two = parts(learning, "skill")
    assert (one.name, one.today, one.items) == ("one", 2, 2)
    assert (two.name, two.today, two.items) == ("two", 1, 1)
    assert [part.name for part in parts(learning, "kind")] == ["basic", "cloze"]
    assert [part.name for part in parts(learning, "tag")] == ["limits"]
    assert begin(learning, "all", two.slice).left == 1


def test_what_is_flagged_forgotten_or_put_away_is_counted(learning: Learning) -> None:
    review = Review(learning, Drill(ITEMS), crammed=False)
    run(review.flag())
    run(review.rate(AGAIN))
    run(review.suspend("unclear"))
    offered = offer(learning)
    assert (offered.flagged, offered.forgotten) == (1, 1)
    assert offered.suspended == (ITEMS[1],)


def test_items_are_found_by_their_words_with_or_without_marks(learning: Learning) -> None:
    assert found(learning, "MAY chu van hanh") == ITEMS
    assert found(learning, "nowhere") == ()
    assert found(learning, "  ") == ()
    assert begin(learning, "all", keys_of(ITEMS[:1])).left == 1


def test_a_report_says_what_was_shown(tmp_path: Path) -> None:
    file = tmp_path / "data" / "reports.md"
    when = datetime(2026, 11, 22, 9, 5, tzinfo=UTC)
    report(file, HOST, (Lang.EN, Lang.VI), "which servers?\nall of them?", when)
    report(file, HOST, (Lang.VI, Lang.VI), "", when)
    said = file.read_text("utf-8")
    assert said.count("## small/host") == 2
    assert "- when: 2026-11-22 09:05 UTC" in said
    assert "- languages: en/vi" in said
    assert "- front: Who runs the servers?" in said
    assert "- back: Nhà cung cấp" in said
    assert "> which servers?\n> all of them?" in said
    assert HOST.digest in said


def test_tomorrow_is_a_day_later(learning: Learning) -> None:
    assert learning.today == date(2026, 11, 22)
    kept(learning, Reviewed(item=HOST.key, rating=1))
    assert learning.tomorrow().due == (HOST.key,)
