"""`studyapp advise`: advice as text, as a document, and by questions line by line."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from studyapp.cli import main
from tests.library.packs import write_pack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., str]

DECISION = "choosing-a-block"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, caches: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    monkeypatch.setenv("XDG_CACHE_HOME", str(caches))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def advise(pack: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command on the small pack; gives what it prints."""

    def run(*arguments: str, code: int = 0, lang: str = "en") -> str:
        assert main(["--pack", str(pack), "--lang", lang, "advise", *arguments]) == code
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return err if code else out

    return run


@pytest.fixture
def document(advise: Run) -> Callable[..., dict[str, Any]]:
    def run(*arguments: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(advise(*arguments, "--json"))
        return found

    return run


@pytest.fixture
def answer(advise: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Answer the questions with lines; gives the conversation and the advice."""

    def run(*lines: str, arguments: tuple[str, ...] = ()) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return advise(DECISION, *arguments)

    return run


def test_alone_it_lists_the_decisions(advise: Run) -> None:
    assert "Which block to write\n  studyapp advise choosing-a-block" in advise()
    assert json.loads(advise("--json")) == {
        "decisions": [
            {"id": DECISION, "title": {"en": "Which block to write", "vi": "Nên viết block nào"}}
        ]
    }


def test_advice_tells_facts_answers_reasons_and_sources(advise: Run) -> None:
    said = advise(DECISION, "material=comparison", "reading-time=2min")
    assert "  Reading time: 2 min\n  Reader: Sees it (assumed)\n" in said
    assert "Form: Table · clear, decided by strong reasons" in said
    assert "  ✗ Ruled out: Paragraph\n    ✗  [rules out] A paragraph that takes" in said
    assert "Follows from our rules" in said
    assert "[1]" in said
    assert said.count("https://example.com/") == 1
    assert "Label · no fact speaks of this yet" in said
    assert "Worth asking next: Purpose. What is it for?" in said


def test_advice_is_given_in_vietnamese(advise: Run) -> None:
    said = advise(DECISION, "material=so sánh", "--lang", "vi")
    assert "Nội dung: So sánh" in said
    assert "Hình thức: Bảng · rõ ràng, lý do mạnh quyết định" in said


def test_facts_may_follow_options(advise: Run) -> None:
    said = advise(DECISION, "--lang", "en", "material=flow", "--why-not", "table", "reader=ears")
    assert "Material: A way through\n  Reader: Hears it\n" in said


def test_printed_lines_fit_the_width_and_hold_no_escapes(
    advise: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    said = advise(DECISION, "material=comparison", "reading-time=10min", "reader=ears")
    assert max(map(len, said.splitlines())) <= 50
    assert "\x1b" not in said


def test_facts_that_cannot_hold_together_are_told(advise: Run) -> None:
    said = advise(DECISION, "material=idea", "reading-time=10min")
    assert "These facts cannot hold together" in said


def test_why_not_tells_the_rule_that_kills(advise: Run) -> None:
    said = advise(DECISION, "material=flow", "reader=ears", "--why-not", "diagram")
    _, _, why = said.partition("Why not “Diagram”?\n")
    assert why.lstrip().startswith("✗  [rules out] Who listens gets the caption")
    assert "Label" not in said


def test_the_answer_is_told_to_be_the_answer(advise: Run) -> None:
    said = advise(DECISION, "material=flow", "--why-not", "Diagram", "--flips", "diagram")
    assert said.count("It is the answer.") == 2


def test_a_flip_names_the_change_as_one_types_it(advise: Run) -> None:
    said = advise(DECISION, "material=flow", "reader=ears", "--flips", "diagram")
    assert "Reader: Sees it instead of Hears it · leaning [reader=eyes]" in said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["choosing-a-blok"], "there is no decision `choosing-a-blok`; nearest: choosing-a-block"),
        ([DECISION, "materal=flow"], "did you mean `material`?"),
        ([DECISION, "material=flwo"], "did you mean `flow`?"),
        ([DECISION, "reading-time=soon"], "`soon` is not a number with a unit"),
        ([DECISION, "flow"], "`flow` is not understood; write NAME=VALUE, such as `material=idea`"),
        ([DECISION, "=flow"], "`=flow` is not understood"),
        ([DECISION, "material=flow", "material=idea"], "`material` is given twice"),
        ([DECISION, "--why-not", "tabel"], "there is no option `tabel`; nearest: table"),
        ([DECISION, "--flips", ""], "there is no option ``; nearest: paragraph, listing"),
        (["--flips", "table"], "say for which decision: choosing-a-block"),
        ([DECISION, "--json", "--nothing"], "unrecognized arguments: --nothing"),
        ([DECISION, "material=\x1b[31m"], "`material` cannot be"),
    ],
)
def test_what_is_unknown_is_told_with_what_is_near(
    advise: Run, arguments: list[str], told: str
) -> None:
    err = advise(*arguments, code=2)
    assert told in err
    assert "\x1b" not in err


def test_a_pack_without_decisions_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_pack(tmp_path / "git")
    assert main(["--pack", str(root), "advise"]) == 1
    assert "This pack has no advisor." in capsys.readouterr().err


def test_a_fact_that_is_not_understood_is_told_in_the_present_language(advise: Run) -> None:
    told = advise(DECISION, "reading-time=soon", lang="vi", code=2)
    assert "`soon` không phải là số kèm đơn vị" in told


def test_the_list_names_every_trait_value_and_option(advise: Run) -> None:
    said = advise(DECISION, "--list")
    assert "  material: Material. What do you have to say?" in said
    assert "    idea: One idea. A thought that needs a few sentences" in said
    assert "for example 10s, 45s, 2min, 10min" in said
    assert "Sees it, assumed while nothing is stated" in said
    assert "    table: Table. Rows and columns" in said
    listed = json.loads(advise(DECISION, "--list", "--json"))
    assert [trait["id"] for trait in listed["traits"]][:2] == ["material", "reading-time"]
    assert listed["traits"][2]["assume"] == "eyes"


def test_the_document_holds_the_advice(document: Callable[..., dict[str, Any]]) -> None:
    found = document(DECISION, "material=comparison", "reading-time=2min")
    assert found["facts"] == {
        "stated": {"material": "comparison", "reading-time": 120.0},
        "assumed": {"reader": "eyes"},
        "derived": {},
    }
    form, label = found["layers"]
    assert (form["level"], form["step"], form["winners"]) == ("clear", "strong", ["table"])
    assert (label["level"], label["step"], label["winners"]) == ("silent", None, [])
    table, *_, paragraph = form["options"]
    assert table["score"] == {"strong": 1, "qualifier": 0, "weak": 1, "fewer_parts": 0}
    assert (paragraph["score"], paragraph["verdict"]) == (None, "ruled-out")
    reason = paragraph["reasons"][0]
    assert (reason["rule"], reason["effect"]) == ("long-paragraph", "rules-out")
    assert reason["because"]["vi"].startswith("Đoạn văn đọc mất hơn một phút")
    assert found["next_question"] == "stance"
    assert [source["id"] for source in found["sources"]] == ["example-page"]
    assert "why_not" not in found


def test_every_flip_of_the_document_wins_when_it_is_typed(
    document: Callable[..., dict[str, Any]],
) -> None:
    facts = {"material": "flow", "reader": "ears"}

    def typed(facts: dict[str, str]) -> list[str]:
        return [f"{trait}={value}" for trait, value in facts.items()]

    options = [each["id"] for each in document(DECISION, *typed(facts))["layers"][0]["options"]]
    tried = 0
    for option in options:
        found = document(DECISION, *typed(facts), "--flips", option)["flips"]
        assert found["option"] == option
        for way in found["ways"]:
            changed = facts | {each["trait"]: each["written"] for each in way["changes"]}
            assert document(DECISION, *typed(changed))["layers"][0]["winners"] == [option]
            tried += 1
    assert tried >= len(options) - 1


def test_the_document_tells_why_not(document: Callable[..., dict[str, Any]]) -> None:
    found = document(DECISION, "material=flow", "--why-not", "table")
    why = found["why_not"]
    assert (why["option"], why["rivals"][0], why["step"]) == ("table", "diagram", "strong")


def test_questions_are_asked_by_what_they_tell(answer: Run) -> None:
    said = answer("3", "1")
    assert said.index("Material: What do you") < said.index("> 3\n")
    assert "So far, Form: Table · clear" in said
    assert "So far, Label: No label · clear" in said
    assert said.count("So far, ") == 2
    assert "Nothing else is worth asking." in said
    assert "Facts\n  Material: A comparison\n  Purpose: It tells\n" in said
    assert "\x1b" not in said


def test_a_value_may_be_typed_and_the_end_of_input_stops(answer: Run) -> None:
    said = answer("comparison")
    assert "Nothing else is worth asking." not in said
    assert "Facts\n  Material: A comparison\n" in said


def test_a_number_is_offered_and_may_be_typed_with_its_unit(answer: Run) -> None:
    said = answer("1", "?", "10 min")
    assert "   1 10 s\n   2 45 s\n   3 2 min\n   4 10 min\n   0 Unknown\n" in said
    assert "or another number with its unit, such as 7s" in said
    assert "Facts\n  Material: One idea\n  Reading time: 10 min\n" in said


def test_what_is_skipped_is_not_asked_again(answer: Run) -> None:
    asked, _, _ = answer(*["0"] * 9).partition("Nothing else is worth asking.")
    for name in ("Material", "Purpose", "Reader", "Reading time"):
        assert asked.count(f"\n{name}: ") == 1


def test_undo_asks_the_last_question_again(answer: Run) -> None:
    said = answer("u", "3", "u", "4", "q")
    assert "Nothing to undo." in said
    assert "Taken back: Material." in said
    assert said.count("Material: What do you have to say?") == 3
    assert "Facts\n  Material: A way through\n" in said


def test_an_answer_that_is_taken_back_does_not_count(answer: Run) -> None:
    assert "Facts\n  nothing is stated\n  Reader: Sees it (assumed)\n" in answer("3", "u", "", "q")


def test_undo_takes_a_skip_back(answer: Run) -> None:
    said = answer("", "u", "1", "q")
    assert "Facts\n  Material: One idea\n" in said


@pytest.mark.parametrize("said", ["99", "-1", "x", "9" * 5000, "\x1b[31m**"])
def test_what_is_not_understood_is_asked_again(answer: Run, said: str) -> None:
    told = answer(said, "1", "q")
    assert "is none of these." in told
    assert "Facts\n  Material: One idea\n" in told
    assert "\x1b" not in told


def test_the_questions_are_asked_in_vietnamese(answer: Run) -> None:
    said = answer("3", arguments=("--lang", "vi"))
    assert "Nội dung: Bạn có điều gì cần nói?" in said
    assert "Tới lúc này, Hình thức: Bảng" in said


def test_without_any_input_the_advice_is_printed(
    advise: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert "nothing is stated" in advise(DECISION)


def test_a_terminal_gets_no_escapes_while_it_is_asked(
    answer: Run, advise: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in answer("3", "q")
    assert "\x1b" in advise(DECISION, "material=flow")
