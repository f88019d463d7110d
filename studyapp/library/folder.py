"""Which files of a pack's folder are read, and how, without ever leaving that folder."""

from __future__ import annotations

import errno
import os
import stat
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeGuard

from studyapp.core.errors import ContentError
from studyapp.library.diagnostics import START, Diagnostic
from studyapp.library.yaml12.characters import holds_refused
from studyapp.library.yaml12.limits import MAX_FILE_BYTES, MAX_FILES, MAX_PACK_BYTES

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterator

__all__ = ["MAX_FILES", "MAX_FILE_BYTES", "MAX_PACK_BYTES", "list_yaml", "read_bytes"]

_CAN_OPEN_BENEATH: Final = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")


def list_yaml(root: pathlib.Path) -> tuple[list[str], list[Diagnostic]]:
    """Find every ``.yaml`` file below a folder, sorted, and what there is refused; never raises.

    Names whose first character is a dot are passed over, folders with all that is in them. Links
    are refused wherever they lead, and a pack beyond the limits is refused whole.
    """
    entries = sorted(islice(_walk(root), MAX_FILES + 1), key=lambda entry: entry[0])
    if len(entries) > MAX_FILES:
        return [], [_problem("P0101", ".", f"this folder holds more than {MAX_FILES:,} files")]
    names, problems, size = [], [], 0
    for name, state in entries:
        if problem := _refusal(name, state):
            problems.append(problem)
        elif name.endswith(".yaml") and _is_file(state):
            names.append(name)
            size += state.st_size
    if size > MAX_PACK_BYTES:
        return [], [_problem("P0101", ".", f"this pack holds more than {MAX_PACK_BYTES:,} bytes")]
    return names, problems


def read_bytes(root: pathlib.Path, file: str) -> bytes:
    """Read a file below a folder, following no link; raises ContentError with the reason."""
    steps = file.split("/")
    if any(step in {"", ".", ".."} or set(step) & set("\\:\0") for step in steps):
        raise ContentError("this path does not stay in the pack's folder")
    try:
        descriptor = (_open_beneath if _CAN_OPEN_BENEATH else _open_checked)(root, steps)
        try:
            return _content(descriptor)
        finally:
            os.close(descriptor)
    except (OSError, UnicodeEncodeError) as problem:
        raise ContentError(f"this file cannot be read: {_reason(problem)}") from problem


def _walk(root: pathlib.Path) -> Iterator[tuple[str, os.stat_result | OSError]]:
    """Visit what is below a folder, links not followed; a folder that cannot be opened, twice."""
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(root / folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    name, state = folder + entry.name, entry.stat(follow_symlinks=False)
                    if stat.S_ISDIR(state.st_mode):
                        folders.append(f"{name}/")
                    yield name, state
        except OSError as problem:
            yield folder.rstrip("/") or ".", problem


def _refusal(name: str, state: os.stat_result | OSError) -> Diagnostic | None:
    if isinstance(state, OSError):
        return _problem("P0131", name, f"this cannot be read: {_reason(state)}")
    if holds_refused(name):
        return _problem("P0130", name, "this name holds a character that may not be in one")
    if stat.S_ISLNK(state.st_mode):
        return _problem("P0130", name, "links are not followed", "put the file itself here")
    stem, dot, ending = name.rpartition(".")
    if stat.S_ISDIR(state.st_mode) or not dot or ending.lower() not in {"yaml", "yml"}:
        return None
    if not stat.S_ISREG(state.st_mode):
        return _problem("P0130", name, "this is not a regular file")
    if ending != "yaml":
        return _problem("P0130", name, "only `.yaml` files are read", f"rename it to `{stem}.yaml`")
    return None


def _is_file(state: os.stat_result | OSError) -> TypeGuard[os.stat_result]:
    return isinstance(state, os.stat_result) and stat.S_ISREG(state.st_mode)


def _open_beneath(root: pathlib.Path, steps: list[str]) -> int:
    """Open step by step, each relative to the folder before it, so that nothing can be swapped."""
    folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        for step in steps[:-1]:
            inner = os.open(step, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
            os.close(folder)
            folder = inner
        # Without O_NONBLOCK a named pipe would wait for a writer for ever.
        return os.open(steps[-1], os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    finally:
        os.close(folder)


def _open_checked(root: pathlib.Path, steps: list[str]) -> int:
    """Open where the platform has no openat: check, then open."""
    path = root.joinpath(*steps)
    if path.resolve(strict=True) != root.resolve(strict=True).joinpath(*steps):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not path.is_file():
        raise ContentError("this is not a regular file")
    return os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))


def _content(descriptor: int) -> bytes:
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise ContentError("this is not a regular file")
    with os.fdopen(descriptor, "rb", closefd=False) as file:
        content = file.read(MAX_FILE_BYTES + 1)
    if len(content) > MAX_FILE_BYTES:
        raise ContentError(f"this file holds more than {MAX_FILE_BYTES:,} bytes")
    return content


def _reason(problem: OSError | UnicodeEncodeError) -> str:
    if isinstance(problem, OSError) and problem.errno == errno.ELOOP:
        return "links are not followed"
    return getattr(problem, "strerror", None) or "its name is not UTF-8"


def _problem(code: str, file: str, message: str, label: str = "") -> Diagnostic:
    return Diagnostic(
        code=code, severity="error", message=message, file=file, spot=START, label=label
    )
