"""How long the rating of a card takes until it is safe and the next card is painted."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.keys import AT_REST, QUIET, Step, press
from tests.bench.learned import EVENTS, learn
from tests.bench.programs import FLOOR, STUDY, Bench
from tests.terminal import Terminal

CARDS = 15
GOAL = 1.5


def benchmarks(bench: Bench) -> Iterator[Figure]:
    """Without a history, and with a long one."""
    long = bench.scratch / "long"
    learn(long, bench.scratch / "learned-cache")
    none, rehearsed = bench.scratch / "none", bench.scratch / "rehearsed"
    for name, data, texts in (
        ("no events", none, _rehearse(bench, rehearsed)),
        (f"{EVENTS:,} events", long, _rehearse(bench, long)),
    ):
        seconds = _time(bench, data, texts)
        yield Figure(f"rate: the next card, {name}", "bare app, same text", *seconds, GOAL)


def _time(bench: Bench, data: Path, texts: list[str]) -> tuple[list[float], list[float]]:
    """Seconds of each rating, and of the floor that replaces the same text."""
    ours, floor = [], []
    bare_app = (*FLOOR, *bench.floor_texts(*texts))
    with _open_cards(bench, data) as study, bench.terminal(*bare_app) as bare:
        bare.wait_for(_left(texts[0]))
        for before, after in zip(texts[::2], texts[2::2], strict=False):
            press(study, _REVEAL)
            press(bare, Step(" ", _left(before)))
            study.wait_quiet(AT_REST)
            ours.append(press(study, _rate(study)))
            floor.append(press(bare, Step("3", _left(after))))
    return ours, floor


def _rehearse(bench: Bench, data: Path) -> list[str]:
    """The screens of a session: a front, its back, the next front and so on."""
    with _open_cards(bench, data) as study:
        texts = [study.screen]
        for _ in range(CARDS):
            press(study, _REVEAL)
            texts.append(study.screen)
            press(study, _rate(study))
            texts.append(study.screen)
    return texts


_REVEAL = Step(" ", "1 Again")


def _rate(study: Terminal) -> Step:
    """The key for a good answer, after which one card less is left."""
    left = int(_left(study.screen).split()[0])
    return Step("3", f" {left - 1} left")


def _left(screen: str) -> str:
    """What the title bar says of the cards that are left."""
    found = re.search(r"\d+ left", screen)
    assert found is not None
    return found[0]


def _open_cards(bench: Bench, data: Path) -> Terminal:
    """The program at the first card of what today asks for."""
    terminal = bench.terminal(*STUDY, "--data", os.fspath(data))
    terminal.wait_for("Next: ", 60)
    terminal.wait_quiet(QUIET)
    terminal.send("2")
    terminal.wait_for("All of today")
    terminal.wait_quiet(QUIET)
    terminal.send("1")
    terminal.wait_for(" left")
    terminal.wait_quiet(QUIET)
    return terminal
