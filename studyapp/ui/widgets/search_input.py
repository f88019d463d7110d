"""A line to type in that keeps Vietnamese typing right."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from textual.widgets import Input

if TYPE_CHECKING:
    from textual import events


class SearchInput(Input):
    """An input for which keys take effect in the order in which they come.

    Vietnamese input methods send backspaces and the corrected letters in one burst; the stock
    input applies the letters first and the backspaces afterwards.
    """

    async def _on_key(self, event: events.Key) -> None:
        """Let an editing key act at once; join a combining mark with the letter before it."""
        if not event.is_printable:
            for binding in self._bindings.key_to_bindings.get(event.key, ()):
                if not binding.priority and await self.app.run_action(binding.action, self):
                    event.stop()
                    event.prevent_default()
                    return
        elif self._joins(event.character):
            before = self.cursor_position - 1
            composed = unicodedata.normalize("NFC", f"{self.value[before]}{event.character}")
            event.stop()
            event.prevent_default()
            self.replace(composed, before, before + 1)

    def _joins(self, character: str | None) -> bool:
        return (
            character is not None
            and unicodedata.combining(character) != 0
            and self.selection.is_empty
            and self.cursor_position > 0
        )
