"""A sitting of questions: what is kept, what is said after an answer, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.core.history.events import Set
from studyapp.core.questions.accuracy import Score
from studyapp.core.questions.grading import Outcome
from studyapp.core.questions.sitting import Timing
from studyapp.core.text import Lang
from studyapp.study import choices
from tests.joining import joined
from tests.quizzed import BANK, PLAIN, answer, asked, keep, quizzed, run, sitting
from tests.store.clocks import SetClock

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.core.history.events import Confidence
    from studyapp.files import Folders
    from studyapp.study.practising import Practice
    from studyapp.study.study import Study

ALONE = "a-pack/q-alone"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quizzed(tmp_path_factory.mktemp("quizzed"))


@pytest.fixture
def clock() -> SetClock:
    return SetClock(datetime(2026, 11, 22, 9, tzinfo=UTC))


@pytest.fixture
def study(root: Path, folders: Folders, clock: SetClock) -> Study:
    return joined(root, folders, clock)


@pytest.fixture
def practice(study: Study) -> Practice:
    """A sitting that begins with the question on a decision."""
    return sitting(study, "q-alone", *(f"q-{at}" for at in range(PLAIN)))


# --- what is kept


def test_an_answer_is_kept_with_all_that_belongs_to_it_before_it_is_shown(
    practice: Practice, study: Study, clock: SetClock
) -> None:
    shown = practice.shown
    assert shown is not None
    practice.pick("join")
    practice.strike("wait")
    practice.feel("sure")
    practice.peek()
    clock.move(seconds=42)
    assert practice.given is None
    assert practice.explanation is None
    run(practice.submit())
    (event,) = study.learning.progress.events(ALONE)
    assert event.body == {
        "chosen": ["join"],
        "right": False,
        "confidence": "sure",
        "milliseconds": 42_000,
        "peeked": True,
        "seed": shown.seed,
        "digest": shown.digest,
        "sitting": practice.sitting.id,
    }
    assert asked(practice) == "q-alone", "it is explained until the next one is asked for"
    practice.next()
    assert asked(practice) == "q-0"
    assert practice.draft.chosen == ()


def test_sittings_have_ids_of_their_own_even_in_one_moment(study: Study) -> None:
    one = study.quizzing.begin()
    answer(one)
    assert study.quizzing.begin().sitting.id != one.sitting.id


def test_a_variant_is_kept_with_what_was_shown(study: Study) -> None:
    found = study.quizzing.posed(ALONE)
    assert found is not None
    made = replace(found, variant=77, pack_digest="abc")
    practice = study.quizzing.sit([made])
    answer(practice, right=False)
    standing = study.learning.progress.standing(ALONE)
    assert standing.scheduled == ()
    assert standing.is_missed
    assert not standing.is_seen, "the question itself was not shown"
    (event,) = study.learning.progress.events(ALONE)
    assert (event.body["variant"], event.body["pack_digest"]) == (77, "abc")
    assert "An engineer works alone." in event.body["shown"]


def test_an_answer_that_says_nothing_of_confidence_was_thought(practice: Practice) -> None:
    practice.pick("tidy")
    run(practice.submit())
    assert practice.given is not None
    assert practice.given.confidence == "think"


def test_to_submit_twice_or_to_change_what_is_submitted_does_nothing(
    practice: Practice, study: Study
) -> None:
    practice.pick("tidy")
    run(practice.submit())
    practice.pick("join")
    practice.peek()
    run(practice.submit())
    assert practice.draft.chosen == ("tidy",)
    assert len(list(study.learning.progress.events(ALONE))) == 1


def test_a_blank_answer_is_wrong(practice: Practice) -> None:
    run(practice.submit())
    assert practice.given is not None
    assert not practice.given.grade.is_right


def test_before_an_answer_there_is_no_next(practice: Practice) -> None:
    practice.next()
    assert asked(practice) == "q-alone"


def test_at_the_end_there_is_nothing_to_answer(study: Study) -> None:
    practice = study.quizzing.sit([])
    assert practice.current is None
    with pytest.raises(LookupError):
        practice.pick("a")
    with pytest.raises(LookupError):
        run(practice.submit())


# --- what is said after an answer


def test_an_answer_is_explained_by_the_rules_and_by_what_would_change_it(
    practice: Practice, study: Study
) -> None:
    practice.prepare()
    practice.pick("join")
    run(practice.submit())
    assert practice.given is not None
    assert practice.given.grade.outcomes["join"] is Outcome.PICKED_WRONG
    said = practice.explanation
    assert said is practice.explanation
    assert said is not None
    join = said.option("join")
    assert join.rule is not None
    assert join.rule.id == "tidy-first"
    assert join.misconception == study.misconceptions["m-join"]
    (way,) = said.ways("join")
    assert [(change.trait, change.fact) for change in way.flip.changes] == [("sharing", "shared")]
    assert [note.section for note in study.notes_behind(said.see)] == ["rebase"]
    assert list(study.sources(said.sources)) == ["book"]


def test_a_question_without_a_decision_is_explained_by_its_author(study: Study) -> None:
    practice = sitting(study, "q-0")
    practice.pick("b")
    run(practice.submit())
    assert practice.explanation is not None
    said = practice.explanation.option("b")
    assert (said.rule, said.misconception) == (None, study.misconceptions["m-git"])


def test_the_advisor_opens_with_the_facts_of_the_question(study: Study) -> None:
    talk = study.consult("sharing-work")
    talk.state("sharing", "shared")
    found = study.quizzing.posed(ALONE)
    assert found is not None
    opened = study.quizzing.consult(found.question)
    assert opened is talk
    assert talk.facts == {"sharing": "alone"}
    assert talk.scenario is not None
    assert talk.scenario.title.vi == "Một kỹ sư làm một mình."
    assert talk.scenario.story.en.startswith("A team has one repository. An engineer")
    assert talk.is_as_written
    assert talk.undo()
    assert talk.facts == {"sharing": "shared"}
    plain = study.quizzing.posed("a-pack/q-0")
    assert plain is not None
    assert study.quizzing.consult(plain.question) is None


@pytest.mark.parametrize(
    ("read_in", "langs"),
    [
        ("ui", (Lang.VI, Lang.VI)),
        ("en-vi", (Lang.EN, Lang.VI)),
        ("en", (Lang.EN, Lang.EN)),
        ("fr", (Lang.VI, Lang.VI)),
    ],
)
def test_questions_are_read_in_the_languages_that_were_chosen(
    practice: Practice, study: Study, read_in: str, langs: tuple[Lang, Lang]
) -> None:
    practice.pick("join")
    keep(study, Set(name=choices.QUESTIONS, value=read_in))
    assert practice.languages(Lang.VI) == langs
    assert practice.draft.chosen == ("join",)
    run(practice.submit())
    (event,) = study.learning.progress.events(ALONE)
    assert event.body.get("read_in", "ui") == (read_in if read_in != "fr" else "ui")


# --- what comes back


def test_what_is_missed_comes_back_and_its_second_answer_leaves_the_schedule_alone(
    study: Study,
) -> None:
    practice = sitting(study, "q-0", "q-1", "q-2", "q-3", "q-4")
    answer(practice, right=False)
    for _ in range(3):
        answer(practice)
    assert asked(practice) == "q-0"
    assert practice.sitting.is_return
    answer(practice)
    standing = study.learning.progress.standing("a-pack/q-0")
    assert [rating for _, rating in standing.scheduled] == [1]
    assert not standing.is_missed
    answer(practice)
    assert practice.current is None
    assert practice.summary().first == Score(4, 5)
    assert practice.summary().again == Score(1, 1)
    assert practice.summary().missed == ()


# --- undo


def test_the_last_answer_is_taken_back_from_the_next_question(
    practice: Practice, study: Study
) -> None:
    practice.strike("wait")
    order = practice.shown
    practice.pick("join")
    run(practice.submit())
    practice.next()
    assert asked(practice) == "q-0"
    practice.pick("b")
    run(practice.undo())
    assert asked(practice) == "q-alone"
    assert practice.shown == order
    assert practice.draft.struck == {"wait"}
    assert practice.given is None
    standing = study.learning.progress.standing(ALONE)
    assert (standing.answers, standing.scheduled, standing.is_seen) == ((), (), True)
    assert not practice.can_undo
    run(practice.undo())
    assert practice.sitting.length == 1 + PLAIN, "what was missed does not come back"


def test_a_mark_is_taken_back_without_touching_the_answer_in_the_making(
    practice: Practice,
) -> None:
    run(practice.flag())
    assert practice.standing.is_flagged
    practice.pick("join")
    run(practice.undo())
    assert not practice.standing.is_flagged
    assert practice.draft.chosen == ("join",)


def test_a_mark_on_an_earlier_question_is_taken_back_where_it_was_made(
    practice: Practice,
) -> None:
    practice.pick("tidy")
    run(practice.submit())
    run(practice.flag())
    practice.next()
    run(practice.undo())
    assert asked(practice) == "q-alone"
    assert practice.given is not None
    assert practice.last_event is not None
    assert practice.last_event.kind == "Answered"


def test_what_is_suspended_is_gone_from_the_sitting_until_that_is_taken_back(
    practice: Practice, study: Study
) -> None:
    practice.pick("join")
    run(practice.submit())
    run(practice.suspend("unclear"))
    assert asked(practice) == "q-0"
    while practice.current is not None:
        answer(practice)
    assert [t.shown.question.id for t in practice.sitting.tries].count("q-alone") == 1
    assert len(study.quizzing.find()) == PLAIN
    for _ in range(PLAIN + 1):
        run(practice.undo())
    assert asked(practice) == "q-alone"
    assert practice.given is not None
    assert not practice.standing.is_suspended


steps = st.lists(
    st.sampled_from(("right", "wrong", "guess", "flag", "suspend", "card")), max_size=8
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=steps)
def test_undoing_everything_gives_back_exactly_what_was_there(
    study: Study, steps: list[str]
) -> None:
    practice = sitting(study, "q-alone", "q-0", "q-1")
    before = [told(study, practice)]
    for step in steps:
        if practice.current is None:
            break
        match step:
            case "flag":
                run(practice.flag())
            case "suspend":
                run(practice.suspend("easy"))
            case "card":
                run(practice.card())
            case _:
                confidence: Confidence = "guess" if step == "guess" else "sure"
                answer(practice, right=step != "wrong", confidence=confidence)
        before.append(told(study, practice))
    for earlier in reversed(before[:-1]):
        run(practice.undo())
        assert told(study, practice) == earlier
    assert not practice.can_undo


def told(study: Study, practice: Practice) -> dict[str, Any]:
    progress = study.learning.progress
    keys = [f"a-pack/{question['id']}" for question in BANK]
    return {
        "standings": [replace(progress.standing(each), is_seen=False) for each in keys],
        "memories": [progress.memory(each) for each in keys],
        "days": dict(progress.calendar),
        "items": study.learning.items,
        "asked": practice.current,
        "tries": [each.shown for each in practice.sitting.tries],
    }


# --- time


def test_when_the_time_of_the_set_is_up_it_ends_after_the_present_question(
    study: Study, clock: SetClock
) -> None:
    practice = sitting(study, "q-0", "q-1", "q-2", timing=Timing.for_set(2))
    answer(practice)
    clock.move(seconds=125)
    assert practice.seconds_left == -5
    assert asked(practice) == "q-1"
    answer(practice, right=False)
    assert practice.current is None
    assert practice.summary().first == Score(1, 2)
    run(practice.undo())
    assert asked(practice) == "q-1"


def test_the_pace_of_the_exam_is_told_for_each_question_and_forces_nothing(
    study: Study, clock: SetClock
) -> None:
    pace = study.quizzing.exam_pace
    assert pace == ("pace", 90)
    practice = sitting(study, "q-0", "q-1", timing=pace)
    clock.move(seconds=100)
    assert practice.seconds_left == -10
    practice.pick("a")
    run(practice.submit())
    clock.move(seconds=500)
    assert (practice.seconds, practice.seconds_left) == (100, -10)
    practice.next()
    assert asked(practice) == "q-1"
    assert (practice.seconds, practice.seconds_left) == (0, 90)
    assert sitting(study, "q-0").seconds_left is None


def test_the_clock_of_a_question_begins_anew_when_its_answer_is_taken_back(
    study: Study, clock: SetClock
) -> None:
    practice = sitting(study, "q-0", "q-1")
    clock.move(seconds=30)
    answer(practice)
    clock.move(seconds=30)
    run(practice.undo())
    clock.move(seconds=7)
    assert practice.seconds == 7
