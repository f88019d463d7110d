"""The JSON Schemas of a pack's files, by which an editor completes and checks what is written."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from studyapp.library.items import KINDS, schema_file

if TYPE_CHECKING:
    from pathlib import Path


def schemas() -> dict[str, str]:
    """Make the schema of every kind of file, as text by file name."""
    return {
        PurePosixPath(schema_file(place)).name: _schema(place, kind.model)
        for place, kind in KINDS.items()
    }


def write_schemas(root: Path) -> list[Path]:
    """Write the schemas where the first lines of a pack's files point; raises OSError."""
    written = []
    for place, kind in KINDS.items():
        path = root / schema_file(place)
        path.parent.mkdir(exist_ok=True)
        path.write_text(_schema(place, kind.model), "utf-8", newline="\n")
        written.append(path)
    return written


def _schema(place: str, model: type) -> str:
    schema = TypeAdapter(model).json_schema()
    schema["$schema"] = GenerateJsonSchema.schema_dialect
    schema["title"] = f"studyapp {place}"
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
