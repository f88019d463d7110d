"""What the advisor does while no key is pressed, so that the next one is answered at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.ui.screens.advisor_sight import Sight
    from studyapp.ui.widgets.pane import Pane


def look_ahead(sight: Sight, facts: Pane, answers: Pane) -> Iterator[bool]:
    """Do one thing after the other; yields whether the rows on the screen can now say more.

    First what those rows miss; then the rows in the other language, a change for an option that
    may be opened, and the rows after each key that is likely.
    """
    for seek in sight.unsought(sight.talk):
        seek()
        yield next(sight.unsought(sight.talk), None) is None
    for pane in (facts, answers):
        for _ in pane.draw_ahead(pane.rows, pane.lang.other):
            yield False
    sight.talk.findings.seek_flips()
    yield False
    for talk in sight.likely():
        for seek in sight.unsought(talk):
            seek()
            yield False
        for pane, rows in zip((facts, answers), sight.rows_of(talk), strict=True):
            for _ in pane.draw_ahead(rows, pane.lang):
                yield False
        yield False
