"""What every screen shares: it speaks the learner's language, shows its keys, and goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.text import Text as RichText
from textual.screen import ModalScreen, Screen

from studyapp import words
from studyapp.ui.invigilating import only_refuses
from studyapp.ui.keys.key import bindings
from studyapp.ui.keys.reading import EVERYWHERE
from studyapp.ui.themes import role_console
from studyapp.ui.widgets.bars import KeyBar, TitleBar
from studyapp.ui.widgets.lines import Lines
from studyapp.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.core.text import Text
    from studyapp.ui.app import StudyApp

SMALLEST = (60, 20)
"""The least width and height in which the program can be used."""


class TooSmall(Lines, can_focus=False):
    """Covers a screen that has too little room, and says how much it needs."""

    def __init__(self) -> None:
        super().__init__(id="too-small")
        self._lines: list[RichText] = []

    @property
    def line_count(self) -> int:
        """As many as the words need."""
        return len(self._lines)

    def draw_line(self, at: int) -> RichText:
        """One line of the words."""
        return self._lines[at]

    def lay_out(self) -> None:
        """Break the words at the present width, if they are shown at all."""
        if not self.display:
            return
        width, height = self.app.size
        said = words.TOO_SMALL.format(width=width, height=height)[self.lang]
        self._lines = list(RichText(said).wrap(role_console(self.theme), self.line_width))
        super().lay_out()


class Spoken(Screen[Any]):
    """A screen whose widgets follow the language and theme of the program, in place."""

    @property
    def study_app(self) -> StudyApp:
        """The program this screen belongs to."""
        return cast("StudyApp", self.app)

    def speak(self) -> None:
        """Say everything in the present language and theme."""
        app = self.study_app
        with app.batch_update():
            for widget in self.query(Lines):
                widget.speak(app.lang, app.theme)
        self.refresh_bindings()  # which keys are named hangs on what is known by now

    def on_mount(self) -> None:
        """Take the language the program has now."""
        self.speak()

    def on_screen_resume(self) -> None:
        """Catch up with a language chosen elsewhere."""
        self.speak()

    def on_resize(self, event: events.Resize) -> None:
        """Say so when there is too little room."""
        width, height = event.size
        small = width < SMALLEST[0] or height < SMALLEST[1]
        if self.has_class("-too-small") and not small:
            self.call_after_refresh(self.speak)  # what was hidden missed the sizes between
        self.set_class(small, "-too-small")

    def only_refuses(self, action: str) -> bool:
        """Whether a key does no more than say why it does nothing; such a key is not named."""
        return only_refuses(self.study_app.study, action)

    def go_back(self) -> None:
        """Leave this screen for the one it was opened from."""


class Place(Spoken):
    """A place of the program: a title, what it shows, its keys."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 -- Textual declares it without ClassVar
        (0, "-narrow"),
        (72, "-medium"),
        (104, "-wide"),
    ]

    def compose(self) -> ComposeResult:
        """Title above, keys below."""
        yield TitleBar()
        yield from self.compose_place()
        yield KeyBar()
        yield TooSmall()

    def compose_place(self) -> ComposeResult:
        """What stands between title and keys."""
        raise NotImplementedError

    def keep_place(self) -> None:
        """Write down what is needed to come back to where the learner is, if anything is."""

    def go_back(self) -> None:
        """Go home."""
        self.app.switch_mode("home")


class Dialog(ModalScreen[Any], Spoken):
    """A question or a list over a place; Esc closes it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(EVERYWHERE)

    heading: Text
    hint: Text | None = None

    def compose(self) -> ComposeResult:
        """A frame with a heading, what is asked, and the keys."""
        from textual.containers import Vertical

        with Vertical(id="dialog"):
            yield TitleBar()
            yield from self.compose_dialog()
            yield KeyBar()
        yield TooSmall()

    def compose_dialog(self) -> ComposeResult:
        """What the dialog asks or shows."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Name the dialog."""
        self.query_one(TitleBar).show(self.heading, self.hint)

    def speak(self) -> None:
        """Say everything anew; the frame follows the words."""
        super().speak()
        for menu in self.query(Menu):
            menu.refresh(layout=True)

    def go_back(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
