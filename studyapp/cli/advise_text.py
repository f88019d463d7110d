"""Advice as typeset lines for a terminal or a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from studyapp import words as common
from studyapp.cli.advise_lists import listed, title
from studyapp.core.advising.advice import Level, Verdict
from studyapp.core.advising.facts import write_fact
from studyapp.typeset.advising import (
    Line,
    clash_lines,
    doubt_lines,
    is_silent,
    layer_line,
    limits_line,
    reason_line,
    rival_lines,
    standing_line,
    unranked_lines,
)
from studyapp.typeset.changes import fact_text, flip_text, trait_of
from studyapp.typeset.ink import Inked, ink, read
from studyapp.typeset.references import checked
from studyapp.typeset.wrap import Lines, hang, wrap
from studyapp.words import advice as words
from studyapp.words import consulting as own_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.advising.advice import Advice, Flip, LayerAdvice, Reason, Standing, WhyNot
    from studyapp.core.advising.advisor import Advisor
    from studyapp.core.advising.decision import Rule
    from studyapp.core.text import Lang, Text
    from studyapp.study.study import Study
    from studyapp.typeset.roles import Role

_INDENT: Final = "  "
_MOST_FLIPS: Final = 12
"""Changes that are listed; there can be hundreds of pairs."""
_MOST_FREEING: Final = 5


class Page:
    """A page of advice; each rule's sources are numbered as they are first named."""

    def __init__(self, study: Study, advice: Advice, lang: Lang, width: int) -> None:
        self._study = study
        self._advice = advice
        self._decision = advice.decision
        self._ranks = advice.decision.choose == "one"
        self._lang = lang
        self._width = width
        self._numbers: dict[str, int] = {}
        self._lines: Lines = title(advice.decision, lang, width)

    def facts(self) -> None:
        """Tell what is stated, assumed and computed, and what cannot hold together."""
        self._head(own_words.FACTS)
        if not self._advice.stated:
            self._say(own_words.NO_FACTS, 1, "muted")
        for known, tag in (
            (self._advice.stated, None),
            (self._advice.assumed, words.ASSUMED),
            (self._advice.derived, words.DERIVED),
        ):
            for name, fact in known.items():
                said = fact_text(trait_of(self._decision, name), fact)
                self._say(words.TAGGED.format(words=said, tag=tag) if tag else said, 1)
        for line in clash_lines(self._advice):
            self._put(line)

    def layers(self, advisor: Advisor) -> None:
        """Tell the answer of each layer, and what is worth asking next."""
        if not self._advice.stated:
            self._blank()
            for line in unranked_lines(self._advice):
                self._put(line)
        for layer in self._advice.layers if self._advice.stated else ():
            self.headline(layer)
            if is_silent(layer):
                continue
            if layer.level is Level.NONE:
                self._nothing_left(layer, advisor)
            self._standings(layer)
        asked = advisor.next_question(self._advice.stated)
        self._blank()
        if asked is None:
            self._say(words.ASK_NOTHING)
        else:
            trait = trait_of(self._decision, asked)
            self._say(own_words.ASK_NEXT.format(trait=trait.name, asks=trait.asks))

    def headline(self, layer: LayerAdvice) -> None:
        """Tell the answer of one layer."""
        self._blank()
        self._put(layer_line(layer, ranks=self._ranks))
        for line in doubt_lines(layer, self._advice):
            self._put(line)

    def why_not(self, why: WhyNot) -> None:
        """Tell why an option is not the answer."""
        self._head(words.WHY_NOT.format(option=why.standing.option.name))
        for line in rival_lines(why):
            self._put(line)
        self._reasons(why.standing.reasons)

    def flips(self, advisor: Advisor, option_id: str) -> None:
        """Tell the smallest changes under which an option is the answer."""
        self._head(words.FLIPS.format(option=advisor.options[option_id].name))
        found = advisor.flips(self._advice.stated, option_id)
        if not found:
            wins = any(
                option.id == option_id for layer in self._advice.layers for option in layer.winners
            )
            self._say(words.IS_ANSWER if wins else words.NO_FLIP, 1)
        self._flips(found, _MOST_FLIPS)

    def finished(self) -> Lines:
        """The page, with the sources at its foot."""
        self._blank()
        self._say(words.FOLLOWS, 0, "muted")
        if not self._numbers:
            return self._lines
        self._head(common.SOURCES)
        for source in self._study.sources(self._numbers).values():
            lead = f"{self._numbers[source.id]:>3}. "
            said = words.TAGGED.format(words=source.title, tag=checked(source))
            self._lines += hang(read(said[self._lang]), self._width, ink(lead, "bullet"))
            self._lines += hang(ink(source.url, "muted"), self._width, ink(" " * len(lead)))
        return self._lines

    def _standings(self, layer: LayerAdvice) -> None:
        winners = {option.id for option in layer.winners}
        best = layer.standings[0].score
        killed: dict[tuple[str, str | None], list[Standing]] = {}
        for standing in layer.standings:
            if standing.verdict is Verdict.RULED_OUT:
                reason = standing.reasons[0]
                killed.setdefault((reason.rule.id, reason.part), []).append(standing)
            elif self._ranks or standing.verdict is not Verdict.SILENT:
                self._put(standing_line(standing, best, ranks=self._ranks))
                if standing.option.id in winners:
                    self._reasons(standing.reasons)
                elif standing.verdict is Verdict.HARMS:
                    self._reasons(standing.reasons[:1])
        for alike in killed.values():
            names = (standing.option.name for standing in alike)
            said = own_words.RULED_OUT.format(options=listed(names))
            self._put(Line(said, depth=1, role="muted", hang=2))
            self._reasons(alike[0].reasons[:1])

    def _nothing_left(self, layer: LayerAdvice, advisor: Advisor) -> None:
        self._put(limits_line(layer, self._decision))
        freeing = advisor.freeing(self._advice.stated, layer.layer.id)
        if freeing:
            self._say(words.FREEING, 1)
            self._flips(freeing, _MOST_FREEING)

    def _reasons(self, reasons: Iterable[Reason]) -> None:
        for reason in reasons:
            self._put(reason_line(reason, self._decision), reason.rule)

    def _flips(self, flips: tuple[Flip, ...], most: int) -> None:
        for flip in flips[:most]:
            said = flip_text(flip, self._advice.stated, self._decision)
            facts = " ".join(
                f"{c.trait}={write_fact(trait_of(self._decision, c.trait), c.fact)}"
                for c in flip.changes
            )
            self._say(own_words.AND_FACTS.format(words=said, facts=facts), 2)
        if len(flips) > most:
            self._say(words.MORE_FLIPS.format(count=len(flips) - most), 2, "muted")

    def _put(self, line: Line, rule: Rule | None = None) -> None:
        said = line.text[self._lang]
        if rule is not None:
            numbers = sorted(
                self._numbers.setdefault(name, len(self._numbers) + 1) for name in rule.sources
            )
            said += f" [{', '.join(map(str, numbers))}]"
        lead = ink(_INDENT * line.depth)
        rest = ink(" " * (lead.cells + line.hang))
        role = cast("Role | None", line.role or None)
        self._lines += hang(read(said, role), self._width, lead, rest)

    def _say(self, said: Text, depth: int = 0, role: Role | None = None) -> None:
        self._lines += hang(read(said[self._lang], role), self._width, ink(_INDENT * depth))

    def _head(self, said: Text) -> None:
        self._blank()
        self._lines += wrap(read(said[self._lang], "heading"), self._width)

    def _blank(self) -> None:
        self._lines.append(Inked(""))
