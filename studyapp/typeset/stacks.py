"""A bar of stacked parts as lines of text, held against limits on the same scale."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from studyapp.typeset.ink import Inked, ink, join
from studyapp.typeset.wrap import Lines, hang, wrap

if TYPE_CHECKING:
    from studyapp.core.text import Lang
    from studyapp.typeset.plots import Amount, StackPlot
    from studyapp.typeset.roles import Role

_GLYPHS: Final = "█▒░"
_ROLES: Final[tuple[Role, ...]] = ("diagram", "nuance", "notice.info")
_LONGEST: Final = 2.0
"""The scale ends at this many times what the parts take, unless even the least limit is beyond."""
_NARROWEST: Final = 10


def set_stack(plot: StackPlot, lang: Lang, width: int) -> Lines:
    """Draw the parts as one bar and each limit as a line, with what each amounts to beside it."""
    names = ["", *(limit.name[lang] for limit in plot.limits)]
    amounts = [plot.show(amount) for amount in (plot.total, *(a for _, a in plot.limits))]
    margin = min(max(map(len, names)), width // 3)
    beside = max(map(len, amounts))
    room = max(_NARROWEST, width - margin - beside - 6)
    cells = room / _scale(plot)
    bars = [_bar(plot, cells), *(_limit(limit, cells, room) for limit in plot.limits)]
    lines = wrap(ink(plot.name[lang], "caption"), width)
    for at, (name, amount, bar) in enumerate(zip(names, amounts, bars, strict=True)):
        enough = at == 0 or plot.limits[at - 1].amount >= plot.total
        shown = name if len(name) <= margin else f"{name[: margin - 1]}…"
        sign = "" if at == 0 else " ✓" if enough else " ✗"
        parts = (ink(shown.ljust(margin), "table.key"), bar.padded(room), ink(f"{amount}{sign}"))
        lines.append(join(parts, "  ").bare())
    return [*lines, *_legend(plot, lang, width, margin + 2)]


def _scale(plot: StackPlot) -> float:
    """The amount at the end of the scale."""
    longest = max((limit.amount for limit in plot.limits), default=0.0)
    return max(plot.total, min(longest, _LONGEST * plot.total))


def _bar(plot: StackPlot, cells: float) -> Inked:
    """The parts beside each other; edges are rounded, so that they end where their sum does."""
    drawn, before, start = [], 0.0, 0
    for part, glyph, role in zip(plot.parts, _GLYPHS, _ROLES, strict=False):
        before += part.amount
        # What there is at all is seen.
        end = max(round(before * cells), start + (part.amount > 0))
        drawn.append(ink(glyph * (end - start), role))
        start = end
    return join(drawn)


def _limit(limit: Amount, cells: float, room: int) -> Inked:
    """A line as long as the limit; one beyond the scale ends in an arrow."""
    length = round(limit.amount * cells)
    if length > room:
        return ink("─" * (room - 1) + ">", "rule")
    return ink("─" * (length - 1) + "┤", "rule")


def _legend(plot: StackPlot, lang: Lang, width: int, margin: int) -> Lines:
    entries = [
        join((ink(glyph * 2, role), ink(f" {part.name[lang]} {plot.show(part.amount)}")))
        for part, glyph, role in zip(plot.parts, _GLYPHS, _ROLES, strict=False)
    ]
    beside = join(entries, "   ")
    lines = [beside] if margin + beside.cells <= width else entries
    return list(chain.from_iterable(hang(line, width, Inked(" " * margin)) for line in lines))
