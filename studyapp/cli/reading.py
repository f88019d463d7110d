"""Opens the study screens, or prints notes where there is no terminal for them."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING, Final

from studyapp import words
from studyapp.bookmarks import BookmarkFile
from studyapp.clock import LocalZone, SystemClock
from studyapp.core.errors import ContentError, UsageError
from studyapp.core.text import Lang, Text
from studyapp.files import Folders
from studyapp.library.builtin import builtin_pack
from studyapp.library.compiled import CompiledPack
from studyapp.settings import Settings, load_settings
from studyapp.study.study import Study

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studyapp.core.ports import EventStore
    from studyapp.study.practising import Practice

_NARROWEST: Final = 20
"""Cells of the narrowest page printed; a terminal that is narrower wraps it."""


def study(
    pack: Path | None,
    lang: str | None,
    data: Path | None = None,
    practise: Callable[[Study, Lang], Callable[[Study], Practice]] | None = None,
) -> int:
    """Open the study screens; returns the exit code.

    `practise` gives what begins the sitting to show at once; it raises StudyError.
    """
    from studyapp.ui.terminal import is_interactive, speak_utf8

    speak_utf8()
    folders = Folders.of_platform(data)
    settings, problems = _settings(folders, lang)
    if not is_interactive():
        print(words.NEEDS_TERMINAL[settings.lang], file=sys.stderr)
        return 2
    # Collecting garbage until the first screen is shown costs a tenth of the start and finds none.
    gc.disable()
    joined = _join(pack, folders, settings.lang)
    begin = None if practise is None else practise(joined, settings.lang)
    from studyapp.ui.app import StudyApp

    app = StudyApp(joined, folders, settings, problems)
    app.call_after_refresh(_collect_again)
    if begin is not None:
        app.wanted_practice = begin
        app.call_after_refresh(app.action_quiz)
    try:
        app.run()
    finally:
        if lost := joined.close():
            print(words.ACTS_LOST.format(count=lost)[app.lang], file=sys.stderr)
    return app.return_code or 0


def print_notes(
    pack: Path | None, lang: str | None, ref: str | None, *, both: bool, plain: bool
) -> int:
    """Print a skill, a section or all notes as text; returns the exit code."""
    from rich.console import Console

    from studyapp.study.leads import source_ids
    from studyapp.typeset.page import Manner
    from studyapp.typeset.printout import print_sections
    from studyapp.ui.terminal import speak_utf8

    class Printer(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # Rich would end the program; that is for `main` to do

    speak_utf8()
    folders = Folders.of_platform()
    settings, problems = _settings(folders, lang)
    joined = _join(pack, folders, settings.lang)
    sections = [joined.read(id_) for id_ in _sections(joined, ref)]
    if joined.dropped:
        problems += (words.DROPPED.format(count=len(joined.dropped)), words.DROPPED_HINT)
    for problem in problems:
        print(problem[settings.lang], file=sys.stderr)
    terminal = False if plain else None
    printer = Printer(highlight=False, emoji=False, markup=False, force_terminal=terminal)
    printer.width = max(printer.width, _NARROWEST)
    print_sections(
        [(s, joined.sources(source_ids(s)), joined.skill(s.skill)) for s in sections],
        printer,
        settings.lang,
        Manner.STACKED if both else Manner.ONE,
    )
    return 0


def _settings(folders: Folders, lang: str | None) -> tuple[Settings, tuple[Text, ...]]:
    locale = next(
        (os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), ""
    )
    settings, problems = load_settings(folders.config / "settings.json", locale)
    return (replace(settings, lang=Lang(lang)) if lang else settings), problems


def _join(pack: Path | None, folders: Folders, lang: Lang) -> Study:
    root = pack or builtin_pack()
    try:
        found = root.is_dir()
    except OSError as problem:
        raise UsageError(f"{root}: {problem.strerror}") from problem
    if not found:
        raise UsageError(f"there is no folder {root}; `studyapp new pack DIR` makes a pack")
    return Study(
        CompiledPack(root, folders.cache, partial(print, words.PREPARING[lang], file=sys.stderr)),
        BookmarkFile(folders.data / "bookmarks.json"),
        partial(_open_history, folders.history),
        SystemClock(),
        LocalZone(),
    )


def _open_history(folder: Path) -> EventStore:
    from studyapp.store.history import History  # the first screen does not need it

    return History(folder, SystemClock())


def _sections(joined: Study, ref: str | None) -> list[str]:
    """The ids of the sections that a reference on the command line means."""
    entries = joined.outline
    if ref is None:
        return [entry.id for entry in entries]
    skills = {code: skill.id for skill in joined.cover.skills for code in (skill.code, skill.id)}
    found = [e.id for e in entries if e.id == ref or e.skill == skills.get(ref)]
    if found:
        return found
    if ref in skills:
        raise ContentError(words.NOTHING_TO_READ.en)
    known = [*skills, *(entry.id for entry in entries)]
    near = get_close_matches(ref, known, 3, 0.4) or [skill.code for skill in joined.cover.skills]
    raise UsageError(f"there is no skill or section `{ref}`; nearest: {', '.join(near)}")


def _collect_again() -> None:
    gc.enable()
    gc.freeze()
