"""Why an option is right or wrong, as lines: rules, what is easily believed, changes of facts."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Final

from studyapp.core.advising.advice import Level
from studyapp.core.questions.grading import Outcome
from studyapp.core.questions.judging import Fall
from studyapp.typeset.changes import change_text
from studyapp.typeset.ink import Inked, ink, join, read
from studyapp.typeset.wrap import Lines, hang, wrap
from studyapp.words import advice
from studyapp.words import explaining as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.core.advising.decision import Rule
    from studyapp.core.questions.explaining import Explained
    from studyapp.core.questions.ways import Way
    from studyapp.core.text import Lang, Text
    from studyapp.typeset.explained import Told

_INDENT: Final = Inked("  ")


def reason_lines(each: Explained, told: Told, width: int) -> Iterator[Inked]:
    """The rules, what is easily believed, and what would make a wrong one right."""
    is_open, lang = each.id in told.opened, told.lang
    if each.is_key:
        for reason in each.reasons if is_open else each.reasons[:1]:
            yield from _rule(words.RULE, reason.rule, told, width)
        return
    if each.fall is not None:
        said = words.FALLS[each.fall.value]
        if each.layer is not None:
            said = words.IN_LAYER.format(said=said, layer=each.layer.name)
        if each.rule is not None:
            yield from _rule(said, each.rule, told, width)
        elif each.fall is Fall.QUALIFIER:
            yield from _labelled(said, words.QUALIFIED, lang, width)
    if is_open:
        others = (r.rule for r in each.reasons if r.rule is not each.rule)
        for other in others:
            yield from _rule(words.RULE, other, told, width)
    if each.misconception is not None and (is_open or each.outcome is Outcome.PICKED_WRONG):
        told_truth = words.IN_TRUTH.format(
            belief=each.misconception.belief, truth=each.misconception.truth
        )
        yield from _labelled(words.BELIEF, told_truth, lang, width)
    yield from _ways(each, told, width)


def _ways(each: Explained, told: Told, width: int) -> Iterator[Inked]:
    """The changes of facts that would make a wrong answer right."""
    if not each.failing:  # it proposes nothing that the rules know
        return
    lang, is_open, is_sought = told.lang, each.id in told.opened, each.id in told.sought
    found = _said_of(told, told.explanation.ways(each.id))
    if not found and is_open and is_sought:
        found = _said_of(told, told.explanation.pairs(each.id))
    for number, way in enumerate(found if is_open else found[:1]):
        yield from _labelled(words.OR if number else words.WAYS, way, lang, width)
    if not found:
        seeking = words.NO_WAYS if is_sought else words.SEEKING
        yield from wrap(ink((seeking if is_open else words.NO_WAY)[lang], "muted"), width)
    elif not is_open and len(found) > 1:
        more = words.MORE_WAYS.format(count=len(found) - 1)
        yield from hang(ink(more[lang], "muted"), width, _INDENT)


def _said_of(told: Told, ways: Sequence[Way]) -> tuple[Text, ...]:
    """Changes in words, each once; how sure the answer would be, unless it would be clear."""
    if (judged := told.explanation.judged) is None:
        return ()
    found: dict[Text, None] = {}
    for flip, winner in ways:
        changes = (
            change_text(judged.advisor.decision, c.trait, judged.facts.get(c.trait), c.fact)
            for c in flip.changes
        )
        said = reduce(lambda one, other: advice.TOGETHER.format(one=one, other=other), changes)
        if flip.level is not Level.CLEAR:
            said = advice.TAGGED.format(words=said, tag=advice.LEVELS[flip.level])
        if winner.parts:
            said = words.AS_PART.format(way=said, whole=winner.name)
        found[said] = None
    return tuple(found)


def _rule(label: Text, said: Rule, told: Told, width: int) -> Lines:
    numbers = {id_: number for number, id_ in enumerate(told.sources, start=1)}
    cited = [id_ for id_ in said.sources if id_ in numbers]
    body = read(said.because[told.lang])
    if cited:
        date = min(told.sources[id_].checked_at for id_ in cited)
        number = ", ".join(map(str, sorted(numbers[id_] for id_ in cited)))
        cite = words.CITED.format(number=number, date=date.isoformat())
        body = join((body, ink(cite[told.lang], "source")), " ")
    return _labelled_ink(label, body, told.lang, width)


def left_out_lines(told: Told, width: int) -> Iterator[Inked]:
    """What would be better still than the key, and why it is not offered."""
    for each in told.explanation.left_out:
        if each.option is not None:
            label = words.NOT_OFFERED.format(option=each.option.name)
            yield from _labelled(label, each.why, told.lang, width)


def _labelled(label: Text, said: Text, lang: Lang, width: int) -> Lines:
    return _labelled_ink(label, read(said[lang]), lang, width)


def _labelled_ink(label: Text, said: Inked, lang: Lang, width: int) -> Lines:
    return hang(join((ink(f"{label[lang]}: ", "strong"), said)), width, Inked(""), _INDENT)
