"""How the YAML of one file becomes items, with those that are not valid in themselves left out."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from studyapp.library.items import LoadedFile, items_of
from studyapp.library.schema_errors import schema_diagnostics
from studyapp.library.yaml12.reader import positions, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.library.diagnostics import Diagnostic
    from studyapp.library.items import Kind


def read_file(kind: Kind, file: str, raw: bytes) -> LoadedFile:
    """Parse and validate a file; what is wrong is told by its diagnostics."""
    data, diagnostics = read_yaml(raw, file)
    errors = [found for found in diagnostics if found.severity == "error"]
    read = LoadedFile(file=file, raw=raw, diagnostics=diagnostics, dropped=tuple(errors[:1]))
    return read if errors else _validate(kind, replace(read, data=data))


def _validate(kind: Kind, read: LoadedFile) -> LoadedFile:
    try:
        value = _parse(kind.model, read.data)
    except ValidationError as error:
        return _salvage(kind, read, error)
    values = getattr(value, kind.items) if kind.items else (value,)
    return replace(read, items=items_of(read.file, kind, values), hidden=frozenset())


def _parse(model: type, data: object) -> object:
    # By way of JSON, because in there pydantic takes text for a date even when it is strict.
    return _adapter(model).validate_json(json.dumps(data))


@cache
def _adapter(model: type) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _salvage(kind: Kind, read: LoadedFile, error: ValidationError) -> LoadedFile:
    """Report what is invalid and keep the items that are not touched by it."""
    problems = tuple(schema_diagnostics(error, read.data, read.raw, read.file, kind.model))
    report = replace(
        read,
        diagnostics=read.diagnostics + problems,
        dropped=problems[:1],
        hidden=frozenset(_ids(read.data)),
    )
    written = read.data.get(kind.items) if isinstance(read.data, dict) else None
    if kind.items is None or not isinstance(written, list):
        return report
    broken = _indexes(error, kind.items)
    kept = sorted(set(range(len(written))).difference(broken))
    left = _parse(kind.model, {kind.items: [written[index] for index in kept]})
    return replace(
        report,
        items=items_of(read.file, kind, getattr(left, kind.items), kept),
        dropped=_first_of_each(broken, problems, read.raw, kind.items) or problems[:1],
        hidden=frozenset(_ids([written[index] for index in broken])),
    )


def _indexes(error: ValidationError, field: str) -> tuple[int, ...]:
    """List the items an error touches, in order."""
    details = error.errors(include_url=False, include_context=False, include_input=False)
    steps = {loc[1] for each in details if len(loc := each["loc"]) > 1 and loc[0] == field}
    return tuple(sorted(step for step in steps if isinstance(step, int)))


def _first_of_each(
    broken: Sequence[int], problems: Sequence[Diagnostic], raw: bytes, field: str
) -> tuple[Diagnostic, ...]:
    """Find the first problem of each broken item, or the last told where not all were told."""
    where = positions(raw)
    spots = [where.value((field, index)) for index in range(max(broken, default=-1) + 1)]
    starts = [(spot.line, spot.column) for spot in spots]
    first: dict[int, Diagnostic] = {}
    for found in problems:
        item = bisect_right(starts, (found.spot.line, found.spot.column)) - 1
        first.setdefault(item, found)
    return tuple(first.get(index, problems[-1]) for index in broken)


def _ids(data: object) -> Iterator[str]:
    """Find every id in what a file says, valid or not."""
    if isinstance(data, dict):
        if isinstance(name := data.get("id"), str):
            yield name
        data = list(data.values())
    if isinstance(data, list):
        for element in data:
            yield from _ids(element)
