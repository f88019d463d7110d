"""Decisions that hang together, and what is said of those that do not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from studyapp.library.check import check_pack
from studyapp.library.load import load_pack
from tests.library.decisions import SCENARIOS, decision, named, rule, scenario
from tests.library.packs import pointed_at, put, write_pack

if TYPE_CHECKING:
    from pathlib import Path


def told(root: Path, made: dict[str, Any], scenarios: list[dict[str, Any]]) -> list[str]:
    """``code underlined: message`` for each finding."""
    write_pack(root)
    put(root, "advisor/merging.yaml", made)
    put(root, "scenarios/all.yaml", {"scenarios": scenarios})
    found = check_pack(load_pack(root), date(2026, 11, 22))
    return [f"{d.code} {pointed_at(root, d)}: {d.message}" for d in found if d.code[:3] != "P05"]


def test_a_sound_decision_has_nothing_to_say(tmp_path: Path) -> None:
    assert told(tmp_path, decision(), SCENARIOS) == []
    pack = load_pack(tmp_path).pack
    assert pack is not None
    assert [d.id for d in pack.decisions] == ["merging"]
    assert [s.id for s in pack.scenarios] == ["with-others", "by-oneself"]


OPTIONS = decision()["options"]
TRAITS = decision()["traits"]
RULES = decision()["rules"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"options": [named("merge", layer="wya", effort=1), OPTIONS[1]]},
            'P0311 "wya": unknown layer `wya`',
        ),
        (
            {"options": [*OPTIONS, named("both", layer="way", effort=1, parts=["marge"])]},
            'P0311 "marge": unknown simple option `marge`',
        ),
        (
            {
                "options": [
                    *OPTIONS,
                    named("both", layer="way", effort=1, parts=["merge"], lifts=["shared-stays"]),
                ]
            },
            'P0311 "shared-stays": unknown rule against one of its parts `shared-stays`',
        ),
        (
            {"rules": [*RULES, rule("more", {"shraing": ["alone"]}, warns=["merge"])]},
            "P0311 [: unknown trait `shraing`",
        ),
        (
            {"rules": [*RULES, rule("more", {"sharing": ["alnoe"]}, warns=["merge"])]},
            'P0311 "alnoe": unknown value `alnoe`',
        ),
        (
            {"rules": [*RULES, rule("more", {"sharing": ["alone"]}, warns=["merg"])]},
            'P0311 "merg": unknown option `merg`',
        ),
        (
            {"traits": [TRAITS[0] | {"unit": "x"}, TRAITS[1]]},
            'P0312 "sharing": trait `sharing` needs either values or a unit',
        ),
        (
            {"traits": [TRAITS[0], TRAITS[1] | {"choices": ["1 MB", 50]}]},
            'P0312 "1 MB": `commits`: `MB` is no unit for this; write `10` (x)',
        ),
        (
            {"traits": [TRAITS[0] | {"assume": "nobody"}, TRAITS[1]]},
            'P0311 "nobody": unknown value `nobody`',
        ),
        (
            {"rules": [*RULES, rule("more", {"sharing": ["alone"]})]},
            'P0313 "more": rule `more` says nothing of any option',
        ),
        (
            {"rules": [*RULES, rule("more", {"sharing": ["alone"]}, favours={"merge": "weak"})]},
            'P0313 "more": a rule has a concern if it speaks for or against options, and only then',
        ),
        (
            {
                "rules": [
                    *RULES,
                    rule(
                        "more",
                        {"sharing": ["alone"]},
                        concern="order",
                        favours={"merge": "weak"},
                        against={"merge": "weak"},
                    ),
                ]
            },
            'P0313 "more": rule `more` says two things of `merge`',
        ),
        (
            {"rules": [*RULES, rule("more", {"commits": ["many"]}, warns=["merge"])]},
            "P0314 [: `commits` is a number: say `at_least`, `over` or so",
        ),
        (
            {"rules": [*RULES, rule("more", {"commits": {}}, warns=["merge"])]},
            "P0314 {}: this range has no edge",
        ),
        (
            {"options": [*OPTIONS, named("merge", layer="way", effort=1)]},
            'P0315 "merge": `merge` is named twice',
        ),
    ],
)
def test_what_does_not_hang_together_is_named(
    tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    assert said in told(tmp_path, decision(**changes), SCENARIOS)
    pack = load_pack(tmp_path).pack
    assert pack is not None
    assert pack.decisions == ()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (
            scenario("more", {"shring": "alone"}, {"way": "merge"}),
            'P0316 "alone": unknown trait `shring`',
        ),
        (
            scenario("more", {"sharing": "both"}, {"way": "merge"}),
            'P0316 "both": `sharing` cannot be `both`; it is one of alone, shared',
        ),
        (
            scenario("more", {"sharing": "alone"}, {"wya": "merge"}),
            'P0316 "merge": unknown layer or verdict `wya`',
        ),
        (
            scenario("more", {"sharing": "alone"}, {"way": "marge"}),
            'P0316 "marge": unknown option `marge`',
        ),
    ],
)
def test_a_scenario_names_what_its_decision_has(
    tmp_path: Path, made: dict[str, Any], said: str
) -> None:
    assert said in told(tmp_path, decision(), [*SCENARIOS, made])
    pack = load_pack(tmp_path).pack
    assert pack is not None
    assert [s.id for s in pack.scenarios] == ["with-others", "by-oneself"]


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (1, 'P0601 "merge": `merge` wins clearly in no scenario'),
        (0, 'P0601 "rebase-it": `rebase-it` wins clearly in no scenario'),
        (0, 'P0602 "many-at-once": the rule `many-at-once` holds in no scenario'),
    ],
)
def test_options_and_rules_have_witnesses(tmp_path: Path, left: int, said: str) -> None:
    assert said in told(tmp_path, decision(), [SCENARIOS[left]])


def test_each_value_is_of_use(tmp_path: Path) -> None:
    trait = TRAITS[0] | {"values": [*TRAITS[0]["values"], named("nobody")]}
    assert told(tmp_path, decision(traits=[trait, TRAITS[1]]), SCENARIOS) == [
        'P0603 "nobody": no rule and no scenario uses `sharing: nobody`'
    ]


def test_a_scenario_is_answered_as_it_expects(tmp_path: Path) -> None:
    wrong = scenario("more", {"sharing": "alone"}, {"way": "merge"})
    assert told(tmp_path, decision(), [*SCENARIOS, wrong]) == [
        'P0604 "merge": the advisor answers `rebase-it` in `way`, not `merge`'
    ]


def test_a_scenario_is_possible(tmp_path: Path) -> None:
    never = {"when": {"sharing": ["alone"], "commits": {"over": 10}}, "because": "Git"}
    assert [line[:5] for line in told(tmp_path, decision(impossible=[never]), SCENARIOS)] == [
        "P0605"
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"traits": [TRAITS[0], TRAITS[1] | {"choices": [1]}]},
            "P0611 [: `commits` offers no choice in the range of 20x",
        ),
        (
            {
                "rules": [
                    *RULES,
                    rule(
                        "few-at-once",
                        {"commits": {"under": 10}},
                        concern="size",
                        favours={"merge": "weak"},
                    ),
                ]
            },
            "P0612 {: `few-at-once` and `many-at-once` leave a gap at 10",
        ),
        (
            {
                "rules": [
                    *RULES[:2],
                    rule(
                        "many-at-once",
                        {"commits": {"at_least": 10}},
                        concern="size",
                        against={"merge": "weak"},
                    ),
                    rule(
                        "few-at-once",
                        {"commits": {"at_most": 10}},
                        concern="size",
                        favours={"merge": "weak"},
                    ),
                ]
            },
            "P0612 {: `few-at-once` and `many-at-once` both hold at 10",
        ),
        (
            {
                "rules": [
                    *RULES,
                    rule("never", {"commits": {"over": 9, "under": 8}}, warns=["merge"]),
                ]
            },
            "P0613 {: the rule `never` can never hold",
        ),
        (
            {"rules": [*RULES, rule("alone-too", {"sharing": ["alone"]}, rules_out=["rebase-it"])]},
            'P0614 "rebase-it": every value of `sharing` rules out `rebase-it`',
        ),
    ],
)
def test_ranges_and_limits_meet(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    assert said in told(tmp_path, decision(**changes), SCENARIOS)
