"""A question as it is displayed: its parts in order, letters, and the phrases that decide it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import blake2b
from random import Random
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from studyapp.core.prose import plain
from studyapp.core.questions.form import ChoiceQuestion, MatchingQuestion, OrderingQuestion
from studyapp.core.text import Lang, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studyapp.core.questions.form import Case, Question

_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

PartName = Literal["story", "stem", "asks"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Posed:
    """A question that can be put to the learner, of the bank or made as a variant of one."""

    key: str
    """``pack/id`` of the question of the bank, under which its history is kept."""
    question: Question
    case: Case | None = None
    """The case whose story stands before the stem."""
    variant: int | None = None
    """Of a variant: the seed it was made from."""
    pack_digest: str = ""
    """Of a variant: the pack whose fragments it was made from."""


class Line(NamedTuple):
    """Something to pick, to put in order, or to give an answer to."""

    id: str
    letter: str
    text: Text


class Part(NamedTuple):
    """A part of what is asked, in the order of reading."""

    name: PartName
    text: Text


class Phrase(NamedTuple):
    """Where the words of a fact stand in one language."""

    part: PartName
    start: int
    """In the words of the part without their markup, as `core.prose.plain` gives them."""
    end: int
    trait: str
    is_deciding: bool
    """Without the fact another option could be right."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A question with the order of its answers; equal seeds give equal orders."""

    posed: Posed
    seed: int
    lines: tuple[Line, ...] = field(init=False)
    """Options or entries, shuffled; of a matching question the prompts, as they are written."""
    answers: tuple[Line, ...] = field(init=False)
    """Of a matching question: its answers, each once and shuffled; none for other types."""

    def __post_init__(self) -> None:
        lines, answers = _arranged(self.posed.question, Random(self.seed))  # noqa: S311 -- no secret
        object.__setattr__(self, "lines", lines)
        object.__setattr__(self, "answers", answers)

    @property
    def question(self) -> Question:
        """What is asked."""
        return self.posed.question

    @property
    def parts(self) -> tuple[Part, ...]:
        """The story of its case, the stem and the closing sentence."""
        return parts(self.question, self.posed.case)

    def letter(self, line_id: str) -> str:
        """The letter of an option, entry or prompt; empty for an id it does not have."""
        return next((line.letter for line in self.lines if line.id == line_id), "")

    def answer_letter(self, match_id: str) -> str:
        """The letter of the answer of a match; empty for an id it does not have."""
        if not isinstance(self.question, MatchingQuestion):
            return ""
        shown = next((m.answer for m in self.question.matches if m.id == match_id), None)
        return next((line.letter for line in self.answers if line.text == shown), "")

    @property
    def digest(self) -> str:
        """16 hexadecimal digits that change with the words shown, but not with their order."""
        said = (text[lang] for text in _words(self.posed) for lang in Lang)
        return blake2b("\0".join(said).encode(), digest_size=8).hexdigest()

    @property
    def text(self) -> str:
        """What is shown as JSON, so that a variant can be read when it can be made no more.

        ``{parts: {name: {en, vi}}, options: [{id, en, vi, key, misconception}]}``; other types than
        choice and response have ``lines`` and ``answers`` of ``{id, en, vi}`` instead of options.
        """
        said: dict[str, object] = {"parts": {part.name: _both(part.text) for part in self.parts}}
        if isinstance(self.question, ChoiceQuestion):
            said["options"] = [
                {
                    "id": option.id,
                    **_both(option.text),
                    "key": option.key,
                    "misconception": option.misconception,
                }
                for option in self.question.options
            ]
        else:
            said["lines"] = [{"id": line.id, **_both(line.text)} for line in self.lines]
            said["answers"] = [{"id": line.id, **_both(line.text)} for line in self.answers]
        return json.dumps(said, ensure_ascii=False, separators=(",", ":"))

    def phrases(self, lang: Lang) -> tuple[Phrase, ...]:
        """Where the words of each fact stand; one that stands nowhere is left out."""
        if not isinstance(self.question, ChoiceQuestion):
            return ()
        read = [(part.name, plain(part.text[lang])) for part in self.parts]
        found = []
        for fact in self.question.facts:
            says = plain(fact.says[lang])
            places = ((name, words.find(says), len(says)) for name, words in read)
            for name, start, length in places:
                if start >= 0:
                    is_deciding = fact.role == "deciding"
                    found.append(Phrase(name, start, start + length, fact.trait, is_deciding))
                    break
        return tuple(found)


def parts(question: Question, case: Case | None = None) -> tuple[Part, ...]:
    """The story of the case, the stem and the closing sentence of a question."""
    story = () if case is None else (Part("story", case.story),)
    return (*story, Part("stem", question.stem), Part("asks", question.asks))


def case_of(question: Question, cases: Mapping[str, Case]) -> Case | None:
    """The case whose story stands before the stem, if it has one."""
    named = question.case if isinstance(question, ChoiceQuestion) else None
    return None if named is None else cases.get(named)


def distinct_answers(question: MatchingQuestion) -> tuple[tuple[str, Text], ...]:
    """The answers of a matching question, each once, with the id of its first match."""
    found: dict[Text, str] = {}
    for match in question.matches:
        found.setdefault(match.answer, match.id)
    return tuple((id_, text) for text, id_ in found.items())


def _arranged(question: Question, chance: Random) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What stands on the left and, for matching, on the right."""
    match question:
        case ChoiceQuestion():
            options = [(option.id, option.text) for option in question.options]
            chance.shuffle(options)
            return _lettered(options), ()
        case OrderingQuestion():
            written = [(entry.id, entry.text) for entry in question.entries]
            shuffled = list(written)
            while shuffled == written and len(written) > 1:  # the answer would be given away
                chance.shuffle(shuffled)
            return _lettered(shuffled), ()
        case MatchingQuestion():
            answers = list(distinct_answers(question))
            chance.shuffle(answers)
            prompts = [(match.id, match.prompt) for match in question.matches]
            return _numbered(prompts), _lettered(answers)


def _lettered(lines: list[tuple[str, Text]]) -> tuple[Line, ...]:
    return tuple(Line(id_, _LETTERS[at % 26], text) for at, (id_, text) in enumerate(lines))


def _numbered(lines: list[tuple[str, Text]]) -> tuple[Line, ...]:
    return tuple(Line(id_, str(at), text) for at, (id_, text) in enumerate(lines, start=1))


def _words(posed: Posed) -> Iterator[Text]:
    """Every text that is shown before the answer, in the author's order."""
    yield from (part.text for part in parts(posed.question, posed.case))
    match posed.question:
        case ChoiceQuestion(options=options):
            yield from (option.text for option in options)
        case OrderingQuestion(entries=entries):
            yield from (entry.text for entry in entries)
        case MatchingQuestion(matches=matches):
            for each in matches:
                yield from (each.prompt, each.answer)


def _both(text: Text) -> dict[str, str]:
    return {lang.value: text[lang] for lang in Lang}
