"""A small sound decision with its scenarios, to spoil."""

from __future__ import annotations

from typing import Any


def named(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "name": id_.upper(), "means": id_.upper()} | more


def rule(id_: str, when: dict[str, Any], **effects: Any) -> dict[str, Any]:
    said = {"because": "Git", "see": ["rebase"], "sources": ["book"]}
    return {"id": id_, "when": when} | effects | said


def decision(**changes: Any) -> dict[str, Any]:
    sound = {
        "id": "merging",
        "title": "Git",
        "question": "Git",
        "choose": "one",
        "layers": [named("way")],
        "traits": [
            {
                "id": "sharing",
                "name": "Git",
                "asks": "Git",
                "values": [named("alone"), named("shared")],
                "ordered": True,
            },
            {"id": "commits", "name": "Git", "asks": "Git", "unit": "x", "choices": [1, 50]},
        ],
        "options": [
            named("merge", layer="way", effort=1),
            named("rebase-it", layer="way", effort=2),
        ],
        "rules": [
            rule("shared-stays", {"sharing": ["shared"]}, rules_out=["rebase-it"]),
            rule(
                "tidy-first",
                {"sharing": ["alone"]},
                concern="order",
                favours={"rebase-it": "strong"},
            ),
            rule(
                "many-at-once", {"commits": {"over": 10}}, concern="size", against={"merge": "weak"}
            ),
        ],
    }
    return sound | changes


def scenario(id_: str, facts: dict[str, Any], expect: dict[str, Any]) -> dict[str, Any]:
    said = {"title": "Git", "story": "Git", "because": "Git", "decision": "merging"}
    return {"id": id_, "facts": facts, "expect": expect} | said


SCENARIOS = [
    scenario("with-others", {"sharing": "shared"}, {"way": "merge"}),
    scenario("by-oneself", {"sharing": "alone", "commits": 50}, {"way": "rebase-it"}),
]
