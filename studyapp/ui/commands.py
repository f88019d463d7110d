"""The command palette: acts and sections, found in either language, with or without marks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from studyapp import words
from studyapp.core.fold import fold
from studyapp.core.ports import Bookmark
from studyapp.core.prose import plain
from studyapp.core.text import Lang, Text
from studyapp.words import (
    advice,
    calculator_screen,
    calculators,
    cards,
    exam_place,
    keys,
    progress,
    quiz,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.types import IgnoreReturnCallbackType

    from studyapp.ui.app import StudyApp


class Command(NamedTuple):
    """One row of the palette."""

    name: Text
    run: IgnoreReturnCallbackType


class StudyCommands(Provider):
    """What the palette offers."""

    @property
    def _study_app(self) -> StudyApp:
        from studyapp.ui.app import StudyApp

        app = self.app
        assert isinstance(app, StudyApp)  # noqa: S101 -- tells the type checker; only StudyApp has it
        return app

    def _acts(self) -> Iterator[Command]:
        app = self._study_app
        yield Command(keys.DO_LANGUAGE_HELP, app.action_switch_language)
        for decision, title in app.study.decisions.items():
            yield Command(advice.ADVISE_ON.format(title=title), partial(app.advise, decision))
        yield Command(progress.PROGRESS, app.action_progress)
        yield Command(cards.GO, app.action_cards)
        yield Command(quiz.GO, app.action_quiz)
        yield Command(exam_place.GO, app.action_exam)
        yield Command(words.SEARCH, app.action_search)
        yield Command(words.GLOSSARY, app.show_terms)
        for calculator, called in calculators.NAMES.items():
            opened = calculator_screen.OPEN.format(name=called)
            yield Command(opened, partial(app.calculate, calculator))
        yield Command(words.SETTINGS, app.action_settings)
        yield Command(words.HELP, app.action_help)
        for name, said in words.THEME_NAMES.items():
            yield Command(words.USE_THEME.format(name=said), partial(app.use_theme, name))
        yield Command(words.GO_HOME, partial(app.switch_mode, "home"))
        yield Command(words.LEAVE, app.action_quit)

    def _sections(self) -> Iterator[Command]:
        app = self._study_app
        for entry in app.study.outline:
            title = Text(plain(entry.title.en), plain(entry.title.vi))
            yield Command(
                words.READ.format(title=title), partial(app.read, Bookmark(entry.id, entry.id, 0))
            )

    async def discover(self) -> Hits:
        """Offer every act before anything is typed."""
        lang = self._study_app.lang
        for command in self._acts():
            yield DiscoveryHit(Content(command.name[lang]), command.run, text=command.name[lang])

    async def search(self, query: str) -> Hits:
        """Offer what matches in either language; what is shown is in the present one."""
        lang, matcher, found = self._study_app.lang, self.matcher(fold(query)), False
        for command in (*self._acts(), *self._sections()):
            shown = command.name[lang]
            score = max(matcher.match(fold(command.name[spoken])) for spoken in Lang)
            if score > 0:
                found = True
                spans = list(matcher.highlight(fold(shown)).spans)
                yield Hit(score, Content(shown, spans=spans), command.run, text=shown)
        if not found:
            nothing = words.PALETTE_NOTHING[lang]
            yield Hit(0.001, Content(nothing), lambda: None, text=nothing)
