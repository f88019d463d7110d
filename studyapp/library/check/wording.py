"""Whether Vietnamese text writes the terms of the subject as the glossary says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.core.prose import runs
from studyapp.core.text import Lang
from studyapp.library.check.translation import VIETNAMESE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.core.glossary import Term
    from studyapp.library.check.texts import Passage
    from studyapp.library.findings import Finding


class Vocabulary:
    """The terms of a glossary, by the words that should not stand alone in Vietnamese text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._wanted: dict[str, tuple[str, re.Pattern[str]]] = {}
        for term in terms:
            english, vietnamese = _forms(term)
            if term.writing == "keep":
                avoided, wanted = vietnamese, english
            elif term.writing == "translate":
                avoided, wanted = english, vietnamese
            else:
                continue
            for form in avoided:
                self._wanted[form.lower()] = wanted[0], _any_of(wanted)
        self._avoided = _any_of(self._wanted)

    def misworded(self, passage: Passage) -> Iterator[Finding]:
        """P0416: a term stands in the other language than the one the glossary asks for."""
        if not self._wanted or passage.is_shared or passage.is_drawing or passage.is_quoted:
            return
        said = "".join(run.text for run in runs(passage.text.vi) if not run.code and not run.href)
        for avoided in dict.fromkeys(match[0].lower() for match in self._avoided.finditer(said)):
            first, wanted = self._wanted[avoided]
            # A gloss is welcome: both words stand beside each other.
            if not wanted.search(said):
                yield passage.finding(
                    "P0416",
                    f"the glossary writes `{first}`, not `{avoided}`",
                    Lang.VI,
                    severity="warning",
                    label=f"write `{first}`, or both once",
                )


def _forms(term: Term) -> tuple[list[str], list[str]]:
    """The English and the Vietnamese forms, the term itself first."""
    others = [form for form in term.forms if form not in (term.en, term.vi)]
    vietnamese = [term.vi, *(form for form in others if VIETNAMESE.search(form))]
    english = [term.en, *(form for form in others if form not in vietnamese)]
    return english, [form for form in vietnamese if form.lower() not in map(str.lower, english)]


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    spelled = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{spelled})(?![\w-])", re.IGNORECASE)
