"""Pack values to JSON and back, without pydantic: the form in which a compiled pack keeps them."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any, Final

from studyapp.core import glossary, notes, pack
from studyapp.core.text import Text

_CLASS: Final = "_"
_CLASSES: Final[dict[str, type]] = {
    cls.__name__: cls
    for module in (notes, glossary, pack)
    for cls in (Text, *vars(module).values())
    if isinstance(cls, type)
}


def to_json(value: object) -> str:
    """Write a value of the pack, or a tuple of them."""
    return json.dumps(value, default=_spell, ensure_ascii=False, separators=(",", ":"))


def from_json(written: str) -> Any:
    """Read back what `to_json` wrote; raises ValueError, KeyError or TypeError on anything else."""
    return json.loads(written, object_hook=_revive)


def _spell(value: Any) -> dict[str, Any]:
    if isinstance(value, date):
        return {_CLASS: "date", "iso": value.isoformat()}
    said = {f.name: v for f in fields(value) if (v := getattr(value, f.name)) != f.default}
    return {_CLASS: type(value).__name__, **said}


def _revive(written: dict[str, Any]) -> Any:
    name = written.pop(_CLASS, None)
    if name is None:
        return written
    if name == "date":
        return date.fromisoformat(written["iso"])
    said = {key: tuple(v) if isinstance(v, list) else v for key, v in written.items()}
    return _CLASSES[name](**said)
