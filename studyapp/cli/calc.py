"""`studyapp calc`: the calculators as text, or as a document for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.cli import calc_json
from studyapp.cli.documents import Document, print_document
from studyapp.cli.opening import Printer, opened, pairs
from studyapp.core.errors import UsageError
from studyapp.study.calculations import (
    CALCULATORS,
    InputError,
    calculate,
    calculator,
    choices,
)
from studyapp.typeset.ink import Inked, ink
from studyapp.typeset.wrap import hang, wrap
from studyapp.ui.answers import answer_lines
from studyapp.words import calculators as words

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Mapping

    from studyapp.core.figures import FiguresFile
    from studyapp.core.pack import Source
    from studyapp.core.text import Lang, Text
    from studyapp.study.calculations import Calculator, Input, Result
    from studyapp.typeset.wrap import Lines

_HEIGHT: Final = 24
"""Lines that the answer and its plot may take together."""
_OFFERED: Final = 6
_BLANK: Final = Inked("")


def calc(asked: Namespace) -> int:
    """List the calculators, tell what one takes, or print its result; returns 0."""
    study, lang = opened(asked)
    try:
        if asked.name is None:
            _put(calc_json.index() if asked.json else _list(lang))
            return 0
        chosen = calculator(asked.name)
        if not asked.given:
            figures = study.figures
            needed = calc_json.needs(chosen, figures) if asked.json else None
            _put(needed or _needed(chosen, figures, lang))
            return 0
        written = pairs(asked.given, chosen.example.partition(" ")[0])
        result = calculate(chosen.id, written, study.figures)
    except InputError as refused:
        raise UsageError(refused.said[lang]) from None
    sources = study.sources(result.sources)
    document = calc_json.document(result, sources) if asked.json else None
    _put(document or _answer(chosen, result, sources, lang))
    return 0


def _put(shown: Lines | Document) -> None:
    if isinstance(shown, dict):
        print_document(shown)
    else:
        Printer().lines(shown)


def _room() -> int:
    return Printer().room


def _list(lang: Lang) -> Lines:
    width = _room()
    lines = wrap(ink(words.CALCULATORS[lang], "title"), width)
    for each in CALCULATORS.values():
        lines += [_BLANK, *wrap(ink(f"{each.id} · {each.name[lang]}", "heading"), width)]
        lines += hang(ink(each.answers[lang]), width, ink("  "))
        lines += hang(ink(_command(each), "code"), width, ink("  "))
    return lines


def _needed(chosen: Calculator, figures: FiguresFile, lang: Lang) -> Lines:
    width = _room()
    lines = wrap(ink(chosen.name[lang], "title"), width)
    lines += [*wrap(ink(chosen.answers[lang]), width), _BLANK]
    lines += wrap(ink(words.TAKES[lang], "heading"), width)
    for each in chosen.inputs:
        lines += hang(ink(f"{each.id}: {each.name[lang]}", "strong"), width, ink("  "))
        told = [each.means[lang], *(said[lang] for said in _offers(each, figures))]
        lines += hang(ink("; ".join(told)), width, ink("    "))
    lines += [_BLANK, *wrap(ink(words.EXAMPLE[lang], "heading"), width)]
    return lines + hang(ink(_command(chosen), "code"), width, ink("  "))


def _offers(asked: Input, figures: FiguresFile) -> Iterable[Text]:
    """What can be written, and what is taken by default."""
    offered = [choice.written for choice in choices(asked, figures)]
    if offered:
        more = ", …" if len(offered) > _OFFERED else ""
        listed = ", ".join(offered[:_OFFERED]) + more
        yield (words.VALUES if asked.values else words.OFFERS).format(offers=listed)
    default = offered[0] if asked.default == "first" and offered else asked.default
    if default is not None:
        yield words.BY_DEFAULT.format(value=default)


def _command(chosen: Calculator) -> str:
    return f"studyapp calc {chosen.id} {chosen.example}"


def _answer(chosen: Calculator, result: Result, sources: Mapping[str, Source], lang: Lang) -> Lines:
    width = _room()
    lines = [*wrap(ink(chosen.name[lang], "title"), width), _BLANK]
    lines += wrap(ink(words.INPUTS[lang], "heading"), width)
    for given in result.given:
        said = words.INPUT_FROM.format(
            name=given.input.name, value=given.value, origin=words.ORIGINS[given.origin]
        )
        lines += hang(ink(said[lang]), width, ink("  "))
    lines += [_BLANK, *wrap(ink(words.RESULT[lang], "heading"), width)]
    return lines + answer_lines(result, sources, lang, width, _HEIGHT)
