"""The application: its places, its language and theme, and how it ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.reactive import var

from studyapp import words
from studyapp.core.prose import plain
from studyapp.core.text import Lang, Text
from studyapp.settings import Settings, save_settings
from studyapp.typeset.clean import clean
from studyapp.ui.calculations import Calculations
from studyapp.ui.invigilating import refused_in_exams
from studyapp.ui.keys import EVERYWHERE, bindings, key_name
from studyapp.ui.own_keys import usable
from studyapp.ui.places import PLACES
from studyapp.ui.screens.base import Place, Spoken
from studyapp.ui.screens.home import HomeScreen
from studyapp.ui.sturdy import SturdyApp
from studyapp.ui.themes import THEMES
from studyapp.words import advice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from rich.console import RenderableType
    from textual.binding import BindingType
    from textual.command import Provider
    from textual.screen import Screen

    from studyapp.core.glossary import Term
    from studyapp.core.ports import Bookmark
    from studyapp.files import Folders
    from studyapp.study.practising import Practice
    from studyapp.study.study import Study
    from studyapp.ui.widgets.rows import Row


def _commands() -> type[Provider]:
    from studyapp.ui.commands import StudyCommands

    return StudyCommands


class StudyApp(SturdyApp, inherit_bindings=False):
    """The program on the terminal."""

    CSS_PATH = "studyapp.tcss"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[object]]]] = PLACES
    DEFAULT_MODE = "home"
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}

    lang: var[Lang] = var(Lang.EN, init=False)

    def __init__(
        self, study: Study, folders: Folders, settings: Settings, problems: tuple[Text, ...] = ()
    ) -> None:
        super().__init__()
        self.study = study
        self.settings = self._saved = settings
        self.wanted: Bookmark | None = None
        """The place that the notes shall open when they are next shown."""
        self.wanted_decision: str | None = None
        """The decision that the advisor shall open when it is next shown."""
        self.wanted_practice: Callable[[Study], Practice] | None = None
        """Begins the sitting that the quiz shall show when it is next shown."""
        self.wanted_exam: str | None = None
        """The preset whose rules the exam shall show when it is next shown."""
        self.came_from = self.DEFAULT_MODE
        """The place that the notes were opened from, and lead back to."""
        self.advised_from = self.DEFAULT_MODE
        """The place that the advisor was opened from, and leads back to."""
        self.calculations = Calculations()
        self._folders = folders
        self.report_path = folders.data / "crash-report.txt"
        self._problems = problems
        self._notices_told = 0
        """How many notices of the history the learner has been told."""
        self._untold = True
        """Whether the learner has not yet been told that something cannot be saved."""
        self.animation_level = "none"
        self.set_reactive(StudyApp.lang, settings.lang)
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = settings.theme

    def get_default_screen(self) -> Screen[object]:
        """Home; were it among `MODES` from the start, all styles would be read once more."""
        return HomeScreen()

    @property
    def settings_path(self) -> Path:
        """The file that settings are kept in."""
        return self._folders.config / "settings.json"

    def on_mount(self) -> None:
        """Take the learner's keys, and tell what was wrong with the settings."""
        self.title = "studyapp"
        self.add_mode(self.DEFAULT_MODE, HomeScreen)
        keys, wrong_keys = usable(self.settings.keys)
        self.settings = self._saved = replace(self.settings, keys=keys)
        self.set_keymap(keys)
        for problem in (*self._problems, *wrong_keys):
            self.tell(problem, severity="warning")

    def tell(
        self, message: Text, severity: Literal["information", "warning", "error"] = "information"
    ) -> None:
        """Show a passing message in the present language."""
        # A name of a file or of a key may be in it, and those may hold anything.
        self.notify(clean(message[self.lang]), severity=severity, markup=False)

    def tell_notices(self) -> None:
        """Tell what was found in the history, and done about it, since this was last called."""
        from studyapp.words.history import said

        notices = self.study.learning.store.notices
        for notice in notices[self._notices_told :]:
            self.tell(said(notice), severity="warning")
        self._notices_told = len(notices)

    # --- language, theme, keys

    @refused_in_exams
    def action_switch_language(self) -> None:
        """Speak the other language everywhere, in place."""
        self.lang = self.lang.other
        self._take(replace(self.settings, lang=self.lang))
        self._speak()

    def use_theme(self, name: str) -> None:
        """Change the colours."""
        self.theme = name
        self._take(replace(self.settings, theme=name))
        self._speak()

    def use_keys(self, keys: Mapping[str, str]) -> None:
        """Change keys; ``keys`` holds every key that differs from the table, by binding id."""
        self.set_keymap(dict(keys))
        self._take(replace(self.settings, keys=dict(keys)))

    def _speak(self) -> None:
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Spoken) and screen.is_mounted:  # one that is not yet, will speak
                screen.speak()

    def _take(self, settings: Settings) -> None:
        """Go by new settings at once; the disk, which is slower, follows what is shown."""
        self.settings = settings
        self.call_after_refresh(self._save)

    def _save(self) -> None:
        if self.settings is self._saved:
            return
        self._saved = self.settings
        try:
            save_settings(self.settings_path, self.settings)
        except OSError as error:
            self._tell_unsaved(self.settings_path, error)

    def _tell_unsaved(self, path: Path, error: OSError) -> None:
        if self._untold:
            self._untold = False
            said = words.NOT_SAVED.format(path=path, why=error.strerror or error)
            self.tell(said, severity="warning")

    # --- places and dialogs

    @refused_in_exams
    def read(self, place: Bookmark | None = None) -> None:
        """Go to the notes: to a place in them, or to where reading stopped."""
        from studyapp.ui.screens.notes import NotesScreen

        here = self.screen_stack[0]
        if isinstance(here, NotesScreen) and here.is_mounted and place is not None:
            if isinstance(self.screen, Place) and self.screen is not here:
                self.pop_screen()  # opened over the notes, such as the calculators
            here.jump(place)
        else:
            self.wanted = place
            if not isinstance(here, NotesScreen):
                self.came_from = self.current_mode
                self.switch_mode("notes")

    @refused_in_exams
    def advise(self, decision: str | None = None) -> None:
        """Go to the advisor: to a decision, or to the one that was shown last."""
        if not self.study.decisions:
            self.tell(advice.NO_DECISIONS)
            return
        from studyapp.ui.screens.advisor import AdvisorScreen

        here = self.screen_stack[0]
        if isinstance(here, AdvisorScreen) and here.is_mounted and decision is not None:
            here.open(decision)
        else:
            self.wanted_decision = decision
            if not isinstance(here, AdvisorScreen):
                self.advised_from = self.current_mode
                self.switch_mode("advisor")

    @refused_in_exams
    def action_cards(self) -> None:
        """Go to the cards."""
        if self.current_mode != "cards":
            self.switch_mode("cards")

    @refused_in_exams
    def action_quiz(self) -> None:
        """Go to the quiz."""
        if self.current_mode != "quiz":
            self.switch_mode("quiz")

    def action_exam(self) -> None:
        """Go to the exam."""
        if self.current_mode != "exam":
            self.switch_mode("exam")

    @property
    def exports_path(self) -> Path:
        """The folder that results of exams are written to."""
        return self._folders.data / "exams"

    @property
    def reports_path(self) -> Path:
        """The file that reports of bad cards go to."""
        return self._folders.data / "reports.md"

    @refused_in_exams
    def show_terms(self, term: str | None = None, here: tuple[Term, ...] = ()) -> None:
        """Open the glossary at a term; ``here`` are the terms of the block in focus."""
        from studyapp.ui.screens.terms import TermsDialog

        if self.study.terms:
            self.open_dialog(TermsDialog(here, self.study.terms, term))
        else:
            self.tell(words.NO_TERMS)

    @refused_in_exams
    def calculate(self, name: str | None = None) -> None:
        """Open the calculators: one by its id, or the one that was shown last."""
        from studyapp.ui.screens.calculators import CalculatorsScreen

        self.calculations.shown = name or self.calculations.shown
        for screen in self.screen_stack:
            if isinstance(screen, CalculatorsScreen):
                screen.open()
                return
        self.push_screen(CalculatorsScreen(self.calculations))

    def action_progress(self) -> None:
        """Go to Progress."""
        if self.current_mode != "progress":
            self.switch_mode("progress")

    @refused_in_exams
    def action_search(self) -> None:
        """Search everything."""
        from studyapp.ui.screens.search import SearchDialog

        self.open_dialog(SearchDialog())

    def keep_place(self, section: str, block: str, row: int) -> None:
        """Remember where reading stopped."""
        try:
            self.study.stop_at(section, block, row)
        except OSError as error:
            self._tell_unsaved(self._folders.data, error)

    def action_go_back(self) -> None:
        """Go back from where one is."""
        if isinstance(self.screen, Spoken):
            self.screen.go_back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """At home there is nothing to go back to."""
        return action != "go_back" or not isinstance(self.screen, HomeScreen)

    def action_leave(self) -> None:
        """Leave the place; at home, the program."""
        if isinstance(self.screen, HomeScreen):
            self.exit()
        else:
            self.action_go_back()

    def action_settings(self) -> None:
        """Open the settings."""
        from studyapp.ui.screens.settings import SettingsDialog

        self.open_dialog(SettingsDialog())

    @refused_in_exams
    def action_help(self) -> None:
        """Tell what every key does."""
        from studyapp.ui.screens.help import TextDialog, help_rows

        self.open_dialog(TextDialog(words.HELP, help_rows(self.settings.keys)))

    def action_dropped(self) -> None:
        """List the parts of the pack that are left out."""
        # Each begins with the name of a file, which may hold anything.
        left_out = (Text.once(clean(problem)) for problem in self.study.dropped)
        told = [words.DROPPED_HINT, *left_out]
        self._show_texts(words.DROPPED_TITLE, told)

    def action_credits(self) -> None:
        """Say whose material the pack builds on."""
        told: list[Text] = []
        for credit in self.study.cover.credits:
            told += [
                words.CREDIT.format(name=credit.name, licence=credit.licence, url=credit.url),
                Text(plain(credit.notice.en), plain(credit.notice.vi)),
            ]
        self._show_texts(words.CREDITS, told)

    def _show_texts(self, heading: Text, told: list[Text]) -> None:
        from studyapp.ui.screens.help import TextDialog
        from studyapp.ui.widgets.rows import Row

        rows: list[Row] = []
        for text in told:
            rows += [Row(text), Row(Text.once(" "))]
        self.open_dialog(TextDialog(heading, tuple(rows)))

    @refused_in_exams
    def action_command_palette(self) -> None:
        """Open the command palette, asking in the present language."""
        from studyapp.ui.palette import Palette

        prompt = words.PALETTE_PROMPT[self.lang]
        self.open_dialog(Palette(id="--command-palette", placeholder=prompt))

    def action_help_quit(self) -> None:
        """Say how to leave; many press Ctrl+C to."""
        keys = self.settings.keys
        key = key_name(keys.get("app.quit.ctrl-q", "ctrl+q"), self.lang)
        self.tell(words.QUIT_WITH.format(key=key))

    # --- the end

    async def action_quit(self) -> None:
        """Leave at once."""
        self.exit()

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End the program, with place and settings kept."""
        self._keep_places()
        self._save()
        super().exit(result, return_code, message)

    def _keep_places(self) -> None:
        for stack in self._screen_stacks.values():
            for screen in stack:
                if isinstance(screen, Place) and screen.is_mounted:
                    screen.keep_place()
