"""Pack values to JSON and back, without pydantic: the form in which a compiled pack keeps them."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from studyapp.core import glossary, notes, pack, text

if TYPE_CHECKING:
    from types import ModuleType

_CLASS: Final = "_"


def _classes(*modules: ModuleType) -> dict[str, type]:
    found = (cls for module in modules for cls in vars(module).values())
    return {cls.__name__: cls for cls in found if isinstance(cls, type)}


_CLASSES: Final = _classes(text, notes, glossary, pack)


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
    if name == "date":
        return date.fromisoformat(written["iso"])
    said = {key: _fixed(value) for key, value in written.items()}
    return said if name is None else _class(name)(**said)


def _fixed(value: Any) -> Any:
    return tuple(map(_fixed, value)) if isinstance(value, list) else value


def _class(name: str) -> type:
    if name not in _CLASSES:
        # Imported here: none is needed for the first screen.
        from studyapp.core import figures
        from studyapp.core.advising import decision
        from studyapp.core.cards import form as cards
        from studyapp.core.questions import form
        from studyapp.core.questions.variants import fragments

        _CLASSES.update(_classes(cards, decision, figures, form, fragments))
    return _CLASSES[name]
