"""Languages and the bilingual value every shown word is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from studyapp.core.schema import STRICT, Filled

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class Lang(StrEnum):
    """A language the program speaks."""

    EN = "en"
    VI = "vi"

    @property
    def other(self) -> Lang:
        """The language to peek at from this one."""
        return Lang.VI if self is Lang.EN else Lang.EN


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages; neither may be missing.

    A pack may write a language-neutral text once, as a plain scalar: ``title: Amazon Bedrock``.
    """

    __pydantic_config__ = STRICT

    en: Annotated[str, Filled()]
    """The English words."""
    vi: Annotated[str, Filled()]
    """The Vietnamese words."""

    def __getitem__(self, lang: Lang) -> str:
        return self.en if lang is Lang.EN else self.vi

    def format(self, **values: object) -> Text:
        """Fill the ``{placeholders}``, the same values in both languages; a Text in its own."""
        return Text(*(self[lang].format(**_spoken(values, lang)) for lang in Lang))

    @classmethod
    def once(cls, words: str) -> Text:
        """Words that are the same in every language, such as a product name."""
        return cls(words, words)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Text], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core import core_schema

        both = dict(handler.resolve_ref_schema(handler(source)))
        ref = both.pop("ref")  # moves outward, or later uses of Text would skip the scalar form
        return core_schema.no_info_before_validator_function(_spread, both, ref=ref)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        both = handler(schema)
        return {"anyOf": [{"type": "string", "minLength": 1}, both]}


def _spread(written: Any) -> Any:
    return {"en": written, "vi": written} if isinstance(written, str) else written


def _spoken(values: dict[str, object], lang: Lang) -> dict[str, object]:
    return {name: v[lang] if isinstance(v, Text) else v for name, v in values.items()}
