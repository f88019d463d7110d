"""Settings: language, theme and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from studyapp import words
from studyapp.core.text import Lang, Text
from studyapp.settings import THEMES
from studyapp.ui.keys.key import key_name
from studyapp.ui.keys.table import CHANGEABLE, clash
from studyapp.ui.screens.base import Dialog
from studyapp.ui.widgets.menu import Menu
from studyapp.ui.widgets.rows import Row

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from studyapp.ui.keys.key import Key


class SettingsDialog(Dialog):
    """What the learner can choose; Enter takes the next value."""

    heading = words.SETTINGS

    def compose_dialog(self) -> ComposeResult:
        """One list."""
        yield Menu(id="settings", numbered=True)

    def on_mount(self) -> None:
        """Give the list the keys."""
        self.query_one(Menu).focus()

    def speak(self) -> None:
        """Show the values as they are now."""
        settings = self.study_app.settings
        theme = words.THEME_NAMES[settings.theme]
        language = words.LANGUAGE_NAMES[settings.lang]
        menu = self.query_one(Menu)
        menu.show(
            (
                Row(words.SETTING.format(name=words.LANGUAGE, value=language), "language", "1"),
                Row(words.SETTING.format(name=words.THEME, value=theme), "theme", "2"),
                Row(words.KEYS, "keys", "3"),
            ),
            menu.chosen_id,
        )
        super().speak()

    @on(Menu.Chosen)
    def _change(self, event: Menu.Chosen) -> None:
        app = self.study_app
        match event.row:
            case "language":
                app.action_switch_language()
            case "theme":
                after = THEMES.index(app.settings.theme) + 1
                app.use_theme(THEMES[after % len(THEMES)])
            case _:
                app.push_screen(KeysDialog())


class KeysDialog(Dialog):
    """Every key that may be given another place."""

    heading = words.KEYS

    def compose_dialog(self) -> ComposeResult:
        """One list."""
        yield Menu(id="keys-list")

    def on_mount(self) -> None:
        """Give the list the keys."""
        self.query_one(Menu).focus()

    def speak(self) -> None:
        """Show the keys as they are now."""
        menu = self.query_one(Menu)
        rows = [Row(words.KEYS_RESET, "reset"), Row(Text.once(" "))]
        rows += [Row(self._said(key), key.id) for key in CHANGEABLE]
        menu.show(rows, menu.chosen_id)
        super().speak()

    def _said(self, key: Key) -> Text:
        now = self.study_app.settings.keys.get(key.id, key.key)
        name = Text(*(key_name(now, lang) for lang in (Lang.EN, Lang.VI)))
        return words.SETTING.format(name=key.long, value=name)

    @on(Menu.Chosen)
    def _ask(self, event: Menu.Chosen) -> None:
        app = self.study_app
        if event.row == "reset":
            app.use_keys({})
            self.speak()
            return
        asked = next(key for key in CHANGEABLE if key.id == event.row)
        app.push_screen(KeyQuestion(asked), self._take)

    def _take(self, answer: tuple[Key, str] | None) -> None:
        if answer is None:
            return
        asked, pressed = answer
        app = self.study_app
        taken = clash(asked, pressed, app.settings.keys)
        if taken is None:
            app.use_keys({**app.settings.keys, asked.id: pressed})
            self.speak()
        else:
            name = Text(*(key_name(pressed, lang) for lang in Lang))
            app.tell(words.KEY_TAKEN.format(key=name, what=taken.long), severity="warning")


class KeyQuestion(Dialog):
    """Waits for the key that shall be given to an act."""

    heading = words.KEYS

    def __init__(self, asked: Key) -> None:
        super().__init__()
        self._asked = asked

    def compose_dialog(self) -> ComposeResult:
        """The question."""
        yield Menu(id="question")

    def on_mount(self) -> None:
        """Ask."""
        question = words.PRESS_NEW_KEY.format(what=self._asked.long)
        self.query_one(Menu).show((Row(question),))

    def on_key(self, event: events.Key) -> None:
        """Answer with whatever key comes, before it can mean anything else."""
        event.stop()
        self.dismiss(None if event.key == "escape" else (self._asked, event.key))
