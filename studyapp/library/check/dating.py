"""Whether what changes has a source of its own, and sources were checked lately."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from studyapp.core.notes import Section
from studyapp.core.pack import Source
from studyapp.library.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from studyapp.library.walk import Part


def unsourced(item: Part) -> Iterator[Finding]:
    """P0501: a claim that changes without notice says no source."""
    if not isinstance(item.value, Section):
        return
    for index, block in enumerate(item.value.blocks):
        if getattr(block, "volatile", False) and not getattr(block, "sources", ()):
            yield Finding(
                code="P0501",
                message=f"`{block.id}` is volatile but has no `sources`",
                place=item.place / "blocks" / index / "volatile",
                label="name the page to check again",
            )


def outdated(item: Part, today: date, stale_after: timedelta) -> Iterator[Finding]:
    """P0502, P0503: a source was checked too long ago, or in the future."""
    if not isinstance(item.value, Source):
        return
    age = today - item.value.checked_at
    place = item.place / "checked_at"
    if age < timedelta():
        message = f"`{item.value.id}` is checked in the future, today is {today}"
        yield Finding(code="P0503", message=message, place=place)
    elif age > stale_after:
        message = f"`{item.value.id}` was checked {age.days} days ago"
        hint = f"read the page again: this pack calls {stale_after.days} days stale"
        yield Finding(code="P0502", message=message, place=place, severity="warning", help=hint)
