"""Whether editors are told, in the first line of a file, which schema it follows."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from studyapp.library.diagnostics import Diagnostic, Spot
from studyapp.library.items import place_of, schema_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.library.items import LoadedFile

_MODELINE: Final = re.compile(r"# *yaml-language-server: *\$schema=(\S+) *")


def unguided(file: LoadedFile) -> Iterator[Diagnostic]:
    """P0504: the first line names no schema, or another one."""
    place = place_of(file.file)
    if place is None or not file.raw:
        return
    schema = schema_file(place)
    first = file.raw.partition(b"\n")[0].decode("utf-8-sig", "replace").rstrip("\r")
    named = _MODELINE.fullmatch(first)
    folder = posixpath.dirname(file.file)
    if named is None or posixpath.normpath(posixpath.join(folder, named[1])) != schema:
        wanted = posixpath.relpath(schema, folder or ".")
        yield Diagnostic(
            code="P0504",
            severity="warning",
            message="the first line does not tell editors the schema of this file",
            file=file.file,
            spot=Spot(line=1, column=1, end_column=max(len(first), 1) + 1),
            help=f"begin it with `# yaml-language-server: $schema={wanted}`",
        )
