"""Reports of bad items, in a file that the author of the pack can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.files import make_private

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from studyapp.core.cards.deck import Item
    from studyapp.core.text import Lang


def report(path: Path, item: Item, langs: tuple[Lang, Lang], remark: str, when: datetime) -> None:
    """Add a report to a Markdown file: the item, its words as they were shown, and a remark.

    ``langs`` are the languages of front and back. Raises OSError.
    """
    front, back = langs
    shown = f"{front.value}/{back.value}"
    lines = (
        f"## {item.key}",
        "",
        f"- when: {when:%Y-%m-%d %H:%M} UTC",
        f"- languages: {front.value if front is back else shown}",
        f"- kind: {item.kind}, rev {item.rev}, words {item.digest}",
        f"- front: {_one_line(item.front[front])}",
        f"- back: {_one_line(item.back[back])}",
        "",
        *(f"> {line}" for line in remark.splitlines() or ["-"]),
        "",
        "",
    )
    make_private(path.parent)
    with path.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write("\n".join(lines))


def _one_line(words: str) -> str:
    return " / ".join(words.split("\n"))
