"""The commands for who writes a pack: check it, begin one, write its schemas."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.core.errors import ContentError, UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace, _SubParsersAction
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from studyapp.library.diagnostics import Diagnostic


def add_author_commands(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add ``check``, ``new`` and ``schema`` to the commands."""
    checking = commands.add_parser(
        "check",
        help="say what is wrong with a pack",
        description="Say what is wrong with a pack, by file and line. Exits with 1 on errors.",
    )
    checking.add_argument(
        "path", nargs="?", type=Path, metavar="DIR", help="a pack, or a folder of packs"
    )
    checking.add_argument("--format", choices=["text", "json", "github"], default="text")
    checking.set_defaults(run=check)

    beginning = commands.add_parser("new", help="begin a pack", description="Begin something new.")
    kinds = beginning.add_subparsers(title="what", metavar="", required=True)
    beginning_pack = kinds.add_parser("pack", help="a small bilingual pack to change")
    beginning_pack.add_argument("path", type=Path, metavar="DIR", help="a new or empty folder")
    beginning_pack.set_defaults(run=new)

    describing = commands.add_parser(
        "schema",
        help="write the schemas by which editors help",
        description="Write the JSON Schemas of a pack's files into its folder `.schema`.",
    )
    describing.add_argument("path", nargs="?", type=Path, metavar="DIR", help="a pack")
    describing.set_defaults(run=schema)


def check(asked: Namespace) -> int:
    """Print what is wrong with packs; returns 1 if anything is an error, else 0."""
    from studyapp.files import Folders
    from studyapp.library.check import check_pack
    from studyapp.library.kept import kept_of
    from studyapp.library.load import load_pack
    from studyapp.ui.terminal import speak_utf8

    speak_utf8()
    today, cache = _today(), Folders.of_platform().cache
    found: list[Diagnostic] = []
    raw: dict[str, bytes] = {}
    count = 0
    for root in _packs(asked):
        kept = kept_of(root, cache / "checks")
        loaded = load_pack(root, kept)
        count += len(loaded.files)
        raw |= {_shown(root / file.file): file.raw for file in loaded.files if file.raw}
        found += [
            replace(told, file=_shown(root / told.file)) for told in check_pack(loaded, today, kept)
        ]
        kept.forget_unused()
        kept.save()
    _print(found, raw, asked.format)
    print(_summary(found, count), file=sys.stdout if asked.format == "text" else sys.stderr)
    return int(any(told.severity == "error" for told in found))


def new(asked: Namespace) -> int:
    """Write a pack to start from; returns 0."""
    from studyapp.library.scaffold import new_pack

    with _plainly():
        written = new_pack(asked.path, _today())
    _list(written)
    return 0


def schema(asked: Namespace) -> int:
    """Write a pack's schemas; returns 0."""
    from studyapp.library.json_schema import write_schemas

    roots = _packs(asked)
    with _plainly():
        written = [path for root in roots for path in write_schemas(root)]
    _list(written)
    return 0


def _packs(asked: Namespace) -> list[Path]:
    """Find the pack in the folder asked for, or the packs in the folders right below it."""
    from studyapp.library.builtin import builtin_pack

    path: Path = asked.path or asked.pack or builtin_pack()
    with _plainly():
        if not path.is_dir():
            raise UsageError(f"there is no folder {path}")
        candidates = [path, *sorted(path.iterdir())]
        found = [folder for folder in candidates if (folder / "pack.yaml").is_file()]
    if not found:
        raise UsageError(f"{path} holds no pack.yaml; `studyapp new pack DIR` makes a pack")
    return found[:1] if found[0] == path else found


def _today() -> date:
    """Tell the day as it is for the author, who writes it into the pack."""
    from studyapp.clock import SystemClock

    return SystemClock().now().astimezone().date()


def _shown(path: Path) -> str:
    """Spell a path as short as the working folder allows; editors and GitHub find it so."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _print(found: Sequence[Diagnostic], raw: Mapping[str, bytes], form: str) -> None:
    if not found and form != "json":
        return
    from studyapp.library.render import as_github, as_json, as_text

    def read(file: str) -> bytes:
        if file not in raw:
            raise ContentError("this file was not read")
        return raw[file]

    match form:
        case "json":
            print(as_json(found))
        case "github":
            print(as_github(found))
        case _:
            print(as_text(found, read, colour=_is_colourful()), end="\n\n")


def _is_colourful() -> bool:
    return sys.stdout.isatty() and os.name == "posix" and not os.environ.get("NO_COLOR")


def _summary(found: Sequence[Diagnostic], files: int) -> str:
    errors = sum(told.severity == "error" for told in found)
    counts = ((errors, "error"), (len(found) - errors, "warning"), (files, "file"))
    told = [f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts]
    return f"{told[0]}, {told[1]} in {told[2]}"


def _list(written: Sequence[Path]) -> None:
    from studyapp.ui.terminal import speak_utf8

    speak_utf8()
    for path in written:
        print(_shown(path))


@contextmanager
def _plainly() -> Iterator[None]:
    """Tell what the system refuses as a mistake in what was asked for."""
    try:
        yield
    except OSError as problem:
        raise UsageError(f"{problem.filename}: {problem.strerror}") from problem
