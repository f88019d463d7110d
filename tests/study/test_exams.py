"""An exam from beginning to end: what is kept, what survives, and what is said of it."""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from studyapp.core.exams.attempt import Refusal
from studyapp.core.exams.blueprint import terms_of_own
from studyapp.core.exams.clock import HEARTBEAT
from studyapp.core.history.events import Flagged
from studyapp.core.ports import NotSavedError
from studyapp.core.questions.choosing import Wanted
from studyapp.core.text import Lang, Text
from studyapp.study.exam_export import document, markdown
from studyapp.study.exam_files import export
from studyapp.study.quiz_outlook import look_at_quizzes
from tests.joining import close_histories, joined
from tests.library.packs import put
from tests.quizzed import BANK, option, question, quizzed
from tests.store.clocks import SetClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from studyapp.core.exams.acts import ExamMode
    from studyapp.core.exams.report import Marked
    from studyapp.core.exams.sheet import Terms
    from studyapp.files import Folders
    from studyapp.study.sitting_exams import ExamSitting
    from studyapp.study.study import Study

QUESTIONS = 7
"""Of the bank in `tests.quizzed`, without the one of a case; every key is ``a``."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quizzed(tmp_path_factory.mktemp("examined"))


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def study(root: Path, folders: Folders, clock: SetClock) -> Study:
    return joined(root, folders, clock)


@pytest.fixture
def other(root: Path, folders: Folders, clock: SetClock) -> Study:
    """Another window."""
    return joined(root, folders, clock)


def agreed(study: Study, mode: ExamMode = "strict", scored: int = 5, **more: Any) -> Terms:
    assert study.examining.exam is not None
    return terms_of_own(study.examining.exam, scored, 10, mode=mode, **more)


async def started(study: Study, mode: ExamMode = "strict", scored: int = 5) -> ExamSitting:
    sitting = await study.examining.start(agreed(study, mode, scored), seed=3)
    assert sitting is not None
    return sitting


async def answered(sitting: ExamSitting, *options: str) -> None:
    """Answer the questions one after the other."""
    for place, name in enumerate(options):
        assert await sitting.jump(place) is None
        assert await sitting.pick(name) is None


def kinds(study: Study) -> list[str]:
    return [event.kind for event in study.learning.store.events()]


# --- the beginning


async def test_an_exam_is_kept_with_its_paper_before_it_is_shown(study: Study) -> None:
    assert study.examining.running is None
    sitting = await started(study)
    assert kinds(study) == ["ExamStarted", "ExamPaper"]
    assert len(sitting.attempt.cells) == 5
    assert study.examining.running is sitting.attempt
    assert sitting.attempt.sheet.pack_digest == study.digest
    assert sitting.remaining == 600_000


async def test_one_seed_gives_one_paper_and_none_is_the_time(
    study: Study, tmp_path: Path, root: Path, folders: Folders, clock: SetClock
) -> None:
    first = await started(study)
    await first.submit()
    apart = type(folders)(tmp_path / "c", tmp_path / "d", folders.cache)
    second = await started(joined(root, apart, clock))
    assert second.attempt.sheet.places == first.attempt.sheet.places
    third = await study.examining.start(agreed(study))
    assert third is not None
    assert third.attempt.sheet.seed == clock.stamp().wall


async def test_there_is_no_second_exam_while_one_runs(study: Study, other: Study) -> None:
    sitting = await started(study)
    assert await study.examining.start(agreed(study)) is None
    assert await other.examining.start(agreed(other)) is None
    assert await sitting.flag() is None, "the other window has not taken anything"


async def test_an_exam_asks_no_more_than_there_is(study: Study) -> None:
    terms = study.examining.offered(agreed(study, scored=14))
    assert (terms.scored, terms.allowed) == (QUESTIONS, 300_000)
    sitting = await started(study, scored=14)
    assert len(sitting.attempt.cells) == QUESTIONS


async def test_a_pack_without_an_exam_offers_none(
    pack: Path, folders: Folders, clock: SetClock, study: Study
) -> None:
    plain = joined(pack, folders, clock)
    assert plain.examining.pool() == []
    assert await plain.examining.start(agreed(study)) is None
    assert plain.examining.attempts() == ()


async def test_questions_of_earlier_exams_are_drawn_last(study: Study) -> None:
    first = await started(study)
    assert any(each.question.id == "q-exam" for each in first.attempt.sheet.places)
    assert all(each.is_new for each in first.attempt.sheet.places)
    await first.submit()
    second = await started(study)
    before = {each.shown.posed.key for each in first.attempt.sheet.places}
    new = {each.shown.posed.key for each in second.attempt.sheet.places if each.is_new}
    assert len(new) == 2
    assert not new & before


# --- acts


async def test_a_selection_is_on_the_disk_before_it_is_shown(study: Study, other: Study) -> None:
    sitting = await started(study)
    await answered(sitting, "a")
    await sitting.feel("sure")
    told = other.examining.running
    assert told is not None
    assert told.cells == sitting.attempt.cells
    assert told.draft.chosen == ("a",)


async def test_what_is_refused_says_why_and_keeps_nothing(study: Study) -> None:
    sitting = await started(study)
    before = kinds(study)
    assert await sitting.pause() is Refusal.STRICT_PAUSE
    assert await sitting.gloss() is Refusal.STRICT_HELP
    assert await sitting.pick("z") is Refusal.UNKNOWN
    assert sitting.refuses_help is Refusal.STRICT_HELP
    assert kinds(study) == before


async def test_acts_at_the_same_time_wait_for_one_another(study: Study) -> None:
    sitting = await started(study)
    await asyncio.gather(sitting.pick("a"), sitting.flag(), sitting.strike("b"), sitting.jump(2))
    cell = sitting.attempt.cells[0]
    assert cell.draft.chosen == ("a",)
    assert cell.draft.struck == {"b"}
    assert cell.is_flagged
    assert sitting.attempt.place == 2


async def test_who_stops_waiting_leaves_the_act_to_be_done(study: Study) -> None:
    sitting = await started(study)
    waiting = asyncio.ensure_future(sitting.pick("a"))
    await asyncio.sleep(0)
    waiting.cancel()
    assert await sitting.flag() is None
    assert sitting.attempt.draft.chosen == ("a",)
    assert study.learning.progress.exams.attempt(sitting.attempt.sheet.id) == sitting.attempt


async def test_what_cannot_be_kept_is_not_shown(study: Study) -> None:
    sitting = await started(study)
    study.learning.store.close()
    with pytest.raises(NotSavedError):
        await sitting.pick("a")
    assert sitting.attempt.draft.chosen == ()


async def test_other_acts_are_undone_as_ever_while_an_exam_runs(study: Study) -> None:
    await study.learning.keep(Flagged(item="a-pack/q-0"))
    await answered(await started(study), "a")
    undone = await study.learning.undo()
    assert undone is not None
    assert undone.kind == "Flagged"


# --- time


async def test_a_sign_of_life_is_kept_every_few_seconds(study: Study, clock: SetClock) -> None:
    sitting = await started(study, "relaxed")
    written = kinds(study)
    used = []
    for _ in range(10):
        clock.move(seconds=1)
        await sitting.beat()
        claim = study.learning.store.claimed("exam a-pack")
        assert claim is not None
        used.append(claim.note["used"])
    assert used == [0, 0, 0, 4000, 4000, 4000, 4000, 8000, 8000, 8000]
    assert kinds(study) == written, "it is no event"
    assert sitting.remaining == 590_000


@pytest.mark.parametrize(("mode", "cost"), [("strict", 300_000), ("relaxed", HEARTBEAT)])
async def test_an_exam_goes_on_after_a_crash_with_the_time_it_has(
    study: Study, other: Study, clock: SetClock, mode: ExamMode, cost: int
) -> None:
    sitting = await started(study, mode)
    await answered(sitting, "a", "b")
    for _ in range(20):
        clock.move(seconds=1)
        await sitting.beat()
    clock.move(minutes=5)
    running = other.examining.running
    assert running is not None
    assert running.charged(clock.stamp()).remaining == 580_000 - cost
    assert not other.examining.is_elsewhere
    resumed = await other.examining.resume()
    assert resumed is not None
    assert resumed.remaining == 580_000 - cost
    assert resumed.attempt.cells == sitting.attempt.charged(clock.stamp()).cells
    assert resumed.attempt.place == 1
    assert resumed.attempt.cell.spent == 20_000 + cost
    assert kinds(other)[-1] == "ExamResumed"


async def test_an_exam_goes_on_at_the_question_and_the_answer_it_was_left_at(
    study: Study, other: Study, clock: SetClock
) -> None:
    sitting = await started(study)
    await answered(sitting, "a", "b")
    await sitting.jump(0)
    clock.move(minutes=1)
    killed_at_once = await other.examining.resume()
    assert killed_at_once is not None
    assert (killed_at_once.attempt.place, killed_at_once.here) == (0, "")
    killed_at_once.here = "c"
    clock.move(seconds=5)
    await killed_at_once.beat()
    assert await sitting.flag() is Refusal.TAKEN_OVER
    again = await study.examining.resume()
    assert again is not None
    assert (again.attempt.place, again.here) == (0, "c")
    await again.jump(1)
    assert await killed_at_once.flag() is Refusal.TAKEN_OVER
    left = await other.examining.resume()
    assert left is not None
    assert (left.attempt.place, left.here) == (1, ""), "the cursor was on another question"


async def test_an_exam_outlives_the_loss_of_the_database(
    study: Study, other: Study, folders: Folders, clock: SetClock
) -> None:
    await answered(await started(study), "a", "b")
    study.close()
    for path in (folders.data / "history").glob("history.db*"):
        path.unlink()
    clock.move(minutes=2)
    running = other.examining.running
    assert running is not None
    assert running.draft.chosen == ("b",)
    assert not other.examining.is_elsewhere
    resumed = await other.examining.resume()
    assert resumed is not None
    assert resumed.remaining == 480_000


async def test_an_exam_that_is_left_can_be_gone_on_with_at_once(
    study: Study, other: Study, clock: SetClock
) -> None:
    sitting = await started(study, "relaxed")
    clock.move(seconds=3)
    assert other.examining.is_elsewhere
    await sitting.leave()
    assert not other.examining.is_elsewhere
    resumed = await other.examining.resume()
    assert resumed is not None
    assert resumed.remaining == 597_000


async def test_the_exam_of_this_window_is_not_resumed_twice(study: Study) -> None:
    sitting = await started(study)
    assert await study.examining.resume() is sitting
    assert not study.examining.is_elsewhere
    await sitting.submit()
    assert await study.examining.resume() is None


async def test_a_beat_submits_when_the_time_is_up(study: Study, clock: SetClock) -> None:
    sitting = await started(study)
    await answered(sitting, "a")
    clock.move(minutes=10)
    await sitting.beat()
    assert sitting.attempt.ended == "time"
    assert kinds(study)[-1] == "ExamSubmitted"
    assert await sitting.pick("b") is Refusal.OVER
    await sitting.beat()
    assert study.examining.running is None


async def test_an_exam_whose_time_ran_out_while_closed_is_ended(
    study: Study, other: Study, clock: SetClock
) -> None:
    await answered(await started(study), "a")
    assert await other.examining.end_if_up() is None
    clock.move(hours=3)
    ended = await other.examining.end_if_up()
    assert ended is not None
    assert (ended.ended, ended.used) == ("time", 600_000)
    assert other.examining.attempts()[0].score == (1, 5)
    assert await other.examining.end_if_up() is None


async def test_a_pause_outlives_the_program(study: Study, other: Study, clock: SetClock) -> None:
    sitting = await started(study, "relaxed")
    await sitting.pause()
    clock.move(days=2)
    resumed = await other.examining.resume()
    assert resumed is not None
    assert resumed.attempt.is_paused
    assert await resumed.pick("a") is Refusal.PAUSED
    assert await resumed.resume() is None
    assert resumed.remaining == 600_000


# --- two windows


async def test_the_older_window_can_only_look_on(study: Study, other: Study) -> None:
    first = await started(study)
    assert other.examining.is_elsewhere
    second = await other.examining.resume()
    assert second is not None
    assert await second.pick("b") is None
    assert await first.pick("a") is Refusal.TAKEN_OVER
    assert first.is_taken_over
    assert first.attempt.draft.chosen == ()
    assert await first.submit() is Refusal.TAKEN_OVER
    assert second.attempt.draft.chosen == ("b",)
    back = await study.examining.resume()
    assert back is not None
    assert back.attempt.draft.chosen == ("b",)
    assert await second.flag() is Refusal.TAKEN_OVER


async def test_a_beat_tells_the_older_window(study: Study, other: Study, clock: SetClock) -> None:
    first = await started(study)
    await other.examining.resume()
    for _ in range(5):
        clock.move(seconds=1)
        await first.beat()
    assert first.is_taken_over


async def test_the_end_in_one_window_is_the_end_in_the_other(study: Study, other: Study) -> None:
    await started(study)
    second = await other.examining.resume()
    assert second is not None
    await second.submit()
    assert study.learning.catch_up()
    assert study.examining.running is None
    assert len(study.examining.attempts()) == 1


# --- the pack changes


async def test_a_pack_that_is_edited_meanwhile_changes_nothing(
    tmp_path: Path, folders: Folders, clock: SetClock
) -> None:
    root = quizzed(tmp_path / "pack")
    study = joined(root, folders, clock)
    sitting = await started(study)
    await answered(sitting, "a", "b")
    before = study.examining.report(sitting.attempt)
    put(root, "questions/all.yaml", {"questions": [_turned(each) for each in BANK[:3]]})
    put(root, "misconceptions/all.yaml", {"misconceptions": []})
    close_histories()
    again = joined(root, folders, clock)
    assert again.digest != study.digest
    resumed = await again.examining.resume()
    assert resumed is not None
    assert resumed.attempt.sheet == sitting.attempt.sheet
    await resumed.submit()
    after = again.examining.report(resumed.attempt)
    assert after.marks == before.marks
    wrong = after.questions[1]
    explained = again.examining.explanation(resumed.attempt, wrong).option("b")
    assert explained.misconception is not None
    assert explained.misconception.belief == Text.once("Belief m-git")


def _turned(written: dict[str, Any]) -> dict[str, Any]:
    """The question with another key and another stem."""
    if "case" in written:
        return written
    options = [option("b", key=True), option("a"), option("c"), option("d")]
    return written | {"options": options, "stem": "Another stem.", "rev": 2}


# --- afterwards


async def finished(study: Study) -> ExamSitting:
    """One right, one wrong though sure, one wrong, two blank."""
    sitting = await started(study, "relaxed")
    await answered(sitting, "a", "b")
    await sitting.feel("sure")
    await sitting.jump(2)
    await sitting.pick("c")
    await sitting.submit()
    return sitting


def keys(missed: tuple[Marked, ...]) -> list[str]:
    return [each.key for each in missed]


async def test_answers_count_in_accuracy_once_and_in_mode_exam(study: Study, other: Study) -> None:
    sitting = await started(study)
    await answered(sitting, "a", "b")
    assert look_at_quizzes(study).all == (0, 0)
    await sitting.submit()
    assert look_at_quizzes(study).all == (1, 2)
    assert look_at_quizzes(other).all == (1, 2)
    assert {
        answer.mode
        for each in sitting.attempt.sheet.places
        for answer in study.learning.progress.standing(each.shown.posed.key).answers
    } == {"exam"}
    assert study.quizzing.counts(Wanted(exam_only=True)).missed == 1


async def test_the_missed_are_practised_or_made_cards(study: Study) -> None:
    sitting = await finished(study)
    missed = study.examining.report(sitting.attempt).missed
    assert len(missed) == 4
    practice = study.examining.practise(missed)
    assert [posed.key for posed in practice.sitting.waiting] == keys(missed)
    assert await study.examining.make_cards(missed) == 4
    assert await study.examining.make_cards(missed) == 0
    assert sum(item.kind == "question" for item in study.learning.items) == 4


async def test_attempts_are_a_trend(study: Study, clock: SetClock) -> None:
    for _ in range(2):
        await finished(study)
        clock.move(days=1)
    first, second = study.examining.attempts()
    assert (first.score, second.score) == ((1, 5), (1, 5))
    assert second.at - first.at == 24 * 60 * 60 * 1000
    assert (first.started.mode, first.blank) == ("relaxed", 2)
    assert study.examining.attempt(first.id) is not None


async def test_the_result_is_exported_in_both_languages(study: Study) -> None:
    sitting = await finished(study)
    report = study.examining.report(sitting.attempt)
    titles = study.examining.titles()
    remark = Text("Only a part.", "Chỉ một phần.")
    title = Text("Exam: Git", "Thi thử: Git")
    english = markdown(report, title, titles, remark, Lang.EN)
    for line in (
        "# Exam: Git",
        "2026-11-22 09:00 UTC · Relaxed · en",
        "- 1 of 5 right: 20 % (95 % interval 4–62 %) · fewer than 20 questions say little",
        "- The pass mark of 700 is about 67 % right, if the scale is a straight line.",
        "- No scaled score: that takes at least 40 scored questions.",
        "> Only a part.",
        "- 1.2 Merging: 1 of 5 right: 20 % (95 % interval 4–62 %)"
        " · fewer than 20 questions say little",
        "- Left blank: 2",
        "- Sure: 0 of 1 right",
        "### 2 · ✗ wrong",
        "**Remember:** Take a.",
    ):
        assert line in english.split("\n")
    vietnamese = markdown(report, title, titles, remark, Lang.VI)
    assert "# Thi thử: Git" in vietnamese
    assert "**Ghi nhớ:** Chọn a." in vietnamese
    assert len(vietnamese.split("\n")) == len(english.split("\n"))


async def test_the_result_is_a_document_for_programs(study: Study) -> None:
    sitting = await finished(study)
    said = json.loads(json.dumps(document(study.examining.report(sitting.attempt))))
    assert said["score"] == pytest.approx(
        {"right": 1, "of": 5, "low": 0.036, "high": 0.624, "few": True}, abs=1e-3
    )
    assert (said["by"], said["scaled"], said["verdict"]) == ("learner", None, "below")
    assert [each["right"] for each in said["questions"]] == [True, False, False, False, False]
    assert said["questions"][1]["chosen"] == ["b"]
    assert said["questions"][1]["confidence"] == "sure"
    letters = [each["letter"] for each in said["questions"][0]["options"]]
    assert letters == ["A", "B", "C", "D"]


async def test_a_full_disk_leaves_no_half_of_a_result(study: Study, tmp_path: Path) -> None:
    report = study.examining.report((await finished(study)).attempt)
    with no_file_grows_beyond(1_000), pytest.raises(OSError, match="too large"):
        export(tmp_path / "exams", study, report, Lang.EN)
    assert list((tmp_path / "exams").iterdir()) == []
    paths = export(tmp_path / "exams", study, report, Lang.EN)
    assert sorted((tmp_path / "exams").iterdir()) == sorted(paths)


@contextlib.contextmanager
def no_file_grows_beyond(size: int) -> Iterator[None]:
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_an_unscored_question_is_told_as_such(
    tmp_path: Path, folders: Folders, clock: SetClock
) -> None:
    root = quizzed(tmp_path / "pack", *(question(f"q-{at}") for at in range(4)))
    study = joined(root, folders, clock)
    terms = agreed(study, scored=3)
    sitting = await study.examining.start(replace(terms, unscored=1), seed=1)
    assert sitting is not None
    await sitting.submit()
    report = study.examining.report(sitting.attempt)
    assert report.marks.score == (0, 3)
    page = markdown(report, Text.once("Exam"), {}, None, Lang.EN)
    assert page.count("did not count") == 1
