"""What ``studyapp advise --json`` prints.

Without a decision the document is ``{"decisions": [{id, title}]}``; with ``--list``
``{decision, title, question, choose, layers: [{id, name, means}], traits: [{id, name, asks, unit,
choices, assume, derived_from, values: [{id, name, means}]}], options: [{id, layer, name,
means}]}``. Advice is::

    {decision, title,
     facts: {stated, assumed, derived},       by trait: the id of a value, or a number in its unit
     layers: [{id, name, level, step, winners, rests_on,
               options: [{id, name, score: {strong, qualifier, weak, fewer_parts} | null, verdict,
                          reasons: [{rule, effect, strength, part, assumed, exam_lag, because,
                                     see, sources}]}]}],
     clashes: [because],
     next_question: trait | null,
     sources: [{id, title, url, checked_at, via}]}

``level`` is clear, leaning, tie, silent or none; ``step`` is limits, strong, qualifier, weak, parts
or null; ``verdict`` is applies, no-help, harms, ruled-out or silent; ``effect`` is rules-out, for,
against or warns. Options stand best first. ``--why-not`` adds ``why_not: {option, rivals, step}``,
``--flips`` adds ``flips: {option, ways: [{level, changes: [{trait, fact, written}]}]}``.
Every title, name, meaning and because is ``{"en": …, "vi": …}``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.cli.documents import Document, sources_listed
from studyapp.core.advising.facts import write_fact
from studyapp.typeset.advice_page import source_ids
from studyapp.typeset.changes import trait_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.core.advising.advice import LayerAdvice, Reason, Standing
    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.decision import Decision, Trait
    from studyapp.core.advising.facts import Facts
    from studyapp.core.text import Text
    from studyapp.study.study import Study


def index(decisions: Mapping[str, Text]) -> Document:
    """Every decision."""
    return {"decisions": [{"id": id_, "title": title} for id_, title in decisions.items()]}


def description(decision: Decision) -> Document:
    """What can be stated for a decision, and its options."""
    return {
        "decision": decision.id,
        "title": decision.title,
        "question": decision.question,
        "choose": decision.choose,
        "layers": [
            {"id": each.id, "name": each.name, "means": each.means} for each in decision.layers
        ],
        "traits": [_trait(each) for each in decision.traits],
        "options": [
            {"id": each.id, "layer": each.layer, "name": each.name, "means": each.means}
            for each in decision.options
        ],
    }


def document(
    advisor: Advisor, facts: Facts, study: Study, why_not: str | None, flips: str | None
) -> Document:
    """The advice, with what is asked about single options."""
    advice = advisor.advise(facts)
    decision = advisor.decision
    found: Document = {
        "decision": decision.id,
        "title": decision.title,
        "facts": {"stated": facts, "assumed": advice.assumed, "derived": advice.derived},
        "layers": [_layer(layer) for layer in advice.layers],
        "clashes": [decision.impossible[index].because for index in advice.clashes],
        "next_question": advisor.next_question(facts),
        "sources": sources_listed(study.sources(source_ids(advice))),
    }
    if why_not:
        why = advisor.why_not(facts, why_not)
        rivals = [standing.option.id for standing in why.rivals]
        found["why_not"] = {"option": why_not, "rivals": rivals, "step": why.step}
    if flips:
        ways = [
            {
                "level": flip.level,
                "changes": [
                    {
                        "trait": change.trait,
                        "fact": change.fact,
                        "written": write_fact(trait_of(decision, change.trait), change.fact),
                    }
                    for change in flip.changes
                ],
            }
            for flip in advisor.flips(facts, flips)
        ]
        found["flips"] = {"option": flips, "ways": ways}
    return found


def _trait(trait: Trait) -> Document:
    return {
        "id": trait.id,
        "name": trait.name,
        "asks": trait.asks,
        "unit": trait.unit,
        "choices": trait.choices,
        "assume": trait.assume,
        "derived_from": trait.derived.inputs if trait.derived else (),
        "values": [
            {"id": value.id, "name": value.name, "means": value.means} for value in trait.values
        ],
    }


def _layer(layer: LayerAdvice) -> Document:
    return {
        "id": layer.layer.id,
        "name": layer.layer.name,
        "level": layer.level,
        "step": layer.step,
        "winners": [option.id for option in layer.winners],
        "rests_on": layer.rests_on,
        "options": [_standing(standing) for standing in layer.standings],
    }


def _standing(standing: Standing) -> Document:
    return {
        "id": standing.option.id,
        "name": standing.option.name,
        "score": None if standing.score is None else standing.score._asdict(),
        "verdict": standing.verdict,
        "reasons": [_reason(reason) for reason in standing.reasons],
    }


def _reason(reason: Reason) -> Document:
    return {
        "rule": reason.rule.id,
        "effect": reason.effect,
        "strength": reason.strength,
        "part": reason.part,
        "assumed": reason.assumed,
        "exam_lag": reason.rule.exam_lag,
        "because": reason.rule.because,
        "see": reason.rule.see,
        "sources": reason.rule.sources,
    }
