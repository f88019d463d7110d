"""Textual's command palette, made to bear keys that come before its list is laid out."""

from __future__ import annotations

import contextlib

from textual.command import CommandPalette


class Palette(CommandPalette):
    """The command palette."""

    def _action_command_list(self, action: str) -> None:
        # A list that is filled but not laid out cannot find the line to page from.
        with contextlib.suppress(KeyError):
            super()._action_command_list(action)
