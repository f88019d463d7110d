"""Whether every question is proved: by the rules of its decision, by arithmetic or by sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.core.advising.advisor import Advisor
from studyapp.core.questions.form import ChoiceQuestion, MatchingQuestion, OrderingQuestion
from studyapp.core.questions.proving.flaws import FlawKind
from studyapp.core.questions.proving.proof import prove
from studyapp.library.findings import Finding
from studyapp.library.walk import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.library.load import Loaded

_CODES: Final = {
    FlawKind.PHRASE: "P0701",
    FlawKind.UNKNOWN: "P0702",
    FlawKind.IMPOSSIBLE: "P0703",
    FlawKind.SHAPE: "P0704",
    FlawKind.PROPOSAL: "P0705",
    FlawKind.UNCLEAR: "P0706",
    FlawKind.UNREFUTED: "P0707",
    FlawKind.UNOFFERED: "P0708",
    FlawKind.ROLE: "P0709",
    FlawKind.WARNED: "P0710",
    FlawKind.SUM: "P0711",
    FlawKind.UNPROVED: "P0712",
    FlawKind.UNEXPLAINED: "P0713",
    FlawKind.LETTER: "P0714",
}


def unproved(loaded: Loaded) -> Iterator[Finding]:
    """P0701 to P0714: what is wrong with the questions, by the rules of their decisions too."""
    if loaded.pack is None:
        return
    kept = {question.id for question in loaded.pack.questions}
    cases = {case.id: case for case in loaded.pack.cases}
    decisions = {decision.id: decision for decision in loaded.pack.decisions}
    advisors: dict[str, Advisor] = {}
    for item in (item for file in loaded.files for item in file.items):
        question = item.value
        if not isinstance(question, ChoiceQuestion | OrderingQuestion | MatchingQuestion):
            continue
        if question.id not in kept:
            continue
        name = getattr(question, "decision", None)
        if name in decisions and name not in advisors:
            advisors[name] = Advisor(decisions[name])
        case = cases.get(getattr(question, "case", None) or "")
        for flaw in prove(advisors.get(name or ""), question, case):
            yield Finding(
                code=_CODES[flaw.kind],
                message=flaw.message,
                place=Place(item.place.file, (*item.place.path, *flaw.at)),
                label=flaw.hint,
            )
