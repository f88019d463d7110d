"""What the advisor answers, as lines for screen and print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.core.advising.advice import Level, Verdict
from studyapp.core.advising.contrast import clashing
from studyapp.core.text import Lang, Text
from studyapp.typeset.changes import fact_text, flip_text, trait_of
from studyapp.words import advice as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.core.advising.advice import (
        Advice,
        Flip,
        LayerAdvice,
        Mention,
        Reason,
        Score,
        Standing,
        WhyNot,
    )
    from studyapp.core.advising.decision import Decision
    from studyapp.core.advising.facts import Facts

_FULL: Final = 6
"""Cells of the longest bar."""
_NAMED: Final = 3
"""Options alike that an answer names; more are counted."""
_SIGNS: Final = {
    ("rules-out", None): "✗ ",
    ("for", "strong"): "++",
    ("for", "weak"): "+ ",
    ("against", "strong"): "−−",
    ("against", "weak"): "− ",
    ("warns", None): "! ",
}
_MARKS: Final = {
    Verdict.APPLIES: "✓",
    Verdict.NO_HELP: "·",
    Verdict.HARMS: "✗",
    Verdict.RULED_OUT: "✗",
    Verdict.SILENT: " ",
}


class Line(NamedTuple):
    """One thing to say, with what it is about."""

    text: Text
    about: str = ""
    """``layer:ID``, ``option:ID``, ``rule:ID`` or ``flip:NUMBER``; empty for words by the way."""
    depth: int = 0
    """How far inside another it stands."""
    role: str = ""
    """The typesetter's role of the text."""
    hang: int = 0
    """Cells of the sign it begins with, under which later lines leave blanks."""


def is_silent(advice: LayerAdvice) -> bool:
    """Whether no fact speaks of any option of a layer."""
    return all(standing.verdict is Verdict.SILENT for standing in advice.standings)


def layer_line(advice: LayerAdvice, *, ranks: bool) -> Line:
    """The answer of one layer, and how sure it is."""
    silent = is_silent(advice)
    if not advice.winners or not ranks:
        headline: Text = advice.layer.name
    else:
        many = len(advice.winners) > _NAMED
        names = (
            words.ALIKE_COUNT.format(count=len(advice.winners))
            if many
            else listed(option.name for option in advice.winners)
        )
        headline = words.WINNER.format(layer=advice.layer.name, option=names)
    level: Text = words.LEVELS[advice.level]
    if advice.level is Level.SILENT and not silent:
        level = words.NOTHING_FOR
    if advice.step is not None:
        level = words.WITH_STEP.format(level=level, step=words.STEPS[advice.step])
    said = headline
    if ranks or silent:
        said = words.LAYER_LEVEL.format(headline=headline, level=level)
    return Line(said, f"layer:{advice.layer.id}", 0, "heading")


def standing_line(standing: Standing, best: Score | None, *, ranks: bool) -> Line:
    """One option with a bar, or with what is said of it alone."""
    about = f"option:{standing.option.id}"
    name = standing.option.name
    if not ranks:
        mark = _MARKS[standing.verdict]
        verdict = words.VERDICTS[standing.verdict]
        said = Text(*(f"{mark} {name[lang]} · {verdict[lang]}" for lang in Lang))
        return Line(said, about, 1, "" if standing.verdict is Verdict.APPLIES else "muted", 2)
    score = standing.score
    bar = f"{'✗':<{_FULL}}" if score is None else _bar(score, best or score)
    said = Text(*(f"{bar} {name[lang]}" for lang in Lang))
    return Line(said, about, 1, "muted" if score is None else "", _FULL + 1)


def effect_sign(said: Reason | Mention) -> str:
    """The sign of what a rule does to an option."""
    return _SIGNS[said.effect, said.strength].strip()


def reason_line(reason: Reason, decision: Decision) -> Line:
    """A rule and what it does to an option."""
    key = (reason.effect, reason.strength)
    said = reason.rule.because
    if reason.part is not None:
        part = next(option.name for option in decision.options if option.id == reason.part)
        said = words.OF_PART.format(reason=said, part=part)
    tags = [words.EFFECTS[key]]
    if reason.rule.exam_lag:
        tags.append(words.NEWER)
    if reason.assumed:
        tags.append(words.ASSUMED)
    told = Text(
        *(f"{_SIGNS[key]} [{', '.join(tag[lang] for tag in tags)}] {said[lang]}" for lang in Lang)
    )
    return Line(told, f"rule:{reason.rule.id}", 2, "", len(_SIGNS[key]) + 1)


def advice_lines(advice: Advice) -> Iterator[Line]:
    """Every layer with its options, and the reasons of those that win."""
    ranks = advice.decision.choose == "one"
    if not advice.stated:
        yield from unranked_lines(advice)
        return
    yield from clash_lines(advice)
    for layer in advice.layers:
        yield layer_line(layer, ranks=ranks)
        if is_silent(layer):
            continue
        yield from doubt_lines(layer, advice)
        winners = {option.id for option in layer.winners}
        best = layer.standings[0].score
        for standing in layer.standings:
            if not ranks and standing.verdict is Verdict.SILENT:
                continue
            yield standing_line(standing, best, ranks=ranks)
            shown = standing.reasons if standing.option.id in winners else ()
            if standing.verdict in {Verdict.RULED_OUT, Verdict.HARMS}:
                shown = standing.reasons[:1]
            yield from (reason_line(reason, advice.decision) for reason in shown)


def unranked_lines(advice: Advice) -> Iterator[Line]:
    """That nothing is stated, and the options as they are written."""
    yield Line(words.NOTHING_STATED)
    for layer in advice.layers:
        yield Line(layer.layer.name, f"layer:{layer.layer.id}", 0, "heading")
        for option in advice.decision.options:
            if option.layer == layer.layer.id:
                yield Line(option.name, f"option:{option.id}", 1)


def clash_lines(advice: Advice) -> Iterator[Line]:
    """What is known that cannot hold together, and why."""
    known = {**advice.derived, **advice.assumed, **advice.stated}
    for index in advice.clashes:
        clash = advice.decision.impossible[index]
        facts = listed(fact_text(trait_of(advice.decision, n), known[n]) for n in clash.when)
        said = words.CLASH.format(why=clash.because)
        yield Line(words.CLASH_FACTS.format(clash=said, facts=facts), role="notice.trap")


def limits_line(layer: LayerAdvice, decision: Decision) -> Line:
    """The traits whose limits leave no option of a layer."""
    names = listed(trait_of(decision, name).name for name in clashing(layer))
    return Line(words.LIMITS_CLASH.format(traits=names), "", 1, "notice.trap")


def doubt_lines(layer: LayerAdvice, advice: Advice) -> Iterator[Line]:
    """The assumptions without which a layer would answer otherwise."""
    if layer.rests_on:
        facts = listed(
            fact_text(trait_of(advice.decision, name), advice.assumed[name])
            for name in layer.rests_on
        )
        yield Line(words.RESTS_ON.format(facts=facts), "", 1, "notice.info")


def why_not_lines(why: WhyNot, decision: Decision) -> Iterator[Line]:
    """What rules an option out or stands better, and every reason that speaks of it."""
    yield Line(words.WHY_NOT.format(option=why.standing.option.name), role="heading")
    yield from rival_lines(why)
    yield from (reason_line(reason, decision) for reason in why.standing.reasons)


def rival_lines(why: WhyNot) -> Iterator[Line]:
    """The option that stands better or alike, or that there is none."""
    if not why.rivals and why.standing.verdict not in {Verdict.RULED_OUT, Verdict.HARMS}:
        yield Line(words.IS_ANSWER, "", 1)
    for rival in why.rivals[:1]:
        said = (
            words.ALIKE.format(option=rival.option.name)
            if why.step is None
            else words.OUTWEIGHED.format(option=rival.option.name, step=words.STEPS[why.step])
        )
        yield Line(said, f"option:{rival.option.id}", 1)


def flip_lines(flips: Iterable[Flip], stated: Facts, decision: Decision) -> Iterator[Line]:
    """Changes of facts, numbered in the order given; none is said too."""
    empty = True
    for number, flip in enumerate(flips):
        empty = False
        yield Line(flip_text(flip, stated, decision), f"flip:{number}", 1)
    if empty:
        yield Line(words.NO_FLIP, "", 1)


def listed(names: Iterable[Text]) -> Text:
    """Names one after the other."""
    known = list(names)
    return Text(*(", ".join(name[lang] for name in known) for lang in Lang))


def _bar(score: Score, best: Score) -> str:
    """A bar as long as an option is near the best one; its worth is in the order, not the length.

    One cell is lost for each strong concern behind, at least one for anything less.
    """
    behind = best.strong - score.strong
    if behind == 0 and score != best:
        behind = 1
    return ("█" * max(1, _FULL - behind)).ljust(_FULL, "░")
