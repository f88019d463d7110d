"""One decision as the learner sees it: its facts, what is open, and where the cursors stand."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from typing import TYPE_CHECKING

from studyapp.core.advising.advice import Level
from studyapp.study.advice import MOST_COMPARED
from studyapp.typeset.advising import layer_line
from studyapp.ui.screens.advisor_answers import Answers
from studyapp.ui.screens.advisor_facts import fact_rows, trait_of_row
from studyapp.ui.screens.advisor_option import MOST_FLIPS
from studyapp.ui.screens.advisor_unfolded import Unfolded
from studyapp.words import advice as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from studyapp.core.advising.advice import Flip
    from studyapp.core.advising.facts import Fact, Facts
    from studyapp.core.pack import Source
    from studyapp.core.text import Text
    from studyapp.study.advice import Consultation
    from studyapp.ui.widgets.aside import Said
    from studyapp.ui.widgets.entries import Entry


class Sight:
    """What is kept of a decision while another is on the screen."""

    def __init__(self, talk: Consultation, sources: Mapping[str, Source]) -> None:
        self.talk = talk
        self.unfolded = Unfolded()
        self.opened: str | None = None
        """The trait whose values are shown."""
        self.fact_row: str | None = None
        self.answer_row: str | None = None
        self._sources = sources
        self._asked: str | None = None
        """What to ask next, as it was when last found out."""

    def fact_rows(self) -> tuple[Entry, ...]:
        """The rows of the facts."""
        findings = self.talk.findings
        if findings.has_sought_question():
            self._asked = findings.question()
        return tuple(fact_rows(self.talk, self.opened, self._asked))

    def answer_rows(self) -> tuple[Entry, ...]:
        """The rows of the answers; the cursor keeps its row, or goes to what that was inside."""
        rows = tuple(Answers(self.talk, self.unfolded, self._sources).rows())
        known = {row.id for row in rows}
        if self.answer_row not in known:
            option = option_of_row(self.answer_row)
            self.answer_row = f"option:{option}" if f"option:{option}" in known else None
        return rows

    def about(self, trait_id: str) -> tuple[Said, ...]:
        """What to ask next, and the question of a trait with what its present value means."""
        trait, known = self.talk.traits[trait_id], self.talk.traits
        asking = words.ASK_NOTHING
        if self._asked is not None:
            asking = words.ASK_NEXT.format(trait=known[self._asked].name)
        said: list[Said] = [(asking, "notice.exam"), (trait.asks, "strong")]
        fact = self.talk.fact(trait_id)
        said += [(value.means, "muted") for value in trait.values if value.id == fact]
        return tuple(said)

    def in_short(self) -> Text:
        """The answer of the first layer, for where there is no room for more."""
        if not self.talk.facts:
            return words.NOTHING_STATED
        ranks = self.talk.decision.choose == "one"
        return layer_line(self.talk.advice.layers[0], ranks=ranks).text

    def unsought(self, talk: Consultation) -> Iterator[Callable[[], None]]:
        """What the rows of a moment miss: what changes do, and what to ask, of all and of ties."""
        advice, findings = talk.advice, talk.findings
        if not findings.has_sought_flips and not all(map(findings.wins, self.unfolded.opened)):
            yield findings.seek_flips
        shown = advice.layers if talk.facts else ()
        ties = (layer.layer.id for layer in shown if layer.level is Level.TIE)
        for layer in (None, *ties):
            if not findings.has_sought_question(layer):
                yield partial(findings.seek_question, layer)

    def rows_of(self, talk: Consultation) -> tuple[Sequence[Entry], Sequence[Entry]]:
        """The rows of facts and of answers as they would be in an imagined consultation."""
        facts = fact_rows(talk, self.opened, talk.findings.question())
        answers = Answers(talk, deepcopy(self.unfolded), self._sources).rows()
        return tuple(facts), tuple(answers)

    def likely(self) -> Iterator[Consultation]:
        """The consultation after the next key: a change, the fact under the cursor, undo."""
        return map(self.talk.imagined, self._likely())

    def _likely(self) -> Iterator[Facts]:
        talk, asked = self.talk, self.unfolded.asked
        for flip in talk.findings.flips(asked)[:MOST_FLIPS] if asked else ():
            yield talk.changed(*flip.changes)
        if (trait := trait_of_row(self.fact_row or f"trait:{next(iter(talk.traits))}")) is not None:
            if self.opened == trait:
                values: tuple[Fact | None, ...] = talk.choices(talk.traits[trait])
            else:
                values = (talk.next_fact(trait, 1), talk.next_fact(trait, -1))
            for value in values:
                yield talk.changed((trait, value))
        yield talk.facts_before

    def flip(self, row: str) -> Flip | None:
        """The change that a row offers; None if there proves to be none."""
        kind, owner, number = row.split(":")
        findings = self.talk.findings
        findings.seek_flips()
        if kind == "free":
            flips = findings.freeing(self.talk.advice.layer(owner))
        else:
            flips = findings.flips(owner)
        return flips[int(number)] if int(number) < len(flips) else None

    def open_option(self, option_id: str) -> None:
        """Open an option; the digits choose its changes."""
        self.unfolded.open(f"option:{option_id}")
        self.unfolded.asked = option_id

    def has_more(self, option_id: str) -> bool:
        """Whether opening an option would show more than is shown."""
        is_open = self.unfolded.is_open(f"option:{option_id}")
        is_asked = self.unfolded.is_opened(option_id) or self.talk.findings.wins(option_id)
        return not (is_open and is_asked)

    def mark(self, option_id: str) -> bool:
        """Mark an option to compare, or no longer; False when too many are marked."""
        marked = self.unfolded.marked
        if option_id in marked:
            marked.remove(option_id)
        elif len(marked) == MOST_COMPARED:
            return False
        else:
            marked.append(option_id)
        return True

    def to_compare(self) -> tuple[str, ...]:
        """The options marked, or the one under the cursor beside its best rival."""
        marked = tuple(self.unfolded.marked)
        here = option_of_row(self.answer_row)
        if len(marked) < 2 and here is not None:
            pair = self.talk.rivals(here)
            return pair if not marked or here in marked else (*marked, here)
        return marked


def option_of_row(row: str | None) -> str | None:
    """The option that a row of the answers belongs to, if any."""
    kind, _, rest = (row or "").partition(":")
    return rest.partition(":")[0] if kind in {"option", "reason", "flip", "pairs"} else None
