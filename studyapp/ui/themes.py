"""The three themes, and the style each role of the typesetter has in them."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Final

from rich.console import Console
from rich.theme import Theme as RichTheme
from textual.theme import Theme

_DARK: Final = Theme(
    name="dark",
    primary="#82b4ff",
    secondary="#8ad4c4",
    accent="#f2bd6d",
    warning="#f2bd6d",
    error="#ff9187",
    success="#93d796",
    foreground="#dbe0ea",
    background="#13161d",
    surface="#1a1f29",
    panel="#252c39",
    dark=True,
    variables={"muted": "#8d96a8"},
)
_LIGHT: Final = Theme(
    name="light",
    primary="#1a56b0",
    secondary="#0c6b5c",
    accent="#8a5200",
    warning="#8a5200",
    error="#a8201a",
    success="#1d6b25",
    foreground="#1f232b",
    background="#fcfbf8",
    surface="#f1efe9",
    panel="#e2dfd6",
    dark=False,
    variables={"muted": "#5c6370"},
)
_CONTRAST: Final = Theme(
    name="contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffd000",
    warning="#ffd000",
    error="#ff8a8a",
    success="#7dff7d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#2b2b2b",
    dark=True,
    variables={"muted": "#d0d0d0"},
)
THEMES: Final = {theme.name: theme for theme in (_DARK, _LIGHT, _CONTRAST)}


def role_styles(theme: Theme) -> dict[str, str]:
    """Rich style definitions by role, in the theme's colours."""
    muted = theme.variables["muted"]
    return {
        "title": f"bold {theme.foreground}",
        "skill": f"{theme.secondary}",
        "heading": f"bold {theme.primary}",
        "strong": "bold",
        "emphasis": "italic",
        "code": f"{theme.accent}",
        "link": f"underline {theme.primary}",
        "muted": muted,
        "rule": f"{theme.panel}" if theme.name == "contrast" else muted,
        "takeaway": f"{theme.foreground}",
        "takeaway.label": f"bold {theme.success}",
        "table.head": f"bold {theme.secondary}",
        "table.key": f"bold {theme.foreground}",
        "notice.info": theme.primary or "",
        "notice.trap": f"bold {theme.error}",
        "notice.exam": f"bold {theme.accent}",
        "nuance": theme.accent or "",
        "nuance.label": f"bold {theme.accent}",
        "newer": f"bold {theme.secondary}",
        "volatile": theme.accent or "",
        "bullet": theme.primary or "",
        "diagram": f"{theme.secondary}",
        "caption": f"italic {muted}",
        "peek": f"{muted}",
        "source": muted,
        "deciding": f"bold underline {theme.accent}",
        "struck": f"strike {muted}",
        "cursor": f"bold {theme.primary}",
        "chosen": f"bold {theme.primary}",
        "found": f"bold underline {theme.accent}",
        "digit": f"bold {theme.accent}",
        "bar": f"{muted}",
        "bar.key": f"bold {theme.accent}",
        "bar.title": f"bold {theme.foreground}",
    }


@lru_cache(maxsize=len(THEMES))
def role_console(theme_name: str) -> Console:
    """A console that knows the roles of one theme; it only resolves styles and prints nothing."""
    theme = RichTheme(role_styles(THEMES[theme_name]), inherit=False)
    return Console(
        file=io.StringIO(), theme=theme, force_terminal=True, color_system="truecolor", width=200
    )
