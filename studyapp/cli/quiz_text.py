"""A question, its explanation and the end of a sitting as lines that are read aloud."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Final

from studyapp import words as common
from studyapp.core.prose import plain
from studyapp.core.text import Lang, Text
from studyapp.typeset.explained import told_papers, verdict
from studyapp.typeset.ink import Inked, ink, read
from studyapp.typeset.questioning import Look, asked_lines
from studyapp.typeset.reasoning import reason_lines
from studyapp.typeset.references import checked
from studyapp.typeset.wrap import Lines, hang, wrap
from studyapp.words import explaining, quiz_end
from studyapp.words import quiz as words
from studyapp.words import quiz_plain as own_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.core.questions.shown import Line, Posed, Shown
    from studyapp.study.leads import Note
    from studyapp.study.quizzing import Rescored
    from studyapp.study.study import Study
    from studyapp.study.summing_up import Summary
    from studyapp.typeset.explained import Told

_BLANK: Final = Inked("")
_LINE: Final = 70
"""Letters of a question in a list."""


def question_lines(shown: Shown, lang: Lang, width: int) -> Lines:
    """What is asked, and the answers one below the other."""
    lines = [*asked_lines(shown, Look(lang), width), *_listed(shown.lines, lang, width)]
    if shown.answers:
        lines += wrap(ink(words.ANSWERS[lang]), width)
        lines += _listed(shown.answers, lang, width)
    return lines


def explanation_lines(told: Told, width: int) -> Lines:
    """The verdict, every answer with its reasons, the words that decide, and what to remember."""
    lines = wrap(ink(verdict(told)[0][told.lang]), width)
    for paper in told_papers(told, width):
        lines += [_BLANK, *paper.lines] if paper.lines else []
    lines.append(_BLANK)
    for text in _deciding(told):
        lines += wrap(ink(text[told.lang]), width)
    takeaway = own_words.TAKEAWAY.format(label=common.TAKEAWAY, words=told.explanation.takeaway)
    return [*lines, *wrap(read(takeaway[told.lang]), width)]


def grounds_lines(told: Told, notes: Iterable[Note], width: int) -> Lines:
    """The notes behind a question, and the sources that its reasons cite by number."""
    lang = told.lang
    lines: Lines = []
    titles = {note.section: note.title for note in notes}
    if titles:
        lines += wrap(ink(explaining.NOTES[lang]), width)
    for id_, title in titles.items():
        said = own_words.NOTE.format(title=_plain(title), id=id_)
        lines += wrap(ink(said[lang]), width)
    if told.sources:
        lines += wrap(ink(common.SOURCES[lang]), width)
    for number, source in enumerate(told.sources.values(), start=1):
        said = own_words.SOURCE.format(title=_plain(source.title), checked=checked(source))
        lines += hang(ink(said[lang]), width, ink(f"{number}. "))
        lines += wrap(ink(source.url), width)
    return lines


def option_lines(told: Told, option_id: str, width: int) -> Lines:
    """Everything there is to say of one answer."""
    each = told.explanation.option(option_id)
    lines = hang(
        read(each.text[told.look.lang]), width, ink(f"{told.draft.shown.letter(option_id)}. ")
    )
    lines += wrap(read(each.why[told.lang]), width)
    return [*lines, *reason_lines(each, told, width)]


def summary_said(study: Study, summary: Summary) -> Iterator[Text]:
    """What a sitting came to, and what to do next."""
    first = summary.first
    if first.share is None:
        yield quiz_end.NO_ANSWERS
    else:
        yield quiz_end.SCORE.format(**first._asdict(), percent=round(100 * first.share))
        yield from _figures(study, summary)
    sure = {posed.key: posed for posed in summary.confident_mistakes}
    others = [posed for posed in summary.missed if posed.key not in sure]
    for heading, listed in ((quiz_end.SURE_WRONG, sure.values()), (quiz_end.TO_DO_AGAIN, others)):
        if listed:
            yield heading
            yield from map(_headline, listed)
    yield quiz_end.NEXT.format(what=summary.best.what)
    yield summary.best.why


def rescored_said(rescored: Iterable[Rescored]) -> Iterator[Text]:
    """The questions whose keys were corrected, and what that did to earlier answers."""
    for each in rescored:
        yield _headline(each.posed)
        yield words.RESCORED_ONE.format(better=each.better, worse=each.worse)


def _headline(posed: Posed) -> Text:
    """The beginning of a question, for a list."""
    stem = posed.question.stem
    return Text(*(shorten(plain(stem[lang]), _LINE, placeholder="…") for lang in Lang))


def _listed(lines: Iterable[Line], lang: Lang, width: int) -> Iterator[Inked]:
    for line in lines:
        yield from hang(read(line.text[lang]), width, ink(f"{line.letter}. "))


def _deciding(told: Told) -> Iterator[Text]:
    """The phrases without which another answer could be right, as the question has them."""
    shown, lang = told.draft.shown, told.look.lang
    parts = {part.name: plain(part.text[lang]) for part in shown.parts}
    found = [
        own_words.QUOTED.format(words=parts[phrase.part][phrase.start : phrase.end])
        for phrase in shown.phrases(lang)
        if phrase.is_deciding
    ]
    if found:
        yield own_words.DECIDING
        yield from dict.fromkeys(found)


def _figures(study: Study, summary: Summary) -> Iterator[Text]:
    for id_, score in summary.skills.items():
        yield quiz_end.SKILL_SCORE.format(name=study.skill(id_).code, **score._asdict())
    for said, score in ((quiz_end.AGAIN, summary.again), (quiz_end.GUESSES, summary.guesses)):
        if score.of:
            yield said.format(**score._asdict())
    peeked, unpeeked = summary.gloss
    if peeked.of:
        given = {"with_right": peeked.right, "with_of": peeked.of}
        yield quiz_end.GLOSS.format(**given, **unpeeked._asdict())
    seconds = round(summary.seconds_each or 0)
    if summary.exam_pace is None:
        yield quiz_end.PACE_ONLY.format(seconds=seconds)
    else:
        yield quiz_end.PACE.format(seconds=seconds, allowed=round(summary.exam_pace))


def _plain(text: Text) -> Text:
    return Text(plain(text.en), plain(text.vi))
