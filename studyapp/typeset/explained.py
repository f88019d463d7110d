"""What is said after an answer as lines: the verdict, each option's reasons, what to remember."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from studyapp import words as common
from studyapp.core.questions.form import ChoiceQuestion, MatchingQuestion, OrderingQuestion
from studyapp.core.questions.grading import Outcome, pairs
from studyapp.core.text import Lang, Text
from studyapp.typeset.framed import set_takeaway
from studyapp.typeset.ink import Inked, ink, join, read, rule
from studyapp.typeset.page import Placed
from studyapp.typeset.questioning import Look, Paper, both_said, stacked
from studyapp.typeset.reasoning import left_out_lines, reason_lines
from studyapp.typeset.references import checked
from studyapp.typeset.wrap import Lines, hang, led, wrap
from studyapp.words import explaining as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.core.history.events import Confidence
    from studyapp.core.pack import Source
    from studyapp.core.questions.draft import Draft
    from studyapp.core.questions.explaining import Explained, Explanation
    from studyapp.typeset.roles import Role

_INDENT: Final = Inked("  ")
_FIRST: Final = (Outcome.PICKED_WRONG, Outcome.MISSED, Outcome.PICKED_RIGHT)
"""What matters most comes first: one's own mistake, then the key."""
_ROLES: Final[dict[Outcome, Role]] = {
    Outcome.PICKED_RIGHT: "takeaway.label",
    Outcome.MISSED: "takeaway.label",
    Outcome.PICKED_WRONG: "notice.trap",
    Outcome.LEFT: "muted",
}
_FOOT: Final = 24  # cells of the rule that parts notes and sources from the explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An answer and what there is to say of it."""

    draft: Draft
    confidence: Confidence
    explanation: Explanation
    look: Look
    """How the question is seen."""
    lang: Lang
    """Of the explanation."""
    sources: Mapping[str, Source]
    """Those of the explanation, in the order in which they are numbered."""
    notes: tuple[Text, ...] = ()
    """The titles of the notes behind it."""
    opened: frozenset[str] = frozenset()
    """The options of which everything is told."""
    sought: frozenset[str] = frozenset()
    """Those for which pairs of changes were looked for."""


def verdict(told: Told) -> tuple[Text, Role]:
    """Right or wrong, and what was chosen; with the role to say it in."""
    grade, shown = told.explanation.grade, told.draft.shown
    said = [words.RIGHT if grade.is_right else words.WRONG]
    if grade.is_right and told.confidence == "guess":
        said.append(words.LUCKY)
    elif not grade.is_right and isinstance(shown.question, ChoiceQuestion):
        key = _letters(told.draft, grade.key)
        chosen = _letters(told.draft, told.draft.chosen)
        chose = words.CHOSE if chosen else words.CHOSE_NOTHING
        said.append(chose.format(chosen=chosen, key=key))
    elif not grade.is_right:
        right = sum(each is Outcome.PICKED_RIGHT for each in grade.outcomes.values())
        said.append(words.PLACED.format(right=right, all=len(grade.outcomes)))
    if not grade.is_right and told.confidence == "sure":
        said.append(words.CONFIDENT)
    whole = Text(*(" ".join(each[lang] for each in said) for lang in Lang))
    return whole, "takeaway.label" if grade.is_right else "notice.trap"


def told_papers(told: Told, width: int) -> tuple[Paper, Paper]:
    """What matters most of the answers, and the rest; each answer is a place under its id."""
    match told.draft.shown.question:
        case ChoiceQuestion():
            letter = told.draft.shown.letter
            options = sorted(told.explanation.options, key=lambda each: letter(each.id))
            first = sorted(
                (each for each in options if each.outcome in _FIRST),
                key=lambda each: _FIRST.index(each.outcome),
            )
            rest = [each for each in options if each.outcome not in _FIRST]
            last = Paper([*left_out_lines(told, width)])
            return _stack(first, told, width), stacked((_stack(rest, told, width), last), 1)
        case OrderingQuestion() | MatchingQuestion():
            return _stack(told.explanation.options, told, width), Paper([])


def takeaway_lines(told: Told, width: int) -> Lines:
    """What to remember."""
    return set_takeaway(told.explanation.takeaway, told.lang, width)


def foot_lines(told: Told, width: int) -> Lines:
    """The notes behind a question, and the sources that its reasons cite by number."""
    lang = told.lang
    lines = [rule(min(_FOOT, width))]
    if told.notes:
        lines += wrap(ink(words.NOTES[lang], "heading"), width)
    for title in told.notes:
        lines += hang(read(title[lang], "link"), width, ink("→ ", "bullet"))
    if told.sources:
        lines += wrap(ink(common.SOURCES[lang], "heading"), width)
    for number, source in enumerate(told.sources.values(), start=1):
        said = join((read(source.title[lang], "link"), ink(checked(source)[lang], "source")), " · ")
        lines += hang(said, width, ink(f"{number}. ", "bullet"))
    return lines


def _stack(shown: Iterable[Explained], told: Told, width: int) -> Paper:
    return stacked((_answer(each, told, width) for each in shown), 1)


def _answer(each: Explained, told: Told, width: int) -> Paper:
    room = width - _INDENT.cells
    body = [*_text(each, told, room)]
    body += both_said(each.why, Look(told.lang, told.look.is_peeked), room)
    body += reason_lines(each, told, room)
    lines = [*_head(each, told, width), *led(body, _INDENT, _INDENT)]
    return Paper(lines, (Placed(each.id, 0, len(lines)),))


def _text(each: Explained, told: Told, width: int) -> Lines:
    """The words of an option or entry, or a prompt and what belongs to it."""
    shown = told.draft.shown
    if not isinstance(shown.question, MatchingQuestion):
        return both_said(each.text, told.look, width, role="strong")
    prompt = next(line.text for line in shown.lines if line.id == each.id)
    arrow = ink(f"→ {shown.answer_letter(each.id)} ", "table.key")
    return [
        *both_said(prompt, told.look, width),
        *both_said(each.text, told.look, width, arrow, "strong"),
    ]


def _head(each: Explained, told: Told, width: int) -> Lines:
    """The letter or place of an answer, and what became of it."""
    shown, chosen = told.draft.shown, told.draft.chosen
    said, name = words.OUTCOMES[each.outcome.value], shown.letter(each.id)
    match shown.question:
        case ChoiceQuestion():
            pass
        case OrderingQuestion():
            name = f"{told.explanation.grade.key.index(each.id) + 1}. {name}"
            if each.outcome is Outcome.PICKED_WRONG:
                said = words.OUT_OF_PLACE.format(place=chosen.index(each.id) + 1)
            else:
                said = words.LEFT_OPEN if each.outcome is Outcome.MISSED else words.IN_PLACE
        case MatchingQuestion():
            if each.outcome is Outcome.PICKED_WRONG:
                said = words.MISMATCHED.format(letter=shown.answer_letter(pairs(chosen)[each.id]))
            else:
                said = words.LEFT_OPEN if each.outcome is Outcome.MISSED else words.MATCHED
    marked = ink(said[told.lang], _ROLES[each.outcome])
    return wrap(join((ink(name, "table.key"), marked), "  "), width)


def _letters(draft: Draft, chosen: Iterable[str]) -> str:
    return ", ".join(sorted(draft.shown.letter(each) for each in chosen))
