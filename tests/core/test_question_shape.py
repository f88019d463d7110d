"""What must be right with a question whatever the rules of any decision say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.questions.form import (
    Case,
    Entry,
    Match,
    MatchingQuestion,
    OrderingQuestion,
)
from studyapp.core.questions.proving.flaws import FlawKind
from studyapp.core.text import Text
from tests.core.decisions import ANY
from tests.core.proving import BASE, LIVE, NOW, flaws, key, kinds, question, with_option, wrong

# --- phrases


def test_a_phrase_stands_in_each_language() -> None:
    half = replace(NOW, says=Text("wait is now", "chờ ngay"))
    asked = replace(LIVE, facts=(half, BASE))
    assert [(f.kind, f.at) for f in flaws(asked)] == [(FlawKind.PHRASE, ("facts", 0, "says", "vi"))]


def test_a_phrase_may_stand_in_the_closing_sentence_or_in_the_case() -> None:
    closing = replace(NOW, says=Text("Which one", "Cái nào"))
    told = replace(BASE, says=Text("told before", "đã kể"))
    asked = replace(LIVE, facts=(closing, told))
    case = Case(id="c", title=ANY, story=Text("As told before.", "Như đã kể."))

    assert kinds(asked, case) == []
    assert kinds(asked) == [FlawKind.PHRASE, FlawKind.PHRASE]


# --- shape


def ordering(count: int) -> OrderingQuestion:
    entries = tuple(Entry(id=f"e{i}", text=ANY, why=ANY) for i in range(count))
    return OrderingQuestion(
        type="ordering",
        id="q-any",
        skill="skill",
        difficulty="easy",
        stem=ANY,
        asks=ANY,
        entries=entries,
        takeaway=ANY,
        see=("note",),
        sources=("page",),
    )


def matching(*prompts: Text) -> MatchingQuestion:
    return MatchingQuestion(
        type="matching",
        id="q-any",
        skill="skill",
        difficulty="easy",
        stem=ANY,
        asks=ANY,
        matches=tuple(
            Match(id=f"m{i}", prompt=prompt, answer=ANY, why=ANY)
            for i, prompt in enumerate(prompts)
        ),
        takeaway=ANY,
        see=("note",),
        sources=("page",),
    )


@given(st.integers(0, 7), st.integers(0, 7), st.sampled_from(("choice", "response")))
def test_only_some_numbers_of_answers_and_keys_make_a_question(
    right: int, others: int, type_: str
) -> None:
    options = [key(f"k{i}") for i in range(right)] + [wrong(f"w{i}", "x") for i in range(others)]
    asked = question([], *options, type=type_, decision=None, sources=("page",))
    allowed = {"choice": {(1, 3)}, "response": {(2, 3), (3, 3)}}
    wanted = [] if (right, others) in allowed[type_] else [FlawKind.SHAPE]
    assert kinds(asked) == wanted


@pytest.mark.parametrize(("count", "is_fine"), [(2, False), (3, True), (7, True), (8, False)])
def test_three_to_seven_entries_can_be_ordered_and_matched(count: int, is_fine: bool) -> None:
    wanted = [] if is_fine else [FlawKind.SHAPE]
    assert kinds(ordering(count)) == wanted
    assert kinds(matching(*(Text.once(str(i)) for i in range(count)))) == wanted


def test_a_prompt_stands_once_in_each_language() -> None:
    prompts = Text("one", "một"), Text("two", "hai"), Text("three", "hai")
    assert [flaw.at for flaw in flaws(matching(*prompts))] == [("matches", 2, "prompt", "vi")]


def test_ids_of_answers_and_entries_name_one_each() -> None:
    assert kinds(with_option(LIVE, "own", id="queue")) == [FlawKind.SHAPE]
    entries = ordering(3).entries
    assert kinds(replace(ordering(3), entries=(*entries, entries[0]))) == [FlawKind.SHAPE]


# --- grounds, misconceptions, letters


def test_something_says_that_the_key_is_right() -> None:
    bare = question([], *LIVE.options, decision=None)
    assert kinds(bare) == [FlawKind.UNPROVED]
    assert kinds(replace(bare, sources=("page",))) == []
    assert kinds(replace(ordering(3), sources=())) == [FlawKind.UNPROVED]


def test_a_wrong_answer_names_a_misconception() -> None:
    spoilt = with_option(LIVE, "own", misconception=None)
    assert [(f.kind, f.at) for f in flaws(spoilt)] == [(FlawKind.UNEXPLAINED, ("options", 2, "id"))]


@pytest.mark.parametrize(
    "words",
    [
        "Option B costs more",
        "as in answers A and C",
        "Unlike choice (D), it scales",
        "It fails (A)",
        "Khác với đáp án B",
        "Phương án C tốn hơn",
        "lựa chọn A",
        "như câu D.",
    ],
)
def test_no_text_names_an_answer_by_a_letter(words: str) -> None:
    spoilt = with_option(LIVE, "own", why=Text.once(words))
    assert {(f.kind, f.at[:3]) for f in flaws(spoilt)} == {(FlawKind.LETTER, ("options", 2, "why"))}
    assert FlawKind.LETTER in kinds(replace(ordering(3), takeaway=Text.once(words)))


@pytest.mark.parametrize(
    "words",
    [
        "Answer a question with an option",
        "lưu ý A/B test, chọn A100 hoặc A10G",
        "the option Amazon Bedrock (API) offers",
        "Option ABC, class A, vitamin (C6)",
        "chọn C-family",
    ],
)
def test_other_letters_may_stand(words: str) -> None:
    assert flaws(with_option(LIVE, "own", why=Text.once(words))) == []
