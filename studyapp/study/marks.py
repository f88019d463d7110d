"""Which sections of the notes are marked as read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.core.history.events import Read

if TYPE_CHECKING:
    from studyapp.study.study import Study


def read_sections(study: Study) -> frozenset[str]:
    """The sections of the pack that are marked as read; raises StoreError."""
    return frozenset(entry.id for entry in study.outline if _is_read(study, entry.id))


def turn(study: Study, section: str) -> Read:
    """The act that marks a section as read or, if it is, as not read; raises StoreError."""
    return Read(item=_key(study, section), on=not _is_read(study, section))


def _is_read(study: Study, section: str) -> bool:
    return study.learning.progress.standing(_key(study, section)).is_read


def _key(study: Study, section: str) -> str:
    return f"{study.learning.pack_id}/{section}"
