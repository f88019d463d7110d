"""Whether one question has the form of the exam's, and no two are the same question again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.prose import plain
from studyapp.core.questions.bias.likeness import likeness, pairs, shingles, vocabulary
from studyapp.core.questions.bias.telltale import absolutes, is_lumped
from studyapp.core.text import Lang
from studyapp.library.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.core.questions.bias.likeness import Pair
    from studyapp.core.questions.form import ChoiceQuestion
    from studyapp.library.walk import Place

Asked = tuple["Place", "ChoiceQuestion"]
"""A question and where it stands."""

LANGUAGES: Final = {Lang.EN: "English", Lang.VI: "Vietnamese"}
_STEM_WORDS: Final = (40, 110)
_ANSWER_WORDS: Final = (5, 45)
_LONGER: Final = 1.6
"""How many times as long as the shortest answer the longest may be."""
_SAME_STEM: Final = 1 / 3
"""Of the shingles of two stems: as much is left where one word in six is changed. Of the worked
scenarios only two share it, one text with other names and numbers; the next two share 0.26."""
_SAME_WORDS: Final = 1 / 2
"""Of the words of two stems, and of the shingles of their answers, where both are asked for."""


def ill_phrased(place: Place, question: ChoiceQuestion) -> Iterator[Finding]:
    """P0804, P0805, P0808: answers that speak of the others, or give the key away."""
    yield from _lumped(place, question)
    yield from _absolute(place, question)
    yield from _misshapen(place, question)


def _lumped(place: Place, question: ChoiceQuestion) -> Iterator[Finding]:
    for at, option in enumerate(question.options):
        for lang, named in LANGUAGES.items():
            if is_lumped(plain(option.text[lang])):
                yield Finding(
                    code="P0804",
                    message=f"{named}: an answer that speaks of the other answers",
                    place=place / "options" / at / "text" / lang.value,
                    label="let it propose something itself",
                )


def _absolute(place: Place, question: ChoiceQuestion) -> Iterator[Finding]:
    for lang, named in LANGUAGES.items():
        said = [
            (option.key, absolutes(plain(option.text[lang]), lang)) for option in question.options
        ]
        wrong = [found for is_key, found in said if not is_key]
        if wrong and all(wrong) and not any(found for is_key, found in said if is_key):
            words = ", ".join(f"`{word}`" for word in sorted({w for found in wrong for w in found}))
            yield Finding(
                code="P0805",
                message=f"{named}: every wrong answer has an absolute word ({words}), no key has",
                place=place / "options",
                severity="warning",
            )


def _misshapen(place: Place, question: ChoiceQuestion) -> Iterator[Finding]:
    for step, message in (*_words(question), *_lengths(question)):
        yield Finding(code="P0808", message=message, place=place / step, severity="warning")


def _words(question: ChoiceQuestion) -> Iterator[tuple[str, str]]:
    count = len(f"{plain(question.stem.en)} {plain(question.asks.en)}".split())
    low, high = _STEM_WORDS
    # The story of a case says the rest.
    is_short = count < low and question.case is None
    if question.decision and (is_short or count > high):
        yield "stem", f"stem and closing sentence have {count} English words, not {low} to {high}"
    low, high = _ANSWER_WORDS
    for option in question.options:
        count = len(plain(option.text.en).split())
        if not low <= count <= high:
            yield "options", f"`{option.id}` has {count} English words, not {low} to {high}"


def _lengths(question: ChoiceQuestion) -> Iterator[tuple[str, str]]:
    for lang, named in LANGUAGES.items():
        sizes = {option.id: len(plain(option.text[lang])) for option in question.options}
        short, long = min(sizes, key=sizes.__getitem__), max(sizes, key=sizes.__getitem__)
        if sizes[long] > _LONGER * sizes[short]:
            yield (
                "options",
                f"{named}: `{long}` has {sizes[long]} characters and `{short}` {sizes[short]},"
                f" more than {_LONGER} times as many",
            )


def repeated(asked: Sequence[Asked]) -> Iterator[Finding]:
    """P0806: a question whose stem another has too, or whose answers and words it has."""
    told: set[tuple[int, int]] = set()
    for lang, named in LANGUAGES.items():
        for what, pair in (*_stems(asked, lang), *_answers(asked, lang)):
            if (pair.earlier, pair.later) in told:
                continue
            told.add((pair.earlier, pair.later))
            (first, other), (place, _) = asked[pair.earlier], asked[pair.later]
            yield Finding(
                code="P0806",
                message=f"{named}: {what} of `{other.id}` again: they share {pair.likeness:.0%}"
                " of their runs of three words",
                place=place / "stem",
                label="ask something else, or leave it out",
                first=first / "stem",
            )


def _stems(asked: Sequence[Asked], lang: Lang) -> Iterator[tuple[str, Pair]]:
    texts = [shingles(plain(_stem(question, lang))) for _, question in asked]
    for pair in pairs(texts, _SAME_STEM):
        yield "this is the stem", pair


def _answers(asked: Sequence[Asked], lang: Lang) -> Iterator[tuple[str, Pair]]:
    answers = [
        frozenset().union(*(shingles(plain(option.text[lang])) for option in question.options))
        for _, question in asked
    ]
    for pair in pairs(answers, _SAME_WORDS):
        stems = [plain(_stem(asked[at][1], lang)) for at in (pair.earlier, pair.later)]
        if likeness(*map(vocabulary, stems)) >= _SAME_WORDS:
            yield "these are the answers and the words of the stem", pair


def _stem(question: ChoiceQuestion, lang: Lang) -> str:
    # Of a decision question the closing sentence is a formula, which many share.
    return (
        question.stem[lang] if question.decision else f"{question.stem[lang]} {question.asks[lang]}"
    )
