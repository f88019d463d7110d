"""The application: its places and dialogs, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from studyapp import words
from studyapp.core.text import Text
from studyapp.settings import Settings
from studyapp.ui.calculations import Calculations
from studyapp.ui.invigilating import refused_in_exams
from studyapp.ui.keys.key import bindings, key_name
from studyapp.ui.keys.reading import EVERYWHERE
from studyapp.ui.places import PLACES
from studyapp.ui.preferring import PreferringApp
from studyapp.ui.screens.base import Place, Spoken
from studyapp.ui.screens.home import HomeScreen
from studyapp.words import advice

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual.binding import BindingType
    from textual.command import Provider
    from textual.screen import Screen

    from studyapp.core.glossary import Term
    from studyapp.core.ports import Bookmark
    from studyapp.files import Folders
    from studyapp.study.exam_choices import AskedExam
    from studyapp.study.practising import Practice
    from studyapp.study.study import Study


def _commands() -> type[Provider]:
    from studyapp.ui.commands import StudyCommands

    return StudyCommands


class StudyApp(PreferringApp, inherit_bindings=False):
    """The program on the terminal."""

    CSS_PATH = "studyapp.tcss"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[object]]]] = PLACES
    DEFAULT_MODE = "home"
    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}

    def __init__(
        self, study: Study, folders: Folders, settings: Settings, problems: tuple[Text, ...] = ()
    ) -> None:
        super().__init__(folders, settings, problems)
        self.study = study
        self.wanted: Bookmark | None = None
        """The place that the notes shall open when they are next shown."""
        self.wanted_decision: str | None = None
        """The decision that the advisor shall open when it is next shown."""
        self.wanted_practice: Callable[[Study], Practice] | None = None
        """Begins the sitting that the quiz shall show when it is next shown."""
        self.wanted_exam: AskedExam | None = None
        """What the exam shall offer when it is next shown."""
        self.came_from = self.DEFAULT_MODE
        """The place that the notes were opened from, and lead back to."""
        self.advised_from = self.DEFAULT_MODE
        """The place that the advisor was opened from, and leads back to."""
        self.calculations = Calculations()
        self._notices_told = 0
        """How many notices of the history the learner has been told."""

    def get_default_screen(self) -> Screen[object]:
        """Home; were it among `MODES` from the start, all styles would be read once more."""
        return HomeScreen()

    def on_mount(self) -> None:
        """Begin with the learner's keys."""
        self.title = "studyapp"
        self.add_mode(self.DEFAULT_MODE, HomeScreen)
        self.take_own_keys()

    def tell_notices(self) -> None:
        """Tell what was found in the history, and done about it, since this was last called."""
        from studyapp.words.history import said

        notices = self.study.learning.store.notices
        for notice in notices[self._notices_told :]:
            self.tell(said(notice), severity="warning")
        self._notices_told = len(notices)

    @refused_in_exams
    def action_switch_language(self) -> None:
        """Speak the other language everywhere, in place."""
        self.use_language(self.lang.other)

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
        self._go_to("cards")

    @refused_in_exams
    def action_quiz(self) -> None:
        """Go to the quiz."""
        self._go_to("quiz")

    def action_exam(self) -> None:
        """Go to the exam."""
        self._go_to("exam")

    def _go_to(self, place: str) -> None:
        if self.current_mode != place:
            self.switch_mode(place)

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
        self._go_to("progress")

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
            self.tell_unsaved(self.folders.data, error)

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
        from studyapp.ui.screens.help import TextDialog, dropped_rows

        self.open_dialog(TextDialog(words.DROPPED_TITLE, dropped_rows(self.study.dropped)))

    def action_credits(self) -> None:
        """Say whose material the pack builds on."""
        from studyapp.ui.screens.help import TextDialog, credit_rows

        self.open_dialog(TextDialog(words.CREDITS, credit_rows(self.study.cover.credits)))

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
        self.save_settings()
        super().exit(result, return_code, message)

    def _keep_places(self) -> None:
        for stack in self._screen_stacks.values():
            for screen in stack:
                if isinstance(screen, Place) and screen.is_mounted:
                    screen.keep_place()
