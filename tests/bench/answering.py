"""How long an answer takes until it is safe and explained in full, and another language."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.keys import AT_REST, QUIET, Step, press
from tests.bench.programs import FLOOR, STUDY, Bench
from tests.terminal import Terminal

QUESTIONS = 12
GOAL = 1.5
_SURE = "How sure?"
_TOLD = "Enter: next"


def benchmarks(bench: Bench) -> Iterator[Figure]:
    """The other language before the answer, the answer, and then the other language."""
    texts = _rehearse(bench, bench.scratch / "rehearsed-answers")
    asked, submit, told, question, explanation = _time(bench, bench.scratch / "answers", texts)
    yield Figure("question: other language", "bare app, same text", asked, question, GOAL)
    yield Figure("answer: the explanation", "bare app, same text", submit, explanation, GOAL)
    yield Figure("explanation: other language", "bare app, same text", told, explanation, GOAL)


def _time(
    bench: Bench, data: Path, texts: list[str]
) -> tuple[list[float], list[float], list[float], list[float], list[float]]:
    """Seconds of each switch, submission and switch, and of the floor that paints the same texts.

    The floor comes to a question from the explanation before it, and has painted the first already.
    """
    asked, submit, told, question, explanation = [], [], [], [], []
    bare_app = (*FLOOR, *bench.floor_texts(*texts))
    with _open_quiz(bench, data) as study, bench.terminal(*bare_app) as bare:
        bare.wait_for(_SURE)
        for at in range(QUESTIONS - 1):
            _pick(study)
            study.wait_quiet(AT_REST)
            if at:
                asked.append(_switch(study))
            submit.append(press(study, Step("\r", _TOLD)))
            explanation.append(press(bare, Step("1", _TOLD)))
            study.wait_quiet(AT_REST)
            told.append(_switch(study))
            _next(study, at)
            question.append(press(bare, Step("1", _SURE)))
    return asked, submit, told, question[:-1], explanation


def _switch(study: Terminal) -> float:
    """Seconds of a change to the other language; the one before is back afterwards."""
    seconds = press(study, Step("l", " VI "))
    study.wait_quiet(AT_REST)
    press(study, Step("l", " EN "))
    study.wait_quiet(AT_REST)
    return seconds


def _rehearse(bench: Bench, data: Path) -> list[str]:
    """The screens of a sitting: a question before it is submitted, its explanation, and so on."""
    texts = []
    with _open_quiz(bench, data) as study:
        for at in range(QUESTIONS):
            _pick(study)
            texts.append(study.screen)
            press(study, Step("\r", _TOLD))
            study.wait_quiet(AT_REST)
            texts.append(study.screen)
            if at < QUESTIONS - 1:
                _next(study, at)
    return texts


def _pick(study: Terminal) -> None:
    """Pick the first answer, up to the question how sure one is."""
    press(study, Step("a", "Your answer: A"))
    press(study, Step("\r", _SURE))
    study.wait_quiet(AT_REST)


def _next(study: Terminal, at: int) -> None:
    study.wait_quiet(AT_REST)
    press(study, Step("\r", f" {at + 2}/"))
    study.wait_quiet(AT_REST)


def _open_quiz(bench: Bench, data: Path) -> Terminal:
    """The program at the first question of a sitting."""
    wanted = ("--type", "choice", "--unseen", "--count", str(QUESTIONS), "--seed", "5")
    terminal = bench.terminal(*STUDY, "--data", os.fspath(data), "quiz", *wanted)
    terminal.wait_for(" 1/", 60)
    terminal.wait_quiet(QUIET)
    return terminal
