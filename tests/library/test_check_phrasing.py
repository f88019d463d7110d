"""`check` finds questions that do not look like the exam's, and those that are asked twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from studyapp.core.text import Lang, Text
from tests.library.banks import CHOICES, fair, more, only, reworded

# --- P0804: answers that speak of the others


def test_answers_that_speak_of_the_others() -> None:
    asked = fair(CHOICES)[0]
    lumped = reworded(
        asked,
        lambda at, _, text: (
            Text("None of the above options.", "Không phương án nào ở trên đúng.")
            if at == 2
            else text
        ),
    )
    found = only("P0804", [lumped])

    assert [each.place.path[2:] for each in found] == [
        ("options", 2, "text", "en"),
        ("options", 2, "text", "vi"),
    ]


# --- P0805: absolute words


def test_one_question_whose_wrong_answers_are_all_absolute() -> None:
    asked = fair(CHOICES)[0]
    absolute = reworded(asked, lambda _, o, text: text if o.key else more(text, "always", "luôn"))
    english, vietnamese = only("P0805", [absolute])

    assert english.severity == vietnamese.severity == "warning"
    assert english.message == (
        "English: every wrong answer has an absolute word (`always`), no key has"
    )
    shared = reworded(absolute, lambda _, o, text: more(text, "only", "chỉ") if o.key else text)
    assert only("P0805", [shared]) == []


# --- P0806: the same question again


def again(text: Text, **changes: str) -> Text:
    """The same words with some of them changed."""
    for old, new in changes.items():
        text = Text(*(text[lang].replace(old, new) for lang in Lang))
    return text


def test_a_stem_with_other_names_and_numbers() -> None:
    en = "A bank serves a 70B model on one GPU of 45 GiB, and it does not load after a reboot."
    vi = "Một bank chạy model 70B trên một GPU 45 GiB, và nó không nạp được sau khi khởi động lại."
    one, _, other = fair(CHOICES)[:3]
    first = replace(one, stem=Text(en, vi))
    second = replace(other, stem=again(first.stem, bank="shop", **{"45": "22"}))
    (found,) = only("P0806", [first, second])

    assert found.message.startswith(f"English: this is the stem of `{one.id}` again: they share ")
    assert (found.place.path, found.first) == (
        ("questions", 1, "stem"),
        found.place._replace(path=("questions", 0, "stem")),
    )


def test_the_answers_and_the_words_of_a_stem_in_another_order() -> None:
    one = fair(CHOICES)[0]
    turned = Text(*(" ".join(reversed(one.stem[lang].split())) for lang in Lang))
    (found,) = only("P0806", [one, replace(one, id="again", stem=turned)])

    assert "these are the answers and the words of the stem" in found.message
    assert only("P0806", [one, replace(one, id="again", stem=fair(CHOICES)[1].stem)]) == []


def test_the_closing_sentence_counts_where_it_is_no_formula() -> None:
    stem = Text.once("A team on Amazon Bedrock reads the documentation before it starts.")
    asked = (
        "Which of these three tiers is served first while a Region has little capacity left?",
        "Which page lists the quota of tokens per minute that an account has at the beginning?",
    )
    facts = [
        replace(each, stem=stem, asks=Text.once(asks))
        for each, asks in zip(fair(CHOICES), asked, strict=False)
    ]

    assert only("P0806", facts) == []
    assert len(only("P0806", [replace(each, decision="d") for each in facts])) == 1


# --- P0808: the form


def words(count: int) -> str:
    return " ".join(f"w{number}" for number in range(count))


@pytest.mark.parametrize(
    ("count", "is_found"), [(30, True), (35, False), (105, False), (106, True)]
)
def test_the_stem_of_a_decision_question_has_its_length(count: int, is_found: bool) -> None:
    asked = replace(fair(CHOICES)[0], stem=Text(words(count), "Git"), decision="d")

    assert bool(only("P0808", [asked])) is is_found
    assert only("P0808", [replace(asked, decision=None)]) == []


def test_the_story_of_a_case_may_say_most_of_it() -> None:
    asked = replace(fair(CHOICES)[0], stem=Text(words(12), "Git"), decision="d")

    assert only("P0808", [replace(asked, case="c")]) == []
    (found,) = only("P0808", [asked])
    assert found.message == "stem and closing sentence have 17 English words, not 40 to 110"


@pytest.mark.parametrize(("count", "is_found"), [(4, True), (5, False), (45, False), (46, True)])
def test_answers_have_their_length(count: int, is_found: bool) -> None:
    asked = reworded(fair(CHOICES)[0], lambda *_: Text(words(count), "Git"))

    assert len(only("P0808", [asked])) == (4 if is_found else 0)


@pytest.mark.parametrize(("length", "is_found"), [(64, False), (65, True)])
def test_no_answer_is_much_longer_than_another(length: int, is_found: bool) -> None:
    even = Text("a b c d " + "e" * 32, "b" * 40)
    asked = reworded(
        fair(CHOICES)[0], lambda at, *_: replace(even, vi="b" * length) if at == 3 else even
    )
    found = only("P0808", [asked])

    assert [each.message for each in found] == (
        ["Vietnamese: `way-3` has 65 characters and `way-0` 40, more than 1.6 times as many"]
        if is_found
        else []
    )
