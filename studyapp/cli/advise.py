"""`studyapp advise`: what the advisor answers, as text or as a document for programs."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from studyapp.cli import advise_json, advise_lists
from studyapp.cli.advise_text import Page
from studyapp.cli.asking import ask
from studyapp.cli.documents import print_document
from studyapp.cli.opening import Printer, opened, pairs
from studyapp.core.advising.facts import FactError, read_fact, read_facts, write_fact
from studyapp.core.errors import ContentError, UsageError
from studyapp.core.fold import fold
from studyapp.core.text import Lang
from studyapp.words import advice as words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Mapping

    from studyapp.cli.opening import Opened
    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.decision import Decision
    from studyapp.core.advising.facts import Facts
    from studyapp.core.text import Text


def advise(asked: Namespace) -> int:
    """List the decisions, tell what one asks, ask it, or print its advice; returns 0."""
    at = opened(asked)
    decisions = at.study.decisions
    if not decisions:
        raise ContentError(words.NO_DECISIONS[at.lang])
    if asked.name is None:
        _list(asked, decisions, at.lang)
        return 0
    advisor = at.study.advisor(named(asked.name, decisions, "decision"))
    decision = advisor.decision
    facts = _understood(decision, asked.given, at.lang)
    options = {option.id: option.name for option in decision.options}
    why_not, flips = (
        None if name is None else named(name, options, "option")
        for name in (asked.why_not, asked.flips)
    )
    if asked.list:
        _describe(decision, at.lang, as_json=asked.json)
    elif asked.json:
        print_document(advise_json.document(advisor, facts, at.study, why_not, flips))
    elif why_not or flips:
        _contrast(at, advisor, facts, why_not, flips)
    elif facts:
        _answer(at, advisor, facts, Printer())
    else:
        printer = Printer(plain=True)  # a conversation is read aloud, or through a pipe
        _answer(at, advisor, ask(advisor, printer, at.lang), printer)
    return 0


def _understood(decision: Decision, given: Iterable[str], lang: Lang) -> Facts:
    try:
        return read_facts(decision, pairs(given, _example(decision)))
    except FactError as refused:
        raise UsageError(refused.said[lang]) from None


def _list(asked: Namespace, decisions: Mapping[str, Text], lang: Lang) -> None:
    if asked.why_not is not None or asked.flips is not None:
        raise UsageError(f"say for which decision: {', '.join(decisions)}")
    if asked.json:
        print_document(advise_json.index(decisions))
    else:
        printer = Printer()
        printer.lines(advise_lists.index(decisions, lang, printer.room))


def _describe(decision: Decision, lang: Lang, *, as_json: bool) -> None:
    if as_json:
        print_document(advise_json.description(decision))
    else:
        printer = Printer()
        printer.lines(advise_lists.description(decision, lang, printer.room))


def _answer(at: Opened, advisor: Advisor, facts: Facts, printer: Printer) -> None:
    page = Page(at.study, advisor.advise(facts), at.lang, printer.room)
    page.facts()
    page.layers(advisor)
    printer.lines(page.finished())


def _contrast(
    at: Opened, advisor: Advisor, facts: Facts, why_not: str | None, flips: str | None
) -> None:
    printer, advice = Printer(), advisor.advise(facts)
    page = Page(at.study, advice, at.lang, printer.room)
    page.facts()
    layers = (advisor.options[name].layer for name in (why_not, flips) if name)
    for layer in dict.fromkeys(layers):
        page.headline(advice.layer(layer))
    if why_not:
        page.why_not(advisor.why_not(facts, why_not))
    if flips:
        page.flips(advisor, flips)
    printer.lines(page.finished())


def named(name: str, known: Mapping[str, Text], kind: str) -> str:
    """Find what is meant by an id or a name; raises UsageError naming the nearest ones."""
    if name in known:
        return name
    wanted = fold(name)
    found = [id_ for id_, text in known.items() if wanted in {fold(text[lang]) for lang in Lang}]
    if len(found) == 1:
        return found[0]
    holding = [id_ for id_ in known if wanted and wanted in id_]
    near = dict.fromkeys([*holding, *get_close_matches(wanted, known, 3, 0.4)])
    offered = list(near)[:3] or list(known)
    raise UsageError(f"there is no {kind} `{name}`; nearest: {', '.join(offered)}")


def _example(decision: Decision) -> str:
    """A fact that could be stated."""
    trait = decision.traits[0]
    choice = trait.values[0].id if trait.values else (trait.choices or (1.0,))[0]
    return f"{trait.id}={write_fact(trait, read_fact(trait, choice))}"
