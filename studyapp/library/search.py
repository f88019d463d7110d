"""Search over everything a pack says: both languages at once, with or without Vietnamese marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from studyapp.core.fold import fold
from studyapp.core.notes import Heading
from studyapp.core.ports import Hit
from studyapp.core.prose import plain
from studyapp.core.text import Lang, Text
from studyapp.core.texts import texts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from studyapp.core.notes import Section
    from studyapp.core.pack import Pack

TABLES: Final = """
CREATE TABLE said (
    seq INTEGER PRIMARY KEY, section TEXT NOT NULL, block TEXT NOT NULL, lang TEXT NOT NULL,
    title_en TEXT NOT NULL, title_vi TEXT NOT NULL, words TEXT NOT NULL
);
CREATE VIRTUAL TABLE found USING fts5(
    title, heading, body, content='', tokenize='unicode61 remove_diacritics 0', prefix='1 2 3'
);
"""
"""What is said, and the index of it; the index holds folded words only."""

_FIND: Final = """
SELECT section, block, lang, title_en, title_vi, words FROM found
JOIN said ON said.seq = found.rowid WHERE found MATCH ?
ORDER BY bm25(found, 10.0, 4.0, 1.0), seq LIMIT ?
"""
"""A word counts most in a title, then in a heading."""
_CONTEXT: Final = 72
"""Letters of context shown around what was found."""
_WORD: Final = re.compile(r"\w+")


def fill(db: sqlite3.Connection, pack: Pack) -> None:
    """Index a pack; ``db`` has the tables of `TABLES`."""
    rows = list(_rows(pack))
    db.executemany(
        "INSERT INTO said (seq, section, block, lang, title_en, title_vi, words)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (seq, section, block, lang, title.en, title.vi, words)
            for seq, (section, block, lang, title, _, words) in enumerate(rows)
        ),
    )
    db.executemany(
        "INSERT INTO found (rowid, title, heading, body) VALUES (?, ?, ?, ?)",
        (
            (seq, *(fold(words) if place == at else "" for at in ("title", "heading", "body")))
            for seq, (_, _, _, _, place, words) in enumerate(rows)
        ),
    )


def search(db: sqlite3.Connection, asked: str, limit: int) -> tuple[Hit, ...]:
    """Find the places that hold every word asked for, the best first, one for each block.

    Places that hold the words one after the other come before those that only hold them all.
    """
    wanted = _WORD.findall(fold(asked))
    if not wanted:
        return ()
    together = " + ".join(f'"{word}"' for word in wanted) + "*"
    anywhere = " ".join(f'"{word}"*' for word in wanted)
    hits: dict[tuple[str, str], Hit] = {}
    for query in dict.fromkeys((together, anywhere)):
        for section, block, lang, *titles, words in db.execute(_FIND, (query, 2 * limit)):
            if (section, block) not in hits:
                context, marks = _context(words, wanted)
                hit = Hit(section, block, Text(*titles), Lang(lang), context, marks)
                hits[section, block] = hit
    return tuple(hits.values())[:limit]


def _rows(pack: Pack) -> Iterator[tuple[str, str, Lang, Text, str, str]]:
    """Section, block, language, title, place of the words (title, heading, body), words."""
    for section in pack.sections:
        title = Text(plain(section.title.en), plain(section.title.vi))
        for block, place, said in _blocks(section):
            for lang, words in _spoken(said):
                yield section.id, block, lang, title, place, words
    for term in pack.terms:
        title = Text(term.en, term.vi)
        for lang, words in _spoken((Text(f"{term.en} — ", f"{term.vi} — "), term.definition)):
            yield "", term.id, lang, title, "heading", words


def _blocks(section: Section) -> Iterator[tuple[str, str, Iterable[Text]]]:
    yield section.id, "title", (section.title,)
    yield f"{section.id}:takeaway", "body", (section.takeaway,)
    for block in section.blocks:
        yield block.id, "heading" if isinstance(block, Heading) else "body", texts(block)


def _spoken(said: Iterable[Text]) -> Iterator[tuple[Lang, str]]:
    """The words in each language, once where they are the same."""
    both = tuple(said)
    words = {lang: " ".join(plain(text[lang]) for text in both) for lang in Lang}
    yield Lang.EN, words[Lang.EN]
    if words[Lang.VI] != words[Lang.EN]:
        yield Lang.VI, words[Lang.VI]


def _context(words: str, wanted: list[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Cut out the words around the first thing found; marks are start and end in what is cut."""
    folded = fold(words)
    places = [
        (match.start(), match.start() + len(word))
        for word in wanted
        for match in re.finditer(rf"\b{re.escape(word)}", folded)
    ]
    first = max(
        (start for start, _ in places),
        key=lambda start: (_words_near(start, places, folded), -start),
        default=0,
    )
    start = max(0, first - _CONTEXT // 3)
    start = words.rfind(" ", 0, start) + 1 if start else 0
    cut = words[start : start + _CONTEXT]
    lead, tail = ("… " if start else ""), (" …" if start + _CONTEXT < len(words) else "")
    shift = len(lead) - start
    within = {(a + shift, b + shift) for a, b in places if start <= a and b <= start + len(cut)}
    return f"{lead}{cut}{tail}", tuple(sorted(within))


def _words_near(start: int, places: list[tuple[int, int]], folded: str) -> int:
    """How many different words are found in what would be shown from here."""
    near = (folded[a:b] for a, b in places if start <= a and b <= start + 2 * _CONTEXT // 3)
    return len(set(near))
