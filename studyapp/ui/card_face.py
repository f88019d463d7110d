"""A card as lines: its front, what the learner typed, its back, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.core.cards.typing_check import Check, Verdict
from studyapp.core.text import Lang, Text
from studyapp.typeset.ink import ink, read, rule
from studyapp.typeset.wrap import hang, wrap
from studyapp.words import cards as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.cards.deck import Item
    from studyapp.typeset.ink import Inked
    from studyapp.typeset.roles import Role
    from studyapp.typeset.wrap import Lines

_MEASURE = 84
"""Cells of the longest line, for the eye's sake."""
_ROLES: dict[Verdict, Role] = {
    Verdict.RIGHT: "takeaway.label",
    Verdict.NEAR: "notice.exam",
    Verdict.WRONG: "notice.trap",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What is to be seen of a card."""

    item: Item
    about: Text
    """Where it belongs."""
    langs: tuple[Lang, Lang]
    """Of front and back."""
    is_revealed: bool = False
    is_peeked: bool = False
    """Whether what is shown is shown in the other language, too."""
    check: Check | None = None
    remarks: tuple[Text, ...] = ()


def face_lines(face: Face, lang: Lang, width: int) -> Lines:
    """The lines of a card on a screen in a language."""
    width = min(width, _MEASURE)
    return [*_lines(face, lang, width)]


def _lines(face: Face, lang: Lang, width: int) -> Iterator[Inked]:
    front, back = face.langs
    blank = ink("")
    yield from wrap(ink(face.about[lang], "skill"), width)
    yield blank
    yield from _prose(face.item.front, front, width, "strong")
    if face.is_peeked:
        yield from _peeked(face.item.front, front.other, width)
    if face.is_revealed:
        yield blank
        yield rule(width)
        if face.check is not None:
            yield from _checked(face.check, lang, width)
            yield blank
        yield from _back(face.item, back, width)
        if face.is_peeked:
            yield from _peeked(face.item.back, back.other, width)
        if face.item.reason is not None:
            yield blank
            label = ink(f"{words.WHY[lang]}  ", "takeaway.label")
            yield from hang(read(face.item.reason[back]), width, label)
    for remark in face.remarks:
        yield blank
        yield from hang(ink(remark[lang]), width, ink("⚠ ", "notice.exam"))


def _back(item: Item, lang: Lang, width: int) -> Iterator[Inked]:
    if not item.entries:
        yield from _prose(item.back, lang, width)
        return
    for number, entry in enumerate(item.entries, start=1):
        mark = f"{number}. " if item.kind == "sequence" else "• "
        yield from hang(read(entry[lang]), width, ink(mark, "bullet"))


def _prose(text: Text, lang: Lang, width: int, role: Role | None = None) -> Iterator[Inked]:
    for line in text[lang].split("\n"):
        yield from wrap(read(line, role), width)


def _peeked(text: Text, lang: Lang, width: int) -> Iterator[Inked]:
    tag = ink(f"{lang.value.upper()} ┆ ", "peek")
    rest = ink("   ┆ ", "peek")
    for number, line in enumerate(text[lang].split("\n")):
        yield from hang(read(line), width, rest if number else tag, rest)


def _checked(check: Check, lang: Lang, width: int) -> Iterator[Inked]:
    said = words.VERDICTS[check.verdict][lang]
    slips = "; ".join(_slip(*slip)[lang] for slip in check.slips)
    yield from wrap(ink(f"{said} {slips}".rstrip(), _ROLES[check.verdict]), width)


def _slip(typed: str, wanted: str) -> Text:
    if not typed:
        return words.SLIP_MISSING.format(wanted=wanted)
    if not wanted:
        return words.SLIP_EXTRA.format(typed=typed)
    return words.SLIP.format(typed=typed, wanted=wanted)
