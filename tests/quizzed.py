"""A small pack with a bank of questions over two skills, one of them about a decision."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from studyapp.core.questions.grading import key_of
from tests.decked import SKILLS
from tests.library.decisions import decision
from tests.library.packs import COVER, put, section, write_pack

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

    from studyapp.core.history.events import Act, Confidence
    from studyapp.study.practising import Practice
    from studyapp.study.study import Study

PLAIN = 6
"""Questions of the skill ``merging`` that are about no decision."""
EXAM = {
    "name": "Git",
    "code": "G-1",
    "scored": 50,
    "unscored": 10,
    "minutes": 90,
    "scale": [100, 1000],
    "pass_mark": 700,
    "sources": ["book"],
}


def option(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "text": {"en": f"Do {id_}.", "vi": f"Làm {id_}."}, "why": "Git"} | more


def question(id_: str, **more: Any) -> dict[str, Any]:
    """A choice whose key is ``a``."""
    sound = {
        "type": "choice",
        "id": id_,
        "skill": "merging",
        "difficulty": "easy",
        "stem": {"en": f"Two branches of {id_}.", "vi": f"Hai nhánh của {id_}."},
        "asks": {"en": "What is next?", "vi": "Tiếp theo làm gì?"},
        "options": [
            option("a", key=True),
            *(option(each, misconception="m-git") for each in "bcd"),
        ],
        "takeaway": {"en": "Take a.", "vi": "Chọn a."},
        "see": ["rebase"],
        "sources": ["book"],
    }
    return sound | more


ALONE = question(
    "q-alone",
    skill="branching",
    decision="sharing-work",
    case="team",
    stem={"en": "An engineer works alone.", "vi": "Một kỹ sư làm một mình."},
    facts=[{"trait": "sharing", "value": "alone", "says": {"en": "alone", "vi": "một mình"}}],
    options=[
        option("tidy", key=True, stands_for=["rebase-it"]),
        option("join", stands_for=["merge"], falls_to="tidy-first", misconception="m-join"),
        option("wait"),
        option("leave"),
    ],
)
BANK = [
    ALONE,
    *(question(f"q-{number}") for number in range(PLAIN)),
    question("q-exam", exam_only=True),
]


def belief(id_: str) -> dict[str, Any]:
    return {"id": id_, "belief": f"Belief {id_}", "truth": "Git", "see": ["rebase"]}


def quizzed(root: Path, *bank: dict[str, Any]) -> Path:
    """Write the pack, with other questions if they are given."""
    write_pack(root, section("rebase"), cover=COVER | {"skills": SKILLS, "exam": EXAM})
    put(root, "advisor/sharing.yaml", decision(id="sharing-work"))
    put(root, "misconceptions/all.yaml", {"misconceptions": [belief("m-git"), belief("m-join")]})
    story = {"en": "A team has one repository.", "vi": "Một nhóm có một kho mã."}
    put(root, "cases/all.yaml", {"cases": [{"id": "team", "title": "Team", "story": story}]})
    put(root, "questions/all.yaml", {"questions": list(bank or BANK)})
    return root


# --- what a learner does with it


def sitting(study: Study, *names: str, **more: Any) -> Practice:
    found = (study.quizzing.posed(f"a-pack/{name}") for name in names)
    return study.quizzing.sit([posed for posed in found if posed], seed=5, **more)


def run(act: Coroutine[object, object, object]) -> None:
    asyncio.run(act)


def keep(study: Study, *acts: Act) -> None:
    run(study.learning.keep(*acts))


def asked(practice: Practice) -> str:
    assert practice.current is not None
    return practice.current.question.id


def answer(practice: Practice, *, right: bool = True, confidence: Confidence = "sure") -> None:
    """Answer what is asked, and go on."""
    assert practice.shown is not None
    keys = key_of(practice.shown.question)
    wrong = next(line.id for line in practice.shown.lines if line.id not in keys)
    practice.pick(keys[0] if right else wrong)
    practice.feel(confidence)
    run(practice.submit())
    practice.next()
