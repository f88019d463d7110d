"""Asking for facts line by line, on a terminal, through a pipe or with a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from studyapp.cli.advise_lists import listed
from studyapp.cli.typed import listen, next_line
from studyapp.core.advising.asking import next_question
from studyapp.core.advising.facts import read_fact, show_fact, write_fact
from studyapp.core.advising.situations import Situations
from studyapp.core.errors import UsageError
from studyapp.typeset.advising import is_silent, layer_line
from studyapp.typeset.changes import trait_of
from studyapp.typeset.ink import Inked, ink, read
from studyapp.typeset.wrap import hang, wrap
from studyapp.words import advice as words
from studyapp.words import consulting as own_words

if TYPE_CHECKING:
    from studyapp.cli.opening import Printer
    from studyapp.core.advising.advice import LayerAdvice
    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.decision import Decision, Trait
    from studyapp.core.advising.facts import Fact, Facts
    from studyapp.core.text import Lang, Text

_SKIP: Final = frozenset({"", "?", "0"})
_STOP: Final = frozenset({"q", "Q"})
_UNDO: Final = frozenset({"u", "U"})


def ask(advisor: Advisor, printer: Printer, lang: Lang) -> Facts:
    """Ask what would part the winners most until nothing would, or the learner stops."""
    listen()
    return _Asking(advisor, printer, lang).run()


class _Unasked(Situations):
    """The situations of a decision, in which what was skipped counts as asked."""

    def __init__(self, decision: Decision) -> None:
        super().__init__(decision)
        self.skipped: set[str] = set()

    def unknown(self, stated: Facts) -> tuple[str, ...]:
        """The traits one could still ask for."""
        return tuple(name for name in super().unknown(stated) if name not in self.skipped)


class _Answered(NamedTuple):
    trait: str
    fact: Fact | None
    """None when it was skipped."""


class _Asking:
    """One round of questions."""

    def __init__(self, advisor: Advisor, printer: Printer, lang: Lang) -> None:
        self._advisor = advisor
        self._situations = _Unasked(advisor.decision)
        self._printer = printer
        self._lang = lang
        self._ranks = advisor.decision.choose == "one"
        self._answered: list[_Answered] = []
        self._told: dict[str, Text] = {}

    def run(self) -> Facts:
        """Ask; returns what was stated."""
        self._say(own_words.HOW_TO)
        again: str | None = None
        while (asked := again or self._next()) is not None:
            again = None
            trait = trait_of(self._advisor.decision, asked)
            self._question(trait)
            said = next_line()
            if said is None or said in _STOP:
                break
            again = self._undo() or asked if said in _UNDO else self._take(trait, said)
        else:
            self._say(own_words.NOTHING_LEFT)
        print()
        return self._facts

    @property
    def _facts(self) -> Facts:
        return {trait: fact for trait, fact in self._answered if fact is not None}

    def _next(self) -> str | None:
        self._situations.skipped = {trait for trait, fact in self._answered if fact is None}
        return next_question(self._situations, self._situations.of(self._facts))

    def _take(self, trait: Trait, said: str) -> str | None:
        """Understand an answer; returns the trait again when it is not understood."""
        try:
            fact = None if said in _SKIP else _understood(trait, said)
        except UsageError:
            told = own_words.NOT_UNDERSTOOD.format(said=said)[self._lang]
            self._printer.lines(wrap(ink(told), self._printer.room))
            return trait.id
        self._answered.append(_Answered(trait.id, fact))
        if fact is not None:
            self._tell()
        return None

    def _undo(self) -> str | None:
        """Take the last answer back; returns its trait, to be asked again."""
        if not self._answered:
            self._say(own_words.NOTHING_TO_UNDO)
            return None
        trait = self._answered.pop().trait
        self._told = {}
        name = trait_of(self._advisor.decision, trait).name
        self._say(own_words.TAKEN_BACK.format(trait=name))
        return trait

    def _tell(self) -> None:
        """Say how the layers stand whose answer has changed."""
        before, self._told = self._told, {}
        for layer in self._advisor.advise(self._facts).layers:
            if is_silent(layer) or (not layer.winners and not self._ranks):
                continue
            said = self._standing(layer)
            self._told[layer.layer.id] = said
            if before.get(layer.layer.id) != said:
                self._say(own_words.SO_FAR.format(layer=said))

    def _standing(self, layer: LayerAdvice) -> Text:
        if self._ranks:
            return layer_line(layer, ranks=True).text
        names = listed(option.name for option in layer.winners)
        return words.WINNER.format(layer=layer.layer.name, option=names)

    def _question(self, trait: Trait) -> None:
        lang, width = self._lang, self._printer.room
        lines = [Inked(""), *wrap(read(f"{trait.name[lang]}: {trait.asks[lang]}", "strong"), width)]
        for number, (name, means) in enumerate(_offered(trait), 1):
            said = name[lang] if means is None else f"{name[lang]}: {means[lang]}"
            lines += hang(read(said), width, ink(f"{number:>4} "))
        lines += hang(ink(own_words.UNKNOWN[lang]), width, ink("   0 "))
        if trait.unit is not None:
            example = write_fact(trait, 7.0)
            said = own_words.OTHER_NUMBER.format(example=example)[lang]
            lines += hang(ink(said, "muted"), width, ink("     "))
        self._printer.lines(lines)

    def _say(self, said: Text) -> None:
        self._printer.lines(wrap(read(said[self._lang]), self._printer.room))


def _offered(trait: Trait) -> list[tuple[Text, Text | None]]:
    """What can be chosen by its number, from 1, with what it means."""
    if trait.unit is None:
        return [(value.name, value.means) for value in trait.values]
    return [(show_fact(trait, read_fact(trait, choice)), None) for choice in trait.choices]


def _understood(trait: Trait, said: str) -> Fact:
    """A number of what is offered, or anything `read_fact` understands; raises UsageError."""
    choices = [value.id for value in trait.values] or trait.choices
    if said in map(str, range(1, len(choices) + 1)):
        return read_fact(trait, choices[int(said) - 1])
    return read_fact(trait, said)
