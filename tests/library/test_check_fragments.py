"""`check` points at what fragments cannot tell, and the pack leaves out what makes no sense."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from studyapp.core.questions.variants.fragments import Company, Wording
from studyapp.library.check import check_pack
from studyapp.library.compiled import CompiledPack
from studyapp.library.load import load_pack
from tests.library.decisions import SCENARIOS, decision
from tests.library.packs import put, write_pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEAM: dict[str, Any] = {
    "type": "company",
    "who": {"en": "A team in Hue", "vi": "Một nhóm ở Huế"},
    "company": {"en": "the team", "vi": "nhóm"},
    "does": {"en": "writes a parser", "vi": "viết một trình phân tích"},
    "users": {"en": "readers", "vi": "người đọc"},
    "items": {"en": "changes", "vi": "thay đổi"},
    "item": {"en": "change", "vi": "thay đổi"},
    "suits": ["small"],
}


def wording() -> dict[str, Any]:
    """Fragments of the decision `merging` with which nothing is wrong."""
    return {
        "type": "decision",
        "decision": "merging",
        "openings": [{"en": "{who} {does}", "vi": "{who} {does}, thế thôi"}],
        "phrases": [
            {
                "trait": "sharing",
                "value": "alone",
                "needs": ["small"],
                "ways": [{"en": "«{company} is alone»", "vi": "«{company} làm một mình»"}],
            },
            {
                "trait": "commits",
                "amounts": [{"value": 20, "text": "20"}, {"value": 50, "text": "50"}],
                "ways": [{"en": "there are «{value} commits»", "vi": "có «{value} commit»"}],
            },
        ],
        "order": [["sharing", "commits"]],
        "closings": [{"text": {"en": "Which way is best?", "vi": "Cách nào tốt nhất?"}}],
        "proposals": [
            {"option": name, "misconception": "m-tidy", "texts": ["Git at once", "Git at leisure"]}
            for name in ("merge", "rebase-it")
        ],
        "unlikely": [{"when": {"sharing": ["alone"], "commits": {"over": 40}}}],
    }


def pack_with(root: Path, fragments: dict[str, Any], team: dict[str, Any] = TEAM) -> Path:
    question = {
        "type": "choice",
        "id": "q-team",
        "skill": "branching",
        "difficulty": "easy",
        "stem": "Git",
        "asks": "Git",
        "decision": "merging",
        "facts": [{"trait": "sharing", "value": "alone", "says": "Git"}],
        "options": [{"id": "keep", "text": "Git", "why": "Git", "key": True}],
        "takeaway": "Git",
        "see": ["rebase"],
    }
    belief = {"id": "m-tidy", "belief": "Git", "truth": "Git", "see": ["rebase"]}
    write_pack(root)
    put(root, "advisor/merging.yaml", decision())
    put(root, "scenarios/all.yaml", {"scenarios": SCENARIOS})
    put(root, "misconceptions/all.yaml", {"misconceptions": [belief]})
    put(root, "questions/all.yaml", {"questions": [question]})
    put(root, "fragments/all.yaml", {"fragments": [team, fragments]})
    return root


def told(root: Path, fragments: dict[str, Any], team: dict[str, Any] = TEAM) -> list[str]:
    """``code: message`` for each finding in the fragments."""
    found = check_pack(load_pack(pack_with(root, fragments, team)), date(2026, 11, 22))
    return [f"{d.code}: {d.message}" for d in found if d.file.startswith("fragments")]


def test_sound_fragments_have_nothing_to_say(tmp_path: Path) -> None:
    assert told(tmp_path, wording()) == []


def test_they_are_kept_in_the_compiled_pack(tmp_path: Path) -> None:
    pack = CompiledPack(pack_with(tmp_path / "pack", wording()), tmp_path / "cache")
    team, merging = pack.fragments()
    assert isinstance(team, Company)
    assert isinstance(merging, Wording)
    loaded = load_pack(tmp_path / "pack").pack
    assert loaded is not None
    assert loaded.fragments == (team, merging)
    pack.close()


Spoil = dict[str, Any]


def spoiled(change: Callable[[Spoil], object]) -> Spoil:
    fragments = deepcopy(wording())
    change(fragments)
    return fragments


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            lambda f: f["phrases"][0].update(trait="share"),
            "P0318: unknown trait `share`",
        ),
        (
            lambda f: f["phrases"][0].update(value="lonely"),
            "P0318: `sharing` cannot be `lonely`; did you mean `alone`?;"
            " it is one of alone, shared",
        ),
        (
            lambda f: f["phrases"][1]["amounts"][0].update(value="many"),
            "P0318: `commits`: `many` is not a number with a unit such as `10` (x)",
        ),
        (lambda f: f["proposals"][0].update(option="squash"), "P0318: unknown option `squash`"),
        (
            lambda f: f["unlikely"][0]["when"].update({"branch": ["main"]}),
            "P0311: unknown trait `branch`",
        ),
    ],
    ids=["trait", "value", "amount", "option", "condition"],
)
def test_what_the_decision_does_not_know_leaves_the_fragments_out(
    tmp_path: Path, change: Callable[[Spoil], object], message: str
) -> None:
    assert told(tmp_path, spoiled(change)) == [message]
    loaded = load_pack(tmp_path).pack
    assert loaded is not None
    assert [each.type for each in loaded.fragments] == ["company"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda f: f["proposals"].pop(), "P0901: nothing says how an answer proposes `rebase-it`"),
        (
            lambda f: f["phrases"].pop(0),
            "P0901: nothing says how `sharing` is stated, which `q-team` asks about",
        ),
        (lambda f: f["order"][0].pop(), "P0901: `commits` has no place in the order of telling"),
        (
            lambda f: f["closings"][0].update(
                value="fast", text={"en": "«fast»?", "vi": "«nhanh»?"}
            ),
            "P0901: no closing sentence asks for nothing in particular",
        ),
        (lambda f: f["phrases"][0].update(needs=["big"]), "P0902: no company suits `big`"),
        (lambda f: f.update(needs=["old"]), "P0902: no company suits `old`"),
        (
            lambda f: f["phrases"][0]["ways"][0].update(en="«{team} is alone»"),
            "P0903: nothing fills `{team}` here|P0903: `{company}` stands in one language only"
            "|P0903: `{team}` stands in one language only",
        ),
        (
            lambda f: f["phrases"][1]["ways"][0].update(en="«commits»", vi="«commit đó»"),
            "P0903: the amount is said nowhere: `{value}` stands for it",
        ),
        (
            lambda f: f["phrases"][0].update(is_noun=True),
            "P0903: no opening has `{the-sharing}`",
        ),
        (
            lambda f: f["phrases"][0]["ways"][0].update(en="{company} is alone"),
            "P0904: English: 0 phrases stand between « and », not 1",
        ),
        (
            lambda f: f["closings"][0].update(text={"en": "Which?", "vi": "«Cách» nào?"}),
            "P0904: Vietnamese: 1 phrases stand between « and », not 0",
        ),
        (
            lambda f: f["proposals"][0].update(texts=["Git at once"]),
            "P0905: `merge` is said in one way only",
        ),
        (
            lambda f: f["proposals"][0].update(texts=["Git at once", "Git with Magit"]),
            "P0905: English: not every way names `magit`"
            "|P0905: Vietnamese: not every way names `magit`",
        ),
    ],
    ids=[
        "an option",
        "a fact",
        "a place",
        "a closing sentence",
        "a need",
        "a need of all",
        "a slot",
        "an amount",
        "an opening",
        "a mark",
        "a mark too many",
        "one way",
        "other names",
    ],
)
def test_what_is_missing_or_does_not_fit_is_told(
    tmp_path: Path, change: Callable[[Spoil], object], message: str
) -> None:
    assert told(tmp_path, spoiled(change)) == message.split("|")


def test_a_company_has_nothing_to_fill_in(tmp_path: Path) -> None:
    team = TEAM | {"does": {"en": "writes {items}", "vi": "viết {items}"}}
    assert told(tmp_path, wording(), team) == ["P0903: nothing fills `{items}` here"]
