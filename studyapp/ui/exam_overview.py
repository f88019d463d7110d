"""The mock exams that were sat, as lines: when, how, and with what score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.typeset.ink import Inked, ink
from studyapp.typeset.wrap import Lines, hang, wrap
from studyapp.ui.screens.exam_start import sat_said, share_bar
from studyapp.words import exam_place as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.core.exams.log import Sat
    from studyapp.core.text import Lang
    from studyapp.study.study import Study

_WIDEST: Final = 92
_SHOWN: Final = 12
"""Exams that are told, the latest first."""


def exam_lines(study: Study, sat: Sequence[Sat], lang: Lang, width: int) -> Lines:
    """What Progress shows of exams, of which there is at least one."""
    width = min(width, _WIDEST)
    lines = [Inked(""), *wrap(ink(words.EXAMS[lang], "heading"), width)]
    for each in reversed(sat[-_SHOWN:]):
        lines += hang(ink(sat_said(study, each)[lang]), width, ink("• ", "bullet"))
        lines += hang(ink(share_bar(each)[lang], "muted"), width, ink("  "))
    return lines
