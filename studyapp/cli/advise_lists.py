"""What the advisor answers and what one can state, as typeset lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.advising.facts import read_fact, show_fact, write_fact
from studyapp.core.text import Lang, Text
from studyapp.typeset.ink import Inked, ink, join, read
from studyapp.typeset.wrap import Lines, hang, wrap
from studyapp.words import consulting as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from studyapp.core.advising.decision import Decision, Trait

_BLANK: Final = Inked("")
_INDENT: Final = "  "


def index(decisions: Mapping[str, Text], lang: Lang, width: int) -> Lines:
    """Every decision, with how to ask it."""
    lines = wrap(ink(words.DECISIONS[lang], "title"), width)
    for id_, title in decisions.items():
        lines += [_BLANK, *wrap(read(title[lang], "heading"), width)]
        lines += hang(ink(f"studyapp advise {id_}", "code"), width, ink(_INDENT))
    return lines


def description(decision: Decision, lang: Lang, width: int) -> Lines:
    """What can be stated for a decision, and its options."""
    lines = title(decision, lang, width)
    lines += [_BLANK, *wrap(ink(words.TRAITS[lang], "heading"), width)]
    for trait in decision.traits:
        head = join((ink(f"{trait.id}: ", "code"), read(trait.name[lang], "strong")))
        lines += hang(join((head, read(f". {trait.asks[lang]}"))), width, ink(_INDENT))
        for value in trait.values:
            said = f"{value.id}: {value.name[lang]}. {value.means[lang]}"
            lines += hang(read(said), width, ink(_INDENT * 2), ink(_INDENT * 3))
        for told in _unstated(trait):
            lines += hang(ink(told[lang], "muted"), width, ink(_INDENT * 2))
    lines += [_BLANK, *wrap(ink(words.OPTIONS[lang], "heading"), width)]
    for layer in decision.layers:
        lines += hang(read(layer.name[lang], "strong"), width, ink(_INDENT))
        for option in decision.options:
            if option.layer == layer.id:
                said = f"{option.id}: {option.name[lang]}. {option.means[lang]}"
                lines += hang(read(said), width, ink(_INDENT * 2), ink(_INDENT * 3))
    return lines


def _unstated(trait: Trait) -> Iterator[Text]:
    """What a number can be, and what is taken while nothing is stated."""
    if trait.unit is not None:
        numbers = (read_fact(trait, choice) for choice in trait.choices)
        examples = ", ".join(write_fact(trait, number) for number in numbers)
        yield words.FOR_EXAMPLE.format(examples=examples or f"10 {trait.unit}")
    if trait.assume is not None:
        yield words.ASSUMED.format(fact=show_fact(trait, trait.assume))
    if trait.derived is not None:
        yield words.COMPUTED.format(traits=", ".join(trait.derived.inputs))


def title(decision: Decision, lang: Lang, width: int) -> Lines:
    """The title of a decision and its question."""
    return [
        *wrap(read(decision.title[lang], "title"), width),
        *wrap(read(decision.question[lang]), width),
    ]


def listed(names: Iterable[Text]) -> Text:
    """Names one after the other."""
    known = list(names)
    return Text(*(", ".join(name[lang] for name in known) for lang in Lang))
