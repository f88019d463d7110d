"""The whole table: what the key bar names, and which keys a learner may change to what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studyapp.ui.keys.practising import CARDS, EXAM, QUIZ
from studyapp.ui.keys.reading import (
    ADVISOR,
    CALCULATORS,
    EVERYWHERE,
    HOME,
    LINES,
    MENU,
    NOTES,
    PAGE,
    PROGRESS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.ui.keys.key import Key

BAR: Final = (
    "choose",
    "answer",
    "take_back",
    "go",
    "pick",
    "show_all",
    "submit",
    "pause",
    "read_on",
    "strike",
    "step(1)",
    "other_pane",
    "scenarios",
    "ask_next",
    "mark",
    "compare",
    "note",
    "advise",
    "card",
    "practise",
    "undo",
    "guessed",
    "restart",
    "next_calculator(1)",
    "step_question(1)",
    "plan",
    "next_section",
    "previous_section",
    "app.switch_language",
    "peek",
    "flag",
    "bury",
    "suspend",
    "bilingual",
    "links",
    "terms",
    "turn_read",
    "app.search",
    "app.go_back",
    "app.leave",
    "app.help",
)
"""The acts that the key bar names, most needed first; help comes last and is never left out."""

ALL: Final = (
    *EVERYWHERE,
    *NOTES,
    *PAGE,
    *CALCULATORS,
    *ADVISOR,
    *CARDS,
    *QUIZ,
    *EXAM,
    *HOME,
    *PROGRESS,
    *LINES,
    *MENU,
)
BY_ID: Final[Mapping[str, Key]] = {key.id: key for key in ALL}

_FIXED: Final = frozenset({"up", "down", "left", "right", "enter", "escape", "ctrl+c"})
"""Keys that keep their meaning, so that a learner can always find the way back."""

_PLACES: Final = frozenset(
    {"notes", "calculators", "advisor", "progress", "home", "cards", "quiz", "exam"}
)
"""Groups of keys of which no two work at once."""

_WHERE: Final = {
    "page": frozenset({"notes"}),
    "menu": frozenset({"notes", "calculators", "advisor", "home"}),
}
"""The places in which texts and lists take keys together with those of the place."""

_THROUGHOUT: Final = frozenset({"app", "lines"})

_BY_TURNS: Final = (
    {"pick", "read_on"},
    {"note", "refuse_help"},
    {"advise", "refuse_help"},
)
"""Acts of one group of which no two can be done at once."""

CHANGEABLE: Final = tuple(key for key in ALL if key.key not in _FIXED and not key.key.isdigit())
"""Keys that a learner may change."""


def clash(changed: Key, to: str, keys: Mapping[str, str]) -> Key | None:
    """The key that a change would hide or be hidden by; None when there is none.

    ``keys`` holds the changes already made, by binding id.
    """
    for key in ALL:
        works_apart = _are_apart({_group(key), _group(changed)})
        works_apart = works_apart or {key.action, changed.action} in _BY_TURNS
        if key.action != changed.action and keys.get(key.id, key.key) == to and not works_apart:
            return key
    return None


def _group(key: Key) -> str:
    return key.id.partition(".")[0]


def _are_apart(groups: set[str]) -> bool:
    """Whether keys of two groups never work at once."""
    if len(groups) == 1:
        return False
    return groups <= _PLACES or any(
        (groups - {each}).isdisjoint(_WHERE[each] | _THROUGHOUT) for each in groups & _WHERE.keys()
    )
