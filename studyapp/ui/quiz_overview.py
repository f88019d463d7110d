"""How the learner does in questions, as lines: accuracy by part, calibration, and what misled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.text import Text
from studyapp.typeset.charts import Bar, set_bars
from studyapp.typeset.ink import Inked, ink, join, read
from studyapp.typeset.wrap import Lines, hang, wrap
from studyapp.words import progress
from studyapp.words import quiz_end as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.core.questions.accuracy import Score
    from studyapp.core.text import Lang
    from studyapp.study.quiz_outlook import QuizOutlook, Topic

_WIDEST: Final = 92
_TOLD: Final = 3
"""Beliefs that are told; the others misled less."""


def quiz_lines(outlook: QuizOutlook, lang: Lang, width: int) -> Lines:
    """Everything Progress shows of questions."""
    width = min(width, _WIDEST)
    lines = [Inked(""), *wrap(ink(words.QUESTIONS[lang], "heading"), width)]
    if not outlook.all.of:
        return [*lines, *wrap(ink(words.NOTHING_TRIED[lang], "muted"), width)]
    for said in _sentences(outlook):
        lines += wrap(ink(said[lang]), width)
    for topics in (outlook.skills, outlook.decisions):
        lines += [Inked(""), *_topics(topics, lang, width)]
    if outlook.misled:
        lines += [Inked(""), *wrap(ink(words.MISLED[lang], "heading"), width)]
    for belief, times, _ in outlook.misled[:_TOLD]:
        said = words.MISLED_ONE.format(belief=belief.belief, times=times, truth=belief.truth)
        lines += hang(read(said[lang]), width, ink("• ", "bullet"))
    return lines


def _sentences(outlook: QuizOutlook) -> Iterator[Text]:
    yield words.ALL_SCORE.format(**outlook.all._asdict())
    sure = {name: _of(score) for name, score in outlook.calibration.items()}
    yield words.CALIBRATION.format(**sure)
    with_gloss, without = outlook.gloss
    if with_gloss.of:
        yield words.GLOSS.format(
            with_right=with_gloss.right, with_of=with_gloss.of, **without._asdict()
        )


def _topics(topics: Sequence[Topic], lang: Lang, width: int) -> Lines:
    said = [_amount(topic) for topic in topics]
    longest = max((len(each[lang]) for each in said), default=0)
    lines: Lines = []
    for topic, amount in zip(topics, said, strict=True):
        padded = Text.once(amount[lang].ljust(longest))  # so that all bars are of one length
        bars = set_bars([Bar(Text.once(""), topic.score.share, padded)], lang, width - 2)
        lines += wrap(ink(topic.name[lang], "strong"), width)
        lines += [join((Inked("  "), bar)).bare() for bar in bars]
    return lines


def _amount(topic: Topic) -> Text:
    if not topic.score.of:
        return words.PART_UNTRIED.format(questions=topic.questions)
    return words.PART_SCORE.format(
        tried=topic.tried, questions=topic.questions, **topic.score._asdict()
    )


def _of(score: Score) -> Text:
    return words.OF.format(**score._asdict()) if score.of else progress.NOTHING_ASKED
