"""`check` points at what is wrong with a question, and says what the advisor answers."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from studyapp.library.check import check_pack
from studyapp.library.check.questions import unproved
from studyapp.library.kept import Kept
from studyapp.library.load import load_pack
from tests.library.decisions import SCENARIOS, decision, named, rule, scenario
from tests.library.packs import pointed_at, put, write_pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Spoil = dict[str, Any]


def merging() -> dict[str, Any]:
    """Four ways to merge, of which one is right alone and another with others."""
    sound = decision()
    ways = [*sound["options"], named("squash", layer="way", effort=2)]
    ways.append(named("octopus", layer="way", effort=5))
    rules = [
        *sound["rules"],
        rule("one-by-one", {"sharing": ["shared"]}, rules_out=["octopus"]),
        rule("no-trace", {"sharing": ["shared"]}, concern="order", against={"squash": "strong"}),
        rule("by-octopus", {"commits": {"over": 40}}, concern="size", favours={"octopus": "weak"}),
        rule("in-one", {"commits": {"over": 10}}, concern="size", favours={"squash": "weak"}),
        rule("big-diff", {"commits": {"over": 40}}, warns=["rebase-it"]),
    ]
    return sound | {"options": ways, "rules": rules, "impossible": IMPOSSIBLE}


IMPOSSIBLE = [{"when": {"sharing": ["shared"], "commits": {"over": 90}}, "because": "Git says no"}]


def choice(**changes: Any) -> dict[str, Any]:
    """A sound question, to spoil."""
    sound = {
        "type": "choice",
        "id": "q-team",
        "skill": "branching",
        "difficulty": "easy",
        "stem": {
            "en": "A team shares one branch and has 20 commits.",
            "vi": "Một nhóm dùng chung một nhánh, có 20 commit.",
        },
        "asks": {"en": "Which way is best?", "vi": "Cách nào tốt nhất?"},
        "decision": "merging",
        "facts": [
            {
                "trait": "sharing",
                "value": "shared",
                "says": {"en": "A team shares one branch", "vi": "dùng chung một nhánh"},
            },
            {"trait": "commits", "value": 20, "says": "20 commit", "role": "context"},
        ],
        "options": [
            {"id": "keep", "text": "Git", "why": "Git", "key": True, "stands_for": ["merge"]},
            answer("replay", "rebase-it", "shared-stays"),
            answer("flatten", "squash", "no-trace"),
            answer("at-once", "octopus", "one-by-one"),
        ],
        "takeaway": "Git",
        "see": ["rebase"],
    }
    return sound | changes


def answer(name: str, option: str, falls_to: str) -> dict[str, Any]:
    said = {"text": "Git", "why": "Git", "misconception": "m-tidy"}
    return {"id": name, "stands_for": [option], "falls_to": falls_to} | said


def matching(*prompts: object) -> dict[str, Any]:
    return {
        "type": "matching",
        "id": "q-match",
        "skill": "branching",
        "difficulty": "easy",
        "stem": "Git",
        "asks": "Git",
        "matches": [
            {"id": f"m{i}", "prompt": prompt, "answer": "Git", "why": "Git"}
            for i, prompt in enumerate(prompts)
        ],
        "takeaway": "Git",
        "see": ["rebase"],
        "sources": ["book"],
    }


def pack_with(root: Path, *questions: dict[str, Any]) -> Path:
    belief = {"id": "m-tidy", "belief": "Git", "truth": "Git", "see": ["rebase"]}
    case = {
        "id": "team",
        "title": "Git",
        "story": {"en": "They work as pairs.", "vi": "Họ làm việc theo cặp."},
    }
    write_pack(root)
    put(root, "advisor/merging.yaml", merging())
    witnesses = [
        scenario("squashed", {"commits": 20}, {"way": "squash"}),
        scenario("in-eights", {"commits": 50}, {"way": "octopus"}),
    ]
    put(root, "scenarios/all.yaml", {"scenarios": [*SCENARIOS, *witnesses]})
    put(root, "misconceptions/all.yaml", {"misconceptions": [belief]})
    put(root, "cases/all.yaml", {"cases": [case]})
    put(root, "questions/all.yaml", {"questions": list(questions)})
    return root


def told(root: Path, *questions: dict[str, Any]) -> list[str]:
    """``code underlined: message`` for each finding about how questions are proved."""
    pack_with(root, *questions)
    found = check_pack(load_pack(root), date(2026, 11, 22))
    return [f"{d.code} {pointed_at(root, d)}: {d.message}" for d in found if d.code[:3] == "P07"]


def test_a_proved_question_has_nothing_to_say(tmp_path: Path) -> None:
    assert told(tmp_path, choice(), matching("one", "two", "three")) == []


def fact(index: int, **changes: Any) -> Callable[[Spoil], None]:
    return lambda asked: asked["facts"][index].update(changes)


def option(index: int, **changes: Any) -> Callable[[Spoil], None]:
    return lambda asked: asked["options"][index].update(changes)


def without(index: int, field: str) -> Callable[[Spoil], None]:
    return lambda asked: asked["options"][index].pop(field)


def changed(**changes: Any) -> Callable[[Spoil], None]:
    return lambda asked: asked.update(changes)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            fact(0, says={"en": "A team shares one branch", "vi": "dùng chung nhánh"}),
            'P0701 "dùng chung nhánh": these words for `sharing` do not stand in the question',
        ),
        (
            fact(1, says="20 changes"),
            'P0701 "20 changes": these words for `commits` do not stand in the question',
        ),
        (fact(1, trait="comits"), 'P0702 "comits": `merging` has no trait `comits`'),
        (fact(0, value="shred"), 'P0702 "shred": `sharing` cannot be `shred`'),
        (
            option(1, stands_for=["rebaseit"]),
            'P0702 "rebaseit": `merging` has no option `rebaseit`',
        ),
        (option(1, falls_to="shared"), 'P0702 "shared": `merging` has no rule `shared`'),
        (
            changed(unoffered=[{"option": "marge", "why": "Git"}]),
            'P0702 "marge": `merging` has no option `marge`',
        ),
        (fact(1, value=99), "P0703 [: these facts cannot hold together: Git says no"),
        (
            lambda asked: asked["options"].pop(),
            "P0704 [: a choice has 4 answers and 1 right, not 3 and 1",
        ),
        (option(1, id="keep"), 'P0704 "keep": `keep` is named twice'),
        (without(1, "stands_for"), 'P0705 "replay": `replay` stands for no option of `merging`'),
        (
            option(1, stands_for=["squash"]),
            "P0705 [: `flatten` proposes the same as `replay`",
        ),
        (
            option(0, stands_for=["squash"]),
            "P0705 [: `flatten` proposes the same as `keep`",
        ),
        (
            fact(0, value="alone"),
            "P0706 [: the advisor answers `rebase-it` in `way`, by strong; the key is `merge`",
        ),
        (without(1, "falls_to"), 'P0707 "replay": `replay` is wrong but falls to nothing'),
        (
            option(1, falls_to="tidy-first"),
            'P0707 "tidy-first": `tidy-first` does not hold with these facts',
        ),
        (
            changed(unoffered=[{"option": "octopus", "why": "Git"}]),
            'P0708 "octopus": `octopus` is offered, or stands below the key',
        ),
        (
            fact(1, role="deciding"),
            'P0709 "commits": `commits` decides nothing: without it all stays as it is',
        ),
        (fact(0, role="context"), 'P0709 "sharing": `sharing` is deciding: without it, '),
        (
            changed(computes={"calculation": "weights", "of": {"model": "7B"}}),
            "P0711 {: no calculation `weights`",
        ),
        (option(2, amount="5 GB"), 'P0711 "5 GB": `flatten` has an amount, but no sum'),
        (without(3, "misconception"), 'P0713 "at-once": `at-once` is wrong but names no'),
        (
            changed(takeaway={"en": "Not option B", "vi": "Không phải nó"}),
            'P0714 "Not option B": `option B` names an answer by a letter',
        ),
    ],
)
def test_what_is_wrong_is_pointed_at(
    tmp_path: Path, spoil: Callable[[Spoil], None], said: str
) -> None:
    asked = deepcopy(choice())
    spoil(asked)
    first, *_ = told(tmp_path, asked)
    assert first.startswith(said)


def test_a_rule_that_warns_of_the_key_is_named(tmp_path: Path) -> None:
    """Alone one rebases, but not so many commits without a word."""
    asked = choice(
        facts=[
            {"trait": "sharing", "value": "alone", "says": {"en": "A team", "vi": "Một nhóm"}},
            {"trait": "commits", "value": 50, "says": "20 commit", "role": "context"},
        ],
        options=[
            answer("keep", "merge", "tidy-first"),
            {"id": "replay", "text": "Git", "why": "Git", "key": True, "stands_for": ["rebase-it"]},
            answer("flatten", "squash", "tidy-first"),
            answer("at-once", "octopus", "tidy-first"),
        ],
    )
    assert told(tmp_path, asked) == ["P0710 [: `big-diff` warns of the key `rebase-it`"]


def test_an_option_that_is_left_out_is_named(tmp_path: Path) -> None:
    asked = choice()
    asked["facts"][0] |= {"value": "alone"}
    asked["options"][1] |= {"stands_for": ["squash"], "falls_to": "many-at-once"}
    asked["options"][2:] = [answer("at-once", "octopus", "many-at-once")]
    assert (
        "P0708 [: `rebase-it` is not offered and stands before the key `merge`, by strong, in"
        in ("\n".join(told(tmp_path, asked)))
    )


def test_a_question_needs_grounds(tmp_path: Path) -> None:
    bare = choice()
    del bare["decision"], bare["facts"]
    assert told(tmp_path, bare) == [
        'P0712 "q-team": nothing says that the key is right: no decision, no sum and no sources'
    ]


def test_matches_are_counted_and_prompts_compared(tmp_path: Path) -> None:
    twice = {"en": "One", "vi": "Một"}
    assert told(tmp_path, matching(twice, twice)) == [
        "P0704 [: 3 to 7 matches are asked for, not 2",
        'P0704 "One": an earlier prompt says the same',
        'P0704 "Một": an earlier prompt says the same',
    ]


def test_a_fact_may_stand_in_the_case(tmp_path: Path) -> None:
    asked = choice()
    asked["facts"][0]["says"] = {"en": "as pairs", "vi": "theo cặp"}
    assert [line[:5] for line in told(tmp_path, asked)] == ["P0701", "P0701"]
    assert told(tmp_path, asked | {"case": "team"}) == []


def test_a_question_that_is_left_out_is_not_proved(tmp_path: Path) -> None:
    asked = choice(see=["nowhere"])
    asked["options"][1]["falls_to"] = "nothing"
    assert told(tmp_path, asked) == []


def test_without_its_decision_a_question_is_proved_by_its_words(tmp_path: Path) -> None:
    """Its decision is broken in itself, which is told there."""
    asked = choice(takeaway={"en": "Not option B", "vi": "Không phải nó"})
    asked["options"][1]["falls_to"] = "nothing"
    pack_with(tmp_path, asked)
    put(tmp_path, "advisor/merging.yaml", merging() | {"choose": "none"})
    found = unproved(load_pack(tmp_path), rules={}, kept=Kept())
    assert [finding.code for finding in found] == ["P0714"]
