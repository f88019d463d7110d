"""The bilingual value: both languages or none, once where they are the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from studyapp import words
from studyapp.core.notes import Paragraph
from studyapp.core.text import Lang, Text

TEXT: TypeAdapter[Text] = TypeAdapter(Text)


def read(written: Any) -> Text:
    return TEXT.validate_json(json.dumps(written))


def test_each_language_has_its_words() -> None:
    text = read({"en": "throughput", "vi": "thông lượng"})
    assert (text[Lang.EN], text[Lang.VI]) == ("throughput", "thông lượng")


def test_neutral_words_are_written_once() -> None:
    assert read("Amazon Bedrock") == Text("Amazon Bedrock", "Amazon Bedrock")


def test_a_paragraph_may_be_written_once_too() -> None:
    written = {"type": "paragraph", "id": "p", "text": "Amazon Bedrock"}
    paragraph = TypeAdapter(Paragraph).validate_json(json.dumps(written))
    assert paragraph.text == Text.once("Amazon Bedrock")


@pytest.mark.parametrize(
    "written",
    [
        {"en": "only"},
        {"vi": "chỉ một"},
        {"en": "", "vi": "x"},
        "",
        {"en": 1, "vi": "1"},
        1,
        None,
        {},
    ],
)
def test_a_missing_or_empty_language_is_refused(written: Any) -> None:
    with pytest.raises(ValidationError):
        read(written)


def test_another_language_is_refused() -> None:
    with pytest.raises(ValidationError):
        read({"en": "a", "vi": "b", "fr": "c"})


def test_filling_in_speaks_each_language() -> None:
    said = Text("Theme: {name}", "Màu: {name}").format(name=Text("dark", "tối"))
    assert said == Text("Theme: dark", "Màu: tối")


def test_the_words_of_the_program_have_the_same_placeholders_in_both_languages() -> None:
    import string

    def placeholders(said: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(said) if name is not None}

    catalogue = {name: text for name, text in vars(words).items() if isinstance(text, Text)}
    assert len(catalogue) > 80
    for name, text in catalogue.items():
        assert placeholders(text.en) == placeholders(text.vi), name
