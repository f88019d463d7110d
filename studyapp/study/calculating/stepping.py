"""What is written for an input, as people say it, and the steps from it to what is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from studyapp.study.calculating.inputs import FIRST, InputError, choices, read, show

if TYPE_CHECKING:
    from studyapp.core.figures import FiguresFile
    from studyapp.core.text import Text
    from studyapp.study.calculating.inputs import Input


def step(asked: Input, written: str | None, by: Literal[-1, 1], figures: FiguresFile) -> str | None:
    """What is written after one step up or down; at either end it stays.

    None stands for the default. An input without one has its place before everything it offers.
    """
    offered = [choice.written for choice in choices(asked, figures)]
    if not offered:
        return written
    now = written if written is not None else asked.default
    if now == FIRST:
        now = offered[0]
    if now is None:
        return offered[0] if by > 0 else None
    if now not in offered:
        return _beside(asked, now, by, figures, offered)
    at = offered.index(now) + by
    if at < 0 and asked.default is None:
        return None
    return offered[max(0, min(at, len(offered) - 1))]


def said(asked: Input, written: str | None, figures: FiguresFile) -> Text | None:
    """What is written, or else the default, as people say it; None when that is nothing."""
    now = written if written is not None else asked.default
    if now == FIRST:
        return next((choice.name for choice in choices(asked, figures)), None)
    if now is None:
        return None
    try:
        return show(asked, read(asked, now, figures))
    except InputError:
        return None


def _beside(
    asked: Input, now: str, by: Literal[-1, 1], figures: FiguresFile, offered: list[str]
) -> str:
    """The nearest offered number above or below; where there is none, an end of what is offered."""
    try:
        here = read(asked, now, figures)
    except InputError:
        here = None
    numbers = {each: read(asked, each, figures) for each in offered}
    if isinstance(here, float):
        further = {
            each: number
            for each, number in numbers.items()
            if isinstance(number, float) and (number - here) * by > 0
        }
        if further:
            return min(further, key=lambda each: abs(further[each] - here))
    same = next((each for each, meaning in numbers.items() if meaning == here), None)
    if same is not None:
        return offered[max(0, min(offered.index(same) + by, len(offered) - 1))]
    return offered[-1] if by > 0 else offered[0]
