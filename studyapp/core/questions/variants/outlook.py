"""What would be right and what wrong in a situation, for answers of the shape of a question's."""

from __future__ import annotations

from functools import reduce
from math import log
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.advising.advice import Verdict
from studyapp.core.advising.facts import read_facts
from studyapp.core.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from studyapp.core.advising.facts import Fact, Facts
    from studyapp.core.advising.rulebook import Case
    from studyapp.core.advising.situations import Situation
    from studyapp.core.questions.form import ChoiceQuestion
    from studyapp.core.questions.variants.ground import Answer, Ground


class Outlook(NamedTuple):
    """A situation, and the answers to it."""

    situation: Situation
    right: frozenset[Answer]
    keys: frozenset[Answer]
    """Those of the right ones that may be asked for."""
    wrong: frozenset[Answer] | None
    """Where each option is judged alone, those that fail; None where all others do."""

    def is_wrong(self, answer: Answer) -> bool:
        """Whether an answer could be offered as a wrong one."""
        return answer not in self.right and (self.wrong is None or answer in self.wrong)


class Shape:
    """What sisters of a question have in common: the traits they state and how they answer."""

    def __init__(self, ground: Ground, question: ChoiceQuestion) -> None:
        self.ground = ground
        self.type = question.type
        self.keys = sum(option.key for option in question.options)
        self.others = len(question.options) - self.keys
        self.advisor, self.situations = ground.advisor, ground.advisor.situations
        self.is_ranked = self.advisor.decision.choose == "one"
        self.home = self._home(question)
        used = {name for option in question.options for name in option.stands_for}
        spoken_of = {o.layer for o in self.advisor.decision.options if o.id in used}
        self.layers = tuple(
            name for name in self.situations.layers if name in spoken_of or not self.is_ranked
        )
        self._seen: dict[tuple[Fact, ...], Outlook | None] = {}
        self._misses: dict[tuple[Fact, ...], dict[Answer, set[str]]] = {}

    @property
    def traits(self) -> Collection[str]:
        """The traits that every sister states."""
        return self.home.keys()

    @property
    def is_tellable(self) -> bool:
        """Whether something can be told of each trait."""
        return bool(self.home and self.layers)

    def at(self, facts: Facts) -> Outlook | None:
        """The answers to a situation; None where they would not be clear, or nobody tells it."""
        place = self._place(facts)
        if place not in self._seen:
            self._seen[place] = self._look(self.situations.of(facts))
        return self._seen[place]

    def misses(self, facts: Facts, here: Outlook) -> dict[Answer, set[str]]:
        """The answers that are wrong here and right one fact away; by answer, the traits of that.

        Where those of stated facts are too few, those that a fact more would make right are added.
        """
        place = self._place(facts)
        if place not in self._misses:
            near = [(name, answer) for name, there in self._near(facts) for answer in there.right]
            found = self._wrong(near, here)
            good = [each for each, traits in found.items() if traits - self.ground.told_at_once]
            if len(good) < self.others:
                found = self._wrong((*near, *self._farther(here)), here)
            self._misses[place] = found
        return self._misses[place]

    def is_worded(self, answer: Answer) -> bool:
        """Whether an answer can be put into words."""
        return all(option in self.ground.proposals for option in answer)

    def _place(self, facts: Facts) -> tuple[Fact, ...]:
        return tuple(facts[name] for name in self.home)

    def _wrong(
        self, changes: Iterable[tuple[str, Answer]], here: Outlook
    ) -> dict[Answer, set[str]]:
        """By wrong answer that can be put into words, the traits that would make it right."""
        found: dict[Answer, set[str]] = {}
        for name, answer in changes:
            if here.is_wrong(answer) and self.is_worded(answer):
                found.setdefault(answer, set()).add(name)
        return found

    def _near(self, facts: Facts) -> Iterator[tuple[str, Outlook]]:
        """The situations one stated fact away that can be asked about, with the trait changed."""
        for name in self.home:
            for fact in self.ground.values(name):
                if fact != facts[name] and (found := self.at({**facts, name: fact})):
                    yield name, found

    def _farther(self, here: Outlook) -> Iterator[tuple[str, Answer]]:
        """The answers that one fact more would make right, with the trait it is a fact of."""
        now = dict(zip(self.layers, next(iter(here.right)), strict=False))
        ranking = self.situations.ranking
        for layer in self.layers:
            met = {ranking.key(layer, here.situation.held, here.situation.facts)}
            added = (name for name in self.situations.telling[layer] if self._is_open(name))
            for change, near in self.situations.neighbours(here.situation, added):
                key = ranking.key(layer, near.held, near.facts)
                if key in met:  # it changes nothing here, or as much as another change
                    continue
                met.add(key)
                winners = self.ground.winners(layer, near)
                if not self.is_ranked:
                    yield from ((change.trait, (name,)) for name in winners)
                elif len(winners) == 1 and self.type == "choice":
                    yield change.trait, tuple({**now, layer: winners[0]}.values())
                elif len(winners) == 1:
                    yield from ((change.trait, (part,)) for part in self._parts(winners[0]))

    def _is_open(self, trait: str) -> bool:
        """Whether a story leaves a trait open; what openings tell is clear from every story."""
        return trait not in self.home and trait not in self.ground.told_at_once

    def _look(self, situation: Situation) -> Outlook | None:
        if not self.ground.is_likely(situation):
            return None
        return self._ranked(situation) if self.is_ranked else self._judged(situation)

    def _ranked(self, situation: Situation) -> Outlook | None:
        won = self._winning(situation)
        if won is None or any(self._is_doubtful(name, situation) for name in won):
            return None
        assumed = self.situations.assumed(situation.stated)
        if assumed and self._winning(self.situations.without(situation, *assumed)) != won:
            return None
        if self.type == "choice":
            told = frozenset({tuple(won)})
        else:
            told = frozenset((part,) for name in won for part in self._parts(name))
        return Outlook(situation, told, told, None) if len(told) == self.keys else None

    def _is_doubtful(self, winner: str, situation: Situation) -> bool:
        """Whether a stated fact speaks against a winner, or against a part that is told alone."""
        cases = self.situations.book.cases
        told = self._parts(winner) if self.type == "response" else ()
        is_broken = any(situation.held & cases[part].kills for part in told)
        return is_broken or _is_opposed(cases[winner], situation)

    def _winning(self, situation: Situation) -> list[str] | None:
        """What clearly wins in each layer; None where nothing does in some."""
        won: list[str] = []
        for layer in self.layers:
            winners = self.ground.winners(layer, situation)
            if len(winners) != 1 or not self.ground.is_clear(layer, situation):
                return None
            won += winners
        return won

    def _judged(self, situation: Situation) -> Outlook | None:
        right: set[Answer] = set()
        keys: set[Answer] = set()
        wrong: set[Answer] = set()
        for layer in self.layers:
            for case in self.situations.ranking.members[layer]:
                verdict = self.situations.ranking.verdict(case, situation.held, situation.facts)
                answer = (case.option.id,)
                if verdict is Verdict.APPLIES:
                    right.add(answer)
                    if self._is_remedy(case, situation):
                        keys.add(answer)
                elif verdict is not Verdict.SILENT:
                    wrong.add(answer)
        if len(keys) < self.keys or len(wrong) < self.others:
            return None
        return Outlook(situation, frozenset(right), frozenset(keys), frozenset(wrong))

    def _is_remedy(self, case: Case, situation: Situation) -> bool:
        """Whether something strong speaks for an option, and it mends what goes wrong."""
        held = situation.held
        merits = [said for said in case.sayings if said.effect == "for" and held & said.bit]
        problem = self.ground.wording.problem
        is_apt = problem not in self.home or any(problem in said.rule.when for said in merits)
        is_strong = any(said.strength == "strong" for said in merits)
        return is_strong and is_apt and not _is_opposed(case, situation)

    def _parts(self, option: str) -> tuple[str, ...]:
        return self.advisor.options[option].parts or (option,)

    def _home(self, question: ChoiceQuestion) -> dict[str, Fact]:
        """What the question states, or what is nearest to it of all that can be told."""
        try:
            decision = self.advisor.decision
            stated = read_facts(decision, {fact.trait: fact.value for fact in question.facts})
        except UsageError:
            return {}
        known = {name: self.ground.values(name) for name in stated}
        if not all(known.values()):
            return {}
        return {name: _nearest(fact, known[name]) for name, fact in stated.items()}


def _is_opposed(case: Case, situation: Situation) -> bool:
    """Whether a rule warns of an option or speaks strongly against it, though others outweigh it.

    A story that states what speaks against its key would seem to ask for something else.
    """
    opposing = (said for said in case.sayings if said.effect == "against")
    strong = reduce(or_, (said.bit for said in opposing if said.strength == "strong"), case.warns)
    return bool(situation.held & strong)


def _nearest(wanted: Fact, known: Sequence[Fact]) -> Fact:
    if wanted in known or isinstance(wanted, str):
        return wanted if wanted in known else known[0]
    numbers = (fact for fact in known if not isinstance(fact, str))
    return min(numbers, key=lambda number: abs(log(number / wanted)))
