"""Whether inline Markdown is read as its author meant it, and alike in both languages."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from studyapp.core import prose
from studyapp.core.text import Lang

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.core.prose import Run
    from studyapp.library.check.texts import Passage
    from studyapp.library.findings import Finding

_ESCAPE: Final = re.compile(r"\\[!-/:-@\[-`{-~]")
_LEFT_OVER: Final = {
    "an image is not shown": re.compile(r"!\["),
    "a link that cannot be read": re.compile(r"\]\("),
    "HTML is shown as it stands": re.compile(r"</?[A-Za-z][^<>]*>|&(?:#\w+|[A-Za-z]+);"),
    "a sign of strong text without its partner": re.compile(r"\*\*|__"),
    "a backtick without its partner": re.compile("`"),
}
_HINT: Final = (
    "**strong**, _emphasis_, `code` and [words](https://…) are read; \\* is the sign itself"
)


def misread(passage: Passage) -> Iterator[Finding]:
    """P0414: something looks like Markdown but is not read as such."""
    if passage.is_drawing:
        return
    for lang in (Lang.EN,) if passage.is_shared else Lang:
        # A sign behind a backslash is meant to be seen, so it must not look left over.
        read = prose.runs(_ESCAPE.sub("", passage.text[lang]))
        words = "".join(map(_marked, read))
        for what, sign in _LEFT_OVER.items():
            if found := sign.search(words):
                yield passage.finding("P0414", what, lang, label=found[0], hint=_HINT)


def unlike(passage: Passage) -> Iterator[Finding]:
    """P0414: the languages have different numbers of code spans or links."""
    if passage.is_drawing or passage.is_shared:
        return
    en, vi = (prose.runs(passage.text[lang]) for lang in Lang)
    for what, count in (("code spans", _code_spans), ("links", _links)):
        if count(en) != count(vi):
            message = f"{count(en)} {what} in English, {count(vi)} in Vietnamese"
            yield passage.finding("P0414", message, Lang.VI)


def _marked(run: Run) -> str:
    """Keep of a run what may be left over; the bracket of a link tells an image from a ``!``."""
    if run.code:
        return " "
    return f"[{run.text}" if run.href else run.text


def _code_spans(runs: tuple[Run, ...]) -> int:
    return sum(run.code for run in runs)


def _links(runs: tuple[Run, ...]) -> int:
    return sum(href is not None for href, _ in groupby(run.href for run in runs))
