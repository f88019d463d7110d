"""Inline Markdown of pack texts; the only module that reads Markdown.

It knows strong, emphasis, code and https links. All else, HTML and images included, stays literal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKS: Final = re.compile(r"[*_`\[\\\n\r]")
_LONGEST: Final = 8_000
_SAFE_LINK: Final = re.compile(r"https://[A-Za-z0-9.-]+(/[^\s]*)?\Z")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one manner."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str | None = None
    """The https address this text leads to, if it is a link."""


@lru_cache(maxsize=4096)
def runs(markdown: str) -> tuple[Run, ...]:
    """Read inline Markdown into runs; line ends become spaces.

    A text too long for prose stays literal: nested brackets cost the square of their number.
    """
    if len(markdown) > _LONGEST:
        return (Run(" ".join(markdown.split())),)
    if not _MARKS.search(markdown):  # most titles: shown without importing the parser
        return (Run(words),) if (words := markdown.strip()) else ()
    (inline,) = _parser().parseInline(markdown.strip())
    return tuple(_runs(inline.children or ()))


def plain(markdown: str) -> str:
    """Read inline Markdown and keep the words alone."""
    return "".join(run.text for run in runs(markdown))


def links(markdown: str) -> tuple[str, ...]:
    """The addresses a text leads to, in order, each once."""
    return tuple(dict.fromkeys(run.href for run in runs(markdown) if run.href))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    # Imported at the first text shown: the parser would add a tenth to the time of the first frame.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "backticks", "link", "escape", "newline"])
    parser.validateLink = lambda url: _SAFE_LINK.match(url) is not None  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _runs(tokens: Iterable[Token]) -> Iterable[Run]:
    strong = emphasis = 0
    href: str | None = None
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                href = str(token.attrs["href"])
            case "link_close":
                href = None
            case "softbreak" | "hardbreak":
                yield Run(" ", bool(strong), bool(emphasis), href=href)
            case "code_inline":
                yield Run(token.content, bool(strong), bool(emphasis), code=True, href=href)
            case _:
                if token.content:
                    yield Run(token.content, bool(strong), bool(emphasis), href=href)
