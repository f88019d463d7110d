"""Whether every question is proved: by the rules of its decision, by arithmetic or by sources."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Final

from studyapp.core.questions.form import ChoiceQuestion, MatchingQuestion, OrderingQuestion
from studyapp.core.questions.proving.flaws import Flaw, FlawKind
from studyapp.core.questions.proving.proof import prove
from studyapp.library.codec import to_json
from studyapp.library.findings import Finding
from studyapp.library.walk import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studyapp.core.questions.form import Case, Question
    from studyapp.library.check.rules import Rules
    from studyapp.library.kept import Kept
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


def unproved(loaded: Loaded, rules: Mapping[str, Rules], kept: Kept) -> Iterator[Finding]:
    """P0701 to P0714: what is wrong with the questions, by the rules of their decisions too."""
    if loaded.pack is None:
        return
    sound = {question.id for question in loaded.pack.questions}
    cases = {case.id: case for case in loaded.pack.cases}
    for item in (item for file in loaded.files for item in file.items):
        question = item.value
        if not isinstance(question, ChoiceQuestion | OrderingQuestion | MatchingQuestion):
            continue
        if question.id not in sound:
            continue
        own = rules.get(getattr(question, "decision", None) or "")
        case = cases.get(getattr(question, "case", None) or "")
        of = to_json(question), to_json(case), "" if own is None else own.written
        for flaw in kept.recall(
            partial(_flaws, own, question, case), _read, _spelled, "proof", *of
        ):
            yield Finding(
                code=_CODES[flaw.kind],
                message=flaw.message,
                place=Place(item.place.file, (*item.place.path, *flaw.at)),
                label=flaw.hint,
            )


def _flaws(rules: Rules | None, question: Question, case: Case | None) -> tuple[Flaw, ...]:
    return prove(None if rules is None else rules.advisor, question, case)


def _spelled(flaws: tuple[Flaw, ...]) -> str:
    return json.dumps(flaws, separators=(",", ":"))


def _read(written: str) -> tuple[Flaw, ...]:
    return tuple(
        Flaw(FlawKind(kind), tuple(at), message, hint)
        for kind, at, message, hint in json.loads(written)
    )
