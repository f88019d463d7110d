"""What is wrong with a question in itself, whatever any decision says of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from studyapp.core.questions.form import ChoiceQuestion, MatchingQuestion, OrderingQuestion
from studyapp.core.questions.proving.flaws import Flaw, FlawKind
from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.core.questions.form import Case, Question
    from studyapp.core.questions.proving.flaws import Path
    from studyapp.core.text import Text


_KEYS: Final = {"choice": {4: 1}, "response": {5: 2, 6: 3}}
"""By type and number of answers, how many are right."""
_FEWEST: Final = 3
_MOST: Final = 7
_LETTER: Final = re.compile(
    r"""
      \( [A-F] \)
    | \b (?i: options? | answers? | choices? | câu | ý | chọn
            | (?: đáp | phương ) \s án | (?: lựa | tùy | tuỳ ) \s chọn )
      \s \(? [A-F] \)? (?! \w | / | [-.]\w )
    """,
    re.VERBOSE,
)


def misshapen(question: Question, case: Case | None) -> Iterator[Flaw]:
    """Find phrases that stand nowhere, wrong numbers of answers, missing grounds and letters."""
    if isinstance(question, ChoiceQuestion):
        yield from _unsaid(question, case)
        yield from _miscounted(question)
        yield from _unexplained(question)
        if question.decision is None and question.facts:
            message = "there is no decision that could know these facts"
            yield Flaw(FlawKind.UNKNOWN, ("facts",), message)
    else:
        yield from _mislisted(question)
    if not _is_grounded(question):
        message = "nothing says that the key is right: no decision, no sum and no sources"
        yield Flaw(FlawKind.UNPROVED, ("id",), message)
    for at, text in _texts(question):
        yield from _lettered(at, text)


def _unsaid(question: ChoiceQuestion, case: Case | None) -> Iterator[Flaw]:
    told = (question.stem, question.asks, *((case.story,) if case else ()))
    for index, fact in enumerate(question.facts):
        for lang in Lang:
            if not any(fact.says[lang] in text[lang] for text in told):
                message = f"these words for `{fact.trait}` do not stand in the question"
                hint = "copy them from its stem, its closing sentence or its case"
                yield Flaw(FlawKind.PHRASE, ("facts", index, "says", lang.value), message, hint)


def _miscounted(question: ChoiceQuestion) -> Iterator[Flaw]:
    keys, size = sum(option.key for option in question.options), len(question.options)
    allowed = _KEYS[question.type]
    if allowed.get(size) != keys:
        wanted = " or ".join(f"{n} answers and {k} right" for n, k in allowed.items())
        message = f"a {question.type} has {wanted}, not {size} and {keys}"
        yield Flaw(FlawKind.SHAPE, ("options",), message)
    yield from _twice("options", [option.id for option in question.options])


def _mislisted(question: OrderingQuestion | MatchingQuestion) -> Iterator[Flaw]:
    field = "entries" if isinstance(question, OrderingQuestion) else "matches"
    ids = [each.id for each in getattr(question, field)]
    if not _FEWEST <= len(ids) <= _MOST:
        message = f"{_FEWEST} to {_MOST} {field} are asked for, not {len(ids)}"
        yield Flaw(FlawKind.SHAPE, (field,), message)
    yield from _twice(field, ids)
    if isinstance(question, MatchingQuestion):
        for lang in Lang:
            met = set[str]()
            for index, match in enumerate(question.matches):
                if match.prompt[lang] in met:
                    at = (field, index, "prompt", lang.value)
                    yield Flaw(FlawKind.SHAPE, at, "an earlier prompt says the same")
                met.add(match.prompt[lang])


def _twice(field: str, ids: list[str]) -> Iterator[Flaw]:
    for index, name in enumerate(ids):
        if name in ids[:index]:
            yield Flaw(FlawKind.SHAPE, (field, index, "id"), f"`{name}` is named twice")


def _unexplained(question: ChoiceQuestion) -> Iterator[Flaw]:
    for index, option in enumerate(question.options):
        if not option.key and option.misconception is None:
            message = f"`{option.id}` is wrong but names no misconception"
            yield Flaw(FlawKind.UNEXPLAINED, ("options", index, "id"), message)


def _is_grounded(question: Question) -> bool:
    if question.sources:
        return True
    return isinstance(question, ChoiceQuestion) and bool(question.decision or question.computes)


def _lettered(at: Path, text: Text) -> Iterator[Flaw]:
    for lang in Lang:
        if found := _LETTER.search(text[lang]):
            message = f"`{found[0]}` names an answer by a letter"
            hint = "letters are given when the question is shown: name the thing"
            yield Flaw(FlawKind.LETTER, (*at, lang.value), message, hint)


def _texts(question: Question) -> Iterator[tuple[Path, Text]]:
    for name in ("stem", "asks", "takeaway"):
        yield (name,), getattr(question, name)
    if isinstance(question, ChoiceQuestion):
        yield from _inside("options", question.options, "text", "why")
        yield from _inside("unoffered", question.unoffered, "why")
    elif isinstance(question, OrderingQuestion):
        yield from _inside("entries", question.entries, "text", "why")
    else:
        yield from _inside("matches", question.matches, "prompt", "answer", "why")


def _inside(field: str, elements: Iterable[object], *names: str) -> Iterator[tuple[Path, Text]]:
    for index, element in enumerate(elements):
        for name in names:
            yield (field, index, name), getattr(element, name)
