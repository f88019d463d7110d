"""Which terms of the glossary stand in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from studyapp.core.prose import plain
from studyapp.core.text import Lang
from studyapp.core.texts import texts

if TYPE_CHECKING:
    from studyapp.core.glossary import Term


_SHORT: Final = 3
"""Letters up to which a form, such as MU, counts only in its own case."""


def terms_in(value: object, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms that stand in the texts of a value, in the order in which they first stand.

    A term that stands only inside a longer one, as ``tầng`` in ``hạ tầng``, does not count.
    """
    said = "\n".join(plain(text[lang]) for lang in Lang for text in texts(value))
    pattern, by_form = _finder(terms)
    words = (match[0] for match in pattern.finditer(said)) if by_form else ()
    spellings = (form for word in words for form in (word, word.removesuffix("s")))
    found = (by_form.get(_key(form)) for form in spellings)
    return tuple(dict.fromkeys(term for term in found if term is not None))


@lru_cache(maxsize=4)
def _finder(terms: tuple[Term, ...]) -> tuple[re.Pattern[str], dict[str, Term]]:
    """What finds any form of any term as whole words, the longest first; and whose form it is."""
    by_form: dict[str, Term] = {}
    for term in terms:
        for form in (term.en, term.vi, *term.forms):
            by_form.setdefault(_key(form), term)
    longest_first = sorted(by_form, key=len, reverse=True)
    spelled = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<!\w)(?:{spelled})s?(?!\w)", re.IGNORECASE), by_form


def _key(form: str) -> str:
    return form if len(form) <= _SHORT else form.lower()
