"""Which terms of the glossary stand in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from studyapp.core.prose import plain
from studyapp.core.text import Lang
from studyapp.core.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.core.glossary import Term


def terms_in(value: object, terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms that stand in the texts of a value, in the order in which they first stand.

    A term that stands only inside a longer one, as ``tầng`` in ``hạ tầng``, does not count.
    """
    said = "\n".join(plain(text[lang]) for lang in Lang for text in texts(value))
    places = [(match.span(), term) for term in terms for match in _pattern(term).finditer(said)]
    places.sort(key=lambda place: (place[0][0], -place[0][1]))
    found: dict[str, Term] = {}
    end = 0
    for (start, stop), term in places:
        if stop > end:
            found.setdefault(term.id, term)
            end = max(end, stop)
    return tuple(found.values())


@lru_cache(maxsize=1024)
def _pattern(term: Term) -> re.Pattern[str]:
    """Any form of a term as a whole word; a short one, such as MU, only in its own case."""
    forms = sorted({term.en, term.vi, *term.forms}, key=len, reverse=True)
    spelled = (re.escape(form) if len(form) <= 3 else f"(?i:{re.escape(form)}s?)" for form in forms)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)")
