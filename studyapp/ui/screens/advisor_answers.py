"""The answers of a consultation as rows: layers, options ranked, and what is open inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.advising.advice import Level, Verdict
from studyapp.core.text import Text
from studyapp.typeset.advising import (
    clash_lines,
    doubt_lines,
    is_silent,
    layer_line,
    limits_line,
    standing_line,
)
from studyapp.ui.screens.advisor_option import flip_rows, inside
from studyapp.ui.widgets.entries import Entry
from studyapp.words import advice as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from studyapp.core.advising.advice import LayerAdvice, Score, Standing
    from studyapp.core.pack import Source
    from studyapp.study.advice import Consultation
    from studyapp.ui.screens.advisor_unfolded import Unfolded

_BEST: Final = 5
"""Options of a layer that are shown before the others are asked for."""
_OPEN: Final = 3
"""Winners of a layer that show their reasons without being asked."""
_FEW: Final = 3
"""Options ruled out that are shown without being asked for."""


class Answers:
    """Composes the rows of one moment."""

    def __init__(
        self, talk: Consultation, unfolded: Unfolded, sources: Mapping[str, Source]
    ) -> None:
        self._talk = talk
        self._unfolded = unfolded
        self._sources = sources
        self._ranks = talk.decision.choose == "one"
        self._numbered = self._takes_digits()

    def rows(self) -> Iterator[Entry]:
        """Everything that is said now."""
        yield from self._scenario()
        if not self._talk.facts:
            yield from self._unranked()
            return
        for line in clash_lines(self._talk.advice):
            yield Entry(line.text, sign="⚠ ", sign_role="notice.trap", manner="notice.trap")
        for layer in self._talk.advice.layers:
            yield from self._layer(layer)
        yield Entry(words.FOLLOWS, manner="muted")

    def _unranked(self) -> Iterator[Entry]:
        """With nothing stated: what to ask first, and the options as they are written."""
        talk = self._talk
        yield Entry(words.NOTHING_STATED, manner="emphasis")
        if (asked := talk.findings.question()) is not None:
            trait = talk.traits[asked]
            said = words.ASK_NEXT.format(trait=trait.name)
            yield Entry(said, f"ask:{asked}", note=trait.asks, manner="notice.exam")
        for layer in talk.advice.layers:
            row, standings = f"layer:{layer.layer.id}", {s.option.id: s for s in layer.standings}
            is_open = self._unfolded.shows(row, by_itself=True)
            yield self._heading(layer.layer.name, row, is_open=is_open)
            for option in talk.decision.options if is_open else ():
                if option.id in standings:
                    yield from self._neutral(standings[option.id])

    def _neutral(self, standing: Standing) -> Iterator[Entry]:
        option = standing.option
        row = f"option:{option.id}"
        is_open = self._unfolded.shows(row)
        yield Entry(option.name, row, sign="· ", depth=1, tag=self._tag(option.id))
        if is_open:
            yield from self._inside(standing)

    def _heading(self, said: Text, row: str, *, is_open: bool, is_dim: bool = False) -> Entry:
        sign = "▾ " if is_open else "▸ "
        return Entry(said, row, sign=sign, manner="muted" if is_dim else "heading")

    def _takes_digits(self) -> str | None:
        """The row of the option, or of the layer with nothing left, whose changes digits choose."""
        asked = self._unfolded.asked
        if asked is not None and not self._talk.findings.wins(asked):
            return f"option:{asked}"
        layers = self._talk.advice.layers
        return next((f"layer:{e.layer.id}" for e in layers if e.level is Level.NONE), None)

    def _scenario(self) -> Iterator[Entry]:
        scenario = self._talk.scenario
        if scenario is not None:
            same = self._talk.is_as_written
            title = words.SCENARIO if same else words.SCENARIO_CHANGED
            because = scenario.because if same else None
            said = title.format(title=scenario.title)
            yield Entry(said, "scenario", note=because, sign="▪ ", manner="strong")

    def _layer(self, layer: LayerAdvice) -> Iterator[Entry]:
        row = f"layer:{layer.layer.id}"
        silent = is_silent(layer)
        is_open = self._unfolded.shows(row, by_itself=not silent)
        said = layer_line(layer, ranks=self._ranks).text
        yield self._heading(said, row, is_open=is_open, is_dim=silent)
        if not is_open:
            return
        if layer.level is Level.TIE:
            yield Entry(self._parting(layer.layer.id), depth=1, manner="notice.info")
        for line in doubt_lines(layer, self._talk.advice):
            yield Entry(line.text, depth=1, manner="notice.info")
        if layer.level is Level.NONE:
            yield from self._freeing(layer)
        yield from self._options(layer)

    def _parting(self, layer_id: str) -> Text:
        """What would decide a tie; it is found after the rest is shown, so it has its line."""
        findings = self._talk.findings
        asked = findings.question(layer_id)
        if asked is not None:
            return words.PARTING.format(trait=self._talk.traits[asked].name)
        sought = findings.has_sought_question(layer_id)
        return words.NOTHING_PARTS if sought else words.PARTING.format(trait="…")

    def _freeing(self, layer: LayerAdvice) -> Iterator[Entry]:
        talk, id_ = self._talk, layer.layer.id
        yield Entry(limits_line(layer, talk.decision).text, depth=1, manner="notice.trap")
        flips = talk.findings.freeing(layer)
        if flips:
            yield Entry(words.FREEING, depth=1, manner="strong")
            digits = self._numbered == f"layer:{id_}"
            yield from flip_rows(talk, flips, f"free:{id_}", digits=digits, depth=2)

    def _options(self, layer: LayerAdvice) -> Iterator[Entry]:
        standings, id_ = layer.standings, layer.layer.id
        out = [s for s in standings if s.verdict is Verdict.RULED_OUT or s.score is None]
        # Of options judged alone, silence is no rank.
        quiet = [s for s in standings if not self._ranks and s.verdict is Verdict.SILENT]
        alive = [s for s in standings if s not in out and s not in quiet]
        best = standings[0].score
        count = max(_BEST, len(alive) if not self._ranks else 0)
        first = [s for at, s in enumerate(alive) if at < count or self._is_kept(s)]
        for standing in first:
            yield from self._option(standing, best, layer)
        rest = [s for s in alive if s not in first]
        yield from self._folded(f"more:{id_}", words.MORE, rest, layer, best)
        yield from self._ruled_out(f"out:{id_}", out, layer)
        yield from self._folded(f"quiet:{id_}", words.QUIET, quiet, layer, best)

    def _is_kept(self, standing: Standing) -> bool:
        return self._unfolded.is_kept(standing.option.id)

    def _folded(
        self,
        row: str,
        title: Text,
        standings: Iterable[Standing],
        layer: LayerAdvice,
        best: Score | None,
    ) -> Iterator[Entry]:
        """Options behind a row that opens; those opened or marked stand before it."""
        kept = [standing for standing in standings if self._is_kept(standing)]
        folded = [standing for standing in standings if not self._is_kept(standing)]
        for standing in kept:
            yield from self._option(standing, best, layer)
        if folded:
            is_open = self._unfolded.shows(row)
            yield self._fold_row(row, title, len(folded), is_open=is_open)
            for standing in folded if is_open else ():
                yield from self._option(standing, best, layer)

    def _ruled_out(self, row: str, out: list[Standing], layer: LayerAdvice) -> Iterator[Entry]:
        """Options behind the rule that rules them out."""
        if not out:
            return
        few = len(out) <= _FEW
        is_open = few or self._unfolded.shows(row)
        if not few:
            yield self._fold_row(row, words.RULED_OUT, len(out), is_open=is_open)
        shown = out if is_open else [standing for standing in out if self._is_kept(standing)]
        by_rule: dict[Text, list[Standing]] = {}
        for standing in shown:
            by_rule.setdefault(standing.reasons[0].rule.because, []).append(standing)
        for because, killed in by_rule.items():
            for standing in killed:
                yield from self._option(standing, None, layer)
            yield Entry(because, depth=4, manner="muted")

    def _fold_row(self, row: str, title: Text, count: int, *, is_open: bool) -> Entry:
        said = title.format(count=count)
        return Entry(said, row, sign="▾ " if is_open else "▸ ", depth=1, manner="muted")

    def _option(
        self, standing: Standing, best: Score | None, layer: LayerAdvice
    ) -> Iterator[Entry]:
        option = standing.option
        line = standing_line(standing, best, ranks=self._ranks)
        wins = option in layer.winners
        row = f"option:{option.id}"
        is_dim = line.role == "muted"
        is_open = self._unfolded.shows(row, by_itself=wins and len(layer.winners) <= _OPEN)
        harms = standing.verdict is Verdict.HARMS and not self._ranks and not is_open
        yield Entry(
            Text(line.text.en[line.hang :], line.text.vi[line.hang :]),
            row,
            note=standing.reasons[0].rule.because if harms else None,
            sign=line.text.en[: line.hang],
            sign_role="takeaway.label" if wins else "muted" if is_dim else "bullet",
            depth=1,
            manner="strong" if wins else "muted" if is_dim else None,
            tag=self._tag(option.id),
        )
        if is_open:
            yield from self._inside(standing)

    def _tag(self, option_id: str) -> Text | None:
        return words.MARKED if option_id in self._unfolded.marked else None

    def _inside(self, standing: Standing) -> Iterator[Entry]:
        option_id = standing.option.id
        return inside(
            self._talk,
            standing,
            self._unfolded.shows,
            self._sources,
            digits=self._numbered == f"option:{option_id}",
            is_asked=self._unfolded.is_opened(option_id),
        )
