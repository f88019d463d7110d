"""Laws of the advisor over any small decision, held against a plain reading of the rules."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from itertools import combinations, product
from math import log2
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from studyapp.core.advising.advice import Level, Step, Verdict
from studyapp.core.advising.advisor import Advisor
from studyapp.core.advising.decision import Bounds
from studyapp.core.advising.rulebook import Rulebook
from tests.core.decisions import choices, decisions, facts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.core.advising.advice import Flip
    from studyapp.core.advising.decision import Conditions, Decision, Option, Trait
    from studyapp.core.advising.facts import Fact, Facts

STEPS = (Step.STRONG, Step.QUALIFIER, Step.WEAK, Step.PARTS)
Changes = frozenset[tuple[str, Any]]
"""Traits, each with the cell it is changed to."""


def examples(count: int) -> Callable[[Any], Any]:
    slow = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    return settings(max_examples=count, deadline=None, suppress_health_check=slow)


class Plain:
    """What holds in one situation, read rule by rule with no regard to speed."""

    def __init__(self, known: Decision, stated: Facts, without: str = "") -> None:
        self.known, self.stated = known, stated
        assumed = {t.id: t.assume for t in known.traits if t.assume and t.id not in stated}
        unfit = {
            name
            for each in known.impossible
            if holds(known, each.when, {**assumed, **stated})
            for name in each.when
        }
        self.assumed = {n: v for n, v in assumed.items() if n not in unfit and n != without}
        self.facts: Facts = {**self.assumed, **stated}
        self.held = [rule for rule in known.rules if holds(known, rule.when, self.facts)]
        self.is_possible = not any(holds(known, i.when, self.facts) for i in known.impossible)

    def killers(self, option: Option) -> set[str]:
        return {
            rule.id
            for rule in self.held
            if option.id in rule.rules_out
            or (rule.id not in option.lifts and set(option.parts) & set(rule.rules_out))
        }

    def said(self, option: Option, side: str, strength: str) -> set[str]:
        """The concerns in which a rule speaks so of an option."""
        speaking = [r for r in self.held if (getattr(r, side) or {}).get(option.id) == strength]
        return {str(rule.concern) for rule in speaking}

    def score(self, option: Option) -> tuple[int, ...] | None:
        if self.killers(option):
            return None
        pros, cons = self.said(option, "favours", "strong"), self.said(option, "against", "strong")
        weak_pros = self.said(option, "favours", "weak") - pros
        weak_cons = self.said(option, "against", "weak") - cons
        asks, qualified = self.known.qualifier, 0
        asked = self.facts.get(asks.trait) if asks else None
        if asks and asked == asks.effort:
            qualified = -option.effort
        elif asks and (concern := (asks.concerns or {}).get(str(asked))):
            qualified = 2 * (concern in pros) + (concern in weak_pros)
            qualified -= 2 * (concern in cons) + (concern in weak_cons)
        weak = len(weak_pros) - len(weak_cons)
        return len(pros) - len(cons), qualified, weak, -len(option.parts)

    def verdict(self, option: Option) -> Verdict:
        effects = [{*(r.favours or ()), *(r.against or ()), *r.warns} for r in self.held]
        if not self.killers(option) and not any(option.id in named for named in effects):
            return Verdict.SILENT
        score = self.score(option)
        if score is None:
            return Verdict.RULED_OUT
        strong, _, weak, _ = score
        if strong < 0:
            return Verdict.HARMS
        return Verdict.APPLIES if strong > 0 or weak > 0 else Verdict.NO_HELP

    def winners(self, layer: str) -> set[str]:
        verdicts = {o: self.verdict(o) for o in self.known.options if o.layer == layer}
        if self.known.choose == "several":
            return {each.id for each in verdicts if verdicts[each] is Verdict.APPLIES}
        if self.is_silent(layer):
            return set()
        scores = {each.id: score for each in verdicts if (score := self.score(each)) is not None}
        return {name for name in scores if scores[name] == max(scores.values())}

    def is_silent(self, layer: str) -> bool:
        favoured = {name for rule in self.held for name in rule.favours or ()}
        own = [option for option in self.known.options if option.layer == layer]
        return not any(self.killers(option) or option.id in favoured for option in own)

    def wins(self, option: Option) -> bool:
        winners = self.winners(option.layer)
        return option.id in winners and (self.known.choose == "several" or len(winners) == 1)

    def advice(self, layer: str) -> tuple[set[str], Level, Step | None, set[str]]:
        """The winners of a layer, how sure they are, the step that decides, what they rest on."""
        winners, step = self.winners(layer), None
        rests_on = {name for name in self.assumed if self.unassumed(name, layer) != winners}
        own = [option for option in self.known.options if option.layer == layer]
        scores = sorted(score for each in own if (score := self.score(each)) is not None)
        if self.known.choose == "several":
            level = Level.CLEAR if winners else Level.SILENT
        elif not winners:
            level = Level.SILENT if self.is_silent(layer) else Level.NONE
        elif len(winners) > 1:
            level = Level.TIE
        else:
            step = differing(scores[-1], scores[-2]) if len(scores) > 1 else Step.LIMITS
            level = Level.LEANING if step in {Step.WEAK, Step.PARTS} else Level.CLEAR
        warned = any(winners & set(rule.warns) for rule in self.held if not rule.exam_lag)
        if level is Level.CLEAR and (rests_on or warned):
            level = Level.LEANING
        return winners, level, step, rests_on

    def unassumed(self, name: str, layer: str) -> set[str]:
        return Plain(self.known, self.stated, without=name).winners(layer)

    def changes(self) -> Iterator[tuple[tuple[str, Any], Plain]]:
        """Every change of one fact, possible or not."""
        for trait in self.known.traits:
            now = self.facts.get(trait.id)
            met = set() if now is None else {cell(self.known, trait.id, now)}
            for fact in choices(trait):
                where = cell(self.known, trait.id, fact)
                if where not in met:
                    met.add(where)
                    yield (trait.id, where), Plain(self.known, {**self.stated, trait.id: fact})

    def pairs(self) -> Iterator[tuple[Changes, Plain]]:
        """Every change of two facts, possible or not."""
        for (one, near), (other, far) in combinations(self.changes(), 2):
            if one[0] != other[0]:
                both = {**near.stated, other[0]: far.stated[other[0]]}
                yield frozenset({one, other}), Plain(self.known, both)


def differing(one: tuple[int, ...], other: tuple[int, ...]) -> Step | None:
    return next((s for s, a, b in zip(STEPS, one, other, strict=True) if a != b), None)


def holds(known: Decision, when: Conditions, facts: Facts) -> bool:
    traits = {trait.id: trait for trait in known.traits}
    return all(name in facts and meets(traits[name], when[name], facts[name]) for name in when)


def meets(trait: Trait, condition: Any, fact: Fact) -> bool:
    if not isinstance(condition, Bounds):
        return fact in condition
    order = [value.id for value in trait.values]

    def place(said: Any) -> float:
        return float(str(said).removesuffix(" MB")) if trait.unit else order.index(said)

    at_least, over, at_most, under = (
        None if edge is None else place(edge)
        for edge in (condition.at_least, condition.over, condition.at_most, condition.under)
    )
    number = place(fact)
    return (
        (at_least is None or number >= at_least)
        and (over is None or number > over)
        and (at_most is None or number <= at_most)
        and (under is None or number < under)
    )


def cell(known: Decision, name: str, fact: Fact) -> Any:
    """A value itself, or of a number which conditions it meets."""
    trait = next(each for each in known.traits if each.id == name)
    conditions = [when[name] for when in every_when(known) if name in when]
    return tuple(meets(trait, each, fact) for each in conditions) if trait.unit else fact


def every_when(known: Decision) -> list[Conditions]:
    return [*(rule.when for rule in known.rules), *(each.when for each in known.impossible)]


def cells(known: Decision, flip: Flip) -> Changes:
    return frozenset((c.trait, cell(known, c.trait, c.fact)) for c in flip.changes)


def shuffled(known: Decision, seed: int) -> Decision:
    """The same decision written in another order; values keep theirs, which may mean something."""
    order = random.Random(seed)

    def mix(items: Any) -> Any:
        if isinstance(items, Bounds) or items is None:
            return items
        if isinstance(items, dict):
            return {name: mix(items[name]) for name in order.sample([*items], len(items))}
        return items if isinstance(items, str) else tuple(order.sample(items, len(items)))

    def mix_fields(part: Any, *fields: str) -> Any:
        return replace(part, **{field: mix(getattr(part, field)) for field in fields})

    rule_fields = ("when", "rules_out", "favours", "against", "warns")
    return replace(
        known,
        layers=mix(known.layers),
        traits=mix(known.traits),
        options=mix([mix_fields(each, "parts", "lifts") for each in known.options]),
        rules=mix([mix_fields(each, *rule_fields) for each in known.rules]),
        impossible=mix([mix_fields(each, "when") for each in known.impossible]),
    )


def told(known: Decision, stated: Facts) -> dict[str, Any]:
    """All that is said of each layer and option, flips as sets."""
    advisor = Advisor(known)
    said: dict[str, Any] = {}
    for each in advisor.advise(stated).layers:
        standings = [(s.option.id, s.score, s.verdict) for s in each.standings]
        winners = [option.id for option in each.winners]
        said[each.layer.id] = (each.level, each.step, winners, set(each.rests_on), standings)
    for option in known.options:
        flips = advisor.flips(stated, option.id)
        said[option.id] = {(frozenset(flip.changes), flip.level) for flip in flips}
    return said


@st.composite
def cases(draw: st.DrawFn, /, **limits: Any) -> tuple[Decision, dict[str, Fact]]:
    known = draw(decisions(**limits))
    return known, draw(facts_of(known))


@examples(120)
@given(case=cases(), seed=st.integers(0, 2**32))
def test_the_order_in_which_anything_is_written_never_matters(case: Any, seed: int) -> None:
    known, stated = case
    mixed = dict(random.Random(seed).sample([*stated.items()], len(stated)))
    assert told(shuffled(known, seed), mixed) == told(known, stated)


@examples(30)
@given(known=decisions(traits=3))
def test_in_every_situation_the_steps_decide_as_a_plain_reading_does(known: Decision) -> None:
    advisor = Advisor(known)
    every = [{cell(known, t.id, fact): fact for fact in choices(t)} for t in known.traits]
    for answers in product(*((None, *each.values()) for each in every)):
        facts = zip(known.traits, answers, strict=True)
        stated = {trait.id: fact for trait, fact in facts if fact is not None}
        plain = Plain(known, stated)
        for each in advisor.advise(stated).layers:
            found = ({o.id for o in each.winners}, each.level, each.step, set(each.rests_on))
            assert found == plain.advice(each.layer.id)
            for standing in each.standings:
                assert standing.score == plain.score(standing.option)
                assert standing.verdict is plain.verdict(standing.option)


@examples(200)
@given(case=cases())
def test_a_rule_holds_when_its_conditions_do_on_every_edge_too(case: Any) -> None:
    known, stated = case
    held = Rulebook(known).held(stated)
    expected = [holds(known, when, stated) for when in every_when(known)]
    assert [bool(held >> index & 1) for index in range(len(expected))] == expected


@examples(120)
@given(case=cases(), data=st.data())
def test_with_nothing_assumed_no_further_fact_revives_an_option(case: Any, data: Any) -> None:
    known, more = case
    known = replace(known, traits=tuple(replace(each, assume=None) for each in known.traits))
    fewer = {name: fact for name, fact in more.items() if data.draw(st.booleans())}
    advisor = Advisor(known)
    for option in known.options:
        if advisor.advise(fewer).standing(option.id).score is None:
            assert advisor.advise(more).standing(option.id).score is None


@examples(120)
@given(case=cases())
def test_a_combination_falls_with_its_parts_unless_it_lifts_every_rule(case: Any) -> None:
    known, stated = case
    advice = Advisor(known).advise(stated)
    for option in known.options:
        if option.parts:
            plain = Plain(known, stated)
            parts = [each for each in known.options if each.id in option.parts]
            own = {rule.id for rule in plain.held if option.id in rule.rules_out}
            inherited = set().union(*map(plain.killers, parts)) - set(option.lifts)
            assert (advice.standing(option.id).score is None) == bool(own | inherited)


@examples(80)
@given(case=cases(), data=st.data())
def test_a_concern_counts_once(case: Any, data: Any) -> None:
    known, stated = case
    speaking = [rule for rule in Plain(known, stated).held if rule.concern]
    assume(speaking)
    first = data.draw(st.sampled_from(speaking))
    field = "favours" if first.favours else "against"
    strengths = getattr(first, field)
    name = data.draw(st.sampled_from(sorted(strengths)))
    strength = data.draw(st.sampled_from(("weak", strengths[name])))
    echo = replace(first, id="echo", favours=None, against=None)
    echo = replace(echo, **{field: {name: strength}})
    louder = Advisor(replace(known, rules=(*known.rules, echo))).advise(stated)
    assert louder.standing(name).score == Advisor(known).advise(stated).standing(name).score


@examples(120)
@given(case=cases())
def test_single_flips_are_all_those_that_trying_every_change_finds(case: Any) -> None:
    known, stated = case
    advisor = Advisor(known)
    found = advisor.all_flips(stated)
    for option in known.options:
        flips = found.get(option.id, ())
        wins = Plain(known, stated).wins(option)
        changes = () if wins else Plain(known, stated).changes()
        tried = {frozenset({c}) for c, near in changes if near.is_possible and near.wins(option)}
        assert {cells(known, flip) for flip in flips} == tried
        assert len(flips) == len(tried)
        if tried:
            assert advisor.flips(stated, option.id) == flips


@examples(60)
@given(case=cases(traits=4), data=st.data())
def test_double_flips_are_given_where_no_single_one_exists(case: Any, data: Any) -> None:
    known, stated = case
    advisor, plain = Advisor(known), Plain(known, stated)
    option = data.draw(st.sampled_from(known.options))
    assume(not plain.wins(option) and option.id not in advisor.all_flips(stated))
    tried = {c for c, far in plain.pairs() if far.is_possible and far.wins(option)}
    assert {cells(known, flip) for flip in advisor.flips(stated, option.id)} == tried


@examples(120)
@given(case=cases())
def test_every_flip_is_real_and_possible_and_the_surest_come_first(case: Any) -> None:
    known, stated = case
    advisor = Advisor(known)
    places = {trait.id: place for place, trait in enumerate(known.traits)}
    for option in known.options:
        flips = advisor.flips(stated, option.id)
        orders = [
            (f.level is not Level.CLEAR, *(places[c.trait] for c in f.changes)) for f in flips
        ]
        assert orders == sorted(orders)
        for flip in flips:
            after = {**stated, **{change.trait: change.fact for change in flip.changes}}
            advice = advisor.advise(after)
            layer = advice.layer(option.layer)
            assert advice.clashes == ()
            assert option in layer.winners
            assert known.choose == "several" or layer.winners == (option,)
            assert flip.level is layer.level or layer.level is Level.LEANING


@examples(150)
@given(case=cases())
def test_the_next_question_parts_the_winners_most(case: Any) -> None:
    known, stated = case
    plain = Plain(known, stated)
    assume(plain.is_possible)
    answers: dict[str, list[Plain]] = {
        trait.id: [plain] if trait.id in plain.assumed else []
        for trait in known.traits
        if trait.id not in stated
    }
    for (name, _), near in plain.changes():
        if near.is_possible and name in answers:
            answers[name].append(near)
    telling = {
        name: told_by
        for name, told_by in answers.items()
        if any(
            frozenset(each.winners(layer.id)) != frozenset(plain.winners(layer.id))
            for each in told_by
            for layer in known.layers
        )
    }
    parted = {name: sum(entropies(known, told_by)) for name, told_by in telling.items()}
    most = max(parted.values(), default=0.0)
    best = [name for name, bits in parted.items() if bits > most - 1e-9]
    assert Advisor(known).next_question(stated) == (best[0] if best else None)


def entropies(known: Decision, situations: list[Plain]) -> Iterator[float]:
    for layer in known.layers:
        counts = Counter(frozenset(each.winners(layer.id)) for each in situations)
        yield sum(n / counts.total() * log2(counts.total() / n) for n in counts.values())


@examples(120)
@given(case=cases())
def test_why_not_names_what_kills_and_who_stands_better(case: Any) -> None:
    known, stated = case
    advisor, plain = Advisor(known), Plain(known, stated)
    for option in known.options:
        why = advisor.why_not(stated, option.id)
        kills = {r.rule.id for r in why.standing.reasons if r.effect == "rules-out"}
        assert kills == plain.killers(option)
        own = plain.score(option)
        is_silent = advisor.advise(stated).layer(option.layer).level is Level.SILENT
        if own is None or known.choose == "several" or is_silent:
            assert (why.rivals, why.step) == ((), None)
            continue
        others = [o for o in known.options if o.layer == option.layer and o is not option]
        scores = {o.id: score for o in others if (score := plain.score(o)) is not None}
        assert {r.option.id for r in why.rivals} == {n for n, s in scores.items() if s >= own}
        assert why.step is (differing(max(scores.values()), own) if why.rivals else None)
