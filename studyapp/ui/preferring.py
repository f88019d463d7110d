"""An application in the language, colours and keys that the learner chose, which it keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from textual.reactive import var

from studyapp import words
from studyapp.core.text import Lang, Text
from studyapp.settings import Settings, save_settings
from studyapp.typeset.clean import clean
from studyapp.ui.own_keys import usable
from studyapp.ui.screens.base import Spoken
from studyapp.ui.steady import SteadyStylesheet
from studyapp.ui.sturdy import SturdyApp
from studyapp.ui.themes import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from studyapp.files import Folders


class PreferringApp(SturdyApp, inherit_bindings=False):
    """Goes by settings at once; the disk, which is slower, follows what is shown."""

    lang: var[Lang] = var(Lang.EN, init=False)

    def __init__(self, folders: Folders, settings: Settings, problems: tuple[Text, ...]) -> None:
        super().__init__()
        self.folders = folders
        self.settings = self._saved = settings
        self.report_path = folders.data / "crash-report.txt"
        self._problems = problems
        self._untold = True
        """Whether the learner has not yet been told that something cannot be saved."""
        self.animation_level = "none"
        self.set_reactive(PreferringApp.lang, settings.lang)
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = settings.theme
        self.stylesheet = SteadyStylesheet(variables=self.get_css_variables())

    @property
    def settings_path(self) -> Path:
        """The file that settings are kept in."""
        return self.folders.config / "settings.json"

    @property
    def exports_path(self) -> Path:
        """The folder that results of exams are written to."""
        return self.folders.data / "exams"

    @property
    def reports_path(self) -> Path:
        """The file that reports of bad cards go to."""
        return self.folders.data / "reports.md"

    def take_own_keys(self) -> None:
        """Take the learner's keys, and tell what was wrong with the settings."""
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

    def tell_unsaved(self, path: Path, error: OSError) -> None:
        """Tell, once, that something cannot be saved."""
        if self._untold:
            self._untold = False
            said = words.NOT_SAVED.format(path=path, why=error.strerror or error)
            self.tell(said, severity="warning")

    def use_language(self, lang: Lang) -> None:
        """Speak a language everywhere, in place."""
        self.lang = lang
        self._take(replace(self.settings, lang=lang))
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

    def save_settings(self) -> None:
        """Keep the settings, if they have changed."""
        if self.settings is self._saved:
            return
        self._saved = self.settings
        try:
            save_settings(self.settings_path, self.settings)
        except OSError as error:
            self.tell_unsaved(self.settings_path, error)

    def _take(self, settings: Settings) -> None:
        self.settings = settings
        self.call_after_refresh(self.save_settings)

    def _speak(self) -> None:
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Spoken) and screen.is_mounted:  # one that is not yet, will speak
                screen.speak()
