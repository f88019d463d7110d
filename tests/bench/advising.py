"""How long the advisor thinks, and how long its screen takes from a key to what follows from it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import TypeVar

from studyapp.core.advising.advisor import Advisor
from studyapp.core.advising.decision import Decision
from studyapp.core.advising.facts import Facts, read_facts
from studyapp.library.builtin import builtin_pack
from studyapp.library.load import load_pack
from studyapp.words.advice import ADVISOR
from tests.bench.figures import Figure
from tests.bench.keys import QUIET
from tests.bench.programs import FLOOR, STUDY, Bench
from tests.terminal import KEYS, Terminal

_Asked = TypeVar("_Asked")

DECISION = "deployment"
SITUATIONS = 30
"""Situations thought about: the facts of so many scenarios, from all over the pack."""
ROUNDS = 5
"""Times that each is thought about; the median counts."""
EVERY = 8
"""Of the options that no single change helps, one of so many is asked about."""

WIDGETS = "5"
"""What the screen is made of: title, facts, what is asked, answers, keys."""
SCENARIOS = "123456789"
"""The scenarios loaded on the screen, by the digits that choose them."""
PATIENCE = 1.0
"""Seconds after which a key that changes nothing is taken to do nothing."""
RIGHT, LANGUAGE = "right: another value", "l: language, just answered"
OPEN, APPLY = "enter: open an option", "1: apply a change"
SOUGHT = (RIGHT, OPEN, APPLY)
"""Keys after which more is sought: what to ask next, and what would change the answer."""
LOSER = re.compile(r"▌ +(?:█*░+|✗) ")
"""The cursor before an option that is not the answer, and so is closed."""
FLIPS = re.compile(r" {4}1 \S")
"""A change that can be chosen by its digit."""


@dataclass(frozen=True, slots=True)
class Thought:
    """Processor seconds that one thing took to find out, situation by situation."""

    name: str
    seconds: Sequence[float]
    goal: float | None = None
    """The seconds that the median should not exceed."""

    def __str__(self) -> str:
        """One line of the table."""
        middle, p95 = median(self.seconds), quantiles(self.seconds, n=20, method="inclusive")[-1]
        goal = "" if self.goal is None else f"median <= {1000 * self.goal:g} ms"
        verdict = "" if self.goal is None else "met" if middle <= self.goal else "MISSED"
        return (
            f"{self.name:<44}{1000 * middle:>9.2f}{1000 * p95:>9.2f}{'':>18}"
            f"  {len(self.seconds):>3}  {'':<26}{goal:<24}{verdict}"
        )


def benchmarks(bench: Bench) -> Iterator[Figure | str]:
    """The engine by itself, then keys on the screen."""
    yield from map(str, _thoughts())
    yield from _screen(bench)


def _thoughts() -> Iterator[Thought]:
    decision, situations = _builtin()
    hopeless = list(_hopeless(Advisor(decision), situations))[::EVERY]

    yield Thought("advise", _seconds(decision, Advisor.advise, situations), 0.001)
    singles = _seconds(decision, Advisor.all_flips, situations)
    yield Thought("all_flips: single changes, every option", singles, 0.016)
    pairs = _seconds(decision, lambda advisor, asked: advisor.flips(*asked), hopeless)
    yield Thought("flips: pairs of changes, one option", pairs, 0.15)
    questions = _seconds(decision, Advisor.next_question, situations)
    yield Thought("next_question, all layers", questions)


def _builtin() -> tuple[Decision, list[Facts]]:
    """The built-in decision, and situations for it."""
    pack = load_pack(builtin_pack()).pack
    assert pack is not None
    decision = next(each for each in pack.decisions if each.id == DECISION)
    written = [each.facts for each in pack.scenarios if each.decision == DECISION]
    chosen = [written[at * len(written) // SITUATIONS] for at in range(SITUATIONS)]
    return decision, [read_facts(decision, facts) for facts in chosen]


def _hopeless(advisor: Advisor, situations: Iterable[Facts]) -> Iterator[tuple[Facts, str]]:
    """The options that are no answer, nor are after any single change."""
    for facts in situations:
        helped = advisor.all_flips(facts)
        winners = {option.id for layer in advisor.advise(facts).layers for option in layer.winners}
        for option in advisor.options:
            if option not in helped and option not in winners:
                yield facts, option


def _seconds(
    decision: Decision, think: Callable[[Advisor, _Asked], object], asked: Sequence[_Asked]
) -> list[float]:
    """Processor seconds for each thing asked, the median of rounds through all of them.

    Each round asks an advisor of its own, for one remembers some of what it thought.
    """
    rounds = [
        [_took(think, advisor, each) for each in asked]
        for advisor in (Advisor(decision) for _ in range(ROUNDS))
    ]
    return [median(taken) for taken in zip(*rounds, strict=True)]


def _took(think: Callable[[Advisor, _Asked], object], advisor: Advisor, asked: _Asked) -> float:
    began = time.process_time()  # of nothing but thought: other programs do not count
    think(advisor, asked)
    return time.process_time() - began


@dataclass(frozen=True, slots=True)
class Step:
    """A key, and what the answer to it shows that was not there before."""

    key: str
    shows: tuple[str, ...]
    of: str | None
    """The figure that it is timed for."""


@dataclass(slots=True)
class Rehearsal:
    """Keys tried once, to learn what each of them changes."""

    terminal: Terminal
    screen: str
    texts: list[str]
    """The first screen, and those after the steps that are timed."""
    steps: list[Step] = field(default_factory=list)

    def press(self, key: str, of: str | None = None) -> bool:
        """Press a key; False when nothing changes."""
        before, deadline = self.screen, time.perf_counter() + PATIENCE
        self.terminal.send(KEYS.get(key, key))
        while self.screen == before and time.perf_counter() < deadline:
            self.terminal.wait_quiet(QUIET)
            self.screen = self.terminal.screen
        if self.screen != before:
            self.steps.append(Step(KEYS.get(key, key), _news(before, self.screen), of))
            if of is not None:
                self.texts.append(self.screen)
        return self.screen != before

    def go_to(self, row: re.Pattern[str]) -> bool:
        """Move down until the cursor stands before such a row; False when there is none."""
        while not row.search(self.screen):
            if not self.press("down"):
                return False
        return True


@dataclass(slots=True)
class Measured:
    """Seconds of one kind of step."""

    answered: list[float] = field(default_factory=list)
    """Until the answer is on the screen."""
    settled: list[float] = field(default_factory=list)
    """Until the last frame, which may add what was sought meanwhile."""
    floor: list[float] = field(default_factory=list)


def _news(before: str, after: str) -> tuple[str, ...]:
    """Words that were not on the screen before: those under cursors, or else the first."""
    pieces = [piece.strip() for piece in re.split(r"[┃│\n]|(?=▌)", after)]
    # What has a question mark may come later than the answer.
    new = [piece for piece in pieces if piece not in before and "?" not in piece]
    return tuple(piece for piece in new if piece.startswith("▌")) or tuple(new[:1])


def _screen(bench: Bench) -> Iterator[Figure]:
    with _open_advisor(bench) as terminal:
        rehearsal = Rehearsal(terminal, terminal.screen, [terminal.screen])
        for digit in SCENARIOS:
            _visit(rehearsal, digit)
    for name, found in _perform(bench, rehearsal).items():
        floor = "bare app, same text"
        yield Figure(name, floor, found.answered, found.floor, 1.5)
        if name in SOUGHT:
            yield Figure(f"{name}, last frame", floor, found.settled, found.floor, 1.5)


def _visit(rehearsal: Rehearsal, digit: str) -> None:
    """Load a scenario, change facts of it, and open options that are not the answer."""
    rehearsal.press("s")
    rehearsal.press(digit)
    for _ in range(2):
        rehearsal.press("down")
        rehearsal.press("right", RIGHT)
        rehearsal.press("l", LANGUAGE)
    rehearsal.press("tab")
    for _ in range(2):
        if not rehearsal.go_to(LOSER):
            break
        rehearsal.press("enter", OPEN)
        if FLIPS.search(rehearsal.screen):
            rehearsal.press("1", APPLY)
            rehearsal.press("u")
        rehearsal.press("enter")
        rehearsal.press("down")
    rehearsal.press("tab")


def _perform(bench: Bench, rehearsal: Rehearsal) -> dict[str, Measured]:
    """Time the rehearsed steps, and the floor that shows the same text, by turns."""
    measured: dict[str, Measured] = {}
    texts = bench.floor_texts(*rehearsal.texts)
    floor = (*FLOOR, "--widgets", WIDGETS, *texts)
    with _open_advisor(bench) as study, bench.terminal(*floor) as bare:
        bare.wait_for(rehearsal.texts[0].splitlines()[0])
        bare.wait_quiet(QUIET)
        for step in rehearsal.steps:
            answered, settled = _press(study, step)
            if step.of is not None:
                found = measured.setdefault(step.of, Measured())
                found.answered.append(answered)
                found.settled.append(settled)
                found.floor.append(_press(bare, step)[1])
    return measured


def _press(terminal: Terminal, step: Step) -> tuple[float, float]:
    """Seconds until the answer is there, and until the last frame."""
    news = [words for words in step.shows if words not in terminal.screen]
    pressed = terminal.send(step.key)
    answered = [terminal.wait_for(words) for words in news]
    settled = terminal.wait_quiet(QUIET)
    return max(answered, default=settled) - pressed, settled - pressed


def _open_advisor(bench: Bench) -> Terminal:
    """The advisor with nothing known."""
    bench.forget_place()
    terminal = bench.terminal(*STUDY)
    terminal.wait_for(f" {ADVISOR.en} ", 60)
    terminal.wait_quiet(QUIET)
    row = re.search(rf"(\d) {ADVISOR.en} ", terminal.screen)
    assert row is not None, terminal.screen
    terminal.send(row[1])
    terminal.wait_for(" 1/4  EN ")
    terminal.wait_quiet(QUIET)
    return terminal
