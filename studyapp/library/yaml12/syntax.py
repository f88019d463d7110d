"""What the YAML parser's complaints mean for somebody who writes a pack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import yaml


class Complaint(NamedTuple):
    """A syntax error in plain words."""

    message: str
    help: str
    start: int
    """Offset of the character the parser stopped at."""
    opened: int | None
    """Offset of what the parser was inside of."""
    opened_what: str


_PLAIN_WORDS: Final = (
    (
        "mapping values are not allowed",
        "a `:` with a space after it cannot stand here",
        "put the text in quotes if the `:` belongs to it, or check the indentation",
    ),
    (
        "cannot start any token",
        "text cannot begin with this character",
        "put the text in quotes; indent with spaces, never with tabs",
    ),
    (
        "unexpected end of stream",
        "the file ends inside a quoted text",
        "close the quotes",
    ),
    (
        "document separator",
        "a `---` or `...` line stands inside a quoted text",
        "close the quotes before it",
    ),
    (
        "unknown escape character",
        "this `\\` escape does not exist",
        "use single quotes, where `\\` is just a character, or write `\\\\`",
    ),
    (
        "Unicode character escape code",
        "this `\\` escape names no character",
        "write the character itself",
    ),
    (
        "hexdecimal number",
        "this `\\` escape has too few digits",
        "use single quotes, where `\\` is just a character, or write `\\\\`",
    ),
    (
        "could not find expected ':'",
        "this line is neither a `name: value` nor a part of the text above",
        "check the indentation and the quotes of the lines above",
    ),
    (
        "expected key",
        "a `name: value` was expected here",
        "check the indentation and the quotes of the lines above",
    ),
    (
        "expected <block end>",
        "a `name: value` was expected here",
        "check the indentation and the quotes of the lines above",
    ),
    (
        "'-' indicator",
        "a list entry (`- `) was expected here",
        "check the indentation and the quotes of the lines above",
    ),
    (
        "block sequence entries are not allowed",
        "a list entry (`- `) cannot stand here",
        "start the list on a line of its own",
    ),
    (
        "',' or ']'",
        "a `,` or `]` was expected here",
        "put the text in quotes if it contains a `[`, `]` or `,`",
    ),
    (
        "',' or '}'",
        "a `,` or `}` was expected here",
        "put the text in quotes if it contains a `{`, `}` or `,`",
    ),
    (
        "node content",
        "a value was expected here",
        "put the text in quotes if it begins with this character",
    ),
    (
        "tab character",
        "a tab cannot indent",
        "indent with spaces",
    ),
)

_CONTEXT: Final = re.compile(r"while (?:scanning|parsing) (an? .+)")


def explain(error: yaml.YAMLError) -> Complaint:
    """Say in plain words what is wrong, in the parser's own where ours have none for it."""
    problem = str(getattr(error, "problem", None) or "this is not YAML")
    message, hint = next(
        ((message, hint) for known, message, hint in _PLAIN_WORDS if known in problem),
        (problem, ""),
    )
    mark, context_mark = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    context = _CONTEXT.fullmatch(str(getattr(error, "context", None)))
    return Complaint(
        message=message,
        help=hint,
        start=mark.index if mark else 0,
        opened=context_mark.index if context_mark and context else None,
        opened_what=f"{context[1]} begins here" if context else "",
    )
