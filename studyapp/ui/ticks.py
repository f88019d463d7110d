"""The read marks that the notes show: as they were when last looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.study.marks import read_sections, turn
from studyapp.ui.keeping import keep, wake
from studyapp.words import progress as words

if TYPE_CHECKING:
    from studyapp.ui.app import StudyApp


class Ticks:
    """The sections that are marked as read, as far as that is known."""

    def __init__(self) -> None:
        self.read: frozenset[str] = frozenset()

    async def look(self, app: StudyApp) -> bool:
        """Find out what is marked; returns whether that has changed."""
        before = self.read
        if await wake(app):
            self.read = read_sections(app.study)
        return self.read != before

    async def turn(self, app: StudyApp, section: str) -> bool:
        """Mark a section as read or, if it is, as not read; returns whether that is kept."""
        if not (await wake(app) and await keep(app, turn(app.study, section))):
            return False
        await self.look(app)
        app.tell(words.MARKED_READ if section in self.read else words.MARKED_UNREAD)
        return True
