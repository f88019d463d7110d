"""How often the bank keys each way of deploying, beside how often public practice questions do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

from studyapp.core.questions.form import ChoiceQuestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.core.pack import Pack

SURVEYED: Final = 119
"""Single and multiple response items on Task 2.2, picked from about 2,000 public practice
questions on AIP-C01 and its neighbors and read on 2026-11-22."""
FACTOR: Final = 2.0
TELLING: Final = 3
"""A concept keyed less often in the survey may in truth be anything from rare to common: it is
held to what a telling one may have at the most, and may be absent."""
SKILLS: Final = {"skill-2.2.1": 0.50, "skill-2.2.2": 0.25, "skill-2.2.3": 0.25}


class Concept(NamedTuple):
    """What practice questions ask for by one name."""

    keyed: int
    """In how many of the surveyed items it is a key, or part of one."""
    options: tuple[str, ...]
    """The options of all decisions that stand for it."""


CONCEPTS: Final = {
    "Provisioned Throughput": Concept(
        12, ("provisioned-hourly", "provisioned-committed", "provisioned-throughput")
    ),
    "batch inference": Concept(10, ("bedrock-batch", "on-demand-and-batch", "move-to-batch")),
    "real-time endpoint": Concept(
        8, ("real-time", "bedrock-and-sagemaker", "target-tracking", "scheduled-scaling")
    ),
    "cross-Region inference": Concept(7, ("geographic-profile", "global-profile")),
    "serverless inference": Concept(7, ("serverless", "serverless-warm")),
    "managed prompt routing": Concept(6, ("prompt-routing",)),
    "bought base and overflow": Concept(5, ("provisioned-and-on-demand", "provisioned-and-batch")),
    "asynchronous inference": Concept(5, ("async",)),
    "cascade or own router": Concept(5, ("cascade", "router")),
    "retries with backoff": Concept(4, ("backoff",)),
    "Lambda pattern": Concept(4, ("lambda-sync", "lambda-stream", "lambda-queue")),
    "sharding": Concept(4, ("tensor-parallel", "pipeline-parallel")),
    "Custom Model Import": Concept(3, ("model-import",)),
    "JumpStart": Concept(3, ("jumpstart",)),
    "serving engine": Concept(3, ("continuous-batching", "compiled-engine")),
    "instance sizing": Concept(3, ("larger-gpu", "replicas")),
    "on-demand": Concept(2, ("on-demand",)),
    "batch transform": Concept(2, ("batch-transform",)),
    "multi-model endpoint": Concept(2, ("multi-model",)),
    "inference components": Concept(2, ("inference-components",)),
    "distillation": Concept(2, ("distillation",)),
    "quantization": Concept(2, ("four-bit", "eight-bit")),
    "KV cache": Concept(2, ("limit-kv", "eight-bit-kv")),
    "compiling for Inferentia": Concept(2, ("ahead-compilation",)),
    "one Region alone": Concept(2, ("in-region",)),
    "rollout": Concept(2, ("shadow-test", "canary", "ab-variants", "rolling", "blue-green")),
    "self-hosting": Concept(2, ("self-hosted", "hyperpod")),
    "one size for everything": Concept(2, ("small", "large")),
    "parameters and prompts": Concept(1, ("set-max-tokens", "shorten-prompt")),
    "LoRA adapters": Concept(1, ("adapter-components",)),
    "prompt caching": Concept(1, ("prompt-caching",)),
    "cost by tags": Concept(1, ("application-profile",)),
}
"""Service tiers, scaling to zero and whatever else is missing were keyed in no surveyed item."""


@pytest.fixture(scope="module")
def asked(pack: Pack) -> list[ChoiceQuestion]:
    return [question for question in pack.questions if isinstance(question, ChoiceQuestion)]


def keyed(question: ChoiceQuestion, parts: Mapping[str, frozenset[str]]) -> set[str]:
    """The concepts that a question is about."""
    names = {name for option in question.options if option.key for name in option.stands_for}
    for combination, own in parts.items():
        if own <= names:
            names = names - own | {combination}
    concepts = {name for name, concept in CONCEPTS.items() if names.intersection(concept.options)}
    return concepts if concepts == {"on-demand"} else concepts - {"on-demand"}


def test_keys_are_as_frequent_as_in_practice_questions(
    pack: Pack, asked: list[ChoiceQuestion]
) -> None:
    """Of the questions of decisions, each concept is a key in about the share of the survey.

    A question counts once for each concept of its keys. A key of two layers names two: batch
    inference in one Region counts for both. Parts that are keyed side by side count as their
    combination, as in the survey: a bought base with overflow is no Provisioned Throughput. And
    on-demand counts where it stands alone: with a profile or a streaming function it is merely how
    any call is made, and the other layer is what the question asks for.
    """
    parts = {
        option.id: frozenset(option.parts)
        for decision in pack.decisions
        for option in decision.options
        if len(option.parts) > 1
    }
    decided = [question for question in asked if question.decision]
    counts = Counter(name for question in decided for name in keyed(question, parts))
    drifted = []
    for name, concept in CONCEPTS.items():
        share, wanted = counts[name] / len(decided), concept.keyed / SURVEYED
        least = wanted / FACTOR if concept.keyed >= TELLING else 0.0
        most = max(concept.keyed, TELLING) / SURVEYED * FACTOR
        if not least <= share <= most:
            drifted.append(f"{name}: {counts[name]} of {len(decided)}, {least:.1%} to {most:.1%}")
    assert drifted == []


def test_on_demand_is_seldom_part_of_a_key(asked: list[ChoiceQuestion]) -> None:
    """Even with other layers: whoever always picks it shall not be paid for it."""
    decided = [question for question in asked if question.decision]
    keys = [o for q in decided for o in q.options if o.key and "on-demand" in o.stands_for]
    assert len(keys) / len(decided) <= FACTOR * CONCEPTS["on-demand"].keyed / SURVEYED


def test_every_option_of_every_decision_can_be_picked(
    pack: Pack, asked: list[ChoiceQuestion]
) -> None:
    offered = {(q.decision, name) for q in asked for o in q.options for name in o.stands_for}
    options = {(each.id, option.id) for each in pack.decisions for option in each.options}
    assert options - offered == set()


def test_the_mix_is_that_of_the_exam(pack: Pack, asked: list[ChoiceQuestion]) -> None:
    kinds = Counter((question.type, len(question.options)) for question in asked)
    responses = kinds["response", 5] + kinds["response", 6]
    assert responses / len(asked) == pytest.approx(0.30, abs=0.03)
    assert kinds["response", 6] >= 14, "fewer of one kind tell a guesser's luck from its skill"
    skills = Counter(question.skill for question in pack.questions)
    shares = {skill: count / len(pack.questions) for skill, count in skills.items()}
    assert shares == pytest.approx(SKILLS, abs=0.05)
