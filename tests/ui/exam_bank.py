"""A small bank for exams: choices and responses of two skills, and a pack with presets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.decked import SKILLS
from tests.library.packs import COVER, put, section, source, write_pack
from tests.quizzed import EXAM
from tests.ui.quiz_bank import CHOICE, DECISION, RESPONSE, both, option, question

if TYPE_CHECKING:
    from pathlib import Path

PRESETS = {
    "extra_minutes": 15,
    "remark": both("These figures are made up.", "Các con số này là bịa."),
    "presets": [
        {"id": "quick", "title": both("Quick", "Nhanh"), "scored": 4, "minutes": 10},
        {
            "id": "full",
            "title": both("Full", "Đầy đủ"),
            "scored": 50,
            "unscored": 10,
            "minutes": 90,
        },
    ],
}


def plain(number: int, skill: str) -> dict[str, Any]:
    """A choice whose key is ``right``."""
    return question(
        f"q-plain-{number}",
        skill=skill,
        stem=both(f"Team {number} has a branch.", f"Nhóm {number} có một nhánh."),
        options=[
            option("right", "Do it right.", "Làm cho đúng.", key=True),
            option("late", "Do it late.", "Làm muộn.", misconception="m-merge"),
            option("twice", "Do it twice.", "Làm hai lần."),
            option("never", "Never do it.", "Không bao giờ làm."),
        ],
    )


BANK = [CHOICE, RESPONSE, plain(1, "branching"), plain(2, "branching"), plain(3, "merging")]


def exam_pack(root: Path, **more: Any) -> Path:
    """Write the pack; more is said of its exam."""
    write_pack(
        root,
        section("rebase"),
        cover=COVER | {"skills": SKILLS, "exam": EXAM | PRESETS | more},
        sources=[source(), source("pages", title=both("Git pages", "Trang Git"))],
    )
    put(root, "advisor/sharing.yaml", DECISION)
    belief = {
        "id": "m-merge",
        "belief": both("A merge is always safer.", "Merge lúc nào cũng an toàn hơn."),
        "truth": both("Nothing is lost either way.", "Cách nào cũng không mất gì."),
        "see": ["rebase"],
    }
    put(root, "misconceptions/all.yaml", {"misconceptions": [belief]})
    put(root, "questions/all.yaml", {"questions": BANK})
    return root
