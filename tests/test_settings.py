"""Settings: read forgivingly, written safely."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.text import Lang
from studyapp.settings import THEMES, Settings, load_settings, save_settings

if TYPE_CHECKING:
    from pathlib import Path

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_what_is_saved_is_read_again(path: Path) -> None:
    settings = Settings(Lang.VI, "contrast", {"app.language.l": "đ"})
    save_settings(path, settings)
    assert load_settings(path) == (settings, ())


def test_without_a_file_there_are_defaults_and_nothing_to_say(path: Path) -> None:
    assert load_settings(path) == (Settings(Lang.EN, "dark", {}), ())


@pytest.mark.parametrize(
    ("locale", "lang"),
    [("vi_VN.UTF-8", Lang.VI), ("VI", Lang.VI), ("C", Lang.EN), ("de_DE", Lang.EN), ("", Lang.EN)],
)
def test_the_locale_decides_only_a_language_that_nobody_chose(
    path: Path, locale: str, lang: Lang
) -> None:
    assert load_settings(path, locale)[0].lang is lang
    save_settings(path, Settings(lang.other))
    assert load_settings(path, locale)[0].lang is lang.other


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"null", b"[]", b"\xff\xfe{}", b"[" * 100_000, b'{"lang": ' + b"1" * 5000 + b"}"],
    ids=["empty", "open", "null", "list", "utf-16", "deep", "number"],
)
def test_a_file_that_is_no_settings_is_named_and_set_aside_when_others_are_saved(
    path: Path, raw: bytes
) -> None:
    path.write_bytes(raw)
    settings, (problem,) = load_settings(path)
    assert settings == Settings()
    assert str(path) in problem.en
    assert str(path) in problem.vi
    save_settings(path, Settings(Lang.VI))
    assert load_settings(path) == (Settings(Lang.VI), ())
    assert path.with_name("settings.not-understood.json").read_bytes() == raw


@pytest.mark.parametrize(
    ("written", "kept", "named"),
    [
        ({"theme": "neon"}, Settings(), "“theme”"),
        ({"theme": ["dark"], "lang": "vi"}, Settings(Lang.VI), "“theme”"),
        ({"lang": 7, "theme": "light"}, Settings(theme="light"), "“lang”"),
        ({"lang": None}, Settings(), "“lang”"),
        ({"keys": []}, Settings(), "“keys”"),
        ({"keys": {"app.help.f1": ""}}, Settings(), "“keys”"),
        ({"keys": {"app.help.f1": 1}}, Settings(), "“keys”"),
        ({"keys": {"app.help.f1": "\x1b]0;x\x07"}}, Settings(), "“keys”"),
        ({"keys": {"app.help.f1": "\ud800"}}, Settings(), "“keys”"),
        ({"them": "light", "lang": "vi"}, Settings(Lang.VI), "“them”"),
    ],
)
def test_one_wrong_setting_is_named_and_the_others_hold(
    path: Path, written: object, kept: Settings, named: str
) -> None:
    path.write_text(json.dumps(written))
    settings, (problem,) = load_settings(path)
    assert settings == kept
    assert named in problem.en
    assert named in problem.vi


@given(written=st.dictionaries(st.sampled_from(["lang", "theme", "keys", "x"]), VALUES))
def test_whatever_a_file_says_the_settings_are_sound(
    written: dict[str, object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_text(json.dumps(written))
    settings, problems = load_settings(path)
    assert settings.lang in Lang
    assert settings.theme in THEMES
    assert all(isinstance(key, str) for key in settings.keys.values())
    assert all(problem.en and problem.vi for problem in problems)
    save_settings(path, settings)
    assert load_settings(path) == (settings, ())


def test_a_folder_in_place_of_the_file_is_named_and_nothing_is_saved(path: Path) -> None:
    path.mkdir()
    settings, (problem,) = load_settings(path)
    assert settings == Settings()
    assert str(path) in problem.en
    with pytest.raises(OSError, match="regular file"):
        save_settings(path, Settings())
    assert list(path.parent.iterdir()) == [path]


def test_a_named_pipe_in_place_of_the_file_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    assert load_settings(path)[0] == Settings()
