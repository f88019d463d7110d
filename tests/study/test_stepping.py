"""Stepping through the values that a calculator offers."""

from __future__ import annotations

from typing import Literal

import pytest

from studyapp.core.figures import FiguresFile, ModelShape
from studyapp.core.text import Text
from studyapp.study.calculating.inputs import FIRST, Choice, Input
from studyapp.study.calculating.stepping import said, step

UP: Literal[1] = 1
DOWN: Literal[-1] = -1

SHAPES = FiguresFile(
    models=tuple(
        ModelShape(
            id=f"fig-model-{name}",
            name=Text.once(name),
            sources=("page",),
            as_of="2026-11-22",  # type: ignore[arg-type]
            parameters=parameters,
            layers=1,
            kv_heads=1,
            head_dim=1,
        )
        for name, parameters in (("small", 8_000_000_000), ("large", 70_000_000_000))
    )
)
NAME = Text.once("name")
TOKENS = Input(
    id="tokens", name=NAME, means=NAME, unit="tokens", offers=("2K", "8K", "32K"), default="8K"
)
MODEL = Input(id="model", name=NAME, means=NAME, kind=ModelShape, default=FIRST)
SHAPE = Input(id="shape", name=NAME, means=NAME, kind=ModelShape)
WAIT = Input(
    id="wait",
    name=NAME,
    means=NAME,
    values=(Choice("no", Text("no", "không")), Choice("yes", Text("yes", "có"))),
    default="no",
)


@pytest.mark.parametrize(
    ("asked", "written", "by", "after"),
    [
        (TOKENS, None, UP, "32K"),
        (TOKENS, None, DOWN, "2K"),
        (TOKENS, "32K", UP, "32K"),
        (TOKENS, "2K", DOWN, "2K"),
        (TOKENS, "10K", UP, "32K"),
        (TOKENS, "10K", DOWN, "8K"),
        (TOKENS, "8000", UP, "32K"),
        (TOKENS, "1M", UP, "32K"),
        (TOKENS, "1", DOWN, "2K"),
        (MODEL, None, UP, "large"),
        (MODEL, "large", DOWN, "small"),
        (MODEL, "fig-model-large", DOWN, "small"),
        (SHAPE, None, DOWN, None),
        (SHAPE, None, UP, "small"),
        (SHAPE, "small", DOWN, None),
        (WAIT, None, UP, "yes"),
        (WAIT, "có", DOWN, "no"),
    ],
)
def test_a_step(asked: Input, written: str | None, by: Literal[-1, 1], after: str | None) -> None:
    assert step(asked, written, by, SHAPES) == after


def test_where_nothing_is_offered_a_step_changes_nothing() -> None:
    assert step(MODEL, None, UP, FiguresFile()) is None
    assert step(SHAPE, None, UP, FiguresFile()) is None


@pytest.mark.parametrize(
    ("asked", "written", "name"),
    [
        (TOKENS, None, "8K tokens"),
        (TOKENS, "8000", "8K tokens"),
        (MODEL, None, "small"),
        (MODEL, "large", "large"),
        (SHAPE, None, None),
        (SHAPE, "unheard of", None),
        (WAIT, "có", "yes"),
    ],
)
def test_what_is_written_is_said_as_people_say_it(
    asked: Input, written: str | None, name: str | None
) -> None:
    told = said(asked, written, SHAPES)

    assert (told.en if told else None) == name
