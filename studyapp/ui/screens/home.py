"""Home: where one is in the pack and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import getters, on

from studyapp import words
from studyapp.core.prose import plain
from studyapp.core.text import Text
from studyapp.ui.screens.base import Place
from studyapp.ui.widgets.bars import TitleBar
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from studyapp.core.pack import Exam

_BLANK = Row(Text.once(" "))


class HomeScreen(Place):
    """The first screen."""

    menu = getters.query_one("#home", Menu)

    def compose_place(self) -> ComposeResult:
        """One list."""
        yield Menu(id="home", numbered=True)

    def on_mount(self) -> None:
        """Show the pack."""
        self.query_one(TitleBar).show(Text.once("studyapp"))
        self.menu.focus()
        super().on_mount()

    def speak(self) -> None:
        """Show the list as it is now: reading elsewhere moves the place to continue from."""
        self.menu.show(tuple(self._rows()), self.menu.chosen_id)
        super().speak()

    def go_back(self) -> None:
        """Stay: nothing lies behind home."""

    def _rows(self) -> Iterator[Row]:
        study = self.study_app.study
        cover = study.cover
        yield _BLANK
        yield Row(cover.title, role="title")
        yield Row(_plain(cover.summary), role="muted")
        yield _BLANK
        yield from self._ways_in()
        yield _BLANK
        for digit, skill in enumerate(cover.skills, start=2):
            title = words.SKILL_TITLE.format(code=skill.code, title=_plain(skill.title))
            yield self._group_row(title, skill.id, str(digit) if digit <= 5 else "")
        for heading, kind in ((words.PAIRS, "pair"), (words.SHEETS, "sheet")):
            if study.sections_in(f"kind:{kind}"):
                yield self._group_row(heading, f"kind:{kind}")
        yield _BLANK
        yield Row(words.DO_SEARCH_HELP, "search", "6")
        if study.terms:
            yield Row(words.GLOSSARY, "glossary", "7")
        yield Row(words.SETTINGS, "settings", "8")
        yield Row(words.HELP, "help", "9")
        if study.dropped:
            told = words.DROPPED.format(count=len(study.dropped))
            yield Row(told, "dropped", "", words.DROPPED_HINT, role="notice.trap")
        if cover.credits:
            yield Row(words.CREDITS, "credits")
        if cover.exam is not None:
            yield _BLANK
            yield _exam_row(cover.exam)

    def _ways_in(self) -> Iterator[Row]:
        study = self.study_app.study
        mark = study.bookmark()
        if mark is not None:
            section = study.read(mark.section)
            skill = study.skill(section.skill)
            where = words.PLACE_IN.format(skill=skill.code, title=_plain(section.title))
            yield Row(words.CONTINUE, "continue", "1", where)
        elif study.has_notes:
            yield Row(words.START, "continue", "1")
        else:
            yield Row(words.NOTHING_TO_READ, role="notice.trap")

    def _group_row(self, title: Text, group: str, digit: str = "") -> Row:
        count = self.study_app.study.sections_in(group)
        said = words.ONE_SECTION if count == 1 else words.SECTIONS.format(count=count)
        named = words.GROUP.format(title=title, count=said)
        return Row(named, f"group:{group}" if count else None, digit)

    @on(Menu.Chosen)
    def _open(self, event: Menu.Chosen) -> None:
        app = self.study_app
        kind, _, id_ = event.row.partition(":")
        match kind:
            case "continue":
                app.read()
            case "group":
                app.read(app.study.first_in(id_))
            case "search":
                app.action_search()
            case "glossary":
                app.show_terms()
            case "settings":
                app.action_settings()
            case "dropped":
                app.action_dropped()
            case "credits":
                app.action_credits()
            case _:
                app.action_help()


def _plain(text: Text) -> Text:
    return Text(plain(text.en), plain(text.vi))


def _exam_row(exam: Exam) -> Row:
    line = words.EXAM_LINE.format(
        scored=exam.scored,
        unscored=exam.unscored,
        minutes=exam.minutes,
        pass_mark=exam.pass_mark,
        low=exam.scale[0],
        high=exam.scale[1],
    )
    return Row(line, note=_plain(exam.remark) if exam.remark else None, role="muted")
