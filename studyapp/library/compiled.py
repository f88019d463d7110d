"""The compiled pack: a pack kept in SQLite, so that a start reads only what it shows.

The YAML stays the source. The compiled form can be thrown away at any time: a missing, outdated or
damaged one is made again, and where it cannot be written it lives in memory.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from hashlib import blake2b
from threading import RLock
from typing import TYPE_CHECKING, Any, Final

from studyapp import __version__
from studyapp.core.errors import ContentError
from studyapp.core.ports import OutlineEntry
from studyapp.core.text import Text
from studyapp.library.codec import from_json
from studyapp.library.stamp import digest, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import TypeVar

    from studyapp.core.advising.decision import Decision, Scenario
    from studyapp.core.cards.form import Card
    from studyapp.core.figures import FiguresFile
    from studyapp.core.glossary import Term
    from studyapp.core.notes import Section
    from studyapp.core.pack import Cover, Source
    from studyapp.core.ports import Hit
    from studyapp.core.questions.form import Case, Misconception, Question
    from studyapp.core.questions.variants.fragments import Fragment

    T = TypeVar("T")

_LAYOUT: Final = 6
"""Raised whenever the tables or the values in them change their shape."""
_DAMAGE: Final = (sqlite3.DatabaseError, ValueError, KeyError, TypeError)
_OUTLINE: Final = "SELECT id, skill, kind, en, vi FROM section"


class CompiledPack:
    """A pack read piece by piece from its compiled form; fulfils `core.ports.PackReader`.

    For any thread: they take turns at the file, but not at making values of what they read.
    """

    def __init__(self, root: Path, cache: Path, tell: Callable[[], None] | None = None) -> None:
        """Open the pack in a folder of YAML; raises ContentError when it has no usable cover.

        ``tell`` is called before the pack is compiled, which may take a second or more.
        """
        self._root = root
        self._tell = tell
        self._file = cache / "packs" / f"{_name(root)}.db"
        self._turn = RLock()
        self._db = self._open() or self._compile()

    @property
    def cover(self) -> Cover:
        """The pack's identity, exam and skills."""
        cover: Cover = self._sound(lambda: from_json(self._meta("cover")))
        return cover

    @property
    def digest(self) -> str:
        """Changes with every byte of the pack."""
        return self._sound(lambda: self._meta("digest"))

    @property
    def counts(self) -> dict[str, int]:
        """Sections by the group they are in; see `core.ports.group_of`."""
        return self._sound(lambda: json.loads(self._meta("counts")))

    @property
    def dropped(self) -> tuple[str, ...]:
        """``file:line: message`` of each part left out because it is broken."""
        return self._sound(lambda: tuple(json.loads(self._meta("dropped"))))

    def outline(self) -> tuple[OutlineEntry, ...]:
        """Every section in reading order."""
        return self._entries(f"{_OUTLINE} ORDER BY seq")

    def section(self, section_id: str) -> Section:
        """One section; raises ContentError when there is none."""
        found = self._values("SELECT body FROM section WHERE id = ?", section_id)
        if not found:
            raise ContentError(f"this pack has no section `{section_id}`")
        section: Section = found[0]
        return section

    def holder(self, ref: str) -> str | None:
        """The section that is or holds this id, if any."""
        rows = self._rows("SELECT section FROM holder WHERE ref = ?", ref)
        return rows[0][0] if rows else None

    def related(self, section_id: str) -> tuple[OutlineEntry, ...]:
        """The sections that this one refers to, then those that refer to it."""
        return self._entries(
            "SELECT s.id, s.skill, s.kind, s.en, s.vi FROM section AS s"
            " JOIN (SELECT other, min(backward) AS backward FROM related"
            " WHERE section = ? GROUP BY other) AS r ON r.other = s.id"
            " ORDER BY r.backward, s.seq",
            section_id,
        )

    def terms(self) -> tuple[Term, ...]:
        """The glossary, in the order of the English terms."""
        return tuple(self._values("SELECT body FROM term ORDER BY seq"))

    def decisions(self) -> dict[str, Text]:
        """The titles of the decisions that the advisor answers, by id."""
        rows = self._rows("SELECT id, en, vi FROM decision ORDER BY seq")
        return {id_: Text(en, vi) for id_, en, vi in rows}

    def decision(self, decision_id: str) -> Decision:
        """One decision with its rules; raises ContentError when there is none."""
        found = self._values("SELECT body FROM decision WHERE id = ?", decision_id)
        if not found:
            raise ContentError(f"this pack has no decision `{decision_id}`")
        decision: Decision = found[0]
        return decision

    def scenarios(self, decision_id: str) -> tuple[Scenario, ...]:
        """The worked scenarios of a decision."""
        return tuple(
            self._values("SELECT body FROM scenario WHERE decision = ? ORDER BY seq", decision_id)
        )

    def cards(self) -> tuple[Card, ...]:
        """Every flashcard, as written."""
        return tuple(self._values("SELECT body FROM card ORDER BY seq"))

    def questions(self) -> tuple[Question, ...]:
        """Every question of the bank, as written."""
        return tuple(self._values("SELECT body FROM question ORDER BY seq"))

    def cases(self) -> dict[str, Case]:
        """The scenarios that several questions share, by id."""
        return {case.id: case for case in self._values("SELECT body FROM question_case")}

    def misconceptions(self) -> dict[str, Misconception]:
        """The wrong beliefs behind wrong answers, by id."""
        return {found.id: found for found in self._values("SELECT body FROM misconception")}

    def fragments(self) -> tuple[Fragment, ...]:
        """What variants of questions are made of."""
        return tuple(self._values("SELECT body FROM fragment ORDER BY seq"))

    def figures(self) -> FiguresFile:
        """The dated figures that calculators start from."""
        from studyapp.core.figures import FiguresFile

        figures: FiguresFile | None = self._sound(lambda: from_json(self._meta("figures")))
        return figures or FiguresFile()

    def search(self, asked: str, limit: int) -> tuple[Hit, ...]:
        """The places that hold every word asked for, with or without marks, the best first."""
        # Imported here: nobody searches before the first screen is shown.
        from studyapp.library.search import search

        def find() -> tuple[Hit, ...]:
            with self._turn:
                return search(self._db, asked, limit)

        return self._sound(find)

    def sources(self, ids: Iterable[str]) -> tuple[Source, ...]:
        """The sources with these ids, in the order asked for; unknown ids are passed over."""
        wanted = tuple(dict.fromkeys(ids))
        marks = ",".join("?" * len(wanted))
        found = self._values(f"SELECT body FROM source WHERE id IN ({marks})", *wanted)  # noqa: S608
        by_id = {source.id: source for source in found}
        return tuple(by_id[id_] for id_ in wanted if id_ in by_id)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def _sound(self, read: Callable[[], T]) -> T:
        """Read, and once more from a pack compiled anew if what is read is damaged."""
        db = self._db
        try:
            return read()
        except _DAMAGE:
            with self._turn:
                if self._db is db:  # or another thread has made it anew
                    db.close()
                    self._db = self._compile()
            return read()

    def _fetch(self, sql: str, values: tuple[str, ...]) -> list[Any]:
        with self._turn:
            return self._db.execute(sql, values).fetchall()

    def _rows(self, sql: str, *values: str) -> list[Any]:
        return self._sound(lambda: self._fetch(sql, values))

    def _values(self, sql: str, *values: str) -> list[Any]:
        return self._sound(lambda: [from_json(body) for (body,) in self._fetch(sql, values)])

    def _entries(self, sql: str, *values: str) -> tuple[OutlineEntry, ...]:
        return tuple(
            OutlineEntry(id_, skill, kind, Text(en, vi))
            for id_, skill, kind, en, vi in self._rows(sql, *values)
        )

    def _meta(self, name: str) -> str:
        ((value,),) = self._fetch("SELECT value FROM meta WHERE name = ?", (name,))
        return str(value)

    def _open(self) -> sqlite3.Connection | None:
        """The compiled file, if it is there, whole, and made from the YAML as it is now."""
        if not self._file.is_file():
            return None
        try:
            db = self._connect()
        except sqlite3.Error:
            return None
        with contextlib.suppress(*_DAMAGE):
            meta = dict(db.execute("SELECT name, value FROM meta"))
            from_json(meta["cover"])
            now = fingerprint(self._root)
            if meta["fingerprint"] == now or meta["digest"] == digest(self._root):
                return db
        db.close()
        return None

    def _connect(self) -> sqlite3.Connection:
        where = f"{self._file.as_uri()}?mode=ro"
        return sqlite3.connect(where, uri=True, check_same_thread=False)

    def _compile(self) -> sqlite3.Connection:
        # Imported here: pydantic and yaml are the price of a cold start only.
        from studyapp.library.compiling import compile_pack, fill, write

        if self._tell is not None:
            self._tell()
        compiled = compile_pack(self._root)
        try:
            write(compiled, self._file)
            return self._connect()
        except (OSError, sqlite3.Error):
            db = sqlite3.connect(":memory:", check_same_thread=False)
            fill(db, compiled)
            return db


def _name(root: Path) -> str:
    where = f"{root.resolve()}\n{__version__}\n{_LAYOUT}"
    return blake2b(where.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
