"""Home: where one is in the pack and what to do next."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work

from studyapp import words
from studyapp.core.ports import StoreError, group_of
from studyapp.core.prose import plain
from studyapp.core.text import Text
from studyapp.ui.invigilating import end_if_up, is_refused, running, running_said
from studyapp.ui.keeping import wake
from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.reading import HOME
from studyapp.ui.screens.base import Place
from studyapp.ui.widgets.bars import TitleBar
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row
from studyapp.words import advice, cards, exam, exam_place, keys, progress, quiz

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.core.exams.attempt import Attempt
    from studyapp.core.pack import Exam
    from studyapp.study.best import Best

_BLANK = Row(Text.once(" "))
_IN_EXAM = frozenset({"exam", "progress", "settings", "dropped", "credits"})
"""The kinds of rows that a strict exam lets one open."""


class HomeScreen(Place):
    """The first screen; what depends on the history comes after its first frame."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(HOME)

    menu = getters.query_one("#home", Menu)

    def __init__(self) -> None:
        super().__init__()
        self._best: Best | None = None
        self._read: dict[str, int] = {}
        """Sections that are marked as read, by group of the outline."""
        self._is_known = True
        """Whether the history can be read."""
        self._is_awaited = False
        """Whether the learner has asked for the best next thing before it was known."""
        self._exam: Attempt | None = None
        """The exam that runs."""

    def compose_place(self) -> ComposeResult:
        """One list."""
        yield Menu(id="home", numbered=True)

    def on_mount(self) -> None:
        """Show the pack."""
        self.query_one(TitleBar).show(Text.once("studyapp"))
        self.menu.focus()
        self.call_after_refresh(self.look)
        self.set_interval(1, self._tick)

    def on_screen_resume(self) -> None:
        """Find out what has changed elsewhere."""
        if self._best is not None or not self._is_known:
            self.look()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Find out what is best to do next, without keeping the list waiting."""
        from studyapp.study.best import best_next
        from studyapp.study.marks import read_sections

        study, before = self.study_app.study, self._exam
        self._is_known = await wake(self.study_app)
        try:
            if self._is_known:
                study.learning.catch_up()
                await end_if_up(self.study_app)
                self._exam = running(study)
                self._best, read = best_next(study), read_sections(study)
                groups = (group_of(e.kind, e.skill) for e in study.outline if e.id in read)
                self._read = dict(Counter(groups))
        except StoreError:
            self._is_known = False
        self.speak()
        if self._exam is not None and before is None:
            self.menu.move_to("exam:running")
        if self._is_awaited and self.is_current:
            if self._exam is None:
                self._follow()
            else:
                self._is_awaited = False
                self.study_app.action_exam()

    def speak(self) -> None:
        """Show the list as it is now: reading elsewhere moves the place to continue from."""
        self.menu.show(tuple(self._rows()), self.menu.chosen_id)
        super().speak()

    def _tick(self) -> None:
        """Say how much time is left of an exam that runs, once that is another minute."""
        before = self._exam
        if before is None or not self.is_current:
            return
        with suppress(StoreError):
            self._exam = running(self.study_app.study)
        if self._exam is None or self._exam.is_up:
            self.look()
        elif running_said(before) != running_said(self._exam):
            self.speak()

    def go_back(self) -> None:
        """Stay: nothing lies behind home."""

    def _rows(self) -> Iterator[Row]:
        study = self.study_app.study
        cover = study.cover
        yield _BLANK
        yield Row(cover.title, role="title")
        yield Row(_plain(cover.summary), role="muted")
        yield _BLANK
        if self._exam is not None:
            yield Row(running_said(self._exam), "exam:running", note=exam.TAKE_BACK, role="strong")
        yield self._best_row()
        yield from self._ways_in()
        yield Row(cards.CARDS, "cards", "2", cards.CARDS_MEANS)
        if study.decisions:
            yield Row(advice.ADVISOR, "advisor", "3", advice.ADVISOR_MEANS)
        yield Row(quiz.QUIZ, "quiz", "4", quiz.QUIZ_MEANS)
        if cover.exam is not None:
            yield Row(exam.EXAM, "exam", "5", exam_place.MEANS)
        yield Row(progress.PROGRESS, "progress")
        yield _BLANK
        for digit, skill in enumerate(cover.skills, start=6):
            title = words.SKILL_TITLE.format(code=skill.code, title=_plain(skill.title))
            yield self._group_row(title, skill.id, str(digit) if digit <= 8 else "")
        for heading, kind in ((words.PAIRS, "pair"), (words.SHEETS, "sheet")):
            if study.sections_in(f"kind:{kind}"):
                yield self._group_row(heading, f"kind:{kind}")
        yield _BLANK
        yield Row(keys.DO_SEARCH_HELP, "search")
        if study.terms:
            yield Row(words.GLOSSARY, "glossary", "9")
        yield Row(words.SETTINGS, "settings")
        yield Row(words.HELP, "help")
        if study.dropped:
            told = words.DROPPED.format(count=len(study.dropped))
            yield Row(told, "dropped", "", words.DROPPED_HINT, role="notice.trap")
        if cover.credits:
            yield Row(words.CREDITS, "credits")
        if cover.exam is not None:
            yield _BLANK
            yield _exam_row(cover.exam)

    def _best_row(self) -> Row:
        if not self._is_known:
            return Row(progress.BEST_WAIT, note=progress.BEST_UNKNOWN_WHY)
        if self._best is None:
            return Row(progress.BEST_WAIT, "best", note=progress.BEST_WAIT_WHY)
        what = progress.BEST.format(what=self._best.what)
        return Row(what, "best", note=self._best.why, role="strong")

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
        if read := self._read.get(group):
            said = progress.SECTIONS_READ.format(read=read, count=count)
        named = words.GROUP.format(title=title, count=said)
        return Row(named, f"group:{group}" if count else None, digit)

    @work(group="follow")
    async def _follow(self) -> None:
        """Do what is best next, as soon as it is known."""
        self._is_awaited = self._best is None
        if self._best is not None:
            from studyapp.ui.following import follow

            await follow(self.study_app, self._best)

    @on(Menu.Chosen)
    def _open(self, event: Menu.Chosen) -> None:
        app = self.study_app
        kind, _, id_ = event.row.partition(":")
        if kind not in _IN_EXAM and is_refused(app):
            return
        match kind:
            case "best":
                self._follow()
            case "progress":
                app.action_progress()
            case "cards":
                app.action_cards()
            case "quiz":
                app.action_quiz()
            case "exam":
                app.action_exam()
            case "continue":
                app.read()
            case "group":
                app.read(app.study.first_in(id_))
            case "advisor":
                app.advise()
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
