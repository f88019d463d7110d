"""A question as it stands on a screen: in one column, or what is asked beside its answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.typeset.explained import foot_lines, takeaway_lines, told_papers, verdict
from studyapp.typeset.ink import Inked, ink
from studyapp.typeset.questioning import (
    MEASURE,
    Look,
    Paper,
    answers_paper,
    asked_lines,
    stacked,
)
from studyapp.typeset.wrap import wrap
from studyapp.words import explaining as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.questions.draft import Draft
    from studyapp.core.text import Lang, Text
    from studyapp.typeset.explained import Told
    from studyapp.typeset.wrap import Lines

_BLANK = Inked("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """What is to be seen of a question."""

    draft: Draft
    about: Text
    """Where it belongs, and how it stands."""
    remark: Text | None = None
    """What else is to be known of it."""
    look: Look
    told: Told | None = None
    """What is said of the answer, once it is given."""
    lifted: str | None = None
    """The entry that is being moved."""


def beside_lines(face: Face, lang: Lang, width: int) -> Lines:
    """What stands beside the answers where there is room: what is asked, and what to remember."""
    width = min(width, MEASURE)
    lines = _asked(face, lang, width)
    if face.told is not None:
        lines += [_BLANK, *takeaway_lines(face.told, width), _BLANK]
        lines += foot_lines(face.told, width)
    return lines


def face_paper(face: Face, lang: Lang, width: int, height: int, *, is_wide: bool) -> Paper:
    """The answers or what is said of them, below what is asked unless that stands beside them."""
    width = min(width, MEASURE)
    above = [] if is_wide else [Paper(_asked(face, lang, width))]
    if face.told is not None:
        return stacked((*above, *_told(face.told, width, is_wide=is_wide)), 1)
    for between in (1, 0):  # air between the answers, if all of them stay in view
        answers = answers_paper(face.draft, face.look, width, lifted=face.lifted, between=between)
        paper = stacked((*above, answers), 1)
        if len(paper.lines) <= height:
            break
    return paper


def _asked(face: Face, lang: Lang, width: int) -> Lines:
    shown = face.draft.shown
    head = wrap(ink(face.about[lang], "skill"), width)
    if face.remark is not None:
        head += wrap(ink(face.remark[lang], "muted"), width)
    lines = [*head, _BLANK, *asked_lines(shown, face.look, width)]
    phrases = shown.phrases(face.look.lang) if face.told is not None else ()
    if face.told is not None and any(phrase.is_deciding for phrase in phrases):
        lines += wrap(ink(words.DECIDING[face.told.lang], "muted"), width)
    return lines


def _told(told: Told, width: int, *, is_wide: bool) -> Iterator[Paper]:
    said, role = verdict(told)
    yield Paper(wrap(ink(said[told.lang], role), width))
    first, rest = told_papers(told, width)
    yield first
    if is_wide:
        yield rest
    else:
        yield Paper(takeaway_lines(told, width))
        yield rest
        yield Paper(foot_lines(told, width))
