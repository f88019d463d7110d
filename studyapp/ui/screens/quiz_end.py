"""The rows of the end of a sitting: what it came to, what was missed, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.text import Text
from studyapp.ui.screens.quiz_start import headline, part_name
from studyapp.ui.widgets.entries import Entry
from studyapp.ui.widgets.rows import Row
from studyapp.words import quiz_end as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.questions.accuracy import Score
    from studyapp.study.study import Study
    from studyapp.study.summing_up import Summary

_BLANK = Row(Text.once(" "))


def end_rows(study: Study, what: Text, summary: Summary) -> Iterator[Row]:
    """The figures of a sitting of something, and what can be done next."""
    yield Row(words.DONE.format(what=what), role="title")
    yield _BLANK
    first = summary.first
    if first.share is None:
        yield Row(words.NO_ANSWERS)
    else:
        percent = round(100 * first.share)
        yield Row(words.SCORE.format(**first._asdict(), percent=percent), role="strong")
        yield from _figures(study, summary)
    yield _BLANK
    yield Row(words.NEXT.format(what=summary.best.what), "best", "1", summary.best.why)
    if summary.missed:
        yield Row(words.MISSED_AGAIN.format(count=len(summary.missed)), "again", "2")
    yield Row(words.OTHERWISE, "otherwise", "3")
    sure = summary.confident_mistakes
    known = {posed.key for posed in sure}
    others = tuple(posed for posed in summary.missed if posed.key not in known)
    for heading, listed in ((words.SURE_WRONG, sure), (words.TO_DO_AGAIN, others)):
        if listed:
            yield _BLANK
            yield Row(heading, role="heading")
        for posed in listed:
            yield Entry(headline(posed), sign="· ")


def _figures(study: Study, summary: Summary) -> Iterator[Row]:
    for id_, score in summary.skills.items():
        name = part_name(study, "skill", id_)
        yield Row(words.SKILL_SCORE.format(name=name, **score._asdict()))
    for said, score in ((words.AGAIN, summary.again), (words.GUESSES, summary.guesses)):
        if score.of:
            yield Row(said.format(**score._asdict()))
    if summary.gloss.with_gloss.of:
        yield Row(_gloss(summary.gloss.with_gloss, summary.gloss.without))
    yield Row(_pace(summary), role="muted")


def _gloss(with_gloss: Score, without: Score) -> Text:
    return words.GLOSS.format(
        with_right=with_gloss.right, with_of=with_gloss.of, **without._asdict()
    )


def _pace(summary: Summary) -> Text:
    seconds = round(summary.seconds_each or 0)
    if summary.exam_pace is None:
        return words.PACE_ONLY.format(seconds=seconds)
    return words.PACE.format(seconds=seconds, allowed=round(summary.exam_pace))
