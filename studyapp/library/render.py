"""How diagnostics are shown: to people, to programs and to GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len

from studyapp.core.errors import ContentError
from studyapp.library.yaml12.characters import visible
from studyapp.library.yaml12.decoding import BYTE_ORDER_MARK
from studyapp.library.yaml12.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.library.diagnostics import Diagnostic, Spot

_Paint = Callable[[str, str], str]

_WIDEST: Final = 120
"""Code points of a line that are shown; of a longer line, those around the place."""
_LEAD: Final = 40
"""Code points before the place, where a line is cut."""
_INKS: Final = {"error": "1;31", "warning": "1;33", "frame": "1;34"}


class _Mark(NamedTuple):
    """An underline below a line, and what it says."""

    spot: Spot
    stroke: str
    label: str
    ink: str


def as_text(
    diagnostics: Iterable[Diagnostic], read: Callable[[str], bytes], *, colour: bool = False
) -> str:
    """Show each diagnostic with the lines it is about, as compilers do; blank lines between.

    ``read`` gives the bytes of a file of the pack, or raises ContentError. Without colour nothing
    in the result is a control character but the line ends.
    """

    @cache
    def lines_of(file: str) -> Lines | None:
        try:
            raw = read(file)
        except ContentError:
            return None
        return Lines(raw.removeprefix(BYTE_ORDER_MARK).decode(errors="replace"))

    paint = _in_colour if colour else _plain
    return "\n\n".join("\n".join(_block(each, lines_of(each.file), paint)) for each in diagnostics)


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Write diagnostics as a list of objects, in ASCII; lines and columns count from 1."""
    objects = [
        {
            "code": each.code,
            "severity": each.severity,
            "file": each.file,
            "line": each.spot.line,
            "column": each.spot.column,
            "endColumn": each.spot.end_column,
            "message": each.message,
            "label": each.label,
            "help": each.help,
        }
        for each in diagnostics
    ]
    return json.dumps(objects, indent=2)


def as_github(diagnostics: Iterable[Diagnostic], prefix: str = "") -> str:
    """Write diagnostics as workflow commands, one a line; ``prefix`` leads to the pack's folder."""
    return "\n".join(_command(each, prefix) for each in diagnostics)


def _command(diagnostic: Diagnostic, prefix: str) -> str:
    spot = diagnostic.spot
    properties = {
        "file": prefix + diagnostic.file,
        "line": spot.line,
        "col": spot.column,
        "endColumn": spot.end_column,
        "title": diagnostic.code,
    }
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    said = (diagnostic.message, diagnostic.label, diagnostic.help)
    message = "%0A".join(_escaped(words) for words in said if words)
    return f"::{diagnostic.severity} {written}::{message}"


def _property(value: object) -> str:
    return _escaped(str(value)).replace(":", "%3A").replace(",", "%2C")


def _escaped(words: str) -> str:
    # Line ends, which could begin another command, are spelled out already.
    return visible(words).replace("%", "%25")


def _block(diagnostic: Diagnostic, lines: Lines | None, paint: _Paint) -> Iterator[str]:
    spot = diagnostic.spot
    marks = [_Mark(spot, "^", diagnostic.label, diagnostic.severity)]
    if diagnostic.related:
        marks.append(_Mark(diagnostic.related[0], "-", diagnostic.related[1], "frame"))
    marks.sort(key=lambda mark: mark.spot.line)
    last = marks[-1].spot.line
    gutter = " " * len(str(last))
    kind = paint(f"{diagnostic.severity}[{diagnostic.code}]", diagnostic.severity)
    yield f"{kind}: {visible(diagnostic.message)}"
    arrow = paint(f"{gutter}-->", "frame")
    yield f"{arrow} {visible(diagnostic.file)}:{spot.line}:{spot.column}"
    notes = [diagnostic.help]
    if lines and last <= len(lines):
        yield from _excerpt(marks, lines, gutter, paint)
    else:
        notes.insert(0, diagnostic.label)
    for note in filter(None, notes):
        yield f"{paint(f'{gutter} =', 'frame')} {visible(note)}"


def _excerpt(marks: list[_Mark], lines: Lines, gutter: str, paint: _Paint) -> Iterator[str]:
    bar = paint(f"{gutter} |", "frame")
    yield bar
    previous = ""
    for mark in marks:
        before, marked, after = _cut(lines[mark.spot.line], mark.spot)
        number = paint(f"{mark.spot.line:>{len(gutter)}} |", "frame")
        shown = f"{number} {before}{marked}{after}".rstrip()
        if shown != previous:
            yield shown
        previous = shown
        strokes = mark.stroke * max(1, cell_len(marked))
        said = paint(f"{strokes} {visible(mark.label)}".rstrip(), mark.ink)
        yield f"{bar} {' ' * cell_len(before)}{said}"


def _cut(line: str, spot: Spot) -> tuple[str, str, str]:
    """Part a line into what is shown before, at and after a place."""
    start, end = spot.column - 1, spot.end_column - 1
    first = max(0, start - _LEAD) if len(line) > _WIDEST else 0
    last = first + _WIDEST
    return (
        "…" * (first > 0) + visible(line[first:start]),
        visible(line[start : min(end, last)]),
        visible(line[end:last]) + "…" * (last < len(line)),
    )


def _plain(words: str, _: str) -> str:
    return words


def _in_colour(words: str, ink: str) -> str:
    return f"\x1b[{_INKS[ink]}m{words}\x1b[0m"
