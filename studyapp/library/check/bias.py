"""Whether the bank as a whole gives its keys away to somebody who knows nothing."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from statistics import fmean
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeVar

from studyapp.core.questions.bias import guessing
from studyapp.core.questions.bias.chances import Stratum, associate, uneven, wilson
from studyapp.core.questions.bias.telltale import absolutes
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.text import Lang
from studyapp.library.check.phrasing import LANGUAGES, ill_phrased, repeated
from studyapp.library.codec import to_json
from studyapp.library.findings import Finding, recalled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from studyapp.core.questions.bias.guessing import Guess, Puzzle
    from studyapp.core.questions.form import Case
    from studyapp.core.text import Text
    from studyapp.library.check.phrasing import Asked
    from studyapp.library.kept import Kept
    from studyapp.library.load import Loaded

_SMALLEST_BANK: Final = 40
_SMALLEST_GROUP: Final = 12
"""Fewer questions of one kind say nothing of how keys are made."""
_UNEVEN: Final = 0.01
_ASSOCIATED: Final = 0.05
_FAIR_SHARE: Final = (0.15, 0.35)
_FAIR_DISTANCE: Final = 0.1
_FAIR_RATIO: Final = (0.9, 1.1)
_MOST_NAMED: Final = 8
_MOST_SIGNS: Final = 4


class _Tell(NamedTuple):
    """Something that the bank tells a guesser."""

    code: str
    message: str
    by: Sequence[Puzzle]
    """The questions that tell it, the worst first."""
    severity: Literal["error", "warning"] = "error"


def unfair(loaded: Loaded, kept: Kept) -> Iterator[Finding]:
    """P0801 to P0808: what tells the keys from the wrong answers without knowing the subject."""
    if loaded.pack is None:
        return
    sound = {question.id for question in loaded.pack.questions}
    asked = [
        (item.place, item.value)
        for file in loaded.files
        for item in file.items
        if isinstance(item.value, ChoiceQuestion) and item.value.id in sound
    ]
    cases = loaded.pack.cases
    yield from recalled(kept, partial(biased, asked, cases), "bias", to_json(asked), to_json(cases))


def biased(asked: Sequence[Asked], cases: Iterable[Case]) -> Iterator[Finding]:
    """The same, of these questions and their cases."""
    for place, question in asked:
        yield from ill_phrased(place, question)
    yield from repeated(asked)
    if len(asked) >= _SMALLEST_BANK:
        stories = {case.id: case.story for case in cases}
        for tell in _tells([question for _, question in asked], stories):
            yield Finding(
                code=tell.code,
                message=tell.message,
                place=asked[0][0] / "id",
                severity=tell.severity,
                label="this is said of the whole bank",
                help="worst: " + ", ".join(puzzle.id for puzzle in tell.by[:_MOST_NAMED]),
            )


def _tells(questions: Sequence[ChoiceQuestion], stories: Mapping[str, Text]) -> Iterator[_Tell]:
    for lang, named in LANGUAGES.items():
        puzzles = [
            guessing.puzzle_of(question, lang, stories.get(question.case or ""))
            for question in questions
            if 0 < sum(option.key for option in question.options) < len(question.options)
        ]
        if lang is Lang.EN:  # answers stand in the same places in every language
            yield from _by_place(puzzles)
        for tell in (*_by_length(puzzles), *_by_words(puzzles, lang), *_by_guess(puzzles, lang)):
            yield tell._replace(message=f"{named}: {tell.message}")


def _by_place(puzzles: Iterable[Puzzle]) -> Iterator[_Tell]:
    """P0801: keys prefer places of the file."""
    for kind, group in _groups(puzzles, lambda puzzle: puzzle.kind):
        counts = [sum(at in puzzle.keys for puzzle in group) for at in range(group[0].size)]
        chance = uneven(counts, len(group))
        if chance < _UNEVEN:
            crowded = counts.index(max(counts))
            yield _Tell(
                "P0801",
                f"keys stand {', '.join(map(str, counts))} times at places 1 to {len(counts)}"
                f" of the file in {len(group)} questions ({kind}; chi-square, p = {chance:.2g})",
                [puzzle for puzzle in group if crowded in puzzle.keys],
            )


def _by_length(puzzles: Iterable[Puzzle]) -> Iterator[_Tell]:
    """P0802, P0803: keys are longer or shorter than other answers."""
    for type_, group in _groups(puzzles, lambda puzzle: puzzle.type):
        if type_ == "choice":
            yield from _by_extreme("longest", guessing.longest(group), _FAIR_SHARE)
            yield from _by_extreme("shortest", guessing.shortest(group), _FAIR_SHARE)
        else:
            chance = fmean(len(puzzle.keys) / puzzle.size for puzzle in group)
            fair = (chance - _FAIR_DISTANCE, chance + _FAIR_DISTANCE)
            yield from _by_extreme("longest", guessing.longest(group), fair)
        mean = fmean(puzzle.ratio for puzzle in group)
        low, high = _FAIR_RATIO
        if not low <= mean <= high:
            yield _Tell(
                "P0803",
                f"keys are {mean:.2f} times as long as the other answers, in the mean of"
                f" {len(group)} {type_} questions, not {low} to {high}",
                sorted(group, key=lambda puzzle: puzzle.ratio, reverse=mean > high),
            )


def _by_extreme(
    extreme: str, guesses: Sequence[Guess], fair: tuple[float, float]
) -> Iterator[_Tell]:
    """P0802: the longest or the shortest answer is a key too often or too seldom."""
    keyed = [guess.order[0] in guess.puzzle.keys for guess in guesses]
    # Rounded, so that a share at the very border is fair.
    low, high, share = (round(each, 9) for each in (*fair, fmean(keyed)))
    if low <= share <= high:
        return
    is_often = share > high
    blamed = [g.puzzle for g, is_key in zip(guesses, keyed, strict=True) if is_key == is_often]
    are_long = is_often == (extreme == "longest")
    yield _Tell(
        "P0802",
        f"the {extreme} answer is a key in {sum(keyed)} of {len(keyed)} {blamed[0].type} questions,"
        f" {share:.1%}, not {low:.1%} to {high:.1%}",
        sorted(blamed, key=lambda puzzle: puzzle.ratio, reverse=are_long),
    )


def _by_words(puzzles: Sequence[Puzzle], lang: Lang) -> Iterator[_Tell]:
    """P0805: absolute words prefer wrong answers, or keys."""
    strata = [_stratum(puzzle, lang) for puzzle in puzzles]
    test = associate(strata)
    if test.chance >= _ASSOCIATED:
        return
    seen = zip(puzzles, strata, strict=True)
    is_more = test.found > test.expected
    yield _Tell(
        "P0805",
        f"where some answers have an absolute word and some have none, {test.found} keys have one,"
        f" and {test.expected:.1f} would by chance (Mantel-Haenszel, p = {test.chance:.2g})",
        [p for p, _ in sorted(seen, key=lambda each: each[1].surplus, reverse=is_more)],
    )


def _stratum(puzzle: Puzzle, lang: Lang) -> Stratum:
    marked = {at for at, answer in enumerate(puzzle.answers) if absolutes(answer, lang)}
    return Stratum(puzzle.size, len(puzzle.keys), len(marked), len(marked & puzzle.keys))


def _by_guess(puzzles: Sequence[Puzzle], lang: Lang) -> Iterator[_Tell]:
    """P0807: whoever guesses by form is not as often right as by chance."""
    for guesser, guesses in guessing.guesses(puzzles, lang).items():
        for kind, group in _groups(guesses, lambda guess: guess.puzzle.kind):
            right, chance = sum(guess.is_right for guess in group), group[0].puzzle.chance
            low, high = wilson(right, len(group))
            if low <= chance <= high:
                continue
            blamed = [guess for guess in group if guess.is_right == (chance < low)]
            blamed.sort(key=lambda guess: -guess.margin)
            is_trained = guesser == "trained"
            # Where a part of the bank has more keys of one kind, the rest has fewer.
            is_evened = is_trained and high < chance
            yield _Tell(
                "P0807",
                f"the guesser `{guesser}` is right in {right} of {len(group)} questions ({kind}),"
                f" {right / len(group):.1%}, 95 % interval {low:.1%} to {high:.1%};"
                f" chance is {chance:.0%}"
                + ("; keys that are spread evenly by hand do this" if is_evened else "")
                + (_learned(puzzles, lang) if is_trained else ""),
                [guess.puzzle for guess in blamed],
                "warning" if is_evened else "error",
            )


def _learned(puzzles: Sequence[Puzzle], lang: Lang) -> str:
    leanings = guessing.leanings(puzzles, lang)[:_MOST_SIGNS]
    return "; it goes by " + ", ".join(f"{' '.join(sign)} ({w:+.2f})" for sign, w in leanings)


_Seen = TypeVar("_Seen")


def _groups(
    seen: Iterable[_Seen], kind: Callable[[_Seen], str]
) -> Iterator[tuple[str, list[_Seen]]]:
    """Part what was seen by kind, as far as there is enough of it to judge."""
    found = defaultdict(list)
    for each in seen:
        found[kind(each)].append(each)
    return ((name, group) for name, group in found.items() if len(group) >= _SMALLEST_GROUP)
