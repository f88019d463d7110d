"""How pydantic's complaints about a file become diagnostics, each at its place in the file."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from studyapp.library.diagnostics import Diagnostic
from studyapp.library.shapes import locate
from studyapp.library.wordings import Problem, Words, word
from studyapp.library.yaml12.limits import MAX_DIAGNOSTICS
from studyapp.library.yaml12.reader import positions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from studyapp.library.diagnostics import Path
    from studyapp.library.yaml12.reader import Positions


def schema_diagnostics(
    error: ValidationError, data: object, raw: bytes, file: str, model: type
) -> list[Diagnostic]:
    """Say what is wrong with a file's data, each at its place, in the order of the file.

    ``data`` is what `read_yaml` made of ``raw`` and ``model`` the dataclass that refused it.
    """
    where = positions(raw)
    worded = [(problem, word(problem)) for problem in _causes(error, data, model)]
    meant = {(problem.owner.path, words.meant) for problem, words in worded}
    found = dict.fromkeys(
        _diagnostic(words, data, where, file)
        for problem, words in worded
        if problem.kind != "missing" or (problem.owner.path, problem.step) not in meant
    )
    return sorted(found, key=lambda diagnostic: (diagnostic.spot.line, diagnostic.spot.column))


def _causes(error: ValidationError, data: object, model: type) -> Iterator[Problem]:
    """Take the first problems, without lists too short only for their entries are invalid."""
    details = error.errors(include_url=False, include_input=False)
    problems = (_problem(detail, data, model) for detail in details)
    return islice((each for each in problems if not _is_echo(each)), MAX_DIAGNOSTICS)


def _is_echo(problem: Problem) -> bool:
    if problem.kind != "too_short" or not isinstance(problem.target.value, list):
        return False
    return len(problem.target.value) >= int(problem.context["min_length"])


def _problem(detail: ErrorDetails, data: object, model: type) -> Problem:
    steps = detail["loc"]
    return Problem(
        kind=detail["type"],
        said=detail["msg"],
        context=detail.get("ctx", {}),
        step=steps[-1] if steps else "",
        target=locate(model, data, steps),
        owner=locate(model, data, steps[:-1]),
    )


def _diagnostic(words: Words, data: object, where: Positions, file: str) -> Diagnostic:
    return Diagnostic(
        code=words.code,
        severity="error",
        message=words.message,
        file=file,
        spot=where.key(words.path) if words.at_key else where.value(words.path),
        label=words.label,
        help="; ".join(filter(None, (_enclosing(data, words.path), words.help))),
    )


def _enclosing(data: object, path: Path) -> str:
    """Name the innermost part with an id around a place; an id is not around itself."""
    ids = []
    for step in path:
        if isinstance(data, dict):
            ids.append(data.get("id") if step != "id" else None)
        data = data[step]  # type: ignore[index]
    if isinstance(data, dict):
        ids.append(data.get("id"))
    named = [name for name in ids if isinstance(name, str)]
    return f"in `{named[-1]}`" if named else ""
