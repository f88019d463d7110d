"""The two one-line bars: what is on the screen above, which keys work below."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from rich.text import Text as RichText

from studyapp.ui.keys.key import key_name
from studyapp.ui.keys.table import BAR, BY_ID
from studyapp.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.screen import Screen

    from studyapp.core.text import Text
    from studyapp.ui.screens.base import Spoken


class TitleBar(Lines, can_focus=False):
    """Names the place on the left and says where in it one is on the right."""

    def __init__(self) -> None:
        super().__init__(id="title")
        self._left: Text | None = None
        self._right: Text | None = None

    @property
    def line_count(self) -> int:
        """One."""
        return 1

    def show(self, left: Text, right: Text | None = None) -> None:
        """Say where one is."""
        self._left, self._right = left, right
        self.redraw()

    def draw_line(self, at: int) -> RichText:
        """The bar."""
        tag = f"  {self.lang.value.upper()} "
        right = (self._right[self.lang] if self._right else "") + tag
        room = max(0, self.size.width - len(right) - 3)
        left = RichText(f" {self._left[self.lang] if self._left else ''}", "bar.title")
        left.truncate(room, overflow="ellipsis", pad=True)
        return left.append("  ").append(right, "bar")


class KeyBar(Lines, can_focus=False):
    """Names the keys that work here, in the present language."""

    def __init__(self) -> None:
        super().__init__(id="keys")
        self._line = RichText()

    @property
    def line_count(self) -> int:
        """One."""
        return 1

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _screen: Screen[object]) -> None:
        before = self._line
        self._collect()
        if self._line != before:
            self.redraw()

    def lay_out(self) -> None:
        """Collect the keys that work where the focus is; what does not fit is left to help."""
        self._collect()
        self.redraw()

    def _collect(self) -> None:
        pairs = self._pairs()
        while (
            len(pairs) > 1
            and sum(len(key) + len(does) + 3 for key, does in pairs) > self.size.width
        ):
            pairs.pop(-2)
        self._line = RichText(" ", end="")
        for key, does in pairs:
            self._line.append(key, "bar.key").append(f" {does}  ", "bar")

    def _pairs(self) -> list[tuple[str, str]]:
        """Key and what it does, in the order of `BAR`."""
        found: dict[str, tuple[str, str]] = {}
        screen = cast("Spoken", self.screen)
        for active in self.screen.active_bindings.values():
            key = BY_ID.get(active.binding.id or "")
            # Of two keys for one act the later in the table is the letter, which is easier to find.
            if key is None or key.action not in BAR or not active.enabled:
                continue
            if not screen.only_refuses(key.action):
                found[key.action] = (key_name(active.binding.key, self.lang), key.short[self.lang])
        if "app.go_back" in found:
            found.pop("app.leave", None)
        return [found[action] for action in BAR if action in found]

    def draw_line(self, at: int) -> RichText:
        """The bar."""
        return self._line
