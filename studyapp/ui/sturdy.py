"""An application that leaves in order, whatever happens to it or to its terminal."""

from __future__ import annotations

import asyncio
import sys
import traceback
from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText
from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete

from studyapp import __version__, words
from studyapp.core.errors import StudyError
from studyapp.core.text import Lang, Text
from studyapp.files import write_atomically
from studyapp.typeset.clean import clean
from studyapp.ui.terminal import on_signals

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import RenderableType
    from textual.driver import Driver
    from textual.screen import Screen
    from textual.widget import Widget


class SturdyApp(App[None], inherit_bindings=False):
    """What Textual leaves to its users: signals, lost terminals, faults and hasty keys."""

    lang: Lang
    report_path: Path
    """The file that a report of a fault goes to."""
    _had_focus: Widget | None = None

    def get_driver_class(self) -> type[Driver]:
        """The platform's driver, the sturdier one where there is a choice."""
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":  # Windows, a browser, a test
            return chosen
        from studyapp.ui.driver import SturdyDriver

        return SturdyDriver

    def on_load(self) -> None:
        """Leave in order when told to, from before the first byte is drawn."""
        on_signals(asyncio.get_running_loop(), self._leave)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Note what the keys go to."""
        self._had_focus = event.widget

    async def on_event(self, event: events.Event) -> None:
        """Let keys go again to what had them before a window too small hid it."""
        if isinstance(event, events.Key) and self.screen.focused is None:
            chain = self.screen.focus_chain
            if chain:
                self.screen.set_focus(self._had_focus if self._had_focus in chain else chain[0])
        await super().on_event(event)

    def open_dialog(self, dialog: Screen[Any]) -> None:
        """Open a dialog unless one of its kind is open; piled up they exhaust the stack."""
        if not any(type(screen) is type(dialog) for screen in self.screen_stack):
            self.push_screen(dialog)

    def pop_screen(self) -> AwaitComplete:
        """Close the dialog on top; what was asked for twice in a burst is done once."""
        return super().pop_screen() if len(self.screen_stack) > 1 else AwaitComplete()

    def panic(self, *_renderables: RenderableType) -> None:
        """End after a fault; Textual calls this for errors that would draw themselves."""
        self._fatal_error()

    def _leave(self, return_code: int) -> None:
        self.exit(return_code=return_code)

    def _fatal_error(self) -> None:
        if not self._exit_renderables:  # one fault often leads to another; the first tells most
            self._exit_renderables.append(RichText(_told(self.report_path)[self.lang]))
        for screens in self._screen_stacks.values():
            for screen in screens:  # closing looks for a next focus, for which it lays out anew
                screen.set_focus(None)
        self._close_messages_no_wait()


def _told(path: Path) -> Text:
    """Say what happened, with a report for developers if it is a fault of the program.

    The report holds no values of variables, which may be the learner's.
    """
    error = sys.exc_info()[1]
    if isinstance(error, StudyError):
        return Text.once(clean(str(error)))
    report = f"studyapp {__version__}, Python {sys.version}\n{traceback.format_exc()}"
    try:
        write_atomically(path, report)
    except OSError:
        return words.CRASHED_UNWRITTEN.format(why=clean(report.splitlines()[-1]))
    return words.CRASHED.format(path=clean(str(path)))
