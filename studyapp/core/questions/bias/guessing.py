"""How a test-wise learner guesses: what the form of answers tells whoever knows nothing.

Everything is fixed by the questions' ids and words: the same bank is guessed the same every time.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from hashlib import blake2b
from math import comb, log
from statistics import fmean
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.prose import plain
from studyapp.core.questions.bias import telltale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studyapp.core.questions.form import ChoiceQuestion
    from studyapp.core.text import Lang, Text

Sign = tuple[str, ...]
"""Something that can be seen of an answer: ``("word", "only")``."""

_FOLDS: Final = 5
_COMMON: Final = 0.2
"""Words in more than this share of all stems belong to no stem in particular."""
_SIZES: Final = ("far below", "below", "about", "above", "far above")
"""How an answer compares with the mean of its question."""


class Puzzle(NamedTuple):
    """A question in one language, as somebody sees it who knows nothing of its subject."""

    id: str
    type: str
    stem: str
    answers: tuple[str, ...]
    keys: frozenset[int]
    """Where in the file the right answers stand, from 0; never all or none."""

    @property
    def size(self) -> int:
        """How many answers there are."""
        return len(self.answers)

    @property
    def kind(self) -> str:
        """What it asks for, such as ``choice, 1 of 4``."""
        return f"{self.type}, {len(self.keys)} of {self.size}"

    @property
    def chance(self) -> float:
        """How likely a blind pick of as many answers as are right is right, 0 to 1."""
        return 1 / comb(self.size, len(self.keys))

    @property
    def lengths(self) -> list[int]:
        """The length of each answer, in characters."""
        return [len(answer) for answer in self.answers]

    @property
    def ratio(self) -> float:
        """The mean length of the keys, divided by that of the other answers."""
        sides: tuple[list[int], list[int]] = ([], [])
        for at, length in enumerate(self.lengths):
            sides[at in self.keys].append(length)
        others, keys = map(fmean, sides)
        return keys / max(others, 1.0)


def puzzle_of(question: ChoiceQuestion, lang: Lang, story: Text | None) -> Puzzle:
    """See a question as a guesser does; the story is that of its case."""
    told = (*((story,) if story else ()), question.stem, question.asks)
    return Puzzle(
        question.id,
        question.type,
        "\n".join(plain(text[lang]) for text in told),
        tuple(plain(option.text[lang]) for option in question.options),
        frozenset(at for at, option in enumerate(question.options) if option.key),
    )


class Guess(NamedTuple):
    """What a guesser makes of a question."""

    puzzle: Puzzle
    order: tuple[int, ...]
    """The answers, the likeliest first."""
    margin: float
    """How far the last one picked stands above the first one left."""

    @property
    def is_right(self) -> bool:
        """All or nothing."""
        keys = self.puzzle.keys
        return keys.issuperset(self.order[: len(keys)])


def guess(puzzle: Puzzle, scores: Sequence[float]) -> Guess:
    """Pick the answers with the highest scores; lots fixed by the question's id part equal ones."""
    order = sorted(range(len(scores)), key=lambda at: (-scores[at], _lot(f"{puzzle.id} {at}")))
    last = len(puzzle.keys)
    return Guess(puzzle, tuple(order), scores[order[last - 1]] - scores[order[last]])


def longest(puzzles: Iterable[Puzzle]) -> list[Guess]:
    """Pick the longest answers."""
    return [guess(puzzle, puzzle.lengths) for puzzle in puzzles]


def shortest(puzzles: Iterable[Puzzle]) -> list[Guess]:
    """Pick the shortest answers."""
    return [guess(puzzle, [-length for length in puzzle.lengths]) for puzzle in puzzles]


def echo(puzzles: Sequence[Puzzle]) -> list[Guess]:
    """Pick the answers that repeat the most words of the stem."""
    return [guess(*seen) for seen in zip(puzzles, echoes(puzzles), strict=True)]


def echoes(puzzles: Sequence[Puzzle]) -> list[list[int]]:
    """Count for each answer the words of its own stem in it, those of many stems aside."""
    stems = [set(telltale.words(puzzle.stem)) for puzzle in puzzles]
    spread = Counter(word for stem in stems for word in stem)
    common = {word for word, count in spread.items() if count > _COMMON * len(puzzles)}
    return [
        [len(own.intersection(telltale.words(answer))) for answer in puzzle.answers]
        for puzzle, own in zip(puzzles, (stem - common for stem in stems), strict=True)
    ]


def guesses(puzzles: Sequence[Puzzle], lang: Lang) -> dict[str, list[Guess]]:
    """What each guesser makes of the puzzles, by the guesser's name."""
    return {
        "longest": longest(puzzles),
        "shortest": shortest(puzzles),
        "echo": echo(puzzles),
        "trained": trained(puzzles, lang),
    }


class Lean(NamedTuple):
    """What a sign has taught a guesser."""

    weight: float
    """The logarithm of how many times as often keys have it as wrong answers do."""
    sway: float
    """How much of what it has learned comes from this sign, at least 0."""


def trained(puzzles: Sequence[Puzzle], lang: Lang) -> list[Guess]:
    """Pick the likeliest answers by naive Bayes, learned from the other four of five folds."""
    seen = signs(puzzles, lang)
    folds = [_lot(puzzle.id) % _FOLDS for puzzle in puzzles]
    learned = [
        learn((puzzles[at], seen[at]) for at, fold in enumerate(folds) if fold != left_out)
        for left_out in range(_FOLDS)
    ]
    return [
        guess(puzzle, [_weigh(answer, learned[fold]) for answer in answers])
        for puzzle, fold, answers in zip(puzzles, folds, seen, strict=True)
    ]


def learn(lessons: Iterable[tuple[Puzzle, Sequence[set[Sign]]]]) -> dict[Sign, Lean]:
    """Learn signs from questions and the signs of their answers.

    Each question weighs the same: its keys share a weight of 1, and so do its wrong answers.
    """
    sides: tuple[dict[Sign, float], dict[Sign, float]] = (defaultdict(float), defaultdict(float))
    others, keys = sides
    for puzzle, answers in lessons:
        for at, found in enumerate(answers):
            is_key = at in puzzle.keys
            alike = len(puzzle.keys) if is_key else len(answers) - len(puzzle.keys)
            for sign in found:
                sides[is_key][sign] += 1 / alike
    return {sign: _lean(keys[sign], others[sign]) for sign in {*keys, *others}}


def _lean(keys: float, others: float) -> Lean:
    weight = log((keys + 1) / (others + 1))
    return Lean(weight, weight * (keys - others))


def _weigh(answer: Iterable[Sign], learned: Mapping[Sign, Lean]) -> float:
    # Rounded, for the last digits depend on the order, and answers of equal signs must stay equal.
    return round(sum(learned[sign].weight for sign in answer if sign in learned), 9)


def leanings(puzzles: Sequence[Puzzle], lang: Lang) -> list[tuple[Sign, float]]:
    """The signs that the whole bank teaches, the most telling first, with their weights."""
    learned = learn(zip(puzzles, signs(puzzles, lang), strict=True))
    ranked = sorted(learned, key=lambda sign: (-learned[sign].sway, sign))
    return [(sign, learned[sign].weight) for sign in ranked]


def signs(puzzles: Sequence[Puzzle], lang: Lang) -> list[list[set[Sign]]]:
    """Everything that the trained guesser looks at, for each answer of each question."""
    said = (answer for puzzle in puzzles for answer in puzzle.answers)
    known = {name for answer in said for name in telltale.names(answer)}
    return [
        [
            {
                ("length", _size(100 * (length / (fmean(puzzle.lengths) or 1.0) - 1), 5.0)),
                ("place", f"{at + 1} of {puzzle.size}"),
                ("echo", _size(echoed[at] - fmean(echoed), 0.5)),
                *(("word", word) for word in telltale.qualifiers(answer, lang)),
                *(("word", word) for word in telltale.absolutes(answer, lang)),
                *(("name", word) for word in known.intersection(telltale.words(answer))),
            }
            for at, (answer, length) in enumerate(zip(puzzle.answers, puzzle.lengths, strict=True))
        ]
        for puzzle, echoed in zip(puzzles, echoes(puzzles), strict=True)
    ]


def _size(above_mean: float, step: float) -> str:
    return _SIZES[bisect((-3 * step, -step, step, 3 * step), above_mean)]


def _lot(words: str) -> int:
    """A number that depends on these words alone, and tells nothing of them."""
    return int.from_bytes(blake2b(words.encode(), digest_size=8).digest())
