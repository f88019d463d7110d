"""The rows of the Quiz place: what can be practised, how, and which keys were corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.prose import plain
from studyapp.core.questions.choosing import Wanted
from studyapp.core.text import Text
from studyapp.study import choices, quiz_choices
from studyapp.ui.widgets.rows import Row
from studyapp.words import cards as common
from studyapp.words import quiz as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.core.questions.choosing import By
    from studyapp.core.questions.shown import Posed
    from studyapp.study.practising import Practice
    from studyapp.study.quizzing import Counts, Part, Rescored
    from studyapp.study.study import Study

_BLANK = Row(Text.once(" "))
_LINE = 90
"""Letters of a question in a list."""


def start_rows(study: Study, practice: Practice | None, corrected: int) -> Iterator[Row]:
    """What can be practised now, and how; ``corrected`` counts questions that were scored anew."""
    settings = study.learning.progress.settings
    wanted = Wanted(exam_only=quiz_choices.is_opened(settings))
    counts = study.quizzing.counts(wanted)
    yield _BLANK
    yield Row(words.BANK.format(**counts._asdict()), role="strong")
    if corrected:
        yield Row(words.RESCORED.format(count=corrected), "rescored", role="notice.exam")
    yield _BLANK
    if practice is not None and practice.current is not None:
        sitting = practice.sitting
        yield Row(words.CONTINUE.format(at=sitting.position, all=sitting.length), "continue")
        yield Row(words.FINISH, "finish")
    yield Row(words.START, "start", "1", _why(counts))
    yield Row(_counted(words.DUE, counts.due), "due", "2")
    yield Row(_counted(words.MISSED, counts.missed), "missed", "3")
    yield Row(_counted(words.UNSEEN, counts.unseen), "unseen", "4")
    yield Row(words.WEAKEST, "weakest", "5")
    for by, digit in (("skill", "6"), ("decision", "7"), ("pair", "8")):
        yield Row(words.BY[by], f"by:{by}", digit)
    yield Row(_counted(words.FLAGGED, counts.flagged), "flagged", "9")
    for by in ("type", "difficulty"):
        yield Row(words.BY[by], f"by:{by}")
    yield Row(words.ENDLESS, "endless", note=words.ENDLESS_WHY)
    yield _BLANK
    yield from _how_rows(study, counts)


def part_row(study: Study, by: By, part: Part, digit: str) -> Row:
    """A part of the bank in a list."""
    counts = part.counts
    said = words.PART.format(name=part_name(study, by, part.name), **counts._asdict())
    return Row(said, part.name, digit)


def part_name(study: Study, by: By, name: str) -> Text:
    """What a part of the bank is called."""
    match by:
        case "skill":
            skill = study.skill(name)
            return common.SKILL.format(code=skill.code, title=_plain(skill.title))
        case "decision":
            return _plain(study.decisions.get(name, Text.once(name)))
        case "type":
            return words.TYPES[name]
        case "difficulty":
            return words.DIFFICULTIES[name]
        case "pair":
            titles = {entry.id: entry.title for entry in study.outline}
            return _plain(titles.get(name, Text.once(name)))


def rescored_rows(rescored: Sequence[Rescored]) -> Iterator[Row]:
    """The questions whose keys were corrected."""
    yield Row(words.RESCORED_HINT, role="muted")
    for each in rescored:
        note = words.RESCORED_ONE.format(better=each.better, worse=each.worse)
        yield Row(headline(each.posed), note=note)


def headline(posed: Posed) -> Text:
    """The beginning of a question, for a list."""
    stem = posed.question.stem
    return Text(*map(_shortened, (stem.en, stem.vi)))


def _why(counts: Counts) -> Text:
    """Why the best mix is what it is."""
    if counts.missed or counts.due:
        return words.START_URGENT.format(missed=counts.missed, due=counts.due)
    return words.START_NEW if counts.unseen else words.START_KNOWN


def _how_rows(study: Study, counts: Counts) -> Iterator[Row]:
    settings, pace = study.learning.progress.settings, study.quizzing.exam_pace
    everything = study.quizzing.counts(Wanted(exam_only=True)).questions
    opened = quiz_choices.is_opened(settings)
    kept_back = words.OPENED_OFF.format(count=everything - counts.questions)
    said = [
        (quiz_choices.SIZE, words.SIZE, size_said(quiz_choices.size_of(settings))),
        (choices.QUESTIONS, words.LANGUAGES, words.READ_IN[choices.read_in_of(settings)]),
        (quiz_choices.CLOCK, words.CLOCK, clock_said(quiz_choices.clock_of(settings, pace))),
    ]
    if opened or everything > counts.questions:
        told = words.OPENED_ON if opened else kept_back
        said.append((quiz_choices.OPENED, words.OPENED, told))
    yield Row(words.HOW, role="heading")
    for name, called, value in said:
        yield Row(common.SETTING.format(name=called, value=value), f"set:{name}")


def size_said(size: int | None) -> Text:
    """How many questions a sitting has, in words."""
    return words.SIZE_ALL if size is None else words.SIZE_SOME.format(count=size)


def clock_said(clock: str) -> Text:
    """How long a sitting may take, in words."""
    kind, _, minutes = clock.partition(":")
    if kind == "minutes":
        return words.CLOCK_SET.format(count=minutes)
    return words.CLOCK_PACE if kind == "pace" else words.CLOCK_NONE


def _counted(name: Text, count: int) -> Text:
    return common.COUNTED.format(name=name, count=count)


def _plain(text: Text) -> Text:
    return Text(plain(text.en), plain(text.vi))


def _shortened(markdown: str) -> str:
    words_ = plain(markdown)
    if len(words_) <= _LINE:
        return words_
    return f"{words_[:_LINE].rpartition(' ')[0].rstrip(' ,;:')}…"
