"""What each of pydantic's complaints means in the words of somebody who writes a pack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final, NamedTuple, get_args

from studyapp.core.schema import HttpsUrl, Id
from studyapp.core.text import Text
from studyapp.library.shapes import choices, field_names, length, members

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from studyapp.library.diagnostics import Path
    from studyapp.library.shapes import Target


_LONGEST_SHOWN: Final = 60
_YES: Final = {"yes", "on", "true", "y"}
_NO: Final = {"no", "off", "false", "n"}
_DATE_FORM: Final = "write it as YYYY-MM-DD"
_FORMS: Final = {
    get_args(Id)[1].pattern: (
        "cannot be an id",
        "use small letters and digits, joined by `-` or `.`",
    ),
    get_args(HttpsUrl)[1].pattern: (
        "cannot be an address",
        "use an https address without user, password or port",
    ),
}
_EXPECTED: Final = {
    "dataclass_type": "a mapping",
    "dict_type": "a mapping",
    "tuple_type": "a list",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "`true` or `false`",
    "date_type": "a date",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One complaint and what it is about."""

    kind: str
    """Pydantic's name for it."""
    said: str
    """Pydantic's words for it."""
    context: Mapping[str, Any]
    step: int | str
    """The last step of its location: the field that is missing, unknown or wrong."""
    target: Target
    """The value complained of, or the nearest value around it that exists."""
    owner: Target
    """The value that holds it."""


class Words(NamedTuple):
    """What to say of a problem, and where to point."""

    code: str
    message: str
    path: Path
    label: str = ""
    help: str = ""
    at_key: bool = False
    meant: str | None = None
    """The known name that is closest to an unknown one."""


def word(problem: Problem) -> Words:
    """Put a problem into plain words; one that has none keeps pydantic's."""
    wording = _WORDINGS.get(problem.kind, _other)
    return wording(problem)


def _missing(problem: Problem) -> Words:
    owner = problem.owner
    if isinstance(problem.step, int):
        message = f"this list is too short; it needs {length(owner.shape)} values"
        return Words("P0203", message, owner.path)
    label = "write both languages" if owner.shape is Text else ""
    message = f"missing field `{problem.step}`"
    return Words("P0201", message, owner.path, label, at_key=True)


def _unknown(problem: Problem) -> Words:
    known = field_names(problem.owner.shape)
    written = problem.owner.value if isinstance(problem.owner.value, dict) else {}
    message = f"unknown field `{_cut(problem.step)}`"
    words = Words("P0202", message, problem.target.path, at_key=True)
    free = [name for name in known if name not in written]
    return _with_nearest(words, problem.step, free, f"the fields here are {_listed(known)}")


def _unknown_type(problem: Problem) -> Words:
    known = [str(tag) for tag in members(problem.target.shape)]
    tag = problem.context["tag"]
    words = Words("P0204", f"unknown type `{_cut(tag)}`", (*problem.target.path, "type"))
    return _with_nearest(words, tag, known, f"the types are {_listed(known)}")


def _no_type(problem: Problem) -> Words:
    help_ = f"the types are {_listed(members(problem.target.shape))}"
    return Words("P0201", "missing field `type`", problem.target.path, help=help_, at_key=True)


def _unknown_choice(problem: Problem) -> Words:
    known = choices(problem.target.shape)
    message = f"{_shown(problem.target.value)} is no value for `{problem.step}`"
    words = Words("P0204", message, problem.target.path)
    all_known = f"`{problem.step}` is one of {_listed(known)}"
    return _with_nearest(words, problem.target.value, known, all_known)


def _wrong_type(problem: Problem) -> Words:
    path, value, shape = problem.target
    is_text = problem.kind == "string_type" or shape is Text
    what = "a text" if is_text else _EXPECTED[problem.kind]
    known = () if is_text else field_names(shape)
    help_ = f"the fields here are {_listed(known)}" if known else ""
    message = f"expected {what}, found {_shown(value)}"
    return Words("P0203", message, path, _repair(what, value), help_)


def _repair(expected: str, value: object) -> str:
    match expected, value:
        case "a text", bool() | int() | float():
            return "put it in quotes to keep it as text"
        case "a list", str():
            return "begin a line with `- ` for each entry"
        case "a whole number", str() if re.fullmatch("-?[0-9]+", value):
            return "take the quotes off"
        case "`true` or `false`", str() if value.lower() in _YES | _NO:
            return f"did you mean `{'true' if value.lower() in _YES else 'false'}`?"
        case "a date", _:
            return _DATE_FORM
        case _:
            return ""


def _no_date(problem: Problem) -> Words:
    written = str(problem.target.value)
    is_well_formed = re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", written)
    label = "the calendar has no such day" if is_well_formed else _DATE_FORM
    return Words("P0203", f"`{_cut(written)}` is not a date", problem.target.path, label)


def _wrong_form(problem: Problem) -> Words:
    form = problem.context["pattern"]
    what, label = _FORMS.get(form, ("does not have the form that is expected", f"as in `{form}`"))
    return Words("P0203", f"{_shown(problem.target.value)} {what}", problem.target.path, label)


def _wrong_size(problem: Problem) -> Words:
    what = "text" if problem.kind.startswith("string") else "list"
    if "max_length" in problem.context:
        message = f"this {what} is too long; at most {problem.context['max_length']} are allowed"
    elif problem.context["min_length"] == 1:
        message = f"this {what} is empty"
    else:
        message = f"this {what} is too short; at least {problem.context['min_length']} are needed"
    return Words("P0203", message, problem.target.path)


def _out_of_range(problem: Problem) -> Words:
    bounds = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    ((bound, limit),) = problem.context.items()
    message = f"{_shown(problem.target.value)} is out of range"
    label = f"it must be {bounds[bound]} {limit:g}"
    return Words("P0203", message, problem.target.path, label)


def _other(problem: Problem) -> Words:
    return Words("P0203", problem.said[:1].lower() + problem.said[1:], problem.target.path)


def _shown(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return f"`{str(value).lower()}`"
        case list():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return f"`{_cut(value)}`"


def _cut(value: object) -> str:
    words = " ".join(str(value).split())
    return words if len(words) <= _LONGEST_SHOWN else f"{words[: _LONGEST_SHOWN - 1]}…"


def _with_nearest(words: Words, written: object, known: Iterable[str], all_known: str) -> Words:
    """Suggest what is closest to an unknown name; where nothing is, tell all there are."""
    for near in get_close_matches(str(written), known, n=1):
        return words._replace(label=f"did you mean `{near}`?", meant=near)
    return words._replace(help=all_known)


def _listed(names: Iterable[object]) -> str:
    return ", ".join(f"`{name}`" for name in names)


_WORDINGS: Final[dict[str, Callable[[Problem], Words]]] = {
    "missing": _missing,
    "unexpected_keyword_argument": _unknown,
    "union_tag_invalid": _unknown_type,
    "union_tag_not_found": _no_type,
    "literal_error": _unknown_choice,
    "string_type": _wrong_type,
    **dict.fromkeys(_EXPECTED, _wrong_type),
    "date_parsing": _no_date,
    "string_pattern_mismatch": _wrong_form,
    **dict.fromkeys(("string_too_short", "string_too_long", "too_short", "too_long"), _wrong_size),
    **dict.fromkeys(
        ("greater_than_equal", "greater_than", "less_than_equal", "less_than"), _out_of_range
    ),
}
