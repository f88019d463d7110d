"""How a folder of YAML becomes a pack, with what is broken in it left out and reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.core.advising.decision import Decision, Scenario
from studyapp.core.cards.form import BasicCard, ClozeCard, ListCard
from studyapp.core.figures import FiguresFile
from studyapp.core.glossary import Term
from studyapp.core.notes import Section
from studyapp.core.pack import Cover, Pack, Source
from studyapp.core.questions.form import (
    Case,
    ChoiceQuestion,
    MatchingQuestion,
    Misconception,
    OrderingQuestion,
)
from studyapp.core.questions.variants.fragments import Company, Wording
from studyapp.library.findings import Pointer
from studyapp.library.folder import list_yaml
from studyapp.library.identity import faults
from studyapp.library.items import KINDS, load_file, problem
from studyapp.library.kept import Kept

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Iterable, Sequence

    from studyapp.library.diagnostics import Diagnostic
    from studyapp.library.items import LoadedFile
    from studyapp.library.walk import Part, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A pack and all that was noticed while it was read."""

    pack: Pack | None
    """What can be used, or None without a sound cover. References to parts left out stay in it."""
    files: tuple[LoadedFile, ...]
    diagnostics: tuple[Diagnostic, ...]
    dropped: tuple[Diagnostic, ...]
    """One for each part that is left out, be it a file or an item."""


def load_pack(root: pathlib.Path, kept: Kept | None = None) -> Loaded:
    """Read a pack; whatever is wrong with it is told by diagnostics, never raised.

    Files that ``kept`` knows from an earlier run are not parsed again.
    """
    kept = kept or Kept()
    names, refused = list_yaml(root)
    if "pack.yaml" not in names and not {"pack.yaml", "."} & {told.file for told in refused}:
        refused = [*refused, problem("P0131", "pack.yaml", "there is no `pack.yaml`")]
    files = tuple(load_file(root, name, kept) for name in sorted(names, key=_reading_order))
    clashes = _clashes(files, refused)
    # Of several clashes of one item the first is kept.
    lost = dict(reversed(clashes))
    return Loaded(
        pack=_pack(item.value for item in _items(files) if item.place not in lost),
        files=files,
        diagnostics=(
            *refused,
            *(told for file in files for told in file.diagnostics),
            *(told for _, told in clashes),
        ),
        dropped=(*refused, *(told for file in files for told in file.dropped), *lost.values()),
    )


def _reading_order(file: str) -> tuple[int, str]:
    places = list(KINDS)
    return (places.index(_top(file)) if _top(file) in KINDS else len(places), file)


def _top(file: str) -> str:
    return file.partition("/")[0]


def _items(files: Iterable[LoadedFile]) -> list[Part]:
    return [item for file in files for item in file.items]


def _clashes(
    files: Sequence[LoadedFile], refused: Iterable[Diagnostic]
) -> list[tuple[Place, Diagnostic]]:
    """Find the items that cannot stand beside the others, by place, and say why."""
    unseen = [(_top(file.file), file.hidden) for file in files]
    unseen += [(_top(told.file), None) for told in refused]
    hidden = {place: _union(ids for top, ids in unseen if top == place) for place in KINDS}
    pointer = Pointer(files)
    return [
        (fault.item.place, pointer.diagnostic(fault.finding))
        for fault in faults(_items(files), hidden)
    ]


def _union(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    """Join sets of ids, where None stands for all ids there are."""
    known: set[str] = set()
    for ids in sets:
        if ids is None:
            return None
        known |= ids
    return frozenset(known)


def _pack(values: Iterable[object]) -> Pack | None:
    found = list(values)
    cover = next((value for value in found if isinstance(value, Cover)), None)
    if cover is None:
        return None
    return Pack(
        cover=cover,
        sources=tuple(value for value in found if isinstance(value, Source)),
        sections=_in_reading_order(cover, found),
        terms=tuple(value for value in found if isinstance(value, Term)),
        decisions=tuple(value for value in found if isinstance(value, Decision)),
        scenarios=tuple(value for value in found if isinstance(value, Scenario)),
        cards=tuple(
            value for value in found if isinstance(value, BasicCard | ClozeCard | ListCard)
        ),
        misconceptions=tuple(value for value in found if isinstance(value, Misconception)),
        cases=tuple(value for value in found if isinstance(value, Case)),
        questions=tuple(
            value
            for value in found
            if isinstance(value, ChoiceQuestion | OrderingQuestion | MatchingQuestion)
        ),
        fragments=tuple(value for value in found if isinstance(value, Company | Wording)),
        figures=next((value for value in found if isinstance(value, FiguresFile)), None),
    )


def _in_reading_order(cover: Cover, found: Iterable[object]) -> tuple[Section, ...]:
    """Pages by skill, then comparisons, then sheets; within each, in the order of the files."""
    kinds = ("page", "pair", "sheet")
    skills = [skill.id for skill in cover.skills]
    sections = (value for value in found if isinstance(value, Section))
    return tuple(
        sorted(
            sections,
            key=lambda s: (kinds.index(s.kind), skills.index(s.skill) if s.kind == "page" else 0),
        )
    )
