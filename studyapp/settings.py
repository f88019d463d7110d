"""The learner's settings: read forgivingly, written in one step, replaced as a whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final

from studyapp import words
from studyapp.core.text import Lang, Text
from studyapp.files import read_small, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

THEMES: Final = ("dark", "light", "contrast")
"""The names a settings file may give as ``theme``."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the learner chose."""

    lang: Lang = Lang.EN
    theme: str = THEMES[0]
    keys: Mapping[str, str] = field(default_factory=dict)
    """Binding id to the key that replaces the one it has."""


def load_settings(path: Path, locale: str = "") -> tuple[Settings, tuple[Text, ...]]:
    """Read settings; what is missing or wrong takes its default, and what is wrong is named.

    ``locale`` is the environment's, such as ``vi_VN.UTF-8``; it decides a language nobody chose.
    """
    lang = Lang.VI if locale.lower().startswith("vi") else Lang.EN
    try:
        return _understood(_read(path), lang, path)
    except FileNotFoundError:
        return Settings(lang=lang), ()
    except (OSError, ValueError, RecursionError) as error:
        why = getattr(error, "strerror", None) or error
        return Settings(lang=lang), (words.SETTINGS_UNREADABLE.format(path=path, why=why),)


def _read(path: Path) -> dict[str, Any]:
    """Read the file as it stands; raises OSError, ValueError or RecursionError."""
    written = json.loads(read_small(path))
    if not isinstance(written, dict):
        raise ValueError("no { } around it")  # noqa: TRY004 -- the file is wrong, not our types
    return written


def _understood(
    written: dict[str, Any], lang: Lang, path: Path
) -> tuple[Settings, tuple[Text, ...]]:
    wrong: list[Text] = []

    def refuse(name: str, expected: str) -> None:
        wrong.append(words.SETTING_REFUSED.format(name=name, path=path, expected=expected))

    if strange := written.keys() - {field.name for field in fields(Settings)}:
        refuse(", ".join(sorted(strange)), "lang, theme, keys")
    theme = written.get("theme", THEMES[0])
    if theme not in THEMES:
        refuse("theme", ", ".join(THEMES))
        theme = THEMES[0]
    chosen = written.get("lang", lang.value)
    if chosen not in list(Lang):
        refuse("lang", ", ".join(Lang))
        chosen = lang.value
    keys = written.get("keys", {})
    if not isinstance(keys, dict) or not all(map(_is_key, keys.values())):
        refuse("keys", '{"notes.next.n": "n"}')
        keys = {}
    return Settings(Lang(chosen), theme, keys), tuple(wrong)


def _is_key(name: object) -> bool:
    return isinstance(name, str) and bool(name) and name.isprintable()


def save_settings(path: Path, settings: Settings) -> None:
    """Write settings in one step; raises OSError.

    A file that is not understood, perhaps for one comma, is not lost but set aside, and one that
    cannot be read is not replaced.
    """
    try:
        _read(path)
    except FileNotFoundError:
        pass
    except (ValueError, RecursionError):
        path.replace(path.with_name("settings.not-understood.json"))
    write_atomically(path, json.dumps(asdict(settings), ensure_ascii=False, indent=2) + "\n")
