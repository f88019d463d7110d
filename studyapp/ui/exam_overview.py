"""The mock exams that were sat, as lines: when, how, and with what score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.prose import plain
from studyapp.core.text import Text
from studyapp.typeset.ink import Inked, ink
from studyapp.typeset.wrap import Lines, hang, wrap
from studyapp.words import exam as words
from studyapp.words import exam_place as said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.core.exams.log import Sat
    from studyapp.core.text import Lang
    from studyapp.study.study import Study

_WIDEST: Final = 92
_CELLS: Final = 20
"""Cells of the bar below an exam."""
_SHOWN: Final = 12
"""Exams that are told, the latest first."""


def exam_lines(study: Study, sat: Sequence[Sat], lang: Lang, width: int) -> Lines:
    """What is told of exams that are over, of which there is at least one."""
    width = min(width, _WIDEST)
    lines = [Inked(""), *wrap(ink(said.EXAMS[lang], "heading"), width)]
    for each in reversed(sat[-_SHOWN:]):
        lines += hang(ink(sat_said(study, each)[lang]), width, ink("• ", "bullet"))
        lines += hang(ink(share_bar(each)[lang], "muted"), width, ink("  "))
    return lines


def sat_said(study: Study, sat: Sat) -> Text:
    """An earlier exam in a line."""
    return said.SAT.format(
        day=study.learning.day(sat.at).isoformat(),
        title=title_of(study, sat.started.preset),
        mode=words.MODES[sat.started.mode],
        right=sat.score.right,
        of=sat.score.of,
    )


def share_bar(sat: Sat) -> Text:
    """The score of an earlier exam as a bar."""
    share = sat.score.share or 0.0
    filled = round(_CELLS * share)
    return said.BAR.format(bar="━" * filled + "─" * (_CELLS - filled), percent=round(100 * share))


def title_of(study: Study, preset: str) -> Text:
    """What an exam is called."""
    title = study.examining.preset(preset)
    return words.CUSTOM if title is None else Text(plain(title.en), plain(title.vi))
