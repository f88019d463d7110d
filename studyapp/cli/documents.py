"""Documents for programs: JSON whose texts are in both languages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from studyapp.core.text import Text

if TYPE_CHECKING:
    from studyapp.core.pack import Source

Document = dict[str, Any]


def print_document(document: Document) -> None:
    """Print a document; texts become ``{"en": …, "vi": …}`` and days ``"2026-11-22"``."""
    print(json.dumps(_plain(document), ensure_ascii=False, indent=2))


def sources_listed(sources: Mapping[str, Source]) -> list[Document]:
    """The sources, in the order given."""
    return [
        {
            "id": source.id,
            "title": source.title,
            "url": source.url,
            "checked_at": source.checked_at,
            "via": source.via,
        }
        for source in sources.values()
    ]


def _plain(value: Any) -> Any:
    match value:
        case Text():
            return {"en": value.en, "vi": value.vi}
        case date():
            return value.isoformat()
        case Mapping():
            return {key: _plain(held) for key, held in value.items()}
        case tuple() | list():
            return [_plain(held) for held in value]
        case _:
            return value
