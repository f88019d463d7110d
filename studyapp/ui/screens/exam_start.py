"""The rows of the Exam place before an exam: what can be sat, its rules, and earlier exams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.exams.blueprint import extra_minutes
from studyapp.core.prose import plain
from studyapp.core.text import Text
from studyapp.study import exam_choices
from studyapp.ui.exam_overview import sat_said, share_bar, title_of
from studyapp.ui.invigilating import running_said
from studyapp.ui.screens.cards_dialogs import digit
from studyapp.ui.widgets.rows import Row
from studyapp.words import cards as common
from studyapp.words import exam as words
from studyapp.words import exam_place as said
from studyapp.words import exam_result

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studyapp.core.exams.attempt import Attempt
    from studyapp.core.exams.sheet import Terms
    from studyapp.core.pack import Exam
    from studyapp.study.study import Study

OWN = "own"
"""Stands for an exam of the learner's own among the ids of presets."""
_BLANK = Row(Text.once(" "))
_MINUTE = 60_000
_SHOWN = 12
"""Earlier exams that are listed."""


def start_rows(study: Study, running: Attempt | None) -> Iterator[Row]:
    """What can be sat, or how to go on with what runs; then the exams so far."""
    exam, examining = study.cover.exam, study.examining
    count = len(examining.pool())
    if exam is None or not count:
        yield Row(said.NO_EXAM)
        return
    if running is not None:
        yield from _running_rows(running)
    else:
        yield Row(said.START.format(code=exam.code), role="title")
        yield Row(said.POOL.format(count=count), role="muted")
        yield _BLANK
        settings = study.learning.progress.settings
        for at, preset in enumerate((*(each.id for each in exam.presets), OWN)):
            terms = examining.offered(exam_choices.terms_of(exam, preset, settings))
            yield Row(_offer(study, terms), f"preset:{preset}", digit(at))
        if exam.remark is not None:
            yield _BLANK
            yield Row(_plain(exam.remark), role="muted")
    sat = examining.attempts()
    if sat:
        yield _BLANK
        yield Row(exam_result.TREND, role="heading")
        for each in reversed(sat[-_SHOWN:]):
            yield Row(sat_said(study, each), f"sat:{each.id}", note=share_bar(each))


def _running_rows(running: Attempt) -> Iterator[Row]:
    terms = running.sheet.terms
    yield Row(words.TAKE_BACK, "resume", "1", running_said(running), role="strong")
    yield _BLANK
    yield Row(words.ELSEWHERE, role="notice.exam")
    yield Row(words.MODES_MEAN[terms.mode], role="muted")


def rules_rows(study: Study, exam: Exam, preset: str, seed: int | None) -> Iterator[Row]:
    """What is agreed before an exam begins, what may be changed of it, and the way in."""
    settings = study.learning.progress.settings
    whole = exam_choices.terms_of(exam, preset, settings)
    terms = study.examining.offered(whole)
    called = title_of(study, terms.preset)
    yield Row(_counted(said.RULES, called, terms), role="title")
    if terms.scored + terms.unscored < whole.scored + whole.unscored:
        asked = words.CUT.format(questions=terms.scored + terms.unscored)
        yield Row(asked, role="notice.exam")
    if terms.unscored:
        yield Row(words.SCORED.format(scored=terms.scored, unscored=terms.unscored))
    yield _BLANK
    yield Row(said.BEGIN, "begin", "1", words.FIXED, role="strong")
    yield from _choice_rows(exam, terms, settings=settings, is_own=preset == OWN)
    yield _BLANK
    yield Row(words.WEIGHTS_OURS)
    weights = ", ".join(f"{skill.code}: {skill.weight}%" for skill in study.cover.skills)
    yield Row(said.WEIGHTS.format(weights=weights), role="muted")
    if seed is not None:
        yield Row(exam_result.SEED.format(seed=seed), role="muted")
    yield _BLANK
    yield Row(said.HOW, role="heading")
    for line in said.HOW_KEYS:
        yield Row(line)
    if terms.mode == "relaxed":
        yield Row(said.HOW_RELAXED)


def _choice_rows(
    exam: Exam, terms: Terms, *, settings: Mapping[str, object], is_own: bool
) -> Iterator[Row]:
    def chosen(called: Text, value: Text | int) -> Text:
        return common.SETTING.format(name=called, value=value)

    mode = chosen(said.MODE, words.MODES[terms.mode])
    yield Row(mode, f"set:{exam_choices.MODE}", "2", words.MODES_MEAN[terms.mode])
    lang = chosen(said.LANGUAGE, said.LANGS[terms.lang.value])
    yield Row(lang, f"set:{exam_choices.LANGUAGE}", "3")
    if exam.extra_minutes:
        plain_minutes = terms.allowed / _MINUTE
        if terms.has_extra:
            plain_minutes /= 1 + exam.extra_minutes / exam.minutes
        more = round(extra_minutes(exam, plain_minutes))
        extra = chosen(said.EXTRA, said.EXTRA_ON if terms.has_extra else said.EXTRA_OFF)
        told = words.EXTRA.format(minutes=more)
        yield Row(extra, f"set:{exam_choices.EXTRA}", "4", told)
    if is_own:
        count = exam_choices.count_of(settings)
        minutes = exam_choices.minutes_of(settings, exam)
        yield Row(chosen(said.COUNT, count), f"number:{exam_choices.COUNT}", "5")
        yield Row(chosen(said.MINUTES, minutes), f"number:{exam_choices.MINUTES}", "6")


def paused_rows(attempt: Attempt, time: Text) -> Iterator[Row]:
    """What is shown instead of a question while an exam is paused."""
    yield _BLANK
    yield Row(said.PAUSED, role="title")
    yield Row(said.PAUSED_MEANS)
    yield Row(said.LEFT.format(time=time), role="strong")
    yield Row(running_said(attempt), role="muted")
    yield _BLANK
    yield Row(said.GO_ON, "unpause", "1")
    yield Row(said.SUBMIT, "submit", "2")


def _offer(study: Study, terms: Terms) -> Text:
    if terms.preset:
        return _counted(words.PRESET, title_of(study, terms.preset), terms)
    return _counted(said.PRESET_OWN, words.CUSTOM, terms)


def _counted(called: Text, title: Text, terms: Terms) -> Text:
    minutes = -(-terms.allowed // _MINUTE)
    return called.format(title=title, questions=terms.scored + terms.unscored, minutes=minutes)


def _plain(text: Text) -> Text:
    return Text(plain(text.en), plain(text.vi))
