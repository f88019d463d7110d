"""What is wrong with what a pack says: one module for each concern."""

from __future__ import annotations

from datetime import timedelta
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from studyapp.library.check.bias import unfair
from studyapp.library.check.coverage import crowded, unused
from studyapp.library.check.dating import outdated, unsourced
from studyapp.library.check.decisions import undecided
from studyapp.library.check.drawing import misdrawn
from studyapp.library.check.figures import differing
from studyapp.library.check.fragments import unspoken
from studyapp.library.check.markup import misread, unlike
from studyapp.library.check.modeline import unguided
from studyapp.library.check.questions import unproved
from studyapp.library.check.rules import rules_of
from studyapp.library.check.texts import passages
from studyapp.library.check.translation import uneven, untranslated
from studyapp.library.check.wording import Vocabulary
from studyapp.library.codec import to_json
from studyapp.library.findings import Pointer, recalled
from studyapp.library.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from studyapp.library.check.texts import Passage
    from studyapp.library.diagnostics import Diagnostic
    from studyapp.library.findings import Finding
    from studyapp.library.items import LoadedFile
    from studyapp.library.load import Loaded

    Passages = Callable[[], Sequence[Passage]]

_OF_PASSAGES: Final = (untranslated, differing, uneven, misread, unlike, misdrawn)


def check_pack(loaded: Loaded, today: date, kept: Kept | None = None) -> list[Diagnostic]:
    """Find everything that is wrong with a pack, what loading it told included, in file order.

    What ``kept`` knows from an earlier run is not worked out again.
    """
    pointer = Pointer(loaded.files)
    told = (
        *loaded.diagnostics,
        *(line for file in loaded.files for line in unguided(file)),
        *map(pointer.diagnostic, _findings(loaded, today, kept or Kept())),
    )
    return sorted(told, key=lambda d: (d.file, d.spot.line, d.spot.column, d.code))


def _findings(loaded: Loaded, today: date, kept: Kept) -> Iterator[Finding]:
    pack = loaded.pack
    stale_after = timedelta(days=pack.cover.stale_after_days) if pack else timedelta.max
    terms = pack.terms if pack else ()
    vocabulary, glossary = Vocabulary(terms), to_json(terms)
    for file in loaded.files:
        of = file.file, file.raw
        told = cache(partial(passages, file))
        yield from recalled(kept, partial(_in_itself, file, told), "texts", *of)
        yield from recalled(kept, partial(_misworded, told, vocabulary), "terms", glossary, *of)
        for item in file.items:
            yield from outdated(item, today, stale_after)
    rules = rules_of(pack.decisions if pack else ())
    yield from unused(loaded)
    yield from undecided(loaded, rules, kept)
    yield from unproved(loaded, rules, kept)
    yield from unfair(loaded, kept)
    yield from unspoken(loaded)


def _in_itself(file: LoadedFile, told: Passages) -> Iterator[Finding]:
    """What is wrong with the texts and items of a file, whatever stands in the others."""
    for passage in told():
        for rule in _OF_PASSAGES:
            yield from rule(passage)
    for item in file.items:
        yield from unsourced(item)
        yield from crowded(item)


def _misworded(told: Passages, vocabulary: Vocabulary) -> Iterator[Finding]:
    return (found for passage in told() for found in vocabulary.misworded(passage))
