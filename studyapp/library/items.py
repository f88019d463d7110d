"""What the files of a pack are made of, and how one is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from studyapp.core.advising.decision import Decision, ScenariosFile
from studyapp.core.cards.form import CardsFile
from studyapp.core.errors import ContentError
from studyapp.core.figures import FiguresFile
from studyapp.core.glossary import GlossaryFile
from studyapp.core.notes import NotesFile
from studyapp.core.pack import Cover, SourcesFile
from studyapp.core.questions.form import CasesFile, MisconceptionsFile, QuestionsFile
from studyapp.core.questions.variants.fragments import FragmentsFile
from studyapp.library.codec import from_json, to_json
from studyapp.library.diagnostics import START, Diagnostic
from studyapp.library.folder import read_bytes
from studyapp.library.walk import Part, Place

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterable

    from studyapp.library.kept import Kept


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
    """What it says, not validated; None when it cannot be read, or is kept from an earlier run."""
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


def load_file(root: pathlib.Path, file: str, kept: Kept) -> LoadedFile:
    """Read and validate one file of a pack; what is wrong is told by its diagnostics."""
    place = place_of(file)
    if place is None:
        return _refused(_stray(file))
    try:
        raw = read_bytes(root, file)
    except ContentError as error:
        return _refused(problem("P0131", file, str(error)))
    recall = partial(_recalled, KINDS[place], file, raw)
    return kept.recall(partial(_read, KINDS[place], file, raw), recall, _spelled, "file", file, raw)


def items_of(
    file: str, kind: Kind, values: Iterable[object], indexes: Iterable[int] | None = None
) -> tuple[Part, ...]:
    """Say where each value of a file stands; by their indexes in the file, if not all are left."""
    if kind.items is None:
        return tuple(Part(Place(file, ()), value) for value in values)
    numbered = enumerate(values) if indexes is None else zip(indexes, values, strict=True)
    return tuple(Part(Place(file, (kind.items, index)), value) for index, value in numbered)


def said(file: LoadedFile) -> Any:
    """What a file says, not validated; None when it cannot be read."""
    from studyapp.library.yaml12.reader import read_yaml

    return read_yaml(file.raw, file.file).data if file.data is None else file.data


def _read(kind: Kind, file: str, raw: bytes) -> LoadedFile:
    # Imported here: pydantic and yaml are the price of what changed since an earlier run.
    from studyapp.library.reading import read_file

    return read_file(kind, file, raw)


def _spelled(read: LoadedFile) -> str | None:
    """Write the items of a file in which nothing is wrong."""
    return None if read.diagnostics else to_json([item.value for item in read.items])


def _recalled(kind: Kind, file: str, raw: bytes, written: str) -> LoadedFile:
    items = items_of(file, kind, from_json(written))
    return LoadedFile(file=file, raw=raw, items=items, hidden=frozenset())


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
