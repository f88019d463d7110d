"""The way back from a jump, and forth again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.core.ports import Bookmark


class Trail:
    """The places a learner jumped from, and those gone back from."""

    def __init__(self) -> None:
        self._behind: list[Bookmark] = []
        self._ahead: list[Bookmark] = []

    @property
    def leads_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._behind)

    def jump(self, place: Bookmark) -> None:
        """Remember the place a jump leaves; what lay ahead is forgotten."""
        self._behind.append(place)
        self._ahead.clear()

    def back(self, place: Bookmark) -> Bookmark | None:
        """Go back from a place; None when there is nowhere to go."""
        return self._move(self._behind, self._ahead, place)

    def forth(self, place: Bookmark) -> Bookmark | None:
        """Go forth again from a place; None when there is nowhere to go."""
        return self._move(self._ahead, self._behind, place)

    @staticmethod
    def _move(source: list[Bookmark], target: list[Bookmark], place: Bookmark) -> Bookmark | None:
        if not source:
            return None
        target.append(place)
        return source.pop()
