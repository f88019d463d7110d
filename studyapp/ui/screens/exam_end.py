"""The rows of the result of an exam: the score, what can be done now, figures, every question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.exams.report import Marked
from studyapp.core.text import Text
from studyapp.ui.exam_overview import title_of
from studyapp.ui.screens.quiz_start import headline
from studyapp.ui.widgets.rows import Row
from studyapp.words import cards as common
from studyapp.words import exam as words
from studyapp.words import exam_place as said
from studyapp.words import exam_result as result
from studyapp.words import quiz

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from studyapp.core.exams.report import Report, Topic
    from studyapp.core.exams.scoring import Marks
    from studyapp.study.study import Study

_BLANK = Row(Text.once(" "))


def result_rows(study: Study, report: Report, saved: Text | None) -> Iterator[Row]:
    """Everything that is told of an exam; what can be chosen comes right after the score.

    ``saved`` says where the result was written to.
    """
    attempt = report.attempt
    title = title_of(study, attempt.sheet.terms.preset)
    mode = words.MODES[attempt.sheet.terms.mode]
    named = common.PLACE.format(place=title, what=mode)
    yield Row(common.PLACE.format(place=said.RESULT, what=named), role="title")
    score, *others = result.result_said(report)
    yield Row(score, role="strong")
    for sentence in others:
        yield Row(sentence)
    if not study.examining.is_as_it_was(attempt):
        yield Row(result.PACK_CHANGED, role="notice.exam")
    yield _BLANK
    yield from _actions(report, saved)
    titles = study.examining.titles()
    for heading, topics, kind in (
        (result.SKILLS, report.skills, "skill"),
        (result.DECISIONS, report.decisions, "decision"),
    ):
        yield from _topic_rows(heading, topics, kind, titles)
    for heading, sentences in (
        (result.PACE, result.pace_said(report)),
        (result.WAYS, result.ways_said(report)),
    ):
        yield from _said_rows(heading, sentences)
    if study.cover.exam is not None and study.cover.exam.remark is not None:
        yield _BLANK
        yield Row(study.cover.exam.remark, role="muted")
    yield _BLANK
    yield Row(result.seed_said(report), role="muted")
    yield _BLANK
    yield Row(result.QUESTIONS, role="heading")
    for at, marked in enumerate(report.in_review):
        yield _question_row(at, marked)


def told(marked: Marked) -> Text:
    """What became of a question."""
    verdict = result.BLANK_ONE if marked.is_blank else _verdict(is_right=marked.is_right)
    if marked.cell.draft.confidence is not None and not marked.is_blank:
        felt = quiz.CONFIDENCES[marked.cell.draft.confidence]
        verdict = said.TOLD.format(one=verdict, other=felt)
    if not marked.placed.is_scored:
        verdict = said.TOLD.format(one=verdict, other=result.UNSCORED)
    return verdict


def _verdict(*, is_right: bool) -> Text:
    return result.RIGHT if is_right else result.WRONG


def _actions(report: Report, saved: Text | None) -> Iterator[Row]:
    ended = report.attempt.ended
    by = None if ended is None else words.ENDED[ended]
    yield Row(said.REVIEW, "review", "1", by)
    count = len(report.missed)
    if count:
        yield Row(said.PRACTISE.format(count=count), "practise", "2")
        yield Row(said.PRACTISE_SISTERS, "sisters", "3", said.PRACTISE_SISTERS_WHY)
        yield Row(said.MAKE_CARDS.format(count=count), "cards", "4")
    yield Row(said.EXPORT, "export", "5", saved)
    yield Row(said.ALL, "all", "6")


def _topic_rows(
    heading: Text, topics: Iterable[Topic], kind: str, titles: Mapping[str, Text]
) -> Iterator[Row]:
    found = tuple(topics)
    if not found:
        return
    yield _BLANK
    yield Row(common.PLACE.format(place=heading, what=said.TOPIC_HINT), role="heading")
    if kind == "skill":
        yield Row(said.FEW, role="muted")
    for topic in found:
        name = titles.get(topic.id, Text.once(topic.id) if topic.id else result.NO_DECISION)
        id_ = f"{kind}:{topic.id}" if topic.id else None
        yield Row(said.OF_TOPIC.format(name=name, marks=_marks(topic.marks)), id_)


def _marks(marks: Marks) -> Text:
    """A score with its interval, short enough for a list."""
    low, high = (0.0, 1.0) if marks.interval is None else marks.interval
    return said.MARKS.format(**marks.score._asdict(), low=round(100 * low), high=round(100 * high))


def _said_rows(heading: Text, sentences: Iterable[Text]) -> Iterator[Row]:
    found = tuple(sentences)
    if found:
        yield _BLANK
        yield Row(heading, role="heading")
        for sentence in found:
            yield Row(said.LINE.format(said=sentence))


def _question_row(at: int, marked: Marked) -> Row:
    stem = headline(marked.placed.shown.posed)
    line = said.ONE.format(number=marked.place + 1, told=told(marked), stem=stem)
    return Row(line, f"question:{at}")
