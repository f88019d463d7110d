"""A small bank with a question of every type, long enough to fill lines, and its pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.decked import SKILLS
from tests.library.packs import COVER, put, section, source, write_pack
from tests.quizzed import EXAM

if TYPE_CHECKING:
    from pathlib import Path


def both(en: str, vi: str) -> dict[str, str]:
    return {"en": en, "vi": vi}


COMMON: dict[str, Any] = {
    "skill": "branching",
    "difficulty": "easy",
    "asks": both("What should the team do?", "Nhóm nên làm gì?"),
    "takeaway": both(
        "Rebase what is yours alone; merge what others have seen.",
        "Rebase phần chỉ của riêng bạn; merge phần người khác đã thấy.",
    ),
    "see": ["rebase"],
    "sources": ["book"],
}


def question(id_: str, type_: str = "choice", **more: Any) -> dict[str, Any]:
    return {"type": type_, "id": id_, **COMMON, **more}


def option(id_: str, en: str, vi: str, **more: Any) -> dict[str, Any]:
    why = both(f"Because of {id_}.", f"Vì {id_}.")
    return {"id": id_, "text": both(en, vi), "why": why, **more}


OPTIONS = [
    option(
        "rebase",
        "Rebase the branch onto `main`, then push it for the first time.",
        "Rebase nhánh lên `main`, rồi push nó lần đầu.",
        key=True,
        stands_for=["rebase-it"],
    ),
    option(
        "merge",
        "Merge `main` into the branch each morning, and keep every commit.",
        "Mỗi sáng merge `main` vào nhánh và giữ lại mọi commit.",
        stands_for=["merge"],
        falls_to="tidy-first",
        misconception="m-merge",
    ),
    option("wait", "Wait until `main` rests.", "Chờ đến khi `main` yên."),
    option("copy", "Copy the files by hand.", "Chép tay các tệp."),
]
FACTS = [
    {"trait": "sharing", "value": "alone", "says": both("Nobody else has", "Chưa ai khác")},
    {
        "trait": "commits",
        "value": 50,
        "role": "context",
        "says": both("50 small commits", "50 commit nhỏ"),
    },
]
CHOICE = question(
    "q-choice",
    decision="sharing-work",
    facts=FACTS,
    options=OPTIONS,
    stem=both(
        "A developer of a Danish toy maker has 50 small commits on a branch. Nobody else has "
        "seen the branch, and reviewers want to read a straight line of commits.",
        "Một lập trình viên của hãng đồ chơi Đan Mạch có 50 commit nhỏ trên một nhánh. Chưa ai "
        "khác thấy nhánh này, và người duyệt muốn đọc một dãy commit thẳng hàng.",
    ),
)
CASE = CHOICE | {
    "id": "q-case",
    "case": "toys",
    "stem": both(
        "This time, 50 small commits are waiting. Nobody else has seen them.",
        "Lần này có 50 commit nhỏ đang chờ. Chưa ai khác thấy chúng.",
    ),
}
RESPONSE = question(
    "q-response",
    "response",
    skill="merging",
    stem=both("Two branches changed one line.", "Hai nhánh cùng sửa một dòng."),
    options=[
        option("edit", "Edit the line by hand.", "Sửa dòng đó bằng tay.", key=True),
        option("add", "Add the file again.", "Thêm lại tệp.", key=True),
        option("reset", "Reset both branches.", "Reset cả hai nhánh."),
        option("force", "Push with force.", "Push bằng force."),
        option("ignore", "Ignore the marks.", "Bỏ qua các dấu."),
    ],
)
ORDERING = question(
    "q-ordering",
    "ordering",
    skill="merging",
    asks=both("In which order?", "Theo thứ tự nào?"),
    stem=both("A branch shall be published.", "Cần công bố một nhánh."),
    entries=[
        {"id": id_, "text": both(en, vi), "why": both(f"{en} now.", f"{vi} lúc này.")}
        for id_, en, vi in (
            ("fetch", "Fetch", "Tải về"),
            ("rebase", "Rebase", "Rebase"),
            ("test", "Test", "Kiểm thử"),
            ("push", "Push", "Push"),
        )
    ],
)
MATCHING = question(
    "q-matching",
    "matching",
    skill="merging",
    asks=both("Which belongs to which?", "Cái nào đi với cái nào?"),
    stem=both("Three wishes, two commands.", "Ba mong muốn, hai lệnh."),
    matches=[
        {"id": id_, "prompt": both(en, vi), "answer": answer, "why": both(en, vi)}
        for id_, en, vi, answer in (
            ("straight", "A straight line", "Một dãy thẳng", "git rebase"),
            ("true", "A true history", "Lịch sử thật", "git merge"),
            ("tidy", "Tidy commits", "Commit gọn gàng", "git rebase"),
        )
    ],
)
KEPT_BACK = CHOICE | {"id": "q-exam", "exam_only": True}
BANK = [CHOICE, CASE, RESPONSE, ORDERING, MATCHING, KEPT_BACK]


def named(id_: str, en: str, vi: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "name": both(en, vi), "means": both(en, vi), **more}


def rule(id_: str, when: dict[str, Any], en: str, vi: str, **effects: Any) -> dict[str, Any]:
    said = {"because": both(en, vi), "see": ["rebase"], "sources": ["book", "pages"]}
    return {"id": id_, "when": when} | effects | said


DECISION = {
    "id": "sharing-work",
    "title": both("How to share work", "Chia sẻ công việc thế nào"),
    "question": both("Merge or rebase?", "Merge hay rebase?"),
    "choose": "one",
    "layers": [named("way", "Way", "Cách")],
    "traits": [
        {
            "id": "sharing",
            "name": both("Seen by", "Người thấy"),
            "asks": both("Who has seen it?", "Ai đã thấy?"),
            "values": [
                named("alone", "Nobody else", "Chưa ai khác"),
                named("shared", "Others", "Người khác"),
            ],
            "ordered": True,
        },
        {
            "id": "commits",
            "name": both("Commits", "Số commit"),
            "asks": both("How many?", "Bao nhiêu?"),
            "unit": "x",
            "choices": [1, 50],
        },
    ],
    "options": [
        named("merge", "Merge", "Merge", layer="way", effort=1),
        named("rebase-it", "Rebase", "Rebase", layer="way", effort=2),
    ],
    "rules": [
        rule(
            "shared-stays",
            {"sharing": ["shared"]},
            "Commits that others have must not change.",
            "Commit người khác đã có thì không được đổi.",
            rules_out=["rebase-it"],
        ),
        rule(
            "tidy-first",
            {"sharing": ["alone"]},
            "What nobody has seen may still be tidied.",
            "Phần chưa ai thấy thì vẫn dọn gọn được.",
            concern="order",
            favours={"rebase-it": "strong"},
        ),
    ],
}


def quiz_pack(root: Path) -> Path:
    """Write the pack."""
    write_pack(
        root,
        section("rebase"),
        cover=COVER | {"skills": SKILLS, "exam": EXAM},
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
    story = both(
        "A Danish toy maker keeps all its plans in one repository, which ten people share.",
        "Một hãng đồ chơi Đan Mạch giữ mọi kế hoạch trong một kho mã mà mười người dùng chung.",
    )
    title = both("The toy maker", "Hãng đồ chơi")
    put(root, "cases/all.yaml", {"cases": [{"id": "toys", "title": title, "story": story}]})
    put(root, "questions/all.yaml", {"questions": BANK})
    return root
