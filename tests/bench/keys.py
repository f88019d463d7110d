"""How long a key of the notes takes until the last frame that it causes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from studyapp.library.builtin import builtin_pack
from studyapp.library.load import load_pack
from tests.bench.figures import Figure
from tests.bench.programs import FLOOR, STUDY, Bench
from tests.terminal import KEYS, Terminal

SECTIONS = 15
"""Sections walked through."""
QUIET = 0.1
"""Seconds without output after which a screen counts as settled."""
AT_REST = 0.6
"""Seconds after which the program has used the learner's pause to prepare what may come."""


@dataclass(frozen=True, slots=True)
class Step:
    """A key, and what the screen shows at the end."""

    key: str
    shows: str
    timed: bool = True


def benchmarks(bench: Bench) -> Iterator[Figure]:
    """Switching the language and the section, with and without a pause before."""
    switch = [Step("l", _mark(1, lang)) for lang in ("VI", "EN") * 15]
    turn = [Step("n", _mark(at, "EN")) for at in range(2, SECTIONS + 1)]
    both = list(_turn_and_switch())
    goals = (1.5, 0.06)
    floor = "bare app, same text"
    yield Figure("l: language, after a pause", floor, *_time(bench, switch, AT_REST), *goals)
    yield Figure("l: language, page just opened", floor, *_time(bench, both, QUIET), *goals)
    yield Figure("n: section, after a pause", floor, *_time(bench, turn, AT_REST), *goals)
    yield Figure("n: section, at once", floor, *_time(bench, turn, QUIET), *goals)


def _turn_and_switch() -> Iterator[Step]:
    lang, other = "EN", "VI"
    for at in range(2, SECTIONS + 1):
        yield Step("n", _mark(at, lang), timed=False)
        yield Step("l", _mark(at, other))
        lang, other = other, lang


def _mark(section: int, lang: str) -> str:
    """What the title bar says at a section in a language."""
    return f" {section}/{builtin_sections()}  {lang} "


@cache
def builtin_sections() -> int:
    """The number of sections in the built-in pack."""
    pack = load_pack(builtin_pack()).pack
    assert pack is not None
    return len(pack.sections)


def _time(bench: Bench, steps: Iterable[Step], rest: float) -> tuple[list[float], list[float]]:
    """Seconds of each timed step, and of the floor that shows the same text."""
    steps = list(steps)
    texts = _rehearse(bench, steps)
    ours, floor = [], []
    with _open_notes(bench) as study, bench.terminal(*FLOOR, *bench.floor_texts(*texts)) as bare:
        bare.wait_for(_mark(1, "EN"))
        for step in steps:
            study.wait_quiet(rest)
            seconds = press(study, step)
            if step.timed:
                ours.append(seconds)
                floor.append(press(bare, step))
    return ours, floor


def _rehearse(bench: Bench, steps: Iterable[Step]) -> list[str]:
    """The screens before the steps and after each timed one."""
    with _open_notes(bench) as study:
        texts = [study.screen]
        for step in steps:
            press(study, step)
            if step.timed:
                texts.append(study.screen)
    return texts


def _open_notes(bench: Bench) -> Terminal:
    """The program at the top of the first section."""
    bench.forget_place()
    terminal = bench.terminal(*STUDY)
    terminal.wait_for("Start reading")
    terminal.wait_quiet(QUIET)
    terminal.send(KEYS["enter"])
    terminal.wait_for(_mark(1, "EN"))
    terminal.wait_quiet(QUIET)
    return terminal


def press(terminal: Terminal, step: Step) -> float:
    """Seconds from a key to the last byte that it causes."""
    pressed = terminal.send(step.key)
    terminal.wait_for(step.shows)
    return terminal.wait_quiet(QUIET) - pressed
