"""How one file of a pack becomes items, with those that are not valid in themselves left out."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pydantic import TypeAdapter, ValidationError

from studyapp.core.advising.decision import Decision, ScenariosFile
from studyapp.core.cards.form import CardsFile
from studyapp.core.errors import ContentError
from studyapp.core.figures import FiguresFile
from studyapp.core.glossary import GlossaryFile
from studyapp.core.notes import NotesFile
from studyapp.core.pack import Cover, SourcesFile
from studyapp.core.questions.form import CasesFile, MisconceptionsFile, QuestionsFile
from studyapp.core.questions.variants.fragments import FragmentsFile
from studyapp.library.diagnostics import START, Diagnostic
from studyapp.library.folder import read_bytes
from studyapp.library.schema_errors import schema_diagnostics
from studyapp.library.walk import Part, Place
from studyapp.library.yaml12.reader import positions, read_yaml

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterable, Iterator, Sequence


class Kind(NamedTuple):
    """What a file of a pack is made of."""

    model: type
    items: str | None = None
    """The field that lists the file's items; None where the file is one item."""


KINDS: Final = {
    "pack.yaml": Kind(Cover),
    "sources": Kind(SourcesFile, "sources"),
    "notes": Kind(NotesFile, "sections"),
    "glossary.yaml": Kind(GlossaryFile, "terms"),
    "figures.yaml": Kind(FiguresFile),
    "advisor": Kind(Decision),
    "scenarios": Kind(ScenariosFile, "scenarios"),
    "cards": Kind(CardsFile, "cards"),
    "misconceptions": Kind(MisconceptionsFile, "misconceptions"),
    "cases": Kind(CasesFile, "cases"),
    "questions": Kind(QuestionsFile, "questions"),
    "fragments": Kind(FragmentsFile, "fragments"),
}
"""The file and the folders of a pack, in the order in which they are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedFile:
    """A file of a pack, as written and as understood."""

    file: str
    raw: bytes = b""
    data: Any = None
    """What it says, not validated; None when it cannot be read."""
    items: tuple[Part, ...] = ()
    """The items that are valid in themselves."""
    diagnostics: tuple[Diagnostic, ...] = ()
    dropped: tuple[Diagnostic, ...] = ()
    """The first problem of each other item, or of the file."""
    hidden: frozenset[str] | None = None
    """The ids inside the other items; None when they cannot be known."""


def place_of(file: str) -> str | None:
    """Tell which of KINDS a file is or lies in, if any."""
    place, _, name = file.partition("/")
    is_known = place in KINDS and "/" not in name and place.endswith(".yaml") == (not name)
    return place if is_known else None


def schema_file(place: str) -> str:
    """Name the JSON Schema, inside a pack, that files of this place follow."""
    return f".schema/{place.removesuffix('.yaml')}.json"


def load_file(root: pathlib.Path, file: str) -> LoadedFile:
    """Read and validate one file of a pack; what is wrong is told by its diagnostics."""
    place = place_of(file)
    if place is None:
        return _refused(_stray(file))
    try:
        raw = read_bytes(root, file)
    except ContentError as error:
        return _refused(problem("P0131", file, str(error)))
    data, diagnostics = read_yaml(raw, file)
    errors = [found for found in diagnostics if found.severity == "error"]
    read = LoadedFile(file=file, raw=raw, diagnostics=diagnostics, dropped=tuple(errors[:1]))
    return read if errors else _validate(KINDS[place], replace(read, data=data))


def problem(code: str, file: str, message: str, label: str = "", help_: str = "") -> Diagnostic:
    """Say what is wrong with a file as a whole."""
    return Diagnostic(
        code=code,
        severity="error",
        message=message,
        file=file,
        spot=START,
        label=label,
        help=help_,
    )


def _refused(reason: Diagnostic) -> LoadedFile:
    return LoadedFile(file=reason.file, diagnostics=(reason,), dropped=(reason,))


def _stray(file: str) -> Diagnostic:
    patterns = [place if place.endswith(".yaml") else f"{place}/*.yaml" for place in KINDS]
    stems = {place.removesuffix(".yaml"): place for place in KINDS}
    near = get_close_matches(file.partition("/")[0].removesuffix(".yaml"), stems, n=1)
    label = (
        f"did you mean `{stems[near[0]]}`?" if near and not file.startswith(f"{near[0]}/") else ""
    )
    return problem(
        "P0132",
        file,
        "this file is in no place that a pack has",
        label,
        f"a pack is made of {', '.join(patterns)}",
    )


def _validate(kind: Kind, read: LoadedFile) -> LoadedFile:
    try:
        value = _parse(kind.model, read.data)
    except ValidationError as error:
        return _salvage(kind, read, error)
    items = (
        _items(read.file, kind.items, value) if kind.items else (Part(Place(read.file, ()), value),)
    )
    return replace(read, items=items, hidden=frozenset())


def _parse(model: type, data: object) -> object:
    # By way of JSON, because in there pydantic takes text for a date even when it is strict.
    return _adapter(model).validate_json(json.dumps(data))


@cache
def _adapter(model: type) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _items(
    file: str, field: str, value: object, kept: Iterable[int] | None = None
) -> tuple[Part, ...]:
    """Split a file's value into its items; ``kept`` are their indexes in the file, if not all."""
    items = getattr(value, field)
    indexes = range(len(items)) if kept is None else kept
    return tuple(
        Part(Place(file, (field, index)), item) for index, item in zip(indexes, items, strict=True)
    )


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
    value = _parse(kind.model, {kind.items: [written[index] for index in kept]})
    return replace(
        report,
        items=_items(read.file, kind.items, value, kept),
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
