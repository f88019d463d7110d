"""A question as lines: what is asked, and its answers to pick, to put in order or to match."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.questions.form import ChoiceQuestion, MatchingQuestion, OrderingQuestion
from studyapp.core.questions.grading import needed, pairs
from studyapp.typeset.ink import Inked, ink, join, read
from studyapp.typeset.page import Placed
from studyapp.typeset.wrap import Lines, hang, wrap
from studyapp.words import quiz as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from studyapp.core.questions.draft import Draft
    from studyapp.core.questions.form import Question
    from studyapp.core.questions.shown import Line, Part, Shown
    from studyapp.core.text import Lang, Text
    from studyapp.typeset.roles import Role

MEASURE: Final = 84
"""Cells of the longest line, for the eye's sake."""
_BLANK: Final = Inked("")


class Look(NamedTuple):
    """How a question is seen."""

    lang: Lang
    is_peeked: bool = False
    """Whether the other language stands under each part."""
    is_answered: bool = False
    """Whether the words that decide are set off."""


class Paper(NamedTuple):
    """Lines, and which of them belong to what a cursor can stand on."""

    lines: Lines
    places: tuple[Placed, ...] = ()


def stacked(papers: Iterable[Paper], between: int = 0) -> Paper:
    """Papers one below the other, with blank lines between those that have any lines."""
    lines: Lines = []
    places: list[Placed] = []
    for paper in papers:
        if lines and paper.lines:
            lines += [_BLANK] * between
        places += (place._replace(top=place.top + len(lines)) for place in paper.places)
        lines += paper.lines
    return Paper(lines, tuple(places))


def both(said: Callable[[Lang], Inked], look: Look, width: int, lead: Inked | None = None) -> Lines:
    """Set something in the language of a look and, if that is peeked at, in the other below."""
    first = lead or Inked("")
    lines = hang(said(look.lang), width, first)
    if look.is_peeked:
        indent = Inked(" " * first.cells)
        tag, rest = ink(f"{look.lang.other.upper()} ╎ ", "peek"), ink("   ╎ ", "peek")
        lines += hang(said(look.lang.other), width, join((indent, tag)), join((indent, rest)))
    return lines


def both_said(
    text: Text, look: Look, width: int, lead: Inked | None = None, role: Role | None = None
) -> Lines:
    """The same for a text in a role."""
    return both(lambda lang: read(text[lang], role), look, width, lead)


def asked_lines(shown: Shown, look: Look, width: int) -> Lines:
    """Set the story of the case, the stem and the closing sentence with the count it asks for."""
    lines: Lines = []
    if (case := shown.posed.case) is not None:
        lines += wrap(read(case.title[look.lang], "heading"), width)
    for part in shown.parts:
        if lines and part.name != "story":
            lines.append(_BLANK)
        lines += both(partial(_part, shown, part, look), look, width)
    return lines


def count_asked(question: Question) -> Text | None:
    """How many to pick, to put in order or to match; None where the form of a choice says it."""
    count = needed(question)
    match question:
        case ChoiceQuestion(type="choice"):
            return None
        case ChoiceQuestion():
            return words.CHOOSE.get(count) or words.CHOOSE_MANY.format(count=count)
        case OrderingQuestion():
            return words.ORDER_ALL.format(count=count)
        case MatchingQuestion():
            return words.MATCH_ALL.format(count=count)


def answers_paper(
    draft: Draft, look: Look, width: int, *, lifted: str | None = None, between: int = 0
) -> Paper:
    """Set the answers as they stand, each a place under its id; ``lifted`` is being moved."""
    match draft.shown.question:
        case ChoiceQuestion():
            options = (_option(draft, line, look, width) for line in draft.shown.lines)
            return stacked(options, between)
        case OrderingQuestion():
            lines = {line.id: line for line in draft.shown.lines}
            ordered = (lines[id_] for id_ in draft.arranged)
            entries = (_entry(draft, line, look, width, lifted) for line in ordered)
            return stacked(entries, between)
        case MatchingQuestion():
            prompts = [_prompt(draft, line, look, width) for line in draft.shown.lines]
            answers = Paper([*_answers(draft.shown, look, width)])
            return stacked((answers, stacked(prompts, between)), 1)


def _part(shown: Shown, part: Part, look: Look, lang: Lang) -> Inked:
    said = read(part.text[lang], "strong" if part.name == "asks" else None)
    if look.is_answered:
        here = (each for each in shown.phrases(lang) if each.part == part.name)
        marks = [_mark(each.start, each.end) for each in here if each.is_deciding]
        said = Inked(said.words, (*said.roles, *marks))
    if part.name == "asks" and (count := count_asked(shown.question)) is not None:
        said = join((said, ink(count[lang], "strong")), " ")
    return said


def _option(draft: Draft, line: Line, look: Look, width: int) -> Paper:
    is_struck, is_picked = line.id in draft.struck, line.id in draft.chosen
    box = "( )" if needed(draft.shown.question) == 1 else "[ ]"
    if is_struck:
        box = " – "
    elif is_picked:
        box = "(•)" if box == "( )" else "[x]"
    lead = join((ink(f"{line.letter} ", "table.key"), ink(f"{box} ", "bullet")))
    role: Role | None = "struck" if is_struck else "strong" if is_picked else None
    return _placed(line.id, both_said(line.text, look, width, lead, role))


def _entry(draft: Draft, line: Line, look: Look, width: int, lifted: str | None) -> Paper:
    at = draft.chosen.index(line.id) + 1 if line.id in draft.chosen else None
    place = "↕ " if line.id == lifted else "– " if at is None else f"{at}."
    lead = join((ink(f"{place} ", "bullet"), ink(f"{line.letter} ", "table.key")))
    role: Role | None = "strong" if line.id == lifted else None
    return _placed(line.id, both_said(line.text, look, width, lead, role))


def _prompt(draft: Draft, line: Line, look: Look, width: int) -> Paper:
    """A prompt with the letter of the answer that is given to it."""
    given = draft.shown.answer_letter(pairs(draft.chosen).get(line.id, ""))
    box = ink(f"[{given or ' '}] ", "bullet")
    lead = join((ink(f"{line.letter} ", "table.key"), box))
    return _placed(line.id, both_said(line.text, look, width, lead))


def _answers(shown: Shown, look: Look, width: int) -> Iterator[Inked]:
    yield from wrap(ink(words.ANSWERS[look.lang], "heading"), width)
    for line in shown.answers:
        yield from both_said(line.text, look, width, ink(f"{line.letter} ", "table.key"))


def _mark(start: int, end: int) -> tuple[int, int, Role]:
    return start, end, "deciding"


def _placed(id_: str, lines: Lines) -> Paper:
    return Paper(lines, (Placed(id_, 0, len(lines)),))
