"""Decisions and questions that they prove, to spoil."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from studyapp.core.advising.advisor import Advisor
from studyapp.core.advising.decision import Bounds, Impossible, Qualifier, Trait
from studyapp.core.questions.form import (
    Case,
    Choice,
    ChoiceQuestion,
    StatedFact,
)
from studyapp.core.questions.proving.flaws import Flaw, FlawKind
from studyapp.core.questions.proving.proof import prove
from studyapp.core.text import Lang, Text
from tests.core.decisions import ANY, decision, layer, option, rule, trait

if TYPE_CHECKING:
    from studyapp.core.quantity import Quantity
    from studyapp.core.questions.form import Question

HOSTING = Advisor(
    decision(
        "hosting",
        choose="one",
        layers=(layer("serving"), layer("region")),
        traits=(
            trait("weights", "base", "custom", assume="base"),
            trait("wait", "now", "later", "both"),
            Trait(id="payload", name=ANY, asks=ANY, unit="MB", choices=("1 MB", "40 MB")),
            trait("load", "steady", "bursts"),
            trait("residency", "none", "eu", assume="none"),
            trait("closing", "least-effort"),
        ),
        options=(
            option("online", "serving", 2),
            option("queue", "serving", 3),
            option("bulk", "serving", 1),
            option("own", "serving", 5),
            option("reserved", "serving", 2),
            option("duo", "serving", 3, parts=("online", "bulk")),
            option("local", "region", 1),
            option("world", "region", 1),
        ),
        rules=(
            rule("someone-waits", {"wait": ("now",)}, rules_out=("queue", "bulk", "duo")),
            rule("at-once", {"wait": ("now",)}, concern="latency", favours={"online": "strong"}),
            rule("decouples", {"wait": ("later",)}, concern="peaks", favours={"queue": "strong"}),
            rule("by-night", {"wait": ("later",)}, concern="price", favours={"bulk": "strong"}),
            rule("two-kinds", {"wait": ("both",)}, concern="kinds", favours={"duo": "strong"}),
            rule("no-host", {"weights": ("base",)}, concern="work", against={"own": "strong"}),
            rule("own-engine", {"weights": ("custom",)}, rules_out=("reserved",)),
            rule("size-limit", {"payload": Bounds(over="25 MB")}, rules_out=("online",)),
            rule("slow-upload", {"payload": Bounds(over="6 MB")}, warns=("online",)),
            rule("new-limit", {"payload": Bounds(over="3 MB")}, warns=("online",), exam_lag=True),
            rule(
                "pays-off", {"load": ("steady",)}, concern="price", favours={"reserved": "strong"}
            ),
            rule("two-bills", {"load": ("bursts",)}, concern="bills", against={"duo": "weak"}),
            rule(
                "any-engine",
                {"weights": ("custom",)},
                concern="engine",
                favours={"online": "strong", "own": "strong"},
            ),
            rule("far-users", {"load": ("bursts",)}, concern="far", against={"local": "weak"}),
            rule("stay-in-eu", {"residency": ("eu",)}, rules_out=("world",)),
            rule("more-room", {"residency": ("none",)}, concern="room", favours={"world": "weak"}),
        ),
        qualifier=Qualifier(trait="closing", effort="least-effort"),
        impossible=(Impossible(when={"wait": ("now",), "load": ("steady",)}, because=ANY),),
    )
)
REMEDIES = Advisor(
    decision(
        "remedies",
        choose="several",
        layers=(layer("caller"), layer("capacity")),
        traits=(
            trait("source", "hosted", "own", assume="hosted"),
            trait("pattern", "bursts", "sustained"),
            trait("kind", "chat", "files"),
        ),
        options=(
            option("retry", "caller"),
            option("queue", "caller"),
            option("hammer", "caller"),
            option("quota", "capacity"),
            option("profile", "capacity"),
        ),
        rules=(
            rule(
                "smooths",
                {"pattern": ("bursts",)},
                concern="peaks",
                favours={"retry": "strong"},
                against={"quota": "weak"},
            ),
            rule("waits", {"kind": ("chat",)}, rules_out=("queue",)),
            rule("floods", {"pattern": ("bursts",)}, concern="order", against={"hammer": "strong"}),
            rule(
                "more-regions",
                {"source": ("hosted",)},
                concern="room",
                favours={"profile": "strong"},
            ),
            rule("costs-time", {"kind": ("chat",)}, warns=("profile",)),
        ),
    )
)


def fact(name: str, value: Quantity, **more: Any) -> StatedFact:
    return StatedFact(
        trait=name, value=value, says=Text(f"{name} is {value}", f"{name} là {value}"), **more
    )


def key(name: str, **more: Any) -> Choice:
    said: dict[str, Any] = {"id": name, "key": True, "stands_for": (name,)}
    return Choice(**said | {"text": ANY, "why": ANY} | more)


def wrong(name: str, falls_to: str, **more: Any) -> Choice:
    said: dict[str, Any] = {"id": name, "stands_for": (name,), "falls_to": falls_to}
    return Choice(**said | {"text": ANY, "why": ANY, "misconception": "m-any"} | more)


def question(facts: list[StatedFact], *options: Choice, **more: Any) -> ChoiceQuestion:
    told = (", ".join(fact.says[lang] for fact in facts) for lang in Lang)
    sound = {
        "type": "choice" if sum(option.key for option in options) == 1 else "response",
        "id": "q-any",
        "skill": "skill",
        "difficulty": "easy",
        "stem": Text(*(f"We know {said}." for said in told)),
        "asks": Text("Which one?", "Cái nào?"),
        "options": options,
        "takeaway": ANY,
        "see": ("note",),
        "decision": "hosting",
        "facts": tuple(facts),
    }
    return ChoiceQuestion(**sound | more)


NOW, BASE = fact("wait", "now"), fact("weights", "base")
LIVE = question(
    [NOW, BASE],
    key("online"),
    wrong("queue", "someone-waits"),
    wrong("own", "no-host"),
    wrong("reserved", "at-once"),
)
"""Somebody waits: a limit, an objection, and a strong reason for the key."""
NIGHTLY = question(
    [fact("wait", "later"), BASE, fact("closing", "least-effort")],
    wrong("queue", "closing"),
    wrong("online", "by-night"),
    key("bulk"),
    wrong("own", "no-host"),
)
"""The closing words decide."""
JOINED = question(
    [fact("wait", "both"), BASE],
    key("online"),
    wrong("queue", "two-kinds"),
    key("bulk"),
    wrong("own", "no-host"),
    wrong("reserved", "two-kinds"),
)
"""The keys are the parts of the combination that wins."""
LAYERED = question(
    [NOW, fact("residency", "eu")],
    key("online"),
    key("local"),
    wrong("queue", "someone-waits"),
    wrong("bulk", "someone-waits"),
    wrong("world", "stay-in-eu"),
)
"""Each key wins its own layer."""
THROTTLED = question(
    [fact("pattern", "bursts"), fact("kind", "chat")],
    key("retry"),
    wrong("quota", "smooths"),
    wrong("queue", "waits"),
    wrong("hammer", "floods"),
    decision="remedies",
)
"""Each option is judged alone."""


def flaws(asked: Question, case: Case | None = None) -> list[Flaw]:
    advisors = {"hosting": HOSTING, "remedies": REMEDIES}
    return list(prove(advisors.get(getattr(asked, "decision", None) or ""), asked, case))


def kinds(asked: Question, case: Case | None = None) -> list[FlawKind]:
    return [flaw.kind for flaw in flaws(asked, case)]


def messages(asked: Question) -> list[str]:
    return [flaw.message for flaw in flaws(asked)]


def with_option(asked: ChoiceQuestion, name: str, **changes: Any) -> ChoiceQuestion:
    options = (replace(o, **changes) if o.id == name else o for o in asked.options)
    return replace(asked, options=tuple(options))


def with_facts(asked: ChoiceQuestion, *facts: StatedFact) -> ChoiceQuestion:
    return question(list(facts), *asked.options, decision=asked.decision, unoffered=asked.unoffered)
