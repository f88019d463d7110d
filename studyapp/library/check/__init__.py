"""What is wrong with what a pack says: one module for each concern."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from studyapp.library.check.bias import biased
from studyapp.library.check.coverage import crowded, unused
from studyapp.library.check.dating import outdated, unsourced
from studyapp.library.check.drawing import misdrawn
from studyapp.library.check.figures import differing
from studyapp.library.check.fragments import unspoken
from studyapp.library.check.limits import contradictory
from studyapp.library.check.markup import misread, unlike
from studyapp.library.check.modeline import unguided
from studyapp.library.check.questions import unproved
from studyapp.library.check.texts import passages
from studyapp.library.check.translation import uneven, untranslated
from studyapp.library.check.witness import unwitnessed
from studyapp.library.check.wording import Vocabulary
from studyapp.library.findings import Pointer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from studyapp.library.diagnostics import Diagnostic
    from studyapp.library.findings import Finding
    from studyapp.library.load import Loaded

_OF_PASSAGES: Final = (untranslated, differing, uneven, misread, unlike, misdrawn)


def check_pack(loaded: Loaded, today: date) -> list[Diagnostic]:
    """Find everything that is wrong with a pack, what loading it told included, in file order."""
    pointer = Pointer(loaded.files)
    told = (
        *loaded.diagnostics,
        *(line for file in loaded.files for line in unguided(file)),
        *map(pointer.diagnostic, _findings(loaded, today)),
    )
    return sorted(told, key=lambda d: (d.file, d.spot.line, d.spot.column, d.code))


def _findings(loaded: Loaded, today: date) -> Iterator[Finding]:
    stale_after = (
        timedelta(days=loaded.pack.cover.stale_after_days) if loaded.pack else timedelta.max
    )
    vocabulary = Vocabulary(loaded.pack.terms if loaded.pack else ())
    for file in loaded.files:
        for passage in passages(file):
            yield from vocabulary.misworded(passage)
            for rule in _OF_PASSAGES:
                yield from rule(passage)
        for item in file.items:
            yield from unsourced(item)
            yield from crowded(item)
            yield from outdated(item, today, stale_after)
    yield from unused(loaded)
    yield from contradictory(loaded)
    yield from unwitnessed(loaded)
    yield from unproved(loaded)
    yield from biased(loaded)
    yield from unspoken(loaded)
