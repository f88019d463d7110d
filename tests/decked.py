"""A small pack with sections and cards of two skills, and what a learner may do with them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from studyapp.core.history.events import Reviewed
from tests.joining import joined
from tests.library.packs import COVER, put, section, write_pack
from tests.store.clocks import SetClock

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.core.history.events import Rating
    from studyapp.files import Folders
    from studyapp.study.study import Study

SKILLS: list[dict[str, Any]] = [
    {"id": "branching", "code": "1.1", "title": "Branching", "summary": "Git", "weight": 60},
    {"id": "merging", "code": "1.2", "title": "Merging", "summary": "Git", "weight": 40},
]
CARDS = 6
"""Of each skill."""


def decked(root: Path) -> Path:
    """Write the pack."""
    cards = [
        {
            "type": "basic",
            "id": f"{skill['id']}-card-{number}",
            "skill": skill["id"],
            "front": {"en": f"Question {number}?", "vi": f"Câu hỏi {number}?"},
            "back": {"en": f"Answer {number}", "vi": f"Trả lời {number}"},
        }
        for skill in SKILLS
        for number in range(CARDS)
    ]
    sections = (
        section("rebase"),
        section("reset"),
        section("merge", skill="merging", title={"en": "Merge", "vi": "Gộp"}),
    )
    write_pack(root, *sections, cover=COVER | {"skills": SKILLS})
    put(root, "cards/all.yaml", {"cards": cards})
    return root


class Learner:
    """Someone who studies the pack day by day."""

    def __init__(self, root: Path, folders: Folders) -> None:
        self.clock = SetClock(datetime(2026, 11, 1, 9, tzinfo=UTC))
        self.study: Study = joined(root, folders, self.clock)

    def sleep(self, days: int = 1) -> None:
        """Let days pass."""
        self.clock.move(days=days)

    def rate(self, rating: Rating, skill: str, *numbers: int, seconds: int = 6) -> None:
        """Answer cards of a skill."""
        for number in numbers:
            item = f"a-pack/{skill}-card-{number}"
            milliseconds = 1000 * seconds
            self.study.learning.keep_now(
                Reviewed(item=item, rating=rating, milliseconds=milliseconds)
            )
