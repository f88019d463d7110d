"""Words by which answers give themselves away, in both languages."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from studyapp.core.questions.bias.telltale import absolutes, is_lumped, names, qualifiers, words
from studyapp.core.text import Lang


@pytest.mark.parametrize(
    "said",
    [
        "All of the above.",
        "none of the above",
        "All of the above are right",
        "Neither of the other options",
        "Tất cả các đáp án trên",
        "Tất cả đều đúng.",
        "Không có phương án nào ở trên",
        "Không câu nào đúng",
        "Cả hai phương án trên đều đúng",
    ],
)
def test_answers_that_speak_of_the_others(said: str) -> None:
    assert is_lumped(said)


@pytest.mark.parametrize(
    "said",
    [
        "Cache all the answers above 4 KB.",
        "Keep all options open.",
        "A user waits for any of the answers.",
        "Lưu tất cả câu trả lời trên Amazon S3.",
        "Trả lời mọi câu đúng hạn.",
    ],
)
def test_answers_of_a_model_are_not_the_other_answers(said: str) -> None:
    assert not is_lumped(said)


def test_absolute_words_stand_for_themselves() -> None:
    assert absolutes("Never use a read-only copy: all-reduce every GPU.", Lang.EN) == [
        "every",
        "never",
    ]
    assert absolutes("Chỉ gọi một Region, không bao giờ đổi.", Lang.VI) == ["chỉ", "không bao giờ"]
    assert absolutes("Không phải địa chỉ bên phải theo chỉ số.", Lang.VI) == []


def test_qualifiers_are_known_in_each_language() -> None:
    assert qualifiers("The lowest cost may win.", Lang.EN) == ["cost", "lowest", "may"]
    assert qualifiers("Chi phí có thể thấp nhất.", Lang.VI) == ["chi phí", "có thể", "thấp nhất"]


def test_names_have_a_capital_within_a_sentence() -> None:
    said = names("Deploy it on Amazon Bedrock. Use INT8, then Neo.")

    assert list(said) == ["amazon", "bedrock", "int8", "neo"]


def test_marks_written_apart_are_the_same_words() -> None:
    assert words(normalize("NFD", "Độ trễ")) == words("Độ trễ") == ("độ", "trễ")
