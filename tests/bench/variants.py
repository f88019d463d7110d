"""What a variant costs, and whether a thousand of them give their keys away."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from studyapp.core.advising.advisor import Advisor
from studyapp.core.questions.bias import guessing
from studyapp.core.questions.bias.chances import wilson
from studyapp.core.questions.bias.guessing import Guess, puzzle_of
from studyapp.core.questions.form import ChoiceQuestion
from studyapp.core.questions.proving.proof import prove
from studyapp.core.questions.variants.sisters import Variant, Variants
from studyapp.core.text import Lang
from studyapp.library.builtin import builtin_pack
from studyapp.library.load import load_pack
from tests.bench.programs import Bench

MANY = 1_000
SEEDS = (1, 2)


def benchmarks(bench: Bench) -> Iterator[str]:
    """Milliseconds of a sister and of one that an endless run takes; guessers beyond chance.

    Of twenty groups one lies outside its interval by chance: what matters is what all runs tell.
    """
    pack = load_pack(builtin_pack()).pack
    assert pack is not None
    advisors = {decision.id: Advisor(decision) for decision in pack.decisions}
    maker = Variants(pack.fragments, pack.questions, advisors.__getitem__, "")
    templates = [q for q in pack.questions if isinstance(q, ChoiceQuestion) and q.decision]
    began = time.process_time()
    sisters = [maker.sister(template, seed) for template in templates for seed in range(3)]
    found = sum(sister is not None for sister in sisters)
    each = 1000 * (time.process_time() - began) / len(sisters)
    yield f"sisters of {len(templates)} questions: {found} of {len(sisters)}, {each:.1f} ms each"
    for seed in SEEDS:
        began = time.process_time()
        variants = list(islice(maker.endless(templates, seed), MANY))
        run = [variant.question for variant in variants]
        each = 1000 * (time.process_time() - began) / MANY
        flawed = sum(bool(prove(advisors[str(q.decision)], q, None)) for q in run)
        yield f"endless run {seed}: {MANY:,} variants, {each:.1f} ms each, {flawed} with a flaw"
        yield from _spread(variants)
        for lang in Lang:
            yield from _beyond_chance(run, lang)


def _spread(variants: list[Variant]) -> Iterator[str]:
    """How evenly a run is spread over questions, decisions and the places of single keys."""
    asked = Counter(variant.template.id for variant in variants)
    decisions = Counter(variant.question.decision for variant in variants)
    shares = ", ".join(f"{name} {n / len(variants):.0%}" for name, n in decisions.most_common())
    yield f"  {len(asked)} questions, each {min(asked.values())} to {max(asked.values())} times"
    yield f"  {shares}"
    four = [v.question.options for v in variants if v.question.type == "choice"]
    places = Counter(at for options in four for at, option in enumerate(options) if option.key)
    yield f"  keys at each place: {[places[at] for at in sorted(places)]}"


def _beyond_chance(run: list[ChoiceQuestion], lang: Lang) -> Iterator[str]:
    puzzles = [puzzle_of(question, lang, None) for question in run]
    for name, guesses in guessing.guesses(puzzles, lang).items():
        kinds: dict[str, list[Guess]] = {}
        for guess in guesses:
            kinds.setdefault(guess.puzzle.kind, []).append(guess)
        for kind, group in kinds.items():
            right, chance = sum(guess.is_right for guess in group), group[0].puzzle.chance
            low, high = wilson(right, len(group))
            if not low <= chance <= high:
                share = f"{right} of {len(group)}, {low:.0%} to {high:.0%}, chance is {chance:.0%}"
                yield f"  {lang.value}, {kind}: `{name}` is right in {share}"
