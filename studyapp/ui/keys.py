"""The one key table of the program: bindings and help are made from it.

Every key has a binding id of its own, so that a learner can give one key another place without
touching the others. No key is one that Vietnamese typing (Telex, VNI) rewrites.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from textual.binding import Binding

from studyapp import words
from studyapp.words import advice, cards, exam_keys, progress, quiz

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

    from studyapp.core.text import Lang, Text


class Key(NamedTuple):
    """One key and what it does."""

    id: str
    """``place.act.key``, unique; what a settings file names."""
    key: str
    action: str
    short: Text
    """For the key bar."""
    long: Text
    """For help and the command palette."""


EVERYWHERE: Final = (
    Key("app.language.f2", "f2", "app.switch_language", words.DO_LANGUAGE, words.DO_LANGUAGE_HELP),
    Key("app.language.l", "l", "app.switch_language", words.DO_LANGUAGE, words.DO_LANGUAGE_HELP),
    Key("app.help.f1", "f1", "app.help", words.DO_HELP, words.HELP),
    Key("app.help.question", "question_mark", "app.help", words.DO_HELP, words.HELP),
    Key("app.search.slash", "slash", "app.search", words.DO_SEARCH, words.DO_SEARCH_HELP),
    Key("app.palette.ctrl-p", "ctrl+p", "app.command_palette", words.DO_PALETTE, words.DO_PALETTE),
    Key("app.back.escape", "escape", "app.go_back", words.DO_BACK, words.DO_BACK),
    Key("app.leave.q", "q", "app.leave", words.DO_LEAVE, words.DO_LEAVE_HELP),
    Key("app.quit.ctrl-q", "ctrl+q", "app.quit", words.DO_LEAVE, words.DO_LEAVE_ALL),
    Key("app.quit.ctrl-c", "ctrl+c", "app.help_quit", words.DO_LEAVE, words.DO_TELL_LEAVE),
)
"""Keys that work in every place."""

NOTES: Final = (
    Key("notes.bilingual.f3", "f3", "bilingual", words.DO_BILINGUAL, words.DO_BILINGUAL),
    Key("notes.next.n", "n", "next_section", words.DO_NEXT_SHORT, words.DO_NEXT),
    Key("notes.previous.p", "p", "previous_section", words.DO_PREVIOUS_SHORT, words.DO_PREVIOUS),
    Key("notes.peek.g", "g", "peek", words.DO_PEEK, words.DO_PEEK_HELP),
    Key("notes.bilingual.b", "b", "bilingual", words.DO_BILINGUAL, words.DO_BILINGUAL),
    Key("notes.terms.t", "t", "terms", words.DO_TERMS, words.DO_TERMS_HELP),
    Key("notes.back.comma", "comma", "trail_back", words.DO_TRAIL_BACK, words.DO_TRAIL_BACK),
    Key("notes.forth.full-stop", "full_stop", "trail_forth", words.DO_FORTH, words.DO_FORTH),
    Key("notes.read.m", "m", "turn_read", progress.DO_READ, progress.DO_READ_HELP),
    Key("notes.outline.left", "left", "to_outline", words.DO_OUTLINE, words.DO_OUTLINE),
    Key("notes.page.right", "right", "to_page", words.DO_PAGE, words.DO_PAGE),
)
"""Keys of the notes, whichever half has the focus."""

PAGE: Final = (
    Key("page.links.enter", "enter", "links", words.DO_LINKS, words.DO_LINKS_HELP),
    Key("page.down.space", "space", "page_down", words.DO_PAGE_DOWN, words.DO_PAGE_DOWN_HELP),
)
"""Keys of the text of a section."""

CALCULATORS: Final = (
    Key("calculators.less.left", "left", "step(-1)", words.DO_OTHER_VALUE, words.DO_PREVIOUS_VALUE),
    Key("calculators.more.right", "right", "step(1)", words.DO_OTHER_VALUE, words.DO_NEXT_VALUE),
    Key(
        "calculators.next.n",
        "n",
        "next_calculator(1)",
        words.DO_CALCULATOR,
        words.DO_NEXT_CALCULATOR,
    ),
    Key(
        "calculators.previous.p",
        "p",
        "next_calculator(-1)",
        words.DO_CALCULATOR,
        words.DO_PREVIOUS_CALCULATOR,
    ),
    Key(
        "calculators.down.space",
        "space",
        "answer_down",
        words.DO_PAGE_DOWN,
        words.DO_ANSWER_DOWN,
    ),
)
"""Keys of the calculators, beside those of the list of inputs."""

ADVISOR: Final = (
    Key("advisor.pane.tab", "tab", "other_pane", advice.DO_OTHER_PANE, advice.DO_OTHER_PANE_HELP),
    Key("advisor.step.right", "right", "step(1)", advice.DO_STEP, advice.DO_STEP_HELP),
    Key("advisor.step.left", "left", "step(-1)", advice.DO_STEP, advice.DO_STEP_BACK_HELP),
    Key("advisor.unknown.0", "0", "unknown", advice.DO_UNKNOWN, advice.DO_UNKNOWN_HELP),
    Key("advisor.ask.a", "a", "ask_next", advice.DO_ASK, advice.DO_ASK_HELP),
    Key("advisor.scenarios.s", "s", "scenarios", advice.DO_SCENARIOS, advice.DO_SCENARIOS_HELP),
    Key("advisor.mark.space", "space", "mark", advice.DO_MARK, advice.DO_MARK_HELP),
    Key("advisor.compare.c", "c", "compare", advice.DO_COMPARE, advice.DO_COMPARE_HELP),
    Key("advisor.note.i", "i", "note", advice.DO_NOTE, advice.DO_NOTE_HELP),
    Key("advisor.undo.u", "u", "undo", advice.DO_UNDO, advice.DO_UNDO_HELP),
    Key("advisor.reset.r", "r", "reset", advice.DO_RESET, advice.DO_RESET_HELP),
    Key("advisor.copy.x", "x", "copy", advice.DO_COPY, advice.DO_COPY_HELP),
    Key(
        "advisor.calculators.k",
        "k",
        "calculators",
        advice.DO_CALCULATORS,
        advice.DO_CALCULATORS,
    ),
    Key("advisor.next.n", "n", "decision(1)", advice.DO_NEXT, advice.DO_NEXT_HELP),
    Key("advisor.previous.p", "p", "decision(-1)", advice.DO_PREVIOUS, advice.DO_PREVIOUS_HELP),
)
"""Keys of the advisor, whichever half has the focus."""

CARDS: Final = (
    Key("cards.answer.enter", "enter", "answer", cards.DO_ANSWER, cards.DO_ANSWER_HELP),
    Key("cards.answer.space", "space", "answer", cards.DO_ANSWER, cards.DO_ANSWER_HELP),
    *(
        Key(f"cards.rate.{digit}", str(digit), f"rate({digit})", cards.DO_RATE, cards.DO_RATE_HELP)
        for digit in range(1, 5)
    ),
    Key("cards.rating.right", "right", "rating(1)", cards.DO_RATE, cards.DO_NEXT_RATING),
    Key("cards.rating.left", "left", "rating(-1)", cards.DO_RATE, cards.DO_PREVIOUS_RATING),
    Key("cards.undo.u", "u", "undo", cards.DO_UNDO, cards.DO_UNDO_HELP),
    Key("cards.guessed.k", "k", "guessed", cards.DO_GUESSED, cards.DO_GUESSED_HELP),
    Key("cards.peek.g", "g", "peek", words.DO_PEEK, words.DO_PEEK_HELP),
    Key("cards.note.i", "i", "note", cards.DO_NOTE, cards.DO_NOTE_HELP),
    Key("cards.mark.m", "m", "flag", cards.DO_MARK, cards.DO_MARK_HELP),
    Key("cards.bury.h", "h", "bury", cards.DO_BURY, cards.DO_BURY_HELP),
    Key("cards.suspend.x", "x", "suspend", cards.DO_SUSPEND, cards.SUSPEND),
    Key("cards.report.r", "r", "report", cards.DO_REPORT, cards.REPORT),
    Key("cards.restart.b", "b", "restart", cards.DO_RESTART, cards.DO_RESTART_HELP),
)
"""Keys of a card."""

QUIZ: Final = (
    Key("quiz.go.enter", "enter", "go", quiz.DO_GO, quiz.DO_GO_HELP),
    Key("quiz.pick.space", "space", "pick", quiz.DO_PICK, quiz.DO_PICK_HELP),
    Key("quiz.read-on.space", "space", "read_on", words.DO_PAGE_DOWN, quiz.DO_READ_ON_HELP),
    *(
        Key(f"quiz.letter.{key}", key, f"letter({at})", quiz.DO_PICK, quiz.DO_LETTER_HELP)
        for at, key in enumerate("abcdef")
    ),
    *(
        Key(
            f"quiz.number.{digit}",
            str(digit),
            f"number({digit})",
            quiz.DO_PICK,
            quiz.DO_NUMBER_HELP,
        )
        for digit in range(1, 10)
    ),
    Key("quiz.turn.right", "right", "turn(1)", quiz.DO_TURN, quiz.DO_TURN_HELP),
    Key("quiz.turn.left", "left", "turn(-1)", quiz.DO_TURN, quiz.DO_TURN_BACK_HELP),
    Key("quiz.strike.delete", "delete", "strike", quiz.DO_STRIKE, quiz.DO_STRIKE_HELP),
    Key("quiz.strike.x", "x", "strike", quiz.DO_STRIKE, quiz.DO_STRIKE_HELP),
    Key("quiz.mark.m", "m", "flag", cards.DO_MARK, quiz.DO_FLAG_HELP),
    Key("quiz.peek.g", "g", "peek", words.DO_PEEK, words.DO_PEEK_HELP),
    Key("quiz.next.n", "n", "next_question", quiz.DO_NEXT, quiz.DO_NEXT_HELP),
    Key("quiz.note.o", "o", "note", quiz.DO_NOTE, quiz.DO_NOTE_HELP),
    Key("quiz.advise.i", "i", "advise", quiz.DO_ADVISE, quiz.DO_ADVISE_HELP),
    Key("quiz.card.k", "k", "card", quiz.DO_CARD, quiz.DO_CARD_HELP),
    Key("quiz.undo.u", "u", "undo", cards.DO_UNDO, cards.DO_UNDO_HELP),
)
"""Keys of a question and of its explanation."""

EXAM: Final = (
    Key("exam.go.enter", "enter", "go", exam_keys.DO_GO, exam_keys.DO_GO_HELP),
    Key("exam.pick.space", "space", "pick", exam_keys.DO_PICK, exam_keys.DO_PICK_HELP),
    Key("exam.read-on.space", "space", "read_on", words.DO_PAGE_DOWN, quiz.DO_READ_ON_HELP),
    *(
        Key(
            f"exam.letter.{key}",
            key,
            f"letter({at})",
            exam_keys.DO_PICK,
            exam_keys.DO_LETTER_HELP,
        )
        for at, key in enumerate("abcdef")
    ),
    *(
        Key(
            f"exam.number.{digit}",
            str(digit),
            f"number({digit})",
            exam_keys.DO_PICK,
            exam_keys.DO_NUMBER_HELP,
        )
        for digit in range(10)
    ),
    Key("exam.turn.right", "right", "turn(1)", exam_keys.DO_TURN, exam_keys.DO_TURN_HELP),
    Key("exam.turn.left", "left", "turn(-1)", exam_keys.DO_TURN, exam_keys.DO_TURN_BACK_HELP),
    Key("exam.strike.delete", "delete", "strike", exam_keys.DO_STRIKE, exam_keys.DO_STRIKE_HELP),
    Key("exam.strike.x", "x", "strike", exam_keys.DO_STRIKE, exam_keys.DO_STRIKE_HELP),
    Key("exam.flag.m", "m", "flag", exam_keys.DO_FLAG, exam_keys.DO_FLAG_HELP),
    Key("exam.next.n", "n", "step_question(1)", exam_keys.DO_NEXT, exam_keys.DO_NEXT_HELP),
    Key(
        "exam.previous.p",
        "p",
        "step_question(-1)",
        exam_keys.DO_PREVIOUS,
        exam_keys.DO_PREVIOUS_HELP,
    ),
    Key("exam.all.tab", "tab", "show_all", exam_keys.DO_GRID, exam_keys.DO_GRID_HELP),
    Key("exam.all.j", "j", "show_all", exam_keys.DO_GRID, exam_keys.DO_GRID_HELP),
    Key("exam.submit.s", "s", "submit", exam_keys.DO_SUBMIT, exam_keys.DO_SUBMIT_HELP),
    Key("exam.pause.h", "h", "pause", exam_keys.DO_PAUSE, exam_keys.DO_PAUSE_HELP),
    Key("exam.take-back.t", "t", "take_back", exam_keys.DO_TAKE, exam_keys.DO_TAKE_HELP),
    Key("exam.peek.g", "g", "peek", words.DO_PEEK, words.DO_PEEK_HELP),
    Key("exam.note.o", "o", "note", quiz.DO_NOTE, quiz.DO_NOTE_HELP),
    Key("exam.advise.i", "i", "advise", quiz.DO_ADVISE, quiz.DO_ADVISE_HELP),
    *(
        Key(f"exam.refuse.{key}", key, "refuse_help", quiz.DO_NOTE, exam_keys.DO_REFUSE_HELP)
        for key in "oi"
    ),
    Key("exam.card.k", "k", "card", quiz.DO_CARD, quiz.DO_CARD_HELP),
)
"""Keys of a timed exam, and of the explanations after it."""

HOME: Final = (
    Key("home.progress.o", "o", "app.progress", progress.PROGRESS, progress.DO_PROGRESS_HELP),
    Key("home.settings.s", "s", "app.settings", words.SETTINGS, words.SETTINGS),
)
"""Keys of home, beside those of its list."""

PROGRESS: Final = (
    Key("progress.plan.enter", "enter", "plan", progress.DO_PLAN, progress.DO_PLAN_HELP),
    Key(
        "progress.down.space",
        "space",
        "progress_down",
        words.DO_PAGE_DOWN,
        words.DO_PAGE_DOWN,
    ),
)
"""Keys of Progress."""

LINES: Final = (
    Key("lines.down.down", "down", "down", words.DO_DOWN, words.DO_DOWN),
    Key("lines.up.up", "up", "up", words.DO_UP, words.DO_UP),
    Key(
        "lines.page-down.pagedown", "pagedown", "page_down", words.DO_PAGE_DOWN, words.DO_PAGE_DOWN
    ),
    Key("lines.page-up.pageup", "pageup", "page_up", words.DO_PAGE_UP, words.DO_PAGE_UP),
    Key("lines.first.home", "home", "first", words.DO_FIRST, words.DO_FIRST),
    Key("lines.last.end", "end", "last", words.DO_LAST, words.DO_LAST),
)
"""Keys of everything that scrolls."""

MENU: Final = (
    Key("menu.choose.enter", "enter", "choose", words.DO_CHOOSE, words.DO_CHOOSE),
    Key("menu.peek.g", "g", "peek", words.DO_PEEK, words.DO_PEEK_HELP),
    *(
        Key(
            f"menu.choose.{digit}",
            str(digit),
            f"choose_digit({digit})",
            words.DO_CHOOSE,
            words.DO_CHOOSE_DIGIT,
        )
        for digit in range(1, 10)
    ),
)
"""Keys of every list one chooses from."""

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


def bindings(keys: tuple[Key, ...]) -> list[BindingType]:
    """Textual's form of a part of the table."""
    return [
        Binding(key.key, key.action, key.short.en, show=False, id=key.id, tooltip=key.long.en)
        for key in keys
    ]


def key_name(key: str, lang: Lang) -> str:
    """How a key is written in a language: ``space`` is ``Cách`` in Vietnamese."""
    if (name := words.KEY_NAMES.get(key)) is not None:
        return name[lang]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key.removeprefix('ctrl+').upper()}"
    return key.upper() if key.startswith("f") and key[1:].isdigit() else key


_FIXED: Final = frozenset({"up", "down", "left", "right", "enter", "escape", "ctrl+c"})
"""Keys that keep their meaning, so that a learner can always find the way back."""

_APART: Final = (
    {"page", "menu"},
    {"page", "calculators"},
    {"notes", "calculators"},
    {"advisor", "page"},
    {"advisor", "notes"},
    {"advisor", "calculators"},
    {"progress", "menu"},
    {"progress", "page"},
    {"progress", "notes"},
    {"progress", "calculators"},
    {"progress", "advisor"},
    {"home", "page"},
    {"home", "notes"},
    {"home", "calculators"},
    {"home", "advisor"},
    {"home", "progress"},
    {"cards", "page"},
    {"cards", "notes"},
    {"cards", "calculators"},
    {"cards", "advisor"},
    {"cards", "progress"},
    {"cards", "home"},
    {"cards", "menu"},
    {"quiz", "page"},
    {"quiz", "notes"},
    {"quiz", "calculators"},
    {"quiz", "advisor"},
    {"quiz", "progress"},
    {"quiz", "home"},
    {"quiz", "cards"},
    {"quiz", "menu"},
    {"exam", "page"},
    {"exam", "notes"},
    {"exam", "calculators"},
    {"exam", "advisor"},
    {"exam", "progress"},
    {"exam", "home"},
    {"exam", "cards"},
    {"exam", "quiz"},
    {"exam", "menu"},
)
"""Groups of keys of which no two work at once."""

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
        works_apart = {_group(key), _group(changed)} in _APART
        works_apart = works_apart or {key.action, changed.action} in _BY_TURNS
        if key.action != changed.action and keys.get(key.id, key.key) == to and not works_apart:
            return key
    return None


def _group(key: Key) -> str:
    return key.id.partition(".")[0]
