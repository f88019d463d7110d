"""`check` finds what gives the keys of a bank away, and leaves a fair bank alone."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from studyapp.core.questions.form import Case, ChoiceQuestion
from studyapp.core.text import Lang, Text
from studyapp.library.check import check_pack
from studyapp.library.load import load_pack
from tests.library.banks import (
    CHOICES,
    Sort,
    bank,
    fair,
    only,
    placed,
    question,
    reworded,
    said,
    spoiled,
    told_apart,
)
from tests.library.packs import pointed_at, put, write_pack


def codes(questions: list[ChoiceQuestion]) -> set[str]:
    return {found.code for found in said(questions)}


# --- fair banks


def test_a_fair_bank_has_nothing_to_say() -> None:
    assert said(fair()) == []


def test_chance_alone_is_rarely_taken_for_a_tell() -> None:
    """Of the 24 tests of guessers one in twenty strays by design; the others stray less."""
    banks = range(100, 106)
    found = Counter(each.code for seed in banks for each in said(bank(seed)))

    assert found["P0807"] < 0.125 * 24 * len(banks)
    assert found["P0801"] + found["P0803"] + found["P0805"] <= 2
    assert found["P0802"] < 0.125 * 6 * len(banks)
    assert found.keys() <= {"P0801", "P0802", "P0803", "P0805", "P0807"}


def test_few_questions_say_nothing_of_the_bank() -> None:
    assert "P0801" in codes(placed(fair(CHOICES)[:40], lambda _: 0))
    assert codes(placed(fair(CHOICES)[:39], lambda _: 0)) == set()


def test_broken_questions_do_not_stop_the_lint() -> None:
    keyless = [replace(each, id=f"{each.id}-no") for each in placed(fair()[:3], lambda _: 9)]
    lone = replace(fair()[3], id="lone", options=fair()[3].options[:1])

    assert {found.code for found in said([*keyless, lone])} <= {"P0806", "P0808"}
    assert codes([*fair(), *(replace(k, stem=Text.once("Git")) for k in keyless[:1])]) == set()


# --- P0801: places


def test_keys_that_prefer_a_place() -> None:
    questions = placed(fair(CHOICES), lambda number: 1 if number % 2 else number % 4)
    (found,) = only("P0801", questions)

    assert found.message == (
        "keys stand 12, 24, 12, 0 times at places 1 to 4 of the file"
        " in 48 questions (choice, 1 of 4; chi-square, p = 2.5e-05)"
    )
    assert found.help.count(",") == 7
    assert found.place == ("questions/all.yaml", ("questions", 0, "id"))


def test_places_of_responses_are_judged_by_slots() -> None:
    turned = [
        replace(each, options=tuple(replace(o, key=o.id in ("way-0", id_)) for o in each.options))
        for each, id_ in zip(
            bank(1, (Sort("response", 5, 2, 40),)),
            ("way-1", "way-2", "way-3", "way-4") * 10,
            strict=True,
        )
    ]
    (found,) = only("P0801", turned)

    assert "keys stand 40, 10, 10, 10, 10 times" in found.message
    assert "(response, 2 of 5;" in found.message


# --- P0802, P0803: lengths


def test_keys_that_are_longer_in_one_language() -> None:
    found = said(spoiled(lambda _, o: o.key, "", "dài hơn hẳn một chút"))

    assert {each.code for each in found if each.severity == "error"} == {"P0802", "P0803", "P0807"}
    assert all(each.message.startswith("Vietnamese: ") for each in found)


def test_keys_that_are_shorter() -> None:
    found = said(spoiled(lambda _, o: not o.key, "velotin drags", "hiếu mằng rỡ"))
    messages = [each.message for each in found if each.code in {"P0802", "P0803"}]

    assert any("English: the shortest answer is a key in " in each for each in messages)
    assert any("English: the longest answer is a key in " in each for each in messages)


def test_the_mean_may_stray_where_the_extremes_do_not() -> None:
    """The key is never the longest, for a wrong answer is, but is far above the mean."""
    questions = [
        reworded(
            each, lambda at, o, text: Text.once("x" * (60 if o.key else 61 if at == 0 else 45))
        )
        for each in placed(fair(CHOICES), lambda number: 1 + number % 3)
    ]
    (found, _) = only("P0803", questions)

    assert found.message == (
        "English: keys are 1.19 times as long as the other answers, in the mean of"
        " 48 choice questions, not 0.9 to 1.1"
    )


# --- P0805: absolute words


def test_absolute_words_in_wrong_answers() -> None:
    found = only("P0805", spoiled(lambda at, o: not o.key and at % 2 == 0, "always", "luôn"))
    of_bank = [each for each in found if each.severity == "error"]

    assert [each.message.partition(":")[0] for each in of_bank] == ["English", "Vietnamese"]
    assert " 0 keys have one" in of_bank[0].message
    assert of_bank[0].help.count("q-") == 8


def test_absolute_words_in_keys() -> None:
    """The worst offenders are those that tell most."""
    found = only("P0805", spoiled(lambda _, o: o.key, "only", "chỉ"))

    assert " 224 keys have one, and 77.6 would by chance" in found[0].message
    assert found[0].help.count("q-response-6-") == 8


def test_absolute_words_that_take_no_side() -> None:
    assert "P0805" not in codes(spoiled(lambda at, _: at == 1, "always", "luôn"))


# --- P0807: guessers


def test_a_key_that_repeats_the_stem() -> None:
    stems = [Text(*(" ".join(q.stem[lang].split()[9:20:10]) for lang in Lang)) for q in fair()]
    questions = [
        told_apart(each, key=stem, others=Text.once("xirrat yirrat"))
        for each, stem in zip(fair(), stems, strict=True)
    ]
    found = [each.message for each in only("P0807", questions)]

    assert any(each.startswith("English: the guesser `echo` is right in ") for each in found)
    assert any(each.startswith("Vietnamese: the guesser `echo` is right in ") for each in found)


def test_the_trained_guesser_says_what_it_goes_by() -> None:
    marked = spoiled(lambda _, o: o.key, "on Firehose", "trên Firehose")
    found = [each for each in only("P0807", marked) if "(choice" in each.message]
    (trained,) = (each for each in found if "English: the guesser `trained`" in each.message)

    assert trained.message.partition("firehose")[0] == (
        "English: the guesser `trained` is right in 111 of 112 questions (choice, 1 of 4), 99.1%,"
        " 95 % interval 95.1% to 99.8%; chance is 25%; it goes by name "
    )
    assert trained.severity == "error"
    assert trained.help.count("q-choice") == 8


def test_stories_of_cases_are_echoed_too() -> None:
    """A key with words of its story, which no stem has."""
    lots, ids = random.Random(5), [f"c-{at}" for at in range(60)]
    cases = [
        Case(id=id_, title=Text.once("Git"), story=Text.once(f"It has x{id_} and y{id_}."))
        for id_ in ids
    ]
    questions = [
        told_apart(
            replace(question(f"q-{id_}", lots), case=id_),
            key=Text.once(f"y{id_}"),
            others=Text.once(f"z{id_}"),
        )
        for id_ in ids
    ]

    assert any("`echo`" in each.message for each in said(questions, tuple(cases)))
    assert not any("`echo`" in each.message for each in said(questions))


def test_places_spread_too_evenly_only_warn() -> None:
    """Whoever has seen four fifths expects the place that is left least often."""
    alike = [
        reworded(each, lambda at, _, text: Text.once(f"Five words {'abcd'[at]} of them"))
        for each in placed(fair((Sort("choice", 4, 1, 80),)), lambda number: number % 4)
    ]
    trained = [each for each in only("P0807", alike) if "`trained`" in each.message]

    assert {each.severity for each in trained} == {"warning"}
    assert "; keys that are spread evenly by hand do this;" in trained[0].message


# --- in a pack


def written(asked: ChoiceQuestion) -> dict[str, object]:
    return {name: value for name, value in asdict(asked).items() if value is not None}


def test_a_pack_is_linted_with_the_rest(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    questions = placed(fair(CHOICES), lambda _: 0)
    put(root, "questions/b.yaml", {"questions": [written(each) for each in questions[:24]]})
    put(root, "questions/c.yaml", {"questions": [written(each) for each in questions[24:]]})
    found = [d for d in check_pack(load_pack(root), date(2026, 11, 22)) if d.code == "P0801"]

    assert [(each.file, pointed_at(root, each)) for each in found] == [
        ("questions/b.yaml", f'"{questions[0].id}"')
    ]


def test_questions_that_are_left_out_do_not_count(tmp_path: Path) -> None:
    root = write_pack(tmp_path)
    questions = placed(fair(CHOICES), lambda _: 0)[:40]
    unsound = replace(questions[3], see=("nowhere",))
    put(
        root,
        "questions/b.yaml",
        {"questions": [written(q) for q in [*questions[:3], unsound, *questions[4:]]]},
    )

    assert not [d for d in check_pack(load_pack(root), date(2026, 11, 22)) if d.code == "P0801"]
