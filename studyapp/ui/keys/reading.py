"""Keys of the whole program, of lists and texts, and of the places to read and to look up."""

from __future__ import annotations

from typing import Final

from studyapp import words
from studyapp.ui.keys.key import Key
from studyapp.words import advice, keys, progress

EVERYWHERE: Final = (
    Key("app.language.f2", "f2", "app.switch_language", keys.DO_LANGUAGE, keys.DO_LANGUAGE_HELP),
    Key("app.language.l", "l", "app.switch_language", keys.DO_LANGUAGE, keys.DO_LANGUAGE_HELP),
    Key("app.help.f1", "f1", "app.help", keys.DO_HELP, words.HELP),
    Key("app.help.question", "question_mark", "app.help", keys.DO_HELP, words.HELP),
    Key("app.search.slash", "slash", "app.search", keys.DO_SEARCH, keys.DO_SEARCH_HELP),
    Key("app.palette.ctrl-p", "ctrl+p", "app.command_palette", keys.DO_PALETTE, keys.DO_PALETTE),
    Key("app.back.escape", "escape", "app.go_back", keys.DO_BACK, keys.DO_BACK),
    Key("app.leave.q", "q", "app.leave", keys.DO_LEAVE, keys.DO_LEAVE_HELP),
    Key("app.quit.ctrl-q", "ctrl+q", "app.quit", keys.DO_LEAVE, keys.DO_LEAVE_ALL),
    Key("app.quit.ctrl-c", "ctrl+c", "app.help_quit", keys.DO_LEAVE, keys.DO_TELL_LEAVE),
)
"""Keys that work in every place."""

NOTES: Final = (
    Key("notes.bilingual.f3", "f3", "bilingual", keys.DO_BILINGUAL, keys.DO_BILINGUAL),
    Key("notes.next.n", "n", "next_section", keys.DO_NEXT_SHORT, keys.DO_NEXT),
    Key("notes.previous.p", "p", "previous_section", keys.DO_PREVIOUS_SHORT, keys.DO_PREVIOUS),
    Key("notes.peek.g", "g", "peek", keys.DO_PEEK, keys.DO_PEEK_HELP),
    Key("notes.bilingual.b", "b", "bilingual", keys.DO_BILINGUAL, keys.DO_BILINGUAL),
    Key("notes.terms.t", "t", "terms", keys.DO_TERMS, keys.DO_TERMS_HELP),
    Key("notes.back.comma", "comma", "trail_back", keys.DO_TRAIL_BACK, keys.DO_TRAIL_BACK),
    Key("notes.forth.full-stop", "full_stop", "trail_forth", keys.DO_FORTH, keys.DO_FORTH),
    Key("notes.read.m", "m", "turn_read", progress.DO_READ, progress.DO_READ_HELP),
    Key("notes.outline.left", "left", "to_outline", keys.DO_OUTLINE, keys.DO_OUTLINE),
    Key("notes.page.right", "right", "to_page", keys.DO_PAGE, keys.DO_PAGE),
)
"""Keys of the notes, whichever half has the focus."""

PAGE: Final = (
    Key("page.links.enter", "enter", "links", keys.DO_LINKS, keys.DO_LINKS_HELP),
    Key("page.down.space", "space", "page_down", keys.DO_PAGE_DOWN, keys.DO_PAGE_DOWN_HELP),
)
"""Keys of the text of a section."""

CALCULATORS: Final = (
    Key("calculators.less.left", "left", "step(-1)", keys.DO_OTHER_VALUE, keys.DO_PREVIOUS_VALUE),
    Key("calculators.more.right", "right", "step(1)", keys.DO_OTHER_VALUE, keys.DO_NEXT_VALUE),
    Key(
        "calculators.next.n",
        "n",
        "next_calculator(1)",
        keys.DO_CALCULATOR,
        keys.DO_NEXT_CALCULATOR,
    ),
    Key(
        "calculators.previous.p",
        "p",
        "next_calculator(-1)",
        keys.DO_CALCULATOR,
        keys.DO_PREVIOUS_CALCULATOR,
    ),
    Key(
        "calculators.down.space",
        "space",
        "answer_down",
        keys.DO_PAGE_DOWN,
        keys.DO_ANSWER_DOWN,
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
        keys.DO_PAGE_DOWN,
        keys.DO_PAGE_DOWN,
    ),
)
"""Keys of Progress."""

LINES: Final = (
    Key("lines.down.down", "down", "down", keys.DO_DOWN, keys.DO_DOWN),
    Key("lines.up.up", "up", "up", keys.DO_UP, keys.DO_UP),
    Key("lines.page-down.pagedown", "pagedown", "page_down", keys.DO_PAGE_DOWN, keys.DO_PAGE_DOWN),
    Key("lines.page-up.pageup", "pageup", "page_up", keys.DO_PAGE_UP, keys.DO_PAGE_UP),
    Key("lines.first.home", "home", "first", keys.DO_FIRST, keys.DO_FIRST),
    Key("lines.last.end", "end", "last", keys.DO_LAST, keys.DO_LAST),
)
"""Keys of everything that scrolls."""

MENU: Final = (
    Key("menu.choose.enter", "enter", "choose", keys.DO_CHOOSE, keys.DO_CHOOSE),
    Key("menu.peek.g", "g", "peek", keys.DO_PEEK, keys.DO_PEEK_HELP),
    *(
        Key(
            f"menu.choose.{digit}",
            str(digit),
            f"choose_digit({digit})",
            keys.DO_CHOOSE,
            keys.DO_CHOOSE_DIGIT,
        )
        for digit in range(1, 10)
    ),
)
"""Keys of every list one chooses from."""
