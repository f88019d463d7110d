"""How a pack is written into its compiled form."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.errors import ContentError
from studyapp.core.fold import fold
from studyapp.core.ports import group_of
from studyapp.files import make_private
from studyapp.library import search
from studyapp.library.codec import to_json
from studyapp.library.load import load_pack
from studyapp.library.stamp import digest, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.core.notes import Section
    from studyapp.core.pack import Pack
    from studyapp.library.diagnostics import Diagnostic
    from studyapp.library.load import Loaded

_TABLES: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE section (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, skill TEXT NOT NULL, kind TEXT NOT NULL,
    en TEXT NOT NULL, vi TEXT NOT NULL, body TEXT NOT NULL
);
CREATE TABLE source (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE term (seq INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE decision (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, en TEXT NOT NULL, vi TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE TABLE scenario (seq INTEGER PRIMARY KEY, decision TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX scenario_decision ON scenario (decision);
CREATE TABLE card (seq INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE question (seq INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE question_case (seq INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE misconception (seq INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE fragment (seq INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE holder (ref TEXT PRIMARY KEY, section TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE related (
    section TEXT NOT NULL, backward INTEGER NOT NULL, seq INTEGER NOT NULL, other TEXT NOT NULL
);
CREATE INDEX related_section ON related (section);
"""


class Compiled(NamedTuple):
    """A pack that was read, and the state of its folder from before it was read."""

    loaded: Loaded
    pack: Pack
    fingerprint: str
    digest: str


def compile_pack(root: Path) -> Compiled:
    """Read a pack to write it; raises ContentError when it has no usable cover."""
    # Taken first: what is edited while it is read makes the next start compile again.
    before = fingerprint(root), digest(root)
    loaded = load_pack(root)
    if loaded.pack is None:
        told = "\n".join(map(_one_line, loaded.diagnostics))
        raise ContentError(f"{root} is not a pack that can be opened\n{told}".rstrip())
    return Compiled(loaded, loaded.pack, *before)


def write(compiled: Compiled, file: Path) -> None:
    """Build a file aside and move it into place whole; raises OSError or sqlite3.Error."""
    make_private(file.parent)
    handle, temporary = tempfile.mkstemp(dir=file.parent, suffix=".tmp")  # 0600
    os.close(handle)
    try:
        with closing(sqlite3.connect(temporary)) as db:
            fill(db, compiled)
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def fill(db: sqlite3.Connection, compiled: Compiled) -> None:
    """Write a pack into an empty database."""
    db.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_TABLES} {search.TABLES}")
    pack = compiled.pack
    holders = {ref: section.id for section in pack.sections for ref in section.ids()}
    with db:
        db.executemany("INSERT INTO meta VALUES (?, ?)", _meta(compiled).items())
        db.executemany(
            "INSERT INTO section (id, skill, kind, en, vi, body) VALUES (?, ?, ?, ?, ?, ?)",
            ((s.id, s.skill, s.kind, s.title.en, s.title.vi, to_json(s)) for s in pack.sections),
        )
        db.executemany(
            "INSERT INTO source VALUES (?, ?)", ((s.id, to_json(s)) for s in pack.sources)
        )
        terms = sorted(pack.terms, key=lambda term: fold(term.en))
        db.executemany("INSERT INTO term (body) VALUES (?)", ((to_json(term),) for term in terms))
        db.executemany(
            "INSERT INTO decision (id, en, vi, body) VALUES (?, ?, ?, ?)",
            ((d.id, d.title.en, d.title.vi, to_json(d)) for d in pack.decisions),
        )
        db.executemany(
            "INSERT INTO scenario (decision, body) VALUES (?, ?)",
            ((s.decision, to_json(s)) for s in pack.scenarios),
        )
        for table, values in (
            ("card", pack.cards),
            ("question", pack.questions),
            ("question_case", pack.cases),
            ("misconception", pack.misconceptions),
            ("fragment", pack.fragments),
        ):
            db.executemany(
                f"INSERT INTO {table} (body) VALUES (?)",  # noqa: S608
                ((to_json(value),) for value in values),
            )
        db.executemany("INSERT INTO holder VALUES (?, ?)", holders.items())
        db.executemany("INSERT INTO related VALUES (?, ?, ?, ?)", _related(pack.sections, holders))
        search.fill(db, pack)


def _meta(compiled: Compiled) -> dict[str, str]:
    counts = Counter(group_of(section.kind, section.skill) for section in compiled.pack.sections)
    return {
        "cover": to_json(compiled.pack.cover),
        "counts": json.dumps(counts),
        "figures": to_json(compiled.pack.figures),
        "dropped": json.dumps([_one_line(problem) for problem in compiled.loaded.dropped]),
        "fingerprint": compiled.fingerprint,
        "digest": compiled.digest,
    }


def _related(
    sections: Iterable[Section], holders: dict[str, str]
) -> Iterator[tuple[str, bool, int, str]]:
    """Section, whether the other one refers to it, rank, the other section."""
    for seq, section in enumerate(sections):
        for other in dict.fromkeys(holders[ref] for ref in section.see if ref in holders):
            if other != section.id:
                yield section.id, False, seq, other
                yield other, True, seq, section.id


def _one_line(problem: Diagnostic) -> str:
    return f"{problem.file}:{problem.spot.line}: {problem.message}"
